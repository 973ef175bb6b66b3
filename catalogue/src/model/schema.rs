//! The JSON Schema of the types that are a text or a number with rules of
//! their own, which a derive cannot know.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Country, Euro, LangTag, Latitude, Longitude, PartialDate, Percent, Slug};

macro_rules! schema {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema!(Slug, "Slug", {
    "description": "A name in addresses: words of small letters and digits, joined by single hyphens.",
    "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": Slug::MAX_LEN
});
schema!(PartialDate, "Date", {
    "description": "A day (2020-07-01), a month (2019-01) or a year (2017): as exact as the source.",
    "type": "string", "pattern": "^(19|2[01])\\d{2}(-\\d{2}(-\\d{2})?)?$"
});
schema!(Euro, "Euro", {
    "description": "An amount in euro with at most two decimals.",
    "type": "number", "minimum": 0
});
schema!(Percent, "Percent", {
    "description": "A share of a hundred with at most two decimals, such as 60 or 50.38.",
    "type": "number", "minimum": 0, "maximum": 255
});
schema!(Country, "Country", {
    "description": "A country by its ISO 3166-1 code.",
    "type": "string", "pattern": "^[A-Z]{2}$"
});
schema!(LangTag, "Language", {
    "description": "A language by its ISO 639 code.",
    "type": "string", "pattern": "^[a-z]{2,3}$"
});
schema!(Latitude, "Latitude", {
    "description": "Degrees north (WGS 84).", "type": "number", "minimum": -90, "maximum": 90
});
schema!(Longitude, "Longitude", {
    "description": "Degrees east (WGS 84).", "type": "number", "minimum": -180, "maximum": 180
});
