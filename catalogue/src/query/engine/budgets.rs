//! Total budgets: which projects have one between two bounds, and how many have one.

use super::{among::Among, bits::Bits, order::Order};
use crate::{filter::Budget, model::Euro, query::answer::BudgetFacet};

/// The total budgets of all projects.
#[derive(Debug)]
pub(crate) struct Budgets {
    /// Largest first, unpublished ones last.
    order: Order,
    /// The published amounts in that order.
    amounts: Vec<Euro>,
    published: Bits,
}

impl Budgets {
    pub(crate) fn new(budgets: &[Option<Euro>]) -> Self {
        // What is not published sorts last, since `None` is the least.
        let order = Order::by(budgets.len(), |n| std::cmp::Reverse(budgets[n]));
        let mut amounts: Vec<Euro> = budgets.iter().flatten().copied().collect();
        amounts.sort_unstable_by(|a, b| b.cmp(a));
        let published = order.first(amounts.len());
        Self { order, amounts, published }
    }

    /// By budget, largest first.
    pub(crate) fn order(&self) -> &Order {
        &self.order
    }

    /// The projects with a budget that is asked for; `None` where all are.
    pub(crate) fn admitted(&self, asked: Budget) -> Option<Bits> {
        if asked == Budget::default() {
            return None;
        }
        let between = |(min, max): (Option<Euro>, Option<Euro>)| {
            let above = max.map_or(0, |max| self.amounts.partition_point(|amount| *amount > max));
            let down_to = min.map_or(self.amounts.len(), |min| {
                self.amounts.partition_point(|amount| *amount >= min)
            });
            self.order.first(down_to).and_not(&self.order.first(above))
        };
        let range = asked.range.map(between);
        let unpublished = asked.unpublished.then(|| self.order.all().and_not(&self.published));
        match (range, unpublished) {
            (Some(range), Some(unpublished)) => Some(range.or(&unpublished)),
            (range, unpublished) => range.or(unpublished),
        }
    }

    /// How many of `among` have one.
    pub(crate) fn count(&self, among: &Among) -> BudgetFacet {
        let published = among.count_with(&self.published, self.amounts.len());
        BudgetFacet { published, unpublished: among.count() - published }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, option, prelude::*};

    proptest! {
        #[test]
        fn what_is_admitted_is_what_the_filter_admits_one_by_one(
            budgets in vec(option::of(0u32..12), 0..200),
            range in option::of((option::of(0u32..12), option::of(0u32..12))),
            unpublished in any::<bool>(),
        ) {
            let budgets: Vec<_> = budgets.into_iter().map(|b| b.map(Euro::from_euro)).collect();
            let euro = |bound: Option<u32>| bound.map(Euro::from_euro);
            let range = range.map(|(min, max)| (euro(min), euro(max)));
            let asked = Budget { range, unpublished };
            let one_by_one = (0..budgets.len()).filter(|n| asked.admits(budgets[*n]));
            let admitted = Budgets::new(&budgets).admitted(asked);
            let all = Bits::all(budgets.len());
            prop_assert_eq!(admitted.unwrap_or(all), Bits::collect(budgets.len(), one_by_one));
        }
    }
}
