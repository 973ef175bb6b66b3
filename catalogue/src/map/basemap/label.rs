//! Chooses which towns a map names, and where each name stands.
//!
//! Greedy, in order of importance: first the towns that must be named, then the
//! others by population. Each tries a few places around its dot and takes the
//! first that no earlier name, dot or marker is in and that the edge does not cut.
//! A marker that stands on a town pushes its name to the marker's side.
//!
//! How wide a name will be is not known without its font, so widths are taken
//! from the side of caution for a sans-serif of [`FONT_PX`] pixels; a style that
//! sets `.towns` larger than that would make names collide.

use super::Town;
use super::fan::{SIDES, Side, away, distance, outward};
use crate::map::{LonLat, Rect, Viewport, World};

/// The size of type that names are placed for, in pixels.
pub const FONT_PX: f64 = 12.0;

/// The size of the type of the towns that must be named.
pub const HOME_FONT_PX: f64 = 13.5;

/// Square pixels of map for each name. More names would read as a list.
const AREA_PER_NAME: f64 = 22_000.0;

/// A town's dot, from its middle to its edge.
pub(super) const DOT: f64 = 1.75;

/// Air between a dot or marker and its name.
const GAP: f64 = 3.5;

/// How far each further try stands off its dot.
const STEP_OFF: f64 = 7.0;

/// Air around every name.
const AIR: f64 = 3.0;

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Label<'a> {
    /// The town's name.
    pub name: &'a str,
    /// Whether it had to be named.
    pub home: bool,
    /// The town itself.
    pub dot: (f64, f64),
    /// Whether the dot is to be drawn, which it is not under a marker.
    pub dotted: bool,
    /// What the name takes up.
    pub area: Rect,
    pub(super) side: Side,
}

/// A town that must be named, by the name and at the place given.
///
/// The place is part of it because names repeat (there is an Emmen in Switzerland
/// too), and the name because it may be another in the visitor's language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named<'a> {
    /// What it is called on the map.
    pub name: &'a str,
    /// Where it is.
    pub place: LonLat,
    /// How far from there its name may stand, in km. Where the map has no room so near,
    /// there is no name.
    pub reach: f64,
}

impl<'a> Named<'a> {
    /// How far from a city its name may stand, in km: further away it would be taken for
    /// the name of another place.
    pub const REACH: f64 = 25.0;

    /// A city, whose name stands within [`Named::REACH`].
    #[must_use]
    pub const fn city(name: &'a str, place: LonLat) -> Self {
        Self { name, place, reach: Self::REACH }
    }

    /// A town whose name may stand beside its marker at any scale.
    #[must_use]
    pub const fn town(name: &'a str, place: LonLat) -> Self {
        Self { name, place, reach: f64::INFINITY }
    }

    /// How many pixels of this view its name may stand away.
    fn reach_in(&self, view: &Viewport) -> f64 {
        /// Around the equator.
        const KM: f64 = 40_075.0;
        self.reach * view.scale / (KM * self.place.lat.to_radians().cos())
    }
}

/// Names that must stand may stand off their dot this far, where several crowd.
const FURTHEST: u8 = 5;

/// Below this scale (pixels per world width) a map shows a continent. A name that
/// stood off its dot would be in another country, and one of a crowd says it all.
const CONTINENT: f64 = 2_600.0;

/// Towns of a continent that are nearer than this, in pixels, are a crowd.
const CROWD: f64 = 26.0;

/// With more names than this that must stand, those that find no room at their
/// dots are left out; further away they would name each other's.
const MANY: usize = 16;

/// Places names on a map; see [`super::Basemap::draw`].
#[must_use]
pub fn place<'a>(
    towns: &'a [Town],
    view: &Viewport,
    reserved: &[Rect],
    must: &[Named<'a>],
) -> Vec<Label<'a>> {
    let canvas = Rect::new(0.0, 0.0, view.width, view.height);
    let on_canvas = |world: World| Some(view.place(world)).filter(|&(x, y)| canvas.holds(x, y));
    let continent = view.scale < CONTINENT;
    let mut homes: Vec<(&Named, (f64, f64))> = Vec::new();
    for home in must {
        let Some(dot) = on_canvas(home.place.to_world()) else { continue };
        let crowded = continent && homes.iter().any(|other| distance(other.1, dot) < CROWD);
        if !crowded {
            homes.push((home, dot));
        }
    }
    let dots: Vec<_> = homes.iter().map(|home| home.1).collect();
    // The outermost of a crowd first: it has the room that the inner ones lack.
    homes.sort_by(|a, b| {
        let out = |dot| away(dot, &dots).map_or(0.0, |(x, y)| x.hypot(y));
        out(b.1).total_cmp(&out(a.1))
    });
    let mut labels: Vec<Label<'a>> = Vec::new();
    let at_dots = continent || homes.len() > MANY;
    let furthest = if at_dots { 0 } else { FURTHEST };
    for &(home, dot) in &homes {
        let (name, reach) = (home.name, home.reach_in(view));
        let sides = outward(dot, &dots);
        let tries = (0..=furthest).flat_map(|off| sides.map(|side| (side, off)));
        let mut tries = tries.map(|(side, off)| label(name, true, dot, side, off, reserved));
        // Where nothing is free it stands where it would like to stand best.
        let fallback = (!at_dots).then(|| label(name, true, dot, sides[0], 0, reserved));
        let near = |label: &Label| label.area.distance(dot) <= reach;
        let clear = |label: &Label| is_free(label, &canvas, reserved, &labels, &dots);
        labels.extend(tries.find(|label| near(label) && clear(label)).or(fallback.filter(near)));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
    let room = (view.width * view.height / AREA_PER_NAME).clamp(4.0, 60.0).round() as usize;
    let room = room.max(labels.len() + 3);
    // Names keep a distance besides not touching, or the Randstad would take
    // them all and the rest of the country would have none.
    let apart = 0.5 * AREA_PER_NAME.sqrt();
    for town in towns {
        if labels.len() >= room {
            break;
        }
        let Some(dot) = on_canvas(town.place) else { continue };
        let crowded = labels.iter().any(|other| !other.home && distance(other.dot, dot) < apart);
        if crowded || must.iter().any(|home| is_same(home, town)) {
            continue;
        }
        let mut tries =
            SIDES.into_iter().take(4).map(|side| label(&town.name, false, dot, side, 0, reserved));
        labels.extend(tries.find(|label| is_free(label, &canvas, reserved, &labels, &dots)));
    }
    labels
}

/// Whether a town is the one that must be named anyway.
fn is_same(home: &Named, town: &Town) -> bool {
    let place = town.place.to_lonlat();
    (place.lon - home.place.lon).abs() < 0.08 && (place.lat - home.place.lat).abs() < 0.05
}

/// Whether a name touches no edge, marker, name or dot.
fn is_free(
    label: &Label,
    canvas: &Rect,
    reserved: &[Rect],
    labels: &[Label],
    dots: &[(f64, f64)],
) -> bool {
    let air = label.area.grown(AIR);
    let dot = Rect::around(label.dot.0, label.dot.1, DOT);
    let covers = |&(x, y): &(f64, f64)| Rect::around(x, y, DOT + 1.0).overlaps(&label.area);
    canvas.grown(-AIR).encloses(&label.area)
        && !reserved.iter().any(|marker| marker.overlaps(&label.area))
        && !dots.iter().any(covers)
        && labels.iter().all(|other| {
            !other.area.overlaps(&air) && !other.area.overlaps(&dot) && !covers(&other.dot)
        })
}

/// A name on one side of its dot, or of the marker on it, and so many steps off.
fn label<'a>(
    name: &'a str,
    home: bool,
    dot: (f64, f64),
    side: Side,
    off: u8,
    reserved: &[Rect],
) -> Label<'a> {
    let (x, y) = dot;
    let size = if home { HOME_FONT_PX } else { FONT_PX };
    let width = width(name) * size;
    let own = Rect::around(x, y, DOT);
    // Markers may overlap: the name moves aside for all that stand on the town.
    let marker = reserved.iter().filter(|marker| marker.holds(x, y)).copied().reduce(Rect::united);
    let taken =
        marker.map_or(own, |marker| marker.united(own)).grown(GAP + f64::from(off) * STEP_OFF);
    let left = match side.0 {
        1 => taken.right,
        -1 => taken.left - width,
        _ => x - width / 2.0,
    };
    let top = match side.1 {
        1 => taken.bottom,
        -1 => taken.top - size,
        _ => y - size / 2.0,
    };
    let area = Rect::new(left, top, left + width, top + size);
    Label { name, home, dot, dotted: marker.is_none(), area, side }
}

/// The width of a name as a share of its size of type.
fn width(name: &str) -> f64 {
    name.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'I' | '\'' | '.' | ',' | 'í' | 'ì' | 'ł' => 0.28,
            'f' | 't' | 'r' | ' ' | '-' | '(' | ')' | '/' => 0.38,
            'm' | 'w' | 'M' | 'W' | 'Æ' | 'Œ' | 'æ' | 'œ' => 0.9,
            _ if letter.is_uppercase() => 0.72,
            _ => 0.58,
        })
        .sum()
}
