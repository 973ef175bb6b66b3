//! What stands around every page: header, footer, and links to other languages.

use catalogue::{filter::Filter, model::Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    client::focus,
    i18n,
    piece::{IntoPiece as _, Piece, icon},
    site::{ExternalLink, Site},
};

/// The longest path that a page has behind its language, in bytes: that of a project in
/// a frame, whose slug has 120.
const LONGEST_PATH: usize = 150;

/// What stands above a page: in a frame, nothing.
pub fn above(site: Site) -> Option<Piece> {
    (!site.is_embedded()).then(|| header(site, vec![skip("#content", site.t.skip)]))
}

/// The same above the explorer, where a keyboard would otherwise pass every filter on the
/// way to the results.
pub fn above_explorer(site: Site) -> Option<Piece> {
    let t = site.t;
    let skips = [("#cards", t.skip_results), ("#q", t.skip_filters), ("#map", t.skip_to_map)];
    let skips = skips.map(|(to, text)| skip(to, text)).into();
    (!site.is_embedded()).then(|| header(site, skips))
}

/// A skip link. The router would follow the address but not move the focus.
fn skip(to: &'static str, text: &'static str) -> Piece {
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus::focus(to);
    };
    view! {
        <a class="skip" href=to on:click=go>
            {text}
        </a>
    }
    .into_piece()
}

/// What stands below a page; in a frame that is all that stands around it.
pub fn below(site: Site) -> Piece {
    if site.is_embedded() { embed_footer(site) } else { footer(site) }
}

/// The same page in other languages, and the way out of the frame.
fn embed_footer(site: Site) -> Piece {
    let location = use_location();
    let full_site = move || {
        let path = location.pathname.get();
        let home = site.home();
        match path.strip_prefix(&home).unwrap_or_default() {
            rest if rest.is_empty() || rest.len() > LONGEST_PATH => {
                site.full_site(&location.search.get())
            }
            rest => format!("/{}{rest}", site.lang),
        }
    };
    let ExternalLink { rel, target } = site.external_link();
    view! {
        <footer class="footer">
            {languages(site, None)}
            <a class="full-site" rel=rel target=target href=full_site>
                {site.t.site}
            </a>
        </footer>
    }
    .into_piece()
}

/// The name of the site, and the same page in other languages.
fn header(site: Site, skips: Vec<Piece>) -> Piece {
    view! {
        <header class="masthead">
            {skips}
            <a class="brand" href=site.home()>
                <svg viewBox="0 0 32 32" aria-hidden="true">
                    <path class="brand-line" d="M9 22c0-8 14-4 14-12"></path>
                    <circle class="brand-here" cx="9" cy="22" r="5"></circle>
                    <circle class="brand-there" cx="23" cy="10" r="5"></circle>
                </svg>
                <span>{site.t.site}</span>
            </a>
            // On a phone the links are a menu.
            <button type="button" class="plain languages-button" popovertarget="languages">
                <span class="unseen">{site.t.languages}</span>
                {site.lang.tag()}
                {icon(DOWN)}
            </button>
            {languages(site, Some("languages"))}
        </header>
    }
    .into_piece()
}

/// A triangle that points down.
const DOWN: &str = "M5 8l5 5 5-5";

/// The same page in other languages. With an id, the list is a popover on a phone, which
/// [needs no script](../../docs/decisions/0015-filters-in-a-popover.md).
fn languages(site: Site, id: Option<&'static str>) -> Piece {
    let location = use_location();
    let link = |lang: Lang| {
        let href = move || {
            let path = location.pathname.get();
            let rest = path.strip_prefix(&format!("/{}", site.lang)).unwrap_or_default();
            // No page has a longer path: what leads nowhere is not repeated four times.
            let rest = if rest.len() > LONGEST_PATH { "" } else { rest };
            let (path, search) = (format!("/{lang}{rest}"), location.search.get());
            #[cfg(feature = "ssr")]
            if rest == "/embed" {
                return format!(
                    "{path}{}",
                    crate::server_only::generator::Setup::repeated(&search, site.lang)
                );
            }
            // Nothing of an address is repeated that was not understood.
            site.with_embed(Filter::from_query(site.without_embed(&search)).0.href(&path))
        };
        let tag = lang.tag();
        let current = (lang == site.lang).then_some("true");
        // Another language is another document, with its own `lang`.
        view! {
            <li>
                <a rel="external" hreflang=tag lang=tag aria-current=current href=href>
                    {i18n::messages(lang).language}
                </a>
            </li>
        }
        .into_piece()
    };
    view! {
        <nav class="languages" aria-label=site.t.languages>
            <ul id=id popover=id.map(|_| "auto")>
                {Lang::ALL.map(link)}
            </ul>
        </nav>
    }
    .into_piece()
}

/// Where the data comes from, and what this site does not do.
fn footer(site: Site) -> Piece {
    let t = site.t;
    // The page about the site needs no script, so it is loaded as a document.
    let ExternalLink { rel, target } = site.external_link();
    view! {
        <footer class="footer">
            <a href=site.about() rel=rel target=target>
                {t.about}
            </a>
            <span>{t.no_tracking}</span>
            <span>{t.map_credit}</span>
        </footer>
    }
    .into_piece()
}

/// The button of a search box: a lens, with its word for those who hear it.
pub fn search_button(site: Site) -> Piece {
    view! {
        <button type="submit" class="lens">
            <svg viewBox="0 0 20 20" aria-hidden="true">
                <path d="M12.8 12.8l5 5M14.5 8.5a6 6 0 1 1-12 0a6 6 0 1 1 12 0"></path>
            </svg>
            <span class="unseen">{site.t.search_button}</span>
        </button>
    }
    .into_piece()
}
