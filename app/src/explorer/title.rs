//! The title of the explorer's page, which tabs, bookmarks and the history show.

use catalogue::{filter::Filter, query::Exploration};

use super::{chips, opening::site_title};
use crate::site::Site;

/// So many filters are named; a tab shows no more, and an address can have a hundred.
const NAMED: usize = 3;

/// What is asked for, and which page of it, before the name of the page:
/// `Leeuwarden, not Food – Page 2 – Interreg projects of our cities`.
pub fn title(site: Site, filter: &Filter, answer: &Exploration) -> String {
    let labels = chips::of_filter(site, filter, &answer.facets).into_iter().map(|chip| chip.label);
    let mut named: Vec<String> = labels.take(NAMED + 1).collect();
    if named.len() > NAMED {
        named[NAMED] = "…".to_owned();
    }
    let page = filter.page.0;
    let page = (page > 1).then(|| site.t.page.fill(&[("page", &page.to_string())]));
    let parts = [Some(named.join(", ")), page, Some(site_title(site, answer))];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}
