//! All connections: how many there may be, and which gives way to a new one.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
};

use tokio::{
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::{
    limits::{ASK_AGAIN, ASK_AT_ONCE, Limits},
    standing::{Order, Standing},
};

/// All connections.
pub(super) struct Table {
    pub(super) limits: Limits,
    places: Arc<Semaphore>,
    next: AtomicU64,
    standings: Mutex<HashMap<u64, Arc<Standing>>>,
    left: Notify,
}

/// The entry of one connection; it leaves the table when this is dropped.
pub(super) struct Entry {
    pub(super) standing: Arc<Standing>,
    number: u64,
    table: Arc<Table>,
    _place: Option<OwnedSemaphorePermit>,
}

impl Table {
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self {
            limits,
            places: Arc::new(Semaphore::new(limits.connections.max(1))),
            next: AtomicU64::new(0),
            standings: Mutex::default(),
            left: Notify::new(),
        })
    }

    /// A place for a connection. Where all are taken, one gives way; where none can, the
    /// new connection waits.
    pub(super) async fn place(&self) -> Option<OwnedSemaphorePermit> {
        loop {
            if let Ok(place) = self.places.clone().try_acquire_owned() {
                return Some(place);
            }
            self.make_room();
            if let Ok(place) = timeout(ASK_AGAIN, self.places.clone().acquire_owned()).await {
                return place.ok();
            }
        }
    }

    /// Enters a connection.
    pub(super) fn enter(
        self: &Arc<Self>,
        place: Option<OwnedSemaphorePermit>,
        order: Order,
    ) -> Entry {
        let standing = Arc::new(Standing::new(order));
        let number = self.next.fetch_add(1, Relaxed);
        self.standings().insert(number, standing.clone());
        Entry { standing, number, table: self.clone(), _place: place }
    }

    /// Asks the connection to give way that may do so first; if that one has no request at
    /// all, it alone.
    pub(super) fn make_room(&self) {
        let standings = self.standings();
        let mut yielding: Vec<_> = standings
            .values()
            .filter(|standing| standing.order() == Order::Serve)
            .filter_map(|standing| Some((standing.yields(&self.limits)?, standing)))
            .collect();
        yielding.sort_unstable_by_key(|(turn, _)| *turn);
        let idle = yielding.first().is_some_and(|(turn, _)| turn.0 == 0);
        let count = if idle { 1 } else { ASK_AT_ONCE };
        yielding.iter().take(count).for_each(|(_, standing)| standing.tell(Order::GiveWay));
    }

    /// Tells every connection.
    pub(super) fn tell(&self, order: Order) {
        self.standings().values().for_each(|standing| standing.tell(order));
    }

    /// Connections at this moment.
    pub(super) fn len(&self) -> usize {
        self.standings().len()
    }

    /// Resolves when no connection is left.
    pub(super) async fn empty(&self) {
        loop {
            let left = self.left.notified();
            if self.len() == 0 {
                return;
            }
            left.await;
        }
    }

    fn standings(&self) -> MutexGuard<'_, HashMap<u64, Arc<Standing>>> {
        self.standings.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.table.standings().remove(&self.number);
        // One waits at most, and keeps the notice where it is not waiting yet.
        self.table.left.notify_one();
    }
}
