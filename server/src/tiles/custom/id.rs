//! Which tile is asked for.

/// One tile of one scheme. It exists in the pyramid: column and row are below
/// two to the power of the zoom.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) struct Id {
    pub(super) scheme: Scheme,
    pub(super) z: u8,
    pub(super) x: u32,
    pub(super) y: u32,
}

/// For which of the browser's colour schemes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

/// Beyond this no map of the world has tiles, and two to its power fits.
const DEEPEST: u8 = 30;

impl Id {
    /// The tile of an address, or one line about what is wrong with it.
    pub(super) fn of(scheme: &str, z: &str, x: &str, y: &str) -> Result<Self, &'static str> {
        let scheme = match scheme {
            "light" => Scheme::Light,
            "dark" => Scheme::Dark,
            _ => return Err("the scheme is light or dark\n"),
        };
        let z = number(z).and_then(|z| u8::try_from(z).ok()).filter(|z| *z <= DEEPEST);
        let z = z.ok_or("the zoom is a number from 0 to 30\n")?;
        let inside = |text| number(text).filter(|it| *it < 1_u32 << z);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => Ok(Self { scheme, z, x, y }),
            _ => Err("column and row are numbers below two to the power of the zoom\n"),
        }
    }
}

/// A number as we would write it, so that a tile has one address.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_one_of_the_pyramid() {
        assert!(Id::of("light", "0", "0", "0").is_ok());
        assert!(Id::of("dark", "30", "1073741823", "0").is_ok());
        for (scheme, z, x, y) in [
            ("sepia", "0", "0", "0"),
            ("light", "0", "1", "0"),
            ("light", "2", "0", "4"),
            ("light", "31", "0", "0"),
            ("light", "256", "0", "0"),
            ("light", "-1", "0", "0"),
            ("light", "1", "+1", "0"),
            ("light", "1", "01", "0"),
            ("light", "1", "0", "1.png"),
            ("light", "1", "0", ""),
            ("light", "z", "x", "y"),
            ("light", "9", "99999999999999999999", "0"),
        ] {
            assert!(Id::of(scheme, z, x, y).is_err(), "{scheme}/{z}/{x}/{y}");
        }
    }
}
