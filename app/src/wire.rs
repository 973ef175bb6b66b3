//! How answers travel from the server to the browser.
//!
//! In a compact binary form (postcard), as text where it stands in a page. JSON
//! would be easier on the eye, but reading it takes code for every field of
//! every type, which came to a quarter of all that was sent to the browser.

use std::{fmt, future::Future, str::FromStr};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use codee::string::FromToStringCodec;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Something that travels.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire<T>(pub T);

/// What arrived is not what was sent.
#[derive(Clone, Debug)]
pub struct WireError;

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer could not be read")
    }
}

impl std::error::Error for WireError {}

impl<T: Serialize> fmt::Display for Wire<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = postcard::to_allocvec(&self.0).map_err(|_| fmt::Error)?;
        f.write_str(&STANDARD_NO_PAD.encode(bytes))
    }
}

impl<T: DeserializeOwned> FromStr for Wire<T> {
    type Err = WireError;

    fn from_str(text: &str) -> Result<Self, WireError> {
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| WireError)?;
        postcard::from_bytes(&bytes).map(Self).map_err(|_| WireError)
    }
}

/// An answer that is on its way, and is handed over with the page.
pub type Awaited<T> = Resource<Wire<Result<T, String>>, FromToStringCodec>;

/// Fetches again whenever `source` changes. A failure is kept as its cause.
pub fn resource<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> Awaited<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, ServerFnError>> + Send + 'static,
{
    Resource::new_str(source, move |asked| {
        let answer = fetch(asked);
        async move { Wire(answer.await.map_err(|error| error.to_string())) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_travels_arrives_and_what_is_damaged_is_refused() {
        let sent = Wire(Ok::<_, String>(vec![Some("Leeuwarden".to_owned()), None]));
        let text = sent.to_string();
        assert_eq!(text.parse::<Wire<Result<Vec<Option<String>>, String>>>().unwrap(), sent);
        assert!(text[..4].parse::<Wire<Result<Vec<Option<String>>, String>>>().is_err());
        assert!("%%%".parse::<Wire<u8>>().is_err());
    }
}
