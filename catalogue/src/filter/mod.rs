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
//! FACET=VALUE                 for every row of the table of facets, in its order:
//!                             city=SLUG, theme=food, country=NL, role=lead…
//! from=YYYY  to=YYYY          known to have run in these years
//! budget=MIN..MAX             total budget; either bound may be left out
//! budget=unpublished          no total budget was published
//! budget=doubtful             some amount is doubtful; either may have a minus in front
//! sort=start|end|title|budget|relevance
//! page=N  view=table|map  layer=partners|network
//! columns=NAME,NAME            of the table, besides the name of the project; or none
//! bbox=W,S,E,N                with a marker of that layer in this part of the map
//! at=ZOOM/LAT/LON             what the map looks at, whatever is found
//! ```
//!
//! Several values of one facet widen the answer (*or*); different facets narrow
//! it (*and*); a value with a minus in front excludes. Several budgets widen each
//! other. What is left out is the default. What is not understood is ignored
//! and reported ([`Ignored`]), never an error.

mod bbox;
mod camera;
mod choice;
mod columns;
mod current;
mod decode;
mod degrees;
mod encode;
mod lock;
mod part;
mod question;
mod step;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::facet::Facet;
use crate::map::{Bbox, Camera};
use crate::model::{Euro, plausibility::Doubtful};

pub use bbox::BboxError;
pub use camera::CameraError;
pub use choice::{Choice, Chosen};
pub use columns::{Column, Columns};
pub use current::Current;
pub use decode::pairs;
pub use decode::{Decoded, Ignored, Reason};
pub use encode::with_more;
pub use lock::Lock;
pub use part::Part;
pub use question::Question;
pub use step::Step;

pub(crate) use encode::write_pair;

/// What a visitor asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// What was typed, with blanks collapsed; at most [`Filter::MAX_TEXT`] characters.
    pub text: String,
    /// The values asked for of each facet, by [`Facet`]'s order.
    pub facets: [Choice; Facet::COUNT],
    /// The years in which it is known to have run.
    pub years: Years,
    /// Its total budget.
    pub budget: Budget,
    /// The order of the list.
    pub sort: Sort,
    /// The page of the list, from 1.
    pub page: Page,
    /// List, table or map.
    pub view: View,
    /// The columns of the table.
    pub columns: Columns,
    /// What stands on the map. It narrows nothing, but it decides what `bbox`
    /// means: list and map agree in every layer.
    pub layer: Layer,
    /// Only what has a marker of the layer inside this part of the map.
    pub bbox: Option<Bbox>,
    /// What the map looks at, where a visitor has moved it. It narrows nothing.
    pub camera: Option<Camera>,
}

impl Filter {
    /// Longer texts are cut: visitors type less, and each word costs a look-up.
    pub const MAX_TEXT: usize = 200;
    /// More values of one facet are ignored.
    pub const MAX_VALUES: usize = 100;
    /// More bytes of facets are ignored, names and values together: they stand in the
    /// address of every link of a page, of which a map has some hundreds.
    pub const MAX_FACETS: usize = 2_000;
    /// More bytes of an address are ignored.
    pub const MAX_QUERY: usize = 8_192;

    /// The values asked for of a facet.
    pub fn choice(&self, facet: Facet) -> &Choice {
        &self.facets[facet as usize]
    }

    /// The same, to change it.
    pub fn choice_mut(&mut self, facet: Facet) -> &mut Choice {
        &mut self.facets[facet as usize]
    }

    /// Whether nothing narrows the catalogue; sort, page, view, columns, layer and camera
    /// do not count.
    pub fn is_open(&self) -> bool {
        Self { layer: Layer::default(), ..self.clone().scope() } == Self::default()
    }

    /// The same question without sort, page, view, columns and camera.
    pub fn scope(self) -> Self {
        let (sort, page, view, columns) = Default::default();
        Self { sort, page, view, columns, camera: None, ..self }
    }

    /// The same filter back on its first page, as every change of it must be.
    pub fn first_page(self) -> Self {
        Self { page: Page::default(), ..self }
    }

    /// The filter with everything dropped that `part` narrows.
    pub fn without(mut self, part: Part) -> Self {
        match part {
            Part::Text => self.text.clear(),
            Part::Facet(facet) => *self.choice_mut(facet) = Choice::default(),
            Part::Years => self.years = Years::default(),
            Part::Budget => self.budget = Budget::default(),
            Part::Bbox => self.bbox = None,
        }
        self.first_page()
    }

    /// The parts that narrow this filter, in canonical order.
    pub fn parts(&self) -> impl Iterator<Item = Part> {
        Part::all().filter(|part| self.clone().without(*part).scope() != self.clone().scope())
    }

    /// The words that were typed.
    pub fn text_words(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').filter(|word| !word.is_empty())
    }
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

/// What can be asked of budgets besides a range.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum BudgetMark {
    /// No total budget was published.
    Unpublished,
    /// Some amount is doubtful.
    Doubtful,
}

impl BudgetMark {
    /// Every mark, as offered.
    pub const ALL: [Self; 2] = [Self::Unpublished, Self::Doubtful];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unpublished => "unpublished",
            Self::Doubtful => "doubtful",
        }
    }
}

/// Which budgets are asked for, and which are not wanted. Without any of these, all are
/// asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Budget {
    /// A total budget of at least the first, at most the second; one of the two may be
    /// open. A doubtful total is in no range.
    pub range: Option<(Option<Euro>, Option<Euro>)>,
    /// What is asked of each mark, by [`BudgetMark`]'s order.
    pub marks: [Chosen; BudgetMark::ALL.len()],
}

impl Budget {
    /// Whether a project with this total budget is asked for, and these doubts.
    pub fn admits(self, total: Option<Euro>, doubtful: Doubtful) -> bool {
        let in_range = |(min, max): (Option<Euro>, Option<Euro>)| {
            total.filter(|_| doubtful != Doubtful::Total).is_some_and(|total| {
                min.is_none_or(|min| total >= min) && max.is_none_or(|max| total <= max)
            })
        };
        let has = |mark: BudgetMark| match mark {
            BudgetMark::Unpublished => total.is_none(),
            BudgetMark::Doubtful => doubtful != Doubtful::Nothing,
        };
        let excluded = self.marked(Chosen::Excluded).any(has);
        let is_open = self.range.is_none() && self.marked(Chosen::Included).next().is_none();
        !excluded
            && (is_open
                || self.range.is_some_and(in_range)
                || self.marked(Chosen::Included).any(has))
    }

    /// What is asked of a mark.
    pub fn of(self, mark: BudgetMark) -> Chosen {
        self.marks[mark as usize]
    }

    /// The same with something else asked of a mark.
    pub fn with(mut self, mark: BudgetMark, chosen: Chosen) -> Self {
        self.marks[mark as usize] = chosen;
        self
    }

    /// The marks that are asked for, or those that are not wanted.
    pub fn marked(self, chosen: Chosen) -> impl Iterator<Item = BudgetMark> {
        BudgetMark::ALL.into_iter().filter(move |mark| self.of(*mark) == chosen)
    }

    /// How many of these are asked for or not wanted.
    pub fn count(self) -> usize {
        let marks = self.marks.iter().filter(|chosen| **chosen != Chosen::No).count();
        usize::from(self.range.is_some()) + marks
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
    /// By total budget, largest first; those that are doubtful or not published last.
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

impl Page {
    /// Projects on one page.
    pub const SIZE: usize = 24;

    /// How many projects stand before it.
    pub fn skip(self) -> usize {
        (self.0.max(1) as usize - 1) * Self::SIZE
    }
}

impl Default for Page {
    fn default() -> Self {
        Self(1)
    }
}

/// What a narrow screen shows; a wide one always shows both.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub enum View {
    /// The list, with the map beside it where there is room.
    #[default]
    List,
    /// A table.
    Table,
    /// The map, with the list beside it where there is room.
    Map,
}

impl View {
    /// Every view, as offered.
    pub const ALL: [Self; 3] = [Self::List, Self::Table, Self::Map];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Table => "table",
            Self::Map => "map",
        }
    }
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
