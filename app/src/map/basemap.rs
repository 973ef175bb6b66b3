//! The drawing under the pins. The server puts it into the page; the browser,
//! which does not carry it, fetches it only when it comes to a map that was not
//! in the page it received.

use catalogue::{
    map::{Shown, Viewport, sheet::view_box},
    model::Slug,
};

use crate::markup::{Element, svg};

/// Which map a basemap belongs to.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet {
    /// The overview of this part of the earth.
    Overview(Shown),
    /// The partners of one project.
    Project(Slug),
}

/// The drawing, decoration only: what it shows is said by the pins and the list.
pub fn basemap(sheet: Sheet, view: &Viewport) -> Element {
    let drawing = svg("svg")
        .class("basemap")
        .attr("viewBox", view_box(view))
        .attr("aria-hidden", "true")
        .attr("focusable", "false");
    #[cfg(feature = "ssr")]
    return drawing.markup(drawn(&sheet));
    // The browser has no drawing to begin with. Taking over, it leaves the one
    // in the page alone, and fetches another when the map is to show another
    // part of the earth.
    #[cfg(not(feature = "ssr"))]
    return drawing.markup("").mounted(move |element| fetch(&sheet, element));
}

#[cfg(feature = "ssr")]
fn drawn(sheet: &Sheet) -> String {
    let snapshot = leptos::prelude::use_context::<std::sync::Arc<backend::Snapshot>>();
    let drawing = snapshot.map(|snapshot| match sheet {
        Sheet::Overview(shown) => Some(snapshot.overview_basemap(shown)),
        Sheet::Project(slug) => snapshot.project_basemap(slug),
    });
    drawing.flatten().map(|drawing| drawing.to_string()).unwrap_or_default()
}

/// Where the drawing in the page is noted to come from.
#[cfg(not(feature = "ssr"))]
const DRAWN: &str = "data-drawn";

#[cfg(not(feature = "ssr"))]
fn fetch(sheet: &Sheet, element: leptos::web_sys::Element) {
    let address = match sheet {
        Sheet::Overview(shown) => format!("/basemap/overview?shown={shown}"),
        Sheet::Project(slug) => format!("/basemap/projects/{slug}"),
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
        // Without it the pins still stand on the sea, and the list says it all.
        if let Ok(answer) = gloo_net::http::Request::get(&address).send().await
            && answer.ok()
            && let Ok(drawing) = answer.text().await
            && element.get_attribute(DRAWN) == Some(address)
        {
            element.set_inner_html(&drawing);
        }
    });
}
