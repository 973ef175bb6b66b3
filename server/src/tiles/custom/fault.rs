//! Why there is no tile.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why there is no tile. The texts are for the log; a visitor gets one line.
/// None of them holds an address, since that may hold a token.
#[derive(Clone, Debug, thiserror::Error)]
pub(super) enum Fault {
    /// No connection, or a broken one.
    #[error("it cannot be reached ({0})")]
    Unreachable(String),
    /// It took too long.
    #[error("it does not answer in time")]
    Slow,
    /// It answered something else than a tile.
    #[error("it answers with status {0}{hint}", hint = hint(*.0))]
    Status(StatusCode),
    /// It sends us to another host, or round and round.
    #[error(
        "it redirects to another host or too often, which is not followed; write the address \
         that it leads to into map.tiles or map.dark"
    )]
    Elsewhere,
    /// Not what such tiles are.
    #[error("it sends {0}, and not {1} tiles; check map.tiles, map.dark and map.kind")]
    Content(String, &'static str),
    /// More bytes than a tile has.
    #[error("it sends a tile of more than {0} bytes, which is not taken")]
    TooLarge(usize),
    /// It failed so often that it is left alone for a while.
    #[error("it is left alone for a while")]
    Resting,
    /// Too many tiles are under way.
    #[error("too many tiles are asked for at once")]
    Busy,
}

fn hint(status: StatusCode) -> &'static str {
    match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            "; check the access token and what the source allows"
        }
        StatusCode::TOO_MANY_REQUESTS => "; it is asked more than it allows",
        _ => "",
    }
}

impl Fault {
    /// Whether the source is to blame, as opposed to one of its tiles or us.
    pub(super) fn is_an_outage(&self) -> bool {
        !matches!(self, Self::TooLarge(_) | Self::Resting | Self::Busy)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, line) = match self {
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "too many tiles at once\n"),
            Self::Slow => (StatusCode::GATEWAY_TIMEOUT, "the basemap's source is slow\n"),
            _ => (StatusCode::BAD_GATEWAY, "the basemap's source does not give this tile\n"),
        };
        let mut response = (status, line).into_response();
        if matches!(self, Self::Busy) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        response
    }
}
