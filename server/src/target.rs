//! What a request may ask for: an address on this site.
//!
//! A request has its target in one of four forms (RFC 9112, 3.2). Browsers and reverse
//! proxies send the origin form, `/nl?q=peat`. The absolute form, `http://host/nl?q=peat`,
//! is for forward proxies, and every server must understand it. The authority form,
//! `host:80`, and the asterisk, `*`, name no page. The router and Leptos know nothing of
//! these differences, and Leptos panics at a target without a path.

use axum::{
    extract::Request,
    http::{Method, StatusCode, Uri, header, uri::PathAndQuery},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Lets a request pass that asks for an address on this site, in the origin form.
pub async fn of_this_site(mut request: Request, next: Next) -> Response {
    let Some(target) = target(request.method(), request.uri()) else {
        let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
        let hint = "400: ask for a path on this site, such as /\n";
        return (StatusCode::BAD_REQUEST, headers, hint).into_response();
    };
    *request.uri_mut() = Uri::from(target);
    next.run(request).await
}

/// The path and query, where the target has them.
fn target(method: &Method, uri: &Uri) -> Option<PathAndQuery> {
    if method == Method::CONNECT {
        return None;
    }
    let target = uri.path_and_query().filter(|target| target.path().starts_with('/'))?;
    // `http://a?q` has the path `/`, which is written only when it is asked for.
    let target = if target.as_str().starts_with('/') {
        target.clone()
    } else {
        target.to_string().parse().ok()?
    };
    let origin_form = uri.scheme().is_none() && uri.authority().is_none();
    let absolute_form =
        matches!(uri.scheme_str(), Some("http" | "https")) && uri.authority().is_some();
    (origin_form || absolute_form).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_a_path_on_this_site_or_none() {
        let cases: [(Method, &str, Option<&str>); 14] = [
            (Method::GET, "/nl?q=a", Some("/nl?q=a")),
            (Method::OPTIONS, "/nl", Some("/nl")),
            (Method::GET, "http://a/nl?q=a", Some("/nl?q=a")),
            (Method::GET, "http://a", Some("/")),
            (Method::GET, "http://a?q=a", Some("/?q=a")),
            (Method::GET, "https://[::1]:9/x", Some("/x")),
            (Method::GET, "//a/b", Some("//a/b")),
            (Method::GET, "a:80", None),
            (Method::OPTIONS, "a:80", None),
            (Method::OPTIONS, "*", None),
            (Method::GET, "*", None),
            (Method::GET, "ftp://a/b", None),
            (Method::CONNECT, "a:80", None),
            (Method::CONNECT, "/nl", None),
        ];
        for (method, asked, expected) in cases {
            let found = target(&method, &asked.parse().unwrap());
            assert_eq!(found.as_ref().map(PathAndQuery::as_str), expected, "{method} {asked}");
        }
    }
}
