//! Headers that follow a pattern: more languages, more themes, and the continuation of
//! texts that are too long for one cell.
//!
//! | header | meaning |
//! |---|---|
//! | `Title (fr)` | the title in the language of a tag |
//! | `Title (fr, 2)` | a second title in that language |
//! | `Theme 4` | one theme more than the template has |
//! | `Description (English) +2` | the second part of `Description (English)` |
//!
//! They are recognised in every language of the template.

use super::{
    field::{Field, Tag, Tongue},
    key::key,
    mapping::Column,
    table::Cell,
};

/// No source has a header of this many characters. Comparing longer texts is slow.
const LONGEST: usize = 200;

/// The text of a cell that may be a header.
pub fn shown(cell: &Cell) -> String {
    cell.shown().chars().take(LONGEST).collect()
}

/// The header for a text in another language, made from a header of the template.
pub fn tagged(header: &str, tag: Tag, nth: usize) -> String {
    let stem = header.split('(').next().unwrap_or(header).trim_end();
    match nth {
        0 => format!("{stem} ({})", tag.as_str()),
        _ => format!("{stem} ({}, {})", tag.as_str(), nth + 1),
    }
}

/// The header of a theme with a number that the template does not have.
pub fn numbered(header: &str, number: usize) -> String {
    format!("{} {number}", stem(header))
}

/// The header of a further part of a long text.
pub fn continued(header: &str, part: usize) -> String {
    format!("{header} +{part}")
}

/// The header that this header continues, and the number of the part, from 2.
pub fn part(header: &str) -> Option<(&str, usize)> {
    let (begins, part) = header.rsplit_once('+')?;
    let part = part.trim().parse().ok().filter(|part| (2..=999).contains(part))?;
    Some((begins.trim_end(), part))
}

/// The field of a header that follows the pattern of one of these columns.
pub fn further(columns: &[Column], header: &str) -> Option<Field> {
    let headers =
        || columns.iter().flat_map(|column| column.headers.iter().map(|it| (column.field, *it)));
    let wanted = key(stem(header));
    if let Some((before, inside)) = header.trim_end().trim_end_matches('*').split_once('(')
        && let Some(inside) = inside.trim_end().strip_suffix(')')
    {
        let (tag, nth) = inside.split_once(',').unwrap_or((inside, "1"));
        let tongue = Tongue::Tagged(Tag::read(tag.trim())?);
        nth.trim().parse::<u16>().ok()?;
        let wanted = key(before);
        return headers().find_map(|(field, known)| {
            let (stem, _) = known.split_once('(')?;
            let field = match field {
                Field::Title(_) => Field::Title(tongue),
                Field::Description(_) => Field::Description(tongue),
                Field::Results(_) => Field::Results(tongue),
                _ => return None,
            };
            (key(stem) == wanted).then_some(field)
        });
    }
    header.trim_end().rsplit_once(' ')?.1.parse::<u16>().ok()?;
    headers().find_map(|(field, known)| {
        (field == Field::Theme && key(stem(known)) == wanted).then_some(field)
    })
}

/// A header without the number at its end.
fn stem(header: &str) -> &str {
    header.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::template::TEMPLATE;

    fn read(header: &str) -> Option<Field> {
        further(TEMPLATE.sheets[0].columns, header)
    }

    #[test]
    fn further_languages_and_themes_are_read_in_every_language_of_the_template() {
        let tongue = |tag| Tongue::Tagged(Tag::read(tag).unwrap());
        for (header, field) in [
            ("Title (fr)", Field::Title(tongue("fr"))),
            ("titel (FR, 2)", Field::Title(tongue("fr"))),
            ("Beschreibung (und)", Field::Description(tongue("und"))),
            ("Beskriuwing (deu)", Field::Description(tongue("deu"))),
            ("Resultaten (nl, 2)", Field::Results(tongue("nl"))),
            ("Theme 4", Field::Theme),
            ("Tema 12", Field::Theme),
        ] {
            assert_eq!(read(header), Some(field), "{header}");
        }
        for other in ["Title (French)", "Title fr", "Budget (fr)", "Note 4", "Title (fr", "4"] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let fr = Tag::read("fr").unwrap();
        assert_eq!(tagged("Titel (andere taal)", fr, 0), "Titel (fr)");
        assert_eq!(tagged("Titel (andere taal)", fr, 1), "Titel (fr, 2)");
        assert_eq!(numbered("Thema 1", 4), "Thema 4");
        let second = continued("Titel (fr, 2)", 2);
        assert_eq!(part(&second), Some(("Titel (fr, 2)", 2)));
        assert_eq!(part("C++"), None);
    }
}
