//! Writes projects and participations into rows of the template.

use catalogue::model::{
    Document, HomeCity, Lang, LangTag, LocalText, Money, Participation, Percent, Period, Precision,
    Programme, Project, Role, Slug,
};

use super::{layout::Column, words::Words};
use crate::import::{
    field::{Field, Tongue},
    key::key,
    mapping::Lists,
    table::Cell,
    value,
};

/// The value of a written cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
}

impl Value {
    /// A text as the importer will read it: with single spaces and paragraphs, and without
    /// characters that a workbook cannot hold.
    pub fn text(text: &str) -> Self {
        let held = |c: &char| !matches!(c, '\u{fffe}' | '\u{ffff}');
        Self::Text(value::text(&text.chars().filter(held).collect::<String>()))
    }

    fn of(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn money(money: Option<Money>) -> Self {
        money.map_or(Self::Empty, |money| Self::Number(money.eur.into()))
    }

    /// The cell that the importer will read.
    pub fn cell(&self) -> Cell {
        match self {
            Self::Empty => Cell::Empty,
            Self::Text(text) => Cell::of_text(text),
            Self::Number(number) => Cell::Number(*number),
        }
    }
}

/// The programmes and home cities to which projects refer.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The programmes.
    pub programmes: &'a [Programme],
    /// The home cities.
    pub home_cities: &'a [HomeCity],
}

impl<'a> Around<'a> {
    /// What the projects of a document refer to.
    pub fn of(document: &'a Document) -> Self {
        Self { programmes: &document.programmes, home_cities: &document.home_cities }
    }

    fn programme(&self, project: &Project) -> Option<&'a Programme> {
        self.programmes.iter().find(|it| it.slug == project.programme)
    }

    /// The name of a home city, or its slug if the importer would not find the name.
    fn city(&self, slug: &Slug) -> Option<&'a str> {
        let city = self.home_cities.iter().find(|city| city.slug == *slug)?;
        let same = |other: &&HomeCity| {
            let wanted = key(&city.name);
            key(&other.name) == wanted || key(other.slug.as_str()) == wanted
        };
        let clear = !city.name.contains([',', ';', '/', '\n'])
            && !key(&city.name).is_empty()
            && self.home_cities.iter().filter(same).count() == 1;
        Some(if clear { city.name.as_str() } else { city.slug.as_str() })
    }
}

/// The row of a project.
pub fn project(
    around: Around<'_>,
    project: &Project,
    columns: &[Column],
    lang: Lang,
) -> Vec<Value> {
    let programme = around.programme(project);
    let value = |column: &Column| match column.field {
        Field::Acronym => Value::of(project.acronym.as_deref()),
        Field::Programme => Value::of(programme.map(|it| it.name.as_str())),
        Field::Period => Value::of(programme.map(|it| it.period.as_str())),
        Field::City => {
            let names: Vec<_> =
                project.presented_by.iter().filter_map(|slug| around.city(slug)).collect();
            Value::of((!names.is_empty()).then(|| names.join(", ")).as_deref())
        }
        Field::CityTitle => Value::of(project.city_title.as_deref()),
        Field::Title(tongue) => local(&project.title, tongue, column.nth),
        Field::Description(tongue) => local(&project.description, tongue, column.nth),
        Field::Results(tongue) => local(&project.results, tongue, column.nth),
        Field::Theme => {
            let theme = project.themes.get(column.nth);
            Value::of(theme.map(|it| catalogue::names::theme(lang, *it)))
        }
        Field::Start => Value::of(project.start.map(|it| it.to_string()).as_deref()),
        Field::End => Value::of(project.end.map(|it| it.to_string()).as_deref()),
        Field::Budget => Value::money(project.total_budget),
        Field::EuFunding => Value::money(project.eu_funding),
        Field::EuPercent => {
            // As text: the importer would read the number 1 as 100 %.
            let share =
                project.eu_cofinancing_percent.filter(|share| *share <= Percent::whole(100));
            Value::of(share.map(|share| format!("{}%", f64::from(share))).as_deref())
        }
        Field::Website => Value::of(project.website.as_deref()),
        Field::KeepUrl => Value::of(project.keep_url.as_deref()),
        Field::Slug => slug(&project.slug),
        _ => Value::Empty,
    };
    columns.iter().map(value).collect()
}

/// The row of a participation.
pub fn partner(
    around: Around<'_>,
    project: &Project,
    part: &Participation,
    columns: &[Column],
    (lang, words): (Lang, &Words),
) -> Vec<Value> {
    let exact = part.location.filter(|it| it.precision == Precision::Address);
    let value = |column: &Column| match column.field {
        Field::Acronym => Value::text(name(project)),
        Field::Organisation => Value::text(&part.organisation),
        Field::Role => {
            let place = match part.role {
                Role::Lead => 0,
                Role::Partner => 1,
                Role::Associate => 2,
            };
            Value::of(words.roles.get(place).copied())
        }
        Field::Town => Value::of(part.town.as_deref()),
        Field::Country => {
            let name = part.country.map(|it| catalogue::names::country(lang, it));
            Value::of(name.as_deref())
        }
        Field::Nuts => Value::of(part.nuts.last().map(String::as_str)),
        Field::Latitude => exact.map_or(Value::Empty, |it| Value::Number(it.lat.into())),
        Field::Longitude => exact.map_or(Value::Empty, |it| Value::Number(it.lon.into())),
        Field::Budget => Value::money(part.budget),
        Field::EuFunding => Value::money(part.eu_funding),
        Field::Programme => {
            let programme = around.programme(project);
            Value::of(programme.map(|it| format!("{} {}", it.name, it.period)).as_deref())
        }
        Field::Slug => slug(&project.slug),
        _ => Value::Empty,
    };
    columns.iter().map(value).collect()
}

/// The name of a project in the list of partners, for people. The importer joins the sheets
/// by slug.
fn name(project: &Project) -> &str {
    project.acronym.as_deref().unwrap_or_else(|| project.name(Lang::En))
}

/// A slug. One that looks like "not available" gets a slash in front.
fn slug(slug: &Slug) -> Value {
    match Cell::of_text(slug.as_str()) {
        Cell::Empty => Value::Text(format!("/{slug}")),
        _ => Value::Text(slug.to_string()),
    }
}

/// The text number `nth` in a language. Every written column has a language in its header, so a
/// column with a detected language stays empty.
fn local(texts: &[LocalText], tongue: Tongue, nth: usize) -> Value {
    let lang: LangTag = match tongue {
        Tongue::Known(lang) => lang.into(),
        Tongue::Tagged(tag) => tag.into(),
        Tongue::Detected(_) => return Value::Empty,
    };
    let text = texts.iter().filter(|text| text.lang == lang).nth(nth);
    Value::of(text.map(|it| it.text.as_str()))
}

/// What can be chosen in a column.
pub fn choices(
    (lists, field): (Lists, Field),
    document: &Document,
    (lang, words): (Lang, &Words),
) -> Vec<String> {
    match field {
        // Other programmes are allowed too. These have the spelling of the catalogue.
        Field::Programme if lists == Lists::Projects => {
            let mut names: Vec<_> = document.programmes.iter().map(|it| it.name.clone()).collect();
            names.sort_by_key(|name| key(name));
            names.dedup();
            names
        }
        Field::Period => Period::ALL.iter().map(ToString::to_string).collect(),
        Field::City => document.home_cities.iter().map(|city| city.name.clone()).collect(),
        Field::Theme => {
            let themes = catalogue::model::Theme::ALL.iter();
            themes.map(|theme| catalogue::names::theme(lang, *theme).to_owned()).collect()
        }
        Field::Role => words.roles.iter().map(|role| (*role).to_owned()).collect(),
        Field::Country => {
            let mut names: Vec<_> =
                catalogue::names::countries(lang).map(|(_, name)| name.to_owned()).collect();
            names.sort_by_key(|name| key(name));
            names
        }
        _ => Vec::new(),
    }
}
