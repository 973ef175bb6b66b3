//! What an official sets up before they put the explorer into their website.
//!
//! A *set-up* ([`Setup`]) is what the generator's form says: a filter, whether
//! visitors are confined to it, a language and a look. Its query is the address of
//! the generator, so that it can be mailed; from it come the *widget's address* and
//! the *snippets*, each a way of putting it somewhere. An *accent* is the colour of
//! links and buttons, which has to be legible ([`contrast`]).

pub mod contrast;
mod fields;
mod form;
mod look;
mod outcome;
mod setup;
pub mod snippets;
mod style;

pub use form::form;
pub use outcome::{outputs, preview};
pub use setup::Setup;
pub use style::{accent_style, style};
