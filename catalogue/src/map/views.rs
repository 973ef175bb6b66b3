//! The two maps of the site: which part of the earth each shows, and what
//! stands on it. Server and browser both ask here, so that markers fall on the
//! basemap that the server drew.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Bbox, Camera, Canvas, LonLat, Named, Rect, Viewport, World};
use crate::{
    filter::{BboxError, CameraError},
    model::{Participation, Project, Role},
};

/// The map beside the list. Names are placed for this size; shown larger or
/// smaller it scales as a whole.
const OVERVIEW: Canvas = Canvas { width: 400.0, height: 380.0, padding: 40.0, max_zoom: 7.9 };

/// The same where a part of the map was asked for: all of it, and little else.
const PART: Canvas = Canvas { padding: 24.0, max_zoom: 11.0, ..OVERVIEW };

/// The map of one project's partners.
const PARTNERSHIP: Canvas = Canvas { width: 480.0, height: 380.0, padding: 34.0, max_zoom: 8.0 };

/// How far a marker reaches from its place, in pixels.
const MARKER: f64 = 13.0;

/// What the basemap reaches. Beyond it, what looks like sea is nothing.
const BASEMAP: Bbox = Bbox::new(-40.0, 27.0, 62.0, 76.0);

/// How much closer the map must get by it to leave the whole catalogue for what
/// was found: so many times.
const CLOSER: f64 = 2.0;

/// What the map shows of an answer. It travels, and as text it can stand in an address
/// (`6,52.5,7,53`, `exact:6,52.5,7,53` or `at:8.5/52.7/6.5`): server and client make the
/// same [`overview`] of it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub enum Shown {
    /// Where there are markers; `None` where there are none at all.
    Found(Option<Bbox>),
    /// Just the part that was asked for (`bbox`).
    Part(Bbox),
    /// What the map was asked to look at (`at`).
    Camera(Camera),
}

impl Default for Shown {
    fn default() -> Self {
        Self::Found(None)
    }
}

impl Shown {
    /// The extent of markers.
    pub fn around(extent: Option<Bbox>) -> Self {
        Self::Found(extent.map(rounded))
    }

    /// A part of the map that was asked for.
    pub fn exactly(part: Bbox) -> Self {
        Self::Part(rounded(part))
    }

    /// This, the whole catalogue; or what was found, if the map is at least twice
    /// as close then. So the map stays where it is while markers come and go, and
    /// yet shows a region where all that was found is in it.
    #[must_use]
    pub fn or_closer(self, found: Option<Bbox>) -> Self {
        let Some(found) = found.map(|found| Self::around(Some(found))) else { return self };
        let closer = overview(&found).scale >= CLOSER * overview(&self).scale;
        if closer { found } else { self }
    }
}

/// To hundred-thousandths of a degree, as addresses have it, so that the text
/// says all of it.
fn rounded(Bbox { west, south, east, north }: Bbox) -> Bbox {
    let [west, south, east, north] =
        [west, south, east, north].map(|degrees| (degrees * 1e5).round() / 1e5);
    Bbox::new(west, south, east, north)
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found(None) => Ok(()),
            Self::Found(Some(extent)) => write!(f, "{extent}"),
            Self::Part(part) => write!(f, "exact:{part}"),
            Self::Camera(camera) => write!(f, "at:{camera}"),
        }
    }
}

/// Why a text does not say what the map shows.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ShownError {
    /// It is no part of the map.
    #[error(transparent)]
    Bbox(#[from] BboxError),
    /// It is nothing that a map can look at.
    #[error(transparent)]
    Camera(#[from] CameraError),
}

impl FromStr for Shown {
    type Err = ShownError;

    fn from_str(text: &str) -> Result<Self, ShownError> {
        Ok(match text.split_once(':') {
            Some(("exact", part)) => Self::Part(part.parse()?),
            Some(("at", camera)) => Self::Camera(camera.parse()?),
            _ if text.is_empty() => Self::default(),
            _ => Self::Found(Some(text.parse()?)),
        })
    }
}

/// The view of the map beside the list.
pub fn overview(shown: &Shown) -> Viewport {
    let view = match shown {
        Shown::Part(part) => return Viewport::showing(*part, PART),
        Shown::Camera(camera) => return camera.viewport(OVERVIEW),
        Shown::Found(extent) => extent.unwrap_or(Bbox::NORTHERN_NETHERLANDS),
    };
    let view = Viewport::showing(view, OVERVIEW);
    // With the Canary Islands on it, the map moves up as far as its markers allow.
    let [south_west, _] = BASEMAP.corners();
    let (_, bottom) = view.project(south_west);
    let up = (view.height - bottom).clamp(0.0, OVERVIEW.padding - MARKER);
    Viewport { center: World { y: view.center.y - up / view.scale, ..view.center }, ..view }
}

/// What the map of one project shows: all its partners whose place is known, as
/// far as there is a basemap under them.
pub fn partnership(project: &Project) -> Viewport {
    partnership_in(project, PARTNERSHIP)
}

/// The same in a drawing of another size.
pub fn partnership_in(project: &Project, canvas: Canvas) -> Viewport {
    let mut places: Vec<LonLat> = project.participations.iter().filter_map(place).collect();
    if places.iter().any(|place| BASEMAP.contains(*place)) {
        places.retain(|place| BASEMAP.contains(*place));
    }
    Viewport::fit(&places, canvas, Bbox::NORTH_WEST_EUROPE)
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

/// The boxes that markers at these places take up.
pub fn reserved(view: &Viewport, places: impl Iterator<Item = LonLat>) -> Vec<Rect> {
    places.map(|place| view.project(place)).map(|(x, y)| Rect::around(x, y, MARKER)).collect()
}

/// The towns as names that must stand on the map.
pub fn names<'a>(towns: &[Town<'a>]) -> Vec<Named<'a>> {
    towns.iter().map(|town| Named::town(town.name, town.place)).collect()
}

fn place(part: &Participation) -> Option<LonLat> {
    part.location.map(LonLat::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_with_the_canary_islands_shows_little_beyond_the_basemap() {
        let canaries = LonLat::new(-15.4, 28.1);
        let extent = Bbox::new(-21.9, 28.1, 33.4, 65.7);
        let view = overview(&Shown::around(Some(extent)));
        let plain = Viewport::showing(extent, OVERVIEW);
        let beyond = |view: &Viewport| view.height - view.project(BASEMAP.corners()[0]).1;
        assert!(beyond(&plain) > 20.0 && beyond(&view) < 8.0, "{}", beyond(&view));
        let (x, y) = view.project(canaries);
        assert!(x >= MARKER - 1e-6 && y <= view.height - MARKER + 1e-6);
    }

    #[test]
    fn the_map_goes_closer_only_where_it_gains_much() {
        let whole = Shown::around(Some(Bbox::EUROPE));
        let region = Some(Bbox::NORTHERN_NETHERLANDS);
        assert_eq!(whole.or_closer(region), Shown::around(region));
        assert_eq!(whole.or_closer(Some(Bbox::new(-20.0, 36.0, 30.0, 65.0))), whole);
        assert_eq!(whole.or_closer(None), whole);
        // The default catalogue's map is as close as it gets.
        let home = Shown::around(Some(Bbox::new(5.7499, 52.7292, 6.9569, 53.2694)));
        assert_eq!(home.or_closer(Some(Bbox::new(6.5, 53.2, 6.6, 53.3))), home);
    }

    #[test]
    fn what_is_shown_can_stand_in_an_address() {
        let part = Bbox::new(6.123_456_78, -52.5, 7.0, 53.1);
        for shown in [Shown::default(), Shown::around(Some(part)), Shown::exactly(part)] {
            assert_eq!(shown.to_string().parse(), Ok(shown));
        }
        let camera = Shown::Camera("8.5/52.7/6.5".parse().unwrap());
        assert_eq!(camera.to_string(), "at:8.5/52.7/6.5");
        assert_eq!("at:8.5/52.7/6.5".parse(), Ok(camera));
        assert_eq!(Shown::exactly(part).to_string(), "exact:6.12346,-52.5,7,53.1");
        for text in ["exact:", "at:", "at:1,2,3,4", "exact:8/52/6", "near:1,2,3,4"] {
            assert!(text.parse::<Shown>().is_err(), "{text}");
        }
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
