//! Leaves out the points of a line that cannot be seen.
//!
//! Douglas and Peucker's way: keep the two ends, then the point between them
//! that strays farthest, and so on in both halves, as long as one strays more
//! than is allowed. It keeps capes and inlets where dropping every point nearer
//! than a pixel would shave them off. Done with an own stack, because a coast of
//! a hundred thousand points would be too deep for the call stack.

type Point = (f64, f64);

/// A line with only the points that keep it within `stray` of what it was.
#[must_use]
pub fn line(points: &[Point], stray: f64) -> Vec<Point> {
    if points.len() < 3 {
        return points.to_vec();
    }
    let mut keep = vec![false; points.len()];
    let mut todo = vec![(0, points.len() - 1)];
    while let Some((first, last)) = todo.pop() {
        for end in [first, last] {
            if let Some(kept) = keep.get_mut(end) {
                *kept = true;
            }
        }
        if let Some((middle, far)) = farthest(points, first, last)
            && far > stray * stray
        {
            todo.push((first, middle));
            todo.push((middle, last));
        }
    }
    points.iter().zip(keep).filter_map(|(&point, kept)| kept.then_some(point)).collect()
}

/// The same for a ring: it is opened at its first point and at the point that is
/// farthest from it, so that neither half has both ends in one place.
#[must_use]
pub fn ring(points: &[Point], stray: f64) -> Vec<Point> {
    let Some((&first, rest)) = points.split_first() else { return Vec::new() };
    let far = rest
        .iter()
        .enumerate()
        .max_by(|(_, a), (_, b)| squared(first, **a).total_cmp(&squared(first, **b)))
        .map_or(0, |(index, _)| index + 1);
    let (Some(out), Some(back)) = (points.get(..=far), points.get(far..)) else {
        return points.to_vec();
    };
    let mut kept = line(out, stray);
    let back: Vec<_> = back.iter().copied().chain([first]).collect();
    let back = line(&back, stray);
    kept.extend(back.get(1..back.len().saturating_sub(1)).unwrap_or_default());
    kept
}

/// Twice-signed area by the shoelace formula, halved: positive where the ring
/// runs clockwise on a screen.
#[must_use]
pub fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0
}

/// The point strictly between two others that strays farthest from the way
/// between them, with the square of how far.
fn farthest(points: &[Point], first: usize, last: usize) -> Option<(usize, f64)> {
    let (&from, &to) = (points.get(first)?, points.get(last)?);
    points
        .get(first + 1..last)?
        .iter()
        .enumerate()
        .map(|(index, &point)| (first + 1 + index, strays(point, from, to)))
        .max_by(|a, b| a.1.total_cmp(&b.1))
}

/// The square of the distance from a point to the way between two others.
fn strays(point: Point, from: Point, to: Point) -> f64 {
    let length = squared(from, to);
    if length <= 0.0 {
        return squared(point, from);
    }
    let along = (point.0 - from.0) * (to.0 - from.0) + (point.1 - from.1) * (to.1 - from.1);
    let share = (along / length).clamp(0.0, 1.0);
    squared(point, (from.0 + share * (to.0 - from.0), from.1 + share * (to.1 - from.1)))
}

fn squared(a: Point, b: Point) -> f64 {
    (a.0 - b.0).powi(2) + (a.1 - b.1).powi(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_straight_line_keeps_its_ends() {
        let straight: Vec<_> = (0..50).map(|x| (f64::from(x), 0.0)).collect();
        assert_eq!(line(&straight, 0.1), [(0.0, 0.0), (49.0, 0.0)]);
    }

    #[test]
    fn a_square_keeps_its_corners() {
        let square = [(0.0, 0.0), (5.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        assert_eq!(ring(&square, 0.5).len(), 4);
        assert!((area(&ring(&square, 0.5)) - 100.0).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn every_point_stays_near_the_thinned_line(
            points in proptest::collection::vec((0.0..100.0, 0.0..100.0), 2..60), stray in 0.1..20.0,
        ) {
            let thinned = line(&points, stray);
            for point in &points {
                let near = thinned.windows(2).map(|w| strays(*point, w[0], w[1])).fold(f64::MAX, f64::min);
                prop_assert!(near.sqrt() <= stray + 1e-9);
            }
        }

        #[test]
        fn thinning_a_ring_only_leaves_out(points in proptest::collection::vec((0.0..9.0, 0.0..9.0), 0..40)) {
            let thinned = ring(&points, 1.0);
            prop_assert!(thinned.len() <= points.len());
            prop_assert!(thinned.iter().all(|point| points.contains(point)));
        }
    }
}
