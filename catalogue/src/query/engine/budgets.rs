//! Total budgets: which projects have one between two bounds, and how many have one.
//!
//! A doubtful total is as good as none for order and bounds: it stands at the end, with
//! those that were not published.

use super::{order::Order, subset::SubsetCounter};
use crate::query::bits::Bits;
use crate::{
    filter::{Budget, BudgetMark, Chosen},
    model::{Euro, plausibility::Doubtful},
    query::answer::BudgetFacet,
};

/// The total budgets of all projects.
#[derive(Debug)]
pub(crate) struct Budgets {
    /// Largest first, doubtful and unpublished ones last.
    order: Order,
    /// The amounts that are not doubtful, in that order.
    amounts: Vec<Euro>,
    published: Counted,
    /// Projects with any doubtful amount.
    doubtful: Counted,
}

/// A set of projects, and how many they are.
#[derive(Debug)]
struct Counted(Bits, usize);

impl Counted {
    fn collect(len: usize, projects: impl Iterator<Item = usize>) -> Self {
        let set = Bits::collect(len, projects);
        let count = set.count();
        Self(set, count)
    }
}

impl Budgets {
    /// Both lists have an entry for each project.
    pub(crate) fn new(budgets: &[Option<Euro>], doubtful: &[Doubtful]) -> Self {
        let len = budgets.len();
        let sound = |n: usize| budgets[n].filter(|_| doubtful[n] != Doubtful::Total);
        // What is not known sorts last, since `None` is the least.
        let order = Order::by(len, |n| std::cmp::Reverse(sound(n)));
        let mut amounts: Vec<Euro> = (0..len).filter_map(sound).collect();
        amounts.sort_unstable_by(|a, b| b.cmp(a));
        let published = (0..len).filter(|n| budgets[*n].is_some());
        let any_doubtful = (0..len).filter(|n| doubtful[*n] != Doubtful::Nothing);
        Self {
            order,
            amounts,
            published: Counted::collect(len, published),
            doubtful: Counted::collect(len, any_doubtful),
        }
    }

    /// By budget, largest first.
    pub(crate) fn order(&self) -> &Order {
        &self.order
    }

    /// The projects with a budget that is asked for; `None` where all are.
    pub(crate) fn admitted(&self, asked: Budget) -> Option<Bits> {
        let between = |(min, max): (Option<Euro>, Option<Euro>)| {
            let above = max.map_or(0, |max| self.amounts.partition_point(|amount| *amount > max));
            let down_to = min.map_or(self.amounts.len(), |min| {
                self.amounts.partition_point(|amount| *amount >= min)
            });
            self.order.first(down_to).and_not(&self.order.first(above))
        };
        let range = asked.range.map(between);
        let included = asked.marked(Chosen::Included).map(|mark| self.with(mark));
        let admitted = range.into_iter().chain(included).reduce(|one, other| one.or(&other));
        let excluded = asked.marked(Chosen::Excluded).map(|mark| self.with(mark));
        match excluded.reduce(|one, other| one.or(&other)) {
            Some(excluded) => Some(admitted.unwrap_or(self.order.all()).and_not(&excluded)),
            None => admitted,
        }
    }

    /// The projects that have a mark.
    fn with(&self, mark: BudgetMark) -> Bits {
        match mark {
            BudgetMark::Unpublished => self.order.all().and_not(&self.published.0),
            BudgetMark::Doubtful => self.doubtful.0.clone(),
        }
    }

    /// How many of `subset` have one.
    pub(crate) fn count(&self, subset: &SubsetCounter) -> BudgetFacet {
        let count = |Counted(set, count): &Counted| subset.count_with(set, *count);
        let published = count(&self.published);
        BudgetFacet {
            published,
            unpublished: subset.count() - published,
            doubtful: (self.doubtful.1 > 0).then(|| count(&self.doubtful)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, option, prelude::*, sample::select};

    fn chosen() -> impl Strategy<Value = Chosen> {
        select(vec![Chosen::No, Chosen::Included, Chosen::Excluded])
    }

    proptest! {
        #[test]
        fn what_is_admitted_is_what_the_filter_admits_one_by_one(
            projects in vec(
                (
                    option::of(0u32..12),
                    select(vec![Doubtful::Nothing, Doubtful::Another, Doubtful::Total]),
                ),
                0..200,
            ),
            range in option::of((option::of(0u32..12), option::of(0u32..12))),
            marks in [chosen(), chosen()],
        ) {
            let (budgets, doubts): (Vec<_>, Vec<_>) =
                projects.into_iter().map(|(b, d)| (b.map(Euro::from_euro), d)).unzip();
            let euro = |bound: Option<u32>| bound.map(Euro::from_euro);
            let range = range.map(|(min, max)| (euro(min), euro(max)));
            let asked = Budget { range, marks };
            let len = budgets.len();
            let one_by_one = (0..len).filter(|n| asked.admits(budgets[*n], doubts[*n]));
            let admitted = Budgets::new(&budgets, &doubts).admitted(asked);
            prop_assert_eq!(
                admitted.unwrap_or(Bits::all(len)), Bits::collect(len, one_by_one)
            );
        }
    }
}
