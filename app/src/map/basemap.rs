//! The drawing under the markers. The server puts it into the page. The client does
//! not carry it, and fetches it only for a map that was not in the page it received.

use catalogue::{
    map::{Shown, Viewport, views::view_box},
    model::Slug,
};

use leptos::{prelude::*, tachys::html::attribute::Attribute};

use crate::piece::{IntoPiece as _, Piece};

/// The map that a basemap belongs to.
#[derive(Clone, Debug, PartialEq)]
pub enum BasemapOf {
    /// The overview of this part of the earth, with the names of these home cities.
    Overview(Shown, Vec<Slug>),
    /// The partners of one project.
    Project(Slug),
}

/// The drawing, decoration only: what it shows is said by the markers and the list.
pub fn basemap(of: BasemapOf, view: &Viewport) -> Piece {
    view! {
        <svg
            class="basemap"
            viewBox=view_box(view)
            aria-hidden="true"
            focusable="false"
            {..drawn(of)}
        ></svg>
    }
    .into_piece()
}

/// The drawing itself, from the server.
#[cfg(feature = "ssr")]
fn drawn(of: BasemapOf) -> impl Attribute {
    let snapshot = use_context::<std::sync::Arc<backend::Snapshot>>();
    let drawing = snapshot.map(|snapshot| match &of {
        BasemapOf::Overview(shown, cities) => Some(snapshot.overview_basemap(shown, cities)),
        BasemapOf::Project(slug) => snapshot.project_basemap(slug),
    });
    let drawing = drawing.flatten().map(|drawing| drawing.to_string()).unwrap_or_default();
    leptos::tachys::html::element::inner_html(drawing)
}

/// The client carries no drawing. During hydration it keeps the one in the page; it
/// fetches another when the map is to show another part of the earth.
#[cfg(not(feature = "ssr"))]
fn drawn(of: BasemapOf) -> impl Attribute {
    super::surface::whenever_shown(move |element| fetch(&of, element))
}

/// Where the drawing in the page is noted to come from.
#[cfg(not(feature = "ssr"))]
const DRAWN: &str = "data-drawn";

#[cfg(not(feature = "ssr"))]
fn fetch(of: &BasemapOf, element: leptos::web_sys::Element) {
    let address = match of {
        BasemapOf::Overview(shown, cities) => {
            let cities: Vec<&str> = cities.iter().map(Slug::as_str).collect();
            format!("/basemap/overview?shown={shown}&cities={}", cities.join(","))
        }
        BasemapOf::Project(slug) => format!("/basemap/projects/{slug}"),
    };
    let drawn = element.get_attribute(DRAWN);
    let from_server = drawn.is_none() && element.child_element_count() > 0;
    if drawn.as_ref() == Some(&address) {
        return;
    }
    let _ = element.set_attribute(DRAWN, &address);
    if from_server {
        return;
    }
    leptos::task::spawn_local(async move {
        // Without it the markers still stand on the sea, and the list says it all.
        if let Ok(answer) = gloo_net::http::Request::get(&address).send().await
            && answer.ok()
            && let Ok(drawing) = answer.text().await
            && element.get_attribute(DRAWN) == Some(address)
        {
            element.set_inner_html(&drawing);
        }
    });
}
