//! The explorer: filters, list and map, always about the same projects.

use catalogue::{
    filter::{Filter, View},
    query::Exploration,
};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::fault;
use crate::{
    actions, api,
    choice::choice,
    explorer::{Navigation, chips, filters, list, notices, take_typed, use_navigation},
    frame::{above, below, search_button},
    head::{About, Head, titled},
    map::{Chart, Lit, Overview},
    markup::{Element, el},
    memory::Memory,
    site::Site,
    wire, words,
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
                navigation.caught_up(query, memory.is_returning());
                query.to_owned()
            }
        }
    });
    let answer = wire::awaited(
        move || query.get(),
        move |query| async move {
            match memory.answer(&query) {
                Some(answer) => Ok(answer.to_string()),
                None => api::explore(site.lang, site.asked(&query)).await,
            }
        },
    );
    let chart = Chart::new(&query.get_untracked());
    Effect::new(move || chart.asked(site, &query.get()));
    Effect::new(move || {
        if chart.map.rests() > 0 {
            chart.rested(site, navigation);
        }
    });
    Effect::new(move || {
        let Some(parcel) = answer.get() else { return };
        if let Ok(answer) = parcel.open::<Exploration>() {
            chart.answered(&answer);
            let canonical = answer.query;
            actions::follow_text(&Filter::from_query(&canonical).0.text);
            memory.keep(&query.get_untracked(), &canonical, parcel);
            memory.restore();
            memory.arrive();
        }
    });
    Effect::new(move || {
        if let Some(typed) = take_typed() {
            navigation.go(&typed, true);
        }
    });
    view! {
        {above(site)}
        <Transition>
            {move || {
                answer.get().map(|parcel| {
                    let t = site.t;
                    let (path, about, filter, page) = match parcel.open::<Exploration>() {
                        Ok(answer) => {
                            let filter = Filter::from_query(&answer.query).0;
                            let about = About::list(site, &filter, &answer);
                            let page = explorer(site, &filter, answer, chart, navigation, memory);
                            (Some(String::new()), about, filter, page)
                        }
                        Err(cause) => (None, None, Filter::default(), fault(site, &cause)),
                    };
                    let (title, description) = (t.title.to_owned(), t.description.to_owned());
                    titled(site, Head { title, description, path, filter, about }, page)
                })
            }}
        </Transition>
        {below(site)}
    }
}

fn explorer(
    site: Site,
    filter: &Filter,
    answer: Exploration,
    chart: Chart,
    navigation: Navigation,
    memory: Memory,
) -> Element {
    let t = site.t;
    let lit = Lit::new();
    let overview = Overview { chart, lit, open: RwSignal::new(None), navigation };
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
    let map = overview.view(site, filter, &answer);
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
        .child(finder(site, filter, &answer, navigation))
        .child(results.child(list(site, filter, answer, lit)))
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
        navigation.follow_form(false);
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
                navigation.follow_typing();
            }
        })
        .on("change", move |event| {
            if !actions::is_text(&event) {
                navigation.follow_form(false);
            }
        })
        .child(search)
        .child(el("div").class("tools").child(open).child(views(site, filter)))
        .child(filters(site, &navigation.asked().unwrap_or_else(|| filter.clone()), answer))
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
