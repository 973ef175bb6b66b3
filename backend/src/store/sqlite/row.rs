//! Values of a row as the types of the catalogue.
//!
//! Columns are taken by position: a catalogue has some two million values, and
//! looking each up by name would take a third of the time to load it.

use catalogue::model::{Euro, Location, Money};
use jiff::Timestamp;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IntoDeserializer, value},
};
use sqlx::{Column as _, Decode, Row as _, Sqlite, Type, sqlite::SqliteRow};

use super::fault::Fault;

/// A value as SQLite has it.
pub(super) fn get<'r, T>(row: &'r SqliteRow, n: usize) -> Result<T, Fault>
where
    T: Decode<'r, Sqlite> + Type<Sqlite>,
{
    Ok(row.try_get(n)?)
}

/// A whole number in its own range.
pub(super) fn number<T: TryFrom<i64>>(row: &SqliteRow, n: usize) -> Result<Option<T>, Fault> {
    let number: Option<i64> = get(row, n)?;
    number.map(|number| T::try_from(number).map_err(|_| wrong(row, n, number))).transpose()
}

/// A word of the exchange format: a slug, a date, a role.
pub(super) fn word<'r, T: Deserialize<'r>>(row: &'r SqliteRow, n: usize) -> Result<T, Fault> {
    let word: &'r str = get(row, n)?;
    let word: value::StrDeserializer<'r, value::Error> = word.into_deserializer();
    T::deserialize(word).map_err(|cause| wrong(row, n, cause))
}

/// A word that may be absent.
pub(super) fn maybe_word<'r, T>(row: &'r SqliteRow, n: usize) -> Result<Option<T>, Fault>
where
    T: Deserialize<'r>,
{
    match get::<Option<&str>>(row, n)? {
        Some(_) => word(row, n).map(Some),
        None => Ok(None),
    }
}

/// A moment.
pub(super) fn time(row: &SqliteRow, n: usize) -> Result<Timestamp, Fault> {
    get::<&str>(row, n)?.parse().map_err(|cause| wrong(row, n, cause))
}

/// A part in JSON; NULL is its default, an empty list or nothing.
pub(super) fn json<T: DeserializeOwned + Default>(row: &SqliteRow, n: usize) -> Result<T, Fault> {
    match get::<Option<&str>>(row, n)? {
        Some(text) => serde_json::from_str(text).map_err(|cause| wrong(row, n, cause)),
        None => Ok(T::default()),
    }
}

/// An amount in cents and, in the next column, whether the source rounds it.
pub(super) fn money(row: &SqliteRow, n: usize) -> Result<Option<Money>, Fault> {
    let Some(cents) = number::<u64>(row, n)? else { return Ok(None) };
    let eur = Euro::from_cents(cents).ok_or_else(|| wrong(row, n, cents))?;
    Ok(Some(Money { eur, rounded: get(row, n + 1)? }))
}

/// Latitude, longitude, precision and number in GeoNames, in four columns.
pub(super) fn location(row: &SqliteRow, n: usize) -> Result<Option<Location>, Fault> {
    let (lat, lon): (Option<f64>, Option<f64>) = (get(row, n)?, get(row, n + 1)?);
    let Some((lat, lon)) = lat.zip(lon) else { return Ok(None) };
    Ok(Some(Location {
        lat: lat.try_into().map_err(|cause| wrong(row, n, cause))?,
        lon: lon.try_into().map_err(|cause| wrong(row, n + 1, cause))?,
        precision: word(row, n + 2)?,
        geonames_id: number(row, n + 3)?,
    }))
}

/// The word of the exchange format for a value that is one.
pub(super) fn as_word<T: Serialize>(value: T) -> Result<String, Fault> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => {
            Err(Fault::Value { column: "a word".to_owned(), cause: format!("{other} is none") })
        }
    }
}

/// A list in JSON; NULL where it is empty.
pub(super) fn as_json<T: Serialize>(list: &[T]) -> Result<Option<String>, Fault> {
    Ok(if list.is_empty() { None } else { Some(serde_json::to_string(list)?) })
}

fn wrong(row: &SqliteRow, n: usize, cause: impl ToString) -> Fault {
    let column = row.columns().get(n).map_or_else(String::new, |c| c.name().to_owned());
    Fault::Value { column, cause: cause.to_string() }
}
