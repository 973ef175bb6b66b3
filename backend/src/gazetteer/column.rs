//! The encoding of `gazetteer.bin`: compressed columns, numbers of variable length, lines.

use std::io::Read as _;

use super::GazetteerError;

/// The limit for a column. Our own files are smaller; a larger column is not unpacked.
const MOST_BYTES: u64 = 1 << 24;

/// The unread rest of a column, or of the file.
pub(super) struct Reader<'a> {
    /// Its name in errors.
    pub(super) what: &'static str,
    pub(super) rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn damaged(&self) -> GazetteerError {
        GazetteerError::Damaged(self.what)
    }

    pub(super) const fn end(&self) -> Result<(), GazetteerError> {
        if self.rest.is_empty() { Ok(()) } else { Err(GazetteerError::Length(self.what)) }
    }

    pub(super) fn take(&mut self, bytes: usize) -> Result<&'a [u8], GazetteerError> {
        let (taken, rest) =
            self.rest.split_at_checked(bytes).ok_or(GazetteerError::Length(self.what))?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8, GazetteerError> {
        let (&byte, rest) = self.rest.split_first().ok_or(GazetteerError::Length(self.what))?;
        self.rest = rest;
        Ok(byte)
    }

    #[inline]
    pub(super) fn number(&mut self) -> Result<u64, GazetteerError> {
        // Most numbers are small.
        if let Some((&byte @ 0..=0x7f, rest)) = self.rest.split_first() {
            self.rest = rest;
            return Ok(u64::from(byte));
        }
        let mut value = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    /// The next number, stored as the difference from the one before.
    pub(super) fn step(&mut self, from: i32) -> Result<i32, GazetteerError> {
        let zigzag = u32::try_from(self.number()?).map_err(|_| self.damaged())?;
        let by = (zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed();
        from.checked_add(by).ok_or(self.damaged())
    }

    /// The same for ten-thousandths of degrees.
    pub(super) fn degrees(&mut self, from: i32, most: i32) -> Result<i32, GazetteerError> {
        let degrees = self.step(from)?;
        if degrees.unsigned_abs() <= most.unsigned_abs() * 10_000 {
            Ok(degrees)
        } else {
            Err(self.damaged())
        }
    }

    /// A text up to the next line feed.
    pub(super) fn line(&mut self) -> Result<&'a str, GazetteerError> {
        let length = self.rest.iter().position(|&byte| byte == b'\n');
        let line = self.take(length.ok_or(GazetteerError::Length(self.what))?)?;
        self.byte()?;
        std::str::from_utf8(line).map_err(|_| self.damaged())
    }

    /// The next columns, still compressed.
    pub(super) fn columns<const N: usize>(
        &mut self,
        names: [&'static str; N],
    ) -> Result<[Column<'a>; N], GazetteerError> {
        let mut columns = names.map(|what| Column { what, length: 0, packed: &[] });
        for column in &mut columns {
            column.length = self.number()?;
            let packed = usize::try_from(self.number()?).map_err(|_| self.damaged())?;
            column.packed = self.take(packed)?;
        }
        Ok(columns)
    }
}

/// A compressed column.
pub(super) struct Column<'a> {
    /// Its name in errors.
    pub(super) what: &'static str,
    length: u64,
    packed: &'a [u8],
}

impl Column<'_> {
    /// Its bytes.
    pub(super) fn unpack(&self) -> Result<Vec<u8>, GazetteerError> {
        if self.length > MOST_BYTES {
            return Err(GazetteerError::Damaged(self.what));
        }
        // The stated length is checked before memory is allocated for it.
        let mut bytes = Vec::with_capacity(self.packed.len() * 2);
        brotli_decompressor::Decompressor::new(self.packed, 1 << 16)
            .take(self.length.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|_| GazetteerError::Damaged(self.what))?;
        if bytes.len() as u64 == self.length {
            Ok(bytes)
        } else {
            Err(GazetteerError::Length(self.what))
        }
    }

    /// Unpacks it as text.
    pub(super) fn text(&self) -> Result<String, GazetteerError> {
        String::from_utf8(self.unpack()?).map_err(|_| GazetteerError::Damaged(self.what))
    }
}
