//! What part of the world a drawing shows, and where a place falls in it.

use std::{f64::consts::LN_2, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Bbox, LonLat, World};

/// Pixels of the world's width at zoom 0, as in every web map.
pub(super) const TILE: f64 = 256.0;

/// The size of a drawing and how points are fitted into it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Canvas {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// Pixels kept free on every side, so that markers are not cut.
    pub padding: f64,
    /// The closest zoom: a single point is shown with its surroundings.
    pub max_zoom: f64,
}

/// A centre, a scale and a size: what a drawing shows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Viewport {
    /// The place in the middle of the drawing.
    pub center: World,
    /// How many pixels wide the whole world would be at this scale.
    pub scale: f64,
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
}

impl Canvas {
    /// A drawing of this size, with padding for markers and a zoom that shows a
    /// single town with its region.
    #[must_use]
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height, padding: 24.0, max_zoom: 9.5 }
    }

    /// The same drawing with other padding.
    #[must_use]
    pub const fn padded(self, padding: f64) -> Self {
        Self { padding, ..self }
    }
}

/// How many steps the world has to each side in an address: a step is a
/// centimetre.
const STEPS: f64 = 4_294_967_296.0;

/// As it stands in an address: the middle in 2^32 steps east and south, the world's
/// width in pixels, and the size in pixels; all whole.
impl fmt::Display for Viewport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a conversion of floats saturates"
        )]
        let [x, y, scale, width, height] =
            [self.center.x * STEPS, self.center.y * STEPS, self.scale, self.width, self.height]
                .map(|number| number.round() as u32);
        write!(f, "{x},{y},{scale},{width},{height}")
    }
}

/// Why a text is no viewport.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error(
    "not a part of the map that a screen can show: write the middle in 2^32 steps east \
     and south, the world's width in pixels (2^8 to 2^30), and width and height in \
     pixels (1 to 4096), with commas between"
)]
pub struct ViewportError;

impl FromStr for Viewport {
    type Err = ViewportError;

    fn from_str(text: &str) -> Result<Self, ViewportError> {
        let numbers: Result<Vec<u32>, _> = text.split(',').map(str::parse).collect();
        let Ok([x, y, scale, width, height]) =
            <[u32; 5]>::try_from(numbers.map_err(|_| ViewportError)?)
        else {
            return Err(ViewportError);
        };
        let center = World { x: f64::from(x) / STEPS, y: f64::from(y) / STEPS };
        Self::checked(center, scale.into(), width.into(), height.into()).ok_or(ViewportError)
    }
}

impl Viewport {
    /// A viewport from outside, if it is one that a screen can have: 1 to 4,096
    /// pixels to each side, the world 2^8 to 2^30 pixels wide, and the centre in it.
    #[must_use]
    pub fn checked(center: World, scale: f64, width: f64, height: f64) -> Option<Self> {
        let side = 1.0..=4096.0;
        let scales = 256.0..=(1_u32 << 30).into();
        let world = 0.0..=1.0;
        let sane = side.contains(&width)
            && side.contains(&height)
            && scales.contains(&scale)
            && world.contains(&center.x)
            && world.contains(&center.y);
        sane.then_some(Self { center, scale, width, height })
    }

    /// The closest viewport that shows all these places, or `otherwise` where
    /// there is none. Places that are not on earth do not count.
    #[must_use]
    pub fn fit(points: &[LonLat], canvas: Canvas, otherwise: Bbox) -> Self {
        let mut places = points.iter().filter(|p| p.is_on_earth()).map(|p| p.to_world());
        let Some(first) = places.next() else {
            return Self::showing(otherwise, canvas);
        };
        let (mut least, mut most) = (first, first);
        for place in places {
            least = World { x: least.x.min(place.x), y: least.y.min(place.y) };
            most = World { x: most.x.max(place.x), y: most.y.max(place.y) };
        }
        Self::between(least, most, canvas)
    }

    /// The closest viewport that shows the whole extent.
    #[must_use]
    pub fn showing(extent: Bbox, canvas: Canvas) -> Self {
        let [south_west, north_east] = extent.corners().map(LonLat::to_world);
        Self::between(
            World { x: south_west.x, y: north_east.y },
            World { x: north_east.x, y: south_west.y },
            canvas,
        )
    }

    fn between(least: World, most: World, canvas: Canvas) -> Self {
        let width = canvas.width.max(1.0);
        let height = canvas.height.max(1.0);
        // Padding that would leave nothing to draw in is taken back to a quarter.
        let padding = canvas.padding.clamp(0.0, width.min(height) / 4.0);
        // Not `exp2`, which brings a table of four kilobytes to the browser.
        let closest = TILE * (canvas.max_zoom.clamp(0.0, 22.0) * LN_2).exp();
        let across = (width - 2.0 * padding) / (most.x - least.x).abs();
        let down = (height - 2.0 * padding) / (most.y - least.y).abs();
        // A span of nothing divides to infinity, which the closest zoom limits.
        let scale = across.min(down).min(closest);
        Self {
            center: World { x: (least.x + most.x) / 2.0, y: (least.y + most.y) / 2.0 },
            scale,
            width,
            height,
        }
    }

    /// Where a place falls in the drawing, in pixels from its upper left corner.
    #[must_use]
    pub fn project(&self, place: LonLat) -> (f64, f64) {
        self.place(place.to_world())
    }

    /// The same for a place that is already projected.
    #[must_use]
    pub fn place(&self, world: World) -> (f64, f64) {
        (
            (world.x - self.center.x) * self.scale + self.width / 2.0,
            (world.y - self.center.y) * self.scale + self.height / 2.0,
        )
    }

    /// The place that is drawn at these pixels.
    #[must_use]
    pub fn unproject(&self, x: f64, y: f64) -> LonLat {
        self.world_at(x, y).to_lonlat()
    }

    /// The same, still projected.
    #[must_use]
    pub fn world_at(&self, x: f64, y: f64) -> World {
        World {
            x: (x - self.width / 2.0) / self.scale + self.center.x,
            y: (y - self.height / 2.0) / self.scale + self.center.y,
        }
    }

    /// Whether the place falls inside the drawing.
    #[must_use]
    pub fn contains(&self, place: LonLat) -> bool {
        let (x, y) = self.project(place);
        (0.0..=self.width).contains(&x) && (0.0..=self.height).contains(&y)
    }

    /// The extent that is shown, in degrees.
    #[must_use]
    pub fn bbox(&self) -> Bbox {
        let north_west = self.unproject(0.0, 0.0);
        let south_east = self.unproject(self.width, self.height);
        Bbox::new(north_west.lon, south_east.lat, south_east.lon, north_west.lat)
    }

    /// The zoom in the usual count, where each step doubles the scale.
    #[must_use]
    pub fn zoom(&self) -> f64 {
        (self.scale / TILE).log2()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CANVAS: Canvas = Canvas::new(640.0, 480.0);

    #[test]
    fn nothing_to_show_shows_the_given_extent() {
        let view = Viewport::fit(&[], CANVAS, Bbox::NORTHERN_NETHERLANDS);
        assert!(view.contains(LonLat::new(6.5665, 53.2194)));
        let nowhere = [LonLat::new(f64::NAN, 3.0), LonLat::new(999.0, 3.0)];
        assert_eq!(view, Viewport::fit(&nowhere, CANVAS, Bbox::NORTHERN_NETHERLANDS));
    }

    #[test]
    fn a_single_place_is_shown_with_its_surroundings() {
        let assen = LonLat::new(6.5642, 52.9967);
        let view = Viewport::fit(&[assen, assen], CANVAS, Bbox::EUROPE);
        assert!((view.zoom() - CANVAS.max_zoom).abs() < 1e-9);
        let (x, y) = view.project(assen);
        assert!((x - 320.0).abs() < 1e-6 && (y - 240.0).abs() < 1e-6);
    }

    #[test]
    fn only_what_a_screen_can_show_is_a_viewport() {
        let middle = World { x: 0.5, y: 0.5 };
        assert!(Viewport::checked(middle, 256.0, 1.0, 4096.0).is_some());
        let off = World { x: 1.5, y: 0.5 };
        for (center, scale, width, height) in [
            (off, 1e4, 400.0, 380.0),
            (World { x: f64::NAN, y: 0.5 }, 1e4, 400.0, 380.0),
            (middle, f64::INFINITY, 400.0, 380.0),
            (middle, f64::NAN, 400.0, 380.0),
            (middle, 255.0, 400.0, 380.0),
            (middle, 1e4, 0.0, 380.0),
            (middle, 1e4, 400.0, 4097.0),
        ] {
            assert_eq!(Viewport::checked(center, scale, width, height), None);
        }
    }

    #[test]
    fn what_stands_in_an_address_is_read_again_to_the_pixel() {
        let view = Viewport::showing(Bbox::NORTHERN_NETHERLANDS, CANVAS);
        let text = view.to_string();
        let again: Viewport = text.parse().unwrap();
        assert_eq!(again.to_string(), text);
        let (x, y) = again.project(LonLat::new(7.4, 52.3));
        let (x0, y0) = view.project(LonLat::new(7.4, 52.3));
        assert!((x - x0).hypot(y - y0) < 1.0);
        for text in [
            "",
            "1,2,3,4",
            "1,2,3000,400,380,1",
            "1,2,3000,-400,380",
            "1,2,x,4,5",
            "1,2,3000,5000,380",
        ] {
            assert_eq!(text.parse::<Viewport>(), Err(ViewportError), "{text}");
        }
    }

    proptest! {
        #[test]
        fn fitting_shows_every_place(
            places in proptest::collection::vec((-179.0..179.0, -84.0..84.0), 1..20),
            width in 1.0..2000.0, height in 1.0..2000.0, padding in -5.0..900.0,
        ) {
            let places: Vec<_> = places.iter().map(|&(x, y)| LonLat::new(x, y)).collect();
            let view = Viewport::fit(&places, Canvas::new(width, height).padded(padding), Bbox::EUROPE);
            prop_assert!(view.scale.is_finite() && view.scale > 0.0);
            for place in places {
                let (x, y) = view.project(place);
                prop_assert!(x >= -1e-6 && x <= view.width + 1e-6, "{x} of {}", view.width);
                prop_assert!(y >= -1e-6 && y <= view.height + 1e-6, "{y} of {}", view.height);
            }
        }

        #[test]
        fn pixels_and_places_agree(x in 0.0..640.0, y in 0.0..480.0) {
            let view = Viewport::showing(Bbox::NORTH_WEST_EUROPE, CANVAS);
            let (again_x, again_y) = view.project(view.unproject(x, y));
            prop_assert!((x - again_x).abs() < 1e-6 && (y - again_y).abs() < 1e-6);
            prop_assert!(view.bbox().contains(view.unproject(x, y)));
        }
    }
}
