//! What a catalogue writes into the columns of the template.

use catalogue::model::{
    Document, Lang, LocalText, Money, Participation, Period, Programme, Project, Role,
};

use super::words::Words;
use crate::import::mapping::{Column, Field, Lists, Tongue};

/// A value for a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
}

impl Value {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn of(text: Option<&str>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn money(money: Option<Money>) -> Self {
        money.map_or(Self::Empty, |money| Self::Number(money.eur.into()))
    }
}

/// A project on a row, in the order of the columns.
pub fn project(
    document: &Document,
    project: &Project,
    columns: &[Column],
    lang: Lang,
) -> Vec<Value> {
    let programme = document.programmes.iter().find(|it| it.slug == project.programme);
    let mut themes = project.themes.iter();
    let value = |column: &Column| match column.field {
        Field::Acronym => Value::text(name(project)),
        Field::Programme => Value::of(programme.map(|it| it.name.as_str())),
        Field::Period => Value::of(programme.map(|it| it.period.as_str())),
        Field::City => {
            let cities = project
                .presented_by
                .iter()
                .filter_map(|slug| document.home_cities.iter().find(|city| city.slug == *slug));
            let names: Vec<_> = cities.map(|city| city.name.as_str()).collect();
            Value::of((!names.is_empty()).then(|| names.join(", ")).as_deref())
        }
        Field::CityTitle => Value::of(project.city_title.as_deref()),
        Field::Title(tongue) => local(&project.title, tongue),
        Field::Description(tongue) => local(&project.description, tongue),
        Field::Results(tongue) => local(&project.results, tongue),
        Field::Theme => Value::of(themes.next().map(|it| catalogue::names::theme(lang, *it))),
        Field::Start => Value::of(project.start.map(|it| it.to_string()).as_deref()),
        Field::End => Value::of(project.end.map(|it| it.to_string()).as_deref()),
        Field::Budget => Value::money(project.total_budget),
        Field::EuFunding => Value::money(project.eu_funding),
        Field::EuPercent => {
            project.eu_cofinancing_percent.map_or(Value::Empty, |it| Value::Number(it.into()))
        }
        Field::Website => Value::of(project.website.as_deref()),
        Field::KeepUrl => Value::of(project.keep_url.as_deref()),
        Field::Slug => Value::text(project.slug.as_str()),
        _ => Value::Empty,
    };
    let mut value = value;
    columns.iter().map(&mut value).collect()
}

/// A participation on a row.
pub fn partner(
    programme: Option<&Programme>,
    project: &Project,
    part: &Participation,
    columns: &[Column],
    (lang, words): (Lang, &Words),
) -> Vec<Value> {
    let exact = part.location.filter(|it| it.precision == catalogue::model::Precision::Address);
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
            Value::of(programme.map(|it| format!("{} {}", it.name, it.period)).as_deref())
        }
        Field::Slug => Value::text(project.slug.as_str()),
        _ => Value::Empty,
    };
    columns.iter().map(value).collect()
}

/// What joins the two sheets.
fn name(project: &Project) -> &str {
    project.acronym.as_deref().unwrap_or_else(|| project.name(Lang::En))
}

/// The text of a language, or the first of none of ours.
fn local(texts: &[LocalText], tongue: Tongue) -> Value {
    let ours = |it: &&LocalText| Lang::ALL.iter().any(|lang| lang.tag() == it.lang.as_str());
    let text = match tongue {
        Tongue::Known(lang) => texts.iter().find(|it| it.lang.as_str() == lang.tag()),
        Tongue::Detected(_) => texts.iter().find(|it| !ours(it)),
    };
    Value::of(text.map(|it| it.text.as_str()))
}

/// What can be chosen in a column.
pub fn choices(
    (lists, field): (Lists, Field),
    document: &Document,
    (lang, words): (Lang, &Words),
) -> Vec<String> {
    match field {
        // Others can be written as well; these are spelled as the catalogue has them.
        Field::Programme if lists == Lists::Projects => {
            let mut names: Vec<_> = document.programmes.iter().map(|it| it.name.clone()).collect();
            names.sort_by_key(|name| crate::import::mapping::key(name));
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
            names.sort_by_key(|name| crate::import::mapping::key(name));
            names
        }
        _ => Vec::new(),
    }
}
