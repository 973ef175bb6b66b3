//! The words that open the explorer.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Catalogue, bits::Bits};
use crate::{
    facet::Facet,
    model::{Lang, LangTag, LocalText, text::best},
};

/// The words of an operator in place of the catalogue's, by language. A language that is
/// left out has the catalogue's.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The title.
    #[serde(default)]
    pub title: BTreeMap<Lang, String>,
    /// What the explorer is about.
    #[serde(default)]
    pub introduction: BTreeMap<Lang, String>,
}

impl Catalogue {
    /// What the explorer is about: the operator's words, or else the catalogue's where it is
    /// about home cities.
    pub(super) fn introduction(&self, lang: Lang, is_of_home_cities: bool) -> Option<LocalText> {
        let own = self
            .opening
            .introduction
            .get(&lang)
            .map(|text| LocalText { lang: LangTag::from(lang), text: text.clone() });
        let told = || best(&self.document.introduction, lang).cloned();
        own.or_else(|| is_of_home_cities.then(told).flatten())
    }

    /// Whether home cities present at least half of the projects.
    pub(super) fn is_of_home_cities(&self, scope: Option<&Bits>) -> bool {
        let cities = self.index.engine.facet(Facet::City);
        let len = self.document.projects.len();
        let slugs = self.document.home_cities.iter().map(|city| city.slug.as_str());
        let sets = slugs.filter_map(|slug| cities.having(slug));
        let presented = sets.fold(Bits::none(len), Bits::or);
        match scope {
            Some(scope) => 2 * presented.count_with(scope) >= scope.count(),
            None => 2 * presented.count() >= len,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::{model::Document, query::Exploration};

    /// The answer of a catalogue with so many projects of Assen and so many of none of the
    /// home cities.
    fn answer(ours: usize, others: usize, opening: Opening, query: &str) -> Exploration {
        let project = |n: usize| {
            let presented_by: &[&str] = if n < ours { &["assen"] } else { &[] };
            json!({ "slug": format!("p{n}"), "programme": "p", "presented_by": presented_by })
        };
        let document: Document = serde_json::from_value(json!({
            "format": "interreg-explorer/1", "collected": "2020",
            "introduction": [{ "lang": "en", "text": "Our cities." }],
            "home_cities": [{
                "slug": "assen", "name": "Assen", "country": "NL",
                "location": { "lon": 6.56, "lat": 53.0, "precision": "town" },
            }],
            "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
            "projects": (0..ours + others).map(project).collect::<Vec<_>>(),
        }))
        .unwrap();
        Catalogue::new(document, "2026-01-01".parse().unwrap())
            .with_opening(Arc::new(opening))
            .explore(query, Lang::En)
    }

    fn introduction(answer: &Exploration) -> Option<&str> {
        answer.introduction.as_ref().map(|text| text.text.as_str())
    }

    #[test]
    fn the_catalogue_s_words_are_used_where_home_cities_present_half_of_the_projects() {
        for (ours, others, expected) in [(1, 1, true), (0, 0, true), (1, 2, false)] {
            let answer = answer(ours, others, Opening::default(), "");
            assert_eq!(answer.is_of_home_cities, expected, "{ours} of {}", ours + others);
            assert_eq!(introduction(&answer), expected.then_some("Our cities."));
            assert_eq!(answer.title, None);
        }
    }

    #[test]
    fn a_filter_changes_nothing_about_that() {
        assert!(!answer(1, 2, Opening::default(), "city=assen").is_of_home_cities);
    }

    #[test]
    fn an_operator_s_words_win_in_the_languages_that_have_them() {
        let own = |lang: Lang| Opening {
            title: [(lang, "All of it".to_owned())].into(),
            introduction: [(lang, "Every project.".to_owned())].into(),
        };
        let told = answer(1, 2, own(Lang::En), "");
        assert_eq!(told.title.as_deref(), Some("All of it"));
        assert_eq!(introduction(&told), Some("Every project."));
        let told = answer(1, 0, own(Lang::De), "");
        assert_eq!(told.title, None);
        assert_eq!(introduction(&told), Some("Our cities."));
    }
}
