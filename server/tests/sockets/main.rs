//! What clients do to a socket: nothing, half of something, too much, too slowly.
//!
//! The accept loop runs in the test's process with short limits; [`site`] starts it and
//! has a client that sends bytes as they are. `tests/processes/` does the same to the real
//! program where the system's limits matter.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod bodies;
mod fuzz;
mod overload;
mod patience;
mod readers;
mod room;
mod site;
mod stop;
mod targets;
