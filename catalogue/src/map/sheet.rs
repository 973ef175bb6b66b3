//! The two maps of the site: which part of the earth each shows, and what
//! stands on it. Server and browser both ask here, so that pins fall on the
//! basemap that the server drew.

use super::{Bbox, Frame, LonLat, Named, Rect, Viewport, World};
use crate::model::{Participation, Project, Role};

/// The map beside the list. Names are placed for this size; shown larger or
/// smaller it scales as a whole.
const OVERVIEW: Frame = Frame { width: 400.0, height: 380.0, padding: 40.0, max_zoom: 7.9 };

/// The map of one project's partners.
const PARTNERSHIP: Frame = Frame { width: 480.0, height: 380.0, padding: 34.0, max_zoom: 8.0 };

/// How far a pin reaches from its place, in pixels.
const PIN: f64 = 13.0;

/// What the basemap reaches. Beyond it, what looks like sea is nothing.
const GROUND: Bbox = Bbox::new(-40.0, 27.0, 62.0, 76.0);

/// What the overview shows: the whole catalogue, whatever is filtered, so that
/// the map stays where it is while pins come and go.
pub fn overview(extent: Option<Bbox>) -> Viewport {
    let view = Viewport::showing(extent.unwrap_or(Bbox::NORTHERN_NETHERLANDS), OVERVIEW);
    // With the Canary Islands on it, the map moves up as far as its pins allow.
    let [south_west, _] = GROUND.corners();
    let (_, ground) = view.project(south_west);
    let up = (view.height - ground).clamp(0.0, OVERVIEW.padding - PIN);
    Viewport { center: World { y: view.center.y - up / view.scale, ..view.center }, ..view }
}

/// What the map of one project shows: all its partners whose place is known, as
/// far as there is ground to show under them.
pub fn partnership(project: &Project) -> Viewport {
    let mut places: Vec<LonLat> = project.participations.iter().filter_map(place).collect();
    if places.iter().any(|place| GROUND.contains(*place)) {
        places.retain(|place| GROUND.contains(*place));
    }
    Viewport::fit(&places, PARTNERSHIP, Bbox::NORTH_WEST_EUROPE)
}

/// A length in pixels to the tenth, as drawings write it.
pub fn tenths(pixels: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "drawings are small")]
    let tenths = (pixels * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    match (tenths.abs() / 10, tenths.abs() % 10) {
        (whole, 0) => format!("{sign}{whole}"),
        (whole, tenth) => format!("{sign}{whole}.{tenth}"),
    }
}

/// The `viewBox` of a drawing.
pub fn view_box(view: &Viewport) -> String {
    format!("0 0 {} {}", tenths(view.width), tenths(view.height))
}

/// A town on the map of one project, with the partners that sit there.
#[derive(Clone, Debug, PartialEq)]
pub struct Town<'a> {
    /// Its name; the first partner's where it is not known.
    pub name: &'a str,
    /// Where it is.
    pub place: LonLat,
    /// Positions in the project's list of participations.
    pub partners: Vec<usize>,
    /// Whether a lead sits there.
    pub lead: bool,
}

/// The towns of a project, in the order of its partners.
pub fn towns(project: &Project) -> Vec<Town<'_>> {
    let mut towns: Vec<Town> = Vec::new();
    for (position, part) in project.participations.iter().enumerate() {
        let Some(place) = place(part) else { continue };
        let lead = part.role == Role::Lead;
        match towns.iter_mut().find(|town| town.place == place) {
            Some(town) => {
                town.partners.push(position);
                town.lead |= lead;
            }
            None => towns.push(Town {
                name: part.town.as_deref().unwrap_or(&part.organisation),
                place,
                partners: vec![position],
                lead,
            }),
        }
    }
    towns
}

/// The boxes that pins at these places take up.
pub fn reserved(view: &Viewport, places: impl Iterator<Item = LonLat>) -> Vec<Rect> {
    places.map(|place| view.project(place)).map(|(x, y)| Rect::around(x, y, PIN)).collect()
}

/// The towns as names that must stand on the map.
pub fn names<'a>(towns: &[Town<'a>]) -> Vec<Named<'a>> {
    towns.iter().map(|town| Named { name: town.name, place: town.place }).collect()
}

fn place(part: &Participation) -> Option<LonLat> {
    part.location.map(|at| LonLat::new(at.lon.into(), at.lat.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_with_the_canary_islands_shows_little_beyond_the_basemap() {
        let canaries = LonLat::new(-15.4, 28.1);
        let extent = Bbox::new(-21.9, 28.1, 33.4, 65.7);
        let view = overview(Some(extent));
        let plain = Viewport::showing(extent, OVERVIEW);
        let beyond = |view: &Viewport| view.height - view.project(GROUND.corners()[0]).1;
        assert!(beyond(&plain) > 20.0 && beyond(&view) < 8.0, "{}", beyond(&view));
        let (x, y) = view.project(canaries);
        assert!(x >= PIN - 1e-6 && y <= view.height - PIN + 1e-6);
    }

    #[test]
    fn lengths_are_written_to_the_tenth() {
        for (pixels, text) in
            [(0.0, "0"), (-0.04, "0"), (-0.06, "-0.1"), (12.34, "12.3"), (9.96, "10")]
        {
            assert_eq!(tenths(pixels), text);
        }
    }
}
