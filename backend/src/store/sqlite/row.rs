//! Converts the values of a row into the types of the catalogue, and back.
//!
//! Columns are read by position. A catalogue has some two million values, and looking each
//! up by name would take a third of the loading time.

use catalogue::model::{Euro, Location, Money, Percent};
use jiff::Timestamp;
use serde::{
    Deserialize, Serialize,
    de::{DeserializeOwned, IntoDeserializer, value},
};
use sqlx::{Column as _, Decode, Row as _, Sqlite, Type, sqlite::SqliteRow};

use super::error::SqliteError;
use crate::store::change::Fingerprint;

/// A value of a type of SQLite.
pub(super) fn get<'r, T>(row: &'r SqliteRow, n: usize) -> Result<T, SqliteError>
where
    T: Decode<'r, Sqlite> + Type<Sqlite>,
{
    Ok(row.try_get(n)?)
}

/// A whole number in the range of its type.
pub(super) fn number<T: TryFrom<i64>>(row: &SqliteRow, n: usize) -> Result<Option<T>, SqliteError> {
    let number: Option<i64> = get(row, n)?;
    number.map(|number| T::try_from(number).map_err(|_| wrong(row, n, number))).transpose()
}

/// A share for the column of whole percent. The column was not made for hundredths, so they
/// are stored as a negative number.
pub(super) fn share(share: Percent) -> i64 {
    match i64::from(share.hundredths()) {
        hundredths if hundredths % 100 == 0 => hundredths / 100,
        hundredths => -hundredths,
    }
}

/// A share in percent.
pub(super) fn percent(row: &SqliteRow, n: usize) -> Result<Option<Percent>, SqliteError> {
    let number: Option<i64> = get(row, n)?;
    let read = |number: i64| {
        let hundredths =
            if number < 0 { number.checked_neg()? } else { number.checked_mul(100)? };
        Percent::from_hundredths(hundredths.try_into().ok()?)
    };
    number.map(|number| read(number).ok_or_else(|| wrong(row, n, number))).transpose()
}

/// A value that is one word in the exchange format: a slug, a date, a role.
pub(super) fn word<'r, T: Deserialize<'r>>(row: &'r SqliteRow, n: usize) -> Result<T, SqliteError> {
    let word: &'r str = get(row, n)?;
    let word: value::StrDeserializer<'r, value::Error> = word.into_deserializer();
    T::deserialize(word).map_err(|cause| wrong(row, n, cause))
}

/// The same for an optional value.
pub(super) fn maybe_word<'r, T>(row: &'r SqliteRow, n: usize) -> Result<Option<T>, SqliteError>
where
    T: Deserialize<'r>,
{
    match get::<Option<&str>>(row, n)? {
        Some(_) => word(row, n).map(Some),
        None => Ok(None),
    }
}

/// A time.
pub(super) fn time(row: &SqliteRow, n: usize) -> Result<Timestamp, SqliteError> {
    get::<&str>(row, n)?.parse().map_err(|cause| wrong(row, n, cause))
}

/// A value in JSON. NULL is its default: an empty list or nothing.
pub(super) fn json<T: DeserializeOwned + Default>(
    row: &SqliteRow,
    n: usize,
) -> Result<T, SqliteError> {
    match get::<Option<&str>>(row, n)? {
        Some(text) => serde_json::from_str(text).map_err(|cause| wrong(row, n, cause)),
        None => Ok(T::default()),
    }
}

/// An amount in cents and, in the next column, whether the source rounds it.
pub(super) fn money(row: &SqliteRow, n: usize) -> Result<Option<Money>, SqliteError> {
    let Some(cents) = number::<u64>(row, n)? else { return Ok(None) };
    let eur = Euro::from_cents(cents).ok_or_else(|| wrong(row, n, cents))?;
    Ok(Some(Money { eur, rounded: get(row, n + 1)? }))
}

/// Latitude, longitude, precision and number in GeoNames, in four columns.
pub(super) fn location(row: &SqliteRow, n: usize) -> Result<Option<Location>, SqliteError> {
    let (lat, lon): (Option<f64>, Option<f64>) = (get(row, n)?, get(row, n + 1)?);
    let Some((lat, lon)) = lat.zip(lon) else { return Ok(None) };
    Ok(Some(Location {
        lat: lat.try_into().map_err(|cause| wrong(row, n, cause))?,
        lon: lon.try_into().map_err(|cause| wrong(row, n + 1, cause))?,
        precision: word(row, n + 2)?,
        geonames_id: number(row, n + 3)?,
    }))
}

/// A fingerprint.
pub(super) fn fingerprint(bytes: &[u8]) -> Result<Fingerprint, SqliteError> {
    bytes.try_into().map(Fingerprint).map_err(|_| SqliteError::Value {
        column: "fingerprint".to_owned(),
        cause: format!("{} bytes instead of 16", bytes.len()),
    })
}

/// A value as one word of the exchange format.
pub(super) fn as_word<T: Serialize>(value: T) -> Result<String, SqliteError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(SqliteError::Value {
            column: "a word".to_owned(),
            cause: format!("{other} is none"),
        }),
    }
}

/// A list in JSON; NULL if it is empty.
pub(super) fn as_json<T: Serialize>(list: &[T]) -> Result<Option<String>, SqliteError> {
    Ok(if list.is_empty() { None } else { Some(serde_json::to_string(list)?) })
}

fn wrong(row: &SqliteRow, n: usize, cause: impl ToString) -> SqliteError {
    let column = row.columns().get(n).map_or_else(String::new, |c| c.name().to_owned());
    SqliteError::Value { column, cause: cause.to_string() }
}
