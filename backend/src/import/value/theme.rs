//! Reads themes: our own by name, those of keep.eu by a table.

use std::{collections::HashMap, sync::LazyLock};

use catalogue::{
    model::{Lang, Theme},
    names,
};

use crate::import::key::key;

/// The 42 themes of keep.eu, each with its theme in the short list. `None` for a theme that says
/// how a project works and not what it is about.
const KEEP: &[(&str, Option<Theme>)] = {
    use Theme::{
        ClimateAdaptation, CultureTourism, Digital, Economy, Education, Environment, Food, Health,
        Research, SocialInclusion, SustainableEnergy, Transport,
    };
    &[
        ("Agriculture and fisheries and forestry", Some(Food)),
        ("Climate change and biodiversity", Some(ClimateAdaptation)),
        ("Clustering and economic cooperation", Some(Economy)),
        ("Coastal management and maritime issues", Some(Environment)),
        ("Community integration and common identity", Some(SocialInclusion)),
        ("Construction and renovation", Some(Economy)),
        ("Cooperation between emergency services", Some(Health)),
        ("Cultural heritage and arts", Some(CultureTourism)),
        ("Demographic change and immigration", Some(SocialInclusion)),
        ("Education and training", Some(Education)),
        ("Energy efficiency", Some(SustainableEnergy)),
        ("Evaluation systems and results", None),
        ("Governance, partnership", None),
        ("Green technologies", Some(Environment)),
        ("Health and social services", Some(Health)),
        ("ICT and digital society", Some(Digital)),
        ("Improving transport connections", Some(Transport)),
        ("Infrastructure", Some(Transport)),
        ("Innovation capacity and awareness-raising", Some(Research)),
        ("Institutional cooperation and cooperation networks", None),
        ("Knowledge and technology transfer", Some(Research)),
        ("Labour market and employment", Some(Economy)),
        ("Logistics and freight transport", Some(Transport)),
        ("Managing natural and man-made threats, risk management", Some(ClimateAdaptation)),
        ("Multimodal transport", Some(Transport)),
        ("New products and services", Some(Economy)),
        ("Regional planning and development", None),
        ("Renewable energy", Some(SustainableEnergy)),
        ("Rural and peripheral development", Some(SocialInclusion)),
        ("Safety", Some(Health)),
        ("Scientific cooperation", Some(Research)),
        ("SME and entrepreneurship", Some(Economy)),
        ("Social inclusion and equal opportunities", Some(SocialInclusion)),
        ("Soil and air quality", Some(Environment)),
        ("Sustainable management of natural resources", Some(Environment)),
        ("Tourism", Some(CultureTourism)),
        ("Traditional energy", None),
        ("Transport and mobility", Some(Transport)),
        ("Urban development", None),
        ("Waste and pollution", Some(Environment)),
        ("Water management", Some(Environment)),
        ("Waterways, lakes and rivers", Some(Environment)),
    ]
};

/// The keys of every name of every theme of the short list.
static NAMES: LazyLock<HashMap<String, Theme>> = LazyLock::new(|| {
    let names = |theme: Theme| {
        let names = Lang::ALL.map(|lang| names::theme(lang, theme));
        names.into_iter().chain([theme.as_str()]).map(move |name| (key(name), theme))
    };
    Theme::ALL.into_iter().flat_map(names).collect()
});

/// A theme of the short list, by its name in any of our languages or by its key.
pub fn theme(text: &str) -> Option<Theme> {
    NAMES.get(&key(text)).copied()
}

/// The keys of every name of every theme of the short list.
pub fn theme_names() -> impl Iterator<Item = (Theme, &'static str)> {
    NAMES.iter().map(|(name, theme)| (*theme, name.as_str()))
}

static KEEP_KEYS: LazyLock<HashMap<String, Option<Theme>>> =
    LazyLock::new(|| KEEP.iter().map(|(name, theme)| (key(name), *theme)).collect());

/// The theme of the short list for a theme of keep.eu. The outer `None` if keep.eu does not
/// have that theme.
pub fn keep_theme(text: &str) -> Option<Option<Theme>> {
    KEEP_KEYS.get(&key(text)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_known_by_every_name_of_it() {
        for theme in Theme::ALL {
            assert_eq!(super::theme(theme.as_str()), Some(theme));
            for lang in Lang::ALL {
                assert_eq!(super::theme(names::theme(lang, theme)), Some(theme));
            }
        }
        assert_eq!(super::theme("Ruimtevaart"), None);
    }

    #[test]
    fn keeps_themes_reach_every_theme_of_the_short_list() {
        assert_eq!(KEEP.len(), 42);
        for theme in Theme::ALL {
            assert!(KEEP.iter().any(|(_, ours)| *ours == Some(theme)), "{theme}");
        }
        assert_eq!(keep_theme("TOURISM"), Some(Some(Theme::CultureTourism)));
        assert_eq!(keep_theme("Space travel"), None);
    }
}
