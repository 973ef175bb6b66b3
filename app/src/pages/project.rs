//! One project: everything known about it.

use std::sync::Arc;

use catalogue::{filter::Filter, model::text::best, query::ProjectDetail};
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_params_map};

use super::{fault, nothing};
use crate::{
    api,
    client::{connection::Connection, focus, memory::Memory},
    head::{About, Head, titled},
    layout::{above, below},
    payload::AnswerResource,
    piece::{IntoPiece as _, Piece},
    project::{PartnerOrder, article, neighbours},
    site::Site,
};

/// The page of one project.
#[component]
pub fn ProjectPage() -> impl IntoView {
    let site = Site::here();
    let memory = Memory::here();
    let params = use_params_map();
    let location = use_location();
    let slug = move || params.with(|params| params.get("slug").unwrap_or_default());
    // The search that led here, without what only this page understands.
    let search =
        move || location.search.with(|search| Filter::from_query(site.without_embed(search)).0);
    let asked = Memo::new(move |_| (slug(), search().to_query()));
    let detail = AnswerResource::new_with_options(
        move || asked.get(),
        move |(slug, query)| async move {
            api::project(site.lang, slug, site.server_query(&query)).await.map(Arc::new)
        },
        false,
    );
    let order = Memo::new(move |_| location.search.with(|search| PartnerOrder::of_query(search)));
    let connection = Connection::new();
    Effect::new(move |subscribed: Option<()>| {
        connection.track_retries();
        if subscribed.is_some() {
            detail.refetch();
        }
    });
    Effect::new(move || match detail.get() {
        Some(Ok(_)) => connection.succeed(),
        Some(Err(failure)) => connection.miss(&failure),
        None => {}
    });
    // A screen reader reads the new heading first after another page of the site.
    let came_from_inside = StoredValue::new(false);
    Effect::new(move || {
        if detail.get().is_some() {
            if came_from_inside.get_value() || memory.is_inside() {
                if memory.is_returning() {
                    memory.restore();
                } else {
                    request_animation_frame(|| focus::focus("main h1"));
                }
            }
            came_from_inside.set_value(true);
        }
    });
    view! {
        {above(site)}
        <Transition>
            {move || {
                detail.get().map(|detail| {
                    let t = site.t;
                    let detail = detail.as_ref().map(|detail| detail.as_ref().as_ref());
                    let (title, description, path, about, page) = match detail {
                        Ok(Some(detail)) => {
                            let ProjectDetail { project: told, .. } = detail;
                            let text = best(&told.description, site.lang);
                            let text = text.map_or(t.description, |text| text.text.as_str()).to_owned();
                            let path = Some(format!("/projects/{}", told.slug));
                            let about = About::project(site, detail);
                            (title(site, detail), text, path, about, project(site, detail, &search(), order.get(), memory))
                        }
                        Ok(None) => {
                            let heading = t.project_not_found;
                            let hint = t.not_found_hint.to_owned();
                            (heading.to_owned(), hint, None, None, nothing(site, heading))
                        }
                        Err(failure) => {
                            let page = fault(site, failure);
                            (t.fault.to_owned(), t.fault_hint.to_owned(), None, None, page)
                        }
                    };
                    titled(site, Head { title, description, path, filter: Filter::default(), about }, page)
                })
            }}
        </Transition>
        {below(site)}
    }
}

fn title(site: Site, detail: &ProjectDetail) -> String {
    format!("{} – {}", detail.project.name(site.lang), site.t.site)
}

fn project(
    site: Site,
    detail: &ProjectDetail,
    search: &Filter,
    order: PartnerOrder,
    memory: Memory,
) -> Piece {
    // A visitor who came from the list goes back to what it showed last.
    let query = memory.query();
    let back = if query.is_empty() { search.clone() } else { Filter::from_query(&query).0 };
    let back = site.filtered(&back);
    let query = search.to_query();
    view! {
        <main
            id="content"
            tabindex="-1"
            class="project"
            on:click=move |event| memory.leave(&event)
        >
            <nav class="way-back" aria-label=site.t.neighbours>
                <a class="back" href=back>
                    {site.t.all_projects}
                </a>
                {detail.neighbours.as_ref().map(|it| neighbours(site, it, &query))}
            </nav>
            {article(site, detail, &query, order)}
        </main>
    }
    .into_piece()
}
