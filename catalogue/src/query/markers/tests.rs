//! A marker says what following it finds, in every layer.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::json;

use crate::{
    filter::{Filter, Layer},
    map::{Bbox, LonLat, Shown, views},
    model::{Document, Lang},
    query::{Catalogue, Exploration, Marker, Outside},
};

/// Where a project's organisations are, in ten-thousandths of a degree, and
/// whether they lead it; and its theme.
type Told = (Vec<(i32, i32, bool)>, &'static str);

fn catalogue(projects: &[Told]) -> Catalogue {
    let degrees = |units: i32| f64::from(units) / 1e4;
    let project = |(n, (places, theme)): (usize, &Told)| {
        let part = |(lon, lat, leads): &(i32, i32, bool)| {
            json!({
                "organisation": "O", "role": if *leads { "lead" } else { "partner" },
                "town": format!("T{lon}"),
                "location": { "lon": degrees(*lon), "lat": degrees(*lat), "precision": "town" },
            })
        };
        json!({
            "slug": format!("p{n}"), "programme": "p", "themes": [theme],
            "participations": places.iter().map(part).collect::<Vec<_>>(),
        })
    };
    let document: Document = serde_json::from_value(json!({
        "format": "interreg-explorer/1", "collected": "2020",
        "home_cities": [], "introduction": [],
        "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
        "projects": projects.iter().enumerate().map(project).collect::<Vec<_>>(),
    }))
    .unwrap();
    Catalogue::new(document, "2026-01-01".parse().unwrap())
}

/// Projects that are each led from one place.
fn led(places: &[(i32, i32)]) -> Vec<Told> {
    places.iter().map(|(lon, lat)| (vec![(*lon, *lat, true)], "food")).collect()
}

fn projects() -> impl Strategy<Value = Vec<Told>> {
    let place = prop_oneof![
        30 => (-9_0000..30_0000, 40_0000..65_0000),
        // The same few places again and again, close together.
        30 => (65_600..65_605, 532_190..532_195),
        1 => (55_4000..55_5000, -21_2000..-20_9000),
    ];
    let part = (place, any::<bool>()).prop_map(|((lon, lat), leads)| (lon, lat, leads));
    vec((vec(part, 0..5), select(vec!["food", "health"])), 0..200)
}

/// Every layer, open and narrowed.
fn query() -> impl Strategy<Value = String> {
    let asked =
        select(vec!["", "&theme=food", "&theme=food&bbox=-9,45,12,56", "&bbox=6.5,53.2,6.6,53.3"]);
    (select(Layer::ALL.to_vec()), asked)
        .prop_map(|(layer, asked)| format!("layer={}{asked}", layer.as_str()))
}

/// The projects that an address finds.
fn found(catalogue: &Catalogue, query: &str) -> BTreeSet<String> {
    let pages = catalogue.explore(query, Lang::En).pages;
    let page = |page: u32| catalogue.explore(&format!("{query}&page={page}"), Lang::En).cards;
    (1..=pages).flat_map(page).map(|card| card.item.slug.to_string()).collect()
}

fn narrowed_to(marker: &Marker, query: &str) -> String {
    let (filter, _) = Filter::from_query(query);
    Filter { bbox: marker.area, ..filter }.to_query()
}

fn all_markers(answer: &Exploration) -> impl Iterator<Item = &Marker> {
    answer.markers.list.iter().chain(&answer.outside.markers)
}

proptest! {
    #[test]
    fn following_a_pin_finds_exactly_as_many_projects_as_it_says(
        projects in projects(), query in query(),
    ) {
        let catalogue = catalogue(&projects);
        let answer = catalogue.explore(&query, Lang::En);
        let mut seen: BTreeSet<String> =
            answer.unlocated.iter().map(|item| item.slug.to_string()).collect();
        for marker in all_markers(&answer) {
            prop_assert!(marker.count > 0 && marker.participations >= marker.count);
            let here = found(&catalogue, &narrowed_to(marker, &query));
            prop_assert_eq!(here.len(), marker.count, "{}", narrowed_to(marker, &query));
            if !marker.items.is_empty() {
                let items: BTreeSet<String> =
                    marker.items.iter().map(|item| item.slug.to_string()).collect();
                prop_assert_eq!(&items, &here);
            }
            seen.extend(here);
        }
        if answer.outside.more == 0 {
            prop_assert_eq!(seen, found(&catalogue, &query));
        }
    }

    #[test]
    fn a_card_lights_exactly_the_markers_it_is_under(projects in projects(), query in query()) {
        let catalogue = catalogue(&projects);
        let answer = catalogue.explore(&query, Lang::En);
        let under: Vec<(&Marker, BTreeSet<String>)> = answer
            .markers
            .list
            .iter()
            .map(|marker| (marker, found(&catalogue, &narrowed_to(marker, &query))))
            .collect();
        for card in &answer.cards {
            // As the browser does it: by where the card's markers stand.
            let stands_in = |marker: &&Marker| {
                let area = marker.area.unwrap();
                card.markers.iter().any(|place| area.contains(LonLat::from(*place)))
            };
            let own: BTreeSet<&String> =
                answer.markers.list.iter().filter(stands_in).map(|marker| &marker.id).collect();
            let slug = card.item.slug.to_string();
            let expected: BTreeSet<&String> = under
                .iter()
                .filter(|(_, here)| here.contains(&slug))
                .map(|(marker, _)| &marker.id)
                .collect();
            prop_assert_eq!(own, expected);
        }
    }
}

#[test]
fn what_lies_beside_the_map_is_named_and_counted() {
    let mut places = vec![(65_665, 532_194); 60];
    places.extend([(69_000, 527_800), (554_500, -208_800)]);
    let catalogue = catalogue(&led(&places));
    let answer = catalogue.explore("", Lang::En);
    let counts: Vec<usize> = answer.markers.list.iter().map(|marker| marker.count).collect();
    assert_eq!((counts, answer.outside.count), (vec![60, 1], 1));
    assert_eq!(answer.outside.markers[0].name, "T554500");
    assert!(answer.unlocated.is_empty());
    // An address with that part of the map shows it, and nothing is outside.
    let there = catalogue.explore("bbox=55,-21,56,-20", Lang::En);
    assert_eq!((there.markers.list.len(), there.outside), (1, Outside::default()));
    assert_eq!(there.shown, Shown::exactly(Bbox::new(55.0, -21.0, 56.0, -20.0)));
}

#[test]
fn a_pin_says_how_many_other_places_are_near() {
    let mut projects = led(&[(65_665, 532_194); 3]);
    projects.push((vec![(65_666, 532_194, true), (200_000, 400_000, true)], "food"));
    let catalogue = catalogue(&projects);
    let answer = catalogue.explore("", Lang::En);
    let said: Vec<_> = answer
        .markers
        .list
        .iter()
        .map(|s| (s.name.as_str(), s.near, s.count, s.items.len()))
        .collect();
    assert_eq!(said, [("T65665", 1, 4, 4), ("T200000", 0, 1, 1)]);
}

#[test]
fn the_map_comes_closer_where_all_that_was_found_is_together() {
    let mut projects = led(&[(65_000, 530_000); 40]);
    projects.extend(led(&[(-80_000, 400_000), (250_000, 600_000), (250_000, 380_000)]));
    projects[..40].iter_mut().for_each(|(_, theme)| *theme = "health");
    let catalogue = catalogue(&projects);
    assert_eq!(catalogue.explore("", Lang::En).shown, catalogue.shown());
    assert_eq!(catalogue.explore("theme=food", Lang::En).shown, catalogue.shown());
    let region = catalogue.explore("theme=health", Lang::En).shown;
    let zoom = |shown: &Shown| views::overview(shown).zoom();
    assert!(zoom(&region) >= zoom(&catalogue.shown()) + 1.0);
}

#[test]
fn a_partner_s_place_is_named_as_most_people_name_it() {
    let mut document = catalogue(&led(&[(65_665, 532_194); 3])).document().as_ref().clone();
    for (project, town) in document.projects.iter_mut().zip(["Grunn", "Groningen", "Groningen"]) {
        project.participations[0].town = Some(town.to_owned());
    }
    let catalogue = Catalogue::new(document, "2026-01-01".parse().unwrap());
    let markers = catalogue.explore("layer=partners", Lang::En).markers.list;
    assert_eq!(
        (markers[0].name.as_str(), markers[0].near, markers[0].participations),
        ("Groningen", 0, 3)
    );
}
