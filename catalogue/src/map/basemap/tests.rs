//! The committed basemap, drawn: well-formed, small, and with its names in place.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::map::{Bbox, Canvas, LonLat};

const BYTES: &[u8] = include_bytes!("../../../../public/basemap.bin");
const HOME: [Named; 4] = [
    Named::city("Groningen", LonLat::new(6.5665, 53.2194)),
    Named::city("Emmen", LonLat::new(6.9, 52.785)),
    Named::city("Assen", LonLat::new(6.5642, 52.9967)),
    Named::city("Leeuwarden", LonLat::new(5.7999, 53.2012)),
];

fn basemap() -> &'static Basemap {
    static READ: LazyLock<Basemap> =
        LazyLock::new(|| Basemap::read(BYTES).unwrap_or_else(|error| unreachable!("{error}")));
    &READ
}

fn view(extent: Bbox) -> Viewport {
    Viewport::showing(extent, Canvas::new(640.0, 640.0).padded(0.0))
}

/// Every element is closed or empty, every attribute quoted, nothing styled.
fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a stray bracket in {:?}", &rest[..start]);
        let Some(length) = rest[start..].find('>') else { unreachable!("a tag without an end") };
        let end = start + length;
        let tag = &rest[start + 1..end];
        assert!(tag.matches('"').count().is_multiple_of(2), "{tag}");
        assert!(!tag.contains("style") && !tag.contains("NaN") && !tag.contains("inf"), "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?} is left open");
}

fn assert_names_keep_clear(
    labels: &[label::Label],
    view: &Viewport,
    reserved: &[Rect],
    homes_too: bool,
) {
    let canvas = Rect::new(0.0, 0.0, view.width, view.height);
    for (index, label) in labels.iter().enumerate() {
        if label.home && !homes_too {
            continue;
        }
        assert!(canvas.encloses(&label.area), "{} is cut", label.name);
        assert!(!reserved.iter().any(|marker| marker.overlaps(&label.area)), "{}", label.name);
        for other in &labels[..index] {
            assert!(!other.area.overlaps(&label.area), "{} on {}", label.name, other.name);
        }
    }
}

#[test]
fn each_extent_stays_within_its_budget() {
    // Uncompressed; brotli leaves between a quarter and a third of it.
    for (extent, limit) in [
        (Bbox::NORTHERN_NETHERLANDS, 14_000),
        (Bbox::NORTH_WEST_EUROPE, 54_000),
        (Bbox::EUROPE, 80_000),
    ] {
        let view = view(extent);
        let basemap = basemap();
        let svg = basemap.draw(&view, &[], &HOME);
        let labels = label::place(basemap.towns(), &view, &[], &HOME);
        assert_names_keep_clear(&labels, &view, &[], true);
        assert_well_formed(&svg);
        assert!(svg.len() < limit, "{} bytes for {extent:?}", svg.len());
        assert!(svg.len() > 3_000, "hardly anything is drawn for {extent:?}");
    }
    assert!(BYTES.len() < 650_000);
}

#[test]
fn the_north_shows_its_water_and_its_cities() {
    let svg = basemap().draw(&view(Bbox::NORTHERN_NETHERLANDS), &[], &HOME);
    for class in ["land", "river", "lake", "dyke", "province", "border", "towns"] {
        assert!(svg.contains(&format!("class=\"{class}\"")), "{class} is missing");
    }
    for Named { name, .. } in HOME {
        assert!(svg.contains(&format!(">{name}</text>")), "{name} is missing");
    }
}

#[test]
fn towns_have_the_names_they_have_at_home() {
    let basemap = basemap();
    for name in ["Den Haag", "København", "Köln", "Praha", "Göteborg", "Bruxelles", "Wien"] {
        assert!(basemap.towns().iter().any(|town| town.name == name), "{name} is missing");
    }
    let populations: Vec<_> = basemap.towns().iter().map(|town| town.population).collect();
    assert!(populations.is_sorted_by(|a, b| a >= b));
}

#[test]
fn a_town_of_the_same_name_elsewhere_is_another_town() {
    let lucerne =
        Viewport::fit(&[LonLat::new(8.30, 47.08)], Canvas::new(640.0, 640.0), Bbox::EUROPE);
    let basemap = basemap();
    let labels = label::place(basemap.towns(), &lucerne, &[], &HOME);
    assert!(!labels.is_empty() && labels.iter().all(|label| !label.home));
}

#[test]
fn names_move_aside_for_pins() {
    let view = view(Bbox::NORTHERN_NETHERLANDS);
    let (x, y) = view.project(LonLat::new(6.5665, 53.2194));
    let markers = [Rect::around(x, y, 18.0)];
    let basemap = basemap();
    let labels = label::place(basemap.towns(), &view, &markers, &HOME);
    let groningen = labels.iter().find(|label| label.name == "Groningen");
    assert!(groningen.is_some_and(|it| !markers[0].overlaps(&it.area) && !it.dotted));
    assert_names_keep_clear(&labels, &view, &markers, true);
}

#[test]
fn a_continent_names_one_of_a_crowd_and_only_at_its_dot() {
    let view = Viewport::showing(Bbox::EUROPE, Canvas::new(400.0, 380.0));
    let towns = HOME.map(|city| Named::town(city.name, city.place));
    let labels = label::place(basemap().towns(), &view, &[], &towns);
    let homes: Vec<&str> = labels.iter().filter(|l| l.home).map(|l| l.name).collect();
    assert_eq!(homes, [HOME[0].name]);
    let crowd: Vec<Named> = (0..64)
        .map(|n| Named::town("Ortschaft", LonLat::new(8.0 + f64::from(n) * 0.01, 50.0)))
        .collect();
    let view = Viewport::showing(Bbox::NORTH_WEST_EUROPE, Canvas::new(480.0, 380.0));
    let labels = label::place(basemap().towns(), &view, &[], &crowd);
    assert!((1..8).contains(&labels.iter().filter(|l| l.home).count()));
}

#[test]
fn the_name_of_a_city_stands_near_it_or_nowhere() {
    let markers = |view: &Viewport| HOME.map(|city| view.project(city.place));
    let markers = |view: &Viewport| markers(view).map(|(x, y)| Rect::around(x, y, 13.0));
    let named = |view: &Viewport| {
        let labels = label::place(basemap().towns(), view, &markers(view), &HOME);
        let homes: Vec<_> = labels.into_iter().filter(|label| label.home).collect();
        for label in &homes {
            let (x, y) = label.dot;
            let (left, right) = (label.area.left.max(x.min(label.area.right)), label.area.top);
            let nearest = (left, right.max(y.min(label.area.bottom)));
            let [city, name] = [(x, y), nearest].map(|(x, y)| view.unproject(x, y));
            let north = (city.lat - name.lat) * 111.2;
            let east = (city.lon - name.lon) * 111.2 * city.lat.to_radians().cos();
            assert!(north.hypot(east) <= 25.5, "{} at {name:?}", label.name);
        }
        homes.len()
    };
    let overview = Canvas::new(400.0, 380.0);
    assert_eq!(named(&Viewport::showing(Bbox::NORTHERN_NETHERLANDS, overview)), 4);
    // A marker alone reaches further there.
    assert_eq!(named(&Viewport::showing(Bbox::EUROPE, overview)), 0);
    for zoom in 0..60 {
        let scale = 256.0 * f64::exp2(f64::from(zoom) / 5.0);
        let center = HOME[2].place.to_world();
        named(&Viewport { center, scale, width: 900.0, height: 700.0 });
    }
}

#[test]
fn bytes_that_are_no_basemap_are_refused() {
    assert_eq!(Basemap::read(b"").err(), Some(BasemapError::Magic));
    assert_eq!(Basemap::read(b"GIF89a").err(), Some(BasemapError::Magic));
    for end in (4..BYTES.len()).step_by(7919) {
        assert!(Basemap::read(&BYTES[..end]).is_err(), "{end} bytes are not the whole");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_view_of_europe_is_well_formed(
        lon in -30.0..50.0, lat in 30.0..75.0, zoom in 0.0..14.0,
        width in 40.0..900.0, height in 40.0..900.0,
    ) {
        let scale = 256.0 * f64::exp2(zoom);
        let view = Viewport { center: LonLat::new(lon, lat).to_world(), scale, width, height };
        let markers = [Rect::around(width / 3.0, height / 3.0, 16.0)];
        let basemap = basemap();
        let svg = basemap.draw(&view, &markers, &HOME);
        assert_well_formed(&svg);
        prop_assert!(svg.len() < 120_000, "{} bytes", svg.len());
        assert_names_keep_clear(&label::place(basemap.towns(), &view, &markers, &HOME), &view, &markers, false);
    }

    #[test]
    fn damaged_bytes_never_panic(at in 4..BYTES.len(), byte: u8) {
        let mut bytes = BYTES.to_vec();
        bytes[at] = byte;
        if let Ok(basemap) = Basemap::read(&bytes) {
            let _ = basemap.draw(&view(Bbox::NORTH_WEST_EUROPE), &[], &HOME);
        }
    }

    #[test]
    fn random_bytes_never_panic(tail in proptest::collection::vec(any::<u8>(), 0..300)) {
        let bytes = [b"IXB2".as_slice(), &tail].concat();
        let _ = Basemap::read(&bytes);
    }
}
