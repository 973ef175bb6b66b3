//! Whether two rows of a file are about the same project, and what they state
//! differently.

use super::{
    draft::{ProjectDraft, Words},
    identity::{Facts, exact, spelled_otherwise},
};

/// Whether a row is about the same project as an earlier one.
pub fn same_project(known: &ProjectDraft, draft: &ProjectDraft) -> bool {
    fn differ<T>(one: &Option<T>, other: &Option<T>, same: impl Fn(&T, &T) -> bool) -> bool {
        one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| !same(one, other))
    }
    // Slug or page can state that two projects of the same name are different.
    if known.programme.slug != draft.programme.slug
        || differ(&known.slug, &draft.slug, |a, b| a == b)
        || differ(&known.page(), &draft.page(), |a, b| a == b)
    {
        return false;
    }
    // A project with a lead in each country may be spelled in two ways, but its other values
    // are equal.
    exact(known.name()) == exact(draft.name())
        || (spelled_otherwise(known.name(), draft.name())
            && Facts::of_draft(known).agreement(&Facts::of_draft(draft)) == 2
            && differences(known, draft).is_empty())
}

/// The fields in which two rows for one project differ, as named in the exchange format.
pub fn differences(first: &ProjectDraft, second: &ProjectDraft) -> Vec<&'static str> {
    let texts = |words: &[Words], others: &[Words]| !others.is_empty() && words != others;
    fn other<T: PartialEq>(first: &Option<T>, second: &Option<T>) -> bool {
        second.is_some() && first != second
    }
    let pairs = [
        ("title", texts(&first.titles, &second.titles)),
        ("description", texts(&first.descriptions, &second.descriptions)),
        ("start", other(&first.start, &second.start)),
        ("end", other(&first.end, &second.end)),
        ("total_budget", other(&first.budget, &second.budget)),
        ("eu_funding", other(&first.eu_funding, &second.eu_funding)),
        ("themes", first.themes != second.themes),
    ];
    pairs.into_iter().filter(|(_, differ)| *differ).map(|(field, _)| field).collect()
}
