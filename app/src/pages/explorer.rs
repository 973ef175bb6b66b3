//! The explorer: filters, list and map, always about the same projects.

use std::sync::Arc;

use catalogue::{filter::Filter, query::Exploration};
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation};
use leptos_router::hooks::use_location;

use super::fault;
use crate::{
    actions::actions,
    api,
    client::{
        connection::Connection,
        events::{is_sending, is_text},
        filter_sheet,
        form::take_typed,
        memory::Memory,
        navigation::{Navigation, use_navigation},
    },
    explorer::{bar, chips, filters, list, notices, opening, order, title},
    failure::Failure,
    head::{About, Head, titled},
    layout::{above_explorer, below, search_button},
    map::{Highlight, Overview, OverviewState},
    payload::{Answer, AnswerResource},
    piece::{IntoPiece as _, Piece},
    site::Site,
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
                let query = site.without_embed(&search);
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
    let connection = Connection::new();
    let fail = move |failure: Failure| {
        if answer.with_untracked(|answer| matches!(answer, Some(Ok(_)))) {
            connection.fail(failure);
            navigation.put_back(&memory.query());
        } else {
            connection.miss(&failure);
        }
    };
    // Where the map was moved to changes nothing else, and what an address was put back to
    // is shown already.
    let question = Memo::new(move |before: Option<&String>| {
        let query = query.get();
        let known = state.knows(&navigation.filter_of(&query)) || navigation.is_put_back(&query);
        before.filter(|_| known).cloned().unwrap_or(query)
    });
    Effect::new(move |before: Option<()>| {
        connection.track_retries();
        let question = question.get();
        if before.is_some() || question != opened {
            connection.wait(move || fail(Failure::Connection("no answer came in time".to_owned())));
            spawn_local_scoped_with_cancellation(async move {
                let question = navigation.unanswered().unwrap_or(question);
                match ask(site, memory, question).await {
                    Ok(given) => {
                        connection.succeed();
                        navigation.resume();
                        answer.set(Some(Ok(given)));
                    }
                    // What is shown stays.
                    Err(failure) => fail(failure),
                }
            });
        } else if let Some(Ok(given)) = answer.get_untracked() {
            // It came with the page.
            memory.keep(&question, given);
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
        let query = query.get();
        navigation.show();
        request_animation_frame(filter_sheet::keep_entry);
        // Another choice of the visitor does not wait for the next try.
        if connection.has_failed() && !navigation.is_put_back(&query) {
            connection.retry();
        }
    });
    Effect::new(move || match answer.get() {
        Some(Ok(answer)) => {
            connection.succeed();
            // Without what of the address was not understood.
            state.answered(&answer, navigation.filter_of(&answer.query));
            memory.show(&answer.query);
            memory.restore();
            memory.arrive();
        }
        // A page that came without an answer has nothing to go back to.
        Some(Err(failure)) => connection.miss(&failure),
        None => {}
    });
    view! {
        {above_explorer(site)}
        <Transition>
            {move || {
                answer.get().map(|answer| {
                    let t = site.t;
                    let (title, path, about, filter, page) = match answer {
                        Ok(answer) => {
                            navigation.answered(&answer.ignored);
                            let filter = navigation.filter_of(&answer.query);
                            // A search engine needs no address for every view of the map.
                            let indexed = Filter { camera: None, ..filter.clone() };
                            let about = About::list(site, &indexed, &answer);
                            let title = title(site, &filter, &answer);
                            let page = explorer(site, &filter, &answer, state, navigation, memory);
                            (title, Some(String::new()), about, indexed, page)
                        }
                        Err(failure) => {
                            let page = fault(site, &failure);
                            (t.title.to_owned(), None, None, Filter::default(), page)
                        }
                    };
                    let description = t.description.to_owned();
                    titled(site, Head { title, description, path, filter, about }, page)
                })
            }}
        </Transition>
        {connection.line(site)}
        {below(site)}
    }
}

/// The answer to a query: one from before, or the server's.
async fn ask(site: Site, memory: Memory, query: String) -> Answer<Exploration> {
    if let Some(known) = memory.answer(&query) {
        return Ok(known);
    }
    let answer = Arc::new(api::explore(site.lang, site.server_query(&query)).await?);
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
) -> Piece {
    let highlight = Highlight::new();
    let overview = Overview { state, highlight, open: RwSignal::new(None), navigation };
    view! {
        <main
            id="content"
            tabindex="-1"
            class="explorer"
            data-view=filter.view.as_str()
            on:click=move |event| navigation.click(&event, memory)
        >
            {opening(site, answer)}
            {finder(site, filter, answer, navigation)}
            {bar(site, filter, answer)}
            <section class="results" aria-labelledby="found">
                {notices(site, answer.ignored.clone())}
                <div class="results-head">
                    {order(site, filter, answer)}
                    {actions(site)}
                </div>
                {chips(site, filter, &answer.facets)}
                {list(site, filter, answer, highlight)}
            </section>
            {overview.view(site, filter, answer)}
        </main>
    }
    .into_piece()
}

/// The form: search and filters.
fn finder(site: Site, filter: &Filter, answer: &Exploration, navigation: Navigation) -> Piece {
    let t = site.t;
    let send = move |event: &web_sys::Event| {
        event.prevent_default();
        navigation.finish();
        filter_sheet::close();
    };
    view! {
        <form
            class="finder"
            method="get"
            action=site.home()
            role="search"
            autocomplete="off"
            // In a frame that may not send forms (`sandbox`) buttons are pressed, and nothing
            // is submitted.
            on:click=move |event| {
                if is_sending(&event) {
                    send(&event);
                }
            }
            on:submit=move |event| send(&event)
            on:input=move |event| {
                if is_text(&event) {
                    navigation.typed(&event);
                }
            }
            on:change=move |event| {
                if is_text(&event) {
                    navigation.finish();
                } else {
                    navigation.change(&event);
                }
            }
        >
            <div class="search">
                <label class="unseen" for="q">
                    {t.search}
                </label>
                <input
                    type="search"
                    id="q"
                    name="q"
                    maxlength="200"
                    placeholder=t.search_hint
                    value=filter.text.clone()
                />
                {search_button(site)}
            </div>
            {filters(site, &navigation.filter(), filter, answer)}
        </form>
    }
    .into_piece()
}
