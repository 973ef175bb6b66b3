//! Detects the character encoding of a CSV file.
//!
//! A byte order mark identifies UTF-8 and UTF-16. Without one, a text that is valid UTF-8 is
//! very probably UTF-8. Otherwise the crate `chardetng`, which browsers use, chooses among
//! the code pages of Europe.

use std::fmt;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs as rs;
use serde::{Deserialize, Serialize};

/// A character encoding.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(into = "String", try_from = "String")]
pub struct Encoding(&'static rs::Encoding);

impl Encoding {
    /// The encoding of most files.
    pub const UTF_8: Self = Self(rs::UTF_8);

    /// Its usual name.
    pub fn name(self) -> String {
        match self.0.name() {
            "UTF-16LE" | "UTF-16BE" => "UTF-16".to_owned(),
            "macintosh" => "Mac Roman".to_owned(),
            name => match name.strip_prefix("windows-") {
                Some(page) => format!("Windows-{page}"),
                None => name.to_owned(),
            },
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl From<Encoding> for String {
    fn from(encoding: Encoding) -> Self {
        encoding.0.name().to_owned()
    }
}

impl TryFrom<String> for Encoding {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let known = rs::Encoding::for_label(name.as_bytes()).map(Self);
        known.ok_or_else(|| format!("{name} is no encoding"))
    }
}

/// The text of a file, and how certain its encoding is.
pub(super) struct Decoded {
    pub(super) encoding: Encoding,
    pub(super) text: String,
    /// Another code page of Europe is possible.
    pub(super) unsure: bool,
    /// Some bytes are not valid and were replaced by �.
    pub(super) broken: bool,
}

/// UTF-16, with or without a byte order mark.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static rs::Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(rs::UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(rs::UTF_16BE);
    }
    // Every second byte of Latin text in UTF-16 is zero; other text has no zero bytes.
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|it| **it == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match (even, odd) {
        (0, odd) if odd > half / 2 => Some(rs::UTF_16LE),
        (even, 0) if even > half / 2 => Some(rs::UTF_16BE),
        _ => None,
    }
}

/// Decodes a file.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(encoding) = utf16(&bytes) {
        let (text, broken) = encoding.decode_with_bom_removal(&bytes);
        let text = text.into_owned();
        return Decoded { encoding: Encoding(encoding), text, unsure: false, broken };
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => {
            let text = match text.strip_prefix('\u{feff}') {
                Some(rest) => rest.to_owned(),
                None => text,
            };
            return Decoded { encoding: Encoding::UTF_8, text, unsure: false, broken: false };
        }
        Err(error) => error.into_bytes(),
    };
    let (whole, broken) = letters(&bytes);
    // With a byte order mark, or valid UTF-8.
    if bytes.starts_with(b"\xef\xbb\xbf") || whole > broken {
        let (text, _) = rs::UTF_8.decode_with_bom_removal(&bytes);
        let text = text.into_owned();
        return Decoded { encoding: Encoding::UTF_8, text, unsure: false, broken: true };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    let guess =
        |country: Option<&str>| detector.guess(country.map(str::as_bytes), Utf8Detection::Deny);
    let guessed = guess(None);
    let mac = mac_roman(&bytes);
    let read = |encoding: &'static rs::Encoding| encoding.decode_without_bom_handling(&bytes);
    let western = rs::WINDOWS_1252;
    let encoding = match guessed {
        _ if mac => rs::MACINTOSH,
        guessed if !EUROPEAN.contains(&guessed.name()) => western,
        // Most code pages share the most frequent letters.
        guessed if guessed != western && read(guessed).0 == read(western).0 => western,
        guessed => guessed,
    };
    let (text, broken) = read(encoding);
    let text = text.into_owned();
    // If the text is long enough, a hint about its country does not change the result.
    let differs = |country: &str| {
        let other = guess(Some(country));
        let there = if other == encoding { text.as_str().into() } else { read(other).0 };
        there != text && !mixes_scripts(&there)
    };
    let usual = |c: char| c.is_ascii() || !c.is_alphabetic() || USUAL.contains(c);
    let sure = encoding == western && text.chars().all(usual);
    let unsure = mac
        || whole > 0
        || !EUROPEAN.contains(&guessed.name())
        || (!sure && COUNTRIES.into_iter().any(differs));
    Decoded { encoding: Encoding(encoding), text, unsure, broken }
}

/// Letters with the same code in the pages of Western and Central Europe.
const USUAL: &str = "äÄöÖüÜßéÉëËáÁóÓíÍúÚâÂôÔîÎçÇ";

/// Whether a word mixes Latin letters with another script, as when `Göteborg` is decoded as
/// Greek.
fn mixes_scripts(text: &str) -> bool {
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        let latin = |c: char| c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
        word.chars().any(|c| c.is_ascii_alphabetic()) && !word.chars().all(latin)
    })
}

/// One country for each code page: Central European, Cyrillic, Greek, Turkish, Baltic and
/// Western.
const COUNTRIES: [&str; 6] = ["pl", "bg", "gr", "tr", "lt", "fr"];

/// The code pages of Europe.
const EUROPEAN: [&str; 18] = [
    "windows-1250",
    "windows-1251",
    "windows-1252",
    "windows-1253",
    "windows-1254",
    "windows-1257",
    "ISO-8859-2",
    "ISO-8859-4",
    "ISO-8859-5",
    "ISO-8859-7",
    "ISO-8859-10",
    "ISO-8859-13",
    "ISO-8859-14",
    "ISO-8859-15",
    "ISO-8859-16",
    "KOI8-U",
    "KOI8-R",
    "IBM866",
];

/// The numbers of valid and of damaged UTF-8 characters beyond ASCII.
fn letters(bytes: &[u8]) -> (usize, usize) {
    bytes.utf8_chunks().fold((0, 0), |(whole, broken), chunk| {
        let more = chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        (whole + more, broken + usize::from(!chunk.invalid().is_empty()))
    })
}

/// Whether the encoding is Mac Roman. Its é, ö and ü are punctuation in the code pages of
/// Windows, which does not occur inside words.
fn mac_roman(bytes: &[u8]) -> bool {
    // á à â ä ç é è ê ë ì î ï ñ ö ü. The codes of é, ä and ö are letters in Windows-1250
    // too, but capitals, which do not follow a small letter.
    const LETTERS: &[u8] = b"\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x90\x98\x9a\x9b\x9c\x9d\x9f";
    let inside = |class: fn(u8) -> bool| {
        let count = bytes.windows(3).filter(|three| match three {
            [before, middle, after] => {
                before.is_ascii_lowercase() && after.is_ascii_lowercase() && class(*middle)
            }
            _ => false,
        });
        count.count()
    };
    let mac = inside(|byte| LETTERS.contains(&byte) && byte != 0x9a && byte != 0x9c);
    mac > 0 && mac > inside(|byte| byte >= 0xa0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(encoding: &'static rs::Encoding, text: &str) -> Vec<u8> {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost, "{} has not all letters of {text}", encoding.name());
        bytes.into_owned()
    }

    #[test]
    fn the_code_pages_of_europe_are_told_by_their_letters() {
        let greek = "Εκπόνηση μελετών, Παροχή υπηρεσιών τεχνικών συμβούλων της Ειδικής Υπηρεσίας";
        let czech = "Příliš žluťoučký kůň úpěl ďábelské ódy; spolupráce měst na řece Labi";
        let russian = "Сотрудничество городов: развитие приграничных территорий и туризма";
        let turkish = "Şehirler arası işbirliği, ağaçlandırma ve çevre eğitimi için ortaklık";
        let lithuanian = "Miestų bendradarbiavimas: žaliųjų erdvių plėtra ir ąžuolų sodinimas";
        let french = "Coopération des villes à travers la frontière: forêts, rivières, été où ça";
        for (encoding, text) in [
            (rs::WINDOWS_1253, greek),
            (rs::WINDOWS_1250, czech),
            (rs::WINDOWS_1251, russian),
            (rs::WINDOWS_1254, turkish),
            (rs::WINDOWS_1257, lithuanian),
            (rs::WINDOWS_1252, french),
            (rs::KOI8_U, russian),
        ] {
            let decoded = decode(page(encoding, text));
            assert_eq!(decoded.text, text, "{} as {}", encoding.name(), decoded.encoding);
            assert!(!decoded.broken, "{text}");
        }
    }

    #[test]
    fn where_the_letters_do_not_tell_it_is_said() {
        // č in Central Europe, è in the West, θ in Greece.
        let decoded = decode(b"Acronym;Town\nA;Pe\xe8\n".to_vec());
        assert!(decoded.unsure, "{} {}", decoded.encoding, decoded.text);
        // ö in every code page that has Latin letters.
        let decoded = decode(b"Acronym;Town\r\nA;G\xf6teborg\r\n".to_vec());
        assert_eq!((decoded.encoding.name().as_str(), decoded.unsure), ("Windows-1252", false));
        assert!(decoded.text.contains("Göteborg"));
    }

    #[test]
    fn letters_of_old_macs_are_told_from_those_of_windows() {
        let text = "Acronym;Town\nA;Göteborg\nB;Genève, où la coopération était créée\n";
        let (bytes, ..) =
            (b"Acronym;Town\nA;G\x9ateborg\nB;Gen\x8fve, cr\x8e\x8ee et coop\x8eration\n", text);
        let decoded = decode(bytes.to_vec());
        assert_eq!(decoded.encoding.name(), "Mac Roman");
        assert!(decoded.unsure && decoded.text.contains("Genève, créée et coopération"));
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_a_mark_and_without() {
        let text = "Acronym\tTown\nA\tGöteborg\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|it| it.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|it| it.to_be_bytes()).collect();
        for (mark, bytes) in
            [(&[0xff, 0xfe][..], &little), (&[0xfe, 0xff], &big), (&[], &little), (&[], &big)]
        {
            let decoded = decode([mark, bytes].concat());
            assert_eq!((decoded.text.as_str(), decoded.broken), (text, false), "{mark:?}");
            assert_eq!(decoded.encoding.name(), "UTF-16");
        }
    }

    #[test]
    fn a_few_broken_bytes_do_not_make_another_code_page_of_utf_8() {
        let mut bytes = "Acronym;Town\nA;Göteborg, Malmö, Gävle\nB;Umeå ".as_bytes().to_vec();
        bytes.extend(b"\xf6\n");
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding, decoded.broken), (Encoding::UTF_8, true));
        assert!(decoded.text.contains("Gävle") && decoded.text.contains('\u{fffd}'));
    }
}
