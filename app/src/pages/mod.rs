//! One file for each page that server and client share.

mod explorer;
mod fault;
mod not_found;
mod project;

pub use explorer::ExplorerPage;
pub use not_found::NotFound;
pub use project::ProjectPage;

use fault::fault;
use not_found::nothing;
