//! Reads programmes from the names that sources use, such as
//! `2014 - 2020 INTERREG V-A Germany / Saxony - Czech Republic`.

use catalogue::model::{Period, Programme, Slug};

use super::{
    period::{generation, period_in},
    strand::strand,
};
use crate::import::{key::key, slug::slugify};

/// Programmes whose slug differs from their name in sources: the beginning of the name, and
/// the slug without the year.
const ALIASES: [(&str, &str); 5] = [
    ("urbact", "urbact"),
    ("germany the netherlands", "deutschland-nederland"),
    ("deutschland nederland", "deutschland-nederland"),
    ("north west europe", "north-west-europe"),
    ("north sea", "north-sea"),
];

/// Reads a programme. The period is `beside`, or in the name. `None` without a period.
pub fn programme(text: &str, beside: Option<Period>) -> Option<Programme> {
    let (named, rest) = period_in(text);
    let key = key(&rest);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let period = beside.or(named).or_else(|| generation(&words))?;
    let (strand, own) = strand(&words);
    let alias = ALIASES.iter().find(|(word, _)| own.join(" ").starts_with(word));
    let stem = match alias {
        Some((_, slug)) => (*slug).to_owned(),
        None => slugify(&own.join(" "), 100).unwrap_or_else(|| "programme".to_owned()),
    };
    let year = &period.as_str()[..4];
    let slug: Slug = format!("{stem}-{year}").parse().ok()?;
    Some(Programme { slug, name: tidy(&rest), strand, period, cci: None, website: None })
}

/// The name without double spaces and a full stop at its end, with "Interreg" as the
/// programmes write it today.
fn tidy(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').replace("INTERREG", "Interreg")
}

#[cfg(test)]
mod tests {
    use catalogue::model::Strand;

    use super::*;

    #[test]
    fn a_name_tells_period_strand_and_slug() {
        for (text, slug, name, strand) in [
            (
                "2014 - 2020 INTERREG V-A Germany / Saxony - Czech Republic",
                "germany-saxony-czech-republic-2014",
                "Interreg V-A Germany / Saxony - Czech Republic",
                Strand::A,
            ),
            (
                "2014 - 2020 INTERREG VB North Sea",
                "north-sea-2014",
                "Interreg VB North Sea",
                Strand::B,
            ),
            ("2014 - 2020 URBACT III", "urbact-2014", "URBACT III", Strand::C),
            ("2014 - 2020 ESPON 2020", "espon-2020-2014", "ESPON 2020", Strand::C),
            (
                "2014 - 2020 INTERREG V-A Germany - The Netherlands",
                "deutschland-nederland-2014",
                "Interreg V-A Germany - The Netherlands",
                Strand::A,
            ),
            (
                "2014 - 2020 Interreg IPA CBC Croatia-Serbia",
                "ipa-cbc-croatia-serbia-2014",
                "Interreg IPA CBC Croatia-Serbia",
                Strand::A,
            ),
            (
                "2014 - 2020 INTERREG V-A Sweden - Denmark - Norway (Öresund - Kattegat - Skagerrak).",
                "sweden-denmark-norway-oresund-kattegat-skagerrak-2014",
                "Interreg V-A Sweden - Denmark - Norway (Öresund - Kattegat - Skagerrak)",
                Strand::A,
            ),
            ("Interreg North Sea 2021-2027", "north-sea-2021", "Interreg North Sea", Strand::B),
            (
                "Interreg VI-D Caribbean 2021-2027",
                "caribbean-2021",
                "Interreg VI-D Caribbean",
                Strand::D,
            ),
        ] {
            let read = programme(text, None).unwrap();
            assert_eq!((read.slug.as_str(), read.name.as_str(), read.strand), (slug, name, strand));
        }
    }

    #[test]
    fn programmes_before_2014_have_no_letter_and_their_strand_all_the_same() {
        for (text, slug, name, strand) in [
            (
                "2007 - 2013 South East Europe",
                "south-east-europe-2007",
                "South East Europe",
                Strand::B,
            ),
            ("2007 - 2013 Programme MED", "programme-med-2007", "Programme MED", Strand::B),
            ("2000 - 2006 Cadses", "cadses-2000", "Cadses", Strand::B),
            ("2000 - 2006 Archimed", "archimed-2000", "Archimed", Strand::B),
            (
                "2000 - 2006 Western Mediterranean",
                "western-mediterranean-2000",
                "Western Mediterranean",
                Strand::B,
            ),
            (
                "2007 - 2013 Black Sea Basin ENPI CBC",
                "black-sea-basin-enpi-cbc-2007",
                "Black Sea Basin ENPI CBC",
                Strand::B,
            ),
            (
                "2007 – 2013 IPA CBC programme Albania – Montenegro",
                "ipa-cbc-programme-albania-montenegro-2007",
                "IPA CBC programme Albania – Montenegro",
                Strand::A,
            ),
            (
                "2007 – 2013 IPA CBC programme Croatia -  Bosnia and Herzegovina",
                "ipa-cbc-programme-croatia-bosnia-and-herzegovina-2007",
                "IPA CBC programme Croatia - Bosnia and Herzegovina",
                Strand::A,
            ),
            (
                "2007 - 2013 Madeira - Açores - Canarias (MAC)",
                "madeira-acores-canarias-mac-2007",
                "Madeira - Açores - Canarias (MAC)",
                Strand::D,
            ),
            ("2007 - 2013 INTERREG IVC", "interreg-ivc-2007", "Interreg IVC", Strand::C),
            (
                "2000 - 2006 East Zone INTERREG III C",
                "east-zone-interreg-iii-c-2000",
                "East Zone Interreg III C",
                Strand::C,
            ),
            // Areas are whole words: this is not the area MAC.
            (
                "2007 - 2013 Macedonia - Albania",
                "macedonia-albania-2007",
                "Macedonia - Albania",
                Strand::A,
            ),
        ] {
            let read = programme(text, None).unwrap();
            assert_eq!((read.slug.as_str(), read.name.as_str(), read.strand), (slug, name, strand));
        }
    }

    #[test]
    fn a_period_is_found_wherever_it_stands_and_with_any_dash() {
        for text in [
            "2014 - 2020 Interreg North Sea",
            "2014–2020 Interreg North Sea",
            "2014 — 2020: Interreg North Sea",
            "2014/2020 Interreg North Sea",
            "Interreg North Sea 2014 – 2020",
            "Interreg North Sea (2014-2020)",
            "Interreg, 2014-2020, North Sea",
        ] {
            let read = programme(text, None).unwrap();
            assert_eq!((read.slug.as_str(), read.period), ("north-sea-2014", Period::P2014));
            assert!(!read.name.contains("20"), "{}", read.name);
        }
    }

    #[test]
    fn without_a_period_there_is_no_programme() {
        assert_eq!(programme("Interreg North Sea", None), None);
        let sixth = programme("Interreg VI-A Deutschland-Nederland", None).unwrap();
        assert_eq!(sixth.slug.as_str(), "deutschland-nederland-2021");
        assert_eq!(programme("Interreg IVB Baltic Sea", None).unwrap().period, Period::P2007);
        let beside = programme("Interreg North Sea", Some(Period::P2021)).unwrap();
        assert_eq!(beside.slug.as_str(), "north-sea-2021");
    }
}
