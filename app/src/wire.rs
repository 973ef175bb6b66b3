//! How answers travel from the server to the browser.
//!
//! In a compact binary form (postcard), as text, since it also stands in pages.
//! JSON would be easier on the eye, but reading it takes code for every field of
//! every type, which came to a quarter of all that was sent to the browser. And
//! a [`Parcel`] is one type whatever is in it, so that the machinery that awaits
//! and hands over answers exists once.

use std::{convert::Infallible, fmt, future::Future, str::FromStr};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use codee::string::FromToStringCodec;
use leptos::prelude::*;
use serde::de::DeserializeOwned;

/// Something packed for the way; or, behind an exclamation mark, why there is nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Parcel(String);

impl Parcel {
    /// Packs something.
    #[cfg(feature = "ssr")]
    pub fn pack(content: &impl serde::Serialize) -> Self {
        match postcard::to_allocvec(content) {
            Ok(bytes) => Self(STANDARD_NO_PAD.encode(bytes)),
            Err(error) => Self::failed(&error.to_string()),
        }
    }

    /// Says why there is nothing.
    pub fn failed(cause: &str) -> Self {
        Self(format!("!{cause}"))
    }

    /// Unpacks it, or tells why there is nothing.
    pub fn open<T: DeserializeOwned>(&self) -> Result<T, String> {
        if let Some(cause) = self.0.strip_prefix('!') {
            return Err(cause.to_owned());
        }
        let damaged = || "the answer was damaged on its way".to_owned();
        let bytes = STANDARD_NO_PAD.decode(&self.0).map_err(|_| damaged())?;
        postcard::from_bytes(&bytes).map_err(|_| damaged())
    }
}

impl fmt::Display for Parcel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Parcel {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

/// An answer that is on its way, and is handed over with the page.
pub type Awaited = Resource<Parcel, FromToStringCodec>;

/// What a server function gives.
pub type Given = Result<String, ServerFnError>;

/// Fetches again whenever `source` changes.
pub fn awaited<F>(
    source: impl Fn() -> String + Send + Sync + 'static,
    fetch: impl Fn(String) -> F + Send + Sync + 'static,
) -> Awaited
where
    F: Future<Output = Given> + Send + 'static,
{
    Resource::new_str(source, move |asked| {
        let given = fetch(asked);
        async move {
            match given.await {
                Ok(text) => Parcel(text),
                Err(error) => Parcel::failed(&error.to_string()),
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_travels_arrives_and_what_is_damaged_is_refused() {
        let sent = vec![Some("Leeuwarden".to_owned()), None];
        let parcel: Parcel = Parcel::pack(&sent).to_string().parse().unwrap();
        assert_eq!(parcel.open::<Vec<Option<String>>>(), Ok(sent));
        assert!(Parcel("////".to_owned()).open::<String>().is_err());
        assert!(Parcel("%%%".to_owned()).open::<u8>().is_err());
        assert_eq!(Parcel::failed("no").open::<u8>(), Err("no".to_owned()));
    }
}
