//! Pins that still touch step back from each other.
//!
//! Each has a rectangle of its own. In the inner part of it a pin touches none
//! that is in the inner part of another's, so that is where those go that touch.
//! A pin that touches no other stays exactly where its place is.

use crate::map::Rect;

/// How far apart the middles of two pins are at least, in pixels.
pub(super) const APART: f64 = 24.0;

/// A pin, and the rectangle that it stands for, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pin {
    pub(super) at: (f64, f64),
    pub(super) within: Rect,
}

/// Moves pins until none touches another. A pin moves once at most, so this ends.
pub(super) fn step_back(pins: &mut [Pin]) {
    let mut order: Vec<usize> = (0..pins.len()).collect();
    loop {
        order.sort_by(|a, b| pins[*a].at.0.total_cmp(&pins[*b].at.0));
        let mut crowded = Vec::new();
        for (n, one) in order.iter().enumerate() {
            let beside =
                order[n + 1..].iter().take_while(|o| pins[**o].at.0 < pins[*one].at.0 + APART);
            for other in beside.filter(|other| touch(&pins[*one], &pins[**other])) {
                crowded.extend([*one, *other]);
            }
        }
        crowded.retain(|n| !inside(&pins[*n]).holds(pins[*n].at.0, pins[*n].at.1));
        if crowded.is_empty() {
            return;
        }
        for n in crowded {
            let inside = inside(&pins[n]);
            let (x, y) = &mut pins[n].at;
            *x = x.clamp(inside.left, inside.right);
            *y = y.clamp(inside.top, inside.bottom);
        }
    }
}

fn inside(pin: &Pin) -> Rect {
    pin.within.grown(-APART / 2.0)
}

fn touch(one: &Pin, other: &Pin) -> bool {
    let (x, y) = (one.at.0 - other.at.0, one.at.1 - other.at.1);
    x * x + y * y < APART * APART
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pins(at: &[(f64, f64)]) -> Vec<Pin> {
        let of = |n: usize| f64::from(u32::try_from(n).unwrap()) * 50.0;
        let within = |n| Rect::new(of(n), 0.0, of(n + 1), 50.0);
        at.iter().enumerate().map(|(n, at)| Pin { at: *at, within: within(n) }).collect()
    }

    #[test]
    fn who_touches_nobody_stays() {
        let free = pins(&[(1.0, 1.0), (99.0, 49.0), (149.0, 1.0)]);
        let mut after = free.clone();
        step_back(&mut after);
        assert_eq!(after, free);
    }

    #[test]
    fn who_touches_steps_back_and_who_is_touched_by_that_as_well() {
        // The first two touch; where the second goes it touches the third.
        let edges = [0.0, 50.0, 78.0, 128.0];
        let mut after: Vec<_> = [49.0, 51.0, 80.0]
            .into_iter()
            .zip(edges.windows(2))
            .map(|(x, e)| Pin { at: (x, 25.0), within: Rect::new(e[0], 0.0, e[1], 50.0) })
            .collect();
        step_back(&mut after);
        assert_eq!(after.iter().map(|pin| pin.at.0).collect::<Vec<_>>(), [38.0, 62.0, 90.0]);
    }
}
