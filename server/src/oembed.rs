//! `/oembed`: how a page of ours is put into a page of others (oembed.com, 2.3).
//!
//! A site that is given a link asks here, and shows what comes back: the widget of
//! that page in a frame, with the same filter.

use app::{
    ALLOW,
    preview::{PICTURE, Preview},
};
use axum::{
    extract::{RawQuery, State as Extract},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use catalogue::{
    embed::Embed,
    filter::{Filter, Lock, with_more},
    model::{Lang, Slug},
};
use serde_json::{Map, Value, json};
use url::{Url, form_urlencoded};

use crate::{State, cache::Policy};

/// The size of the iframe where the request says no other, in pixels.
const SIZE: (u32, u32) = (800, 900);

/// What the widget needs.
const NARROWEST: u32 = 280;

/// As long as `Policy::Hour`.
const CACHE_AGE: u32 = 3600;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("url: say which page is meant, such as url={0}/nl")]
    NoUrl(String),
    #[error("url: write the whole address of a page, such as {0}/nl")]
    NotAnAddress(String),
    #[error("url: no page of {0}, and of no other site is anything known here")]
    OtherSite(String),
    #[error("url: neither the explorer nor a project has this address")]
    NoPage,
    #[error("{0}: write a whole number of pixels, at least {1}")]
    BadSize(&'static str, u32),
    #[error("format: write json or xml, no other is known")]
    BadFormat,
}

impl Refusal {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoUrl(_) | Self::NotAnAddress(_) | Self::BadSize(..) => StatusCode::BAD_REQUEST,
            Self::OtherSite(_) | Self::NoPage => StatusCode::NOT_FOUND,
            Self::BadFormat => StatusCode::NOT_IMPLEMENTED,
        }
    }
}

/// Answers who was given a link to us.
pub async fn answer(Extract(state): Extract<State>, RawQuery(query): RawQuery) -> Response {
    match told(&state, &query.unwrap_or_default()) {
        Ok(response) => response,
        Err(refusal) => (refusal.status(), format!("{refusal}\n")).into_response(),
    }
}

fn told(state: &State, query: &str) -> Result<Response, Refusal> {
    let asked = |wanted: &str| {
        let mut pairs = form_urlencoded::parse(query.as_bytes());
        pairs.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
    };
    let xml = match asked("format").as_deref() {
        None | Some("" | "json") => false,
        Some("xml") => true,
        Some(_) => return Err(Refusal::BadFormat),
    };
    let site = &state.pages.public_url;
    let url = asked("url").filter(|url| !url.is_empty());
    let url = url.ok_or_else(|| Refusal::NoUrl(site.clone()))?;
    let url = Url::parse(&url).map_err(|_| Refusal::NotAnAddress(site.clone()))?;
    if !is_of(&url, site) {
        return Err(Refusal::OtherSite(site.clone()));
    }
    let page = Page::at(url.path()).ok_or(Refusal::NoPage)?;
    let size = Size {
        width: length("maxwidth", asked("maxwidth"), NARROWEST)?,
        height: length("maxheight", asked("maxheight"), 1)?,
    };
    let fields = page.fields(state, url.query(), size).ok_or(Refusal::NoPage)?;
    let (kind, body) = if xml {
        ("text/xml; charset=utf-8", as_xml(&fields))
    } else {
        ("application/json", Value::Object(fields).to_string())
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, Policy::Hour.header()),
    ];
    Ok((headers, body).into_response())
}

/// Whether an address is one of this site, be it with or without TLS.
fn is_of(url: &Url, site: &str) -> bool {
    Url::parse(site).is_ok_and(|site| {
        matches!(url.scheme(), "http" | "https")
            && url.host_str() == site.host_str()
            && url.port() == site.port()
    })
}

fn length(name: &'static str, text: Option<String>, least: u32) -> Result<Option<u32>, Refusal> {
    let text = text.filter(|text| !text.is_empty());
    let read = |text: String| text.parse().ok().filter(|length| *length >= least);
    text.map(|text| read(text).ok_or(Refusal::BadSize(name, least))).transpose()
}

/// How much room there is, at most.
#[derive(Clone, Copy)]
struct Size {
    width: Option<u32>,
    height: Option<u32>,
}

/// A page that can be shown elsewhere.
struct Page {
    lang: Lang,
    project: Option<Slug>,
}

impl Page {
    fn at(path: &str) -> Option<Self> {
        let mut parts = path.strip_prefix('/')?.trim_end_matches('/').split('/').peekable();
        let lang = parts.next()?.parse().ok()?;
        parts.next_if_eq(&"widget");
        let project = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => None,
            (Some("projects"), Some(slug), None) => Some(slug.parse().ok()?),
            _ => return None,
        };
        Some(Self { lang, project })
    }

    /// The page behind the language.
    fn rest(&self) -> String {
        self.project.as_ref().map_or_else(String::new, |slug| format!("/projects/{slug}"))
    }

    /// `None` where there is no such project.
    fn fields(&self, state: &State, query: Option<&str>, most: Size) -> Option<Map<String, Value>> {
        let (lang, rest, site) = (self.lang, self.rest(), &state.pages.public_url);
        let snapshot = state.backend.snapshot();
        let query = query.unwrap_or_default();
        let preview = match &self.project {
            Some(slug) => {
                let lock = Lock::in_query(query);
                Preview::project(lang, &snapshot.project(&lock, slug, lang)?)
            }
            None => Preview::explorer(lang, &snapshot.document()),
        };
        // Nothing is repeated that was not understood.
        let widget = Filter::from_query(query).0.href(&format!("{site}/{lang}/widget{rest}"));
        let widget = with_more(widget, &Embed::from_query(query).0.to_query());
        let width = most.width.unwrap_or(SIZE.0).min(SIZE.0);
        let height = most.height.unwrap_or(SIZE.1).min(SIZE.1);
        let title = preview.line();
        let mut fields = Map::new();
        let mut say = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        let explorer = Lock::in_query(query).left(query).href(&format!("{site}/{lang}{rest}"));
        say("html", json!(frame(&widget, &explorer, &title, width, height)));
        say("version", json!("1.0"));
        say("type", json!("rich"));
        say("provider_name", json!(preview.site));
        say("provider_url", json!(site));
        say("title", json!(title));
        say("width", json!(width));
        say("height", json!(height));
        say("cache_age", json!(CACHE_AGE));
        // What is said to be shown must have room too.
        let (wide, high) = PICTURE;
        if most.width.is_none_or(|most| wide <= most) && most.height.is_none_or(|most| high <= most)
        {
            say("thumbnail_url", json!(format!("{site}/social/{lang}{rest}.png")));
            say("thumbnail_width", json!(wide));
            say("thumbnail_height", json!(high));
        }
        Some(fields)
    }
}

/// The frame, and before it a link to the same in the explorer. The link is quoted,
/// since WordPress, which shows in a frame what its own posts give, takes such a quote
/// for what stands there until the frame has spoken (`frame.js`), and without a script.
/// WordPress also takes the style away: hence the old attribute for the border, and a
/// width that fits whatever is around it, with the one that was asked for as the most.
fn frame(address: &str, explorer: &str, title: &str, width: u32, height: u32) -> String {
    format!(
        "<blockquote><a href=\"{explorer}\">{title}</a></blockquote>\
         <iframe src=\"{}\" title=\"{title}\" data-interreg-explorer=\"true\" width=\"100%\" \
         height=\"{height}\" frameborder=\"0\" loading=\"lazy\" \
         referrerpolicy=\"strict-origin\" allow=\"{ALLOW}\" \
         style=\"border:0;max-width:{width}px\"></iframe>",
        escape(address),
        explorer = escape(explorer),
        title = escape(title),
    )
}

/// The names of fields are ours and need no care.
fn as_xml(fields: &Map<String, Value>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<oembed>\n");
    for (name, value) in fields {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        xml.push_str(&format!("  <{name}>{}</{name}>\n", escape(&text)));
    }
    xml.push_str("</oembed>\n");
    xml
}

/// For texts and values of HTML and XML alike. What XML cannot have at all is left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_explorer_projects_and_their_widgets_can_be_shown_and_nothing_else() {
        for (path, rest) in [
            ("/nl", ""),
            ("/nl/", ""),
            ("/en/widget", ""),
            ("/fy/projects/bling", "/projects/bling"),
            ("/de/widget/projects/bling", "/projects/bling"),
        ] {
            assert_eq!(Page::at(path).map(|page| page.rest()).as_deref(), Some(rest), "{path}");
        }
        for path in ["/", "/xx", "/nl/about", "/nl/projects", "/nl/projects/a/b", "/widget/nl"] {
            assert!(Page::at(path).is_none(), "{path}");
        }
    }

    #[test]
    fn nothing_in_an_address_or_a_title_becomes_markup() {
        let hostile = "https://a.nl/?q=\"><script>&b";
        let said = frame(hostile, hostile, "Tom & 'Jerry'\u{0}", 800, 900);
        for written in [
            "href=\"https://a.nl/?q=&quot;&gt;&lt;script&gt;&amp;b\">Tom &amp; &#39;Jerry&#39;<",
            "q=&quot;&gt;&lt;script&gt;&amp;b\" title=\"Tom &amp; &#39;Jerry&#39;\"",
        ] {
            assert!(said.contains(written), "{said}");
        }
    }
}
