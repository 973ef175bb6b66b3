//! One file for each page.

#[cfg(feature = "ssr")]
mod about;
mod explorer;
mod fault;
mod not_found;
mod project;

#[cfg(feature = "ssr")]
pub use about::AboutPage;
pub use explorer::ExplorerPage;
pub use not_found::NotFound;
pub use project::ProjectPage;

use fault::fault;
use not_found::nothing;
