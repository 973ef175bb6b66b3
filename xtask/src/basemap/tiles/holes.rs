//! Puts islands into the lakes they lie in.
//!
//! The source has lakes and the islands in them as rings of equal standing; a
//! tile's polygon is a ring with the rings that are cut out of it.

use catalogue::map::LonLat;

use crate::basemap::Trace;

/// Each lake with its islands behind it. A ring that lies in another one is an
/// island; there are no ponds on islands among what is read.
pub(super) fn sorted(mut rings: Vec<Trace>) -> Vec<Vec<Trace>> {
    rings.sort_by(|a, b| extent(b).total_cmp(&extent(a)));
    let mut lakes: Vec<(Edges, Vec<Trace>)> = Vec::new();
    for ring in rings {
        let edges = Edges::of(&ring);
        let lake = lakes
            .iter_mut()
            .find(|(around, lake)| around.enclose(&edges) && holds(lake.first(), ring.first()));
        match lake {
            Some((_, lake)) => lake.push(ring),
            None => lakes.push((edges, vec![ring])),
        }
    }
    lakes.into_iter().map(|(_, lake)| lake).collect()
}

/// West, south, east and north.
struct Edges([f64; 4]);

impl Edges {
    fn of(ring: &[LonLat]) -> Self {
        let [mut west, mut south, mut east, mut north] = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for place in ring {
            (west, east) = (west.min(place.lon), east.max(place.lon));
            (south, north) = (south.min(place.lat), north.max(place.lat));
        }
        Self([west, south, east, north])
    }

    fn enclose(&self, inner: &Self) -> bool {
        let ([west, south, east, north], inner) = (self.0, inner.0);
        west <= inner[0] && south <= inner[1] && east >= inner[2] && north >= inner[3]
    }
}

fn extent(ring: &[LonLat]) -> f64 {
    let Edges([west, south, east, north]) = Edges::of(ring);
    (east - west) * (north - south)
}

/// Whether a place is in a ring: a ray from it crosses the ring oddly often.
fn holds(ring: Option<&Trace>, place: Option<&LonLat>) -> bool {
    let (Some(ring), Some(place)) = (ring, place) else { return false };
    let sides = ring.iter().zip(ring.iter().skip(1).chain(ring.first()));
    let crossings = sides.filter(|(a, b)| {
        (a.lat > place.lat) != (b.lat > place.lat)
            && place.lon < (b.lon - a.lon) * (place.lat - a.lat) / (b.lat - a.lat) + a.lon
    });
    crossings.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: f64, south: f64, side: f64) -> Trace {
        [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)]
            .map(|(east, north)| LonLat::new(west + east, south + north))
            .into()
    }

    #[test]
    fn an_island_is_cut_out_of_the_lake_it_lies_in_and_of_no_other() {
        let (lake, island, pond) =
            (square(5.0, 52.0, 1.0), square(5.4, 52.4, 0.1), square(7.0, 52.0, 0.5));
        let lakes = sorted(vec![island.clone(), pond.clone(), lake.clone()]);
        assert_eq!(lakes, [vec![lake, island], vec![pond]]);
    }
}
