//! Writes rings and lines as the data of an SVG path, as short as it gets.
//!
//! Relative steps in half pixels: finer steps cannot be seen and whole pixels
//! make a coast look like stairs. Numbers lose their leading zero, and a blank
//! stands only where neither a minus nor a second dot sets them apart.

use std::fmt::Write;

type Point = (f64, f64);

/// Steps to the pixel.
const GRAIN: f64 = 2.0;

/// Path data in the making.
pub(super) struct Path {
    out: String,
    /// Where the pen is, in grains. Relative steps from here, never from the
    /// unrounded place, so that rounding does not add up.
    pen: (i64, i64),
}

impl Path {
    pub(super) const fn new() -> Self {
        Self { out: String::new(), pen: (0, 0) }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Adds a closed ring, unless rounding leaves no area of it.
    pub(super) fn ring(&mut self, points: &[Point]) {
        let mut grains = rounded(points);
        if grains.first() == grains.last() {
            grains.pop();
        }
        if grains.len() >= 3 {
            self.steps(&grains);
            self.out.push('z');
            // Closing takes the pen back to where the ring began.
            self.pen = grains.first().copied().unwrap_or(self.pen);
        }
    }

    /// Adds an open line, unless rounding leaves only a point of it.
    pub(super) fn line(&mut self, points: &[Point]) {
        let grains = rounded(points);
        if grains.len() >= 2 {
            self.steps(&grains);
        }
    }

    fn steps(&mut self, grains: &[(i64, i64)]) {
        for (index, &to) in grains.iter().enumerate() {
            let by = (to.0 - self.pen.0, to.1 - self.pen.1);
            self.pen = to;
            // After `m` come lines without being asked for.
            if index == 0 {
                self.out.push('m');
            }
            let first = number(by.0);
            let blank = index > 0 && !first.starts_with('-');
            if blank {
                self.out.push(' ');
            }
            self.out.push_str(&first);
            let second = number(by.1);
            if !second.starts_with('-') {
                self.out.push(' ');
            }
            self.out.push_str(&second);
        }
    }
}

/// Points on the grain, without those that fall on the one before.
fn rounded(points: &[Point]) -> Vec<(i64, i64)> {
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a drawing, clipped before")]
    let mut grains: Vec<_> = points
        .iter()
        .map(|&(x, y)| ((x * GRAIN).round() as i64, (y * GRAIN).round() as i64))
        .collect();
    grains.dedup();
    grains
}

/// So many half pixels, in pixels.
fn number(grains: i64) -> String {
    let mut text = String::new();
    if grains < 0 {
        text.push('-');
    }
    let whole = grains.unsigned_abs() / 2;
    let half = grains % 2 != 0;
    if whole > 0 || !half {
        let _ = write!(text, "{whole}");
    }
    if half {
        text.push_str(".5");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0, 1, -1, 2, -5].map(number), ["0", ".5", "-.5", "1", "-2.5"]);
    }

    #[test]
    fn a_ring_is_written_with_relative_steps() {
        let mut path = Path::new();
        path.ring(&[(1.0, 1.0), (3.0, 1.0), (3.0, 2.6), (1.0, 1.0)]);
        path.line(&[(0.0, 0.0), (0.1, 0.1)]);
        path.line(&[(2.0, 1.0), (1.0, 0.0)]);
        assert_eq!(path.finish(), "m1 1 2 0 0 1.5zm1 0-1-1");
    }
}
