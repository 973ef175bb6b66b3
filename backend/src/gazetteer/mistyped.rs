//! Slips of the keyboard: names that differ by a letter from what was typed.

use super::locate::Scope;
use super::{Gazetteer, Town};

/// Inhabitants of a town that a mistyped key of at least so many letters may
/// mean, as weights of 50,000 and 5,000 and any. A village that nobody has heard
/// of is not in the gazetteer, and its namesake but for a letter is.
const MISTYPED: [(usize, u8); 3] = [(9, 0), (6, 49), (5, 62)];

impl Gazetteer {
    /// A town of the region whose name differs by one slip of the keyboard.
    pub(super) fn mistyped(&self, typed: &str, scope: &Scope<'_>) -> Option<u32> {
        scope.region.filter(|region| region.code.len() == 5)?;
        let &(_, least) = MISTYPED.iter().find(|(letters, _)| typed.len() >= *letters)?;
        let first = typed.chars().next()?;
        let near = self.names.beginning(typed.get(..first.len_utf8())?).filter(|(key, _)| {
            key.len().abs_diff(typed.len()) <= 2 && one_slip(key.as_bytes(), typed.as_bytes())
        });
        let mut towns: Vec<(u32, &Town)> = near
            .flat_map(|(_, towns)| towns)
            .filter_map(|&index| Some((index, self.town(index)?)))
            .filter(|(_, town)| town.weight >= least && scope.admits(town))
            .collect();
        towns.sort_by_key(|&(index, town)| (std::cmp::Reverse(town.weight), index));
        towns.first().map(|&(index, _)| index)
    }
}

/// Whether one letter more, less, other or exchanged with the next makes one
/// text the other.
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
