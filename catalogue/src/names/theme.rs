//! The names of the themes.

use crate::model::{Lang, Theme};

static NL: [&str; Theme::ALL.len()] = [
    "Gezondheid",
    "Milieu",
    "Onderzoek",
    "Onderwijs",
    "Vervoer",
    "Duurzame energie",
    "Economie",
    "Digitalisering",
    "Cultuur en toerisme",
    "Sociale inclusie",
    "Klimaatadaptatie",
    "Voedsel",
];

static EN: [&str; Theme::ALL.len()] = [
    "Health",
    "Environment",
    "Research",
    "Education",
    "Transport",
    "Sustainable energy",
    "Economy",
    "Digital",
    "Culture and tourism",
    "Social inclusion",
    "Climate adaptation",
    "Food",
];

static DE: [&str; Theme::ALL.len()] = [
    "Gesundheit",
    "Umwelt",
    "Forschung",
    "Bildung",
    "Verkehr",
    "Nachhaltige Energie",
    "Wirtschaft",
    "Digitalisierung",
    "Kultur und Tourismus",
    "Soziale Teilhabe",
    "Anpassung an den Klimawandel",
    "Ernährung",
];

static FY: [&str; Theme::ALL.len()] = [
    "Sûnens",
    "Miljeu",
    "Undersyk",
    "Underwiis",
    "Ferfier",
    "Duorsume enerzjy",
    "Ekonomy",
    "Digitalisearring",
    "Kultuer en toerisme",
    "Sosjale ynklúzje",
    "Klimaatadaptaasje",
    "Fiedsel",
];

/// The name of a theme.
pub fn theme(lang: Lang, theme: Theme) -> &'static str {
    let names = match lang {
        Lang::Nl => &NL,
        Lang::En => &EN,
        Lang::De => &DE,
        Lang::Fy => &FY,
    };
    let place = Theme::ALL.iter().position(|known| *known == theme);
    place.and_then(|place| names.get(place)).copied().unwrap_or_default()
}
