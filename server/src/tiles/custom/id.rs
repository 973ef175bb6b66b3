//! Which tile is asked for.

use pmtiles::TileCoord;

use crate::tiles::address;

/// One tile of one scheme.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) struct Id {
    pub(super) scheme: Scheme,
    pub(super) tile: TileCoord,
}

/// For which of the browser's colour schemes.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

impl Id {
    /// The tile of an address, or one line about what is wrong with it.
    pub(super) fn of(scheme: &str, z: &str, x: &str, y: &str) -> Result<Self, &'static str> {
        let scheme = match scheme {
            "light" => Scheme::Light,
            "dark" => Scheme::Dark,
            _ => return Err("the scheme is light or dark\n"),
        };
        let tile = address::place(z, x, y).ok_or(
            "zoom, column and row are numbers: the zoom from 0 to 30, the others below two to \
             its power\n",
        )?;
        Ok(Self { scheme, tile })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_one_of_the_pyramid() {
        assert!(Id::of("light", "0", "0", "0").is_ok());
        assert!(Id::of("dark", "30", "1073741823", "0").is_ok());
        for (scheme, z, x, y) in
            [("sepia", "0", "0", "0"), ("light", "2", "0", "4"), ("light", "1", "0", "1.png")]
        {
            assert!(Id::of(scheme, z, x, y).is_err(), "{scheme}/{z}/{x}/{y}");
        }
    }
}
