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
    let always = always.iter().map(|at| (*at, usize::MAX));
    let mut kept: Vec<Place> = places
        .iter()
        .copied()
        .chain(always)
        .map(|(at, weight)| (at.to_world(), at, weight))
        .collect();
    while let Some(cut) = best_cut(&kept, spare) {
        spare -= cut.weight;
        kept = cut.kept;
    }
    Bbox::around(kept.into_iter().map(|(_, at, _)| at), ROOM)
}

/// A place, also projected, and what it weighs.
type Place = (World, LonLat, usize);

/// Places left out on one side.
struct Cut {
    weight: usize,
    kept: Vec<Place>,
}

/// The cut that saves most for its weight, where one is worth it.
fn best_cut(places: &[Place], spare: usize) -> Option<Cut> {
    let sides: [fn(World) -> f64; 4] = [|at| at.x, |at| -at.x, |at| at.y, |at| -at.y];
    let mut best: Option<(f64, Cut)> = None;
    for side in sides {
        let along = || places.iter().map(|place| side(place.0));
        let first = along().fold(f64::INFINITY, f64::min);
        let whole = along().fold(f64::NEG_INFINITY, f64::max) - first;
        // Whatever cut is worth it leaves all of these out. Where that is too much,
        // as it mostly is, nothing need be sorted.
        let near = places
            .iter()
            .filter(|place| (side(place.0) - first) / whole < WORTH)
            .fold(0_usize, |sum, place| sum.saturating_add(place.2));
        if near > spare {
            continue;
        }
        let mut sorted = places.to_vec();
        sorted.sort_by(|a, b| side(a.0).total_cmp(&side(b.0)));
        let mut weight = 0_usize;
        for (cut, pair) in sorted.windows(2).enumerate() {
            weight = weight.saturating_add(pair[0].2);
            if weight > spare {
                break;
            }
            let saved = (side(pair[1].0) - first) / whole;
            #[expect(clippy::cast_precision_loss, reason = "weights are small")]
            let gain = saved / weight.max(1) as f64;
            if saved >= WORTH && best.as_ref().is_none_or(|(known, _)| gain > *known) {
                best = Some((gain, Cut { weight, kept: sorted[cut + 1..].to_vec() }));
            }
        }
    }
    best.map(|(_, cut)| cut)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

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

    /// The extent as it would be if all places were sorted for every side.
    fn plain_extent(always: &[LonLat], places: &[(LonLat, usize)]) -> Option<Bbox> {
        let mut spare = places.iter().map(|(_, weight)| *weight).sum::<usize>() / ONE_IN;
        let mut kept = places.to_vec();
        kept.extend(always.iter().map(|at| (*at, usize::MAX)));
        while let Some((weight, rest)) = plain_cut(&kept, spare) {
            spare -= weight;
            kept = rest;
        }
        Bbox::around(kept.into_iter().map(|(at, _)| at), ROOM)
    }

    type Weighed = Vec<(LonLat, usize)>;

    fn plain_cut(places: &[(LonLat, usize)], spare: usize) -> Option<(usize, Weighed)> {
        let sides: [fn(World) -> f64; 4] = [|at| at.x, |at| -at.x, |at| at.y, |at| -at.y];
        let mut best: Option<(f64, usize, Weighed)> = None;
        for side in sides {
            let of = |place: &(LonLat, usize)| side(place.0.to_world());
            let mut sorted = places.to_vec();
            sorted.sort_by(|a, b| of(a).total_cmp(&of(b)));
            let mut weight = 0_usize;
            for cut in 1..sorted.len() {
                weight = weight.saturating_add(sorted[cut - 1].1);
                let first = of(&sorted[0]);
                let saved = (of(&sorted[cut]) - first) / (of(&sorted[sorted.len() - 1]) - first);
                let gain = saved / weight.max(1) as f64;
                let better = best.as_ref().is_none_or(|(known, ..)| gain > *known);
                if weight <= spare && saved >= WORTH && better {
                    best = Some((gain, weight, sorted[cut..].to_vec()));
                }
            }
        }
        best.map(|(_, weight, kept)| (weight, kept))
    }

    /// Most places are close together; some are far away, some share a meridian, a
    /// parallel or both.
    fn place() -> impl Strategy<Value = LonLat> {
        let place = prop_oneof![
            6 => (5.0..8.0, 51.0..54.0),
            2 => (-10.0..30.0, 36.0..70.0),
            1 => (-170.0..170.0, -80.0..80.0),
            1 => (select(vec![-60.0, 6.0, 60.0]), select(vec![-40.0, 53.0, 70.0])),
        ];
        place.prop_map(|(lon, lat)| at(lon, lat))
    }

    proptest! {
        #[test]
        fn nothing_is_missed_where_nothing_is_sorted(
            always in vec(place(), 0..3), places in vec((place(), 0usize..60), 0..120),
        ) {
            prop_assert_eq!(extent(&always, &places), plain_extent(&always, &places));
            prop_assert_eq!(extent(&[], &places), plain_extent(&[], &places));
        }

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
