//! Addresses of tiles: `/tiles/{z}/{x}/{y}.mvt`.

use pmtiles::TileCoord;

/// The closest zoom that an address may name. Far beyond any archive, and the
/// usual bound of clients.
const CLOSEST: u8 = 30;

/// The answer to an address that is none of a tile.
pub(super) const REMEDY: &str = "This is not the address of a tile. Write /tiles/{z}/{x}/{y}.mvt with z from 0 to 30, and x and y from 0 to 2^z - 1.\n";

/// The tile that an address names.
pub(super) fn parse(z: &str, x: &str, y: &str) -> Option<TileCoord> {
    place(z, x, y.strip_suffix(".mvt")?)
}

/// A tile of the pyramid by its zoom, column and row.
pub(super) fn place(z: &str, x: &str, y: &str) -> Option<TileCoord> {
    let z = u8::try_from(number(z)?).ok().filter(|&z| z <= CLOSEST)?;
    TileCoord::new(z, number(x)?, number(y)?).ok()
}

/// Digits alone: Rust would take a plus sign as well, and a tile must have one
/// address, or it would be kept twice.
fn number(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let shortest = text == "0" || !text.starts_with('0');
    text.parse().ok().filter(|_| plain && shortest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_of_the_pyramid_is_found() {
        for (z, x, y) in [(0, 0, 0), (1, 1, 1), (9, 265, 165), (30, (1 << 30) - 1, 0)] {
            let tile = parse(&z.to_string(), &x.to_string(), &format!("{y}.mvt")).unwrap();
            assert_eq!((tile.z(), tile.x(), tile.y()), (z, x, y));
        }
    }

    #[test]
    fn anything_else_is_no_tile() {
        for (z, x, y) in [
            ("0", "0", "0"),
            ("0", "0", "0.png"),
            ("0", "0", ".mvt"),
            ("0", "1", "0.mvt"),
            ("1", "0", "2.mvt"),
            ("31", "0", "0.mvt"),
            ("256", "0", "0.mvt"),
            ("-1", "0", "0.mvt"),
            ("+1", "0", "0.mvt"),
            ("01", "0", "0.mvt"),
            ("1", "0x1", "0.mvt"),
            ("2", "4294967296", "0.mvt"),
            ("", "", ""),
        ] {
            assert_eq!(parse(z, x, y), None, "{z}/{x}/{y}");
        }
    }
}
