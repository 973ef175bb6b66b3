//! A home city, as it is written on the command line.

use catalogue::model::{HomeCity, Slug};

use super::{rejection::Rejection, slug, value};
use crate::gazetteer::{Found, Gazetteer, Wanted};

/// A home city as it is written on the command line: `Utrecht,NL`.
pub fn home_city(text: &str, gazetteer: &Gazetteer) -> Result<HomeCity, Rejection> {
    let unknown = || Rejection::HomeCity { name: text.to_owned() };
    let (name, country) = text.split_once(',').unwrap_or((text, "NL"));
    let (name, country) = (name.trim(), value::country(country).ok_or_else(unknown)?);
    let wanted = Wanted { town: Some(name), postcode: None, country: Some(country), nuts: &[] };
    let Found::Town { location, .. } = gazetteer.locate(&wanted) else { return Err(unknown()) };
    let slug: Slug = slug::slugify(name, Slug::MAX_LEN)
        .and_then(|slug| slug.parse().ok())
        .ok_or_else(unknown)?;
    Ok(HomeCity { slug, name: name.to_owned(), province: None, country, location, website: None })
}
