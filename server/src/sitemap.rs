//! What search engines are told of: every page in every language, each naming the others.
//!
//! A sitemap has at most 50,000 addresses and 50 MB (sitemaps.org, 0.9). Where one file
//! is enough, `/sitemap.xml` is that; else it is an index of `/sitemaps/1.xml` and so on.
//! All of it is made once for a catalogue, for the first request, and kept compressed:
//! 70,000 addresses are 40 MB that say much the same. Who takes no compression gets it
//! unpacked on the way, piece by piece.

use std::{
    fmt::Write as _,
    io::{Read as _, Write as _},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{Path, State as Extract},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use backend::Snapshot;
use bytes::Bytes;
use catalogue::model::{Document, Lang, PartialDate};
use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use futures_util::stream;
use sha2::{Digest as _, Sha256};
use tokio::{sync::Mutex, task};

use crate::{
    State,
    assets::best_encoding,
    cache::{Policy, is_known},
    failure,
};

/// The most that a file may have, of addresses and of bytes.
const ADDRESSES: usize = 50_000;
const BYTES: usize = 50_000_000;

/// What is unpacked at a time for a client that takes no compression.
const PIECE: usize = 64 * 1024;

/// Of 1 to 9 and 0 to 11: files of thousands of addresses that are nearly the same
/// hardly get smaller by more.
const GZIP: u32 = 6;
const BROTLI: u32 = 5;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The files of the catalogue that is served, once they were asked for.
#[derive(Debug, Default)]
pub struct Sitemap {
    made: Mutex<Option<Arc<Files>>>,
}

/// The files of one catalogue.
#[derive(Debug)]
struct Files {
    revision: Arc<str>,
    /// What `/sitemap.xml` is.
    first: Packed,
    /// What the index names; none where there is no index.
    parts: Vec<Packed>,
}

/// A file as it is sent.
#[derive(Debug)]
struct Packed {
    etag: HeaderValue,
    gzip: Bytes,
    brotli: Bytes,
}

impl Sitemap {
    /// The files of this catalogue. They are made in a task of its own, which goes on
    /// where a client does not wait for it; those who ask meanwhile wait for the same.
    async fn files(
        self: Arc<Self>,
        snapshot: Arc<Snapshot>,
        site: Arc<str>,
    ) -> Result<Arc<Files>, String> {
        let task = async move { self.kept_or_made(snapshot, site).await };
        tokio::spawn(task).await.map_err(|error| error.to_string())?
    }

    async fn kept_or_made(
        &self,
        snapshot: Arc<Snapshot>,
        site: Arc<str>,
    ) -> Result<Arc<Files>, String> {
        let mut made = self.made.lock().await;
        let revision = snapshot.revision();
        if let Some(files) = made.as_ref().filter(|files| files.revision == revision) {
            return Ok(files.clone());
        }
        let make = move || Files::of(revision, &snapshot.document(), &site);
        let files = task::spawn_blocking(make).await.map_err(|error| error.to_string())?;
        let files = Arc::new(files.map_err(|error| error.to_string())?);
        *made = Some(files.clone());
        Ok(files)
    }
}

impl Files {
    fn of(revision: Arc<str>, document: &Document, site: &str) -> std::io::Result<Self> {
        let mut texts = parts(document, site, (ADDRESSES, BYTES)).into_iter();
        let first = texts.next().unwrap_or_else(|| urlset(""));
        let rest: Vec<String> = texts.collect();
        if rest.is_empty() {
            return Ok(Self { revision, first: Packed::of(&first)?, parts: Vec::new() });
        }
        let parts: std::io::Result<Vec<Packed>> =
            std::iter::once(first).chain(rest).map(|text| Packed::of(&text)).collect();
        let parts = parts?;
        Ok(Self {
            revision,
            first: Packed::of(&index(parts.len(), site, document.collected))?,
            parts,
        })
    }
}

impl Packed {
    fn of(text: &str) -> std::io::Result<Self> {
        let hash = Sha256::digest(text);
        let hash: String = hash.iter().take(10).map(|byte| format!("{byte:02x}")).collect();
        let mut gzip = GzEncoder::new(Vec::new(), Compression::new(GZIP));
        gzip.write_all(text.as_bytes())?;
        let mut brotli = brotli::CompressorWriter::new(Vec::new(), PIECE, BROTLI, 22);
        brotli.write_all(text.as_bytes())?;
        Ok(Self {
            // Weak, since all encodings share it. Digits are always a value.
            etag: HeaderValue::from_str(&format!("W/\"{hash}\"")).map_err(std::io::Error::other)?,
            gzip: gzip.finish()?.into(),
            brotli: brotli.into_inner().into(),
        })
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let mut response = if is_known(headers, self.etag.to_str().unwrap_or_default()) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            // The router compresses nothing that has an encoding already.
            let encoding = best_encoding(headers, ["gzip", "br"]);
            let mut response = Response::new(match encoding {
                Some("br") => Body::from(self.brotli.clone()),
                Some(_) => Body::from(self.gzip.clone()),
                None => unpacked(self.gzip.clone()),
            });
            let headers = response.headers_mut();
            if let Some(encoding) = encoding {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
            }
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/xml"));
            response
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(header::CACHE_CONTROL, Policy::Hour.header());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        response
    }
}

/// Unpacks as fast as the client reads, and keeps no more than a piece.
fn unpacked(gzip: Bytes) -> Body {
    let mut reader = GzDecoder::new(std::io::Cursor::new(gzip));
    Body::from_stream(stream::iter(std::iter::from_fn(move || {
        let mut piece = Vec::with_capacity(PIECE);
        match reader.by_ref().take(PIECE as u64).read_to_end(&mut piece) {
            Ok(0) => None,
            Ok(_) => Some(Ok(Bytes::from(piece))),
            Err(error) => Some(Err(error)),
        }
    })))
}

/// `/sitemap.xml`.
pub async fn first(Extract(state): Extract<State>, headers: HeaderMap) -> Response {
    match files(&state).await {
        Ok(files) => files.first.answer(&headers),
        Err(response) => response,
    }
}

/// `/sitemaps/{n}.xml`.
pub async fn part(
    Extract(state): Extract<State>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    // Written in one way only: a file has one address.
    let number = file.strip_suffix(".xml").and_then(|number| number.parse::<usize>().ok());
    let number = number.filter(|number| file == format!("{number}.xml"));
    let Some(place) = number.and_then(|number| number.checked_sub(1)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match files(&state).await {
        Ok(files) => match files.parts.get(place) {
            Some(part) => part.answer(&headers),
            None => StatusCode::NOT_FOUND.into_response(),
        },
        Err(response) => response,
    }
}

async fn files(state: &State) -> Result<Arc<Files>, Response> {
    let site = state.pages.public_url.as_str().into();
    state.sitemap.clone().files(state.backend.snapshot(), site).await.map_err(|cause| {
        let reference = failure::report(&cause);
        (StatusCode::INTERNAL_SERVER_ERROR, format!("{reference}\n")).into_response()
    })
}

/// The files, none of which has more addresses or bytes than `most`. All languages of
/// a page stand in one.
fn parts(document: &Document, site: &str, (addresses, bytes): (usize, usize)) -> Vec<String> {
    let site = escape(site);
    let projects = document.projects.iter().map(|project| format!("/projects/{}", project.slug));
    let pages = ["".to_owned(), "/about".to_owned()].into_iter().chain(projects);
    let room = bytes.saturating_sub(urlset("").len());
    let (mut parts, mut part, mut count) = (Vec::new(), String::new(), 0);
    for page in pages {
        let entry = entry(&site, &page);
        if count + Lang::ALL.len() > addresses || part.len() + entry.len() > room {
            parts.push(urlset(&part));
            part.clear();
            count = 0;
        }
        part.push_str(&entry);
        count += Lang::ALL.len();
    }
    parts.push(urlset(&part));
    parts
}

/// A page in all languages. Nothing in a slug needs an escape, and the site has its own.
fn entry(site: &str, page: &str) -> String {
    let mut links = String::new();
    let mut link = |lang: &str, href: std::fmt::Arguments<'_>| {
        // Writing to a string never fails.
        let _ =
            write!(links, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{href}\"/>");
    };
    for lang in Lang::ALL {
        link(lang.tag(), format_args!("{site}/{lang}{page}"));
    }
    if page.is_empty() {
        // Only the explorer itself has an address that chooses the language.
        link("x-default", format_args!("{site}/"));
    }
    let mut entry = String::with_capacity((links.len() + site.len() + page.len() + 40) * 4);
    for lang in Lang::ALL {
        let _ = writeln!(entry, "<url><loc>{site}/{lang}{page}</loc>{links}</url>");
    }
    entry
}

fn urlset(entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{NAMESPACE}\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{entries}</urlset>\n"
    )
}

/// Every import makes the files anew, and is the last day that is known of what they
/// name; when a single page has changed is not known.
fn index(parts: usize, site: &str, day: PartialDate) -> String {
    let site = escape(site);
    let mut entries = String::new();
    for number in 1..=parts {
        let file = format_args!("<loc>{site}/sitemaps/{number}.xml</loc>");
        let _ = writeln!(entries, "<sitemap>{file}<lastmod>{day}</lastmod></sitemap>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <sitemapindex xmlns=\"{NAMESPACE}\">\n{entries}</sitemapindex>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_file_has_more_than_it_may_and_together_they_name_every_page_once() {
        let document = backend::default_catalogue::document().unwrap();
        let all = (document.projects.len() + 2) * Lang::ALL.len();
        let whole = parts(&document, "https://a.nl", (ADDRESSES, BYTES));
        assert_eq!(whole.len(), 1);
        for most in [(8, BYTES), (11, BYTES), (ADDRESSES, 5_000)] {
            let parts = parts(&document, "https://a.nl", most);
            assert!(parts.len() > 3, "{most:?}");
            let count = |part: &String| part.matches("<url>").count();
            for part in &parts {
                assert!(count(part) > 0 && count(part) <= most.0 && part.len() <= most.1);
            }
            assert_eq!(parts.iter().map(count).sum::<usize>(), all);
        }
        let index = index(2, "https://a.nl", "2026-11-24".parse().unwrap());
        let second = "<loc>https://a.nl/sitemaps/2.xml</loc><lastmod>2026-11-24</lastmod>";
        assert!(index.contains(second), "{index}");
    }

    #[test]
    fn what_is_unpacked_on_the_way_is_what_was_packed() {
        let text = "<loc>x</loc>".repeat(20_000);
        let packed = Packed::of(&text).unwrap();
        assert!(packed.gzip.len() < text.len() / 50 && packed.brotli.len() < text.len() / 50);
        let body = axum::body::to_bytes(unpacked(packed.gzip), text.len() + 1);
        assert_eq!(futures_util::FutureExt::now_or_never(body).unwrap().unwrap(), text);
        let mut read = Vec::new();
        brotli::Decompressor::new(&*packed.brotli, PIECE).read_to_end(&mut read).unwrap();
        assert_eq!(read, text.as_bytes());
    }
}
