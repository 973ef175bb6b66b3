//! What stands around every page.

use catalogue::{filter::Filter, model::Lang};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::{
    actions, i18n,
    markup::{Element, el, svg},
    site::Site,
};

/// The longest path that a page has behind its language, in bytes: that of a project in
/// a frame, whose slug has 120.
const LONGEST_PATH: usize = 150;

/// What stands above a page: in a frame, nothing.
pub fn above(site: Site) -> Option<Element> {
    (!site.is_embedded()).then(|| header(site, vec![skip("#content", site.t.skip)]))
}

/// The same above the explorer, where a keyboard would otherwise pass every filter on the
/// way to the results.
pub fn above_explorer(site: Site) -> Option<Element> {
    let t = site.t;
    let skips = [("#cards", t.skip_results), ("#q", t.skip_filters), ("#map", t.skip_to_map)];
    let skips = skips.map(|(to, text)| skip(to, text)).into();
    (!site.is_embedded()).then(|| header(site, skips))
}

/// A skip link. The router would follow the address but not move the focus.
fn skip(to: &'static str, text: &'static str) -> Element {
    let link = el("a").class("skip").attr("href", to).child(text);
    link.on("click", move |event| {
        event.prevent_default();
        actions::focus(to);
    })
}

/// What stands below a page; in a frame that is all that stands around it.
pub fn below(site: Site) -> Element {
    if site.is_embedded() { foot(site) } else { footer(site) }
}

/// The same page in other languages, and the way out of the frame.
fn foot(site: Site) -> Element {
    let location = use_location();
    let whole = move || {
        let path = location.pathname.get();
        let home = site.home();
        match path.strip_prefix(&home).unwrap_or_default() {
            rest if rest.is_empty() || rest.len() > LONGEST_PATH => {
                site.whole(&location.search.get())
            }
            rest => format!("/{}{rest}", site.lang),
        }
    };
    let whole = site.out(el("a").class("whole").live("href", whole)).child(site.t.site);
    el("footer").class("footer").child(languages(site)).child(whole)
}

/// The name of the site, and the same page in other languages.
fn header(site: Site, skips: Vec<Element>) -> Element {
    let circle = |class: &'static str, cx: &'static str, cy: &'static str| {
        svg("circle").class(class).attr("cx", cx).attr("cy", cy).attr("r", "5")
    };
    let sign = svg("svg")
        .attr("viewBox", "0 0 32 32")
        .attr("aria-hidden", "true")
        .child(svg("path").class("brand-line").attr("d", "M9 22c0-8 14-4 14-12"))
        .child([circle("brand-here", "9", "22"), circle("brand-there", "23", "10")]);
    let brand = el("a").class("brand").attr("href", site.home());
    el("header")
        .class("masthead")
        .child(skips)
        .child(brand.child(sign).child(el("span").child(site.t.site)))
        .child(languages(site))
}

fn languages(site: Site) -> Element {
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
            site.dressed(Filter::from_query(site.undressed(&search)).0.href(&path))
        };
        // Another language is another document, with its own `lang`.
        let link = el("a")
            .live("href", href)
            .attr("rel", "external")
            .attr("hreflang", lang.tag())
            .attr("lang", lang.tag())
            .attr("aria-current", (lang == site.lang).then_some("true"))
            .child(el("span").class("lang-tag").attr("aria-hidden", "true").child(lang.tag()))
            .child(el("span").class("lang-name").child(i18n::messages(lang).language));
        el("li").child(link)
    };
    let languages = el("nav").class("languages").attr("aria-label", site.t.languages);
    languages.child(el("ul").child(Lang::ALL.map(link)))
}

/// Where the data comes from, and what this site does not do.
fn footer(site: Site) -> Element {
    let t = site.t;
    // The page about the site needs no script, so it is loaded as a document.
    let about = site.out(el("a").attr("href", site.about()));
    el("footer")
        .class("footer")
        .child(about.child(t.about))
        .child(el("span").child(t.no_tracking))
        .child(el("span").child(t.map_credit))
}

/// The button of a search box: a lens, with its word for those who hear it.
pub fn search_button(site: Site) -> Element {
    let lens = svg("svg")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", "M12.8 12.8l5 5M14.5 8.5a6 6 0 1 1-12 0a6 6 0 1 1 12 0"));
    el("button")
        .attr("type", "submit")
        .class("lens")
        .child(lens)
        .child(el("span").class("unseen").child(site.t.search_button))
}
