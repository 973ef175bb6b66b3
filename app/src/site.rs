//! What every component may ask for: the language and its words.

use catalogue::{
    filter::{Filter, Lock, pairs, with_more},
    model::{Lang, Slug},
};
use leptos::prelude::*;

use crate::{
    i18n::{self, Messages},
    piece::{IntoPiece as _, Piece},
};

/// What a canonical [`Embed`](catalogue::embed::Embed) says of project pages that
/// open in a new tab, and of the level of headings.
const IN_NEW_TAB: &str = "open=tab";
const HEADING: &str = "heading=";

/// What a link says that leads out of the explorer, and where it opens from a frame.
const EXTERNAL: &str = "external noopener";
const NEW_TAB: &str = "_blank";

/// Where a link to a project leads: in this document, or in a new tab if the embed is
/// set up so.
pub struct ProjectLink {
    /// The address.
    pub href: String,
    /// What it is to this page.
    pub rel: Option<&'static str>,
    /// Where it opens.
    pub target: Option<&'static str>,
}

/// What a link says that leads out of the explorer.
pub struct ExternalLink {
    /// What it is to this page.
    pub rel: &'static str,
    /// Where it opens.
    pub target: Option<&'static str>,
}

/// The language of the page and its words, and whether it is an embed. None of
/// that ever changes while a page lives: another language is another page.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub t: &'static Messages,
    /// How it is embedded, as the canonical query of an
    /// [`Embed`](catalogue::embed::Embed), which every link inside carries on; none
    /// where it is a site of its own. (Text, since the browser needs to know nothing
    /// else of it.)
    embed: Option<StoredValue<Option<String>>>,
}

impl Site {
    /// The site in the language that a path begins with; Dutch where it begins
    /// with none of ours.
    pub fn of_path(path: &str) -> Self {
        let tag = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let lang = tag.parse().unwrap_or(Lang::Nl);
        Self { lang, t: i18n::messages(lang), embed: None }
    }

    /// The site of a page, which is embedded where its path says so.
    #[cfg(feature = "ssr")]
    pub fn of(path: &str, query: &str) -> Self {
        let embed = widget(path).map(|_| {
            let embed = catalogue::embed::Embed::from_query(query).0;
            StoredValue::new(Some(embed.to_query()))
        });
        Self { embed, ..Self::of_path(path) }
    }

    /// The same, as the server has written it on the root of the document.
    #[cfg(not(feature = "ssr"))]
    pub fn of(path: &str, _: &str) -> Self {
        let root = document().document_element();
        let embed = root.and_then(|root| root.get_attribute("data-embed"));
        Self { embed: embed.map(|embed| StoredValue::new(Some(embed))), ..Self::of_path(path) }
    }

    /// Whether a path begins with a language of ours.
    pub fn has_language(path: &str) -> bool {
        let tag = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        tag.parse::<Lang>().is_ok()
    }

    /// The site of the page that is being shown.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self::of_path(""))
    }

    /// The path of the explorer.
    pub fn home(self) -> String {
        format!("/{}{}", self.lang, if self.is_embedded() { "/widget" } else { "" })
    }

    /// Whether a path is that of the explorer or of a project.
    pub fn has(self, path: &str) -> bool {
        let rest = path.trim_end_matches('/').strip_prefix(&self.home());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("/projects/"))
    }

    /// The address of the explorer with a filter.
    pub fn filtered(self, filter: &Filter) -> String {
        self.with_embed(filter.href(&self.home()))
    }

    /// The address of a project.
    pub fn project(self, slug: &Slug) -> String {
        self.with_embed(format!("{}/projects/{slug}", self.home()))
    }

    /// Whether it is an embed, in an iframe on the page of another site.
    pub fn is_embedded(self) -> bool {
        self.embed().is_some()
    }

    /// How it is embedded.
    pub fn embed(self) -> Option<String> {
        self.embed?.try_get_value().flatten()
    }

    /// An address with what embeds it behind.
    pub fn with_embed(self, address: String) -> String {
        with_more(address, &self.embed().unwrap_or_default())
    }

    /// The address of the explorer outside its iframe, with the same projects.
    pub fn full_site(self, search: &str) -> String {
        let lock = Lock::in_query(&self.embed().unwrap_or_default());
        lock.left(self.without_embed(search)).href(&format!("/{}", self.lang))
    }

    /// The fields that carry on what embeds it when a form is sent.
    pub fn fields(self) -> Piece {
        let embed = self.embed().unwrap_or_default();
        let field = |(name, value): (String, String)| {
            view! { <input type="hidden" name=name value=value/> }
        };
        pairs(&embed).map(field).collect::<Vec<_>>().into_piece()
    }

    /// A query as the server is asked, which also knows of the lock.
    pub fn server_query(self, query: &str) -> String {
        match self.embed() {
            Some(embed) if !embed.is_empty() => format!("{query}&{embed}"),
            _ => query.to_owned(),
        }
    }

    /// The query of an address without what embeds it.
    pub fn without_embed(self, search: &str) -> &str {
        let search = search.trim_start_matches('?');
        let own = self.embed().and_then(|embed| search.strip_suffix(embed.as_str()));
        own.map_or(search, |own| own.trim_end_matches('&'))
    }

    /// Where a link in a list leads: to a project that knows the search it was found by.
    pub fn found_link(self, slug: &Slug, query: &str) -> ProjectLink {
        let ProjectLink { href, rel, target } = self.project_link(slug);
        if target.is_some() || query.is_empty() {
            return ProjectLink { href, rel, target };
        }
        let href = with_more(format!("{}/projects/{slug}", self.home()), query);
        ProjectLink { href: self.with_embed(href), rel, target }
    }

    /// Where a link to a project leads.
    pub fn project_link(self, slug: &Slug) -> ProjectLink {
        if self.embed().is_some_and(|embed| embed.contains(IN_NEW_TAB)) {
            let href = format!("/{}/projects/{slug}", self.lang);
            ProjectLink { href, rel: Some(EXTERNAL), target: Some(NEW_TAB) }
        } else {
            ProjectLink { href: self.project(slug), rel: None, target: None }
        }
    }

    /// The address of the page about the site.
    pub fn about(self) -> String {
        format!("/{}/about", self.lang)
    }

    /// What a link says that leads to what is not part of the explorer, and is loaded as a
    /// document; in a frame it would have no room, and mostly not be allowed there.
    pub fn external_link(self) -> ExternalLink {
        ExternalLink { rel: EXTERNAL, target: self.is_embedded().then_some(NEW_TAB) }
    }

    /// The heading of a level; in an embed below what its page has above it.
    pub fn heading(self, level: usize) -> &'static str {
        let first = self.embed().map_or(1, |embed| {
            let said = embed.split_once(HEADING).and_then(|(_, rest)| rest.chars().next());
            said.and_then(|digit| digit.to_digit(10)).unwrap_or(2) as usize
        });
        ["h1", "h2", "h3", "h4", "h5", "h6"][(level + first - 2).min(5)]
    }
}

/// The language of a page that is embedded, and its path in the explorer behind that;
/// `None` for every other page.
#[cfg(feature = "ssr")]
pub fn widget(path: &str) -> Option<(Lang, &str)> {
    let (lang, rest) = path.strip_prefix('/')?.split_once('/')?;
    let rest = rest.strip_prefix("widget")?;
    let lang = lang.parse().ok()?;
    (rest.is_empty() || rest.starts_with('/')).then_some((lang, rest.trim_end_matches('/')))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn the_widget_is_known_by_its_path() {
        assert_eq!(widget("/nl/widget"), Some((Lang::Nl, "")));
        assert_eq!(widget("/en/widget/"), Some((Lang::En, "")));
        assert_eq!(widget("/fy/widget/projects/bling"), Some((Lang::Fy, "/projects/bling")));
        for other in ["/nl", "/nl/widgets", "/xx/widget", "/widget", "/nl/projects/widget", ""] {
            assert_eq!(widget(other), None, "{other}");
        }
    }
}
