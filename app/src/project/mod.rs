//! The parts of a project page.

mod article;
mod facts;
mod neighbours;
mod partners;
mod related;
mod sources;
mod strip;

pub use article::article;
pub use neighbours::neighbours;
pub use partners::PartnerOrder;
