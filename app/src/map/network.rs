//! The cooperation network: which towns work together, as lines on the map and as
//! tables with the same content.

use catalogue::{
    map::{LonLat, views::tenths},
    query::{Link, Marker, Markers},
};

use leptos::prelude::*;

use super::{arcs, marker::MarkerContext};
use crate::{
    piece::{IntoPiece as _, Piece},
    sorting::sorted,
};

/// How much the lines of the network bend: hardly, so that they are read as
/// links and not as journeys.
const BEND: f64 = 0.06;

/// The lines, the weakest first, so that the strongest lie on top.
pub fn lines(context: &MarkerContext, markers: &Markers) -> Piece {
    let MarkerContext { site, map, view, .. } = *context;
    let most = markers.links.iter().map(|link| link.projects).max().unwrap_or(1);
    let links = markers.links.iter().collect();
    let links = sorted(links, |link: &&Link| (u64::from(link.projects), String::new()));
    let line = |link: &Link| {
        let [one, other] = ends(markers, link)?;
        let strength = f64::from(link.projects) / f64::from(most);
        let title = site.t.link.fill(
            link.projects as usize,
            site.lang,
            &[("one", &context.place(one)), ("other", &context.place(other))],
        );
        let (one, other) = (at(one), at(other));
        Some(view! {
            <path
                class="link"
                d=move || arcs::arc(&map.placed(&view), one, other, BEND)
                stroke-width=tenths(0.8 + 4.2 * strength)
                stroke-opacity=tenths(0.3 + 0.6 * strength.sqrt())
            >
                <title>{title}</title>
            </path>
        })
    };
    links.into_iter().filter_map(line).collect::<Vec<_>>().into_piece()
}

fn ends<'a>(markers: &'a Markers, link: &Link) -> Option<[&'a Marker; 2]> {
    Some([markers.list.get(usize::from(link.from))?, markers.list.get(usize::from(link.to))?])
}

fn at(marker: &Marker) -> LonLat {
    LonLat::new(marker.lon, marker.lat)
}
