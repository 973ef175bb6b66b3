//! Going from one filter to the next without leaving the page.

use std::time::Duration;

use catalogue::filter::Filter;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::form::{form, query_of};
use crate::{
    memory::{Followed, Memory},
    site::Site,
};

/// How long typing must pause before the list follows.
const PAUSE: Duration = Duration::from_millis(160);

/// Goes to a query; `true` leaves no step in the history.
type Go = Box<dyn Fn(&str, bool) + Send + Sync>;

/// Goes to another page of the site.
type Leave = Box<dyn Fn(&str) + Send + Sync>;

/// The ways in which a visitor changes the filter. Everything ends in an
/// address: the page follows the address, never the other way round.
#[derive(Clone, Copy)]
pub struct Navigation {
    go: StoredValue<Go>,
    leave: StoredValue<Leave>,
    site: Site,
    asked: StoredValue<Option<String>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

/// The navigation of the explorer.
pub fn use_navigation() -> Navigation {
    let navigate = use_navigate();
    let location = use_location();
    let site = Site::here();
    let navigate_away = navigate.clone();
    let leave = move |href: &str| navigate_away(href, NavigateOptions::default());
    let asked = StoredValue::new(None::<String>);
    let go = move |query: &str, replace: bool| {
        let shown = location.search.get_untracked();
        let before = asked.get_value().unwrap_or_else(|| site.undressed(&shown).to_owned());
        if query == before {
            return;
        }
        asked.set_value(Some(query.to_owned()));
        let home = site.home();
        let href = if query.is_empty() { home } else { format!("{home}?{query}") };
        let href = site.dressed(href);
        navigate(&href, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
    };
    Navigation {
        go: StoredValue::new(Box::new(go)),
        leave: StoredValue::new(Box::new(leave)),
        site,
        asked,
        waiting: StoredValue::new(None),
    }
}

fn from_query(query: &str) -> Filter {
    Filter::from_query(query).0
}

impl Navigation {
    /// To another filter. `replace` leaves no step in the history.
    pub fn go(self, query: &str, replace: bool) {
        self.forget_typing();
        self.go.with_value(|go| go(query, replace));
    }

    /// What was asked for while the address has not caught up yet. An answer to an
    /// earlier question that arrives just then must not untick what was ticked
    /// since.
    pub fn asked(self) -> Option<Filter> {
        self.asked.with_value(|asked| asked.as_deref().map(from_query))
    }

    /// The address has changed: to what was asked for, or by going back or
    /// forward, which asks for something else.
    pub fn caught_up(self, query: &str, returning: bool) {
        let there = self.asked.with_value(|asked| asked.as_deref() == Some(query));
        if there || returning {
            self.asked.set_value(None);
        }
    }

    /// To what the form says now.
    pub fn follow_form(self, replace: bool) {
        if let Some(query) = form().and_then(|form| query_of(&form)) {
            self.go(&query, replace);
        }
    }

    /// To what the form says once typing pauses.
    pub fn follow_typing(self) {
        self.forget_typing();
        let follow = move || self.follow_form(true);
        self.waiting.set_value(set_timeout_with_handle(follow, PAUSE).ok());
    }

    fn forget_typing(self) {
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
    }

    /// Answers a click anywhere in the explorer: links marked `data-stay` change
    /// the filter where the visitor is; every other link is left to the router,
    /// after noting where the visitor was.
    pub fn click(self, event: &web_sys::Event, memory: Memory) {
        let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten());
        let here = plain && !event.default_prevented();
        let link = link.filter(|link| here && !link.has_attribute("target"));
        let Some(link) = link else { return };
        memory.note(Some(&link));
        let href = link.get_attribute("href").unwrap_or_default();
        if link.has_attribute("data-stay") {
            event.prevent_default();
            let top = link.has_attribute("data-top");
            memory.follow(if top { Followed::Top } else { Followed::Stay });
            let query = href.split_once('?').map_or("", |(_, query)| query);
            // It stands in an answer, and more may have been asked for since.
            let search = window().location().search().unwrap_or_default();
            let now = self.asked().unwrap_or_else(|| from_query(self.site.undressed(&search)));
            let to = from_query(query).carried(&from_query(&memory.query()), now);
            self.go(&to.to_query(), false);
        } else if link.local_name() == "a"
            && link.dyn_ref::<HtmlElement>().is_none()
            && href.starts_with('/')
        {
            // The router knows HTML links only; a pin's link is one of SVG.
            event.prevent_default();
            self.leave.with_value(|leave| leave(&href));
        }
    }
}
