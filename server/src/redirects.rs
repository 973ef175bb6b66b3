//! Redirects: from the bare address to a language, from an address that a form made to
//! the canonical one, and from an address with a slash at its end to the one without.

use axum::{
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use catalogue::{
    embed::Embed,
    filter::{Filter, with_more},
    model::Lang,
};

use crate::cache::Policy;

/// `/`: to the explorer in the language that the visitor likes best, with the
/// same filter.
pub async fn to_language(uri: Uri, headers: HeaderMap) -> Response {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = best_language(accepted.unwrap_or_default());
    let mut response = redirect(StatusCode::FOUND, &format!("/{lang}{}", question(&uri)));
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-language"));
    headers.insert(header::CACHE_CONTROL, Policy::Revalidate.header());
    response
}

/// A form sends its empty fields too. Who arrives with such an address is sent
/// on to the canonical one, which is what they will copy and share.
pub async fn clean_form_address(request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD)
        && is_ours(request.uri().path())
        && let Some(query) = request.uri().query()
    {
        let path = request.uri().path();
        if let Some(lang) = generator(path) {
            return match app::generator::Setup::tidied(query, lang) {
                Some(tidied) => redirect(StatusCode::SEE_OTHER, &format!("{path}?{tidied}")),
                None => next.run(request).await,
            };
        }
        let decoded = Filter::decode(query);
        // What was not understood stays in the address, so that the page can say so.
        if decoded.from_form && decoded.ignored.is_empty() {
            // Of an embed its set-up is as much a part of the address.
            let to = decoded.filter.href(request.uri().path());
            let to = with_more(to, &Embed::from_query(query).0.to_query());
            return redirect(StatusCode::SEE_OTHER, &to);
        }
    }
    next.run(request).await
}

/// The language of the embed generator, whose address says more than a filter.
pub fn generator(path: &str) -> Option<Lang> {
    path.strip_prefix('/')?.strip_suffix("/embed")?.parse().ok()
}

/// Where a page is that was asked for with a slash behind it, as some programs
/// add one: a page has one address.
pub fn without_slash(uri: &Uri) -> Option<Response> {
    let path = uri.path().strip_suffix('/').filter(|path| is_ours(path))?;
    Some(redirect(StatusCode::PERMANENT_REDIRECT, &format!("{path}{}", question(uri))))
}

/// The query as it was sent, with its question mark.
fn question(uri: &Uri) -> String {
    uri.query().map(|query| format!("?{query}")).unwrap_or_default()
}

/// Whether a path begins with a language of ours. Only such a path may be sent
/// back in a redirect: `//example.org` would lead to another site.
fn is_ours(path: &str) -> bool {
    let tag = path.strip_prefix('/').and_then(|rest| rest.split('/').next());
    tag.is_some_and(|tag| tag.parse::<Lang>().is_ok())
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
