//! The routes.

use leptos::{either::Either, prelude::*};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    hooks::use_location,
    path,
};

#[cfg(feature = "ssr")]
use crate::server_only;
use crate::{client::memory::Memory, pages, site::Site};

/// Everything inside `<body>`.
#[component]
pub fn App() -> impl IntoView {
    #[cfg(feature = "ssr")]
    leptos_meta::provide_meta_context();
    Memory::provide();
    view! {
        <Router>
            <Body/>
        </Router>
    }
}

#[component]
fn Body() -> impl IntoView {
    let location = use_location();
    let (path, search) = (location.pathname.get_untracked(), location.search.get_untracked());
    let site = Site::of(&path, &search);
    provide_context(site);
    Effect::new(|| {
        // Tests and style may know that the page answers now.
        request_animation_frame(|| {
            let root = document().document_element();
            let _ = root.map(|root| root.set_attribute("data-ready", ""));
        });
    });
    routes()
}

/// A page in a language that is ours; in any other it does not exist, nor where one
/// of the browser's few routes leads and the server has none.
fn spoken<V: IntoView>(page: impl FnOnce() -> V) -> impl IntoView {
    let path = use_location().pathname.get_untracked();
    if Site::has_language(&path) && (cfg!(feature = "ssr") || Site::here().has(&path)) {
        Either::Left(page())
    } else {
        Either::Right(pages::NotFound())
    }
}

/// The server knows three pages more than the browser: the page about the site is
/// text alone, those that check spreadsheets and set up embeds are plain forms, so
/// all are documents that do without the client.
#[cfg(feature = "ssr")]
fn routes() -> impl IntoView {
    view! {
        <FlatRoutes fallback=pages::NotFound>
            <Route path=path!("/:lang") view=|| spoken(pages::ExplorerPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/projects/:slug") view=|| spoken(pages::ProjectPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/widget") view=|| spoken(pages::ExplorerPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/widget/projects/:slug") view=|| spoken(pages::ProjectPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/about") view=|| spoken(server_only::pages::AboutPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/check") view=|| spoken(server_only::pages::CheckPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/embed") view=|| spoken(server_only::pages::GeneratorPage) ssr=SsrMode::Async/>
        </FlatRoutes>
    }
}

/// Every address twice, since the same pages stand in frames; but only two routes,
/// since the code of each goes to every visitor.
#[cfg(not(feature = "ssr"))]
fn routes() -> impl IntoView {
    view! {
        <FlatRoutes fallback=pages::NotFound>
            <Route path=path!("/:lang/:frame?") view=|| spoken(pages::ExplorerPage) ssr=SsrMode::Async/>
            <Route path=path!("/:lang/:frame?/projects/:slug") view=|| spoken(pages::ProjectPage) ssr=SsrMode::Async/>
        </FlatRoutes>
    }
}
