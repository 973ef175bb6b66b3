//! The gazetteer as it is asked: the spellings people use, what decides between
//! namesakes, and that nothing makes it panic.

mod asked;

use std::sync::LazyLock;

use proptest::prelude::*;

use asked::ASKED;

use super::write::{NewTown, Region, file};
use super::*;

/// Codes of all levels of a NUTS 3 region.
fn levels(nuts: &str) -> Vec<String> {
    (2..=nuts.len()).map(|end| nuts[..end].to_owned()).collect()
}

fn locate(town: &str, postcode: &str, country: &str, nuts: &str) -> Found {
    let gazetteer = Gazetteer::embedded().unwrap();
    let nuts = levels(nuts);
    gazetteer.locate(&Wanted {
        town: Some(town).filter(|town| !town.is_empty()),
        postcode: Some(postcode).filter(|postcode| !postcode.is_empty()),
        country: country.parse().ok(),
        nuts: &nuts,
    })
}

/// A town by its name, a region by its code, `?` with the number of candidates.
fn told(found: &Found) -> String {
    match found {
        Found::Town { name, .. } => name.clone(),
        Found::Region { code, .. } => code.clone(),
        Found::Ambiguous { candidates } => format!("? {}", candidates.len()),
        Found::Unknown => "unknown".to_owned(),
    }
}

#[test]
fn places_are_found_as_people_write_them() {
    let wrong: Vec<String> = ASKED
        .iter()
        .filter_map(|&(town, postcode, country, nuts, expected)| {
            let found = told(&locate(town, postcode, country, nuts));
            (found != expected).then(|| format!("{town} {country} {nuts}: {found}, not {expected}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_town_is_told_with_its_coordinates_and_its_number_in_geonames() {
    let Found::Town { location, name } = locate("Groningen", "", "NL", "NL113") else {
        panic!("Groningen is a town")
    };
    assert_eq!(name, "Groningen");
    assert_eq!(location.geonames_id, Some(2_755_251));
    assert_eq!(location.precision, Precision::Town);
    assert_eq!((f64::from(location.lat), f64::from(location.lon)), (53.2192, 6.5667));
}

#[test]
fn namesakes_are_told_apart_by_the_region_they_are_near() {
    let Found::Ambiguous { candidates } = locate("Neustadt", "", "DE", "") else {
        panic!("there are many places called Neustadt")
    };
    let near: Vec<_> = candidates.iter().filter_map(|candidate| candidate.near.clone()).collect();
    assert_eq!(near.len(), candidates.len());
    assert!(near.contains(&"DEB36".to_owned()), "{near:?}");
}

#[test]
fn saint_denis_is_looked_for_where_the_region_is() {
    let Found::Town { location, .. } = locate("Saint-Denis", "", "FR", "FRY40") else {
        panic!("Saint-Denis is a town")
    };
    assert!(f64::from(location.lat) < -20.0, "on Réunion: {location:?}");
}

#[test]
fn the_centre_of_a_region_is_known_by_all_its_codes() {
    let gazetteer = Gazetteer::embedded().unwrap();
    let centre = gazetteer.region("NL112").unwrap();
    assert_eq!(centre.precision, Precision::Region);
    assert!(distance::kilometres([centre.lat.into(), centre.lon.into()], [53.22, 6.57]) < 50.0);
    assert_eq!(gazetteer.region("GB"), None);
    assert_eq!(gazetteer.region("GBM61"), gazetteer.region("UKM61"));
    assert!(gazetteer.region("EL522").is_some());
    assert_eq!(gazetteer.region("É1"), None);
}

/// Three towns and two regions.
fn little() -> (Vec<NewTown>, Vec<Region>) {
    let town = |country: &str, name: &str, others: &[&str], population, at, geonames_id| NewTown {
        country: country.parse().unwrap(),
        name: name.to_owned(),
        other_names: others.iter().map(|&name| name.to_owned()).collect(),
        population,
        at,
        geonames_id,
    };
    let region = |code: &str, at| Region { code: code.to_owned(), at, extent: 40 };
    let towns = vec![
        town("NL", "Emmen", &["Эммен"], 57_000, [527_792, 68_958], 1),
        town("NL", "Assen", &["Assne"], 62_000, [529_967, 65_625], 2),
        town("CH", "Emmen", &["Emma"], 26_000, [470_781, 82_733], 3),
    ];
    (towns, vec![region("NL131", [529_500, 64_800]), region("NL13", [528_500, 66_000])])
}

static LITTLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let (towns, regions) = little();
    file(&towns, &regions).unwrap()
});

#[test]
fn what_is_written_is_read_and_the_order_it_came_in_does_not_matter() {
    let (mut towns, mut regions) = little();
    towns.reverse();
    regions.reverse();
    assert_eq!(file(&towns, &regions).unwrap(), *LITTLE);
    let gazetteer = Gazetteer::read(&LITTLE).unwrap();
    assert_eq!(gazetteer.len(), 3);
    for (typed, country, number) in [("ЭММЕН", "NL", 1), ("assne", "NL", 2), ("emmen", "CH", 3)]
    {
        let country = country.parse().ok();
        let found = gazetteer.locate(&Wanted { town: Some(typed), country, ..Wanted::default() });
        let Found::Town { location, .. } = found else { panic!("{typed} is a town") };
        assert_eq!(location.geonames_id, Some(number));
    }
}

#[test]
fn a_file_that_is_not_a_gazetteer_is_rejected_with_the_reason() {
    assert_eq!(Gazetteer::read(b"IXB1").err(), Some(GazetteerError::Magic));
    assert_eq!(Gazetteer::read(b"").err(), Some(GazetteerError::Magic));
    assert_eq!(Gazetteer::read(b"IXG1").err(), Some(GazetteerError::Length("columns")));
    let mut longer = LITTLE.clone();
    longer.push(0);
    assert_eq!(Gazetteer::read(&longer).err(), Some(GazetteerError::Length("columns")));
    for end in 0..LITTLE.len() {
        assert!(Gazetteer::read(&LITTLE[..end]).is_err(), "{end} bytes");
    }
}

/// Nothing it says may be off the globe, nor far from the region that was given.
fn sound(gazetteer: &Gazetteer, wanted: &Wanted<'_>) -> Result<(), TestCaseError> {
    let found = gazetteer.locate(wanted);
    let (Found::Town { location, .. } | Found::Region { location, .. }) = found else {
        return Ok(());
    };
    let finest = wanted.nuts.last().filter(|code| code.len() == 5);
    if let Some(centre) = finest.and_then(|code| gazetteer.region(code)) {
        prop_assert!(distance::between(&centre, &location) <= REACH);
    }
    Ok(())
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_or_leave_the_region(
        town in "\\PC{0,40}|[A-Za-zÀ-ž0-9 (),./-]{0,30}|.{0,200}",
        postcode in ".{0,12}",
        country in prop::option::of("NL|DE|GR|FR|XX"),
        nuts in "NL112|DE949|EL522|FRY40|UKM61|N|.{0,6}",
    ) {
        let nuts = [nuts];
        let country = country.and_then(|code| code.parse().ok());
        let wanted =
            Wanted { town: Some(&town), postcode: Some(&postcode), country, nuts: &nuts };
        sound(Gazetteer::embedded().unwrap(), &wanted)?;
    }

    #[test]
    fn names_with_noise_do_not_leave_the_region(
        index in 0..ASKED.len(),
        before in "[A-Z0-9 .,/(-]{0,4}",
        after in "[a-zé0-9 .,/)-]{0,4}",
        cut in 0_usize..4,
        nuts in "NL112|DE949|EL522|AT213|PL214|IT[CHI]1",
    ) {
        let (typed, _, country, ..) = ASKED[index];
        let typed: String = typed.chars().skip(cut).collect();
        let town = format!("{before}{typed}{after}");
        let nuts = levels(&nuts);
        let country = country.parse().ok();
        let wanted = Wanted { town: Some(&town), postcode: None, country, nuts: &nuts };
        sound(Gazetteer::embedded().unwrap(), &wanted)?;
    }

    #[test]
    fn damaged_bytes_are_rejected_or_searched_without_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = LITTLE.clone();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len()));
        }
        if let Ok(gazetteer) = Gazetteer::read(&bytes) {
            for town in ["Emmen", "Assen", "Эммен", "Emme", "Assenn"] {
                let nuts = levels("NL131");
                let wanted = Wanted { town: Some(town), nuts: &nuts, ..Wanted::default() };
                gazetteer.locate(&wanted);
                gazetteer.locate(&Wanted { nuts: &[], ..wanted });
            }
        }
    }

    #[test]
    fn random_bytes_are_rejected(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let bytes = [b"IXG1".as_slice(), &bytes].concat();
        prop_assert!(Gazetteer::read(&bytes).is_err());
    }
}
