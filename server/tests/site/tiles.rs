//! The map's tiles: whole, packed as they can be read, kept as long as is right.

use std::io::Read as _;

use axum::http::Method;
use flate2::read::GzDecoder;
use server::{cache::Policy, config::Map, tiles::Archive};

use crate::visit::{Answer, TILES, get, site_on, visit};

const KIND: &str = "application/vnd.mapbox-vector-tile";

/// The IJsselmeer with what lies around it, at zoom 7.
const FRISIA: &str = "/tiles/7/65/41.mvt";

/// The whole world.
const WORLD: &str = "/tiles/0/0/0.mvt";

fn unpacked(answer: &Answer) -> Vec<u8> {
    let mut tile = Vec::new();
    GzDecoder::new(&*answer.body).read_to_end(&mut tile).unwrap();
    tile
}

/// A number of a protobuf message: seven bits a byte, the least significant first.
fn number(message: &mut &[u8]) -> usize {
    let mut value = 0;
    for shift in (0..).step_by(7) {
        let (&byte, rest) = message.split_first().unwrap();
        *message = rest;
        value |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    value
}

/// The fields of a protobuf message that hold bytes: messages and text.
fn fields(mut message: &[u8]) -> Vec<(usize, &[u8])> {
    let mut found = Vec::new();
    while !message.is_empty() {
        let tag = number(&mut message);
        match tag & 7 {
            0 => drop(number(&mut message)),
            2 => {
                let length = number(&mut message);
                let (field, rest) = message.split_at(length);
                found.push((tag >> 3, field));
                message = rest;
            }
            other => unreachable!("no tile has a field of wire type {other}"),
        }
    }
    found
}

/// The layers of a tile, by name, with how many features each has.
fn layers(tile: &[u8]) -> Vec<(String, usize)> {
    let layers = fields(tile).into_iter().filter(|(field, _)| *field == 3);
    let layers = layers.map(|(_, layer)| {
        let parts = fields(layer);
        let (_, name) = parts.iter().find(|(field, _)| *field == 1).unwrap();
        let features = parts.iter().filter(|(field, _)| *field == 2).count();
        (String::from_utf8(name.to_vec()).unwrap(), features)
    });
    layers.collect()
}

#[tokio::test]
async fn a_tile_shows_land_lakes_rivers_dykes_borders_and_towns() {
    let answer = get(FRISIA).await;
    answer.assert_status(200).assert_header("content-type", KIND);
    // The Rhine, and the border beside it.
    let rhine = get("/tiles/7/66/42.mvt").await;
    let (frisian, rhenish) = (layers(&answer.body), layers(&rhine.body));
    for (found, name) in [
        (&frisian, "land"),
        (&frisian, "water"),
        (&frisian, "dyke"),
        (&frisian, "place"),
        (&rhenish, "river"),
        (&rhenish, "border"),
    ] {
        assert!(found.iter().any(|(layer, count)| layer == name && *count > 0), "{found:?}");
    }
    assert!(answer.body.windows(7).any(|part| part == b"Alkmaar"));
}

#[tokio::test]
async fn who_reads_gzip_gets_the_tile_as_it_is_stored_and_anybody_else_gets_it_unpacked() {
    let plain = get(FRISIA).await;
    plain.assert_no_header("content-encoding").assert_header("vary", "accept-encoding");
    for accepted in ["gzip", "gzip, deflate, br, zstd", "br;q=0.5, gzip;q=0.1", "*"] {
        let packed = visit(Method::GET, FRISIA).with("accept-encoding", accepted).send().await;
        packed
            .assert_status(200)
            .assert_header("content-encoding", "gzip")
            .assert_header("content-type", KIND)
            .assert_header("vary", "accept-encoding");
        assert_eq!(unpacked(&packed), plain.body, "{accepted}");
    }
    for accepted in ["identity", "gzip;q=0"] {
        let answer = visit(Method::GET, FRISIA).with("accept-encoding", accepted).send().await;
        answer.assert_no_header("content-encoding");
        assert_eq!(answer.body, plain.body);
    }
}

#[tokio::test]
async fn a_tile_under_the_archives_version_is_kept_for_ever_and_any_other_for_an_hour() {
    let version = TILES.version();
    assert!(version.len() == 16 && version.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let right = get(&format!("{WORLD}?v={version}")).await;
    right.assert_status(200).assert_policy(Policy::Immutable);
    for query in ["", "?v=", "?v=0123456789abcdef", "?version=1", "?w=%FF"] {
        get(&format!("{WORLD}{query}")).await.assert_status(200).assert_policy(Policy::Hour);
    }
    let etag = right.header("etag").unwrap();
    assert_eq!(etag, format!("W/\"{version}\""));
    let known = visit(Method::GET, WORLD).with("if-none-match", &etag).send().await;
    known.assert_status(304).assert_policy(Policy::Hour).assert_header("etag", &etag);
    assert!(known.body.is_empty());
    let other = visit(Method::GET, WORLD).with("if-none-match", "W/\"other\"").send().await;
    other.assert_status(200);
}

#[tokio::test]
async fn where_there_is_nothing_to_show_there_is_nothing_to_send() {
    let version = TILES.version();
    // The open sea, another continent, and closer than the archive goes.
    for tile in ["9/0/0", "4/0/8", "10/529/331", "30/0/0"] {
        let answer = get(&format!("/tiles/{tile}.mvt?v={version}")).await;
        answer.assert_status(204).assert_policy(Policy::Immutable);
        assert!(answer.body.is_empty());
    }
}

#[tokio::test]
async fn a_bad_address_is_told_what_is_right() {
    for tile in [
        "0/0/0",
        "0/0/0.png",
        "a/0/0.mvt",
        "0/0/b.mvt",
        "1/2/0.mvt",
        "1/0/2.mvt",
        "31/0/0.mvt",
        "-1/0/0.mvt",
        "0/0/%FF.mvt",
        "99999999999/0/0.mvt",
        "00/0/0.mvt",
    ] {
        let answer = get(&format!("/tiles/{tile}")).await;
        answer
            .assert_status(400)
            .assert_policy(Policy::Never)
            .assert_header("content-type", "text/plain; charset=utf-8")
            .assert_contains("/tiles/{z}/{x}/{y}.mvt");
        assert_eq!(answer.text().lines().count(), 1);
    }
}

#[tokio::test]
async fn head_says_what_get_would_without_the_tile() {
    let whole = visit(Method::GET, FRISIA).with("accept-encoding", "gzip").send().await;
    let head = visit(Method::HEAD, FRISIA).with("accept-encoding", "gzip").send().await;
    head.assert_status(200)
        .assert_header("content-type", KIND)
        .assert_header("content-encoding", "gzip")
        .assert_header("etag", &whole.header("etag").unwrap())
        .assert_header("content-length", &whole.body.len().to_string());
    assert!(head.body.is_empty());
    visit(Method::HEAD, "/tiles/9/0/0.mvt").send().await.assert_status(204);
    visit(Method::HEAD, "/tiles/9/0/0").send().await.assert_status(400);
}

#[tokio::test]
async fn an_archive_of_the_operators_own_is_shown_in_place_of_the_built_in_one() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../public/basemap.pmtiles");
    let own = Archive::of(&Map { archive: Some(file.into()), ..Map::default() }).await.unwrap();
    assert_eq!((own.version(), own.max_zoom()), (TILES.version(), 9));
    let site = site_on(own);
    for tile in [WORLD, FRISIA] {
        let own = visit(Method::GET, tile).with("accept-encoding", "gzip").send_to(&site).await;
        let embedded = visit(Method::GET, tile).with("accept-encoding", "gzip").send().await;
        own.assert_status(200);
        assert_eq!(own.body, embedded.body);
    }
}
