//! A filter as the query of an address.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{Choice, Chosen, Columns, Facet, Filter, Layer, Sort, View};

/// Everything that could be taken for punctuation of an address is escaped;
/// commas and slashes are not, so that `bbox` and `at` stay readable.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b',').remove(b'/');

/// Writes a parameter behind those that a query has.
pub(crate) fn write_pair(query: &mut String, key: &str, value: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    query.push_str(key);
    query.push('=');
    query.extend(utf8_percent_encode(value, ESCAPED));
}

struct Query(String);

impl Query {
    fn pair(&mut self, key: &str, value: impl Display) {
        write_pair(&mut self.0, key, &value.to_string());
    }

    fn choice(&mut self, key: &str, choice: &Choice) {
        for value in choice.included() {
            self.pair(key, value);
        }
        for value in choice.excluded() {
            self.pair(key, format_args!("-{value}"));
        }
    }
}

impl Filter {
    /// The canonical query: known order, defaults left out, values sorted.
    pub fn to_query(&self) -> String {
        // Exhaustive on purpose: a new field must be thought about here.
        let Self { text, facets, years, budget, sort, page, view, columns, layer, bbox, camera } =
            self;
        let mut query = Query(String::new());
        if !text.is_empty() {
            query.pair("q", text);
        }
        for (facet, choice) in Facet::ALL.iter().zip(facets) {
            query.choice(facet.key(), choice);
        }
        for (key, year) in [("from", years.from), ("to", years.to)] {
            if let Some(year) = year {
                query.pair(key, year);
            }
        }
        if let Some((min, max)) = budget.range {
            let bound =
                |euro: Option<crate::model::Euro>| euro.map(|e| e.to_string()).unwrap_or_default();
            query.pair("budget", format_args!("{}..{}", bound(min), bound(max)));
        }
        for mark in budget.marked(Chosen::Included) {
            query.pair("budget", mark.as_str());
        }
        for mark in budget.marked(Chosen::Excluded) {
            query.pair("budget", format_args!("-{}", mark.as_str()));
        }
        if *sort != Sort::default() {
            query.pair("sort", sort.as_str());
        }
        if page.0 > 1 {
            query.pair("page", page.0);
        }
        if *view != View::default() {
            query.pair("view", view.as_str());
        }
        if *columns != Columns::default() {
            query.pair("columns", columns);
        }
        if *layer != Layer::default() {
            query.pair("layer", layer.as_str());
        }
        if let Some(bbox) = bbox {
            query.pair("bbox", bbox);
        }
        if let Some(camera) = camera {
            query.pair("at", camera);
        }
        query.0
    }

    /// The path with the canonical query behind it, for links.
    pub fn href(&self, path: &str) -> String {
        match self.to_query() {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

/// An address with more behind the query that it has, if any.
pub fn with_more(address: String, query: &str) -> String {
    match query {
        "" => address,
        query if address.contains('?') => format!("{address}&{query}"),
        query => format!("{address}?{query}"),
    }
}
