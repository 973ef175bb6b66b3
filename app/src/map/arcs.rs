//! Lines between places: a partnership from its lead, and the network.

use catalogue::map::{LonLat, Viewport, views::tenths};
use leptos::prelude::*;

/// How much a line bends aside, as a share of its length: so lines in the same
/// direction stay apart.
const BEND: f64 = 0.12;

/// How much more each further line to the same place bends.
const FAN: f64 = 0.09;

/// One arc for every place in `to`, from `from`; several to one place fan out.
pub fn partnership(view: &Viewport, from: LonLat, to: &[LonLat]) -> Vec<impl IntoView + use<>> {
    let mut arcs = Vec::new();
    for (position, place) in to.iter().enumerate().filter(|(_, place)| **place != from) {
        let earlier = to.iter().take(position).filter(|other| *other == place).count();
        let way = arc(view, from, *place, fanned(earlier));
        arcs.push(view! { <path class="line" d=way></path> });
    }
    arcs
}

/// How much the arc after `earlier` others to the same place bends: to either
/// side in turn.
fn fanned(earlier: usize) -> f64 {
    let step = u8::try_from(earlier.div_ceil(2)).map_or(f64::from(u8::MAX), f64::from) * FAN;
    if earlier.is_multiple_of(2) { BEND + step } else { BEND - step }
}

/// The way of a line that bends aside.
pub fn arc(view: &Viewport, from: LonLat, to: LonLat, bend: f64) -> String {
    let ((x1, y1), (x2, y2)) = (view.project(from), view.project(to));
    let (cx, cy) = ((x1 + x2) / 2.0 + (y2 - y1) * bend, (y1 + y2) / 2.0 - (x2 - x1) * bend);
    let [x1, y1, cx, cy, x2, y2] = [x1, y1, cx, cy, x2, y2].map(tenths);
    format!("M{x1} {y1}Q{cx} {cy} {x2} {y2}")
}

#[cfg(test)]
mod tests {
    use catalogue::map::{Bbox, Canvas};

    use super::*;

    #[test]
    fn partners_in_one_town_have_an_arc_each_and_the_lead_s_own_town_none() {
        let view = Viewport::showing(Bbox::EUROPE, Canvas::new(400.0, 380.0));
        let (lead, one, other) =
            (LonLat::new(6.5, 53.2), LonLat::new(10.0, 53.5), LonLat::new(4.0, 51.0));
        let arcs = partnership(&view, lead, &[lead, one, one, other, one, lead]);
        let mut drawn: Vec<String> = arcs.into_iter().map(|arc| arc.to_html()).collect();
        assert_eq!(drawn.len(), 4);
        drawn.sort();
        drawn.dedup();
        assert_eq!(drawn.len(), 4, "no two lie over each other");
    }
}
