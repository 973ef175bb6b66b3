//! Projects as columns: all that a facet engine needs.

use catalogue::filter::LeadRole;
use catalogue::model::{Country, Day, Period, Status, Theme};
use catalogue::query::engine::{Column, Columns};

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
    let mut columns = Columns {
        city: Column::new(home_cities().into_iter().map(|city| (city.slug, Some(city.name)))),
        theme: Column::new(Theme::ALL.map(unnamed)),
        programme: Column::new(programmes().into_iter().map(|p| (p.slug, Some(p.name)))),
        period: Column::new([unnamed(Period::P2014)]),
        country: Column::new(countries.iter().copied().map(unnamed)),
        role: Column::new([unnamed(LeadRole::Lead)]),
        status: Column::new(Status::ALL.map(unnamed)),
        start: Vec::with_capacity(len),
        end: Vec::with_capacity(len),
        budget: Vec::with_capacity(len),
        title: Vec::new(),
    };
    let mut titles: Vec<(Key, u32)> = Vec::with_capacity(len);
    for (number, row) in (0..len).zip(0..u32::MAX) {
        let facts = Facts::of(number);
        let city = facts.presented_by;
        columns.city.push(city.map(|(city, _)| city as u16));
        columns.theme.push(facts.themes().iter().map(|theme| place_in(&Theme::ALL, theme)));
        columns.programme.push([facts.programme as u16]);
        columns.period.push([0]);
        columns.country.push(facts.countries.iter().map(|country| place(*country)));
        columns.role.push(city.filter(|(_, leads)| *leads).map(|_| 0));
        columns.status.push([place_in(&Status::ALL, &status(facts.start, facts.end))]);
        columns.start.push(Some(facts.start));
        columns.end.push(Some(facts.end));
        columns.budget.push(facts.budget);
        titles.push((key(&facts.acronym), row));
    }
    columns.title = ranks(titles);
    columns
}

fn unnamed<T>(value: T) -> (T, Option<String>) {
    (value, None)
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
