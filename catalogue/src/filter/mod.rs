//! What a visitor asked for, and how an address says it.
//!
//! A [`Filter`] is the whole state of the explorer: what is looked for, how it
//! is sorted, which page and which view. Its codec ([`Filter::from_query`],
//! [`Filter::to_query`]) is used everywhere an address is read or written, so a
//! link means the same to a page, a server function, an export and an embed.
//!
//! The grammar, in canonical order:
//!
//! ```text
//! q=TEXT                      every word must begin some word of the project
//! city=SLUG                   presented by this home city
//! theme=THEME  programme=SLUG  period=YYYY-YYYY  country=CC  status=STATUS
//! role=lead                   led by the city that presents it
//! from=YYYY  to=YYYY          known to have run in these years
//! budget=MIN..MAX             total budget; either bound may be left out
//! budget=unpublished          no total budget was published
//! sort=start|end|title|budget|relevance
//! page=N  view=map  layer=partners|network
//! bbox=W,S,E,N               with a pin of that layer in this part of the map
//! ```
//!
//! Several values of one facet widen the answer (*or*); different facets narrow
//! it (*and*); a value with a minus in front excludes. Two budgets widen each
//! other. What is left out is the default. What is not understood is ignored
//! and reported ([`Ignored`]), never an error.

mod bbox;
mod choice;
mod decode;
mod encode;
mod lock;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::map::Bbox;
use crate::model::{Country, Euro, Period, Slug, Status, Theme};

pub use bbox::BboxError;
pub use choice::{Choice, Chosen};
pub use decode::pairs;
pub use decode::{Decoded, Ignored, Reason};
pub use encode::with_more;
pub use lock::Lock;

pub(crate) use encode::write_pair;

/// What a visitor asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// What was typed, with blanks collapsed; at most [`Filter::MAX_TEXT`] characters.
    pub text: String,
    /// Home cities that present the project.
    pub city: Choice<Slug>,
    /// What the project is about.
    pub theme: Choice<Theme>,
    /// The programme that funds it.
    pub programme: Choice<Slug>,
    /// The programming period.
    pub period: Choice<Period>,
    /// Countries that organisations come from.
    pub country: Choice<Country>,
    /// Whether it is led by the city that presents it.
    pub role: Choice<LeadRole>,
    /// Planned, ongoing or closed.
    pub status: Choice<Status>,
    /// The years in which it is known to have run.
    pub years: Years,
    /// Its total budget.
    pub budget: Budget,
    /// The order of the list.
    pub sort: Sort,
    /// The page of the list, from 1.
    pub page: Page,
    /// What a narrow screen shows.
    pub view: View,
    /// What stands on the map. It narrows nothing, but it decides what `bbox`
    /// means: list and map agree in every layer.
    pub layer: Layer,
    /// Only what has a pin of the layer inside this part of the map.
    pub bbox: Option<Bbox>,
}

impl Filter {
    /// Longer texts are cut: nobody types more, and each word costs a look-up.
    pub const MAX_TEXT: usize = 200;
    /// More values of one facet are ignored.
    pub const MAX_VALUES: usize = 100;
    /// More bytes of an address are ignored.
    pub const MAX_QUERY: usize = 8_192;

    /// Whether nothing narrows the catalogue; sort, page, view and layer do
    /// not count.
    pub fn is_open(&self) -> bool {
        Self { layer: Layer::default(), ..self.clone().scope() } == Self::default()
    }

    /// The same question without sort, page and view.
    pub fn scope(self) -> Self {
        Self { sort: Sort::default(), page: Page::default(), view: View::default(), ..self }
    }

    /// The same filter back on its first page, as every change of it must be.
    pub fn first_page(self) -> Self {
        Self { page: Page::default(), ..self }
    }

    /// What a link asks for of somebody who has gone on since it was made: what it
    /// changes of the filter that was `shown` is changed of where they are `now`.
    pub fn carried(self, shown: &Self, now: Self) -> Self {
        fn pick<T: PartialEq>(link: T, shown: &T, now: T) -> T {
            if link == *shown { now } else { link }
        }
        // Exhaustive on purpose: a new field must be thought about here.
        Self {
            text: pick(self.text, &shown.text, now.text),
            city: pick(self.city, &shown.city, now.city),
            theme: pick(self.theme, &shown.theme, now.theme),
            programme: pick(self.programme, &shown.programme, now.programme),
            period: pick(self.period, &shown.period, now.period),
            country: pick(self.country, &shown.country, now.country),
            role: pick(self.role, &shown.role, now.role),
            status: pick(self.status, &shown.status, now.status),
            years: pick(self.years, &shown.years, now.years),
            budget: pick(self.budget, &shown.budget, now.budget),
            sort: pick(self.sort, &shown.sort, now.sort),
            page: pick(self.page, &shown.page, now.page),
            view: pick(self.view, &shown.view, now.view),
            layer: pick(self.layer, &shown.layer, now.layer),
            bbox: pick(self.bbox, &shown.bbox, now.bbox),
        }
    }

    /// The filter with everything dropped that `part` narrows.
    pub fn without(mut self, part: Part) -> Self {
        match part {
            Part::Text => self.text.clear(),
            Part::City => self.city = Choice::default(),
            Part::Theme => self.theme = Choice::default(),
            Part::Programme => self.programme = Choice::default(),
            Part::Period => self.period = Choice::default(),
            Part::Country => self.country = Choice::default(),
            Part::Role => self.role = Choice::default(),
            Part::Status => self.status = Choice::default(),
            Part::Years => self.years = Years::default(),
            Part::Budget => self.budget = Budget::default(),
            Part::Bbox => self.bbox = None,
        }
        self.first_page()
    }

    /// The parts that narrow this filter, in canonical order.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        Part::ALL
            .into_iter()
            .filter(|part| self.clone().without(*part).scope() != self.clone().scope())
    }

    /// The words that were typed.
    pub fn text_words(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').filter(|word| !word.is_empty())
    }
}

/// The parts of a filter that narrow the catalogue.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[expect(missing_docs, reason = "named after the fields of Filter")]
pub enum Part {
    Text,
    City,
    Theme,
    Programme,
    Period,
    Country,
    Role,
    Status,
    Years,
    Budget,
    Bbox,
}

impl Part {
    /// Every part, in canonical order.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::City,
        Self::Theme,
        Self::Programme,
        Self::Period,
        Self::Country,
        Self::Role,
        Self::Status,
        Self::Years,
        Self::Budget,
        Self::Bbox,
    ];

    /// The name of its parameter in addresses; for years the first of its two.
    pub fn key(self) -> &'static str {
        match self {
            Self::Text => "q",
            Self::City => "city",
            Self::Theme => "theme",
            Self::Programme => "programme",
            Self::Period => "period",
            Self::Country => "country",
            Self::Role => "role",
            Self::Status => "status",
            Self::Years => "from",
            Self::Budget => "budget",
            Self::Bbox => "bbox",
        }
    }
}

/// The one value of the facet `role`: the presenting city's own participation leads.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub enum LeadRole {
    /// Led by the city that presents it.
    Lead,
}

/// Years from and to, both included.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Years {
    /// Not over before this year.
    pub from: Option<u16>,
    /// Not begun after this year.
    pub to: Option<u16>,
}

impl Years {
    /// Whether a time from the first to the last of `ran` touches these years.
    pub fn touch(self, ran: (u16, u16)) -> bool {
        self.from.is_none_or(|from| ran.1 >= from) && self.to.is_none_or(|to| ran.0 <= to)
    }
}

/// Which total budgets are asked for. Without range and `unpublished`, all are.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Budget {
    /// At least the first, at most the second; one of the two may be open.
    pub range: Option<(Option<Euro>, Option<Euro>)>,
    /// Those of which no total budget was published.
    pub unpublished: bool,
}

impl Budget {
    /// Whether a project with this total budget is asked for.
    pub fn admits(self, total: Option<Euro>) -> bool {
        match (self.range, total) {
            (None, _) if !self.unpublished => true,
            (_, None) => self.unpublished,
            (None, Some(_)) => false,
            (Some((min, max)), Some(total)) => {
                min.is_none_or(|min| total >= min) && max.is_none_or(|max| total <= max)
            }
        }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Sort {
    /// Best match first; where nothing is looked for, the catalogue's own order.
    #[default]
    Relevance,
    /// By title, A to Z.
    Title,
    /// By start, newest first.
    Start,
    /// By end, latest first.
    End,
    /// By total budget, largest first.
    Budget,
}

impl Sort {
    /// Every order, as offered.
    pub const ALL: [Self; 5] = [Self::Relevance, Self::Title, Self::Start, Self::End, Self::Budget];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Title => "title",
            Self::Start => "start",
            Self::End => "end",
            Self::Budget => "budget",
        }
    }
}

/// A page of the list, from 1.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Page(pub u32);

impl Default for Page {
    fn default() -> Self {
        Self(1)
    }
}

/// What a narrow screen shows; a wide one always shows both.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum View {
    /// The list.
    #[default]
    List,
    /// The map.
    Map,
}

/// What stands on the map.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, Hash, PartialEq, Serialize)]
pub enum Layer {
    /// The projects, where they are presented or led from.
    #[default]
    Projects,
    /// The organisations that take part, wherever they are known to sit.
    Partners,
    /// The same, with the projects that they share as lines between them.
    Network,
}

impl Layer {
    /// Every layer, as offered.
    pub const ALL: [Self; 3] = [Self::Projects, Self::Partners, Self::Network];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Projects => "projects",
            Self::Partners => "partners",
            Self::Network => "network",
        }
    }
}

impl fmt::Display for Filter {
    /// The canonical query, without a question mark.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_query())
    }
}
