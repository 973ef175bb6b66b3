//! The same tile asked for twice at once is fetched once.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use futures_util::{
    FutureExt as _,
    future::{BoxFuture, Shared},
};

use super::{cache::Kept, fault::Fault, id::Id};

/// The result of a fetch, shared by all requests that wait for it.
pub(super) type Flight = Shared<BoxFuture<'static, Result<Kept, Fault>>>;

/// Tiles that are under way.
#[derive(Clone, Debug, Default)]
pub(super) struct Flights(Arc<Mutex<HashMap<Id, Flight>>>);

impl Flights {
    /// Joins the flight of a tile, or starts one. It ends whether or not anybody
    /// still waits: the tile is paid for by then.
    pub(super) fn join<F>(
        &self,
        id: Id,
        most: usize,
        start: impl FnOnce() -> F,
    ) -> Result<Flight, Fault>
    where
        F: Future<Output = Result<Kept, Fault>> + Send + 'static,
    {
        let mut flights = self.flights();
        if let Some(flight) = flights.get(&id) {
            return Ok(flight.clone());
        }
        if flights.len() >= most {
            return Err(Fault::Busy);
        }
        let (landing, tile) = (Landing { flights: self.clone(), id }, start());
        let flight = async move {
            // Moved in, so that the flight has landed before a waiting request sees the
            // result, and that request can start another.
            let _landing = landing;
            tile.await
        };
        let flight = flight.boxed().shared();
        flights.insert(id, flight.clone());
        tokio::spawn(flight.clone());
        Ok(flight)
    }

    fn flights(&self) -> MutexGuard<'_, HashMap<Id, Flight>> {
        // A map is whole after each of its own steps, whatever panicked beside it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a flight off the list when it has ended, however it did.
struct Landing {
    flights: Flights,
    id: Id,
}

impl Drop for Landing {
    fn drop(&mut self) {
        // Let go of after the lock.
        let landed = self.flights.flights().remove(&self.id);
        drop(landed);
    }
}
