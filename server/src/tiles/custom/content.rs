//! What a source sent: a tile, nothing, or something else.
//!
//! The type that a source declares must be one of those that tiles have, and the
//! bytes must begin as they do: a page about an error, or a script, is neither
//! kept nor passed on. What a visitor is told about the type is our own word.

use std::io::{Read as _, Write as _};

use app::MapKind;
use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
};
use flate2::{Compression, read::MultiGzDecoder, write::GzEncoder};

use super::fault::Fault;
use crate::config::fetch_limits;

/// A tile that may be passed on.
#[derive(Clone, Debug)]
pub(super) struct Content {
    pub(super) format: Format,
    /// The bytes; those of a vector tile under gzip.
    pub(super) bytes: Bytes,
}

/// What its bytes are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Format {
    Png,
    Jpeg,
    Webp,
    Vector,
}

impl Format {
    /// The type under which it is passed on.
    pub(super) fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Vector => "application/vnd.mapbox-vector-tile",
        })
    }
}

/// The types that sources declare for tiles.
fn declared(kind: MapKind) -> &'static [&'static str] {
    match kind {
        MapKind::Raster => &["image/png", "image/jpeg", "image/jpg", "image/webp"],
        MapKind::Vector => &[
            "application/vnd.mapbox-vector-tile",
            "application/x-protobuf",
            "application/protobuf",
            "application/octet-stream",
        ],
    }
}

/// The tile in an answer; `None` where the answer is that there is nothing here.
pub(super) fn examine(
    kind: MapKind,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Option<Content>, Fault> {
    let other = |what: &str| Fault::Content(what.to_owned(), kind.as_str());
    if body.is_empty() {
        return Ok(None);
    }
    let said = headers.get(header::CONTENT_TYPE).map_or("", |value| value.to_str().unwrap_or("?"));
    let said = said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if !declared(kind).contains(&said.as_str()) {
        // It comes from outside and goes into the log.
        let said: String = said.escape_default().take(80).collect();
        return Err(other(if said.is_empty() { "no content type" } else { &said }));
    }
    match kind {
        MapKind::Raster => match picture(&body) {
            Some(format) => Ok(Some(Content { format, bytes: body })),
            None => Err(other("bytes that are no picture")),
        },
        MapKind::Vector => vector(body, other),
    }
}

fn picture(bytes: &[u8]) -> Option<Format> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Format::Png),
        [0xff, 0xd8, 0xff, ..] => Some(Format::Jpeg),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Format::Webp),
        _ => None,
    }
}

/// Vector tiles come with gzip or without, and not every source says which, so
/// the bytes tell. They are kept with it: that is what nearly all visitors take.
fn vector(body: Bytes, other: impl Fn(&str) -> Fault) -> Result<Option<Content>, Fault> {
    let zipped = body.starts_with(&[0x1f, 0x8b]);
    let plain = if zipped { unzip(&body) } else { Some(body.to_vec()) };
    let plain = plain.ok_or_else(|| other("gzip that is broken or unpacks to too much"))?;
    match plain.first() {
        None => Ok(None),
        // A tile is a list of layers: field 3, with a length (the Mapbox
        // specification, 4.1).
        Some(0x1a) => {
            let bytes = if zipped { Some(body) } else { zip(&plain) };
            let bytes = bytes.ok_or_else(|| other("bytes that cannot be packed"))?;
            Ok(Some(Content { format: Format::Vector, bytes }))
        }
        Some(_) => Err(other("bytes that are no layers")),
    }
}

/// Takes gzip off; `None` where it is broken or unpacks to more than it may.
pub(super) fn unzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut plain = Vec::new();
    let most = u64::try_from(fetch_limits::UNPACKED).unwrap_or(u64::MAX);
    MultiGzDecoder::new(bytes).take(most + 1).read_to_end(&mut plain).ok()?;
    (plain.len() <= fetch_limits::UNPACKED).then_some(plain)
}

fn zip(plain: &[u8]) -> Option<Bytes> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(plain).ok()?;
    packed.finish().ok().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n and more";

    fn look(kind: MapKind, said: &'static str, body: &[u8]) -> Result<Option<Content>, Fault> {
        let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(said))];
        examine(kind, &HeaderMap::from_iter(headers), Bytes::copy_from_slice(body))
    }

    #[test]
    fn a_picture_has_the_type_that_its_bytes_have() {
        let tile = look(MapKind::Raster, "image/jpeg; q=1", PNG).unwrap().unwrap();
        assert_eq!((tile.format, &*tile.bytes), (Format::Png, PNG));
    }

    #[test]
    fn what_is_declared_or_begins_as_something_else_is_no_tile() {
        for (kind, said, body) in [
            (MapKind::Raster, "text/html", PNG),
            (MapKind::Raster, "image/svg+xml", b"<svg/>"),
            (MapKind::Raster, "image/png", b"<script>"),
            (MapKind::Raster, "", PNG),
            (MapKind::Vector, "image/png", PNG),
            (MapKind::Vector, "application/x-protobuf", b"<html>"),
            (MapKind::Vector, "application/x-protobuf", b"\x1f\x8b broken"),
        ] {
            assert!(matches!(look(kind, said, body), Err(Fault::Content(..))), "{said}");
        }
    }

    #[test]
    fn vector_tiles_are_kept_under_gzip_however_they_came() {
        let plain = b"\x1a\x03abc";
        let zipped = zip(plain).unwrap();
        for body in [&plain[..], &zipped] {
            let tile = look(MapKind::Vector, "application/octet-stream", body).unwrap().unwrap();
            assert_eq!(unzip(&tile.bytes).unwrap(), plain);
        }
        for nothing in [&b""[..], &zip(b"").unwrap()] {
            assert!(look(MapKind::Vector, "application/x-protobuf", nothing).unwrap().is_none());
        }
    }

    #[test]
    fn what_unpacks_to_too_much_is_no_tile() {
        let mut bomb = vec![0; fetch_limits::UNPACKED + 1];
        bomb[0] = 0x1a;
        let bomb = zip(&bomb).unwrap();
        assert!(bomb.len() < fetch_limits::bytes(MapKind::Vector));
        let said = look(MapKind::Vector, "application/x-protobuf", &bomb).unwrap_err();
        assert!(said.to_string().contains("too much"), "{said}");
    }
}
