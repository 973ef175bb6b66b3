//! Pins that would lie over each other, gathered into one.
//!
//! The sheet is divided into squares of about one and a half pins. Whatever
//! falls into one square stands under one pin, at the place that weighs most. So
//! a pin stands for a rectangle of the map that it shares with no other, and to
//! narrow to that rectangle finds exactly what stands under the pin.
//!
//! Places on the two sides of a square's edge can still be close. Then their
//! pins step back from the edge until they no longer touch; a pin that touches
//! no other stays exactly where its place is.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{LonLat, Rect, Viewport};

/// The least side of a square, in pixels.
const SIDE: f64 = 36.0;

/// How far apart the middles of two pins are at least, in pixels.
const APART: f64 = 24.0;

/// A pin with the places under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Where it stands in the drawing, in pixels.
    pub at: (f64, f64),
    /// The places under it as positions in the list of places, the one that
    /// weighs most first.
    pub places: Vec<usize>,
}

/// The pins for places in view, each with what it weighs. They are in the order
/// of the places they stand at.
#[must_use]
pub fn gather(view: &Viewport, places: &[(LonLat, usize)]) -> Vec<Pin> {
    let squares = Squares::over(view);
    let at: Vec<(f64, f64)> = places.iter().map(|(place, _)| view.project(*place)).collect();
    let mut under: BTreeMap<(u16, u16), Vec<usize>> = BTreeMap::new();
    for (place, at) in at.iter().enumerate() {
        under.entry(squares.of(*at)).or_default().push(place);
    }
    let mut pins: Vec<(Pin, Rect)> = under
        .into_iter()
        .filter_map(|(square, mut members)| {
            members.sort_by_key(|place| (Reverse(places[*place].1), *place));
            let at = *at.get(*members.first()?)?;
            Some((Pin { at, places: members }, squares.inside(square)))
        })
        .collect();
    step_back(&mut pins);
    let mut pins: Vec<Pin> = pins.into_iter().map(|(pin, _)| pin).collect();
    pins.sort_by_key(|pin| pin.places.first().copied());
    pins
}

/// Moves pins that touch another into the inner part of their square, until none
/// touches another. A pin moves once at most, so this ends.
fn step_back(pins: &mut [(Pin, Rect)]) {
    loop {
        let touches = |one: &(f64, f64), other: &(f64, f64)| {
            one != other && (one.0 - other.0).hypot(one.1 - other.1) < APART
        };
        let crowded: Vec<usize> = (0..pins.len())
            .filter(|n| !pins[*n].1.holds(pins[*n].0.at.0, pins[*n].0.at.1))
            .filter(|n| pins.iter().any(|(other, _)| touches(&pins[*n].0.at, &other.at)))
            .collect();
        if crowded.is_empty() {
            return;
        }
        for n in crowded {
            let Some((pin, inside)) = pins.get_mut(n) else { continue };
            pin.at.0 = pin.at.0.clamp(inside.left, inside.right);
            pin.at.1 = pin.at.1.clamp(inside.top, inside.bottom);
        }
    }
}

/// The squares of a sheet: as many as fit, so none is cut off.
struct Squares {
    columns: f64,
    rows: f64,
    width: f64,
    height: f64,
}

impl Squares {
    fn over(view: &Viewport) -> Self {
        let columns = (view.width / SIDE).floor().max(1.0);
        let rows = (view.height / SIDE).floor().max(1.0);
        Self { columns, rows, width: view.width / columns, height: view.height / rows }
    }

    /// The square of a pixel; the nearest one for a pixel beyond the sheet.
    fn of(&self, (x, y): (f64, f64)) -> (u16, u16) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a sheet has a few dozen squares"
        )]
        let place = |pixels: f64, side: f64, squares: f64| {
            (pixels / side).floor().clamp(0.0, squares - 1.0) as u16
        };
        (place(x, self.width, self.columns), place(y, self.height, self.rows))
    }

    /// The part of a square in which a pin touches none in another square's.
    fn inside(&self, (column, row): (u16, u16)) -> Rect {
        let (left, top) = (f64::from(column) * self.width, f64::from(row) * self.height);
        Rect::new(left, top, left + self.width, top + self.height).grown(-APART / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::map::{Bbox, sheet};

    fn places() -> impl Strategy<Value = Vec<(LonLat, usize)>> {
        let place = (-9.0..30.0, 40.0..65.0, 1usize..40);
        vec(place.prop_map(|(lon, lat, weight)| (LonLat::new(lon, lat), weight)), 0..400)
    }

    #[test]
    fn the_four_cities_keep_their_pins_where_they_are() {
        let cities = [(6.5665, 53.2194), (6.9069, 52.7792), (6.5642, 52.9967), (5.7999, 53.2012)]
            .map(|(lon, lat)| (LonLat::new(lon, lat), 4));
        let view = sheet::overview(Some(Bbox::new(5.7499, 52.7292, 6.9569, 53.2694)));
        let pins = gather(&view, &cities);
        let expected: Vec<Pin> = cities
            .iter()
            .enumerate()
            .map(|(n, (place, _))| Pin { at: view.project(*place), places: vec![n] })
            .collect();
        assert_eq!(pins, expected);
    }

    #[test]
    fn neighbours_share_the_pin_of_the_largest() {
        let view = sheet::overview(Some(Bbox::EUROPE));
        let places = [(6.57, 53.22), (6.56, 53.0), (-3.7, 40.4), (6.9, 53.1)]
            .map(|(lon, lat)| LonLat::new(lon, lat));
        let weights = [3, 5, 1, 5];
        let wanted: Vec<_> = places.into_iter().zip(weights).collect();
        let under: Vec<Vec<usize>> =
            gather(&view, &wanted).into_iter().map(|pin| pin.places).collect();
        assert_eq!(under, [vec![1, 3, 0], vec![2]]);
    }

    proptest! {
        #[test]
        fn every_place_is_under_exactly_one_pin(places in places()) {
            let view = sheet::overview(Some(Bbox::EUROPE));
            let mut under: Vec<usize> =
                gather(&view, &places).into_iter().flat_map(|pin| pin.places).collect();
            under.sort_unstable();
            prop_assert_eq!(under, (0..places.len()).collect::<Vec<_>>());
        }

        #[test]
        fn no_pin_touches_another_and_none_is_far_from_its_place(places in places()) {
            let view = sheet::overview(Some(Bbox::EUROPE));
            let pins = gather(&view, &places);
            for (n, pin) in pins.iter().enumerate() {
                let (x, y) = view.project(places[pin.places[0]].0);
                prop_assert!((pin.at.0 - x).abs().max((pin.at.1 - y).abs()) <= APART / 2.0 + 1e-6);
                for other in &pins[n + 1..] {
                    let between = (pin.at.0 - other.at.0).hypot(pin.at.1 - other.at.1);
                    prop_assert!(between > APART - 1e-6, "{between}");
                }
            }
        }

        #[test]
        fn the_rectangle_around_a_pin_s_places_holds_no_other_place(places in places()) {
            let view = sheet::overview(Some(Bbox::EUROPE));
            let pins = gather(&view, &places);
            for pin in &pins {
                let area = Bbox::around(pin.places.iter().map(|n| places[*n].0), 0.0);
                let Some(area) = area else { continue };
                let inside: Vec<usize> =
                    (0..places.len()).filter(|n| area.contains(places[*n].0)).collect();
                let mut own = pin.places.clone();
                own.sort_unstable();
                prop_assert_eq!(inside, own);
            }
        }
    }
}
