//! Why the store cannot do what was asked, and what to do about it.

use std::path::PathBuf;

use catalogue::model::{DocumentError, Slug};

/// Why the store cannot do what was asked. The message says what to do next.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The directory or the database in it cannot be made, read or written.
    #[error(
        "{path}: cannot be written ({cause}). Choose with --data a directory that this user may write to"
    )]
    Unwritable {
        /// The directory or the database.
        path: PathBuf,
        /// What the system says.
        cause: String,
    },
    /// No room for what was to be written.
    #[error("the disk that holds {path} is full and nothing was changed. Make room and try again")]
    Full {
        /// The database.
        path: PathBuf,
    },
    /// The file is something else.
    #[error(
        "{path} is not a catalogue database of this program. Move it away, or choose another directory with --data"
    )]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was one of ours and no longer is whole.
    #[error(
        "{path} is damaged ({cause}). Put back a backup, or move the file away to begin with the default catalogue"
    )]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What does not hold.
        cause: String,
    },
    /// A newer version of this program has been at work here.
    #[error(
        "{path} was written by a newer version of this program. Run that version, or choose another directory with --data"
    )]
    Newer {
        /// The database.
        path: PathBuf,
    },
    /// Somebody else is writing.
    #[error(
        "another process is changing {path}. Wait until it has finished, such as an import, and try again"
    )]
    Busy {
        /// The database.
        path: PathBuf,
    },
    /// Something does not hold together.
    #[error("{what} \"{name}\": {fault}")]
    Invalid {
        /// What kind of thing.
        what: &'static str,
        /// Its slug or name.
        name: String,
        /// Where, what, and what would be right.
        fault: DocumentError,
    },
    /// Something refers to what does not exist.
    #[error(
        "project \"{project}\" names the {what} \"{slug}\", which does not exist. Add it first"
    )]
    Missing {
        /// The project.
        project: Slug,
        /// What kind of thing: a programme or a home city.
        what: &'static str,
        /// Its slug.
        slug: Slug,
    },
    /// Something is still referred to.
    #[error(
        "the {what} \"{slug}\" cannot be removed: {projects} projects name it. Change or remove them first"
    )]
    InUse {
        /// What kind of thing: a programme or a home city.
        what: &'static str,
        /// Its slug.
        slug: Slug,
        /// How many projects name it.
        projects: u64,
    },
    /// No project was ever called this.
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
    /// A revision can no longer be read.
    #[error(
        "revision {number} of \"{slug}\" is in a form that this version cannot read ({cause}). Choose a later one"
    )]
    OldFormat {
        /// The project.
        slug: Slug,
        /// The number.
        number: u32,
        /// What cannot be read.
        cause: String,
    },
    /// Nothing was ever put in.
    #[error("{path} holds no catalogue yet. Start the server once, or import one")]
    Empty {
        /// The database.
        path: PathBuf,
    },
    /// A change was to be kept of which a part had failed.
    #[error("a part of this change had failed, so nothing of it was kept. Begin the change again")]
    HalfDone,
    /// Anything else, which would be a fault of this program.
    #[error("{path}: {cause}. This is a fault of the program: please report it")]
    Other {
        /// The database.
        path: PathBuf,
        /// What the database says.
        cause: String,
    },
}
