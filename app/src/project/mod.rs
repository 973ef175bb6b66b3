//! The parts of a project page.

mod article;
mod facts;
mod partners;
mod related;
mod sources;

pub use article::article;
