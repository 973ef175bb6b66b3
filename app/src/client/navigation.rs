//! Going from one filter to the next without leaving the page.

use std::time::Duration;

use catalogue::filter::{Current, Filter, Ignored, Step};
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{
    filter_sheet,
    form::{check_amounts, field_of, show, step_of, value_beside},
    memory::{Followed, Memory},
};
use crate::site::Site;

/// How long typing must pause before the list follows.
const PAUSE: Duration = Duration::from_millis(160);

/// Goes to a query; `true` leaves no step in the history.
type Go = Box<dyn Fn(&str, bool) + Send + Sync>;

/// Goes to another page of the site.
type Leave = Box<dyn Fn(&str) + Send + Sync>;

/// The ways in which a visitor changes the filter. It holds the filter last asked
/// for, which every control and link changes by a [`Step`]; the address follows that,
/// and the form shows it. Answers only say what was found.
#[derive(Clone, Copy)]
pub struct Navigation {
    site: Site,
    go: StoredValue<Go>,
    leave: StoredValue<Leave>,
    current: StoredValue<Current>,
    waiting: StoredValue<Option<TimeoutHandle>>,
    /// The visitor went back or forward, and the form does not show that filter yet.
    popped: StoredValue<bool>,
    /// The query of what is shown, while the address says that instead of what was asked
    /// for last, which the server has not answered.
    put_back: StoredValue<Option<String>>,
    /// The name of the field in which something is being typed, once the history has a step
    /// for it.
    typing: StoredValue<Option<String>>,
}

/// The navigation of the explorer.
pub fn use_navigation() -> Navigation {
    let navigate = use_navigate();
    let location = use_location();
    let site = Site::here();
    let navigate_away = navigate.clone();
    let leave = move |href: &str| navigate_away(href, NavigateOptions::default());
    let go = move |query: &str, replace: bool| {
        let home = site.home();
        let href = if query.is_empty() { home } else { format!("{home}?{query}") };
        let href = site.with_embed(href);
        navigate(&href, NavigateOptions { replace, scroll: false, ..NavigateOptions::default() });
    };
    let opened = location.search.get_untracked();
    Navigation {
        site,
        go: StoredValue::new(Box::new(go)),
        leave: StoredValue::new(Box::new(leave)),
        current: StoredValue::new(Current::new(site.without_embed(&opened))),
        waiting: StoredValue::new(None),
        popped: StoredValue::new(false),
        put_back: StoredValue::new(None),
        typing: StoredValue::new(None),
    }
}

impl Navigation {
    /// The filter that the visitor last asked for.
    pub fn filter(self) -> Filter {
        self.current.with_value(|current| current.filter().clone())
    }

    /// The filter of a query, which is not read where it is the one last asked for.
    pub fn filter_of(self, query: &str) -> Filter {
        self.current.with_value(|current| current.filter_of(query))
    }

    /// Takes a step and navigates. With `replace`, no history entry is added.
    pub fn step(self, step: &Step, replace: bool) {
        self.current.update_value(|current| current.step(step));
        self.go(replace);
    }

    /// Navigates to another filter altogether.
    pub fn ask(self, filter: Filter) {
        self.current.update_value(|current| current.set(filter));
        self.go(false);
    }

    /// Navigates to what was asked for last, and ends what was being typed.
    pub fn go(self, replace: bool) {
        self.typing.set_value(None);
        self.follow(replace);
    }

    /// The server has not answered what was asked for last: the address says again what is
    /// shown. What was asked for stays ticked and typed, and takes the place of that
    /// address once it is answered.
    pub fn put_back(self, shown: &str) {
        let goes = self.current.try_update_value(|current| current.put_back(shown));
        if goes == Some(true) {
            self.put_back.set_value(Some(shown.to_owned()));
            self.go.with_value(|go| go(shown, true));
        }
    }

    /// The query that was asked for last, while the address is put back.
    pub fn unanswered(self) -> Option<String> {
        let is_put_back = self.put_back.with_value(Option::is_some);
        is_put_back.then(|| self.filter().to_query())
    }

    /// The server answers again: the address says what was asked for last.
    pub fn resume(self) {
        if self.put_back.with_value(Option::is_some) {
            self.go(true);
            self.put_back.set_value(None);
        }
    }

    /// Whether the address has this query only because it was put back to it.
    pub fn is_put_back(self, query: &str) -> bool {
        self.put_back.with_value(|shown| shown.as_deref() == Some(query))
    }

    /// Navigates to what was asked for last. Tells whether the address has changed.
    fn follow(self, replace: bool) -> bool {
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        self.show();
        let query = self.current.try_update_value(Current::navigate).flatten();
        if let Some(query) = &query {
            let put_back = self.put_back.try_update_value(Option::take).flatten();
            let replace = replace || put_back.is_some() || filter_sheet::has_entry();
            self.go.with_value(|go| go(query, replace));
        }
        query.is_some()
    }

    /// The router has arrived at a query; `popped` by going back or forward.
    pub fn arrived(self, query: &str, popped: bool) {
        self.current.update_value(|current| current.arrived(query, popped));
        if popped {
            self.typing.set_value(None);
            self.put_back.set_value(None);
            self.popped.set_value(true);
        }
    }

    /// Makes the form show the filter last asked for. A field in which something is being
    /// typed is left alone, except where the visitor went back or forward from it.
    pub fn show(self) {
        let popped = self.popped.try_update_value(std::mem::take).unwrap_or_default();
        show(&self.filter(), !popped);
        check_amounts(self.site);
    }

    /// The form was sent, or the field left in which something was being typed: the address
    /// follows at once, and what is typed from now on is another step.
    pub fn finish(self) {
        self.go(self.typing.with_value(Option::is_some));
    }

    /// An answer has come, which left this out.
    pub fn answered(self, ignored: &[Ignored]) {
        self.current.update_value(|current| current.answered(ignored));
    }

    /// A control of the form was changed.
    pub fn change(self, event: &web_sys::Event) {
        if let Some(step) = step_of(event) {
            self.step(&step, false);
        }
    }

    /// Something is being typed: the address follows once typing pauses. The first time
    /// that is a step in the history, so that going back leads to what was before; the
    /// rest of what is typed until the field is left belongs to that step.
    pub fn typed(self, event: &web_sys::Event) {
        let Some((field, step)) = field_of(event).zip(step_of(event)) else { return };
        check_amounts(self.site);
        self.current.update_value(|current| current.step(&step));
        if let Some(waiting) = self.waiting.get_value() {
            waiting.clear();
        }
        let follow = move || {
            let begun = self.typing.with_value(|typing| *typing == Some(field.clone()));
            if self.follow(begun) {
                self.typing.set_value(Some(field));
            }
        };
        self.waiting.set_value(set_timeout_with_handle(follow, PAUSE).ok());
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
            self.step(&self.step_of_link(&link, &href, memory), false);
        } else if link.local_name() == "a"
            && link.dyn_ref::<HtmlElement>().is_none()
            && href.starts_with('/')
        {
            // The router knows HTML links only; a marker's link is one of SVG.
            event.prevent_default();
            self.leave.with_value(|leave| leave(&href));
        }
    }

    /// What a link of the explorer changes: the one beside a facet's value excludes
    /// that, every other is the difference to the page that has it.
    fn step_of_link(self, link: &web_sys::Element, href: &str, memory: Memory) -> Step {
        if let Some((key, value)) = value_beside(link) {
            let on = !self.filter().has(&key, &format!("-{value}"));
            return Step::Exclude { key, value, on };
        }
        let to = href.split_once('?').map_or("", |(_, query)| query).to_owned();
        Step::Link { shown: memory.query(), to }
    }
}
