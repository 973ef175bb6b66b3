//! What a map looks at: a place in the middle and a zoom, whatever the map's size.

use std::f64::consts::LN_2;

use serde::{Deserialize, Serialize};

use super::{Canvas, Fixed, LonLat, Viewport, viewport::TILE};

/// What a map looks at, to the hundredth of a zoom and to about a metre, so that what an
/// address says is what the map shows.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Camera {
    /// The zoom in hundredths.
    zoom: u16,
    center: Fixed,
}

/// The closest zoom, in hundredths.
const CLOSEST: u16 = 2200;

/// Web Mercator ends at 85.05 degrees, in hundred-thousandths.
const MOST_LAT: i32 = 8_505_000;

/// Once around, in the same.
const MOST_LON: i32 = 18_000_000;

impl Camera {
    /// A zoom in hundredths and a place, if a map can look there: a zoom from 0 to 22, a
    /// latitude within 85.05 degrees.
    pub(crate) fn checked(hundredths: i32, center: Fixed) -> Option<Self> {
        let zoom = u16::try_from(hundredths).ok().filter(|zoom| *zoom <= CLOSEST)?;
        let on_map = center.lat.abs() <= MOST_LAT && center.lon.abs() <= MOST_LON;
        on_map.then_some(Self { zoom, center })
    }

    /// What a viewport shows, if that can stand in an address.
    #[must_use]
    pub fn of(view: &Viewport) -> Option<Self> {
        // Not `log2`, which weighs more in the browser than the logarithm that is there.
        let zoom = (view.scale / TILE).ln() / LN_2;
        #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
        let hundredths = (zoom * 100.0).round() as i32;
        Self::checked(hundredths, view.center.to_lonlat().into())
    }

    /// What a drawing of this size shows then.
    #[must_use]
    pub fn viewport(self, canvas: Canvas) -> Viewport {
        let Canvas { width, height, .. } = canvas;
        let scale = TILE * (f64::from(self.zoom) / 100.0 * LN_2).exp();
        Viewport { center: LonLat::from(self.center).to_world(), scale, width, height }
    }

    pub(crate) fn hundredths(self) -> u16 {
        self.zoom
    }

    pub(crate) fn center(self) -> Fixed {
        self.center
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CANVAS: Canvas = Canvas::new(400.0, 380.0);

    proptest! {
        #[test]
        fn a_view_survives_its_address_to_two_pixels(
            zoom in 300..1400,
            lon in -32.0..46.0,
            lat in 27.0..74.0,
        ) {
            let seen = Viewport {
                scale: TILE * (f64::from(zoom) / 100.0 + 0.004).exp2(),
                center: LonLat::new(lon, lat).to_world(),
                width: 400.0,
                height: 380.0,
            };
            let camera = Camera::of(&seen).unwrap();
            let again = camera.to_string().parse::<Camera>().unwrap();
            prop_assert_eq!(again, camera);
            let view = again.viewport(CANVAS);
            let (x, y) = seen.place(view.center);
            prop_assert!((x - 200.0).hypot(y - 190.0) < 2.0, "{} {}", x, y);
            prop_assert!((view.scale / seen.scale - 1.0).abs() < 0.01);
        }
    }

    #[test]
    fn a_view_that_no_address_can_say_has_none() {
        let view = CANVAS_VIEW;
        assert!(Camera::of(&view).is_some());
        assert_eq!(Camera::of(&Viewport { scale: f64::NAN, ..view }).map(|it| it.zoom), Some(0));
        assert_eq!(Camera::of(&Viewport { scale: 1.0, ..view }), None);
        assert_eq!(Camera::of(&Viewport { scale: f64::INFINITY, ..view }), None);
    }

    const CANVAS_VIEW: Viewport = Viewport {
        center: super::super::World { x: 0.5, y: 0.3 },
        scale: 10_000.0,
        width: 400.0,
        height: 380.0,
    };
}
