//! The explorer: filters, list and map, always about the same projects.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, View},
    query::Exploration,
};
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation};
use leptos_router::hooks::use_location;

use super::fault;
use crate::{
    actions, api,
    choice::choice,
    explorer::{Navigation, chips, filters, list, notices, take_typed, use_navigation},
    frame::{above_explorer, below, search_button},
    head::{About, Head, titled},
    map::{Highlight, Overview, OverviewState},
    markup::{Element, el},
    memory::Memory,
    payload::{Answer, AnswerResource},
    site::Site,
    words,
};

/// The explorer.
#[component]
pub fn ExplorerPage() -> impl IntoView {
    let site = Site::here();
    let memory = Memory::here();
    let navigation = use_navigation();
    let location = use_location();
    let home = site.home();
    // While another page is being put up, the address is already that page's.
    let query = Memo::new(move |before: Option<&String>| {
        let here = location.pathname.get().trim_end_matches('/') == home;
        match before {
            Some(before) if !here => before.clone(),
            _ => {
                let search = location.search.get();
                let query = site.undressed(&search);
                navigation.arrived(query, memory.popped());
                query.to_owned()
            }
        }
    });
    let opened = query.get_untracked();
    let first = opened.clone();
    // A resource asks its next question only when it has the answer to the one before,
    // so it asks the first one alone. Of the later ones each takes the place of the one
    // before it, whose request is aborted.
    let answer =
        AnswerResource::new_with_options(|| (), move |()| ask(site, memory, first.clone()), false);
    let state = OverviewState::new(site, navigation.filter());
    Effect::new(move |before: Option<()>| {
        let query = query.get();
        if before.is_some() || query != opened {
            spawn_local_scoped_with_cancellation(async move {
                let given = ask(site, memory, query).await;
                answer.set(Some(given));
            });
        } else if let Some(Ok(given)) = answer.get_untracked() {
            // It came with the page.
            memory.keep(&query, given);
        }
    });
    Effect::new(move || state.asked(navigation.filter_of(&query.get())));
    // The first run only subscribes; the map has not moved yet.
    Effect::new(move |subscribed: Option<()>| {
        state.map.track_rests();
        if subscribed.is_some() {
            state.rested(navigation);
        }
    });
    // Before the form shows anything, or what was typed early would be lost.
    Effect::new(move || {
        if let Some(typed) = take_typed() {
            navigation.ask(Filter::from_query(&typed).0);
        }
    });
    Effect::new(move || {
        query.track();
        navigation.show();
    });
    Effect::new(move || {
        if let Some(Ok(answer)) = answer.get() {
            // Without what of the address was not understood.
            state.answered(&answer, navigation.filter_of(&answer.query));
            memory.show(&answer.query);
            memory.restore();
            memory.arrive();
        }
    });
    view! {
        {above_explorer(site)}
        <Transition>
            {move || {
                answer.get().map(|answer| {
                    let t = site.t;
                    let (path, about, filter, page) = match answer {
                        Ok(answer) => {
                            navigation.answered(&answer.ignored);
                            let filter = navigation.filter_of(&answer.query);
                            let about = About::list(site, &filter, &answer);
                            let page = explorer(site, &filter, &answer, state, navigation, memory);
                            (Some(String::new()), about, filter, page)
                        }
                        Err(failure) => (None, None, Filter::default(), fault(site, &failure)),
                    };
                    let (title, description) = (t.title.to_owned(), t.description.to_owned());
                    titled(site, Head { title, description, path, filter, about }, page)
                })
            }}
        </Transition>
        {below(site)}
    }
}

/// The answer to a query: one from before, or the server's.
async fn ask(site: Site, memory: Memory, query: String) -> Answer<Exploration> {
    if let Some(known) = memory.answer(&query) {
        return Ok(known);
    }
    let answer = Arc::new(api::explore(site.lang, site.asked(&query)).await?);
    memory.keep(&query, answer.clone());
    Ok(answer)
}

fn explorer(
    site: Site,
    filter: &Filter,
    answer: &Exploration,
    state: OverviewState,
    navigation: Navigation,
    memory: Memory,
) -> Element {
    let t = site.t;
    let highlight = Highlight::new();
    let overview = Overview { state, highlight, open: RwSignal::new(None), navigation };
    let found = if filter.is_open() { t.all_found } else { t.found };
    let found = found.of(answer.found, site.lang);
    let introduction =
        answer.introduction.clone().map(|text| words::local_text(site, "introduction", text));
    let found = el("p")
        .class("found")
        .attr("id", "found")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .child(found);
    let head = el("div").class("results-head").child(found).child(actions::actions(site));
    let results = el("section")
        .class("results")
        .attr("aria-labelledby", "found")
        .child(notices(site, answer.ignored.clone()))
        .child(head)
        .child(chips(site, filter, &answer.facets));
    let map = overview.view(site, filter, answer);
    el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .class("explorer")
        .attr("data-view", if filter.view == View::Map { "map" } else { "list" })
        .on("click", move |event| navigation.click(&event, memory))
        .child(
            el("div")
                .class("opening")
                .child(el(site.heading(1)).child(t.title))
                .child(introduction),
        )
        .child(finder(site, filter, answer, navigation))
        .child(results.child(list(site, filter, answer, highlight)))
        .child(map)
}

/// The form: search, what a narrow screen needs, and the filters.
fn finder(site: Site, filter: &Filter, answer: &Exploration, navigation: Navigation) -> Element {
    let t = site.t;
    let input = el("input")
        .attr("type", "search")
        .attr("id", "q")
        .attr("name", "q")
        .attr("maxlength", "200")
        .attr("placeholder", t.search_hint)
        .attr("value", filter.text.clone());
    let search = el("div")
        .class("search")
        .child(el("label").class("unseen").attr("for", "q").child(t.search))
        .child(input)
        .child(search_button(site));
    let active = filter.parts().count();
    let badge = (active > 0).then(|| el("span").class("badge").child(active.to_string()));
    let open = el("button")
        .attr("type", "button")
        .class("secondary narrow-only")
        .attr("popovertarget", "filters")
        .child(t.filters)
        .child(badge);
    let send = move |event: web_sys::Event| {
        event.prevent_default();
        navigation.finish();
        actions::close_filters();
    };
    el("form")
        .class("finder")
        .attr("method", "get")
        .attr("action", site.home())
        .attr("role", "search")
        .attr("autocomplete", "off")
        // In a frame that may not send forms (`sandbox`) buttons are pressed, and nothing
        // is submitted.
        .on("click", move |event| {
            if actions::is_sending(&event) {
                send(event);
            }
        })
        .on("submit", send)
        .on("input", move |event| {
            if actions::is_text(&event) {
                navigation.typed(&event);
            }
        })
        .on("change", move |event| {
            if actions::is_text(&event) {
                navigation.finish();
            } else {
                navigation.change(&event);
            }
        })
        .child(search)
        .child(el("div").class("tools").child(open).child(views(site, filter)))
        .child(filters(site, &navigation.filter(), filter, answer))
}

/// What a narrow screen shows.
fn views(site: Site, filter: &Filter) -> Element {
    let t = site.t;
    let view = |(view, name): (View, &'static str)| {
        let href = site.filtered(&Filter { view, ..filter.clone() });
        (href, name, view == filter.view)
    };
    let views = [(View::List, t.view_list), (View::Map, t.view_map)].map(view);
    choice("choice views", t.view, views.into())
}
