//! One change of a filter, as a control or a link of the explorer makes it.
//!
//! A step says only what it changes, so it can be applied to whatever the visitor
//! has asked for by the time it is made. A link says the same as a control does: it
//! was made for the filter that its page showed, and stands for the difference.

use super::{Filter, Page, write_pair};
use crate::{
    map::{Bbox, Camera},
    model::{Euro, notation},
};

/// One change of a filter. Facets and their values are named as in addresses.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The search box says this.
    Text(String),
    /// The box of a facet's value was ticked, or unticked.
    Tick {
        /// The facet.
        key: String,
        /// The value.
        value: String,
        /// Ticked.
        on: bool,
    },
    /// A facet's value was excluded, or is no longer.
    Exclude {
        /// The facet.
        key: String,
        /// The value.
        value: String,
        /// Excluded.
        on: bool,
    },
    /// The first year was chosen; `None` for any.
    From(Option<u16>),
    /// The last year was chosen; `None` for any.
    To(Option<u16>),
    /// The field of the smallest budget says this.
    BudgetFrom(Option<Euro>),
    /// The field of the largest budget says this.
    BudgetTo(Option<Euro>),
    /// The list follows this part of the map, which the map then shows, or no part.
    Bbox(Option<Bbox>),
    /// The map looks at this, or at what is found. The list stays on its page.
    Camera(Option<Camera>),
    /// A link was followed: both are queries.
    Link {
        /// What the page showed that has the link.
        shown: String,
        /// Where the link leads.
        to: String,
    },
}

impl Step {
    /// The step of a form control: its name, what it says, and, for a box, whether
    /// it is ticked. `None` where the filter has no such control.
    pub fn of_control(name: &str, value: &str, ticked: bool) -> Option<Self> {
        Some(match name {
            "q" => Self::Text(value.to_owned()),
            "from" => Self::From(value.parse().ok()),
            "to" => Self::To(value.parse().ok()),
            "budget-from" => Self::BudgetFrom(notation::amount(value, None)),
            "budget-to" => Self::BudgetTo(notation::amount(value, None)),
            "" => return None,
            _ => Self::Tick { key: name.to_owned(), value: value.to_owned(), on: ticked },
        })
    }
}

impl Filter {
    /// The filter after a step. Whatever narrows or sorts leads back to the first
    /// page of the list.
    pub fn after(&self, step: &Step) -> Self {
        let mut filter = Self { page: Page::default(), ..self.clone() };
        match step {
            Step::Text(text) => filter.text.clone_from(text),
            Step::From(year) => filter.years.from = *year,
            Step::To(year) => filter.years.to = *year,
            Step::BudgetFrom(least) => {
                filter.budget.range = Some((*least, filter.budget.range.unwrap_or_default().1));
            }
            Step::BudgetTo(most) => {
                filter.budget.range = Some((filter.budget.range.unwrap_or_default().0, *most));
            }
            Step::Bbox(bbox) => (filter.bbox, filter.camera) = (*bbox, None),
            Step::Camera(camera) => return Self { camera: *camera, ..self.clone() },
            Step::Tick { key, value, on } => return self.with(&parameter(key, value), *on),
            Step::Exclude { key, value, on } => {
                return self.with(&parameter(key, &format!("-{value}")), *on);
            }
            Step::Link { shown, to } => return self.carried(shown, to),
        }
        // As an address would give it back: texts cut, bounds in their order.
        Self::from_query(&filter.to_query()).0
    }

    /// Whether an address of this filter has a parameter.
    pub fn has(&self, key: &str, value: &str) -> bool {
        let wanted = parameter(key, value);
        self.to_query().split('&').any(|known| known == wanted)
    }

    /// The filter without a value that the catalogue does not have, be it included or
    /// excluded: the list stays on its page.
    pub(super) fn without_value(&self, key: &str, value: &str) -> Self {
        Self { page: self.page, ..self.with(&parameter(key, value), false) }
    }

    /// With the slot of a parameter filled by it, or emptied.
    fn with(&self, parameter: &str, on: bool) -> Self {
        let slot = [parameter];
        self.changed(&slot, if on { &slot } else { &[] })
    }

    /// Applies a link of a page whose query was `shown`, although the filter may have
    /// changed since: what the link changes in that query, it changes here.
    fn carried(&self, shown: &str, to: &str) -> Self {
        let [shown, to] = [shown, to].map(|query| Self::from_query(query).0.to_query());
        let come = missing(&to, &shown);
        let mut changed = missing(&shown, &to);
        changed.extend(&come);
        self.changed(&changed, &come)
    }

    /// With the slots of some parameters emptied, and then filled by others.
    fn changed(&self, emptied: &[&str], filled: &[&str]) -> Self {
        let keeps_page =
            emptied.iter().all(|it| matches!(slot(it).0, "page" | "view" | "columns" | "at"));
        let now = self.to_query();
        let mut query: Vec<&str> = now
            .split('&')
            .filter(|known| {
                let slot_of_known = slot(known);
                emptied.iter().all(|it| slot(it) != slot_of_known)
                    && (keeps_page || slot_of_known.0 != "page")
            })
            .collect();
        query.extend(filled);
        Self::from_query(&query.join("&")).0
    }
}

/// A parameter as it stands in an address.
fn parameter(key: &str, value: &str) -> String {
    let mut parameter = String::new();
    write_pair(&mut parameter, key, value);
    parameter
}

/// The parameters of one canonical query that another does not have.
fn missing<'a>(of: &'a str, other: &str) -> Vec<&'a str> {
    of.split('&')
        .filter(|it| !it.is_empty() && other.split('&').all(|known| known != *it))
        .collect()
}

/// What a parameter of a canonical query fills: two that fill the same slot replace
/// each other. That is a facet's value, included or excluded, and for what has room
/// for one value the key alone.
fn slot(parameter: &str) -> (&str, &str) {
    let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    let single = matches!(
        key,
        "q" | "from" | "to" | "sort" | "page" | "view" | "columns" | "layer" | "bbox" | "at"
    ) || (key == "budget" && value.contains(".."));
    (key, if single { "" } else { value.strip_prefix('-').unwrap_or(value) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::filter::tests::filter;

    fn after(now: &str, step: Step) -> String {
        Filter::from_query(now).0.after(&step).to_query()
    }

    fn control(name: &str, value: &str, ticked: bool) -> Step {
        Step::of_control(name, value, ticked).unwrap()
    }

    #[test]
    fn a_control_changes_what_it_is_about_and_leads_to_the_first_page() {
        let now = "q=x&theme=-food&from=2019&budget=100..500&budget=unpublished&view=map&page=3";
        for (step, then) in [
            (
                control("theme", "health", true),
                "q=x&theme=health&theme=-food&from=2019&budget=100..500&budget=unpublished&view=map",
            ),
            // Ticking what was excluded asks for it: the last word counts.
            (
                control("theme", "food", true),
                "q=x&theme=food&from=2019&budget=100..500&budget=unpublished&view=map",
            ),
            (
                control("theme", "food", false),
                "q=x&from=2019&budget=100..500&budget=unpublished&view=map",
            ),
            (
                control("q", " two  words ", false),
                "q=two%20words&theme=-food&from=2019&budget=100..500&budget=unpublished&view=map",
            ),
            (
                control("from", "", false),
                "q=x&theme=-food&budget=100..500&budget=unpublished&view=map",
            ),
            // The years between are meant, as in an address.
            (
                control("to", "2015", false),
                "q=x&theme=-food&from=2015&to=2019&budget=100..500&budget=unpublished&view=map",
            ),
            (
                control("budget-from", "", false),
                "q=x&theme=-food&from=2019&budget=..500&budget=unpublished&view=map",
            ),
            (
                control("budget-to", "700.50", false),
                "q=x&theme=-food&from=2019&budget=100..700.50&budget=unpublished&view=map",
            ),
            (
                control("budget", "unpublished", false),
                "q=x&theme=-food&from=2019&budget=100..500&view=map",
            ),
            (
                Step::Bbox("5,52,7,54".parse().ok()),
                "q=x&theme=-food&from=2019&budget=100..500&budget=unpublished&view=map&bbox=5,52,7,54",
            ),
        ] {
            assert_eq!(after(now, step.clone()), then, "{step:?}");
        }
        assert_eq!(after("budget=100..", control("budget-from", "", false)), "");
        let exclude = |on| Step::Exclude { key: "theme".into(), value: "food".into(), on };
        assert_eq!(after("theme=food&theme=health", exclude(true)), "theme=health&theme=-food");
        assert_eq!(after("theme=-food&theme=health", exclude(false)), "theme=health");
    }

    #[test]
    fn a_link_changes_only_what_it_is_about_of_what_is_asked_for_by_now() {
        let link = |shown: &str, to: &str, now: &str| {
            after(now, Step::Link { shown: shown.to_owned(), to: to.to_owned() })
        };
        // A city was ticked after the link to exclude a theme was made.
        assert_eq!(
            link("city=assen", "city=assen&theme=-food", "city=assen&city=emmen"),
            "city=assen&city=emmen&theme=-food"
        );
        // Another value of the very facet was ticked since.
        assert_eq!(link("", "theme=-food", "theme=health"), "theme=health&theme=-food");
        assert_eq!(link("theme=food", "", "theme=food&theme=health"), "theme=health");
        // What the link drops stays dropped, what was added since stays.
        assert_eq!(link("city=assen&page=2", "", "city=assen&q=x&page=2"), "q=x");
        // What has room for one value only has the link's, or none.
        assert_eq!(link("from=2019", "", "from=2020"), "");
        assert_eq!(link("sort=title", "sort=end", "sort=start"), "sort=end");
        // Two budgets are two things.
        assert_eq!(
            link("budget=1..2&budget=unpublished", "budget=1..2", "budget=1..3&budget=unpublished"),
            "budget=1..3"
        );
        let both = "budget=unpublished&budget=doubtful";
        assert_eq!(link(both, "budget=unpublished", both), "budget=unpublished");
        assert_eq!(after("budget=unpublished", control("budget", "doubtful", true)), both);
        assert_eq!(after(both, control("budget", "doubtful", false)), "budget=unpublished");
        // A page is of the list that is sorted and filtered so.
        assert_eq!(link("", "page=2", "city=assen"), "city=assen&page=2");
        assert_eq!(link("page=2", "page=2&view=map", "page=2"), "page=2&view=map");
        assert_eq!(link("", "sort=title", "page=2"), "sort=title");
    }

    proptest! {
        #[test]
        fn a_link_on_the_page_that_is_shown_leads_where_it_says(shown in filter(), to in filter()) {
            let to = if shown.clone().scope() == to.clone().scope() && shown.sort == to.sort {
                to
            } else {
                to.first_page()
            };
            let step = Step::Link { shown: shown.to_query(), to: to.to_query() };
            prop_assert_eq!(shown.after(&step).to_query(), to.to_query());
        }
    }
}
