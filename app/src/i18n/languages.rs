//! The names of the languages that texts of projects are written in.
//!
//! A name is written as it stands behind the words of
//! [`in_language`](super::Messages::in_language): "in English", "in het Engels",
//! "auf Englisch", "yn it Ingelsk". One text per language, for the same reason as
//! the names of the countries.

use catalogue::{model::Lang, names::look_up};

static NL: &str = "\
    ar Arabisch|be Belarussisch|bg Bulgaars|bs Bosnisch|ca Catalaans|cs Tsjechisch|\
    cy Welsh|da Deens|de Duits|el Grieks|en Engels|es Spaans|et Ests|eu Baskisch|fi Fins|\
    fr Frans|fy Fries|ga Iers|gl Galicisch|he Hebreeuws|hr Kroatisch|hu Hongaars|\
    hy Armeens|is IJslands|it Italiaans|ka Georgisch|lb Luxemburgs|lt Litouws|lv Lets|\
    mk Macedonisch|mt Maltees|nb Noors (Bokmål)|nl Nederlands|nn Noors (Nynorsk)|no Noors|\
    pl Pools|pt Portugees|ro Roemeens|ru Russisch|sk Slowaaks|sl Sloveens|sq Albanees|\
    sr Servisch|sv Zweeds|tr Turks|uk Oekraïens";

static EN: &str = "\
    ar Arabic|be Belarusian|bg Bulgarian|bs Bosnian|ca Catalan|cs Czech|cy Welsh|\
    da Danish|de German|el Greek|en English|es Spanish|et Estonian|eu Basque|fi Finnish|\
    fr French|fy West Frisian|ga Irish|gl Galician|he Hebrew|hr Croatian|hu Hungarian|\
    hy Armenian|is Icelandic|it Italian|ka Georgian|lb Luxembourgish|lt Lithuanian|\
    lv Latvian|mk Macedonian|mt Maltese|nb Norwegian (Bokmål)|nl Dutch|\
    nn Norwegian (Nynorsk)|no Norwegian|pl Polish|pt Portuguese|ro Romanian|ru Russian|\
    sk Slovak|sl Slovenian|sq Albanian|sr Serbian|sv Swedish|tr Turkish|uk Ukrainian";

static DE: &str = "\
    ar Arabisch|be Belarussisch|bg Bulgarisch|bs Bosnisch|ca Katalanisch|cs Tschechisch|\
    cy Walisisch|da Dänisch|de Deutsch|el Griechisch|en Englisch|es Spanisch|et Estnisch|\
    eu Baskisch|fi Finnisch|fr Französisch|fy Westfriesisch|ga Irisch|gl Galicisch|\
    he Hebräisch|hr Kroatisch|hu Ungarisch|hy Armenisch|is Isländisch|it Italienisch|\
    ka Georgisch|lb Luxemburgisch|lt Litauisch|lv Lettisch|mk Mazedonisch|mt Maltesisch|\
    nb Norwegisch (Bokmål)|nl Niederländisch|nn Norwegisch (Nynorsk)|no Norwegisch|\
    pl Polnisch|pt Portugiesisch|ro Rumänisch|ru Russisch|sk Slowakisch|sl Slowenisch|\
    sq Albanisch|sr Serbisch|sv Schwedisch|tr Türkisch|uk Ukrainisch";

static FY: &str = "\
    ar Arabysk|be Wytrussysk|bg Bulgaarsk|bs Bosnysk|ca Katalaansk|cs Tsjechysk|cy Welsk|\
    da Deensk|de Dútsk|el Gryksk|en Ingelsk|es Spaansk|et Estysk|eu Baskysk|fi Finsk|\
    fr Frânsk|fy Frysk|ga Iersk|gl Galisysk|he Hebrieusk|hr Kroatysk|hu Hongaarsk|\
    hy Armeensk|is Yslânsk|it Italjaansk|ka Georgysk|lb Lúksemboarchsk|lt Litousk|\
    lv Letsk|mk Masedoanysk|mt Malteesk|nb Noarsk (Bokmål)|nl Nederlânsk|\
    nn Noarsk (Nynorsk)|no Noarsk|pl Poalsk|pt Portugeesk|ro Roemeensk|ru Russysk|\
    sk Slowaaksk|sl Sloveensk|sq Albaneesk|sr Servysk|sv Sweedsk|tr Turksk|uk Oekraynsk";

/// The name of the language with this tag; the tag where we have no name for it.
pub fn language(lang: Lang, tag: &str) -> &str {
    look_up(names(lang), tag).unwrap_or(tag)
}

fn names(lang: Lang) -> &'static str {
    match lang {
        Lang::Nl => NL,
        Lang::En => EN,
        Lang::De => DE,
        Lang::Fy => FY,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::messages, *};

    const TAGS: &str = "en nl de fy fr it es pt da sv nb no nn fi is et lv lt pl cs sk hu sl hr bs sr mk sq \
        bg ro el mt ga cy uk ru tr ca eu gl lb be hy ka ar he";

    #[test]
    fn every_language_names_the_same_languages_in_the_order_of_their_tags() {
        let mut expected: Vec<&str> = TAGS.split(' ').collect();
        expected.sort_unstable();
        for lang in Lang::ALL {
            let tags: Vec<&str> = names(lang).split('|').map(|entry| &entry[..2]).collect();
            assert_eq!(tags, expected, "{lang}");
            for tag in tags {
                let name = language(lang, tag);
                assert!(name.chars().count() > 3 && name == name.trim(), "{lang}: {tag}");
            }
        }
    }

    #[test]
    fn a_language_without_a_name_is_shown_as_its_tag() {
        assert_eq!(language(Lang::De, "ja"), "ja");
        assert_eq!(language(Lang::De, ""), "");
        assert_eq!(language(Lang::De, "e"), "e");
    }

    #[test]
    fn names_fit_the_words_before_them() {
        let german =
            |lang: Lang| messages(lang).in_language.fill(&[("language", language(lang, "de"))]);
        assert_eq!(
            Lang::ALL.map(german),
            ["in het Duits", "in German", "auf Deutsch", "yn it Dútsk"]
        );
    }
}
