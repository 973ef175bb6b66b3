//! What a column can hold, and in which language its texts are.

use catalogue::model::{Lang, LangTag};

/// The language of the texts in a column.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Tongue {
    /// The source defines it.
    Known(Lang),
    /// It is detected. All columns with the same number have the same language within a
    /// project.
    Detected(u8),
    /// The header of the column names it: `Title (fr)`.
    Tagged(Tag),
}

/// The language tag in a header, such as `fr` in `Title (fr)`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Tag([u8; 3]);

impl Tag {
    /// The tag as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("und").trim_end_matches('\0')
    }

    /// Reads a tag in lower or upper case.
    pub fn read(text: &str) -> Option<Self> {
        LangTag::try_from(text.to_ascii_lowercase()).ok().map(|tag| Self::from(&tag))
    }
}

impl From<&LangTag> for Tag {
    fn from(tag: &LangTag) -> Self {
        let mut bytes = [0; 3];
        for (byte, letter) in bytes.iter_mut().zip(tag.as_str().bytes()) {
            *byte = letter;
        }
        Self(bytes)
    }
}

impl From<Tag> for LangTag {
    fn from(tag: Tag) -> Self {
        tag.as_str().to_owned().try_into().unwrap_or_else(|_| Self::undetermined())
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Field {
    /// The name of the programme.
    Programme,
    /// The years of the programming period.
    Period,
    /// The acronym of the project.
    Acronym,
    /// The slug of the project.
    Slug,
    /// The official title.
    Title(Tongue),
    /// The description.
    Description(Tongue),
    /// The results, achieved or expected.
    Results(Tongue),
    /// The start.
    Start,
    /// The end.
    End,
    /// The budget of the project or of one partner.
    Budget,
    /// The EU funding of the project or of one partner.
    EuFunding,
    /// The share that the EU pays.
    EuPercent,
    /// The website of the project.
    Website,
    /// The page of the project in keep.eu.
    KeepUrl,
    /// A theme of the short list.
    Theme,
    /// A theme of keep.eu.
    KeepTheme,
    /// The programme's priority.
    Priority,
    /// The programme's specific objective.
    Objective,
    /// A home city that presents it.
    City,
    /// The name that the city uses for the project.
    CityTitle,
    /// The name of the organisation; in a list of projects, of the lead partner.
    Organisation,
    /// Its role.
    Role,
    /// Whether it is the lead partner.
    IsLead,
    /// Its town.
    Town,
    /// Its postal code.
    Postcode,
    /// Its country, by name or code.
    Country,
    /// A NUTS code, with or without text after it.
    Nuts,
    /// Latitude in degrees.
    Latitude,
    /// Longitude in degrees.
    Longitude,
    /// Its legal status: public, private, or a person.
    LegalStatus,
    /// A known column that is not used.
    Aside,
    /// Names or contact data of persons: never read.
    Person,
}

/// Whether several columns can fill this field together.
pub fn repeats(field: &Field) -> bool {
    use Field::{
        Aside, City, Country, Description, KeepTheme, Nuts, Person, Results, Theme, Title,
    };
    matches!(field, Aside | City | KeepTheme | Nuts | Person | Theme | Results(_) | Country)
        || matches!(field, Title(Tongue::Tagged(_)) | Description(Tongue::Tagged(_)))
}
