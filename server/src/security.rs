//! The headers that keep a page to itself.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// The content security policy of a page whose own scripts and styles carry
/// `nonce`, that `ancestors` may frame, and whose files come from `own`. Everything is
/// forbidden, then allowed piece by piece.
///
/// `own` is `'self'`, for a widget [`Framing::own`](crate::framing::Framing::own).
pub fn page_policy(nonce: &str, ancestors: &str, own: &str) -> String {
    [
        // What no line below names is not loaded at all.
        "default-src 'none'".to_owned(),
        // Our hashed scripts; the inline ones of this very page (the loader and
        // the data that Leptos hands over); and wasm, which counts as evaluation.
        format!("script-src {own} 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        // The style sheet, and the one inline style an embed may have for its
        // accent colour. No style attributes anywhere.
        format!("style-src {own} 'nonce-{nonce}'"),
        // The icon.
        format!("img-src {own}"),
        // Server functions, and the wasm itself, which is fetched.
        format!("connect-src {own}"),
        // The filter form; it must not be turned to send elsewhere.
        format!("form-action {own}"),
        // No <base>, which would turn every relative link.
        "base-uri 'none'".to_owned(),
        // Only our own pages may frame a page, but for the widget (`framing.rs`). There
        // is no X-Frame-Options, which knows no lists.
        format!("frame-ancestors {ancestors}"),
    ]
    .join("; ")
}

/// What the embed generator's page needs besides: its preview, a page of our own.
pub const PREVIEW: &str = "; frame-src 'self'";

/// For what is not a page (data, feeds, errors without markup): if a browser is
/// talked into showing it, it can do nothing.
const BARE_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// Headers that every answer has.
const EVERYWHERE: [(&str, &str); 4] = [
    // Content is what its type says, never guessed.
    ("x-content-type-options", "nosniff"),
    // Another site learns that a visitor came from here, not what they looked for.
    ("referrer-policy", "strict-origin-when-cross-origin"),
    // A page that we open, or that opens us, cannot reach into ours. In a frame it
    // means nothing: there the page around it decides.
    ("cross-origin-opener-policy", "same-origin"),
    // Nothing of a device is needed, except the place and the whole screen, for the
    // map, when asked for it. In a frame, `self` is still us, and the page around it
    // must hand them on (`allow`). What is not named here, such as writing to the
    // clipboard and sharing, is ours by default in the same way.
    (
        "permissions-policy",
        "accelerometer=(), camera=(), display-capture=(), fullscreen=(self), \
         geolocation=(self), gyroscope=(), magnetometer=(), microphone=(), midi=(), \
         payment=(), publickey-credentials-get=(), usb=(), xr-spatial-tracking=(), \
         browsing-topics=()",
    ),
];

/// Adds the headers. A 304 gets no policy: it would replace the stored one, and
/// with a new nonce the stored page's scripts would be blocked.
pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let not_modified = response.status() == axum::http::StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    for (name, value) in EVERYWHERE {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !not_modified && !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        let bare = HeaderValue::from_static(BARE_POLICY);
        headers.insert(header::CONTENT_SECURITY_POLICY, bare);
    }
    response
}
