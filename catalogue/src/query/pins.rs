//! The pins of an answer: clusters with names, for people to follow.

use super::{
    Catalogue,
    answer::{Beyond, Link, Pins, Spot},
    clusters::{Cluster, Clusters},
    engine::{Among, Bits},
    network,
    places::Places,
};
use crate::{
    filter::Layer,
    map::{Bbox, LonLat, Shown, Viewport, extent},
    model::Lang,
};

/// Degrees around the places of a pin, so that none falls off when an address
/// rounds them. Half of what tells two places apart.
const HAIR: f64 = 0.000_05;

/// The pins of the projects found, as they stand in a view.
pub(crate) struct Standing<'a> {
    places: &'a Places,
    found: &'a Bits,
    clusters: Clusters<'a>,
}

impl<'a> Standing<'a> {
    /// The pins of `found`, which are `count` projects.
    pub(crate) fn new(places: &'a Places, found: &'a Bits, count: usize, view: &Viewport) -> Self {
        Self { places, found, clusters: Clusters::new(&places.points, found, count, view) }
    }

    fn spots(&self) -> Vec<Spot> {
        let mut names = Names { seen: Bits::none(self.places.name_count()), numbers: Vec::new() };
        self.clusters.list.iter().map(|cluster| self.spot(cluster, &mut names)).collect()
    }

    fn spot(&self, cluster: &Cluster, names: &mut Names) -> Spot {
        let Cluster { projects, participations, places, place, at, .. } = cluster;
        if *places > 1 {
            self.clusters.each_place(cluster, |place, _| names.add(self.places.name_number(place)));
        }
        Spot {
            id: self.places.id(*place),
            name: self.places.name(*place).to_owned(),
            near: names.take().saturating_sub(1),
            lon: at.lon,
            lat: at.lat,
            area: cluster.area(HAIR),
            count: *projects,
            participations: *participations,
            items: Vec::new(),
        }
    }

    /// Where the pins of a project stand.
    pub(crate) fn places_of(&self, project: usize) -> impl Iterator<Item = LonLat> {
        self.places.points.places_of(project).map(|place| self.places.points.at(place))
    }

    /// The spots that a project found is under.
    pub(crate) fn spots_of(&self, project: usize) -> Vec<String> {
        let mut under: Vec<usize> = self
            .places
            .points
            .places_of(project)
            .filter_map(|place| self.clusters.of_place(place))
            .collect();
        under.sort_unstable();
        under.dedup();
        let clusters = under.into_iter().filter_map(|n| self.clusters.list.get(n));
        let mut spots: Vec<String> = clusters.map(|c| self.places.id(c.place)).collect();
        spots.sort_unstable();
        spots
    }

    /// What stands beside the map, the largest places first.
    pub(crate) fn beyond(&self) -> Beyond {
        let points = &self.places.points;
        let mut projects = Bits::none(points.projects());
        let mut outside = Vec::new();
        for place in (0..points.places()).filter(|place| !self.clusters.shows(*place)) {
            let (mut count, mut participations) = (0, 0);
            for point in points.at_place(place).filter(|n| self.found.contains(points.project(*n)))
            {
                projects.insert(points.project(point));
                count += 1;
                participations += points.participations(point);
            }
            if count > 0 {
                outside.push((place, count, participations));
            }
        }
        // Places with as many projects stay as the catalogue has them.
        outside.sort_by_key(|(place, count, _)| {
            (std::cmp::Reverse(*count), self.places.points.origin(*place))
        });
        let spot = |(place, count, participations): &(usize, usize, usize)| {
            let at = self.places.points.at(*place);
            Spot {
                id: self.places.id(*place),
                name: self.places.name(*place).to_owned(),
                near: 0,
                lon: at.lon,
                lat: at.lat,
                area: Bbox::around([at].into_iter(), HAIR),
                count: *count,
                participations: *participations,
                items: Vec::new(),
            }
        };
        Beyond {
            count: projects.count(),
            spots: outside.iter().take(Spot::MAX_LISTS).map(spot).collect(),
            more: outside.len().saturating_sub(Spot::MAX_LISTS),
        }
    }
}

impl Catalogue {
    /// Pins with their projects, as far as a page can list them, and with links.
    pub(super) fn pins_of(&self, standing: &Standing, layer: Layer, lang: Lang) -> Pins {
        let mut spots = standing.spots();
        let lists = spots.len() <= Spot::MAX_LISTS;
        for (spot, cluster) in spots.iter_mut().zip(&standing.clusters.list) {
            if spot.count == 1 || (lists && spot.count <= Spot::MAX_ITEMS) {
                let projects = standing.clusters.projects(cluster);
                spot.items = self.items(projects.into_iter(), lang).collect();
            }
        }
        let (links, more_links) = match layer {
            Layer::Projects | Layer::Partners => (Vec::new(), 0),
            Layer::Network => {
                let mut links =
                    network::links(&standing.places.points, standing.found, &standing.clusters);
                let id = |n: u16| spots.get(usize::from(n)).map(|spot| &spot.id);
                links.sort_by_key(|l| (std::cmp::Reverse(l.projects), id(l.from), id(l.to)));
                let more = links.len().saturating_sub(Link::MAX);
                links.truncate(Link::MAX);
                (links, more)
            }
        };
        Pins { spots, links, more_links }
    }
}

impl Places {
    /// What the map shows of the projects found: the part that was asked for, or
    /// the whole layer, or less where all that was found is close together.
    pub(crate) fn shown(&self, asked: Option<Bbox>, found: &Among) -> Shown {
        if let Some(part) = asked {
            return Shown::exactly(part);
        }
        if found.count() == self.points.projects() {
            return self.whole;
        }
        self.whole.or_closer(extent(&[], &self.points.weights_of(found.set(), found.count())))
    }
}

/// Counts names, each once.
struct Names {
    seen: Bits,
    numbers: Vec<usize>,
}

impl Names {
    fn add(&mut self, number: usize) {
        if !self.seen.contains(number) {
            self.seen.insert(number);
            self.numbers.push(number);
        }
    }

    /// How many there were, to begin anew.
    fn take(&mut self) -> usize {
        let count = self.numbers.len();
        for number in self.numbers.drain(..) {
            self.seen.remove(number);
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{collection::vec, prelude::*, sample::select};
    use serde_json::json;

    use crate::{
        filter::{Filter, Layer},
        map::{Bbox, Shown, sheet},
        model::{Document, Lang},
        query::{Beyond, Catalogue, Exploration, Spot},
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
        let asked = select(vec![
            "",
            "&theme=food",
            "&theme=food&bbox=-9,45,12,56",
            "&bbox=6.5,53.2,6.6,53.3",
        ]);
        (select(Layer::ALL.to_vec()), asked)
            .prop_map(|(layer, asked)| format!("layer={}{asked}", layer.as_str()))
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
            projects in projects(), query in query(),
        ) {
            let catalogue = catalogue(&projects);
            let answer = catalogue.explore(&query, Lang::En);
            let mut seen: BTreeSet<String> =
                answer.off_map.iter().map(|item| item.slug.to_string()).collect();
            for spot in all_spots(&answer) {
                prop_assert!(spot.count > 0 && spot.participations >= spot.count);
                let here = found(&catalogue, &narrowed_to(spot, &query));
                prop_assert_eq!(here.len(), spot.count, "{}", narrowed_to(spot, &query));
                if !spot.items.is_empty() {
                    let items: BTreeSet<String> =
                        spot.items.iter().map(|item| item.slug.to_string()).collect();
                    prop_assert_eq!(&items, &here);
                }
                seen.extend(here);
            }
            // A part of the map that was asked for has nothing beside it.
            if answer.beyond.more == 0 && !answer.shown.exact {
                prop_assert_eq!(seen, found(&catalogue, &query));
            }
        }

        #[test]
        fn a_card_lights_exactly_the_pins_it_is_under(projects in projects(), query in query()) {
            let catalogue = catalogue(&projects);
            let answer = catalogue.explore(&query, Lang::En);
            let under: Vec<(&Spot, BTreeSet<String>)> = answer
                .spots
                .iter()
                .map(|spot| (spot, found(&catalogue, &narrowed_to(spot, &query))))
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
        let mut places = vec![(65_665, 532_194); 60];
        places.extend([(69_000, 527_800), (554_500, -208_800)]);
        let catalogue = catalogue(&led(&places));
        let answer = catalogue.explore("", Lang::En);
        let counts: Vec<usize> = answer.spots.iter().map(|spot| spot.count).collect();
        assert_eq!((counts, answer.beyond.count), (vec![60, 1], 1));
        assert_eq!(answer.beyond.spots[0].name, "T554500");
        assert!(answer.off_map.is_empty());
        // Who asks for that part of the map sees it, and nothing lies beside it.
        let there = catalogue.explore("bbox=55,-21,56,-20", Lang::En);
        assert_eq!((there.spots.len(), there.beyond), (1, Beyond::default()));
        assert_eq!(there.shown, Shown::exactly(Bbox::new(55.0, -21.0, 56.0, -20.0)));
    }

    #[test]
    fn a_pin_says_how_many_other_places_are_near() {
        let mut projects = led(&[(65_665, 532_194); 3]);
        projects.push((vec![(65_666, 532_194, true), (200_000, 400_000, true)], "food"));
        let catalogue = catalogue(&projects);
        let answer = catalogue.explore("", Lang::En);
        let said: Vec<_> = answer
            .spots
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
        let zoom = |shown: &Shown| sheet::overview(shown).zoom();
        assert!(zoom(&region) >= zoom(&catalogue.shown()) + 1.0);
    }

    #[test]
    fn a_partner_s_place_is_named_as_most_people_name_it() {
        let mut document = catalogue(&led(&[(65_665, 532_194); 3])).document().as_ref().clone();
        for (project, town) in document.projects.iter_mut().zip(["Grunn", "Groningen", "Groningen"])
        {
            project.participations[0].town = Some(town.to_owned());
        }
        let catalogue = Catalogue::new(document, "2026-01-01".parse().unwrap());
        let pins = catalogue.explore("layer=partners", Lang::En).spots;
        assert_eq!(
            (pins[0].name.as_str(), pins[0].near, pins[0].participations),
            ("Groningen", 0, 3)
        );
    }
}
