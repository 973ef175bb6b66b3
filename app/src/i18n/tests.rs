//! What holds for the words of every language.

use catalogue::model::{Country, Lang, Money, Percent};

use super::*;

fn debug(lang: Lang) -> String {
    format!("{:?}", messages(lang))
}

/// Every text between quotes in a `Debug` of messages.
pub(super) fn strings(text: &str) -> Vec<String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The gaps of every pattern, in the order of the fields.
pub(super) fn gaps(text: &str) -> Vec<Vec<String>> {
    text.split("Pattern(")
        .skip(1)
        .map(|rest| {
            let pattern = rest.split("\")").next().unwrap_or_default();
            let mut gaps: Vec<String> = pattern
                .split('{')
                .skip(1)
                .filter_map(|gap| Some(gap.split_once('}')?.0.to_owned()))
                .collect();
            gaps.sort();
            gaps
        })
        .collect()
}

#[test]
fn every_language_has_the_gaps_of_english() {
    for lang in Lang::ALL {
        assert_eq!(gaps(&debug(lang)), gaps(&debug(Lang::En)), "{lang}");
    }
}

#[test]
fn no_message_is_empty_or_left_in_english() {
    let english = strings(&debug(Lang::En));
    for lang in [Lang::Nl, Lang::De, Lang::Fy] {
        let other = strings(&debug(lang));
        assert_eq!(other.len(), english.len());
        assert!(other.iter().all(|text| !text.trim().is_empty()), "{lang}");
        // Some words are the same ("transnational (Interreg B)", "{n} project in {place}");
        // sentences never are.
        let words = |text: &str| text.split(' ').filter(|word| !word.starts_with('{')).count();
        let same: Vec<_> =
            other.iter().zip(&english).filter(|(a, b)| a == b && words(a) > 3).collect();
        assert!(same.is_empty(), "{lang}: {same:?}");
    }
}

#[test]
fn numbers_dates_and_amounts_are_written_as_each_language_writes_them() {
    let day = "2020-07-01".parse().unwrap();
    let month = "2019-01".parse().unwrap();
    let exact = Money { eur: "6229126.11".parse().unwrap(), rounded: false };
    let expected = [
        (Lang::Nl, "1 juli 2020", "januari 2019", "€\u{a0}6.229.126,11", "€\u{a0}6,2\u{a0}miljoen"),
        (Lang::En, "1 July 2020", "January 2019", "€6,229,126.11", "€6.2\u{a0}million"),
        (Lang::De, "1. Juli 2020", "Januar 2019", "6.229.126,11\u{a0}€", "6,2\u{a0}Mio.\u{a0}€"),
        (
            Lang::Fy,
            "1 july 2020",
            "jannewaris 2019",
            "€\u{a0}6.229.126,11",
            "€\u{a0}6,2\u{a0}miljoen",
        ),
    ];
    for (lang, d, m, full, short) in expected {
        assert_eq!(date(lang, day), d);
        assert_eq!(date(lang, month), m);
        assert_eq!(money(lang, exact), full);
        assert_eq!(money_short(lang, exact.eur), short);
    }
    let share = Percent::try_from(50.38).unwrap();
    assert_eq!(percent(Lang::De, share), "50,38\u{a0}%");
    assert_eq!(percent(Lang::En, share), "50.38\u{a0}%");
    assert_eq!(percent(Lang::Fy, Percent::whole(60)), "60\u{a0}%");
    assert_eq!(number(Lang::Nl, 1_234_567), "1.234.567");
    assert_eq!(number(Lang::En, 999), "999");
    assert_eq!(money_short(Lang::Nl, "285119.01".parse().unwrap()), "€\u{a0}285.119");
    assert_eq!(money_short(Lang::En, "5000000".parse().unwrap()), "€5\u{a0}million");
}

#[test]
fn one_and_other_are_told_apart() {
    let found = |n| messages(Lang::En).found.of(n, Lang::En);
    assert_eq!(found(1), "1 project found");
    assert_eq!(found(0), "0 projects found");
    assert_eq!(found(1852), "1,852 projects found");
}

#[test]
fn every_country_of_the_data_has_a_name_in_every_language() {
    for code in ["NL", "BE", "DE", "SE", "GB", "DK", "FR", "NO", "IE", "PL", "HU", "IT", "CZ", "LU"]
    {
        let country_code: Country = code.parse().unwrap();
        for lang in Lang::ALL {
            assert_ne!(country(lang, country_code), code);
        }
    }
}

#[test]
fn one_and_other_have_the_same_gaps() {
    for lang in Lang::ALL {
        for plural in debug(lang).split("Plural {").skip(1) {
            let found = gaps(plural);
            assert_eq!(found[0], found[1], "{lang}: {plural}");
            assert!(found[0].contains(&"n".to_owned()), "{lang}: {plural}");
        }
    }
}

#[test]
fn every_language_has_its_own_quotes() {
    for lang in Lang::ALL {
        let foreign = match lang {
            Lang::En => ['\'', '„', '‘', '‹'],
            Lang::De => ['\'', '”', '‘', '’'],
            Lang::Nl | Lang::Fy => ['\'', '„', '“', '”'],
        };
        let text = debug(lang);
        // A quote of ASCII would show as \" here.
        assert!(!text.contains('\\') && !text.contains(foreign), "{lang}: {text}");
    }
}

#[test]
fn no_message_has_loose_or_doubled_spaces() {
    for lang in Lang::ALL {
        for text in strings(&debug(lang)) {
            assert!(text == text.trim() && !text.contains("  "), "{lang}: {text:?}");
        }
    }
}

#[test]
fn search_engines_show_the_whole_description() {
    for lang in Lang::ALL {
        assert!(messages(lang).description.chars().count() < 160, "{lang}");
    }
}
