//! The query of an address as a filter.

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use super::{BudgetMark, Choice, Chosen, Facet, Filter, Layer, Page, Sort, View};
use crate::model::{Euro, notation};

/// A part of an address that was not understood. The page says so.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Ignored {
    /// The parameter.
    pub key: String,
    /// What stood there, cut to a length that fits a notice.
    pub value: String,
    /// What was wrong with it.
    pub reason: Reason,
}

/// Why a part of an address was ignored.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Reason {
    /// The value is not one this parameter takes.
    NotAValue,
    /// The catalogue has no such city or programme.
    NotInCatalogue,
    /// There was more than is read.
    TooMuch,
}

impl Ignored {
    /// Visitors read the notices; a long list of them would not help.
    pub const MAX: usize = 10;

    /// A notice about a value.
    pub fn new(key: &str, value: &str, reason: Reason) -> Self {
        let cut = |text: &str| text.chars().take(60).collect();
        Self { key: cut(key), value: cut(value), reason }
    }
}

/// How an address that a browser's form made differs from the canonical one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// The filter.
    pub filter: Filter,
    /// What was not understood.
    pub ignored: Vec<Ignored>,
    /// It has traces of a form (empty fields, split bounds) that do not belong into an address.
    pub from_form: bool,
    /// It has parameters that are none of ours.
    pub has_others: bool,
    /// The lock of an embed, which is a query of its own; the first that says something.
    pub lock: Option<String>,
    /// Bytes of facets that were read, as [`Filter::MAX_FACETS`] counts them.
    facets: usize,
}

impl Filter {
    /// Reads a query, with or without a question mark. Never fails: what is
    /// not understood is left out and reported.
    pub fn from_query(query: &str) -> (Self, Vec<Ignored>) {
        let decoded = Self::decode(query);
        (decoded.filter, decoded.ignored)
    }

    /// Like [`Filter::from_query`], and tells whether a form made the query.
    pub fn decode(query: &str) -> Decoded {
        let query = query.strip_prefix('?').unwrap_or(query);
        let mut out = Decoded::default();
        let read = cut_at_boundary(query, Self::MAX_QUERY);
        if read.len() < query.len() {
            out.ignored.push(Ignored::new("…", "", Reason::TooMuch));
        }
        for (key, value) in pairs(read) {
            if value.trim().is_empty() {
                out.from_form |= FORM_FIELDS.contains(&key.as_str());
                continue;
            }
            if key == "lock" && out.lock.is_none() {
                out.lock = Some(value.clone());
            }
            if let Err(reason) = out.read(&key, value.trim()) {
                out.ignored.push(Ignored::new(&key, &value, reason));
            }
        }
        let (from, to) = (out.filter.years.from, out.filter.years.to);
        if let (Some(a), Some(b)) = (from, to)
            && a > b
        {
            // A visitor who types 2023 to 2019 means the years between.
            (out.filter.years.from, out.filter.years.to) = (to, from);
        }
        if let Some((Some(a), Some(b))) = out.filter.budget.range
            && a > b
        {
            out.filter.budget.range = Some((Some(b), Some(a)));
        }
        out.ignored.truncate(Ignored::MAX);
        out
    }
}

/// The fields that the explorer's own form has; empty ones mean a form was sent.
const FORM_FIELDS: [&str; 8] =
    ["q", "from", "to", "budget-from", "budget-to", "sort", "view", "layer"];

impl Decoded {
    fn read(&mut self, key: &str, value: &str) -> Result<(), Reason> {
        let filter = &mut self.filter;
        let room = &mut self.facets;
        match key {
            "q" => {
                let words = value.split_whitespace().collect::<Vec<_>>().join(" ");
                filter.text =
                    words.chars().take(Filter::MAX_TEXT).collect::<String>().trim_end().to_owned();
                if filter.text != words {
                    return Err(Reason::TooMuch);
                }
            }
            "from" => filter.years.from = Some(year(value)?),
            "to" => filter.years.to = Some(year(value)?),
            "budget" => {
                let (name, chosen) = sign(value);
                match BudgetMark::ALL.into_iter().find(|mark| mark.as_str() == name) {
                    Some(mark) => filter.budget = filter.budget.with(mark, chosen),
                    None => filter.budget.range = Some(range(value)?),
                }
            }
            "budget-from" | "budget-to" => {
                self.from_form = true;
                // A form has what a visitor wrote, in whatever notation.
                let bound = Some(notation::amount(value, None).ok_or(Reason::NotAValue)?);
                let (min, max) = self.filter.budget.range.unwrap_or_default();
                let from = key == "budget-from";
                self.filter.budget.range = Some(if from { (bound, max) } else { (min, bound) });
            }
            "sort" => {
                filter.sort = Sort::ALL
                    .into_iter()
                    .find(|sort| sort.as_str() == value)
                    .ok_or(Reason::NotAValue)?;
                // The default does not belong into an address.
                self.from_form |= filter.sort == Sort::default();
            }
            "page" => {
                let page = value.parse().ok().filter(|page| *page >= 1).ok_or(Reason::NotAValue)?;
                filter.page = Page(page);
            }
            "view" => {
                filter.view = View::ALL
                    .into_iter()
                    .find(|view| view.as_str() == value)
                    .ok_or(Reason::NotAValue)?;
            }
            "columns" => filter.columns = value.parse().map_err(|_| Reason::NotAValue)?,
            "layer" => {
                filter.layer = Layer::ALL
                    .into_iter()
                    .find(|layer| layer.as_str() == value)
                    .ok_or(Reason::NotAValue)?;
                self.from_form |= filter.layer == Layer::default();
            }
            "bbox" => filter.bbox = Some(value.parse().map_err(|_| Reason::NotAValue)?),
            "at" => filter.camera = Some(value.parse().map_err(|_| Reason::NotAValue)?),
            _ => match Facet::by_key(key) {
                Some(facet) => choose(filter.choice_mut(facet), facet, value, room)?,
                // Parameters of others, such as a newsletter's tracking code, are
                // ignored without a notice.
                None => self.has_others = true,
            },
        }
        Ok(())
    }
}

/// A value, and whether a minus in front excludes it.
fn sign(value: &str) -> (&str, Chosen) {
    match value.strip_prefix('-') {
        Some(name) => (name, Chosen::Excluded),
        None => (value, Chosen::Included),
    }
}

fn choose(
    choice: &mut Choice,
    facet: Facet,
    value: &str,
    facets: &mut usize,
) -> Result<(), Reason> {
    let (name, chosen) = sign(value);
    let row = facet.row();
    let value = (row.parse)(name).ok_or(Reason::NotAValue)?;
    // As long as it may become when it is written: it may turn out to be excluded.
    let length = row.key.len() + name.len() + "&=-".len();
    if choice.of(&value) == Chosen::No {
        if choice.len() >= Filter::MAX_VALUES || *facets + length > Filter::MAX_FACETS {
            return Err(Reason::TooMuch);
        }
        *facets += length;
    }
    choice.set(value, chosen);
    Ok(())
}

fn year(text: &str) -> Result<u16, Reason> {
    text.parse().ok().filter(|year| (1900..2200).contains(year)).ok_or(Reason::NotAValue)
}

fn range(text: &str) -> Result<(Option<Euro>, Option<Euro>), Reason> {
    let (min, max) = text.split_once("..").ok_or(Reason::NotAValue)?;
    let bound = |text: &str| match text {
        "" => Ok(None),
        text => text.parse::<Euro>().map(Some).map_err(|_| Reason::NotAValue),
    };
    match (bound(min)?, bound(max)?) {
        (None, None) => Err(Reason::NotAValue),
        range => Ok(range),
    }
}

/// The parameters of a query, without their escapes.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let query = cut_at_boundary(query.strip_prefix('?').unwrap_or(query), Filter::MAX_QUERY);
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (unescape(key), unescape(value))
    })
}

/// As forms escape: `+` is a blank, `%XX` a byte; broken UTF-8 becomes U+FFFD.
fn unescape(text: &str) -> String {
    let blanks = text.replace('+', " ");
    percent_decode_str(&blanks).decode_utf8_lossy().into_owned()
}

fn cut_at_boundary(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    // Half a value could mean something else: cut before the pair it is in.
    if end < text.len() { &text[..text[..end].rfind('&').unwrap_or(0)] } else { text }
}
