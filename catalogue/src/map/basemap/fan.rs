//! The sides of a dot on which its name can stand, and which to try first.
//!
//! To the right is best, as in every atlas. Where several towns that must be
//! named lie together, their names fan out from the middle of the crowd instead.

type Point = (f64, f64);

/// Where a name stands: left (-1) or right (1) of its dot, and above or below.
pub(super) type Side = (i8, i8);

/// The sides of a dot, the best first.
pub(super) const SIDES: [Side; 8] =
    [(1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)];

/// Towns that must be named are crowded when they are nearer than this.
const CROWD: f64 = 40.0;

/// The sides of a dot in the order in which to try them: away from the middle of
/// the other dots where some are near, so that crowded names fan out.
pub(super) fn outward(dot: Point, dots: &[Point]) -> [Side; 8] {
    let mut sides = SIDES;
    if let Some(away) = away(dot, dots) {
        let gain = |side: &Side| {
            let (x, y) = (f64::from(side.0), f64::from(side.1));
            (away.0 * x + away.1 * y) / x.hypot(y)
        };
        sides.sort_by(|a, b| gain(b).total_cmp(&gain(a)));
    }
    sides
}

/// The way that leads a dot out of the crowd around it, if there is one.
pub(super) fn away(dot: Point, dots: &[Point]) -> Option<Point> {
    dots.iter()
        .filter(|&&other| other != dot && distance(other, dot) < CROWD)
        .map(|other| (dot.0 - other.0, dot.1 - other.1))
        .reduce(|a, b| (a.0 + b.0, a.1 + b.1))
}

/// How far two points are apart.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_alone_stands_to_the_right() {
        assert_eq!(outward((5.0, 5.0), &[(5.0, 5.0), (500.0, 5.0)])[0], (1, 0));
    }

    #[test]
    fn names_of_neighbours_turn_away_from_each_other() {
        let dots = [(5.0, 5.0), (15.0, 5.0)];
        assert_eq!(dots.map(|dot| outward(dot, &dots)[0]), [(-1, 0), (1, 0)]);
    }
}
