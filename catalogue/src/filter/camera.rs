//! What the map looks at, as addresses write it: `at=zoom/latitude/longitude`, the order
//! in which OpenStreetMap and most maps of the web have it.

use std::{fmt, str::FromStr};

use super::degrees::{UNITS, read, write};
use crate::map::{Camera, Fixed};

/// The text does not say what a map looks at.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("write zoom/latitude/longitude, such as 8.5/53.2194/6.5665, with a zoom from 0 to 22")]
pub struct CameraError;

/// A zoom has two decimals: less than what is seen by eye.
const STEP: i32 = UNITS / 100;

impl FromStr for Camera {
    type Err = CameraError;

    fn from_str(text: &str) -> Result<Self, CameraError> {
        let mut parts = text.split('/');
        let mut next = || parts.next().and_then(read).ok_or(CameraError);
        let (zoom, lat, lon) = (next()?, next()?, next()?);
        if parts.next().is_some() {
            return Err(CameraError);
        }
        let zoom = (zoom + STEP / 2) / STEP;
        Self::checked(zoom, Fixed { lon, lat }).ok_or(CameraError)
    }
}

impl fmt::Display for Camera {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fixed { lon, lat } = self.center();
        write(f, i32::from(self.hundredths()) * STEP)?;
        f.write_str("/")?;
        write(f, lat)?;
        f.write_str("/")?;
        write(f, lon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_to_the_hundredth_of_a_zoom_and_written_without_zeros() {
        for (text, written) in [
            ("8.5/53.2194/6.5665", "8.5/53.2194/6.5665"),
            ("8.504999/53.21940/-6.566501", "8.5/53.2194/-6.5665"),
            ("0/0/0", "0/0/0"),
            ("22/-85/180", "22/-85/180"),
        ] {
            assert_eq!(text.parse::<Camera>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_no_map_can_look_at_is_an_error() {
        for text in [
            "",
            "8",
            "8/53",
            "8/53/6/1",
            "8,53,6",
            "-1/53/6",
            "22.01/53/6",
            "8/85.1/6",
            "8/53/180.1",
            "1e3/53/6",
            "NaN/53/6",
            "8/ 53/6",
            "99999999999/53/6",
        ] {
            assert_eq!(text.parse::<Camera>(), Err(CameraError), "{text}");
        }
    }
}
