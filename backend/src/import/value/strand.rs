//! Finds the strand of a programme in its name.

use catalogue::model::Strand;

/// The strand, and the words of the name without those that name the strand.
pub(super) fn strand<'a>(words: &'a [&'a str]) -> (Strand, &'a [&'a str]) {
    let strip = |count: usize| words.get(count..).filter(|rest| !rest.is_empty()).unwrap_or(words);
    let letter = |word: &str| match word {
        "a" | "va" | "via" | "iva" | "iiia" => Some(Strand::A),
        "b" | "vb" | "vib" | "ivb" | "iiib" => Some(Strand::B),
        "c" | "vc" | "vic" | "ivc" | "iiic" => Some(Strand::C),
        "d" | "vd" | "vid" => Some(Strand::D),
        _ => None,
    };
    match words {
        ["interreg", "ipa", "cbc", ..] => (Strand::A, strip(1)),
        // "V-A" are two words.
        ["interreg", "iii" | "iv" | "v" | "vi", part, ..] if letter(part).is_some() => {
            (letter(part).unwrap_or(Strand::A), strip(3))
        }
        ["interreg", part, ..] if letter(part).is_some() => {
            (letter(part).unwrap_or(Strand::A), strip(2))
        }
        ["interreg", "europe", ..] => (Strand::C, words),
        ["urbact" | "espon" | "interact", ..] => (Strand::C, words),
        ["interreg", rest, ..] if *rest != "europe" => (by_name(strip(1)), strip(1)),
        _ => {
            // "East Zone INTERREG III C"
            let inside = words.iter().position(|word| *word == "interreg");
            let inside = inside.and_then(|at| match words.get(at + 1..)? {
                ["iii" | "iv" | "v" | "vi", part, ..] | [part, ..] => letter(part),
                [] => None,
            });
            (inside.unwrap_or_else(|| by_name(words)), words)
        }
    }
}

/// Words that stand in front of the name of an area: `Programme MED`,
/// `NEXT Black Sea Basin`.
const BEFORE_AREA: [&str; 10] = [
    "cbc",
    "cooperation",
    "eni",
    "enpi",
    "ipa",
    "next",
    "operational",
    "programme",
    "the",
    "transnational",
];

/// Areas of transnational cooperation, by the names of their programmes since 2000.
const TRANSNATIONAL: [&str; 26] = [
    "adrion",
    "adriatic ionian",
    "alpine space",
    "archimed",
    "arctic",
    "atlantic area",
    "balkan mediterranean",
    "baltic sea",
    "black sea",
    "cadses",
    "central europe",
    "danube",
    "euro med",
    "euromed",
    "med",
    "mediterranean",
    "medocc",
    "north sea",
    "north west europe",
    "northern periphery",
    "northwest europe",
    "south east europe",
    "south west europe",
    "southwest europe",
    "sudoe",
    "western mediterranean",
];

/// Areas of the outermost regions. They count as strand D in older periods too,
/// which did not have that letter.
const OUTERMOST: [&str; 11] = [
    "acores madeira",
    "amazonia",
    "azores madeira",
    "caraibes",
    "caribbean",
    "indian ocean",
    "mac",
    "madeira acores",
    "madeira azores",
    "mozambique channel",
    "ocean indien",
];

/// The strand of a name without a letter, by its area. A programme whose area is in none of the
/// lists is a cross-border programme.
fn by_name(words: &[&str]) -> Strand {
    const INTERREGIONAL: [&str; 3] = ["espon", "interact", "urbact"];
    if words.first() == Some(&"europe") || words.iter().any(|word| INTERREGIONAL.contains(word)) {
        return Strand::C;
    }
    let before = words.iter().take_while(|word| BEFORE_AREA.contains(word)).count();
    let area = words.get(before..).unwrap_or_default();
    // Whole words: "Macedonia - Albania" does not begin with "MAC".
    let is_one_of = |areas: &[&str]| {
        areas.iter().any(|own| own.split(' ').eq(area.iter().copied().take(own.split(' ').count())))
    };
    if is_one_of(&TRANSNATIONAL) {
        Strand::B
    } else if is_one_of(&OUTERMOST) {
        Strand::D
    } else {
        Strand::A
    }
}
