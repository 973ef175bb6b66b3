//! Reads the borders of provinces and federal states from Natural Earth, in the
//! GeoPackage that QGIS ships.
//!
//! A GeoPackage is an SQLite file whose shapes are well-known binary behind a
//! short header. Its provinces are polygons; a stretch of outline that two
//! provinces of one country share is the border between them. Where that border
//! runs through water it is left out: a dashed line across the IJsselmeer says
//! nothing to anybody.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, ensure};
use catalogue::map::LonLat;
use rusqlite::{Connection, OpenFlags};

use super::Trace;
use super::coast::Coast;
use super::sources::Sources;

/// Countries whose first division is large enough to be drawn. The departments
/// of France or the districts of Britain would be a net over the map.
const DIVIDED: &str = "'NL','DE','BE','DK','SE','NO','PL','AT'";

type Key = (i64, i64);

/// All borders of provinces, on land.
pub(super) fn read(sources: &Sources, coast: &Coast) -> Result<Vec<Trace>> {
    let file = Connection::open_with_flags(sources.provinces(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut query = file.prepare(&format!(
        "SELECT iso_a2, geom FROM states_provinces WHERE iso_a2 IN ({DIVIDED}) ORDER BY fid"
    ))?;
    let mut rows = query.query([])?;
    let mut outlines: HashMap<String, Vec<Trace>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let shape: Vec<u8> = row.get(1)?;
        outlines.entry(row.get(0)?).or_default().extend(polygons(&shape)?);
    }
    let mut countries: Vec<_> = outlines.into_iter().collect();
    countries.sort_by(|a, b| a.0.cmp(&b.0));
    let mut borders = Vec::new();
    for (_, rings) in countries {
        for line in shared(&rings) {
            borders.extend(ashore(&smooth(&smooth(&line)), coast));
        }
    }
    Ok(borders)
}

/// The rings of a GeoPackage multipolygon.
fn polygons(shape: &[u8]) -> Result<Vec<Trace>> {
    let flags = *shape.get(3).context("a shape without a header")?;
    let envelope =
        [0, 32, 48, 48, 64].get(usize::from(flags >> 1 & 7)).context("an unknown envelope")?;
    let mut at = 8 + envelope;
    let mut take = |length: usize| {
        let bytes = shape.get(at..at + length).context("a shape ends too early");
        at += length;
        bytes
    };
    let mut count = |skip: usize| -> Result<u32> {
        take(skip)?;
        Ok(u32::from_le_bytes(take(4)?.try_into()?))
    };
    // Each level begins with a byte for its order and four for its kind.
    let mut rings = Vec::new();
    for _ in 0..count(5)? {
        for _ in 0..count(5)? {
            let points = count(0)?;
            let mut ring = Trace::new();
            for _ in 0..points {
                // Read as two halves of a float each, by the one reader there is.
                let mut float = || -> Result<f64> {
                    let (low, high) = (u64::from(count(0)?), u64::from(count(0)?));
                    Ok(f64::from_bits(high << 32 | low))
                };
                ring.push(LonLat::new(float()?, float()?));
            }
            ensure!(ring.len() > 3, "a ring of {} points", ring.len());
            rings.push(ring);
        }
    }
    Ok(rings)
}

/// The stretches that two rings have in common, joined to lines.
fn shared(rings: &[Trace]) -> Vec<Trace> {
    let mut seen: HashSet<[Key; 2]> = HashSet::new();
    let mut lines: Vec<Trace> = Vec::new();
    for ring in rings {
        let mut open = false;
        for pair in ring.windows(2) {
            let &[from, to] = pair else { continue };
            let mut ends = [key(from), key(to)];
            ends.sort_unstable();
            // The first ring to have a stretch only notes it; the second draws it.
            let twice = !seen.insert(ends);
            match lines.last_mut().filter(|_| open && twice) {
                Some(line) => line.push(to),
                None if twice => lines.push(vec![from, to]),
                None => {}
            }
            open = twice;
        }
    }
    lines
}

fn key(place: LonLat) -> Key {
    #[expect(clippy::cast_possible_truncation, reason = "degrees in millionths")]
    let whole = |degrees: f64| (degrees * 1e6).round() as i64;
    (whole(place.lon), whole(place.lat))
}

/// Cuts corners (Chaikin): the source is generalised to straight pieces several
/// kilometres long, whose corners look like facts and are none.
fn smooth(line: &[LonLat]) -> Trace {
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else { return Trace::new() };
    let between = |a: LonLat, b: LonLat, share: f64| {
        LonLat::new(a.lon + (b.lon - a.lon) * share, a.lat + (b.lat - a.lat) * share)
    };
    let inner = line
        .windows(2)
        .flat_map(|pair| [between(pair[0], pair[1], 0.2), between(pair[0], pair[1], 0.8)]);
    std::iter::once(first).chain(inner).chain([last]).collect()
}

/// The parts of a line that run over land.
fn ashore(line: &[LonLat], coast: &Coast) -> Vec<Trace> {
    const STEP: f64 = 0.01; // degrees, about a kilometre
    let mut parts: Vec<Trace> = Vec::new();
    let mut open = false;
    for pair in line.windows(2) {
        let &[from, to] = pair else { continue };
        let length = (to.lon - from.lon).hypot(to.lat - from.lat);
        let steps = (length / STEP).ceil().max(1.0);
        let mut step = 0.0;
        while step < steps {
            let at = |step: f64| {
                let share = step / steps;
                LonLat::new(
                    from.lon + (to.lon - from.lon) * share,
                    from.lat + (to.lat - from.lat) * share,
                )
            };
            let dry = coast.is_land(at(step + 0.5));
            if dry && !open {
                parts.push(vec![at(step)]);
            }
            if let Some(part) = parts.last_mut().filter(|_| dry) {
                part.push(at(step + 1.0));
            }
            open = dry;
            step += 1.0;
        }
    }
    // Crumbs between two creeks would be loose dashes.
    parts.retain(|part| part.len() > 4);
    parts
}
