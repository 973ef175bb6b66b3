//! Drawings that are kept for the next who asks, up to a number.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

/// Drawings by what they are of. Where there are too many, the one that was asked
/// for longest ago goes.
#[derive(Debug)]
pub(crate) struct Kept<K> {
    most: usize,
    drawings: Mutex<Drawings<K>>,
}

#[derive(Debug)]
struct Drawings<K> {
    /// Each with the number of the request that last asked for it.
    by_key: HashMap<K, (u64, Arc<str>)>,
    requests: u64,
}

impl<K: Clone + Eq + Hash> Kept<K> {
    /// Keeps so many.
    pub(crate) fn at_most(most: usize) -> Self {
        let drawings = Drawings { by_key: HashMap::new(), requests: 0 };
        Self { most, drawings: Mutex::new(drawings) }
    }

    /// The drawing of `key`, made if there is none. Others need not wait for that,
    /// so two who ask at once may both make it; the first to be done is kept.
    pub(crate) fn get(&self, key: &K, draw: impl FnOnce() -> Option<Arc<str>>) -> Option<Arc<str>> {
        if let Some(drawing) = self.known(key, None) {
            return Some(drawing);
        }
        let drawing = draw()?;
        self.known(key, Some(drawing))
    }

    /// What is kept of `key`, or else is from now on.
    fn known(&self, key: &K, drawing: Option<Arc<str>>) -> Option<Arc<str>> {
        // A panic elsewhere leaves nothing half done in here.
        let mut kept = self.drawings.lock().unwrap_or_else(PoisonError::into_inner);
        let Drawings { by_key, requests } = &mut *kept;
        *requests += 1;
        if let Some((last, drawing)) = by_key.get_mut(key) {
            *last = *requests;
            return Some(drawing.clone());
        }
        let drawing = drawing?;
        if by_key.len() >= self.most {
            // There are few, so looking at each costs less than an order of them.
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
    fn what_was_asked_for_longest_ago_goes_first() {
        let kept = Kept::at_most(2);
        let drawn = |key: &str| {
            let mut drawn = false;
            kept.get(&key.to_owned(), || {
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
    fn what_cannot_be_drawn_is_not_kept() {
        let kept = Kept::at_most(1);
        assert_eq!(kept.get(&1, || None), None);
        assert_eq!(kept.get(&1, || Some("x".into())).as_deref(), Some("x"));
    }
}
