//! Projects as a whole catalogue, with texts, organisations and places.

use catalogue::model::{
    Basis, Document, Euro, Format, HomeCity, Lang, LocalText, Location, Money, PartialDate,
    Participation, Period, Precision, Programme, Project, Role, Slug, Strand,
};

use super::dice::Dice;
use super::facts::{CITIES, Facts};
use super::prose::{Writer, syllables};
use super::tables::{COUNTRIES, DESCRIPTIONS, KEEP_THEMES, Land, PROGRAMMES, TITLES};

/// The names that organisations have; `*` is their town.
const ORGANISATIONS: [&str; 14] = [
    "Municipality of *",
    "University of *",
    "Regional Development Agency *",
    "* Chamber of Commerce",
    "County Council of *",
    "Technical University *",
    "Association of Municipalities *",
    "* Museum Foundation",
    "Institute for Regional Studies *",
    "* Hospital",
    "Port of *",
    "Nature Park *",
    "* Vocational School",
    "Energy Agency *",
];

/// The first `len` projects as a catalogue that is valid.
pub fn document(len: usize) -> Document {
    let writer = Writer::new();
    Document {
        schema: None,
        format: Format::V1,
        collected: PartialDate::Day(super::TODAY),
        introduction: vec![english("Projects that do not exist, for measuring.".to_owned())],
        notes: vec![],
        credits: vec![],
        home_cities: home_cities(),
        programmes: programmes(),
        projects: (0..len).filter_map(|number| project(number, &writer)).collect(),
    }
}

/// The home cities.
pub(crate) fn home_cities() -> Vec<HomeCity> {
    let cities: [(&str, f64, f64); CITIES] = [
        ("Groningen", 53.21917, 6.56667),
        ("Emmen", 52.77917, 6.90694),
        ("Assen", 52.99667, 6.5625),
        ("Leeuwarden", 53.20271, 5.80973),
    ];
    let city = |(name, lat, lon): (&str, f64, f64)| {
        Some(HomeCity {
            slug: name.to_lowercase().parse().ok()?,
            name: name.to_owned(),
            province: None,
            country: "NL".parse().ok()?,
            location: location(lat, lon)?,
            website: None,
        })
    };
    cities.into_iter().filter_map(city).collect()
}

/// The programmes, whose numbers are their places in the table.
pub(crate) fn programmes() -> Vec<Programme> {
    let programme = |number: usize| {
        Some(Programme {
            slug: programme_slug(number)?,
            name: format!("Programme {:02}", number + 1),
            strand: Strand::A,
            period: Period::P2014,
            cci: None,
            website: None,
        })
    };
    (0..PROGRAMMES.len()).filter_map(programme).collect()
}

fn programme_slug(number: usize) -> Option<Slug> {
    format!("programme-{:02}", number + 1).parse().ok()
}

fn project(number: usize, writer: &Writer) -> Option<Project> {
    let facts = Facts::of(number);
    let mut dice = Dice::of("text", number);
    let title_length = dice.quantile(&TITLES);
    let title = writer.text(&mut dice, title_length);
    let length = dice.quantile(&DESCRIPTIONS);
    let description = writer.text(&mut dice, length);
    let results = dice.once_in(4).then(|| writer.text(&mut dice, length / 3.0));
    let cities = home_cities();
    let city = facts.presented_by.map(|(city, leads)| (&cities[city], leads));
    let budget = facts.budget.map(|eur| Money { eur, rounded: false });
    let share = |part: f64| {
        let euro = (f64::from(facts.budget?.to_owned()) * part).round();
        Some(Money { eur: Euro::try_from(euro).ok()?, rounded: false })
    };
    let mut participations: Vec<Participation> = facts
        .countries
        .iter()
        .enumerate()
        .filter_map(|(n, country)| participation(&COUNTRIES[*country], n == 0, &mut dice))
        .collect();
    if let Some((city, leads)) = city {
        present(&mut participations, city, leads);
    }
    Some(Project {
        slug: format!("{}-{number}", facts.acronym.to_lowercase().replace(' ', "-"))
            .parse()
            .ok()?,
        acronym: Some(facts.acronym.clone()),
        city_title: None,
        title: vec![english(title.trim_end_matches('.').to_owned())],
        description: vec![english(description)],
        results: results.map(english).into_iter().collect(),
        presented_by: city.map(|(city, _)| city.slug.clone()).into_iter().collect(),
        programme: programme_slug(facts.programme)?,
        priority: None,
        specific_objective: None,
        themes: facts.themes(),
        themes_assigned_by: None,
        keep_themes: facts.keep_themes.iter().map(|n| KEEP_THEMES[*n].0.to_owned()).collect(),
        start: Some(PartialDate::Day(facts.start)),
        end: Some(PartialDate::Day(facts.end)),
        total_budget: budget,
        eu_funding: share(0.8),
        eu_cofinancing_percent: None,
        website: None,
        keep_url: Some(format!("https://example.org/projects/{number}")),
        partner_count_stated: None,
        participations,
        sources: vec![],
        conflicts: vec![],
        gaps: vec![],
    })
}

fn participation(land: &Land, lead: bool, dice: &mut Dice) -> Option<Participation> {
    // Large towns have many organisations, and every country has many small ones.
    let towns = (land.partners / 3 + 1) as f64;
    let number = (towns * dice.share().powi(2)) as usize;
    let mut of_town = Dice::of(land.code, number);
    let count = 2 + of_town.below(2);
    let name = capital(&syllables(&mut of_town, count));
    let (lon, lat) = land.somewhere(&mut of_town);
    let region = of_town.below(6);
    Some(Participation {
        organisation: dice.one_of(&ORGANISATIONS).replace('*', &name),
        role: if lead { Role::Lead } else { Role::Partner },
        city: None,
        town: Some(name),
        country: Some(land.code.parse().ok()?),
        nuts: vec![
            format!("{}{region}", land.code),
            format!("{}{region}{}", land.code, number % 9),
        ],
        location: location(lat, lon),
        budget: None,
        eu_funding: None,
        basis: Some(Basis::PartnerList),
        sources: vec![],
        note: None,
    })
}

/// Puts a home city's municipality where [`Facts`] has left its place.
fn present(participations: &mut [Participation], city: &HomeCity, leads: bool) {
    let place = if leads { 0 } else { participations.len().saturating_sub(1) };
    if let Some(part) = participations.get_mut(place) {
        part.organisation = format!("Gemeente {}", city.name);
        part.city = Some(city.slug.clone());
        part.town = Some(city.name.clone());
        part.location = Some(city.location);
        part.role = if leads { Role::Lead } else { Role::Partner };
    }
}

fn location(lat: f64, lon: f64) -> Option<Location> {
    let round = |degrees: f64| (degrees * 1e5).round() / 1e5;
    Some(Location {
        lat: round(lat).try_into().ok()?,
        lon: round(lon).try_into().ok()?,
        precision: Precision::Town,
        geonames_id: None,
    })
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn english(text: String) -> LocalText {
    LocalText { lang: Lang::En.into(), text }
}
