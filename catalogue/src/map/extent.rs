//! Which part of the earth a catalogue is about.
//!
//! A map that shows everything shows nothing where one project in a thousand
//! sits on Réunion. So a few far places may be left out, if the map gains much
//! by it; what is left out is named beneath the map.

use super::{Bbox, LonLat, World};

/// The share of all weight that may be left out, as one in so many.
const ONE_IN: usize = 50;

/// What leaving places out must at least save of the map's width or height.
const WORTH: f64 = 0.25;

/// Degrees around the outermost places, so that a single place has room.
const ROOM: f64 = 0.05;

/// The extent of a map of these places, each with what it weighs: all of them,
/// or at least 49 in 50 by weight where the others are far away. `always` are
/// within it in any case.
#[must_use]
pub fn extent(always: &[LonLat], places: &[(LonLat, usize)]) -> Option<Bbox> {
    let mut spare = places.iter().map(|(_, weight)| *weight).sum::<usize>() / ONE_IN;
    let mut kept: Vec<(LonLat, usize)> = places.to_vec();
    kept.extend(always.iter().map(|place| (*place, usize::MAX)));
    while let Some(cut) = best_cut(&kept, spare) {
        spare -= cut.weight;
        kept = cut.kept;
    }
    Bbox::around(kept.into_iter().map(|(place, _)| place), ROOM)
}

/// Places left out on one side.
struct Cut {
    weight: usize,
    kept: Vec<(LonLat, usize)>,
}

/// The cut that saves most for its weight, where one is worth it.
fn best_cut(places: &[(LonLat, usize)], spare: usize) -> Option<Cut> {
    let sides: [fn(World) -> f64; 4] = [|at| at.x, |at| -at.x, |at| at.y, |at| -at.y];
    let mut best: Option<(f64, Cut)> = None;
    for side in sides {
        let mut sorted: Vec<(f64, LonLat, usize)> =
            places.iter().map(|(at, weight)| (side(at.to_world()), *at, *weight)).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { continue };
        let (start, whole) = (first.0, last.0 - first.0);
        let mut weight = 0usize;
        for (cut, pair) in sorted.windows(2).enumerate() {
            weight = weight.saturating_add(pair[0].2);
            if weight > spare {
                break;
            }
            let saved = (pair[1].0 - start) / whole;
            #[expect(clippy::cast_precision_loss, reason = "weights are small")]
            let gain = saved / weight.max(1) as f64;
            if saved >= WORTH && best.as_ref().is_none_or(|(known, _)| gain > *known) {
                let kept = sorted.iter().skip(cut + 1).map(|(_, at, weight)| (*at, *weight));
                best = Some((gain, Cut { weight, kept: kept.collect() }));
            }
        }
    }
    best.map(|(_, cut)| cut)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat)
    }

    /// Europe from Lisbon to Cyprus and the North Cape, with 500 projects.
    fn europe() -> Vec<(LonLat, usize)> {
        [(-9.1, 38.7), (33.4, 35.2), (25.8, 71.0), (26.2, 67.4), (24.9, 60.2)]
            .map(|(lon, lat)| (at(lon, lat), 100))
            .to_vec()
    }

    #[test]
    fn a_few_far_places_are_left_out_and_europe_s_edges_stay() {
        let mut places = europe();
        let plain = extent(&[], &places);
        let far = [(55.5, -20.9), (55.3, -21.3), (-123.4, 48.4), (-51.7, 64.2), (-52.3, 4.9)];
        places.extend(far.map(|(lon, lat)| (at(lon, lat), 2)));
        assert_eq!(extent(&[], &places), plain);
        for (lon, lat) in far {
            assert!(!plain.unwrap().contains(at(lon, lat)));
        }
        // The map would gain little without the North Cape.
        places[2].1 = 1;
        places[3].1 = 199;
        assert_eq!(extent(&[], &places), plain);
    }

    #[test]
    fn what_is_much_or_at_home_is_never_left_out() {
        let mut places = europe();
        places.push((at(55.5, -20.9), 11));
        assert!(extent(&[], &places).unwrap().contains(at(55.5, -20.9)));
        places[5].1 = 10;
        assert!(!extent(&[], &places).unwrap().contains(at(55.5, -20.9)));
        assert!(extent(&[at(55.5, -20.9)], &places).unwrap().contains(at(55.5, -20.9)));
        // One of ten is a tenth.
        let few = [(at(6.6, 53.2), 9), (at(55.5, -20.9), 1)];
        assert!(extent(&[], &few).unwrap().contains(at(55.5, -20.9)));
    }

    #[test]
    fn nothing_has_no_extent_and_one_place_has_room() {
        assert_eq!(extent(&[], &[]), None);
        let one = extent(&[], &[(at(6.0, 53.0), 3)]).unwrap();
        assert!(one.west < 6.0 && one.east > 6.0 && one.south < 53.0 && one.north > 53.0);
    }

    proptest! {
        #[test]
        fn at_least_49_in_50_are_inside(
            places in vec((-170.0..170.0, -80.0..80.0, 1usize..30), 1..80),
        ) {
            let places: Vec<_> =
                places.into_iter().map(|(lon, lat, weight)| (at(lon, lat), weight)).collect();
            let extent = extent(&[], &places).unwrap();
            let all: usize = places.iter().map(|(_, weight)| weight).sum();
            let inside: usize = places
                .iter()
                .filter(|(place, _)| extent.contains(*place))
                .map(|(_, weight)| weight)
                .sum();
            prop_assert!(inside * 50 >= all * 49);
        }
    }
}
