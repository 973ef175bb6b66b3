//! The order of entities: how a change affects it, and how it is restored.

use std::collections::{HashMap, HashSet};

use catalogue::model::Slug;

/// How a change has affected an order.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Order {
    /// Nothing was moved or removed; new entities are at the end.
    Same,
    /// The same, and some entities were removed.
    Gaps,
    /// Entities were moved, or a new entity is not at the end.
    Other,
}

/// Compares the order after a change with the one before it.
pub(super) fn order(before: &[&Slug], after: &[&Slug]) -> Order {
    let (known, there): (HashSet<&Slug>, HashSet<&Slug>) =
        (before.iter().copied().collect(), after.iter().copied().collect());
    let stayed: Vec<&Slug> = before.iter().copied().filter(|slug| there.contains(slug)).collect();
    let new = after.iter().copied().filter(|slug| !known.contains(slug));
    if !stayed.iter().copied().chain(new).eq(after.iter().copied()) {
        Order::Other
    } else if stayed.len() < before.len() {
        Order::Gaps
    } else {
        Order::Same
    }
}

/// Whether the entities that two lists have in common are in the same order in both.
pub(super) fn agree(one: &[&Slug], other: &[Slug]) -> bool {
    let in_one: HashSet<&Slug> = one.iter().copied().collect();
    let in_other: HashSet<&Slug> = other.iter().collect();
    let one = one.iter().copied().filter(|slug| in_other.contains(slug));
    one.eq(other.iter().filter(|slug| in_one.contains(slug)))
}

/// The entities of `now` in the order of `before`; entities that are not in it at the end.
pub(super) fn as_before(now: &[Slug], before: &[Slug]) -> Vec<Slug> {
    let there: HashSet<&Slug> = now.iter().collect();
    let known: HashSet<&Slug> = before.iter().collect();
    let first = before.iter().filter(|slug| there.contains(slug));
    first.chain(now.iter().filter(|slug| !known.contains(slug))).cloned().collect()
}

/// The order of `now`, in which each restored entity (in `now` and not in `was`) comes
/// after the entity that it followed in `before`.
pub(super) fn fitted(was: &[Slug], now: &[Slug], before: &[Slug]) -> Vec<Slug> {
    let was: HashSet<&Slug> = was.iter().collect();
    let there: HashSet<&Slug> = now.iter().collect();
    let mut behind: HashMap<Option<&Slug>, Vec<&Slug>> = HashMap::new();
    let mut anchor = None;
    for slug in before.iter().filter(|slug| there.contains(slug)) {
        if was.contains(slug) {
            anchor = Some(slug);
        } else {
            behind.entry(anchor).or_default().push(slug);
        }
    }
    let placed: HashSet<&Slug> = behind.values().flatten().copied().collect();
    let mut order: Vec<Slug> = Vec::with_capacity(now.len());
    order.extend(behind.remove(&None).into_iter().flatten().cloned());
    for slug in now.iter().filter(|slug| !placed.contains(slug)) {
        order.push(slug.clone());
        order.extend(behind.remove(&Some(slug)).into_iter().flatten().cloned());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slugs(text: &str) -> Vec<Slug> {
        text.split_whitespace().map(|slug| slug.parse().unwrap()).collect()
    }

    #[test]
    fn what_comes_back_stands_behind_what_it_stood_behind() {
        for (was, now, before, wanted) in [
            ("b d", "b d a c e", "a b c d e", "a b c d e"),
            // Others came since, and one is gone.
            ("b d x", "b d x a c e", "a b c d e", "a b c d e x"),
            ("d x", "d x a c", "a b c d e", "a c d x"),
            // Put in another order since.
            ("d b", "d b c", "b c d", "d b c"),
            ("", "c a", "a b c", "a c"),
        ] {
            let order = fitted(&slugs(was), &slugs(now), &slugs(before));
            assert_eq!(order, slugs(wanted), "{was} / {now} / {before}");
        }
    }

    #[test]
    fn an_order_from_before_holds_for_what_is_left_of_it() {
        assert_eq!(as_before(&slugs("c x a b"), &slugs("a b d c")), slugs("a b c x"));
        let now = slugs("a x c");
        let now: Vec<&Slug> = now.iter().collect();
        assert!(agree(&now, &slugs("a b c")));
        assert!(!agree(&now, &slugs("c b a")));
    }
}
