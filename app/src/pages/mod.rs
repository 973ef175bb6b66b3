//! One file for each page.

#[cfg(feature = "ssr")]
mod about;
#[cfg(feature = "ssr")]
mod check;
#[cfg(feature = "ssr")]
mod embed;
mod explorer;
mod fault;
mod not_found;
mod project;

#[cfg(feature = "ssr")]
pub use about::AboutPage;
#[cfg(feature = "ssr")]
pub use check::{CheckPage, Checked, MAX_MEGABYTES};
#[cfg(feature = "ssr")]
pub use embed::EmbedPage;
pub use explorer::ExplorerPage;
pub use not_found::NotFound;
pub use project::ProjectPage;

use fault::fault;
use not_found::nothing;
