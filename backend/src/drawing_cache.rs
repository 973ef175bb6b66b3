//! A cache of drawings with a limited size.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

/// Drawings by key. If there are too many, the least recently used one is removed.
#[derive(Debug)]
pub(crate) struct DrawingCache<K> {
    most: usize,
    drawings: Mutex<Drawings<K>>,
}

#[derive(Debug)]
struct Drawings<K> {
    /// Each with the number of the request that last asked for it.
    by_key: HashMap<K, (u64, Arc<str>)>,
    requests: u64,
}

impl<K: Clone + Eq + Hash> DrawingCache<K> {
    /// A cache of at most this many drawings.
    pub(crate) fn at_most(most: usize) -> Self {
        let drawings = Drawings { by_key: HashMap::new(), requests: 0 };
        Self { most, drawings: Mutex::new(drawings) }
    }

    /// The drawing of `key`, made if it is not in the cache. No lock is held meanwhile, so
    /// two threads may make the same drawing; the first one is kept.
    pub(crate) fn get(&self, key: &K, draw: impl FnOnce() -> Option<Arc<str>>) -> Option<Arc<str>> {
        if let Some(drawing) = self.known(key, None) {
            return Some(drawing);
        }
        let drawing = draw()?;
        self.known(key, Some(drawing))
    }

    /// The drawing of `key` in the cache, or `drawing`, which is then added.
    fn known(&self, key: &K, drawing: Option<Arc<str>>) -> Option<Arc<str>> {
        // No operation below leaves the cache in an inconsistent state.
        let mut kept = self.drawings.lock().unwrap_or_else(PoisonError::into_inner);
        let Drawings { by_key, requests } = &mut *kept;
        *requests += 1;
        if let Some((last, drawing)) = by_key.get_mut(key) {
            *last = *requests;
            return Some(drawing.clone());
        }
        let drawing = drawing?;
        if by_key.len() >= self.most {
            // There are few, so searching all of them is cheaper than keeping an order.
            let oldest = by_key.iter().min_by_key(|(_, (last, _))| *last);
            if let Some(oldest) = oldest.map(|(key, _)| key.clone()) {
                by_key.remove(&oldest);
            }
        }
        by_key.insert(key.clone(), (*requests, drawing.clone()));
        Some(drawing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_recently_used_drawing_is_removed_first() {
        let cache = DrawingCache::at_most(2);
        let drawn = |key: &str| {
            let mut drawn = false;
            cache.get(&key.to_owned(), || {
                drawn = true;
                Some(key.into())
            });
            drawn
        };
        assert!(drawn("a") && drawn("b"));
        assert!(!drawn("a"));
        assert!(drawn("c"), "there is room for it");
        assert!(!drawn("a"), "it was asked for lately");
        assert!(drawn("b"), "it made room");
    }

    #[test]
    fn a_failed_drawing_is_not_kept() {
        let cache = DrawingCache::at_most(1);
        assert_eq!(cache.get(&1, || None), None);
        assert_eq!(cache.get(&1, || Some("x".into())).as_deref(), Some("x"));
    }
}
