//! Programmes by the names that sources give them:
//! `2014 - 2020 INTERREG V-A Germany / Saxony - Czech Republic`.

use catalogue::model::{Period, Programme, Slug, Strand};

use crate::import::{mapping::key, slug::slugify};

/// Programmes that are known by another name than the one sources spell:
/// the word by which both are recognised, and the slug without the year.
const ALIASES: [(&str, &str); 5] = [
    ("urbact", "urbact"),
    ("germany the netherlands", "deutschland-nederland"),
    ("deutschland nederland", "deutschland-nederland"),
    ("north west europe", "north-west-europe"),
    ("north sea", "north-sea"),
];

/// Reads a programme. The period may stand in its name or beside it; `None`
/// where neither tells.
pub fn programme(text: &str, beside: Option<Period>) -> Option<Programme> {
    let (named, rest) = period_in(text);
    let key = key(rest);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let period = beside.or(named).or_else(|| generation(&words))?;
    let (strand, own) = strand(&words);
    let alias = ALIASES.iter().find(|(word, _)| own.join(" ").starts_with(word));
    let stem = match alias {
        Some((_, slug)) => (*slug).to_owned(),
        None => slugify(&own.join(" "), 100).unwrap_or_else(|| "programme".to_owned()),
    };
    let year = &period.as_str()[..4];
    let slug: Slug = format!("{stem}-{year}").parse().ok()?;
    Some(Programme { slug, name: tidy(rest), strand, period, cci: None, website: None })
}

/// A period in front of or inside a name, and the name without it.
fn period_in(text: &str) -> (Option<Period>, &str) {
    for period in Period::ALL {
        let (from, to) = period.as_str().split_at(4);
        let to = to.trim_start_matches('-');
        for written in [format!("{from} - {to}"), format!("{from}-{to}"), format!("{from}–{to}")]
        {
            if let Some(rest) = text.trim().strip_prefix(written.as_str()) {
                return (Some(period), rest.trim());
            }
            if let Some(rest) = text.trim().strip_suffix(written.as_str()) {
                return (Some(period), rest.trim().trim_end_matches(['(', ',']).trim());
            }
        }
    }
    (None, text.trim())
}

/// The period that the number of Interreg tells: the sixth began in 2021.
fn generation(words: &[&str]) -> Option<Period> {
    let ["interreg", number, ..] = words else { return None };
    match number.trim_end_matches(['a', 'b', 'c', 'd']) {
        "iii" => Some(Period::P2000),
        "iv" => Some(Period::P2007),
        "v" => Some(Period::P2014),
        "vi" => Some(Period::P2021),
        _ => None,
    }
}

/// The kind of cooperation, and the words of the name that do not say it.
fn strand<'a>(words: &'a [&'a str]) -> (Strand, &'a [&'a str]) {
    let strip = |count: usize| words.get(count..).filter(|rest| !rest.is_empty()).unwrap_or(words);
    let letter = |word: &str| match word {
        "a" | "va" | "via" | "iva" | "iiia" => Some(Strand::A),
        "b" | "vb" | "vib" | "ivb" | "iiib" => Some(Strand::B),
        "c" | "vc" | "vic" | "ivc" | "iiic" => Some(Strand::C),
        "d" | "vd" | "vid" => Some(Strand::D),
        _ => None,
    };
    match words {
        ["interreg", "ipa", "cbc", ..] => (Strand::A, strip(1)),
        // "V-A" are two words.
        ["interreg", "iii" | "iv" | "v" | "vi", part, ..] if letter(part).is_some() => {
            (letter(part).unwrap_or(Strand::A), strip(3))
        }
        ["interreg", part, ..] if letter(part).is_some() => {
            (letter(part).unwrap_or(Strand::A), strip(2))
        }
        ["interreg", "europe", ..] => (Strand::C, words),
        ["urbact" | "espon" | "interact", ..] => (Strand::C, words),
        ["interreg", rest, ..] if *rest != "europe" => (by_name(strip(1)), strip(1)),
        _ => (by_name(words), words),
    }
}

/// Where the name has no letter: the transnational programmes by their seas and
/// mountains, everything else across a border.
fn by_name(words: &[&str]) -> Strand {
    const TRANSNATIONAL: [&str; 18] = [
        "north sea",
        "north west europe",
        "baltic sea",
        "central europe",
        "danube",
        "alpine space",
        "atlantic area",
        "adriatic ionian",
        "adrion",
        "ipa adrion",
        "balkan mediterranean",
        "mediterranean",
        "euro med",
        "next med",
        "northern periphery",
        "south west europe",
        "sudoe",
        "arctic",
    ];
    let name = words.join(" ");
    if name.starts_with("europe") || name.contains("urbact") || name.contains("espon") {
        Strand::C
    } else if TRANSNATIONAL.iter().any(|own| name.starts_with(own)) {
        Strand::B
    } else if ["caribbean", "amazonia", "indian ocean", "mac", "mozambique channel"]
        .iter()
        .any(|own| name.starts_with(own))
    {
        Strand::D
    } else {
        Strand::A
    }
}

/// The name without double blanks and a full stop at its end, with "INTERREG"
/// as the programmes themselves write it today.
fn tidy(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').replace("INTERREG", "Interreg")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_period_strand_and_slug() {
        for (text, slug, name, strand) in [
            (
                "2014 - 2020 INTERREG V-A Germany / Saxony - Czech Republic",
                "germany-saxony-czech-republic-2014",
                "Interreg V-A Germany / Saxony - Czech Republic",
                Strand::A,
            ),
            (
                "2014 - 2020 INTERREG VB North Sea",
                "north-sea-2014",
                "Interreg VB North Sea",
                Strand::B,
            ),
            ("2014 - 2020 URBACT III", "urbact-2014", "URBACT III", Strand::C),
            ("2014 - 2020 ESPON 2020", "espon-2020-2014", "ESPON 2020", Strand::C),
            (
                "2014 - 2020 INTERREG V-A Germany - The Netherlands",
                "deutschland-nederland-2014",
                "Interreg V-A Germany - The Netherlands",
                Strand::A,
            ),
            (
                "2014 - 2020 Interreg IPA CBC Croatia-Serbia",
                "ipa-cbc-croatia-serbia-2014",
                "Interreg IPA CBC Croatia-Serbia",
                Strand::A,
            ),
            (
                "2014 - 2020 INTERREG V-A Sweden - Denmark - Norway (Öresund - Kattegat - Skagerrak).",
                "sweden-denmark-norway-oresund-kattegat-skagerrak-2014",
                "Interreg V-A Sweden - Denmark - Norway (Öresund - Kattegat - Skagerrak)",
                Strand::A,
            ),
            ("Interreg North Sea 2021-2027", "north-sea-2021", "Interreg North Sea", Strand::B),
            (
                "Interreg VI-D Caribbean 2021-2027",
                "caribbean-2021",
                "Interreg VI-D Caribbean",
                Strand::D,
            ),
        ] {
            let read = programme(text, None).unwrap();
            assert_eq!((read.slug.as_str(), read.name.as_str(), read.strand), (slug, name, strand));
        }
    }

    #[test]
    fn without_a_period_there_is_no_programme() {
        assert_eq!(programme("Interreg North Sea", None), None);
        let sixth = programme("Interreg VI-A Deutschland-Nederland", None).unwrap();
        assert_eq!(sixth.slug.as_str(), "deutschland-nederland-2021");
        assert_eq!(programme("Interreg IVB Baltic Sea", None).unwrap().period, Period::P2007);
        let beside = programme("Interreg North Sea", Some(Period::P2021)).unwrap();
        assert_eq!(beside.slug.as_str(), "north-sea-2021");
    }
}
