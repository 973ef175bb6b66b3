//! What search engines, and sites that show a link to a page, are told of it.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::{
    filter::{Filter, Lock},
    model::Lang,
};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Script};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    Pages,
    preview::{PICTURE, Preview, locale},
    site::Site,
    structured,
};

/// A card has room for little more, and it stands in the page once already.
const LONGEST: usize = 200;

/// What a page is about, for those who must know.
struct About {
    /// Below `/social/{lang}`.
    picture: String,
    kind: &'static str,
    preview: Preview,
    data: String,
}

pub(super) fn of_page(
    site: Site,
    title: &str,
    description: &str,
    path: &str,
    filter: &Filter,
) -> impl IntoView + use<> {
    let public_url =
        use_context::<Arc<Pages>>().map(|pages| pages.public_url.clone()).unwrap_or_default();
    let at = |lang: Lang| format!("{public_url}{}", filter.href(&format!("/{lang}{path}")));
    // The bare address chooses the language; other pages have none such.
    let any =
        if path.is_empty() { format!("{public_url}{}", filter.href("/")) } else { at(Lang::Nl) };
    let alternate = |tag: &'static str, href: String| {
        view! { <Link rel="alternate" hreflang=tag href=href/> }
    };
    let [nl, en, de, fy] = Lang::ALL.map(|lang| alternate(lang.tag(), at(lang)));
    let here = at(site.lang);
    let about = use_context::<Arc<Snapshot>>()
        .and_then(|snapshot| about(&snapshot, site.lang, &public_url, path, filter));
    let frame = about.is_some().then(|| frame(&public_url, &here, title));
    let card = about.map(|about| card(site.lang, &public_url, &here, title, description, about));
    view! {
        <Link rel="canonical" href=here/>
        {(nl, en, de, fy, alternate("x-default", any))}
        {frame}
        {card}
    }
}

/// `None` for pages that nobody shows elsewhere.
fn about(
    snapshot: &Snapshot,
    lang: Lang,
    public_url: &str,
    path: &str,
    filter: &Filter,
) -> Option<About> {
    let at = |path: &str| format!("{public_url}/{lang}{path}");
    if path.is_empty() {
        let answer = snapshot.explore(&Lock::default(), &filter.to_query(), lang);
        let url = filter.href(&at(""));
        let data = structured::list(lang, &url, &answer, |slug| at(&format!("/projects/{slug}")));
        let preview = Preview::explorer(lang, &snapshot.document());
        return Some(About { picture: String::new(), kind: "website", preview, data });
    }
    let slug = path.strip_prefix("/projects/")?.parse().ok()?;
    let detail = snapshot.project(&Lock::default(), &slug, lang)?;
    let data = structured::project(lang, &at(path), &detail);
    let preview = Preview::project(lang, &detail);
    Some(About { picture: path.to_owned(), kind: "article", preview, data })
}

/// Where to learn how the page is put into another (oEmbed).
fn frame(public_url: &str, here: &str, title: &str) -> impl IntoView + use<> {
    let page = utf8_percent_encode(here, NON_ALPHANUMERIC).to_string();
    let link = |kind: &'static str, format: &'static str| {
        let href = format!("{public_url}/oembed?format={format}&url={page}");
        view! { <Link rel="alternate" type_=kind href=href title=title.to_owned()/> }
    };
    (link("application/json+oembed", "json"), link("text/xml+oembed", "xml"))
}

/// What a card of the page shows (Open Graph), and what machines read of it.
fn card(
    lang: Lang,
    public_url: &str,
    here: &str,
    title: &str,
    description: &str,
    about: About,
) -> impl IntoView + use<> {
    let About { picture, kind, preview, data } = about;
    let meta = |property: &'static str, content: String| {
        view! { <Meta property=property content=content/> }
    };
    let (width, height) = PICTURE;
    let picture = format!("{public_url}/social/{lang}{picture}.png");
    view! {
        {meta("og:site_name", preview.site.to_owned())}
        {meta("og:type", kind.to_owned())}
        {meta("og:title", title.to_owned())}
        {meta("og:description", shortened(description))}
        {meta("og:url", here.to_owned())}
        {meta("og:locale", locale(lang).to_owned())}
        {meta("og:image", picture)}
        {meta("og:image:width", width.to_string())}
        {meta("og:image:height", height.to_string())}
        {meta("og:image:alt", preview.line())}
        <Meta name="twitter:card" content="summary_large_image"/>
        <Script type_="application/ld+json">{data}</Script>
    }
}

/// Up to the last whole word that has room.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or(text);
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(before, _)| before);
    format!("{}…", cut.trim_end_matches([',', '.', ';', ':']))
}
