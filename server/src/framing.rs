//! Who may show a page in a frame.
//!
//! The widget, `/{lang}/widget` and all below it, is made for iframes on
//! other sites: on every site, or on those that the operator has listed. Only pages of
//! this site may frame its other pages. The content security policy forbids the rest,
//! and a browser then shows a blank. Where the headers of a request say that its frame
//! is not allowed, the answer is a sentence instead. Headers can be forged, which gains
//! nothing: they only choose between the blank and the sentence.

use app::{refused_frame, widget};
use axum::{
    extract::{Request, State as Extract},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use catalogue::{filter::Lock, model::Lang};
use url::Url;

use crate::{
    State,
    config::{Ancestor, Embed},
};

/// Who may frame the widget.
#[derive(Clone, Debug)]
pub struct Framing {
    listed: Option<Vec<Ancestor>>,
    /// The value of `frame-ancestors` for the widget.
    widget: String,
    public: Option<Url>,
    /// Where the widget's files come from, for its policy.
    own: String,
}

/// The page that says so may stand in any iframe, or no visitor would see it.
const REFUSAL_POLICY: &str = "default-src 'none'; base-uri 'none'; frame-ancestors *";

/// This very site, in a policy.
const SELF: &str = "'self'";

const FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

impl Framing {
    /// What the operator wants, for a site of this address.
    pub fn new(embed: &Embed, public_url: &str) -> Self {
        let widget = match &embed.ancestors {
            None => "*".to_owned(),
            Some(listed) => listed.iter().fold(SELF.to_owned(), |all, site| {
                // Ancestors are read as parts of a policy, so they are none of another.
                format!("{all} {site}")
            }),
        };
        let public = Url::parse(public_url).ok();
        let own = match &public {
            Some(public) => format!("'self' {}", public.origin().ascii_serialization()),
            None => SELF.to_owned(),
        };
        Self { listed: embed.ancestors.clone(), widget, public, own }
    }

    /// The value of `frame-ancestors` for a page.
    pub fn ancestors(&self, path: &str) -> &str {
        if widget(path).is_some() { &self.widget } else { SELF }
    }

    /// What a page's policy calls its own site. A page in a frame with the attribute
    /// `sandbox` is of no origin, and for WebKit (2.50) `'self'` is then nothing at all:
    /// it would show the widget without style and scripts. So that one has its site by
    /// name as well.
    pub fn own(&self, path: &str) -> &str {
        if widget(path).is_some() { &self.own } else { SELF }
    }

    /// Whether the headers say that a page of this address is to be framed by a site
    /// that may not. Without such headers the policy alone
    /// decides.
    fn is_refused(&self, headers: &HeaderMap) -> bool {
        let Some(listed) = &self.listed else { return false };
        let told = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if !matches!(told(FETCH_DEST), Some("iframe" | "frame" | "embed" | "object")) {
            return false;
        }
        let Some(page) = told(header::REFERER).and_then(|page| Url::parse(page).ok()) else {
            return false;
        };
        let ours = self.public.as_ref().is_some_and(|public| public.origin() == page.origin())
            || told(header::HOST).is_some_and(|host| page.authority() == host);
        !ours && !listed.iter().any(|site| site.is_site_of(&page))
    }
}

/// Says to those who see a frame that may not be why there is nothing in it.
pub async fn say_refused(Extract(state): Extract<State>, request: Request, next: Next) -> Response {
    match widget(request.uri().path()) {
        Some((lang, rest)) if state.framing.is_refused(request.headers()) => {
            refusal(lang, &whole(request.uri(), lang, rest))
        }
        _ => next.run(request).await,
    }
}

/// The same in the explorer itself; what was locked is then a filter.
fn whole(uri: &Uri, lang: Lang, rest: &str) -> String {
    let query = uri.query().unwrap_or_default();
    Lock::in_query(query).left(query).href(&format!("/{lang}{rest}"))
}

fn refusal(lang: Lang, explorer: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(REFUSAL_POLICY)),
    ];
    (StatusCode::FORBIDDEN, headers, refused_frame(lang, explorer)).into_response()
}
