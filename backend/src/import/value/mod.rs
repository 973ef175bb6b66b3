//! Values as people and spreadsheets write them.

mod amount;
mod coordinate;
mod country;
mod date;
mod keep_page;
mod known_programmes;
mod mail;
mod period;
mod programme;
mod role;
mod share;
mod strand;
mod text;
mod theme;
mod web;

pub use amount::{Decimal, amount};
pub use coordinate::degrees;
pub use country::{country, country_names};
pub use date::{DayOrder, Order, date, told_by};
pub use keep_page::keep_page;
pub use known_programmes::misspelt;
pub use mail::without_mail;
pub use period::period;
pub use programme::programme;
pub use role::{is_person, part, role_words, yes};
pub use share::{Share, share};
pub use text::text;
pub use theme::{keep_theme, theme, theme_names};
pub use web::web;
