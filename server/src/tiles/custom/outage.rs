//! Whether a source is down, and who is told.
//!
//! A source that failed several times in a row is left alone for a while: the
//! pause may help it, and no visitor waits for a tile that will not come. After the
//! pause one request tries for all others. The log has one line when it begins to fail and one
//! when it is well again, not one for each tile.

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::fault::Fault;
use crate::config::FetchLimits;

/// What is known of one source.
#[derive(Debug, Default)]
pub(super) struct Outage(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    /// Failures in a row.
    failures: u32,
    resting: Option<Instant>,
    /// When it last failed, from the line in the log about it until it is well.
    told: Option<Instant>,
    /// Whether it ever gave a tile, or was said to give none.
    judged: bool,
}

/// A source without a failure for so long is well again. Less, and one that
/// fails now and then would fill the log.
const WELL_AFTER: Duration = Duration::from_secs(60);

impl Outage {
    /// Whether it may be asked.
    pub(super) fn may_ask(&self, now: Instant, limits: &FetchLimits) -> Result<(), Fault> {
        let mut known = self.known();
        match known.resting {
            Some(until) if now < until => Err(Fault::Resting),
            Some(_) => {
                // This one asks; the others wait for what comes of it.
                known.resting = Some(now + limits.rest);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// It gave a tile, or (`empty`) said that it has none here.
    pub(super) fn answered(&self, host: &str, empty: bool, now: Instant) {
        let mut known = self.known();
        (known.failures, known.resting) = (0, None);
        if known.told.is_some_and(|last| now.duration_since(last) >= WELL_AFTER) {
            known.told = None;
            tracing::info!(source = host, "the basemap's source is well again");
        }
        if empty && !known.judged {
            tracing::warn!(
                source = host,
                "the basemap's source has no tile where it was first asked; if the map stays \
                 empty, check map.tiles and map.dark"
            );
        }
        known.judged = true;
    }

    /// It did not.
    pub(super) fn failed(&self, host: &str, fault: &Fault, now: Instant, limits: &FetchLimits) {
        let mut known = self.known();
        if fault.is_an_outage() {
            known.failures = known.failures.saturating_add(1);
            if known.failures >= limits.failures {
                known.resting = Some(now + limits.rest);
            }
        } else {
            (known.failures, known.resting) = (0, None);
        }
        if known.told.replace(now).is_none() {
            tracing::warn!(
                source = host,
                cause = %fault,
                "the basemap's source fails; tiles from before are shown, and nothing more is \
                 said until it is well again"
            );
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_failures_in_a_row_one_asks_for_all_until_it_answers() {
        let (outage, limits, begun) = (Outage::default(), FetchLimits::default(), Instant::now());
        let may = |seconds| outage.may_ask(begun + Duration::from_secs(seconds), &limits).is_ok();
        let fail = |seconds| {
            let now = begun + Duration::from_secs(seconds);
            outage.failed("t.nl", &Fault::Slow, now, &limits);
        };
        (0..4).for_each(|_| fail(0));
        assert!(may(0));
        fail(0);
        assert!(!may(0) && !may(29));
        assert!(may(30) && !may(30), "one asks for all");
        fail(31);
        assert!(!may(60) && may(61));
        outage.answered("t.nl", false, begun);
        assert!(may(61) && may(61));
    }

    #[test]
    fn a_tile_that_is_too_large_is_no_outage() {
        let (outage, limits, now) = (Outage::default(), FetchLimits::default(), Instant::now());
        for _ in 0..100 {
            outage.failed("t.nl", &Fault::TooLarge(1), now, &limits);
        }
        assert!(outage.may_ask(now, &limits).is_ok());
    }
}
