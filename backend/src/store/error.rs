//! The errors of the store. Each message says what to do next.

use std::path::PathBuf;

use catalogue::model::{DocumentError, Slug};

/// Why an operation of the store failed. The message says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The directory or the database in it cannot be created, read or written.
    #[error(
        "{path}: cannot be written ({cause}). Choose with --data a directory that this user may write to"
    )]
    Unwritable {
        /// The directory or the database.
        path: PathBuf,
        /// The message of the operating system.
        cause: String,
    },
    /// The disk is full.
    #[error("the disk that holds {path} is full and nothing was changed. Make room and try again")]
    Full {
        /// The database.
        path: PathBuf,
    },
    /// The file is not a database of this program.
    #[error(
        "{path} is not a catalogue database of this program, or no longer a whole one. Move it away or put back a backup, or choose another directory with --data"
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file is a database of this program, and is damaged.
    #[error(
        "{path} is damaged ({cause}). Put back a backup, or move the file away to begin with the default catalogue"
    )]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What is wrong.
        cause: String,
    },
    /// One project is not what was written.
    #[error(
        "{path} is damaged: the project \"{slug}\" is not what was kept ({cause}). `interreg-explorer history {slug}` lists its revisions, and `interreg-explorer revert {slug} N` with the last number writes it anew; or put back a backup"
    )]
    DamagedProject {
        /// The database.
        path: PathBuf,
        /// The project.
        slug: Slug,
        /// What is wrong.
        cause: String,
    },
    /// The history is not what was written.
    #[error(
        "{path} is damaged: {what} is not what was kept. The catalogue itself is served; to go back further, put back a backup"
    )]
    DamagedHistory {
        /// The database.
        path: PathBuf,
        /// Which part of the history.
        what: String,
    },
    /// The directory cannot be written, and the last changes are still in the log.
    #[error(
        "{path}: the directory cannot be written, and {path}-wal holds changes that are not yet in {path}. Run `interreg-explorer history --changes --data …` once where the directory may be written, which folds them in"
    )]
    Unfolded {
        /// The database.
        path: PathBuf,
    },
    /// The directory cannot be written, and the database is from an older version.
    #[error(
        "{path} was written by an older version of this program and its directory cannot be written. Start this version once where it may write, which brings the file up to date"
    )]
    Older {
        /// The database.
        path: PathBuf,
    },
    /// The file does not exist any more.
    #[error(
        "{path} has been removed or moved away. Put it back, or stop the program before it is moved"
    )]
    Gone {
        /// The database.
        path: PathBuf,
    },
    /// The file was replaced, and the log belongs to the file before.
    #[error(
        "{path} was replaced while {path}-wal held changes of the file before, which SQLite would take for its own. Stop all processes, remove {path}-wal and {path}-shm, put the file in place once more, and start again"
    )]
    ForeignLog {
        /// The database.
        path: PathBuf,
    },
    /// The database was written by a newer version of this program.
    #[error(
        "{path} was written by a newer version of this program. Run that version, or choose another directory with --data"
    )]
    Newer {
        /// The database.
        path: PathBuf,
    },
    /// Another process is writing.
    #[error(
        "another process is changing {path}. Wait until it has finished, such as an import, and try again"
    )]
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// An entity is not valid.
    #[error("{what} \"{name}\": {error}")]
    Invalid {
        /// What kind of entity.
        what: &'static str,
        /// Its slug or name.
        name: String,
        /// Which field is wrong, and what would be right.
        error: DocumentError,
    },
    /// A project refers to an entity that does not exist.
    #[error(
        "project \"{project}\" names the {what} \"{slug}\", which does not exist. Add it first"
    )]
    Missing {
        /// The project.
        project: Slug,
        /// What kind of entity: a programme or a home city.
        what: &'static str,
        /// Its slug.
        slug: Slug,
    },
    /// An entity cannot be removed while projects refer to it.
    #[error(
        "the {what} \"{slug}\" cannot be removed: {projects} projects name it. Change or remove them first"
    )]
    InUse {
        /// What kind of entity: a programme or a home city.
        what: &'static str,
        /// Its slug.
        slug: Slug,
        /// How many projects name it.
        projects: u64,
    },
    /// No project has or had this slug.
    #[error("there is and was no project \"{slug}\". Look up its slug at the end of its address")]
    NoProject {
        /// The slug.
        slug: Slug,
    },
    /// The project has no revision of this number.
    #[error(
        "project \"{slug}\" has no revision {number}. `interreg-explorer history {slug}` lists those it has"
    )]
    NoRevision {
        /// The project.
        slug: Slug,
        /// The number.
        number: u32,
    },
    /// There is no change of this number.
    #[error(
        "there is no change {number}. `interreg-explorer history --changes` lists those there are"
    )]
    NoChange {
        /// The number.
        number: u32,
    },
    /// The first change cannot be undone.
    #[error(
        "change {number} put the first catalogue in, and before it there was none, so it cannot be undone. To have another catalogue, take one in with `interreg-explorer import FILE --replace`"
    )]
    FirstChange {
        /// The number.
        number: u32,
    },
    /// Later changes changed the same entities again.
    #[error(
        "change {number} cannot be undone, and nothing was changed: since then {things}. Undo the later changes first, the last one first: `interreg-explorer revert --change {last}`"
    )]
    Overtaken {
        /// The number.
        number: u32,
        /// Which entities were changed since, by which changes.
        things: String,
        /// The last of these changes.
        last: u32,
    },
    /// This version cannot read the revision.
    #[error(
        "revision {number} of \"{name}\" is in a form that this version cannot read ({cause}). Choose a later one"
    )]
    OldFormat {
        /// The slug of the entity.
        name: String,
        /// The number.
        number: u32,
        /// What is wrong with it.
        cause: String,
    },
    /// The store has no catalogue yet.
    #[error("{path} holds no catalogue yet. Start the server once, or import one")]
    Empty {
        /// The database.
        path: PathBuf,
    },
    /// A change was committed after a part of it had failed.
    #[error("a part of this change had failed, so nothing of it was kept. Begin the change again")]
    HalfDone,
    /// Anything else: a bug in this program.
    #[error("{path}: {cause}. This is a fault of the program: please report it")]
    Other {
        /// The database.
        path: PathBuf,
        /// The message of the database.
        cause: String,
    },
}

impl StoreError {
    /// Whether the database is damaged, so that another try would not help.
    pub fn is_damage(&self) -> bool {
        matches!(
            self,
            Self::Damaged { .. } | Self::DamagedProject { .. } | Self::DamagedHistory { .. }
        )
    }
}
