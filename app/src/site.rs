//! What every component may ask for: the language and its words.

use catalogue::{
    model::{Lang, Slug},
    query::Item,
};
use leptos::prelude::*;

use crate::{
    i18n::{self, Messages},
    markup::{Element, el},
};

/// The language of the page and its words. It never changes while a page
/// lives: another language is another page.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// The language.
    pub lang: Lang,
    /// Its words.
    pub t: &'static Messages,
}

impl Site {
    /// The site in the language that a path begins with; Dutch where it begins
    /// with none of ours.
    pub fn of_path(path: &str) -> Self {
        let tag = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let lang = tag.parse().unwrap_or(Lang::Nl);
        Self { lang, t: i18n::messages(lang) }
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

    /// The address of the explorer.
    pub fn home(self) -> String {
        format!("/{}", self.lang)
    }

    /// The address of a project.
    pub fn project(self, slug: &Slug) -> String {
        format!("/{}/projects/{slug}", self.lang)
    }

    /// A link to a project by its name.
    pub fn link(self, item: Item) -> Element {
        el("a").attr("href", self.project(&item.slug)).child(item.name)
    }
}
