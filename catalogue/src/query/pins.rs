//! The pins of an answer: where the projects found are, with as many pins as the
//! overview has room for.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    answer::{Beyond, Spot},
    engine::Bits,
    places::{Place, Places},
};
use crate::map::{Bbox, LonLat, pins, sheet};

/// Degrees around the places of a pin, so that none falls off when an address
/// rounds them. Half of what tells two places apart.
const HAIR: f64 = 0.000_05;

/// A spot and the projects found that have a pin there, in ascending order.
type Filled = (Spot, Vec<usize>);

/// The pins of the projects found.
pub(crate) struct Pins {
    /// On the map.
    pub(crate) spots: Vec<Filled>,
    /// Beside the map.
    pub(crate) beyond: Beyond,
    /// The spot that a place is part of, by their names in addresses.
    of_place: BTreeMap<String, String>,
}

impl Pins {
    /// The pins of `found`.
    pub(crate) fn new(places: &Places, found: &Bits) -> Self {
        let view = sheet::overview(places.extent);
        let mut inside: Vec<(&Place, Vec<usize>)> = Vec::new();
        let mut outside: Vec<Filled> = Vec::new();
        for place in &places.places {
            let here: Vec<usize> =
                place.projects.iter().copied().filter(|project| found.contains(*project)).collect();
            let at = LonLat::new(place.lon, place.lat);
            match here.len() {
                0 => {}
                _ if view.contains(at) => inside.push((place, here)),
                count => outside.push((spot(&[place], at, count), here)),
            }
        }
        let wanted: Vec<(LonLat, usize)> =
            inside.iter().map(|(p, here)| (LonLat::new(p.lon, p.lat), here.len())).collect();
        let mut of_place = BTreeMap::new();
        let spots = pins::gather(&view, &wanted)
            .into_iter()
            .filter_map(|pin| {
                let under: Vec<&(&Place, Vec<usize>)> =
                    pin.places.iter().filter_map(|n| inside.get(*n)).collect();
                let members: Vec<&Place> = under.iter().map(|(place, _)| *place).collect();
                let projects: BTreeSet<usize> =
                    under.iter().flat_map(|(_, here)| here.iter().copied()).collect();
                let lead = *members.first()?;
                // Only a pin that had to step aside does not stand at its place.
                let own = LonLat::new(lead.lon, lead.lat);
                let at = if view.project(own) == pin.at {
                    own
                } else {
                    view.unproject(pin.at.0, pin.at.1)
                };
                of_place.extend(members.iter().map(|place| (place.id.clone(), lead.id.clone())));
                Some((spot(&members, at, projects.len()), projects.into_iter().collect()))
            })
            .collect();
        Self { spots, beyond: beyond(outside), of_place }
    }

    /// The spots of places.
    pub(crate) fn spots_of(&self, places: Vec<String>) -> Vec<String> {
        let mut spots: Vec<String> =
            places.iter().filter_map(|place| self.of_place.get(place).cloned()).collect();
        spots.sort();
        spots.dedup();
        spots
    }
}

/// A spot for these places, named after the first, without its items.
fn spot(places: &[&Place], at: LonLat, count: usize) -> Spot {
    let (id, name) = places.first().map(|p| (p.id.clone(), p.name.clone())).unwrap_or_default();
    let names: BTreeSet<&str> = places.iter().map(|place| place.name.as_str()).collect();
    Spot {
        id,
        near: names.len().saturating_sub(1),
        name,
        lon: at.lon,
        lat: at.lat,
        area: Bbox::around(places.iter().map(|place| LonLat::new(place.lon, place.lat)), HAIR),
        count,
        items: Vec::new(),
    }
}

/// What stands beside the map, the largest places first.
fn beyond(mut spots: Vec<Filled>) -> Beyond {
    let projects: BTreeSet<usize> =
        spots.iter().flat_map(|(_, here)| here.iter().copied()).collect();
    // A stable order, so places with as many projects stay as they were.
    spots.sort_by_key(|(spot, _)| std::cmp::Reverse(spot.count));
    let more = spots.len().saturating_sub(Spot::MAX_LISTS);
    spots.truncate(Spot::MAX_LISTS);
    Beyond { count: projects.len(), spots: spots.into_iter().map(|(spot, _)| spot).collect(), more }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{collection::vec, prelude::*, sample::select};
    use serde_json::json;

    use crate::{
        filter::Filter,
        model::{Document, Lang},
        query::{Catalogue, Exploration, Spot},
    };

    /// The places a project is led from, in ten-thousandths of a degree, and its theme.
    type Led = (Vec<(i32, i32)>, &'static str);

    fn catalogue(projects: &[Led]) -> Catalogue {
        let degrees = |units: i32| f64::from(units) / 1e4;
        let project = |(n, (places, theme)): (usize, &Led)| {
            let lead = |(lon, lat): &(i32, i32)| {
                json!({
                    "organisation": "O", "role": "lead", "town": format!("T{lon}"),
                    "location": { "lon": degrees(*lon), "lat": degrees(*lat), "precision": "town" },
                })
            };
            json!({
                "slug": format!("p{n}"), "programme": "p", "themes": [theme],
                "participations": places.iter().map(lead).collect::<Vec<_>>(),
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

    fn projects() -> impl Strategy<Value = Vec<Led>> {
        let place = prop_oneof![
            30 => (-9_0000..30_0000, 40_0000..65_0000),
            // The same few places again and again, close together.
            30 => (65_600..65_605, 532_190..532_195),
            1 => (55_4000..55_5000, -21_2000..-20_9000),
        ];
        vec((vec(place, 0..3), select(vec!["food", "health"])), 0..300)
    }

    /// The projects that an address finds.
    fn found(catalogue: &Catalogue, query: &str) -> BTreeSet<String> {
        let pages = catalogue.explore(query, Lang::En).pages;
        let page = |page: u32| catalogue.explore(&format!("{query}&page={page}"), Lang::En).cards;
        (1..=pages).flat_map(page).map(|card| card.item.slug.to_string()).collect()
    }

    fn narrowed_to(spot: &Spot, query: &str) -> String {
        let (filter, _) = Filter::from_query(query);
        Filter { bbox: spot.area, ..filter }.to_query()
    }

    fn all_spots(answer: &Exploration) -> impl Iterator<Item = &Spot> {
        answer.spots.iter().chain(&answer.beyond.spots)
    }

    proptest! {
        #[test]
        fn following_a_pin_finds_exactly_as_many_projects_as_it_says(
            projects in projects(), query in select(vec!["", "theme=food"]),
        ) {
            let catalogue = catalogue(&projects);
            let answer = catalogue.explore(query, Lang::En);
            let mut seen: BTreeSet<String> =
                answer.off_map.iter().map(|item| item.slug.to_string()).collect();
            for spot in all_spots(&answer) {
                prop_assert!(spot.count > 0);
                let here = found(&catalogue, &narrowed_to(spot, query));
                prop_assert_eq!(here.len(), spot.count, "{}", narrowed_to(spot, query));
                if !spot.items.is_empty() {
                    let items: BTreeSet<String> =
                        spot.items.iter().map(|item| item.slug.to_string()).collect();
                    prop_assert_eq!(&items, &here);
                }
                seen.extend(here);
            }
            if answer.beyond.more == 0 {
                prop_assert_eq!(seen, found(&catalogue, query));
            }
        }

        #[test]
        fn a_card_lights_exactly_the_pins_it_is_under(projects in projects()) {
            let catalogue = catalogue(&projects);
            let answer = catalogue.explore("", Lang::En);
            let under: Vec<(&Spot, BTreeSet<String>)> = answer
                .spots
                .iter()
                .map(|spot| (spot, found(&catalogue, &narrowed_to(spot, ""))))
                .collect();
            for card in &answer.cards {
                let own: BTreeSet<&String> = card.spots.iter().collect();
                let slug = card.item.slug.to_string();
                let expected: BTreeSet<&String> = under
                    .iter()
                    .filter(|(_, here)| here.contains(&slug))
                    .map(|(spot, _)| &spot.id)
                    .collect();
                prop_assert_eq!(own, expected);
            }
        }
    }

    #[test]
    fn what_lies_beside_the_map_is_named_and_counted() {
        let mut projects = vec![(vec![(65_665, 532_194)], "food"); 60];
        projects.push((vec![(69_000, 527_800)], "food"));
        projects.push((vec![(554_500, -208_800)], "food"));
        let catalogue = catalogue(&projects);
        let answer = catalogue.explore("", Lang::En);
        let counts: Vec<usize> = answer.spots.iter().map(|spot| spot.count).collect();
        assert_eq!((counts, answer.beyond.count), (vec![60, 1], 1));
        assert_eq!(answer.beyond.spots[0].name, "T554500");
        assert!(answer.off_map.is_empty());
    }

    #[test]
    fn a_pin_says_how_many_other_places_are_near() {
        let mut projects = vec![(vec![(65_665, 532_194)], "food"); 3];
        projects.push((vec![(65_666, 532_194), (200_000, 400_000)], "food"));
        let catalogue = catalogue(&projects);
        let answer = catalogue.explore("", Lang::En);
        let said: Vec<_> = answer
            .spots
            .iter()
            .map(|s| (s.name.as_str(), s.near, s.count, s.items.len()))
            .collect();
        assert_eq!(said, [("T65665", 1, 4, 4), ("T200000", 0, 1, 1)]);
    }
}
