//! The title of a page, and what search engines show of it.

use leptos::prelude::*;

use crate::markup::Element;

/// A part of the page together with the page's title and description. Neither
/// is a node in the body, so that server and browser have the same nodes there.
#[cfg(feature = "ssr")]
pub fn titled(title: String, description: String, part: Element) -> impl IntoView {
    use leptos_meta::{Meta, Title};
    view! {
        <Title text=title/>
        <Meta name="description" content=description/>
        {part}
    }
}

/// In the browser only the title changes: nobody reads the description there.
#[cfg(not(feature = "ssr"))]
pub fn titled(title: String, _: String, part: Element) -> impl IntoView {
    document().set_title(&title);
    part
}
