//! The map in a picture: the ground with the pins that the page has on its own.

use std::fmt::Write as _;

use backend::Snapshot;
use catalogue::{
    filter::Lock,
    map::{Frame, LonLat, Named, Viewport, sheet},
    model::{Lang, Project},
};

/// The map as it is drawn. It is shown larger, so that names can be read where a
/// picture is a few hundred pixels wide.
pub const FRAME: Frame = Frame { width: 360.0, height: 420.0, padding: 46.0, max_zoom: 8.0 };

/// So many times.
pub const LARGER: f64 = 1.5;

/// All projects, where they are presented.
pub fn overview(snapshot: &Snapshot, lang: Lang) -> String {
    let document = snapshot.document();
    let cities: Vec<Named> = document
        .home_cities
        .iter()
        .map(|city| Named { name: &city.name, place: city.location.into() })
        .collect();
    let view = match snapshot.shown().extent {
        Some(extent) => Viewport::showing(extent, FRAME),
        None => sheet::overview(&snapshot.shown()),
    };
    let spots = snapshot.pins(&Lock::default(), "", &view, lang).spots;
    let places: Vec<LonLat> = spots.iter().map(|spot| LonLat::new(spot.lon, spot.lat)).collect();
    let mut out = snapshot.ground(&view, &places, &cities);
    for (spot, place) in spots.iter().zip(&places) {
        let (x, y) = view.project(*place);
        let number = (spot.count > 1).then(|| spot.count.to_string());
        pin(&mut out, (x, y), "pin", number.as_deref());
    }
    out
}

/// A project's partners, each tied to the lead.
pub fn partners(snapshot: &Snapshot, project: &Project) -> String {
    let view = sheet::partnership_in(project, FRAME);
    let towns = sheet::towns(project);
    let places: Vec<LonLat> = towns.iter().map(|town| town.place).collect();
    let ground = snapshot.ground(&view, &places, &sheet::names(&towns));
    // Lines lie on the land and under the names.
    let names = ground.find("<g class=\"towns\">").unwrap_or(ground.len());
    let (land, names) = ground.split_at(names);
    let mut out = land.to_owned();
    if let Some(lead) = towns.iter().find(|town| town.lead) {
        let from = view.project(lead.place);
        for town in towns.iter().filter(|town| !town.lead) {
            line(&mut out, from, view.project(town.place));
        }
    }
    out.push_str(names);
    // The lead last, so that nothing covers it.
    for town in towns.iter().filter(|town| !town.lead).chain(towns.iter().filter(|it| it.lead)) {
        let number = (town.partners.len() > 1).then(|| town.partners.len().to_string());
        let class = if town.lead { "pin lead" } else { "pin" };
        pin(&mut out, view.project(town.place), class, number.as_deref());
    }
    out
}

fn pin(out: &mut String, (x, y): (f64, f64), class: &str, number: Option<&str>) {
    let radius = if number.is_some() { 9.5 } else { 6.5 };
    // Writing to a string never fails.
    let _ =
        write!(out, "<g class=\"{class}\"><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius}\"/>");
    if let Some(number) = number {
        let size = if number.len() > 2 { 8 } else { 11 };
        let _ = write!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{size}\" text-anchor=\"middle\">{number}</text>",
            y + 3.9
        );
    }
    out.push_str("</g>");
}

/// Bent a little to its left, so that lines of one direction stay apart.
fn line(out: &mut String, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    let (x, y) =
        (f64::midpoint(x1, x2) + (y2 - y1) * 0.14, f64::midpoint(y1, y2) - (x2 - x1) * 0.14);
    let _ =
        write!(out, "<path class=\"line\" d=\"M{x1:.1} {y1:.1}Q{x:.1} {y:.1} {x2:.1} {y2:.1}\"/>");
}
