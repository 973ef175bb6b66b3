//! What is drawn, as GeoJSON features with their layer and first zoom.

use catalogue::map::basemap::{clip, thin};
use catalogue::map::{LonLat, Rect};
use serde_json::{Value, json};

use super::{CLOSEST, holes};
use crate::basemap::reach::REACH;
use crate::basemap::rivers::Kind;
use crate::basemap::{Drawn, Trace};

/// A pixel at zoom 0 in kilometres, where a tile is 512 pixels wide, at the
/// latitude of Groningen.
const PIXEL: f64 = 46.7;

/// All but the towns, in the order in which they are drawn.
pub(super) fn all(drawn: &Drawn) -> impl Iterator<Item = Value> {
    let land = drawn.land.iter().filter_map(|ring| {
        let ring = cut(ring);
        (ring.len() > 2).then(|| area("land", shown_from(&ring, 2.0), &[ring]))
    });
    let waters: Vec<Trace> =
        drawn.lakes.iter().map(|ring| cut(ring)).filter(|ring| ring.len() > 2).collect();
    let water = holes::sorted(waters).into_iter().map(|rings| {
        area("water", rings.first().map_or(CLOSEST, |lake| shown_from(lake, 2.0)), &rings)
    });
    let rivers = drawn.rivers.iter().flat_map(|river| {
        let (kind, from) = match (river.kind, river.rank) {
            (Kind::River, 1) => ("river", 4),
            (Kind::River, 2) => ("river", 5),
            (Kind::River, 3) => ("river", 6),
            (Kind::River, _) => ("river", 8),
            (Kind::Canal, 1) => ("canal", 7),
            (Kind::Canal, _) => ("canal", 8),
        };
        lines("river", from, json!({ "kind": kind, "rank": river.rank }), &river.course)
    });
    let provinces = drawn
        .provinces
        .iter()
        .flat_map(|line| lines("border", 5, json!({ "kind": "province" }), line));
    let borders = drawn
        .borders
        .iter()
        .flat_map(|line| lines("border", 1, json!({ "kind": "country" }), line));
    let dykes = drawn.dykes.iter().flat_map(|line| lines("dyke", 5, json!({}), line));
    land.chain(water).chain(rivers).chain(dykes).chain(provinces).chain(borders)
}

/// The zoom from which a ring covers a square so many pixels wide.
fn shown_from(ring: &[LonLat], pixels: f64) -> u8 {
    let middle = ring.first().map_or(0.0, |place| place.lat).to_radians().cos();
    let flat: Vec<(f64, f64)> =
        ring.iter().map(|place| (place.lon * 111.2 * middle, place.lat * 111.2)).collect();
    let side = thin::area(&flat).abs().sqrt();
    #[expect(clippy::cast_possible_truncation, reason = "between the two ends")]
    #[expect(clippy::cast_sign_loss, reason = "between the two ends")]
    let zoom = (pixels * PIXEL / side).log2().ceil().clamp(0.0, f64::from(CLOSEST)) as u8;
    zoom
}

const FRAME: Rect = Rect::new(REACH.west, REACH.south, REACH.east, REACH.north);

/// The part of a ring within reach.
fn cut(ring: &[LonLat]) -> Trace {
    clip::ring(&flat(ring), &FRAME).into_iter().map(|(lon, lat)| LonLat::new(lon, lat)).collect()
}

fn flat(line: &[LonLat]) -> Vec<(f64, f64)> {
    line.iter().map(|place| (place.lon, place.lat)).collect()
}

fn area(layer: &str, from: u8, rings: &[Trace]) -> Value {
    let rings: Vec<Vec<Value>> = rings
        .iter()
        // GeoJSON wants rings closed.
        .map(|ring| ring.iter().chain(ring.first()).map(|place| position(*place)).collect())
        .collect();
    feature(layer, from, &json!({}), &json!({ "type": "Polygon", "coordinates": rings }))
}

fn lines(layer: &'static str, from: u8, properties: Value, line: &[LonLat]) -> Vec<Value> {
    let parts = clip::line(&flat(line), &FRAME).into_iter().filter(|part| part.len() > 1);
    let lines = parts.map(|part| {
        let places: Vec<Value> =
            part.into_iter().map(|(lon, lat)| position(LonLat::new(lon, lat))).collect();
        feature(layer, from, &properties, &json!({ "type": "LineString", "coordinates": places }))
    });
    lines.collect()
}

/// A feature as tippecanoe takes it.
pub(super) fn feature(layer: &str, from: u8, properties: &Value, geometry: &Value) -> Value {
    json!({
        "type": "Feature",
        "tippecanoe": { "layer": layer, "minzoom": from },
        "properties": properties,
        "geometry": geometry,
    })
}

/// Rounded to a metre: more would only be digits to write and read.
pub(super) fn position(place: LonLat) -> Value {
    let rounded = |degrees: f64| (degrees * 1e5).round() / 1e5;
    json!([rounded(place.lon), rounded(place.lat)])
}
