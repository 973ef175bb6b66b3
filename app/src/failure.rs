//! Why a server function has no answer.

use leptos::server_fn::{
    codec::PostcardEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

/// Why a server function has no answer. None of these tells a client what went wrong
/// inside the server.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub enum Failure {
    /// The client made a mistake in the arguments.
    Arguments(String),
    /// The server failed; its log has the cause under this reference.
    Server(String),
    /// The client did not reach the server, or could not read its answer.
    Connection(String),
}

#[cfg(feature = "ssr")]
impl Failure {
    /// A mistake of the client's. The answer has the status 400.
    pub fn arguments(mistake: impl Into<String>) -> Self {
        set_status(http::StatusCode::BAD_REQUEST);
        Self::Arguments(mistake.into())
    }

    /// A failure of the server's. The cause goes to the log, and the answer has the
    /// status 500.
    pub fn server(cause: &str) -> Self {
        set_status(http::StatusCode::INTERNAL_SERVER_ERROR);
        let faults = leptos::prelude::use_context::<crate::server_only::shell::Faults>();
        Self::Server(faults.map(|faults| (faults.0)(cause)).unwrap_or_default())
    }
}

/// Whether it is the answer of a function or a page that is being made.
#[cfg(feature = "ssr")]
fn set_status(status: http::StatusCode) {
    if let Some(response) = leptos::prelude::use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(status);
    }
}

impl FromServerFnError for Failure {
    type Encoder = PostcardEncoding;

    #[cfg(feature = "ssr")]
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => {
                Self::arguments("the arguments cannot be read")
            }
            error => Self::server(&error.to_string()),
        }
    }

    #[cfg(not(feature = "ssr"))]
    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self::Connection(error.to_string())
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use std::sync::{Arc, mpsc::channel};

    use leptos::prelude::{Owner, provide_context};

    use super::*;
    use crate::server_only::shell::Faults;

    /// What a server function makes of an error, and what is written to the log.
    fn made_of(error: ServerFnErrorErr) -> (Failure, Vec<String>) {
        let (write, log) = channel();
        let failure = Owner::new().with(|| {
            provide_context(Faults(Arc::new(move |cause: &str| {
                let _ = write.send(cause.to_owned());
                "7-0".to_owned()
            })));
            Failure::from_server_fn_error(error)
        });
        (failure, log.try_iter().collect())
    }

    #[test]
    fn a_client_gets_a_reference_and_the_log_gets_the_cause() {
        let (failure, log) = made_of(ServerFnErrorErr::Response("the secret cause".to_owned()));
        assert_eq!(failure, Failure::Server("7-0".to_owned()));
        assert!(log.len() == 1 && log[0].contains("the secret cause"), "{log:?}");
    }

    #[test]
    fn a_mistake_of_the_client_is_none_of_the_server() {
        for error in [ServerFnErrorErr::Args, ServerFnErrorErr::MissingArg] {
            let (failure, log) = made_of(error("detail".to_owned()));
            assert_eq!(failure, Failure::Arguments("the arguments cannot be read".to_owned()));
            assert!(log.is_empty());
        }
    }

    #[test]
    fn it_arrives_as_it_was_sent_and_damaged_it_is_a_failure_too() {
        let failure = Failure::Server("7-0".to_owned());
        assert_eq!(Failure::de(failure.ser()), failure);
        let damaged = Failure::de(failure.ser().slice(..3));
        assert_ne!(damaged, failure);
    }
}
