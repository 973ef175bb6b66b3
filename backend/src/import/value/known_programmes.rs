//! Interreg programmes by the names that keep.eu and the programmes use, to notice a
//! misspelt one. A programme that is not here is taken as it is written.

use std::{collections::HashMap, sync::LazyLock};

use catalogue::model::Programme;

use super::programme::programme;
use crate::import::nearest::most_alike;

/// How alike two names of areas must be. Higher than for other values: "Slovenia –
/// Austria" and "Slovakia – Austria" are two programmes.
const ALIKE: f64 = 0.85;

/// With their periods; names without "Interreg" are known with it as well.
const KNOWN: [&str; 132] = [
    // keep.eu's list of 2014-2020.
    "ESPON 2020 2014-2020",
    "Interreg V-A Austria - Czech Republic 2014-2020",
    "Interreg V-A Austria - Germany / Bavaria (Bayern - Österreich) 2014-2020",
    "Interreg V-A Austria - Hungary 2014-2020",
    "Interreg V-A Belgium - France (France - Wallonie - Vlaanderen) 2014-2020",
    "Interreg V-A Belgium - Germany - The Netherlands (Euregio Maas-Rhein) 2014-2020",
    "Interreg V-A Belgium - The Netherlands (Vlaanderen - Nederland) 2014-2020",
    "Interreg V-A Czech Republic - Poland 2014-2020",
    "Interreg V-A Estonia - Latvia 2014-2020",
    "Interreg V-A Finland - Estonia - Latvia - Sweden (Central Baltic) 2014-2020",
    "Interreg V-A France - Germany - Switzerland (Rhin supérieur-Oberrhein) 2014-2020",
    "Interreg V-A France - Italy (ALCOTRA) 2014-2020",
    "Interreg V-A France - Switzerland 2014-2020",
    "Interreg V-A France - United Kingdom (Manche - Channel) 2014-2020",
    "Interreg V-A Belgium - France - The Netherlands - United Kingdom (Les Deux Mers / Two seas / Twee Zeeën) 2014-2020",
    "Interreg V-A Germany - Austria - Switzerland - Liechtenstein (Alpenrhein - Bodensee - Hochrhein) 2014-2020",
    "Interreg V-A Germany - Denmark 2014-2020",
    "Interreg V-A Germany - The Netherlands 2014-2020",
    "Interreg V-A Deutschland - Nederland 2014-2020",
    "Interreg V-A Germany / Bavaria - Czech Republic 2014-2020",
    "Interreg V-A Germany / Brandenburg - Poland 2014-2020",
    "Interreg V-A Germany / Mecklenburg-Western Pomerania / Brandenburg - Poland 2014-2020",
    "Interreg V-A Germany / Saxony - Czech Republic 2014-2020",
    "Interreg V-A Greece - Bulgaria 2014-2020",
    "Interreg V-A Greece - Cyprus 2014-2020",
    "Interreg V-A Greece - Italy 2014-2020",
    "Interreg V-A Italy - Austria 2014-2020",
    "Interreg V-A Italy - Croatia 2014-2020",
    "Interreg V-A Italy - France (Maritime) 2014-2020",
    "Interreg V-A Italy - Malta 2014-2020",
    "Interreg V-A Italy - Slovenia 2014-2020",
    "Interreg V-A Italy - Switzerland 2014-2020",
    "Interreg V-A Latvia - Lithuania 2014-2020",
    "Interreg V-A Lithuania - Poland 2014-2020",
    "Interreg V-A Poland - Denmark - Germany - Lithuania - Sweden (South Baltic) 2014-2020",
    "Interreg V-A Poland - Germany / Saxony 2014-2020",
    "Interreg V-A Poland - Slovakia 2014-2020",
    "Interreg V-A Romania - Bulgaria 2014-2020",
    "Interreg V-A Romania - Hungary 2014-2020",
    "Interreg V-A Slovakia - Austria 2014-2020",
    "Interreg V-A Slovakia - Czech Republic 2014-2020",
    "Interreg V-A Slovakia - Hungary 2014-2020",
    "Interreg V-A Slovenia - Austria 2014-2020",
    "Interreg V-A Slovenia - Croatia 2014-2020",
    "Interreg V-A Slovenia - Hungary 2014-2020",
    "Interreg V-A Spain - France - Andorra (POCTEFA) 2014-2020",
    "Interreg V-A Spain - Portugal (Madeira - Açores - Canarias (MAC)) 2014-2020",
    "Interreg V-A Spain - Portugal (POCTEP) 2014-2020",
    "Interreg V-A Sweden - Denmark - Norway (Öresund - Kattegat - Skagerrak) 2014-2020",
    "Interreg V-A Sweden - Finland - Norway (Botnia Atlantica) 2014-2020",
    "Interreg V-A Sweden - Finland - Norway (Nord) 2014-2020",
    "Interreg V-A Sweden - Norway 2014-2020",
    "Interreg V-A United Kingdom - Ireland (Ireland - Wales) 2014-2020",
    "Ireland - United Kingdom (PEACE IV) 2014-2020",
    "Interreg VB Adriatic - Ionian 2014-2020",
    "Interreg VB Alpine Space 2014-2020",
    "Interreg VB Atlantic Area 2014-2020",
    "Interreg VB Balkan-Mediterranean 2014-2020",
    "Interreg VB Baltic Sea 2014-2020",
    "Interreg VB Central Europe 2014-2020",
    "Interreg VB Danube 2014-2020",
    "Interreg VB Mediterranean 2014-2020",
    "Interreg VB North Sea 2014-2020",
    "Interreg VB North West Europe 2014-2020",
    "Interreg VB Northern Periphery and Arctic 2014-2020",
    "Interreg VB South West Europe 2014-2020",
    "Interreg IPA CBC Bulgaria - Former Yugoslav Republic of Macedonia 2014-2020",
    "Interreg IPA CBC Bulgaria - Serbia 2014-2020",
    "Interreg IPA CBC Bulgaria - Turkey 2014-2020",
    "Interreg IPA CBC Croatia - Bosnia and Herzegovina - Montenegro 2014-2020",
    "Interreg IPA CBC Croatia - Serbia 2014-2020",
    "Interreg IPA CBC Greece - Albania 2014-2020",
    "Interreg IPA CBC Greece - Former Yugoslav Republic of Macedonia 2014-2020",
    "Interreg IPA CBC Hungary - Serbia 2014-2020",
    "Interreg IPA CBC Romania - Serbia 2014-2020",
    "Interreg Europe 2014-2020",
    "URBACT III 2014-2020",
    // Areas of older periods that are like a later one.
    "South East Europe 2007-2013",
    "Western Mediterranean 2000-2006",
    "Northern Periphery 2007-2013",
    // The programmes of 2021-2027 by the names that they use themselves.
    "Interreg VI-A Deutschland - Nederland 2021-2027",
    "Interreg VI-A Vlaanderen - Nederland 2021-2027",
    "Interreg VI-A Maas - Rijn 2021-2027",
    "Interreg VI-A Meuse - Rhine 2021-2027",
    "Interreg VI-A France - Wallonie - Vlaanderen 2021-2027",
    "Interreg VI-A Grande Région / Großregion 2021-2027",
    "Interreg VI-A Rhin supérieur - Oberrhein 2021-2027",
    "Interreg VI-A Deutschland - Danmark 2021-2027",
    "Interreg VI-A Öresund - Kattegat - Skagerrak 2021-2027",
    "Interreg VI-A Sweden - Norway 2021-2027",
    "Interreg VI-A Aurora 2021-2027",
    "Interreg VI-A Central Baltic 2021-2027",
    "Interreg VI-A South Baltic 2021-2027",
    "Interreg VI-A Estonia - Latvia 2021-2027",
    "Interreg VI-A Latvia - Lithuania 2021-2027",
    "Interreg VI-A Lithuania - Poland 2021-2027",
    "Interreg VI-A Poland - Slovakia 2021-2027",
    "Interreg VI-A Poland - Sachsen 2021-2027",
    "Interreg VI-A Brandenburg - Polska 2021-2027",
    "Interreg VI-A Czechia - Poland 2021-2027",
    "Interreg VI-A Bayern - Österreich 2021-2027",
    "Interreg VI-A Alpenrhein - Bodensee - Hochrhein 2021-2027",
    "Interreg VI-A Austria - Czechia 2021-2027",
    "Interreg VI-A Austria - Hungary 2021-2027",
    "Interreg VI-A Slovenia - Croatia 2021-2027",
    "Interreg VI-A Italia - Slovenija 2021-2027",
    "Interreg VI-A Italia - Österreich 2021-2027",
    "Interreg VI-A Italia - Croatia 2021-2027",
    "Interreg VI-A Italia - Francia Marittimo 2021-2027",
    "Interreg VI-A Romania - Bulgaria 2021-2027",
    "Interreg VI-A Romania - Hungary 2021-2027",
    "Interreg VI-A POCTEFA 2021-2027",
    "Interreg VI-A POCTEP 2021-2027",
    "PEACEPLUS 2021-2027",
    "Interreg VI-B Alpine Space 2021-2027",
    "Interreg VI-B Atlantic Area 2021-2027",
    "Interreg VI-B Baltic Sea Region 2021-2027",
    "Interreg VI-B Central Europe 2021-2027",
    "Interreg VI-B Danube Region 2021-2027",
    "Interreg VI-B Euro-MED 2021-2027",
    "Interreg VI-B IPA ADRION 2021-2027",
    "Interreg VI-B North Sea 2021-2027",
    "Interreg VI-B North-West Europe 2021-2027",
    "Interreg VI-B Northern Periphery and Arctic 2021-2027",
    "Interreg VI-B Sudoe 2021-2027",
    "Interreg Europe 2021-2027",
    "Interreg VI-D Caribbean 2021-2027",
    "Interreg VI-D Indian Ocean 2021-2027",
    "Interreg VI-D Amazonia 2021-2027",
    "Interreg VI-D MAC 2021-2027",
    "URBACT IV 2021-2027",
    "INTERACT IV 2021-2027",
];

/// The areas, as slugs without their year, each with its names by period.
static AREAS: LazyLock<HashMap<String, Vec<Programme>>> = LazyLock::new(|| {
    let mut areas: HashMap<String, Vec<Programme>> = HashMap::new();
    for known in KNOWN.iter().filter_map(|text| programme(text, None)) {
        areas.entry(area(&known).to_owned()).or_default().push(known);
    }
    areas
});

/// The known programme that a programme is probably a misspelt form of: its area is like a
/// known one and is none itself.
pub fn misspelt(read: &Programme) -> Option<&'static str> {
    let own = area(read);
    if AREAS.contains_key(own) {
        return None;
    }
    let areas = AREAS.iter().map(|(area, known)| (area.as_str(), known));
    let known = most_alike(own, areas, ALIKE)?;
    let same_period = known.iter().find(|known| known.period == read.period);
    same_period.or(known.first()).map(|known| known.name.as_str())
}

/// The slug without the year at its end.
fn area(programme: &Programme) -> &str {
    programme.slug.as_str().rsplit_once('-').map_or("", |(area, _)| area)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str) -> Option<&'static str> {
        misspelt(&programme(text, None).unwrap())
    }

    #[test]
    fn every_known_name_is_read_and_like_no_other() {
        for text in KNOWN {
            assert_eq!(near(text), None, "{text}");
        }
        let read: usize = AREAS.values().map(Vec::len).sum();
        assert_eq!(read, KNOWN.len());
    }

    #[test]
    fn a_misspelt_programme_is_known_and_a_new_one_is_left_alone() {
        for (text, right) in [
            ("Interreg VB Nort Sea 2014-2020", "Interreg VB North Sea"),
            ("Interreg North Sae 2021-2027", "Interreg VI-B North Sea"),
            (
                "Interreg VI-A Duitschland - Nederland 2021-2027",
                "Interreg VI-A Deutschland - Nederland",
            ),
            ("Interreg Balitc Sea Region 2021-2027", "Interreg VI-B Baltic Sea Region"),
        ] {
            assert_eq!(near(text), Some(right), "{text}");
        }
        for text in [
            "2007 - 2013 Hungary - Slovakia",
            "2007 - 2013 South East Europe",
            "2000 - 2006 Cadses",
            "Interreg NEXT Black Sea Basin 2021-2027",
            "Interreg Twente 2021-2027",
        ] {
            assert_eq!(near(text), None, "{text}");
        }
    }
}
