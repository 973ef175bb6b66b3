//! The ways in: the bare address, and addresses that a form made.

use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use catalogue::{filter::Filter, model::Lang};

use crate::State;

/// `/`: to the explorer in the language that the visitor likes best.
pub async fn to_language(headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = best_language(accepted.unwrap_or_default());
    let mut response = redirect(StatusCode::FOUND, &format!("/{lang}"));
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}

/// A form sends its empty fields too. Who arrives with such an address is sent
/// on to the canonical one, which is what they will copy and share.
pub async fn clean_form_address(
    Extract(_): Extract<State>,
    request: Request,
    next: Next,
) -> Response {
    if request.method() == Method::GET
        && let Some(query) = request.uri().query()
    {
        let decoded = Filter::decode(query);
        // What was not understood stays in the address, so that the page can say so.
        if decoded.from_form && decoded.ignored.is_empty() {
            return redirect(StatusCode::SEE_OTHER, &decoded.filter.href(request.uri().path()));
        }
    }
    next.run(request).await
}

fn redirect(status: StatusCode, to: &str) -> Response {
    match HeaderValue::from_str(to) {
        Ok(to) => (status, [(header::LOCATION, to)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// The language of ours with the highest weight in `Accept-Language` (RFC 9110,
/// 12.5.4); Dutch where none is asked for.
fn best_language(accepted: &str) -> Lang {
    let mut best = (Lang::Nl, 0.0);
    for range in accepted.split(',').take(50) {
        let (tag, parameters) = range.split_once(';').unwrap_or((range, ""));
        let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        let weight = match parameters.trim().strip_prefix("q=") {
            Some(weight) => weight.trim().parse().unwrap_or(0.0),
            None => 1.0,
        };
        if let Ok(lang) = primary.parse::<Lang>()
            && weight > best.1
        {
            best = (lang, weight);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_language_of_ours_is_taken() {
        let cases = [
            ("", Lang::Nl),
            ("fr, es;q=0.5", Lang::Nl),
            ("en-GB,en;q=0.9,nl;q=0.8", Lang::En),
            ("fy;q=0.7, de;q=0.9", Lang::De),
            ("FY-nl", Lang::Fy),
            ("en;q=0, de;q=0.1", Lang::De),
            ("en;q=nonsense, *;q=0.5", Lang::Nl),
        ];
        for (accepted, expected) in cases {
            assert_eq!(best_language(accepted), expected, "{accepted}");
        }
    }
}
