//! Towns as features, thinned out for each zoom.

use catalogue::map::LonLat;
use serde_json::{Value, json};

use super::CLOSEST;
use super::features::{feature, position};
use crate::basemap::towns::Town;

/// The room of a name, in shares of a tile: 64 by 24 pixels of 512. A client that
/// knows its letters leaves out more.
const ROOM: (f64, f64) = (0.125, 0.047);

/// The first zoom that names towns.
const FIRST: u8 = 2;

/// All towns, the most important first: a client that places names in this
/// order leaves out the right ones.
pub(super) fn all(towns: &[Town]) -> impl Iterator<Item = Value> {
    let mut towns: Vec<&Town> = towns.iter().collect();
    // Stable, and they come with the most populous first.
    towns.sort_by_key(|town| rank(town));
    let zooms = first_zooms(&towns);
    towns.into_iter().zip(zooms).map(|(town, from)| {
        let mut properties =
            json!({ "name": town.name, "pop": town.population, "rank": rank(town) });
        if town.capital {
            properties["capital"] = json!(true);
        }
        let point = json!({ "type": "Point", "coordinates": position(town.place) });
        feature("place", from, &properties, &point)
    })
}

/// How important a town is, 1 for the most: a capital counts as two classes more
/// than its inhabitants.
fn rank(town: &Town) -> u8 {
    let class = [1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000]
        .iter()
        .position(|&least| town.population >= least)
        .map_or(7, |class| class as u8 + 1);
    if town.capital { class.saturating_sub(2).max(1) } else { class }
}

/// The zoom from which each town has room beside those more important.
fn first_zooms(towns: &[&Town]) -> Vec<u8> {
    let mut zooms: Vec<u8> = vec![CLOSEST; towns.len()];
    for zoom in (FIRST..CLOSEST).rev() {
        let mut taken: Vec<(f64, f64)> = Vec::new();
        for (town, from) in towns.iter().zip(&mut zooms) {
            // Who has no room here has none farther away.
            if *from != zoom + 1 {
                continue;
            }
            let at = on_tiles(town.place, zoom);
            let free = |other: &(f64, f64)| {
                (at.0 - other.0).abs() > ROOM.0 || (at.1 - other.1).abs() > ROOM.1
            };
            if taken.iter().all(free) {
                *from = zoom;
                taken.push(at);
            }
        }
    }
    zooms
}

/// Where a place is, in tiles of a zoom.
fn on_tiles(place: LonLat, zoom: u8) -> (f64, f64) {
    let world = place.to_world();
    let tiles = f64::from(1_u32 << zoom);
    (world.x * tiles, world.y * tiles)
}
