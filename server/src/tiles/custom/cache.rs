//! Tiles that are kept, in memory, bounded by their bytes.

use std::time::{Duration, Instant};

use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter, sync};

use super::{content::Content, fetch::Fetched, id::Id};
use crate::config::FetchLimits;

/// A tile that is kept, or that there is none.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) content: Option<Content>,
    /// Until when it counts as new.
    fresh: Instant,
    /// Until when it is shown while its source is down.
    usable: Instant,
}

impl Kept {
    pub(super) fn new(fetched: Fetched, now: Instant, limits: &FetchLimits) -> Self {
        let fresh = now + fetched.fresh;
        Self { content: fetched.content, fresh, usable: fresh + limits.stale }
    }

    pub(super) fn is_fresh(&self, now: Instant) -> bool {
        now < self.fresh
    }

    pub(super) fn is_usable(&self, now: Instant) -> bool {
        now < self.usable
    }

    /// How long a browser may keep it: as long as we do, and a minute at least, so
    /// that an old tile is not asked for at every movement of the map.
    pub(super) fn max_age(&self, now: Instant) -> Duration {
        self.fresh.saturating_duration_since(now).max(Duration::from_secs(60))
    }
}

/// The tiles that are kept.
#[derive(Debug)]
pub(super) struct Cache(sync::Cache<Id, Kept, Bytes>);

#[derive(Clone, Debug)]
struct Bytes;

impl Weighter<Id, Kept> for Bytes {
    fn weight(&self, _: &Id, kept: &Kept) -> u64 {
        let bytes = kept.content.as_ref().map_or(0, |content| content.bytes.len());
        // What the tile takes besides its bytes, so that "nothing here" weighs too.
        u64::try_from(bytes).unwrap_or(u64::MAX).saturating_add(200)
    }
}

impl Cache {
    /// The error is a mistake of ours in the options.
    pub(super) fn new(bytes: u64) -> Result<Self, String> {
        let options = OptionsBuilder::new()
            // A tile must fit into a shard; one lock for a few thousand a second is enough.
            .shards(1)
            .weight_capacity(bytes)
            .estimated_items_capacity(usize::try_from(bytes / 20_000).unwrap_or(1_000))
            .build()
            .map_err(|error| error.to_string())?;
        let hasher = DefaultHashBuilder::default();
        let lifecycle = sync::DefaultLifecycle::default();
        Ok(Self(sync::Cache::with_options(options, Bytes, hasher, lifecycle)))
    }

    pub(super) fn get(&self, id: &Id) -> Option<Kept> {
        self.0.get(id)
    }

    pub(super) fn keep(&self, id: Id, kept: Kept) {
        self.0.insert(id, kept);
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::Format;
    use super::*;

    fn tile(bytes: usize) -> Fetched {
        let bytes = axum::body::Bytes::from(vec![0; bytes]);
        let content = Some(Content { format: Format::Png, bytes });
        Fetched { content, fresh: Duration::from_secs(3_600) }
    }

    #[test]
    fn a_tile_is_new_for_a_while_then_old_then_nothing() {
        let (now, hour) = (Instant::now(), Duration::from_secs(3_600));
        let kept = Kept::new(tile(1), now, &FetchLimits::default());
        let later = |hours: u32| now + hours * hour;
        assert!(kept.is_fresh(now) && !kept.is_fresh(later(1)));
        assert!(kept.is_usable(later(7 * 24)) && !kept.is_usable(later(7 * 24 + 1)));
        assert_eq!(kept.max_age(now), hour);
        assert_eq!(kept.max_age(later(5)).as_secs(), 60);
    }

    #[test]
    fn no_more_is_kept_than_was_allowed() {
        let cache = Cache::new(8_000_000).unwrap();
        for x in 0..100 {
            let id = Id::of("light", "9", &x.to_string(), "0").unwrap();
            cache.keep(id, Kept::new(tile(1_000_000), Instant::now(), &FetchLimits::default()));
            assert!(cache.0.weight() <= 8_000_000);
        }
        assert!(cache.0.len() >= 5, "{} are kept", cache.0.len());
    }
}
