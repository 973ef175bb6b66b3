//! What every page without a client has around its content.

use catalogue::filter::Filter;
use leptos::prelude::*;

use crate::{
    head::{Head, titled},
    layout::{above, below},
    site::Site,
};

/// What a page is.
pub struct Description {
    /// Its heading, and the first part of its title.
    pub title: &'static str,
    /// What search engines show of it.
    pub description: &'static str,
    /// Its address behind the language, where a search may lead there.
    pub path: Option<&'static str>,
    /// The class of its content.
    pub class: &'static str,
}

/// A page: what stands above it, the way back to the explorer, its heading, its content,
/// and what stands below it.
#[component]
pub fn Scaffold(site: Site, page: Description, children: Children) -> impl IntoView {
    let Description { title, description, path, class } = page;
    let head = Head {
        title: format!("{title} – {}", site.t.site),
        description: description.to_owned(),
        path: path.map(str::to_owned),
        filter: Filter::default(),
        about: None,
    };
    view! {
        {titled(site, head, above(site))}
        <main id="content" class=class>
            <p class="way-back">
                <a class="back" href=site.home()>
                    {site.t.all_projects}
                </a>
            </p>
            <h1>{title}</h1>
            {children()}
        </main>
        {below(site)}
    }
}
