//! Measures the real size of a workbook before the library calamine reads it.
//!
//! Calamine trusts the workbook: it allocates memory for the stated number of texts, copies a
//! format into every style that refers to it, and keeps a piece of XML in memory until its
//! end. A file of a few kilobytes could thus need gigabytes. So this module first unpacks
//! everything and parses it with the same XML reader, and keeps only counts.

use std::io::{BufReader, Cursor, Read};

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::Limits;
use crate::import::Rejection;

/// The limit on files in the archive. A workbook with a hundred sheets and a hundred
/// pictures has some 500.
const PARTS: usize = 10_000;

/// The limit on bytes of one piece of XML (a tag, a text, a comment) and of one cell. A cell of
/// Excel has up to 32,767 characters of up to ten bytes.
const PIECE: u64 = 1 << 20;

/// The limit for a picture, which is not XML and counts as one piece.
const PICTURE: u64 = 32 << 20;

/// The limit on sheets. Each costs time, even an empty one.
pub(super) const SHEETS: u64 = 1_000;

/// The limit on names, relations and styles. Excel allows 65,490 styles.
const ENTRIES: u64 = 200_000;

/// An error for a workbook above the limits, or one that states more than it contains.
pub(super) fn weigh(name: &str, bytes: &[u8], limits: &Limits) -> Result<(), Rejection> {
    let damaged = |cause: String| Rejection::Damaged { file: name.to_owned(), cause };
    // Counted before the directory is read, which needs some 500 bytes per file.
    if bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count() > PARTS {
        return Err(Rejection::TooLarge);
    }
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let has = |part: &str| archive.index_for_name(part).is_some();
    if !has("xl/workbook.xml") && !has("xl\\workbook.xml") {
        return Err(match has("content.xml") {
            true => Rejection::OldWorkbook { file: name.to_owned() },
            false => Rejection::NotASpreadsheet { file: name.to_owned() },
        });
    }
    let mut scale = Scale { limits, left: limits.unpacked, count: Count::default() };
    for index in 0..archive.len() {
        limits.in_time()?;
        let part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
        let kind = Part::of(part.name().as_deref().unwrap_or_default());
        scale.part(kind, part).map_err(|kind| match kind {
            Heavy::Rejected(rejection) => rejection,
            Heavy::Broken(error) => damaged(error.to_string()),
        })?;
    }
    // A false number up to the limit only wastes memory.
    match scale.count.claimed {
        claimed if claimed > limits.strings => Err(damaged(format!(
            "it claims to have {claimed} texts and has {}",
            scale.count.strings
        ))),
        _ => Ok(()),
    }
}

/// The kind of a file in the archive by its name. Like calamine, ignores case and the
/// direction of slashes.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Part {
    Strings,
    Styles,
    Picture,
    Other,
}

impl Part {
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let ends = |with: &str| name.ends_with(with);
        if ends("sharedstrings.xml") {
            Self::Strings
        } else if ends("styles.xml") {
            Self::Styles
        } else if [".bin", ".bmp", ".emf", ".gif", ".jpeg", ".jpg", ".png", ".tiff", ".wmf"]
            .into_iter()
            .any(ends)
        {
            Self::Picture
        } else {
            Self::Other
        }
    }
}

enum Heavy {
    Rejected(Rejection),
    Broken(std::io::Error),
}

impl From<Rejection> for Heavy {
    fn from(rejection: Rejection) -> Self {
        Self::Rejected(rejection)
    }
}

/// The counts so far, over all files of the archive.
#[derive(Default)]
struct Count {
    strings: u64,
    /// The stated number of texts in the shared table.
    claimed: u64,
    sheets: u64,
    entries: u64,
    styles: u64,
    /// The bytes of the longest piece in the styles.
    longest: u64,
}

struct Scale<'a> {
    limits: &'a Limits,
    left: u64,
    count: Count,
}

impl Scale<'_> {
    fn part(&mut self, kind: Part, part: impl Read) -> Result<(), Heavy> {
        let piece = if kind == Part::Picture { PICTURE } else { PIECE };
        let gauge = Gauge { part, left: self.left, piece, why: None };
        let mut xml = Reader::from_reader(BufReader::with_capacity(1 << 15, gauge));
        let config = xml.config_mut();
        // As in calamine.
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        let (mut buffer, mut pieces) = (Vec::new(), 0_u32);
        // The bytes of the current cell or shared text.
        let mut cell: Option<u64> = None;
        loop {
            buffer.clear();
            // Calamine stops at an error, so the rest of the XML does not count.
            let Ok(event) = xml.read_event_into(&mut buffer) else { break };
            match &event {
                Event::Start(tag) => {
                    if matches!(tag.local_name().as_ref(), "c" | "si") {
                        cell = Some(0);
                    }
                    self.start(kind, tag)?;
                }
                Event::End(tag) if matches!(tag.local_name().as_ref(), "c" | "si") => cell = None,
                Event::Eof => break,
                _ => {}
            }
            let bytes = buffer.len() as u64;
            if kind == Part::Styles {
                self.count.longest = self.count.longest.max(bytes);
            }
            // Entities and formats split one text into many pieces.
            cell = cell.map(|before| before + bytes);
            if cell.is_some_and(|bytes| bytes > PIECE) {
                return Err(Rejection::TooLarge.into());
            }
            pieces = pieces.wrapping_add(1);
            if pieces.is_multiple_of(4096) {
                self.limits.in_time()?;
            }
            xml.get_mut().get_mut().piece = piece;
        }
        let gauge = xml.get_mut().get_mut();
        gauge.piece = u64::MAX;
        if let Some(rejection) = gauge.why.take() {
            return Err(rejection.into());
        }
        // The rest after an error is unpacked too, so its size counts.
        let mut rest = vec![0; 1 << 15];
        loop {
            match gauge.read(&mut rest) {
                Ok(0) => break,
                Ok(_) => self.limits.in_time()?,
                Err(error) => {
                    return Err(gauge.why.take().map_or(Heavy::Broken(error), Heavy::Rejected));
                }
            }
        }
        self.left = gauge.left;
        Ok(())
    }

    fn start(&mut self, kind: Part, tag: &BytesStart<'_>) -> Result<(), Heavy> {
        let count = &mut self.count;
        let (counter, most) = match tag.local_name().as_ref() {
            "si" => (&mut count.strings, self.limits.strings),
            "sheet" => (&mut count.sheets, SHEETS),
            "definedName" | "Relationship" | "numFmt" | "font" | "fill" | "border" => {
                (&mut count.entries, ENTRIES)
            }
            "xf" => (&mut count.styles, ENTRIES),
            "sst" if kind == Part::Strings => {
                count.claimed = count.claimed.max(claimed(tag));
                return Ok(());
            }
            _ => return Ok(()),
        };
        *counter += 1;
        // Each style copies the formats that it refers to.
        if *counter > most || count.styles * count.longest > self.limits.unpacked {
            return Err(Rejection::TooLarge.into());
        }
        Ok(())
    }
}

/// The stated number of texts in a table: in single or double quotation marks, once or
/// several times.
fn claimed(tag: &str) -> u64 {
    let claims = tag.split("uniqueCount").skip(1).map(|rest| {
        let digits = rest.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let digits = digits.get(..end).unwrap_or_default();
        if digits.is_empty() { 0 } else { digits.parse().unwrap_or(u64::MAX) }
    });
    claims.max().unwrap_or(0)
}

/// Counts the unpacked bytes: all, and those since the last piece.
struct Gauge<R> {
    part: R,
    left: u64,
    piece: u64,
    /// The limit that was exceeded.
    why: Option<Rejection>,
}

impl<R: Read> Read for Gauge<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.part.read(buffer)?;
        let bytes = read as u64;
        match (self.left.checked_sub(bytes), self.piece.checked_sub(bytes)) {
            (Some(left), Some(piece)) => {
                (self.left, self.piece) = (left, piece);
                Ok(read)
            }
            _ => {
                self.why = Some(Rejection::TooLarge);
                Err(std::io::Error::other("too large"))
            }
        }
    }
}
