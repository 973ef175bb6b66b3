//! Projects as columns: all that a facet engine needs.

use catalogue::model::{Country, Day, Period, Status, Strand, Theme, plausibility::Doubtful};
use catalogue::query::engine::{Column, Columns};
use catalogue::{Facet, Offered};

use super::TODAY;
use super::document::{home_cities, programmes};
use super::facts::Facts;
use super::tables::COUNTRIES;

/// The first `len` projects.
pub fn columns(len: usize) -> Columns {
    let mut countries: Vec<Country> =
        COUNTRIES.iter().filter_map(|land| land.code.parse().ok()).collect();
    let in_table = countries.clone();
    countries.sort_unstable();
    let place = |country: usize| place_in(&countries, &in_table[country]);
    let offered = |facet: &Facet| -> Vec<Offered> {
        match facet {
            Facet::City => {
                let cities = home_cities().into_iter();
                cities.map(|city| (city.slug.to_string(), Some(city.name))).collect()
            }
            Facet::Theme => Theme::ALL.map(|theme| unnamed(theme.as_str())).into(),
            Facet::Programme => {
                let programmes = programmes().into_iter();
                programmes.map(|p| (p.slug.to_string(), Some(p.name))).collect()
            }
            Facet::Period => vec![unnamed(Period::P2014.as_str())],
            Facet::Strand => vec![unnamed(Strand::A.as_str())],
            Facet::Country => countries.iter().map(|country| unnamed(country.as_str())).collect(),
            Facet::Role => vec![unnamed("lead")],
            Facet::Status => Status::ALL.map(|status| unnamed(status.as_str())).into(),
        }
    };
    let mut columns = Columns {
        facets: Facet::ALL.iter().map(|facet| Column::new(offered(facet))).collect(),
        start: Vec::with_capacity(len),
        end: Vec::with_capacity(len),
        budget: Vec::with_capacity(len),
        // No amount contradicts another.
        doubtful: vec![Doubtful::Nothing; len],
        title: Vec::new(),
    };
    let mut titles: Vec<(Key, u32)> = Vec::with_capacity(len);
    for (number, row) in (0..len).zip(0..u32::MAX) {
        let facts = Facts::of(number);
        let city = facts.presented_by;
        for (facet, column) in Facet::ALL.iter().zip(&mut columns.facets) {
            match facet {
                Facet::City => column.push(city.map(|(city, _)| city as u16)),
                Facet::Theme => {
                    column.push(facts.themes().iter().map(|theme| place_in(&Theme::ALL, theme)));
                }
                Facet::Programme => column.push([facts.programme as u16]),
                Facet::Period | Facet::Strand => column.push([0]),
                Facet::Country => {
                    column.push(facts.countries.iter().map(|country| place(*country)));
                }
                Facet::Role => column.push(city.filter(|(_, leads)| *leads).map(|_| 0)),
                Facet::Status => {
                    column.push([place_in(&Status::ALL, &status(facts.start, facts.end))]);
                }
            }
        }
        columns.start.push(Some(facts.start));
        columns.end.push(Some(facts.end));
        columns.budget.push(facts.budget);
        titles.push((key(&facts.acronym), row));
    }
    columns.title = ranks(titles);
    columns
}

fn unnamed(value: &str) -> Offered {
    (value.to_owned(), None)
}

fn place_in<T: PartialEq>(all: &[T], one: &T) -> u16 {
    all.iter().zip(0..).find(|(known, _)| *known == one).map_or(u16::MAX, |(_, place)| place)
}

/// As [`Project::status`](catalogue::model::Project::status), for whole dates.
fn status(start: Day, end: Day) -> Status {
    if end < TODAY {
        Status::Closed
    } else if start > TODAY {
        Status::Planned
    } else {
        Status::Ongoing
    }
}

/// A short name as a number that sorts as it does.
type Key = u128;

fn key(acronym: &str) -> Key {
    let padded = acronym.bytes().map(|byte| byte.to_ascii_lowercase()).chain(std::iter::repeat(0));
    padded.take(size_of::<Key>()).fold(0, |key, byte| key << 8 | Key::from(byte))
}

/// For each project the place of its key among all; equal keys have the same.
fn ranks(mut keys: Vec<(Key, u32)>) -> Vec<u32> {
    keys.sort_unstable();
    let mut ranks = vec![0; keys.len()];
    let mut rank = 0;
    for pair in keys.windows(2) {
        rank += u32::from(pair[0].0 != pair[1].0);
        ranks[pair[1].1 as usize] = rank;
    }
    ranks
}
