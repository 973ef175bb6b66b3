//! The filter that a visitor last asked for: the one truth in the client.
//!
//! Controls and links change it by [`Step`]s, the address follows it, and the form
//! shows it. An answer from the server says what was found; it changes no control.

use super::{Filter, Ignored, Reason, Step};

/// The filter last asked for, and which of it the address does not show yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Current {
    filter: Filter,
    /// The query that the address has, or is about to have.
    address: String,
    /// Queries that the router was sent to and has not arrived at, oldest first.
    sent: Vec<String>,
}

impl Current {
    /// The filter of the address that the page was opened with.
    pub fn new(query: &str) -> Self {
        Self { filter: Filter::from_query(query).0, address: query.to_owned(), sent: Vec::new() }
    }

    /// What the visitor last asked for.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The filter of a query. Mostly it is the one last asked for, which need not be
    /// read again.
    pub fn filter_of(&self, query: &str) -> Filter {
        if self.filter.to_query() == query {
            return self.filter.clone();
        }
        Filter::from_query(query).0
    }

    /// Takes a step of the visitor.
    pub fn step(&mut self, step: &Step) {
        self.filter = self.filter.after(step);
    }

    /// Asks for another filter altogether.
    pub fn set(&mut self, filter: Filter) {
        self.filter = filter;
    }

    /// The query to navigate to, if the address is not that already.
    pub fn navigate(&mut self) -> Option<String> {
        let query = self.filter.to_query();
        if query == self.address {
            return None;
        }
        self.address.clone_from(&query);
        self.sent.push(query.clone());
        Some(query)
    }

    /// What was asked for last cannot be answered: the address goes back to the query of
    /// what is shown, and the filter stays as it is. Tells whether to navigate there.
    pub fn put_back(&mut self, shown: &str) -> bool {
        let goes = self.address != shown;
        if goes {
            shown.clone_into(&mut self.address);
            self.sent.push(shown.to_owned());
        }
        goes
    }

    /// The router has arrived at `query`. Where it was not sent there by a step, the
    /// visitor went back or forward or followed a link of another part of the site,
    /// and has thereby asked for that filter. `popped` says that it was the history.
    pub fn arrived(&mut self, query: &str, popped: bool) {
        match self.sent.iter().position(|sent| sent == query) {
            // The router leaves out an address when it is sent on at once.
            Some(place) if !popped => drop(self.sent.drain(..=place)),
            _ if self.sent.is_empty() && self.address == query && !popped => {}
            _ => *self = Self::new(query),
        }
    }

    /// An answer says what it left out: a value that the catalogue does not have has
    /// no control, and is asked for no longer.
    pub fn answered(&mut self, ignored: &[Ignored]) {
        for Ignored { key, value, reason } in ignored {
            if *reason == Reason::NotInCatalogue {
                self.filter = self.filter.without_value(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;
    use crate::{facet::Facet, filter::Chosen};

    /// What can happen in a page, in any order.
    #[derive(Clone, Debug)]
    enum Event {
        Step(Step),
        /// A link is followed that the shown page has: to it with this pair more.
        Link(&'static str),
        /// The router arrives where it was sent; at some of it at once.
        Arrive(usize),
        /// One of the answers that are on their way comes, not always the oldest.
        Answer(usize),
        Back,
        Forward,
    }

    fn event() -> impl Strategy<Value = Event> {
        let pair = || {
            select(vec![
                ("city", "groningen"),
                ("city", "assen"),
                ("city", "atlantis"),
                ("theme", "food"),
                ("theme", "health"),
                ("budget", "unpublished"),
                ("budget", "doubtful"),
            ])
        };
        let named = |(key, value): (&str, &str)| (key.to_owned(), value.to_owned());
        let step = prop_oneof![
            (pair(), any::<bool>()).prop_map(move |(pair, on)| {
                let (key, value) = named(pair);
                Step::Tick { key, value, on }
            }),
            (pair(), any::<bool>()).prop_map(move |(pair, on)| {
                let (key, value) = named(pair);
                Step::Exclude { key, value, on }
            }),
            proptest::option::of(2014u16..2024).prop_map(Step::From),
            proptest::option::of(2014u16..2024).prop_map(Step::To),
            "[a-c ]{0,4}".prop_map(Step::Text),
        ];
        let link = select(vec!["sort=title", "theme=-food", "city=emmen", "page=2", "from=2016"]);
        prop_oneof![
            4 => step.prop_map(Event::Step),
            2 => link.prop_map(Event::Link),
            3 => (1usize..3).prop_map(Event::Arrive),
            3 => (0usize..4).prop_map(Event::Answer),
            1 => Just(Event::Back),
            1 => Just(Event::Forward),
        ]
    }

    /// A catalogue without Atlantis.
    fn understood(query: &str) -> Filter {
        let mut filter = Filter::from_query(query).0;
        filter.choice_mut(Facet::City).set("atlantis".to_owned(), Chosen::No);
        filter
    }

    /// A browser: its history, its router, and the answers on their way.
    struct Browser {
        current: Current,
        history: Vec<String>,
        at: usize,
        arriving: Vec<String>,
        answers: Vec<String>,
        /// The query of the answer that is shown, as the server understood it.
        shown: String,
        /// What the visitor asked for, told from their steps alone.
        wanted: Filter,
    }

    impl Browser {
        fn open(query: &str) -> Self {
            Self {
                current: Current::new(query),
                history: vec![query.to_owned()],
                at: 0,
                arriving: Vec::new(),
                answers: vec![query.to_owned()],
                shown: understood(query).to_query(),
                wanted: Filter::from_query(query).0,
            }
        }

        fn happens(&mut self, event: Event) {
            match event {
                Event::Step(step) => self.step(&step),
                Event::Link(more) => {
                    let shown = self.shown.clone();
                    let to = Filter::from_query(&format!("{shown}&{more}")).0.to_query();
                    self.step(&Step::Link { shown, to });
                }
                Event::Arrive(skipped) => self.arrive(skipped),
                Event::Answer(which) if !self.answers.is_empty() => {
                    let question = self.answers.remove(which % self.answers.len());
                    self.shown = understood(&question).to_query();
                    let ignored = Ignored::new("city", "atlantis", Reason::NotInCatalogue);
                    let unknown = question.contains("=atlantis").then_some(ignored);
                    self.current.answered(unknown.as_slice());
                }
                Event::Answer(_) => {}
                Event::Back => self.go(self.at.checked_sub(1)),
                Event::Forward => self.go(Some(self.at + 1)),
            }
        }

        fn step(&mut self, step: &Step) {
            self.wanted = self.wanted.after(step);
            self.current.step(step);
            if let Some(query) = self.current.navigate() {
                self.history.truncate(self.at + 1);
                self.history.push(query.clone());
                self.at += 1;
                self.arriving.push(query);
            }
        }

        /// The router leaves out all but the last of some addresses.
        fn arrive(&mut self, some: usize) {
            let some = some.min(self.arriving.len());
            if let Some(query) = self.arriving.drain(..some).next_back() {
                self.current.arrived(&query, false);
                self.answers.push(query);
            }
        }

        fn go(&mut self, place: Option<usize>) {
            let Some(query) = place.and_then(|place| self.history.get(place)).cloned() else {
                return;
            };
            self.at = place.unwrap_or_default();
            self.arriving.clear();
            self.current.arrived(&query, true);
            self.wanted = Filter::from_query(&query).0;
            self.answers.push(query);
        }

        fn settle(&mut self) {
            self.arrive(usize::MAX);
            while !self.answers.is_empty() {
                self.happens(Event::Answer(0));
            }
        }
    }

    fn without_atlantis(filter: &Filter) -> Filter {
        understood(&filter.to_query())
    }

    proptest! {
        #[test]
        fn no_answer_and_no_order_of_arrivals_loses_or_brings_back_a_step(
            events in vec(event(), 1..40),
            opened in select(vec!["", "city=atlantis&theme=food", "q=x&page=2"]),
        ) {
            let mut browser = Browser::open(opened);
            for event in events {
                browser.happens(event);
                prop_assert_eq!(
                    without_atlantis(browser.current.filter()),
                    without_atlantis(&browser.wanted)
                );
            }
            browser.settle();
            let address = &browser.history[browser.at];
            prop_assert_eq!(understood(address), without_atlantis(&browser.wanted));
        }
    }

    #[test]
    fn what_is_asked_for_already_is_no_navigation() {
        let mut current = Current::new("theme=food");
        let tick = Step::Tick { key: "theme".into(), value: "food".into(), on: true };
        current.step(&tick);
        assert_eq!(current.navigate(), None);
    }

    #[test]
    fn a_value_that_the_catalogue_does_not_have_is_asked_for_no_longer() {
        let mut current = Current::new("city=atlantis&theme=food");
        current.answered(&[
            Ignored::new("city", "atlantis", Reason::NotInCatalogue),
            Ignored::new("theme", "unicorns", Reason::NotAValue),
        ]);
        current.step(&Step::From(Some(2020)));
        assert_eq!(current.navigate().as_deref(), Some("theme=food&from=2020"));
    }
}
