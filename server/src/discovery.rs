//! What search engines read.

use axum::{
    extract::State as Extract,
    http::header,
    response::{IntoResponse, Response},
};
use catalogue::model::Lang;

use crate::{State, cache::Policy};

/// `/robots.txt`: everything may be read, but not every combination of filters.
pub async fn robots(Extract(state): Extract<State>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /*?\nSitemap: {}/sitemap.xml\n",
        state.pages.public_url
    );
    answer("text/plain; charset=utf-8", text)
}

/// `/sitemap.xml`: every page in every language, each naming the others.
pub async fn sitemap(Extract(state): Extract<State>) -> Response {
    let document = state.backend.document();
    let projects = document.projects.iter().map(|project| format!("/projects/{}", project.slug));
    let pages = ["".to_owned(), "/about".to_owned()].into_iter().chain(projects);
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let address = |lang: Lang| escape(&format!("{}/{lang}{page}", state.pages.public_url));
        let link = |lang: &str, href: &str| {
            format!("<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>")
        };
        let mut others: String =
            Lang::ALL.into_iter().map(|lang| link(lang.tag(), &address(lang))).collect();
        if page.is_empty() {
            // Only the explorer itself has an address that chooses the language.
            others += &link("x-default", &escape(&format!("{}/", state.pages.public_url)));
        }
        for lang in Lang::ALL {
            xml.push_str(&format!("<url><loc>{}</loc>{others}</url>\n", address(lang)));
        }
    }
    xml.push_str("</urlset>\n");
    answer("application/xml", xml)
}

fn answer(content_type: &'static str, body: String) -> Response {
    let cache = Policy::Hour.header();
    let content_type = axum::http::HeaderValue::from_static(content_type);
    ([(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, cache)], body).into_response()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
