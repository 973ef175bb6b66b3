//! Values as people and spreadsheets write them.

mod amount;
mod coordinate;
mod country;
mod date;
mod mail;
mod programme;
mod role;
mod text;
mod theme;
mod web;

pub use amount::{Decimal, amount, percent};
pub use coordinate::degrees;
pub use country::country;
pub use date::date;
pub use mail::without_mail;
pub use programme::programme;
pub use role::{is_person, part, yes};
pub use text::text;
pub use theme::{keep_theme, theme};
pub use web::web;
