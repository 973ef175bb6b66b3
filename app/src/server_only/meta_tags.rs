//! What search engines, and sites that show a link to a page, are told of it.

use std::sync::Arc;

use backend::Snapshot;
use catalogue::{
    filter::Filter,
    model::Lang,
    query::{Exploration, ProjectDetail},
};
use leptos::prelude::*;
use leptos_meta::{Link, Meta, Script};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{
    preview::{PICTURE, Preview, locale},
    shell::Pages,
    structured,
};
use crate::site::Site;

/// A card has room for little more, and it stands in the page once already.
const LONGEST: usize = 200;

/// What a page is about, for those who must know.
pub struct About {
    /// Below `/social/{lang}`.
    picture: String,
    kind: &'static str,
    preview: Preview,
    data: String,
}

impl About {
    /// Of the explorer. An embed has none, since other sites link to the full site.
    pub fn list(site: Site, filter: &Filter, answer: &Exploration) -> Option<Self> {
        let Site { lang, .. } = Some(site).filter(|site| !site.is_embedded())?;
        let home = format!("{}/{lang}", public_url());
        let whole = use_context::<Arc<Snapshot>>()?.document();
        let pages = use_context::<Arc<Pages>>()?;
        let publisher = pages.operator.name.as_deref();
        let urls = [&*home, &*filter.href(&home)];
        Some(Self {
            picture: String::new(),
            kind: "website",
            preview: Preview::explorer(lang, &whole),
            data: structured::list(lang, urls, answer, &whole, publisher),
        })
    }

    /// Of a project.
    pub fn project(site: Site, detail: &ProjectDetail) -> Option<Self> {
        let Site { lang, .. } = Some(site).filter(|site| !site.is_embedded())?;
        let picture = format!("/projects/{}", detail.project.slug);
        let url = format!("{}/{lang}{picture}", public_url());
        Some(Self {
            picture,
            kind: "article",
            preview: Preview::project(lang, detail),
            data: structured::project(lang, &url, detail),
        })
    }
}

fn public_url() -> String {
    use_context::<Arc<Pages>>().map(|pages| pages.public_url.clone()).unwrap_or_default()
}

pub fn of_page(
    site: Site,
    title: &str,
    description: &str,
    path: &str,
    filter: &Filter,
    about: Option<About>,
) -> impl IntoView + use<> {
    let public_url = public_url();
    let at = |lang: Lang| format!("{public_url}{}", filter.href(&format!("/{lang}{path}")));
    // The bare address chooses the language; other pages have none such.
    let any =
        if path.is_empty() { format!("{public_url}{}", filter.href("/")) } else { at(Lang::Nl) };
    let alternate = |tag: &'static str, href: String| {
        view! { <Link rel="alternate" hreflang=tag href=href/> }
    };
    let [nl, en, de, fy] = Lang::ALL.map(|lang| alternate(lang.tag(), at(lang)));
    let here = at(site.lang);
    let frame = about.is_some().then(|| frame(&public_url, &here, title));
    let card = about.map(|about| card(site.lang, &public_url, &here, title, description, about));
    view! {
        <Link rel="canonical" href=here/>
        {(nl, en, de, fy, alternate("x-default", any))}
        {frame}
        {card}
    }
}

/// What stands in a frame is found where it stands by itself. But its address is what
/// officials paste, and it is there that systems look for how to show it.
pub fn of_widget(site: Site, title: &str, path: &str, filter: &Filter) -> impl IntoView + use<> {
    let public_url = public_url();
    let here = site.with_embed(filter.href(&format!("{}{path}", site.home())));
    let frame = frame(&public_url, &format!("{public_url}{here}"), title);
    view! {
        <Meta name="robots" content="noindex"/>
        {frame}
    }
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
