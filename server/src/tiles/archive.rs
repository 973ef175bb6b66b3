//! An archive of map tiles (PMTiles, version 3), checked before it is used.
//!
//! The archive has a header, directories that say where each tile lies, and the
//! tiles one after the other, each packed with gzip as it is sent. The crate
//! `pmtiles` reads directories and looks tiles up; what is ours is where the
//! bytes come from ([`Source`]) and the check at the start, so that a damaged
//! archive is found by who runs the server and not by visitors.

use std::{fs::File, io, path::Path, sync::Arc};

use bytes::Bytes;
use futures_util::TryStreamExt as _;
use pmtiles::{
    AsyncPmTilesReader, Compression, DirEntry, HashMapCache, PmtError, TileCoord, TileType,
};
use sha2::{Digest as _, Sha256};

use super::{error::ArchiveError, source::Source};
use crate::config::Map;

/// The checksum of the embedded archive, worked out when the program was built.
const CHECKSUM: &str = env!("BASEMAP_SHA256");

/// What a message calls the embedded archive.
const EMBEDDED: &str = "the built-in basemap";

/// How many digits of the checksum name a version: enough never to meet twice.
const VERSION_DIGITS: usize = 16;

/// How every gzip begins.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// An archive of which every directory and every tile is where it should be.
pub struct Archive {
    reader: Arc<AsyncPmTilesReader<Source, HashMapCache>>,
    version: String,
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Archive").field("version", &self.version).finish_non_exhaustive()
    }
}

impl Archive {
    /// The archive that the settings name, or the embedded one.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or is not a whole archive of vector tiles that
    /// can be sent as they are.
    pub async fn of(map: &Map) -> Result<Self, ArchiveError> {
        match &map.archive {
            Some(path) => Self::from_file(path).await,
            None => Self::checked(Source::Embedded, EMBEDDED, CHECKSUM).await,
        }
    }

    async fn from_file(path: &Path) -> Result<Self, ArchiveError> {
        let name = path.display().to_string();
        let unreadable = |cause| ArchiveError::Unreadable { archive: name.clone(), cause };
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.is_dir() {
            return Err(unreadable(io::ErrorKind::IsADirectory.into()));
        }
        let mut hash = Sha256::new();
        io::copy(&mut &file, &mut hash).map_err(unreadable)?;
        let checksum: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self::checked(Source::File(Arc::new(file)), &name, &checksum).await
    }

    async fn checked(source: Source, name: &str, checksum: &str) -> Result<Self, ArchiveError> {
        let reader = AsyncPmTilesReader::try_from_cached_source(source, HashMapCache::default());
        let reader = Arc::new(reader.await.map_err(|cause| beginning(name, &cause))?);
        check_kind(&reader, name)?;
        check_tiles(&reader, name).await?;
        Ok(Self { reader, version: version_of(checksum).to_owned() })
    }

    /// Changes with the content, and is the same on every server that has the same
    /// archive: `?v=` of a tile's address, which may then be kept for ever.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The deepest zoom that it has tiles of.
    pub fn max_zoom(&self) -> u8 {
        self.reader.get_header().max_zoom
    }

    /// A tile as it is stored; none where the archive has nothing to show.
    pub(super) async fn stored(&self, tile: TileCoord) -> Result<Option<Bytes>, PmtError> {
        self.reader.get_tile(tile).await
    }

    /// The same, unpacked.
    pub(super) async fn unpacked(&self, tile: TileCoord) -> Result<Option<Bytes>, PmtError> {
        self.reader.get_tile_decompressed(tile).await
    }

    /// Whether tiles are stored in gzip; then they are sent as they are.
    pub(super) fn is_gzip(&self) -> bool {
        self.reader.get_header().tile_compression == Compression::Gzip
    }
}

fn version_of(checksum: &str) -> &str {
    checksum.get(..VERSION_DIGITS).unwrap_or(checksum)
}

/// What is wrong with the first bytes.
fn beginning(name: &str, cause: &PmtError) -> ArchiveError {
    match cause {
        PmtError::InvalidMagicNumber | PmtError::UnsupportedPmTilesVersion => {
            ArchiveError::NotAnArchive { archive: name.to_owned() }
        }
        PmtError::InvalidHeader => damaged(name)("its header is cut short or wrong".to_owned()),
        other => damaged(name)(format!("its first directory cannot be read ({other})")),
    }
}

/// Only vector tiles that browsers unpack by themselves can be sent.
fn check_kind<C>(reader: &AsyncPmTilesReader<Source, C>, name: &str) -> Result<(), ArchiveError>
where
    C: pmtiles::DirectoryCache + Send + Sync,
{
    let header = reader.get_header();
    if header.spec_version() != 3 {
        return Err(ArchiveError::NotAnArchive { archive: name.to_owned() });
    }
    if header.tile_type != TileType::Mvt {
        let found = format!("{:?}", header.tile_type);
        return Err(ArchiveError::NotVector { archive: name.to_owned(), found });
    }
    if !matches!(header.tile_compression, Compression::Gzip | Compression::None) {
        let found = format!("{:?}", header.tile_compression);
        return Err(ArchiveError::Packing { archive: name.to_owned(), found });
    }
    Ok(())
}

/// Walks through all directories and looks at every tile they name.
async fn check_tiles(
    reader: &Arc<AsyncPmTilesReader<Source, HashMapCache>>,
    name: &str,
) -> Result<(), ArchiveError> {
    let directory = |cause| damaged(name)(format!("a directory cannot be read ({cause})"));
    let entries: Vec<DirEntry> = reader.clone().entries().try_collect().await.map_err(directory)?;
    let packed = reader.get_header().tile_compression == Compression::Gzip;
    for entry in entries {
        // A run of tiles that look the same is stored once.
        let Some(tile) = entry.iter_coords().next() else { continue };
        let at = TileCoord::from(tile);
        let (z, x, y) = (at.z(), at.x(), at.y());
        let bytes = reader.get_tile(tile).await.map_err(|cause| {
            damaged(name)(format!("tile {z}/{x}/{y} is not where it should be ({cause})"))
        })?;
        if packed && !bytes.is_some_and(|bytes| bytes.starts_with(&GZIP)) {
            return Err(damaged(name)(format!("tile {z}/{x}/{y} is not one")));
        }
    }
    Ok(())
}

fn damaged(name: &str) -> impl Fn(String) -> ArchiveError {
    let archive = name.to_owned();
    let embedded = name == EMBEDDED;
    move |fault| {
        if embedded {
            ArchiveError::Program { fault }
        } else {
            ArchiveError::Damaged { archive: archive.clone(), fault }
        }
    }
}
