//! The map in a picture: the basemap with the markers that the page has on its own.

use std::fmt::Write as _;

use backend::Snapshot;
use catalogue::{
    filter::Question,
    map::{Canvas, LonLat, Named, Shown, Viewport, views},
    model::{Lang, Project},
};

/// The map as it is drawn. It is shown larger, so that names can be read where a
/// picture is a few hundred pixels wide.
pub const CANVAS: Canvas = Canvas { width: 360.0, height: 420.0, padding: 46.0, max_zoom: 8.0 };

/// So many times.
pub const LARGER: f64 = 1.5;

/// All projects, where they are presented.
pub fn overview(snapshot: &Snapshot, lang: Lang) -> String {
    let document = snapshot.document();
    let cities: Vec<Named> = document
        .home_cities
        .iter()
        .map(|city| Named::city(&city.name, city.location.into()))
        .collect();
    let view = match snapshot.shown() {
        Shown::Found(Some(extent)) => Viewport::showing(extent, CANVAS),
        shown => views::overview(&shown),
    };
    let markers = snapshot.markers(Question::default(), &view, lang).list;
    let places: Vec<LonLat> =
        markers.iter().map(|marker| LonLat::new(marker.lon, marker.lat)).collect();
    let mut out = snapshot.basemap(&view, &places, &cities);
    for (marker, place) in markers.iter().zip(&places) {
        let (x, y) = view.project(*place);
        let number = (marker.count > 1).then(|| marker.count.to_string());
        draw_marker(&mut out, (x, y), "marker", number.as_deref());
    }
    out
}

/// A project's partners, each tied to the lead.
pub fn partners(snapshot: &Snapshot, project: &Project) -> String {
    let view = views::partnership_in(project, CANVAS);
    let towns = views::towns(project);
    let places: Vec<LonLat> = towns.iter().map(|town| town.place).collect();
    let basemap = snapshot.basemap(&view, &places, &views::names(&towns));
    // Lines lie on the land and under the names.
    let names = basemap.find("<g class=\"towns\">").unwrap_or(basemap.len());
    let (land, names) = basemap.split_at(names);
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
        let class = if town.lead { "marker lead" } else { "marker" };
        draw_marker(&mut out, view.project(town.place), class, number.as_deref());
    }
    out
}

fn draw_marker(out: &mut String, (x, y): (f64, f64), class: &str, number: Option<&str>) {
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
