//! The facets: what a catalogue can be filtered by, value by value.
//!
//! The table below has one row for each facet, in canonical order, and it is the
//! only list of them: addresses, counting, the panel of filters, chips, hints and the
//! embed generator are loops over it. A value of a facet is a text, named as in
//! addresses (`theme=food`), which the row's `parse` has checked.
//!
//! A row has two parts. [`Row`] is what browser and server need: how an address
//! says it and how a page shows it. [`Source`] is what only the index needs: the
//! values on offer, and those of one project. `CONTRIBUTING.md`, "Adding a facet",
//! has the walk.

use std::collections::{BTreeSet, HashMap};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fold;
use crate::model::{
    Country, Day, Document, HomeCity, Lang, Period, Programme, Project, Slug, Status, Strand, Theme,
};
use crate::names;

/// How an address says a facet, and how a page shows it.
#[derive(Debug)]
pub struct Row {
    /// The name of its parameter in addresses.
    pub key: &'static str,
    /// The name of a value in addresses, canonical; `None` where there cannot be
    /// such a value.
    pub parse: fn(&str) -> Option<String>,
    /// Where a value gets the name that people read.
    pub naming: Naming,
    /// Whether its values are shown from the start; otherwise it is folded.
    pub is_open: bool,
    /// Whether pages list its values by name in the visitor's language; otherwise
    /// they keep the order of the offer.
    pub by_name: bool,
}

/// Where a value gets the name that people read.
#[derive(Clone, Copy, Debug)]
pub enum Naming {
    /// From the catalogue: the name travels with the value. Only the catalogue
    /// knows which values there are; another one is ignored and reported.
    Catalogue,
    /// From the names that imports understand, too.
    Names(fn(Lang, &str) -> Option<String>),
    /// From the translations of the site, which have the facet's heading as well.
    Translations,
    /// Its name in addresses is what people read.
    Verbatim,
}

/// A value on offer: its name in addresses, and its label where the catalogue names it.
pub type Offered = (String, Option<String>);

/// Hands over the name of each value that a project has.
type ValuesOf = fn(&Around<'_>, &Project, &mut dyn FnMut(&str));

/// Which values a facet has, and which of them a project has.
pub(crate) struct Source {
    /// All values, in the order in which pages offer them.
    pub(crate) offered: fn(&Around<'_>) -> Vec<Offered>,
    /// The values of a project.
    pub(crate) of: ValuesOf,
}

/// What a project's values depend on besides the project.
pub(crate) struct Around<'a> {
    document: &'a Document,
    today: Day,
    programmes: HashMap<&'a Slug, &'a Programme>,
}

impl<'a> Around<'a> {
    pub(crate) fn new(document: &'a Document, today: Day) -> Self {
        let programmes = document.programmes.iter().map(|p| (&p.slug, p)).collect();
        Self { document, today, programmes }
    }

    fn programme(&self, project: &Project) -> Option<&'a Programme> {
        self.programmes.get(&project.programme).copied()
    }
}

macro_rules! facets {
    ($(
        $(#[$doc:meta])*
        $facet:ident, $field:ident {
            key: $key:literal,
            parse: $parse:expr,
            naming: $naming:expr,
            is_open: $is_open:literal,
            by_name: $by_name:literal,
            offered: $offered:expr,
            of: $of:expr,
        }
    )*) => {
        /// A property to filter by, whose values show how many projects each would
        /// leave. The order is the canonical one.
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
        pub enum Facet { $( $(#[$doc])* $facet, )* }

        impl Facet {
            /// How many facets there are.
            pub const COUNT: usize = Self::ALL.len();
            /// Every facet, in canonical order.
            pub const ALL: &[Self] = &[$( Self::$facet, )*];
        }

        /// Something that there is for every facet, by name: a new facet does not
        /// compile before it has one.
        #[derive(Clone, Copy, Debug)]
        pub struct PerFacet<T> { $( $(#[$doc])* pub $field: T, )* }

        impl<T> PerFacet<T> {
            /// What there is for a facet.
            pub const fn of(&self, facet: Facet) -> &T {
                match facet { $( Facet::$facet => &self.$field, )* }
            }
        }

        static ROWS: [Row; Facet::COUNT] = [$( Row {
            key: $key, parse: $parse, naming: $naming, is_open: $is_open, by_name: $by_name,
        }, )*];

        // Apart from the rows, so that the client does not carry it.
        static SOURCES: [Source; Facet::COUNT] = [$( Source { offered: $offered, of: $of }, )*];
    };
}

facets! {
    /// Home cities that present the project.
    City, city {
        key: "city",
        parse: canonical::<Slug>,
        naming: Naming::Catalogue,
        is_open: true,
        by_name: false,
        offered: |around| cities(&around.document.home_cities),
        of: |_, project, add| project.presented_by.iter().for_each(|city| add(city.as_str())),
    }
    /// What the project is about.
    Theme, theme {
        key: "theme",
        parse: canonical::<Theme>,
        naming: Naming::Names(|lang, name| Some(names::theme(lang, name.parse().ok()?).to_owned())),
        is_open: true,
        by_name: false,
        offered: |_| unlabelled(Theme::ALL.map(Theme::as_str)),
        of: |_, project, add| project.themes.iter().for_each(|theme| add(theme.as_str())),
    }
    /// The programme that funds it.
    Programme, programme {
        key: "programme",
        parse: canonical::<Slug>,
        naming: Naming::Catalogue,
        is_open: false,
        by_name: false,
        offered: |around| programmes(&around.document.programmes),
        of: |_, project, add| add(project.programme.as_str()),
    }
    /// The programming period.
    Period, period {
        key: "period",
        parse: canonical::<Period>,
        naming: Naming::Verbatim,
        is_open: false,
        by_name: false,
        offered: |_| unlabelled(Period::ALL.map(Period::as_str)),
        of: |around, project, add| {
            around.programme(project).into_iter().for_each(|p| add(p.period.as_str()));
        },
    }
    /// The kind of cooperation that the programme funds.
    Strand, strand {
        key: "strand",
        parse: |name| one_of(Strand::ALL.map(Strand::as_str), &name.to_ascii_uppercase()),
        naming: Naming::Translations,
        is_open: false,
        by_name: false,
        offered: |_| unlabelled(Strand::ALL.map(Strand::as_str)),
        of: |around, project, add| {
            around.programme(project).into_iter().for_each(|p| add(p.strand.as_str()));
        },
    }
    /// Countries that organisations come from.
    Country, country {
        key: "country",
        parse: |name| canonical::<Country>(&name.to_ascii_uppercase()),
        naming: Naming::Names(|lang, code| Some(names::country(lang, code.parse().ok()?))),
        is_open: false,
        by_name: true,
        offered: |around| countries(&around.document.projects),
        of: |_, project, add| {
            countries_of(project).iter().for_each(|country| add(country.as_str()));
        },
    }
    /// Whether the city that presents it leads it.
    Role, role {
        key: "role",
        parse: |name| one_of([LEAD], name),
        naming: Naming::Translations,
        is_open: false,
        by_name: false,
        offered: |_| unlabelled([LEAD]),
        of: |_, project, add| if project.led_by_presenting_city() { add(LEAD) },
    }
    /// Planned, ongoing, closed, or not known.
    Status, status {
        key: "status",
        parse: |name| one_of(Status::ALL.map(Status::as_str), name),
        naming: Naming::Translations,
        is_open: true,
        by_name: false,
        offered: |_| unlabelled(Status::ALL.map(Status::as_str)),
        of: |around, project, add| add(project.status(around.today).as_str()),
    }
}

/// The one value of the facet `role`.
const LEAD: &str = "lead";

impl Facet {
    /// How addresses say it and pages show it.
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// Where its values come from.
    pub(crate) fn source(self) -> &'static Source {
        &SOURCES[self as usize]
    }

    /// The name of its parameter in addresses.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// The facet of a parameter.
    pub fn by_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|facet| facet.key() == key)
    }
}

fn canonical<T: FromStr + ToString>(name: &str) -> Option<String> {
    name.parse::<T>().ok().map(|value| value.to_string())
}

fn one_of<const N: usize>(all: [&str; N], name: &str) -> Option<String> {
    all.into_iter().find(|known| *known == name).map(str::to_owned)
}

fn unlabelled<'a>(values: impl IntoIterator<Item = &'a str>) -> Vec<Offered> {
    values.into_iter().map(|value| (value.to_owned(), None)).collect()
}

/// Home cities as values of a facet.
pub(crate) fn cities(cities: &[HomeCity]) -> Vec<Offered> {
    cities.iter().map(|city| (city.slug.to_string(), Some(city.name.clone()))).collect()
}

/// By name; of equal names the older first.
fn programmes(programmes: &[Programme]) -> Vec<Offered> {
    let mut by_name: Vec<_> = programmes.iter().collect();
    by_name.sort_by_cached_key(|p| (fold::sort_key(&p.name), p.period));
    by_name.into_iter().map(|p| (p.slug.to_string(), Some(p.name.clone()))).collect()
}

fn countries(projects: &[Project]) -> Vec<Offered> {
    let all: BTreeSet<Country> = projects.iter().flat_map(countries_of).collect();
    unlabelled(all.iter().map(Country::as_str))
}

fn countries_of(project: &Project) -> BTreeSet<Country> {
    project.participations.iter().filter_map(|part| part.country).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_stand_in_the_order_of_the_facets_and_no_key_stands_twice() {
        for facet in Facet::ALL {
            assert_eq!(Facet::by_key(facet.key()), Some(*facet));
        }
    }

    #[test]
    fn every_value_that_is_offered_is_read_back_as_it_is() {
        let document: Document = serde_json::from_value(serde_json::json!({
            "format": "interreg-explorer/1", "collected": "2020", "introduction": [],
            "home_cities": [{
                "slug": "emmen", "name": "Emmen", "country": "NL",
                "location": { "lon": 6.9, "lat": 52.8, "precision": "town" },
            }],
            "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
            "projects": [{
                "slug": "moor", "programme": "p",
                "participations": [{ "organisation": "O", "role": "lead", "country": "DE" }],
            }],
        }))
        .unwrap();
        let around = Around::new(&document, Day { year: 2020, month: 1, day: 1 });
        for facet in Facet::ALL {
            let offered = (facet.source().offered)(&around);
            assert!(!offered.is_empty(), "{facet:?}");
            for (value, _) in offered {
                assert_eq!((facet.row().parse)(&value), Some(value), "{facet:?}");
            }
            assert_eq!((facet.row().parse)("no such value!"), None, "{facet:?}");
        }
    }
}
