//! The title of a page, and what search engines are told of it.

use catalogue::filter::Filter;
#[cfg(not(feature = "ssr"))]
use catalogue::query::{Exploration, ProjectDetail};
use leptos::prelude::*;

#[cfg(feature = "ssr")]
use crate::server_only::meta_tags;
#[cfg(feature = "ssr")]
pub use crate::server_only::meta_tags::About;
use crate::site::Site;

/// What is said of a page outside its body.
#[cfg_attr(not(feature = "ssr"), expect(dead_code, reason = "the browser only changes the title"))]
pub struct Head {
    /// Its title.
    pub title: String,
    /// What search engines show of it.
    pub description: String,
    /// Its address behind the language, such as `/about`; a page that does not
    /// exist has none.
    pub path: Option<String>,
    /// What the explorer shows; other pages have no filter.
    pub filter: Filter,
    /// What machines and cards of other sites are told of what it shows.
    pub about: Option<About>,
}

/// The client has none.
#[cfg(not(feature = "ssr"))]
pub struct About;

#[cfg(not(feature = "ssr"))]
impl About {
    /// Of the explorer.
    pub fn list(_: Site, _: &Filter, _: &Exploration) -> Option<Self> {
        None
    }

    /// Of a project.
    pub fn project(_: Site, _: &ProjectDetail) -> Option<Self> {
        None
    }
}

/// A part of the page together with what is said of the page. None of that is a
/// node in the body, so that server and browser have the same nodes there.
#[cfg(feature = "ssr")]
pub fn titled(site: Site, head: Head, part: impl IntoView) -> impl IntoView {
    use leptos::either::EitherOf3;
    use leptos_meta::{Meta, Title};

    let Head { title, description, path, filter, about } = head;
    let more = match path {
        Some(path) if site.is_embedded() => {
            EitherOf3::A(meta_tags::of_widget(site, &title, &path, &filter))
        }
        Some(path) => {
            EitherOf3::B(meta_tags::of_page(site, &title, &description, &path, &filter, about))
        }
        None => EitherOf3::C(view! { <Meta name="robots" content="noindex"/> }),
    };
    view! {
        // The component writes its text as it is: the only one of the head that does.
        // The client has no such component, so the text itself is escaped.
        <Title text=html_escape::encode_text(&title).into_owned()/>
        <Meta name="description" content=description/>
        {more}
        {part}
    }
}

/// In the browser only the title changes: robots read the rest from the server's page.
#[cfg(not(feature = "ssr"))]
pub fn titled(_: Site, head: Head, part: impl IntoView) -> impl IntoView {
    document().set_title(&head.title);
    part
}
