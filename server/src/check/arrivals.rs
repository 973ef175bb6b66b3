//! Spreadsheets that are coming in: how many at a time, how fast, and which gives way.
//!
//! A sender is known by nothing but its speed. One that is slow takes a place for long, so
//! it must send so much on average; and when all places are taken, the slowest leaves its
//! place to the next, if it is slower than any line that people have.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};

use tokio::{
    sync::Notify,
    time::{Instant, sleep},
};

/// Uploads that are coming in, or wait to be read: ten megabytes each, in memory.
const PLACES: usize = 12;

/// Bytes in a second that a sender must reach on average: an old telephone line.
const LEAST: u64 = 4_000;
/// How long it may be slower, since a connection takes time to get going.
const GRACE: Duration = Duration::from_secs(10);

/// Bytes in a second above which no sender has to give way: a slow line at home.
const FAIR: u64 = 50_000;
/// How long a sender is left alone.
const SETTLED: Duration = Duration::from_secs(2);

static PLACE: Arrivals = Arrivals { list: Mutex::new(Vec::new()) };

/// All uploads that have a place.
struct Arrivals {
    list: Mutex<Vec<Arc<Upload>>>,
}

/// One that is coming in.
struct Upload {
    began: Instant,
    bytes: AtomicU64,
    /// Set once all has come; it then waits for us.
    whole: AtomicU64,
    sent_away: Notify,
}

/// An upload's place, until this is dropped.
pub(super) struct Arrival {
    upload: Arc<Upload>,
    among: &'static Arrivals,
}

/// A place, if one is free or the slowest can leave its own.
pub(super) fn arrive() -> Option<Arrival> {
    PLACE.enter()
}

impl Arrivals {
    fn enter(&'static self) -> Option<Arrival> {
        let mut list = self.list();
        if list.len() >= PLACES {
            let slowest = (0..list.len()).filter(|&at| list[at].gives_way());
            let slowest = slowest.min_by_key(|&at| list[at].speed())?;
            list.swap_remove(slowest).sent_away.notify_one();
        }
        let upload = Arc::new(Upload {
            began: Instant::now(),
            bytes: AtomicU64::new(0),
            whole: AtomicU64::new(0),
            sent_away: Notify::new(),
        });
        list.push(upload.clone());
        Some(Arrival { upload, among: self })
    }

    fn list(&self) -> MutexGuard<'_, Vec<Arc<Upload>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Upload {
    /// Bytes in a second, on average.
    fn speed(&self) -> u64 {
        let millis = u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        self.bytes.load(Relaxed).saturating_mul(1_000) / millis
    }

    fn gives_way(&self) -> bool {
        self.whole.load(Relaxed) == 0 && self.began.elapsed() >= SETTLED && self.speed() < FAIR
    }
}

impl Arrival {
    /// More has come.
    pub(super) fn count(&self, bytes: usize) {
        self.upload.bytes.fetch_add(bytes as u64, Relaxed);
    }

    /// All has come.
    pub(super) fn complete(&self) {
        self.upload.whole.store(1, Relaxed);
    }

    /// Resolves when the sender is too slow, or has to give way.
    pub(super) async fn too_slow(&self) {
        loop {
            tokio::select! {
                () = self.upload.sent_away.notified() => return,
                () = sleep(Duration::from_secs(1)) => {}
            }
            if self.upload.began.elapsed() >= GRACE && self.upload.speed() < LEAST {
                return;
            }
        }
    }
}

impl Drop for Arrival {
    fn drop(&mut self) {
        self.among.list().retain(|upload| !Arc::ptr_eq(upload, &self.upload));
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;
    use tokio::time::advance;

    use super::*;

    fn arrivals() -> &'static Arrivals {
        Box::leak(Box::new(Arrivals { list: Mutex::default() }))
    }

    #[tokio::test(start_paused = true)]
    async fn when_all_places_are_taken_the_slowest_gives_way_and_none_that_is_fair() {
        let all = arrivals();
        let held: Vec<_> = (0..PLACES).map(|_| all.enter().unwrap()).collect();
        assert!(all.enter().is_none(), "who has just come is left alone");
        advance(SETTLED).await;
        held.iter().for_each(|arrival| arrival.count(1_000_000));
        assert!(all.enter().is_none(), "who is fast is left alone");
        advance(Duration::from_secs(60)).await;
        held[1..].iter().for_each(|arrival| arrival.count(1_000_000));
        let next = all.enter();
        assert!(next.is_some() && held[0].too_slow().now_or_never().is_some());
        assert!(held[1].too_slow().now_or_never().is_none());
        held.iter().for_each(Arrival::complete);
        assert!(all.enter().is_none(), "what has come whole is kept");
        drop((held, next));
        assert_eq!(all.list().len(), 0);
    }

    #[tokio::test(start_paused = true)]
    async fn a_sender_that_drips_is_too_slow_after_a_while() {
        let all = arrivals();
        let [drips, flows] = [all.enter().unwrap(), all.enter().unwrap()];
        let flowing = async {
            for _ in 0..20 {
                sleep(Duration::from_secs(1)).await;
                drips.count(1);
                flows.count(2 * LEAST as usize);
            }
        };
        let since = Instant::now();
        tokio::select! {
            () = drips.too_slow() => assert!(since.elapsed() >= GRACE),
            () = flows.too_slow() => unreachable!(),
            () = flowing => unreachable!(),
        }
    }
}
