//! Importers against workbooks with the real headers and every oddity.

mod fixture;
mod json;
mod keep;
mod malformed;
mod random;
mod template;
