//! Why an archive of tiles cannot be used.

/// Which archive, what is wrong with it, and what helps.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The system does not let it be read.
    #[error(
        "[map] archive: {archive}: {cause}. Name a PMTiles file that exists and may be read, or leave archive out to use the built-in basemap"
    )]
    Unreadable {
        /// The file.
        archive: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// It is something else.
    #[error(
        "[map] archive: {archive} is not a PMTiles archive of version 3. Name one, or leave archive out to use the built-in basemap"
    )]
    NotAnArchive {
        /// The file.
        archive: String,
    },
    /// It holds pictures, or a kind of tile that is not known.
    #[error(
        "[map] archive: {archive} holds tiles of kind {found}. Name an archive of vector tiles (MVT), or leave archive out to use the built-in basemap"
    )]
    NotVector {
        /// The file.
        archive: String,
        /// What it says it holds.
        found: String,
    },
    /// Not every browser could unpack its tiles.
    #[error(
        "[map] archive: the tiles of {archive} are packed as {found}. Pack them with gzip, or leave archive out to use the built-in basemap"
    )]
    Packing {
        /// The file.
        archive: String,
        /// How they are packed.
        found: String,
    },
    /// A part of it is missing or changed.
    #[error(
        "[map] archive: {archive} is damaged: {fault}. Copy it anew, or leave archive out to use the built-in basemap"
    )]
    Damaged {
        /// The file.
        archive: String,
        /// Where and how.
        fault: String,
    },
    /// The embedded one is damaged, and with it the program.
    #[error("the built-in basemap is damaged: {fault}. Install the program anew")]
    Program {
        /// Where and how.
        fault: String,
    },
}
