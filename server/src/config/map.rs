//! `[map]` of the settings file.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// How the map is made.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Map {
    /// An archive of tiles (PMTiles) to show in place of the built-in one.
    pub archive: Option<PathBuf>,
}

impl Map {
    /// A path in a settings file is meant from where the file is.
    pub(super) fn seen_from(self, folder: &Path) -> Self {
        let Self { archive } = self;
        Self { archive: archive.map(|archive| folder.join(archive)) }
    }
}
