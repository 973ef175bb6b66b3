//! Cuts rings and lines to a box.
//!
//! Rings by Sutherland and Hodgman: cut by one edge after the other. A ring that
//! leaves the box and comes back is left with edges that run along the box;
//! they lie in the margin, which is not visible.

use crate::map::Rect;

type Point = (f64, f64);

/// One side of a box.
#[derive(Clone, Copy)]
enum Edge {
    Left(f64),
    Right(f64),
    Top(f64),
    Bottom(f64),
}

impl Edge {
    fn keeps(self, (x, y): Point) -> bool {
        match self {
            Self::Left(edge) => x >= edge,
            Self::Right(edge) => x <= edge,
            Self::Top(edge) => y >= edge,
            Self::Bottom(edge) => y <= edge,
        }
    }

    /// Where the way between two points on different sides crosses the edge.
    fn crossing(self, (ax, ay): Point, (bx, by): Point) -> Point {
        match self {
            Self::Left(edge) | Self::Right(edge) => {
                (edge, ay + (by - ay) * ((edge - ax) / (bx - ax)).clamp(0.0, 1.0))
            }
            Self::Top(edge) | Self::Bottom(edge) => {
                (ax + (bx - ax) * ((edge - ay) / (by - ay)).clamp(0.0, 1.0), edge)
            }
        }
    }
}

const fn edges(canvas: &Rect) -> [Edge; 4] {
    [
        Edge::Left(canvas.left),
        Edge::Right(canvas.right),
        Edge::Top(canvas.top),
        Edge::Bottom(canvas.bottom),
    ]
}

/// The part of a ring that lies within the box; empty where there is none.
#[must_use]
pub fn ring(points: &[Point], canvas: &Rect) -> Vec<Point> {
    let mut kept = points.to_vec();
    for edge in edges(canvas) {
        let Some(&last) = kept.last() else { break };
        let mut next = Vec::with_capacity(kept.len() + 4);
        let mut from = last;
        for &to in &kept {
            if edge.keeps(from) != edge.keeps(to) {
                next.push(edge.crossing(from, to));
            }
            if edge.keeps(to) {
                next.push(to);
            }
            from = to;
        }
        kept = next;
    }
    kept
}

/// The parts of a line that lie within the box.
#[must_use]
pub fn line(points: &[Point], canvas: &Rect) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        let Some((from, to)) = segment(from, to, canvas) else { continue };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
    }
    parts
}

/// The part of a straight way that lies within the box.
fn segment(mut from: Point, mut to: Point, canvas: &Rect) -> Option<(Point, Point)> {
    for edge in edges(canvas) {
        match (edge.keeps(from), edge.keeps(to)) {
            (true, true) => {}
            (true, false) => to = edge.crossing(from, to),
            (false, true) => from = edge.crossing(from, to),
            (false, false) => return None,
        }
    }
    Some((from, to))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CANVAS: Rect = Rect::new(0.0, 0.0, 10.0, 10.0);

    fn holds(point: &Point) -> bool {
        CANVAS.grown(1e-9).holds(point.0, point.1)
    }

    #[test]
    fn a_ring_around_the_box_becomes_the_box() {
        let cut = ring(&[(-5.0, -5.0), (15.0, -5.0), (15.0, 15.0), (-5.0, 15.0)], &CANVAS);
        assert!((crate::map::basemap::thin::area(&cut).abs() - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let cut = line(&[(1.0, 1.0), (1.0, 20.0), (5.0, 20.0), (5.0, 1.0)], &CANVAS);
        assert_eq!(cut, [vec![(1.0, 1.0), (1.0, 10.0)], vec![(5.0, 10.0), (5.0, 1.0)]]);
    }

    proptest! {
        #[test]
        fn nothing_leaves_the_box(points in proptest::collection::vec((-30.0..40.0, -30.0..40.0), 0..40)) {
            prop_assert!(ring(&points, &CANVAS).iter().all(holds));
            prop_assert!(line(&points, &CANVAS).iter().flatten().all(holds));
        }

        #[test]
        fn what_lies_inside_stays_as_it_is(points in proptest::collection::vec((0.0..10.0, 0.0..10.0), 2..40)) {
            prop_assert_eq!(&ring(&points, &CANVAS), &points);
            prop_assert_eq!(line(&points, &CANVAS), [points]);
        }
    }
}
