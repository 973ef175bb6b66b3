//! The program as processes: several on one store, and one that is killed.

mod killed;
mod program;
mod reading;
