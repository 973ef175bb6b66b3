//! What other sites may say of a page: in a card, in a picture, above a frame.

use catalogue::{
    model::{Document, Lang, text::best},
    query::ProjectDetail,
};

use crate::i18n;

/// The size of the pictures that are shown with links, in pixels.
pub const PICTURE: (u32, u32) = (1200, 630);

/// What is said of a page, in the language of the page where there is a choice.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The name of the site.
    pub site: &'static str,
    /// What the page is about, in few words.
    pub name: String,
    /// A project's title, where it is not its name.
    pub title: Option<String>,
    /// The cities that present it, or all of them.
    pub cities: Vec<String>,
    /// The programme that funds it; for the explorer, how many projects there are.
    pub under: String,
    /// Whose map is in the picture.
    pub credit: &'static str,
}

impl Preview {
    /// The explorer.
    pub fn explorer(lang: Lang, document: &Document) -> Self {
        let t = i18n::messages(lang);
        Self {
            site: t.site,
            name: t.title.to_owned(),
            title: None,
            cities: document.home_cities.iter().map(|city| city.name.clone()).collect(),
            under: t.all_found.of(document.projects.len(), lang),
            credit: t.map_credit,
        }
    }

    /// One project.
    pub fn project(lang: Lang, detail: &ProjectDetail) -> Self {
        let t = i18n::messages(lang);
        let project = &detail.project;
        let name = project.name(lang).to_owned();
        let title = best(&project.title, lang).map(|title| title.text.clone());
        let cities = detail.home_cities.iter();
        let cities = cities.filter(|city| project.presented_by.contains(&city.slug));
        Self {
            site: t.site,
            title: title.filter(|title| *title != name),
            name,
            cities: cities.map(|city| city.name.clone()).collect(),
            under: detail.programme.as_ref().map_or_else(String::new, |it| it.name.clone()),
            credit: t.map_credit,
        }
    }

    /// In one line.
    pub fn line(&self) -> String {
        match &self.title {
            Some(title) => format!("{}: {title}", self.name),
            None => self.name.clone(),
        }
    }
}

/// The language as Open Graph writes it.
pub(crate) fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => "nl_NL",
        Lang::En => "en_GB",
        Lang::De => "de_DE",
        Lang::Fy => "fy_NL",
    }
}
