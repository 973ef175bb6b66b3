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
    /// The overview, and what it shows.
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
    // in the page alone.
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

#[cfg(not(feature = "ssr"))]
fn fetch(sheet: &Sheet, element: leptos::web_sys::Element) {
    if element.child_element_count() > 0 {
        return;
    }
    let address = match sheet {
        Sheet::Overview(_) => "/basemap/overview".to_owned(),
        Sheet::Project(slug) => format!("/basemap/projects/{slug}"),
    };
    leptos::task::spawn_local(async move {
        // Without it the pins still stand on the sea, and the list says it all.
        if let Ok(answer) = gloo_net::http::Request::get(&address).send().await
            && answer.ok()
            && let Ok(drawing) = answer.text().await
        {
            element.set_inner_html(&drawing);
        }
    });
}
