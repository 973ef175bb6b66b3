//! Reads `basemap.bin`, and refuses what is not one without ever panicking.
//!
//! The format, whose writer is `xtask/src/basemap/write.rs`: the magic bytes,
//! then variable-length numbers (seven bits a byte, least significant first;
//! signed ones zigzagged), so that the small steps between points take a byte
//! each.
//!
//! ```text
//! file   = "IXB2" levels:n level* towns:n town*
//! level  = bits tolerance west north east south layer{6}
//! layer  = shapes:n shape*
//! shape  = points:n (dx dy)*      the first from the layer's last point
//! town   = bytes:n utf8 population dx dy   from the town before, on a 2^20 grid
//! ```
//!
//! `bits` says that the level's grid has `2^bits` cells along the world's width;
//! tolerance and edges count cells.

use thiserror::Error;

use super::{Basemap, Layer, Level, Shape, Town};
use crate::map::World;

/// The first bytes of the file; the digit is the version of the format.
const MAGIC: &[u8] = b"IXB2";

/// Grid on which towns are placed, in bits.
const TOWN_BITS: u64 = 20;

/// Finer grids than this would not fit the numbers that points are kept in.
const MOST_BITS: u64 = 28;

/// Why bytes are not a basemap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum BasemapError {
    /// The file does not begin as a basemap does, or is of another version.
    #[error("this is no basemap of a version that is known")]
    Magic,
    /// The file ends in the middle of something.
    #[error("the basemap ends too early, at byte {0}")]
    Truncated(usize),
    /// A number or a text cannot be what it should be.
    #[error("the basemap is damaged at byte {0}")]
    Damaged(usize),
}

impl Basemap {
    /// Reads a whole `basemap.bin`.
    ///
    /// # Errors
    ///
    /// Says where the bytes stop being a basemap.
    pub fn read(bytes: &[u8]) -> Result<Self, BasemapError> {
        if !bytes.starts_with(MAGIC) {
            return Err(BasemapError::Magic);
        }
        let mut reader = Reader { bytes, at: MAGIC.len() };
        let count = reader.count()?;
        let levels = (0..count).map(|_| reader.level()).collect::<Result<_, _>>()?;
        let count = reader.count()?;
        let mut at = [0; 2];
        let towns = (0..count).map(|_| reader.town(&mut at)).collect::<Result<_, _>>()?;
        if reader.at == bytes.len() { Ok(Self { levels, towns }) } else { Err(reader.damaged()) }
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    const fn damaged(&self) -> BasemapError {
        BasemapError::Damaged(self.at)
    }

    fn number(&mut self) -> Result<u64, BasemapError> {
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let byte = *self.bytes.get(self.at).ok_or(BasemapError::Truncated(self.at))?;
            self.at += 1;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    /// A number of things to come. Each takes a byte at least, so a count beyond
    /// the rest of the file is wrong, and must not be trusted with memory.
    fn count(&mut self) -> Result<usize, BasemapError> {
        let count = usize::try_from(self.number()?).map_err(|_| self.damaged())?;
        if count <= self.bytes.len() - self.at {
            Ok(count)
        } else {
            Err(BasemapError::Truncated(self.bytes.len()))
        }
    }

    /// Moves one coordinate by the next signed number.
    fn step(&mut self, from: i32) -> Result<i32, BasemapError> {
        let zigzag = u32::try_from(self.number()?).map_err(|_| self.damaged())?;
        let by = (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed();
        from.checked_add(by).ok_or(self.damaged())
    }

    fn point(&mut self, at: &mut [i32; 2]) -> Result<[i32; 2], BasemapError> {
        *at = [self.step(at[0])?, self.step(at[1])?];
        Ok(*at)
    }

    #[expect(clippy::cast_precision_loss, reason = "grids have at most 2^28 cells")]
    fn share(&mut self, cells: f64) -> Result<f64, BasemapError> {
        Ok(self.number()? as f64 / cells)
    }

    fn level(&mut self) -> Result<Level, BasemapError> {
        let bits = self.number()?;
        if bits > MOST_BITS {
            return Err(self.damaged());
        }
        let cells = grid(bits);
        let tolerance = self.share(cells)?;
        let least = World { x: self.share(cells)?, y: self.share(cells)? };
        let most = World { x: self.share(cells)?, y: self.share(cells)? };
        let mut layers = Layer::ALL.map(|_| Vec::new());
        for layer in &mut layers {
            let count = self.count()?;
            let mut at = [0; 2];
            *layer = (0..count).map(|_| self.shape(&mut at)).collect::<Result<_, _>>()?;
        }
        Ok(Level { tolerance, cells, least, most, layers })
    }

    fn shape(&mut self, at: &mut [i32; 2]) -> Result<Shape, BasemapError> {
        let count = self.count()?;
        if count < 2 {
            return Err(self.damaged());
        }
        Ok(Shape::new((0..count).map(|_| self.point(at)).collect::<Result<_, _>>()?))
    }

    fn town(&mut self, at: &mut [i32; 2]) -> Result<Town, BasemapError> {
        let length = self.count()?;
        let text = self.bytes.get(self.at..self.at + length).unwrap_or_default();
        let name = std::str::from_utf8(text).map_err(|_| self.damaged())?.to_owned();
        self.at += length;
        let population = u32::try_from(self.number()?).map_err(|_| self.damaged())?;
        let [x, y] = self.point(at)?;
        let place = World { x: f64::from(x) / grid(TOWN_BITS), y: f64::from(y) / grid(TOWN_BITS) };
        Ok(Town { name, population, place })
    }
}

/// Cells along the world's width of a grid of so many bits.
#[expect(clippy::cast_precision_loss, reason = "a power of two is exact")]
fn grid(bits: u64) -> f64 {
    (1_u64 << bits.min(MOST_BITS)) as f64
}
