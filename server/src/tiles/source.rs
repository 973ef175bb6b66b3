//! Where the bytes of an archive come from.

use std::{fs::File, io, sync::Arc};

use bytes::Bytes;
use pmtiles::{AsyncBackend, BackendResponse, PmtResult};

/// Part of the program, so that a map needs nothing beside it. It lies in the
/// program's own pages: handing out a tile copies nothing.
static EMBEDDED: &[u8] = include_bytes!("../../../public/basemap.pmtiles");

/// Where the bytes of an archive come from.
pub(super) enum Source {
    /// The program itself.
    Embedded,
    /// A file, of any size, read piece by piece. It is not mapped into memory: a
    /// mapped file that is cut short would end the program.
    File(Arc<File>),
}

impl AsyncBackend for Source {
    /// May give less where the archive ends; the reader takes that for damage.
    async fn read(&self, offset: u64, length: usize) -> PmtResult<BackendResponse> {
        let bytes = match self {
            Self::Embedded => {
                let begin = usize::try_from(offset).unwrap_or(usize::MAX).min(EMBEDDED.len());
                let end = begin.saturating_add(length).min(EMBEDDED.len());
                Bytes::from_static(EMBEDDED.get(begin..end).unwrap_or_default())
            }
            Self::File(file) => {
                let file = file.clone();
                // A disk may be slow, and others wait for this thread.
                let read = tokio::task::spawn_blocking(move || piece(&file, offset, length));
                read.await.map_err(io::Error::other)??.into()
            }
        };
        Ok(BackendResponse::new(bytes))
    }
}

/// Up to `length` bytes from some place on.
fn piece(file: &File, offset: u64, length: usize) -> io::Result<Vec<u8>> {
    // A damaged directory may ask for more than there is, so nothing is set aside
    // for what the file cannot have.
    let left = file.metadata()?.len().saturating_sub(offset);
    let mut bytes = vec![0; length.min(usize::try_from(left).unwrap_or(usize::MAX))];
    let mut filled = 0;
    while let Some(rest) = bytes.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match read_at(file, rest, offset + filled as u64)? {
            0 => break,
            count => filled += count,
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

#[cfg(unix)]
fn read_at(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(windows)]
fn read_at(file: &File, into: &mut [u8], offset: u64) -> io::Result<usize> {
    std::os::windows::fs::FileExt::seek_read(file, into, offset)
}
