//! Compression at its best level: done once here, so that the server never
//! compresses an asset while a visitor waits.

use std::io::Write as _;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Brotli for `Content-Encoding: br`; nothing when it would not be smaller.
pub fn brotli(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        // The largest window that every browser accepts.
        lgwin: 24,
        large_window: false,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .context("brotli could not compress")?;
    Ok(smaller(compressed, bytes))
}

/// Gzip for the few that know nothing better; nothing when not smaller.
pub fn gzip(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(smaller(encoder.finish().context("gzip could not compress")?, bytes))
}

fn smaller(compressed: Vec<u8>, bytes: &[u8]) -> Option<Vec<u8>> {
    (compressed.len() < bytes.len()).then_some(compressed)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_encodings_give_back_what_went_in() -> Result<()> {
        let bytes = "interreg ".repeat(500).into_bytes();
        let mut unpacked = Vec::new();
        let packed = brotli(&bytes)?.context("should be smaller")?;
        brotli::BrotliDecompress(&mut &*packed, &mut unpacked)?;
        assert_eq!(unpacked, bytes);

        unpacked.clear();
        let packed = gzip(&bytes)?.context("should be smaller")?;
        flate2::read::GzDecoder::new(&*packed).read_to_end(&mut unpacked)?;
        assert_eq!(unpacked, bytes);
        Ok(())
    }

    #[test]
    fn what_would_grow_stays_as_it_is() -> Result<()> {
        assert_eq!(brotli(b"a")?, None);
        assert_eq!(gzip(b"a")?, None);
        Ok(())
    }
}
