//! Typing errors: names that differ from the text by one letter.

use super::{Gazetteer, TownEntry, scope::Scope};

/// For keys of at least this many letters, the least weight of a town that a typing error
/// may mean: any, 5,000 and 50,000 inhabitants. A correctly written small village may be
/// missing in the gazetteer, while a town with a similar name is in it.
const MISTYPED: [(usize, u8); 3] = [(9, 0), (6, 49), (5, 62)];

/// A town of the region whose name differs by one typing error.
pub(super) fn mistyped(gazetteer: &Gazetteer, typed: &str, scope: &Scope<'_>) -> Option<u32> {
    scope.region.filter(|region| region.code.len() == 5)?;
    let &(_, least) = MISTYPED.iter().find(|(letters, _)| typed.len() >= *letters)?;
    let first = typed.chars().next()?;
    let near = gazetteer.names.beginning(typed.get(..first.len_utf8())?).filter(|(key, _)| {
        key.len().abs_diff(typed.len()) <= 2 && one_slip(key.as_bytes(), typed.as_bytes())
    });
    let mut towns: Vec<(u32, &TownEntry)> = near
        .flat_map(|(_, towns)| towns)
        .filter_map(|&index| Some((index, gazetteer.town(index)?)))
        .filter(|(_, town)| town.weight >= least && scope.admits(town))
        .collect();
    towns.sort_by_key(|&(index, town)| (std::cmp::Reverse(town.weight), index));
    towns.first().map(|&(index, _)| index)
}

/// Whether two texts differ by one added, missing, wrong or swapped letter.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let alike = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.get(alike..).unwrap_or_default(), b.get(alike..).unwrap_or_default());
    match (a, b) {
        ([_, a @ ..], [_, b @ ..]) if a == b => true,
        ([_, a @ ..], b) | (b, [_, a @ ..]) if a == b => true,
        ([x, y, a @ ..], [v, w, b @ ..]) => x == w && y == v && a == b,
        ([], []) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_a_letter_more_less_other_or_exchanged() {
        let slip = |a: &str, b: &str| one_slip(a.as_bytes(), b.as_bytes());
        for (a, b) in
            [("krakow", "krwkow"), ("emmen", "emen"), ("emen", "emmen"), ("assen", "asesn")]
        {
            assert!(slip(a, b), "{a} {b}");
        }
        for (a, b) in [("emmen", "assen"), ("leer", "leeuwarden"), ("nova", "navo")] {
            assert!(!slip(a, b), "{a} {b}");
        }
    }
}
