//! The scroll position and the focused element of each page of this visit, so that
//! going back restores them.
//!
//! Kept in memory for as long as the page lives; nothing is stored. (The
//! browser restores scroll by itself only while the old content is still
//! there, which it is not when a page is built anew.)

use std::{collections::HashMap, sync::Arc};

use catalogue::query::Exploration;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

#[cfg(not(feature = "ssr"))]
use super::filter_sheet;
use super::focus;

/// What is remembered of one address.
#[derive(Clone, Default)]
struct Visit {
    scroll: f64,
    focus: Option<String>,
}

#[derive(Default)]
struct Inner {
    visits: HashMap<String, Visit>,
    /// The last answers by their queries, so that going back need not wait.
    answers: Vec<(String, Arc<Exploration>)>,
    /// Set once the visitor has left a page for another of this site.
    inside: bool,
    /// Set when the visitor went back or forward, until the page is there.
    returning: bool,
    /// The same, until the router has arrived there.
    popped: bool,
    /// A link that changes the filter was followed; where the focus belongs if
    /// that link is gone afterwards.
    followed: Option<Followed>,
    /// The explorer's last query, for the way back from a project.
    query: String,
}

/// What kind of link changed the filter.
#[derive(Clone, Copy, Eq, PartialEq)]
pub enum Followed {
    /// One that may vanish with what it changes, such as a chip.
    Stay,
    /// One to another page of the list, which begins at its top.
    Top,
}

/// The memory of this visit.
#[derive(Clone, Copy)]
pub struct Memory(StoredValue<Inner>);

/// How many answers are kept: more steps than a visitor goes back.
const ANSWERS: usize = 24;

impl Memory {
    /// Provides the memory, and listens for back and forward. To be called before
    /// the router listens too: it puts up the page at once, and by then it must be
    /// known that the visitor came back.
    pub fn provide() -> Self {
        let memory = Self(StoredValue::new(Inner::default()));
        provide_context(memory);
        #[cfg(not(feature = "ssr"))]
        let _ = window_event_listener(leptos::ev::popstate, move |_| {
            if !filter_sheet::popped() {
                memory.0.update_value(|inner| (inner.returning, inner.popped) = (true, true));
            }
        });
        memory
    }

    /// The memory of this page.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Notes where the visitor is, before they leave through `link`.
    pub fn note(self, link: Option<&Element>) {
        let visit = Visit {
            scroll: window().scroll_y().unwrap_or_default(),
            focus: link.and_then(selector),
        };
        self.0.update_value(|inner| {
            inner.visits.insert(address(), visit);
            inner.returning = false;
            inner.inside = true;
        });
    }

    /// Whether the visitor came by back or forward.
    pub fn is_returning(self) -> bool {
        self.0.with_value(|inner| inner.returning)
    }

    /// Whether the visitor went back or forward to where the router arrives now.
    pub fn popped(self) -> bool {
        let popped = self.0.try_update_value(|inner| std::mem::take(&mut inner.popped));
        popped.unwrap_or_default()
    }

    /// Whether the visitor came from another page of this site.
    pub fn is_inside(self) -> bool {
        self.0.with_value(|inner| inner.inside || inner.returning)
    }

    /// Notes where the visitor is when a click leaves the page.
    pub fn leave(self, event: &web_sys::Event) {
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten());
        if let Some(link) = link {
            self.note(Some(&link));
        }
    }

    /// Notes that a link has changed the filter.
    pub fn follow(self, link: Followed) {
        self.0.update_value(|inner| inner.followed = Some(link));
    }

    /// After a link has changed the filter: another page of the list begins at its top,
    /// and a focus that vanished with its link goes to the results.
    pub fn arrive(self) {
        let followed = self.0.try_update_value(|inner| inner.followed.take()).flatten();
        let Some(followed) = followed else { return };
        request_animation_frame(move || {
            let lost =
                document().active_element().is_none_or(|active| active.local_name() == "body");
            if lost || followed == Followed::Top {
                focus::focus(".found");
            }
        });
    }

    /// Restores scroll and focus, if the visitor came back to this page.
    pub fn restore(self) {
        let visit = self.0.try_update_value(|inner| {
            let returning = std::mem::take(&mut inner.returning);
            inner.visits.get(&address()).filter(|_| returning).cloned()
        });
        if let Some(visit) = visit.flatten() {
            come_back(visit, FRAMES);
        }
    }

    /// Notes the query of the answer that the explorer shows.
    pub fn show(self, query: &str) {
        self.0.update_value(|inner| query.clone_into(&mut inner.query));
    }

    /// The explorer's last query.
    pub fn query(self) -> String {
        self.0.with_value(|inner| inner.query.clone())
    }

    /// An answer from before.
    pub fn answer(self, query: &str) -> Option<Arc<Exploration>> {
        self.0.with_value(|inner| {
            inner.answers.iter().find(|(known, _)| known == query).map(|(_, answer)| answer.clone())
        })
    }

    /// Keeps the answer to a query.
    pub fn keep(self, query: &str, answer: Arc<Exploration>) {
        self.0.update_value(|inner| {
            inner.answers.retain(|(known, _)| known != query);
            inner.answers.truncate(ANSWERS - 1);
            inner.answers.insert(0, (query.to_owned(), answer));
        });
    }
}

/// How many animation frames to wait for a page that is still being built.
const FRAMES: u8 = 60;

/// Restores scroll and focus once the element that had the focus is in the page.
fn come_back(visit: Visit, frames: u8) {
    request_animation_frame(move || {
        let focus = visit.focus.as_deref();
        let element = focus.and_then(|focus| document().query_selector(focus).ok().flatten());
        if focus.is_some() && element.is_none() && frames > 0 {
            return come_back(visit, frames - 1);
        }
        if let Some(element) = element {
            focus::focus_on(&element);
        }
        window().scroll_to_with_x_and_y(0.0, visit.scroll);
    });
}

fn address() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// A way to find a link again when the page has been built anew.
fn selector(link: &Element) -> Option<String> {
    let href = link.get_attribute("href")?;
    // A marker and a card lead to the same project.
    let scope = if link.has_type::<HtmlElement>() { "" } else { ".markers " };
    Some(format!("{scope}{}[href=\"{}\"]", link.local_name(), href.replace('"', "\\\"")))
}
