//! The title of a page, and what search engines show of it.

use leptos::prelude::*;

/// Sets title and description. The server writes both into the page; in the
/// browser only the title changes, since nobody reads the description there.
#[cfg(feature = "ssr")]
pub fn head(title: String, description: Option<String>) -> impl IntoView {
    use leptos_meta::{Meta, Title};
    view! {
        <Title text=title/>
        {description.map(|text| view! { <Meta name="description" content=text/> })}
    }
}

/// Sets the title.
#[cfg(not(feature = "ssr"))]
pub fn head(title: String, _: Option<String>) -> impl IntoView {
    document().set_title(&title);
}
