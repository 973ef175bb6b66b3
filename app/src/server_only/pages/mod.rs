//! Pages that are documents without a client: text, or a plain form.

mod about;
mod check;
mod generator;
mod scaffold;

pub use about::AboutPage;
pub use check::{CheckPage, Checked, MAX_MEGABYTES};
pub use generator::GeneratorPage;

use scaffold::{Description, Scaffold};
