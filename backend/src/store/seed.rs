//! The default catalogue: how it comes in, and when a newer one replaces it.

use catalogue::model::{Document, PartialDate};

use super::{Change, Kind, Seeded, Store, StoreError};

/// How a store came to what it holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Filling {
    /// It holds nothing and never did.
    Nothing,
    /// With a default catalogue, after which nobody changed anything.
    Default {
        /// Which one.
        release: String,
        /// When its facts were collected.
        collected: Option<PartialDate>,
    },
    /// By somebody.
    Own,
}

impl Filling {
    /// What seeding with a default catalogue has to do.
    fn task(&self, default: &Document, hash: &str) -> Seeded {
        match self {
            Self::Nothing => Seeded::Created,
            Self::Own => Seeded::Kept,
            Self::Default { release, .. } if release == hash => Seeded::Kept,
            // An older program that is started once more does not turn back time.
            Self::Default { collected: Some(known), .. }
                if default.collected.latest() < known.latest() =>
            {
                Seeded::Kept
            }
            Self::Default { .. } => Seeded::Renewed,
        }
    }
}

impl Store {
    /// Puts the default catalogue in where nothing is yet, or where an older one is
    /// that nobody touched. `release_hash` tells one default catalogue from another.
    pub async fn seed(&self, default: &Document, release_hash: &str) -> Result<Seeded, StoreError> {
        let filling = match &self.kind {
            Kind::Sqlite(database) => database.filling().await?,
        };
        // Mostly so: a server that starts need not wait for one that writes.
        if filling.task(default, release_hash) == Seeded::Kept {
            return Ok(Seeded::Kept);
        }
        let reason = "The default catalogue of this version of the program";
        let mut writer = self.change(Change::now("interreg-explorer", reason)).await?;
        // Another process may have come first.
        let task = writer.filling().await?.task(default, release_hash);
        if task != Seeded::Kept {
            writer.replace(default).await?;
            writer.set_default(release_hash).await?;
            writer.commit().await?;
        }
        Ok(task)
    }
}
