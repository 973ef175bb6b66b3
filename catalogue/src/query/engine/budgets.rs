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
