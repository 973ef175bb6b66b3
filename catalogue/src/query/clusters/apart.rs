//! Markers that still touch step back from each other.
//!
//! Each has a rectangle of its own. In the inner part of it a marker touches none
//! that is in the inner part of another's, so that is where those go that touch.
//! A marker that touches no other stays exactly where its place is.

use crate::map::Rect;

/// How far apart the middles of two markers are at least, in pixels.
pub(super) const APART: f64 = 24.0;

/// Where a marker is, and the rectangle of its cells, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placement {
    pub(super) at: (f64, f64),
    pub(super) within: Rect,
}

/// Moves markers until none touches another. A marker moves once at most, so this ends.
pub(super) fn step_back(markers: &mut [Placement]) {
    let mut order: Vec<usize> = (0..markers.len()).collect();
    loop {
        order.sort_by(|a, b| markers[*a].at.0.total_cmp(&markers[*b].at.0));
        let mut crowded = Vec::new();
        for (n, one) in order.iter().enumerate() {
            let beside = order[n + 1..]
                .iter()
                .take_while(|o| markers[**o].at.0 < markers[*one].at.0 + APART);
            for other in beside.filter(|other| touch(&markers[*one], &markers[**other])) {
                crowded.extend([*one, *other]);
            }
        }
        crowded.retain(|n| !inside(&markers[*n]).holds(markers[*n].at.0, markers[*n].at.1));
        if crowded.is_empty() {
            return;
        }
        for n in crowded {
            let inside = inside(&markers[n]);
            let (x, y) = &mut markers[n].at;
            *x = x.clamp(inside.left, inside.right);
            *y = y.clamp(inside.top, inside.bottom);
        }
    }
}

fn inside(marker: &Placement) -> Rect {
    marker.within.grown(-APART / 2.0)
}

fn touch(one: &Placement, other: &Placement) -> bool {
    let (x, y) = (one.at.0 - other.at.0, one.at.1 - other.at.1);
    x * x + y * y < APART * APART
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markers(at: &[(f64, f64)]) -> Vec<Placement> {
        let of = |n: usize| f64::from(u32::try_from(n).unwrap()) * 50.0;
        let within = |n| Rect::new(of(n), 0.0, of(n + 1), 50.0);
        at.iter().enumerate().map(|(n, at)| Placement { at: *at, within: within(n) }).collect()
    }

    #[test]
    fn a_marker_that_overlaps_no_other_keeps_its_position() {
        let free = markers(&[(1.0, 1.0), (99.0, 49.0), (149.0, 1.0)]);
        let mut after = free.clone();
        step_back(&mut after);
        assert_eq!(after, free);
    }

    #[test]
    fn markers_that_overlap_step_back_and_so_do_those_they_then_overlap() {
        // The first two touch; where the second goes it touches the third.
        let edges = [0.0, 50.0, 78.0, 128.0];
        let mut after: Vec<_> = [49.0, 51.0, 80.0]
            .into_iter()
            .zip(edges.windows(2))
            .map(|(x, e)| Placement { at: (x, 25.0), within: Rect::new(e[0], 0.0, e[1], 50.0) })
            .collect();
        step_back(&mut after);
        assert_eq!(after.iter().map(|marker| marker.at.0).collect::<Vec<_>>(), [38.0, 62.0, 90.0]);
    }
}
