//! One project: everything known about it.

use catalogue::{
    filter::Filter,
    model::{Slug, text::best},
    query::ProjectDetail,
};
use leptos::prelude::*;
use leptos_meta::{Meta, Title};
use leptos_router::hooks::use_params_map;

use super::{fault, nothing};
use crate::{
    actions, api,
    frame::{footer, header},
    markup::{Element, el},
    memory::Memory,
    project::sheet,
    site::Site,
    wire::{self, Wire},
};

/// The page of one project.
#[component]
pub fn ProjectPage() -> impl IntoView {
    let site = Site::here();
    let memory = Memory::here();
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    let detail = wire::resource(
        move || slug.get(),
        move |slug| async move {
            match slug.parse::<Slug>() {
                Ok(slug) => api::project(site.lang, slug).await,
                Err(_) => Ok(None),
            }
        },
    );
    // Whoever comes from another page of the site hears the new heading first.
    let came_from_inside = StoredValue::new(false);
    Effect::new(move || {
        if detail.get().is_some() {
            if came_from_inside.get_value() || memory.is_inside() {
                if memory.is_returning() {
                    memory.restore();
                } else {
                    request_animation_frame(|| actions::focus("main h1"));
                }
            }
            came_from_inside.set_value(true);
        }
    });
    view! {
        <Suspense>{move || detail.get().and_then(|Wire(detail)| detail.ok().flatten()).map(|detail| head(site, &detail))}</Suspense>
        {header(site)}
        <Transition>
            {move || {
                detail.get().map(|Wire(detail)| match detail {
                    Ok(Some(detail)) => project(site, detail, memory),
                    Ok(None) => nothing(site, site.t.project_not_found),
                    Err(cause) => fault(site, &cause),
                })
            }}
        </Transition>
        {footer(site)}
    }
}

fn head(site: Site, detail: &ProjectDetail) -> impl IntoView + use<> {
    let title = format!("{} – {}", detail.project.name(site.lang), site.t.site);
    let description = best(&detail.project.description, site.lang).map(|text| text.text.clone());
    view! {
        <Title text=title/>
        <Meta name="description" content=description.unwrap_or_default()/>
    }
}

fn project(site: Site, detail: ProjectDetail, memory: Memory) -> Element {
    let back = Filter::from_query(&memory.query()).0.href(&site.home());
    el("main")
        .attr("id", "content")
        .class("project")
        .on("click", move |event| memory.leave(&event))
        .child(
            el("p").class("way-back").child(el("a").attr("href", back).child(site.t.all_projects)),
        )
        .child(sheet(site, detail))
}
