//! The country of a place, and the territories that belong to it.

use catalogue::model::Country;

use super::Wanted;

/// The country that is given, or that follows from the NUTS code or the postcode.
pub(super) fn given(wanted: &Wanted<'_>) -> Option<Country> {
    let of_nuts = || wanted.nuts.iter().rev().find_map(|code| code.trim().get(..2));
    let of_postcode = || {
        let (letters, number) = wanted.postcode?.trim().split_once('-')?;
        number.trim_start().starts_with(|c: char| c.is_ascii_digit()).then_some(letters)
    };
    let iso = |code: &str| match code {
        "EL" => "GR".parse().ok(),
        "UK" => "GB".parse().ok(),
        "A" => "AT".parse().ok(),
        "B" => "BE".parse().ok(),
        "D" => "DE".parse().ok(),
        "F" => "FR".parse().ok(),
        "H" => "HU".parse().ok(),
        "I" => "IT".parse().ok(),
        other => other.parse().ok(),
    };
    let given = wanted.country.map(|country| iso(country.as_str()).unwrap_or(country));
    given.or_else(|| iso(of_nuts()?)).or_else(|| iso(of_postcode()?))
}

/// Territories and small neighbours that GeoNames lists as countries of their own.
pub(super) fn territories(country: &str) -> &'static [&'static str] {
    match country {
        "DK" => &["FO", "GL"],
        "FI" => &["AX"],
        "FR" => &["GF", "GP", "MF", "MQ", "RE", "YT", "MC"],
        "GB" => &["GG", "GI", "IM", "JE"],
        "IL" => &["PS"],
        "IT" => &["SM", "VA"],
        "NO" => &["SJ"],
        "RS" => &["XK"],
        _ => &[],
    }
}
