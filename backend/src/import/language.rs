//! Detects the language of a text, if the source does not state it.

use std::{collections::BTreeMap, sync::LazyLock};

use catalogue::model::{Country, LangTag, LocalText};
use whatlang::{Detector, Lang as Known};

use super::{draft::Words, field::Tongue};

/// Shorter texts cannot be detected reliably.
const ENOUGH: usize = 60;

/// A title without other texts must have at least this many bytes.
const TITLE: usize = 24;

/// The languages of public bodies in a country, most used first.
fn languages_of(country: &str) -> &'static [Known] {
    use Known::{
        Ara, Bel, Bul, Cat, Ces, Dan, Deu, Ell, Est, Fin, Fra, Heb, Hrv, Hun, Hye, Ita, Kat, Lav,
        Lit, Mkd, Nld, Nob, Pol, Por, Ron, Rus, Slk, Slv, Spa, Srp, Swe, Tur, Ukr,
    };
    match country {
        "AT" | "DE" | "LI" => &[Deu],
        "AD" => &[Cat, Spa, Fra],
        "AM" => &[Hye],
        "BA" | "ME" | "RS" => &[Hrv, Srp],
        "BE" => &[Nld, Fra, Deu],
        "BG" => &[Bul],
        "BY" => &[Bel, Rus],
        "CH" => &[Deu, Fra, Ita],
        "CY" => &[Ell, Tur],
        "CZ" => &[Ces],
        "DK" | "FO" | "GL" => &[Dan],
        "DZ" | "EG" | "JO" | "LB" | "LY" | "MA" | "PS" | "TN" => &[Ara, Fra],
        "EE" => &[Est, Rus],
        "ES" => &[Spa, Cat],
        "FI" => &[Fin, Swe],
        "FR" | "MC" | "GP" | "MQ" | "GF" | "RE" | "YT" => &[Fra],
        "GE" => &[Kat],
        "GR" => &[Ell],
        "HR" => &[Hrv],
        "HU" => &[Hun],
        "IL" => &[Heb],
        "IT" | "SM" | "VA" => &[Ita, Deu, Slv],
        "LT" => &[Lit],
        "LU" => &[Fra, Deu],
        "LV" => &[Lav, Rus],
        "MD" => &[Ron, Rus],
        "MK" => &[Mkd],
        "NL" => &[Nld],
        "NO" => &[Nob],
        "PL" => &[Pol],
        "PT" | "CV" => &[Por],
        "RO" => &[Ron, Hun],
        "RU" => &[Rus],
        "SE" => &[Swe],
        "SI" => &[Slv],
        "SK" => &[Slk, Hun],
        "TR" => &[Tur],
        "UA" => &[Ukr, Rus],
        _ => &[],
    }
}

/// Every language of project texts, with its tag in ISO 639-1.
const TAGS: [(Known, &str); 34] = [
    (Known::Ara, "ar"),
    (Known::Bel, "be"),
    (Known::Bul, "bg"),
    (Known::Cat, "ca"),
    (Known::Ces, "cs"),
    (Known::Dan, "da"),
    (Known::Deu, "de"),
    (Known::Ell, "el"),
    (Known::Eng, "en"),
    (Known::Est, "et"),
    (Known::Fin, "fi"),
    (Known::Fra, "fr"),
    (Known::Heb, "he"),
    (Known::Hrv, "hr"),
    (Known::Hun, "hu"),
    (Known::Hye, "hy"),
    (Known::Ita, "it"),
    (Known::Kat, "ka"),
    (Known::Lav, "lv"),
    (Known::Lit, "lt"),
    (Known::Mkd, "mk"),
    (Known::Nld, "nl"),
    (Known::Nob, "nb"),
    (Known::Pol, "pl"),
    (Known::Por, "pt"),
    (Known::Ron, "ro"),
    (Known::Rus, "ru"),
    (Known::Slk, "sk"),
    (Known::Slv, "sl"),
    (Known::Spa, "es"),
    (Known::Srp, "sr"),
    (Known::Swe, "sv"),
    (Known::Tur, "tr"),
    (Known::Ukr, "uk"),
];

/// Detects all of them.
static ANY: LazyLock<Detector> =
    LazyLock::new(|| Detector::with_allowlist(TAGS.iter().map(|(known, _)| *known).collect()));

/// The tag of a language. Croatian, Bosnian, Montenegrin and Serbian in Latin letters
/// cannot be distinguished by the text, so the country decides.
fn tag(language: Known, countries: &[Country]) -> Option<LangTag> {
    let has = |code: &str| countries.iter().any(|country| country.as_str() == code);
    let tag = match language {
        Known::Hrv if !has("HR") && has("RS") => "sr",
        Known::Hrv if !has("HR") && has("BA") => "bs",
        _ => TAGS.iter().find(|(known, _)| *known == language)?.1,
    };
    tag.to_owned().try_into().ok()
}

/// The languages of the texts of one project.
pub struct Tongues {
    allowed: Vec<Known>,
    likely: Detector,
    countries: Vec<Country>,
    groups: Vec<(u8, LangTag)>,
}

impl Tongues {
    /// Detects the languages of all texts of a project together: a title is too short alone,
    /// but the description of the same column group is not. English and the languages of the
    /// participating countries are preferred; another language must be certain.
    pub fn new<'a>(countries: &[Country], texts: impl Iterator<Item = &'a Words>) -> Self {
        let mut allowed = vec![Known::Eng];
        for country in countries {
            let more = languages_of(country.as_str()).iter();
            allowed.extend(more.filter(|language| !allowed.contains(language)).collect::<Vec<_>>());
        }
        let mut tongues = Self {
            likely: Detector::with_allowlist(allowed.clone()),
            allowed,
            countries: countries.to_vec(),
            groups: Vec::new(),
        };
        let mut longest: BTreeMap<u8, &str> = BTreeMap::new();
        for words in texts {
            if let Tongue::Detected(group) = words.tongue {
                let known = longest.entry(group).or_default();
                if words.text.len() > known.len() {
                    *known = &words.text;
                }
            }
        }
        for (group, text) in longest {
            if text.chars().count() >= ENOUGH
                && let Some(language) = tongues.detect(text)
            {
                tongues.groups.push((group, language));
            }
        }
        tongues
    }

    fn detect(&self, text: &str) -> Option<LangTag> {
        let any = ANY.detect(text).filter(|info| info.is_reliable());
        if let Some(info) = any
            && !self.allowed.contains(&info.lang())
        {
            return tag(info.lang(), &self.countries);
        }
        let info = self.likely.detect(text)?;
        // Few languages remain, so even a short text is enough.
        let sure = info.is_reliable() || (info.confidence() > 0.5 && text.len() > 20);
        sure.then(|| tag(info.lang(), &self.countries)).flatten()
    }

    /// The language of a text; `und` (undetermined) if it cannot be detected.
    fn of(&self, words: &Words) -> LangTag {
        let undetermined = || LangTag::undetermined();
        match words.tongue {
            Tongue::Known(language) => language.into(),
            Tongue::Tagged(tag) => tag.into(),
            Tongue::Detected(group) => {
                let of_group = self.groups.iter().find(|(known, _)| *known == group);
                let of_group = of_group.map(|(_, language)| language.clone());
                // With few languages to choose from, any name would match one of them.
                let alone = || self.detect(&words.text).filter(|_| words.text.len() >= TITLE);
                of_group.or_else(alone).unwrap_or_else(undetermined)
            }
        }
    }

    /// Texts with their languages. A text that equals another is left out, because some
    /// sources fill every language with the same text. It is kept if the file itself states
    /// the language of both.
    pub fn assign(&self, words: Vec<Words>) -> Vec<LocalText> {
        let told = |words: &Words| !matches!(words.tongue, Tongue::Detected(_));
        let mut texts: Vec<(LocalText, bool)> = Vec::with_capacity(words.len());
        for words in words {
            let (lang, told) = (self.of(&words), told(&words));
            let repeats = texts.iter().any(|(known, of_file)| {
                known.text == words.text && (known.lang == lang || !(told && *of_file))
            });
            if !repeats {
                texts.push((LocalText { lang, text: words.text }, told));
            }
        }
        texts.into_iter().map(|(text, _)| text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(group: u8, text: &str) -> Words {
        Words { tongue: Tongue::Detected(group), text: text.to_owned() }
    }

    fn countries(codes: &[&str]) -> Vec<Country> {
        codes.iter().map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn a_title_has_the_language_of_the_description_beside_it() {
        let title = words(2, "\"Labská akademie\"");
        let about = words(
            2,
            "Cílem projektu je čelit sedavému způsobu života dětí a mládeže na příkladu veslování.",
        );
        let all = [title.clone(), about];
        let tongues = Tongues::new(&countries(&["CZ", "DE"]), all.iter());
        assert_eq!(tongues.assign(vec![title])[0].lang.as_str(), "cs");
    }

    #[test]
    fn only_languages_of_the_partners_come_into_question() {
        let text =
            "Samarbetet ska stärka kommunernas arbete med klimatet och ge bättre vatten i floden.";
        let all = [words(1, text)];
        let of = |codes: &[&str]| {
            let tongues = Tongues::new(&countries(codes), all.iter());
            tongues.assign(all.to_vec())[0].lang.as_str().to_owned()
        };
        assert_eq!(of(&["SE", "NO"]), "sv");
        assert_eq!(of(&["FI"]), "sv");
    }

    #[test]
    fn latin_serbian_is_distinguished_from_croatian_by_the_countries() {
        let text =
            "Cilj projekta je unapređenje saradnje opština u oblasti zaštite životne sredine.";
        let all = [words(1, text)];
        let of = |codes: &[&str]| {
            let tongues = Tongues::new(&countries(codes), all.iter());
            tongues.assign(all.to_vec())[0].lang.as_str().to_owned()
        };
        assert_eq!(of(&["RS", "HU"]), "sr");
        assert_eq!(of(&["HR", "RS"]), "hr");
    }

    #[test]
    fn a_name_that_tells_nothing_is_undetermined_and_said_once() {
        let all = vec![words(1, "XQZ-7"), words(2, "XQZ-7")];
        let tongues = Tongues::new(&[], all.iter());
        let texts = tongues.assign(all);
        assert_eq!(texts.len(), 1);
        assert_eq!(texts[0].lang.as_str(), "und");
    }
}
