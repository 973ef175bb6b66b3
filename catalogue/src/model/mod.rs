//! What a project is: the types that every other room shares.
//!
//! Values are parsed where they enter and trusted from there on: a [`Slug`], a
//! [`Country`] or a [`Euro`] cannot hold anything else. What is not published
//! is absent (`None`, or an empty list), never zero and never guessed.

mod date;
mod document;
mod money;
pub mod notation;
mod percent;
mod place;
pub mod plausibility;
mod programme;
mod project;
#[cfg(feature = "schema")]
mod schema;
mod slug;
mod source;
pub mod text;
mod theme;
pub mod web_address;

pub use date::{DateError, Day, PartialDate};
pub use document::{Credit, Document, DocumentError, Format, HomeCity};
pub use money::{Euro, EuroError, Money};
pub use percent::{Percent, PercentError};
pub use place::{Country, Latitude, Location, Longitude, Precision};
pub use programme::{Period, Programme, Strand};
pub use project::{Basis, CodedLabel, Participation, Project, Role, Status};
pub use slug::{Slug, SlugError};
pub use source::{Claim, Conflict, FactGroup, Source};
pub use text::{Lang, LangTag, LocalText};
pub use theme::Theme;
