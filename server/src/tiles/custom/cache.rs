//! Tiles that are kept, in memory, bounded by their bytes.

use std::time::{Duration, Instant};

use axum::http::{HeaderMap, header};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter, sync};

use super::{content::Content, fetch::Fetched, id::Id, limits::Limits};

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
    pub(super) fn new(fetched: Fetched, now: Instant, limits: &Limits) -> Self {
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

/// How long an answer counts as new, by its `Cache-Control` within our bounds.
/// `s-maxage` is meant for the likes of us and goes before `max-age`.
pub(super) fn fresh(headers: &HeaderMap, limits: &Limits) -> Duration {
    let values = headers.get_all(header::CACHE_CONTROL).iter();
    let text: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    let text = text.join(",").to_ascii_lowercase();
    let directives = || text.split(',').map(str::trim);
    let seconds = |name: &str| {
        let mut found = directives().filter_map(|it| it.split_once('='));
        let value = found.find(|(word, _)| word.trim() == name)?.1;
        value.trim().trim_matches('"').parse().ok().map(Duration::from_secs)
    };
    let (least, most) = limits.fresh;
    if directives().any(|it| matches!(it, "no-store" | "no-cache" | "private")) {
        return least;
    }
    let said = seconds("s-maxage").or_else(|| seconds("max-age"));
    said.unwrap_or(limits.fresh_by_default).clamp(least, most)
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
        let kept = Kept::new(tile(1), now, &Limits::default());
        let later = |hours: u32| now + hours * hour;
        assert!(kept.is_fresh(now) && !kept.is_fresh(later(1)));
        assert!(kept.is_usable(later(7 * 24)) && !kept.is_usable(later(7 * 24 + 1)));
        assert_eq!(kept.max_age(now), hour);
        assert_eq!(kept.max_age(later(5)).as_secs(), 60);
    }

    #[test]
    fn a_source_says_how_long_within_bounds() {
        let said = |text: &'static str| {
            let value = axum::http::HeaderValue::from_static(text);
            let headers = HeaderMap::from_iter([(header::CACHE_CONTROL, value)]);
            fresh(&headers, &Limits::default()).as_secs()
        };
        assert_eq!(said("public, max-age=7200"), 7_200);
        assert_eq!(said("max-age=7200, S-MaxAge=\"9000\""), 9_000);
        assert_eq!(said("max-age=0"), 3_600);
        assert_eq!(said("max-age=99999999999"), 30 * 86_400);
        assert_eq!(said("max-age=soon"), 86_400);
        assert_eq!(said("public"), 86_400);
        assert_eq!(said("no-store, max-age=86400"), 3_600);
        assert_eq!(fresh(&HeaderMap::new(), &Limits::default()).as_secs(), 86_400);
    }

    #[test]
    fn no_more_is_kept_than_was_allowed() {
        let cache = Cache::new(8_000_000).unwrap();
        for x in 0..100 {
            let id = Id::of("light", "9", &x.to_string(), "0").unwrap();
            cache.keep(id, Kept::new(tile(1_000_000), Instant::now(), &Limits::default()));
            assert!(cache.0.weight() <= 8_000_000);
        }
        assert!(cache.0.len() >= 5, "{} are kept", cache.0.len());
    }
}
