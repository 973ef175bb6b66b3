//! The document around the app, which only the server renders.

use std::sync::Arc;

use catalogue::{embed::Embed, model::Lang};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;
use serde::Deserialize;

use super::{generator, source::MapSource};
use crate::{App, i18n, site::Site};

/// What pages need to know about the deployment.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The addresses of the hashed assets; absent where the browser part was not built.
    pub script: Option<&'static str>,
    /// The wasm that the script loads.
    pub wasm: Option<&'static str>,
    /// The map's script, which is loaded when a visitor begins to use the map.
    pub engine: Option<&'static str>,
    /// The script of an embedded page, which tells the page around it how high it is.
    pub frame: Option<&'static str>,
    /// The script of the embed generator.
    pub generator: Option<&'static str>,
    /// The style sheet.
    pub style: Option<&'static str>,
    /// The pattern of addresses of the basemap's tiles.
    pub tiles: String,
    /// The deepest zoom that these have.
    pub tiles_zoom: u8,
    /// The icon.
    pub icon: Option<&'static str>,
    /// Scheme and host of the site, without a slash at the end.
    pub public_url: String,
    /// Who runs it.
    pub operator: Operator,
    /// Whether officials may have spreadsheets checked.
    pub check: bool,
    /// The basemap that the operator has put under the markers, where there is one.
    pub map: Option<MapSource>,
}

/// Who runs this deployment, for the accessibility statement. What is left out
/// is shown as not filled in; nothing is claimed that was not said.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Operator {
    /// The organisation.
    pub name: Option<String>,
    /// Where visitors report a barrier.
    pub email: Option<String>,
    /// How far the site meets the standard.
    pub compliance: Option<Compliance>,
    /// The day of the statement, as it is to be printed.
    pub statement_date: Option<String>,
    /// Where the statement is published in full.
    pub statement_url: Option<String>,
    /// An independent audit, by its name or address.
    pub audit: Option<String>,
    /// Within how many working days a report of a barrier is answered.
    pub response_days: Option<u16>,
}

/// How far a site meets the accessibility standard, in the words of the model
/// statement (Commission Implementing Decision (EU) 2018/1523).
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Compliance {
    /// In every point.
    Full,
    /// In most points.
    Partial,
    /// Not.
    None,
    /// It has not been assessed.
    Unassessed,
}

/// Writes the cause of a failure to the log and gives the reference under which
/// it can be found there.
#[derive(Clone)]
pub struct Faults(pub Arc<dyn Fn(&str) -> String + Send + Sync>);

/// A whole document.
pub fn shell(pages: &Pages) -> impl IntoView + use<> {
    let uri = use_context::<http::request::Parts>().map(|parts| parts.uri).unwrap_or_default();
    let query = uri.query().unwrap_or_default();
    let site = Site::of(uri.path(), query);
    let set_up = site.embed();
    let look = set_up.as_ref().map(|set_up| Embed::from_query(set_up).0);
    let hide = look
        .as_ref()
        .filter(|look| !look.hide.is_empty())
        .map(|look| look.hide.iter().map(|part| part.as_str()).collect::<Vec<_>>().join(" "));
    let style = look.as_ref().and_then(generator::style);
    // Some pages have nothing to hydrate.
    let page = uri.path().trim_end_matches('/').strip_prefix(site.home().as_str());
    let still = matches!(page, Some("/about" | "/check" | "/embed"));
    let script = pages.script.zip(pages.wasm).filter(|_| !still);
    let frame = pages.frame.filter(|_| site.is_embedded());
    // What `map::source` reads: the client knows no addresses by itself.
    let basemap = pages.map.as_ref().filter(|_| !still);
    view! {
        <!DOCTYPE html>
        <html
            lang=site.lang.tag()
            data-embed=set_up
            data-hide=hide
            data-cards=look.as_ref().filter(|look| look.is_compact).map(|_| "compact")
            data-scheme=look.as_ref().and_then(|look| look.scheme.as_str())
            data-engine=pages.engine.filter(|_| !still)
            data-tiles=pages.engine.filter(|_| !still).map(|_| pages.tiles.clone())
            data-tiles-zoom=pages.engine.filter(|_| !still).map(|_| pages.tiles_zoom)
            data-basemap=basemap.map(|basemap| basemap.kind.as_str())
            data-basemap-zoom=basemap.map(|basemap| basemap.max_zoom)
            data-basemap-size=basemap.map(|basemap| basemap.tile_size)
            data-basemap-dark=basemap.map(|basemap| basemap.dark)
            data-basemap-credit=basemap.map(|basemap| basemap.attribution.clone())
            data-basemap-link=basemap.and_then(|basemap| basemap.attribution_url.clone())
        >
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                {pages.style.map(|style| view! { <link rel="stylesheet" href=style/> })}
                {pages.icon.map(|icon| view! { <link rel="icon" href=icon type="image/svg+xml"/> })}
                {style.map(|style| view! { <style nonce=use_nonce() inner_html=style></style> })}
                {frame.map(|frame| view! { <script type="module" nonce=use_nonce() src=frame></script> })}
                <MetaTags/>
            </head>
            <body>
                <App/>
                {script.map(|(script, wasm)| loader(script, wasm))}
            </body>
        </html>
    }
}

/// Starts the client when the browser has nothing better to do, or after half a
/// second: in the frame of another origin Chromium sometimes never finds the time. The
/// page is complete without it, so nothing is preloaded.
fn loader(script: &str, wasm: &str) -> impl IntoView + use<> {
    let code = format!(
        "const s=()=>import(\"{script}\").then(m=>m.default({{module_or_path:\"{wasm}\"}}));\
         window.requestIdleCallback?requestIdleCallback(s,{{timeout:500}}):addEventListener(\"load\",s)"
    );
    view! { <script type="module" nonce=use_nonce() inner_html=code></script> }
}

/// A page for when the program itself failed and can render nothing. It is
/// short, without style or script, and says the same in every language.
pub fn fault_page(reference: &str) -> String {
    let sections: String = Lang::ALL
        .into_iter()
        .map(|lang| {
            let t = i18n::messages(lang);
            let reference = t.fault_reference.fill(&[("reference", reference)]);
            format!(
                "<section lang=\"{lang}\"><h1>{}</h1><p>{}</p><p>{reference}</p>\
                 <p><a href=\"/{lang}\">{}</a></p></section>",
                t.fault, t.fault_hint, t.all_projects
            )
        })
        .collect();
    format!(
        "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>500</title></head>\
         <body>{sections}</body></html>"
    )
}
