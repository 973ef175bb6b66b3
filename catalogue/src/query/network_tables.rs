//! Who works with whom, as tables: towns and organisations by name, whatever part of the
//! map is seen and however close.

use std::{
    cmp::{Ordering, Reverse},
    collections::HashMap,
};

use super::{
    Catalogue,
    answer::{NetworkOrganisation, NetworkTables, NetworkTown, TownPair},
    bits::Bits,
    markers::HAIR,
    places::Places,
};
use crate::{
    map::{Bbox, LonLat},
    model::HomeCity,
};

/// Places of one name that are not farther apart are one town; farther away there is
/// another of that name.
const TOWN_KM: f64 = 50.0;

/// A degree of latitude.
const DEGREE_KM: f64 = 111.2;

/// The places of a layer by the towns that they are in.
#[derive(Debug)]
pub(crate) struct Towns {
    /// For each place its town.
    of_place: Vec<usize>,
    /// For each town its places.
    places: Vec<Vec<usize>>,
}

impl Towns {
    fn new(places: &Places) -> Self {
        let points = &places.points;
        let mut by_name: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut towns = Self { of_place: Vec::new(), places: Vec::new() };
        for place in 0..points.places() {
            let known = by_name.entry(places.name_number(place)).or_default();
            let near = |town: &&usize| {
                apart(points.at(place), points.at(towns.places[**town][0])) <= TOWN_KM
            };
            let town = match known.iter().find(near) {
                Some(town) => *town,
                None => {
                    known.push(towns.places.len());
                    towns.places.push(Vec::new());
                    towns.places.len() - 1
                }
            };
            towns.places[town].push(place);
            towns.of_place.push(town);
        }
        towns
    }
}

/// How far two places are from each other, in kilometres, as long as it is not far.
fn apart(one: LonLat, other: LonLat) -> f64 {
    let across = (one.lon - other.lon) * one.lat.to_radians().cos();
    across.hypot(one.lat - other.lat) * DEGREE_KM
}

impl Catalogue {
    /// The tables of the projects found, the strongest first.
    pub(super) fn network_tables(&self, places: &Places, found: &Bits) -> NetworkTables {
        let towns = places.towns.get_or_init(|| Towns::new(places));
        let points = &places.points;
        let mut counts = vec![(0, 0); towns.places.len()];
        // The towns of each project found, and for each town these projects.
        let mut of_project: Vec<Vec<usize>> = Vec::new();
        let mut projects_of = vec![Vec::new(); towns.places.len()];
        for project in found.iter() {
            let mut own: Vec<usize> = Vec::new();
            for (point, place) in points.of(project).iter().zip(points.places_of(project)) {
                let town = towns.of_place[place];
                counts[town].0 += points.participations(*point as usize);
                own.push(town);
            }
            own.sort_unstable();
            own.dedup();
            for town in &own {
                counts[*town].1 += 1;
                projects_of[*town].push(of_project.len());
            }
            of_project.push(own);
        }
        let pairs = pairs(&of_project, &projects_of);
        let town = |town: usize| {
            let (participations, projects) = counts[town];
            let at = towns.places[town].iter().map(|place| points.at(*place));
            let name = places.name(towns.places[town][0]).to_owned();
            NetworkTown { name, area: Bbox::around(at, HAIR), participations, projects }
        };
        // Among equals the one whose name comes first, so that the order is the same for
        // every answer.
        let name = |town: usize| places.name(towns.places[town][0]);
        let listed = (0..counts.len()).filter(|town| counts[*town].1 > 0);
        let (listed, more_towns) = first(listed.collect(), |one, other| {
            let key = |town: usize| (Reverse(counts[town]), name(town), town);
            key(*one).cmp(&key(*other))
        });
        let (linked, more_pairs) = first(pairs, |one, other| {
            let key = |(count, one, other): (usize, usize, usize)| {
                (Reverse(count), name(one), name(other), one, other)
            };
            key(*one).cmp(&key(*other))
        });
        let (organisations, more_organisations) = self.network_organisations(found);
        NetworkTables {
            pairs: linked
                .into_iter()
                .map(|(projects, one, other)| {
                    // The larger town first: it is what a reader looks for.
                    let larger = counts[one] >= counts[other];
                    let towns = if larger { [one, other] } else { [other, one] };
                    TownPair { towns: towns.map(|town| name(town).to_owned()), projects }
                })
                .collect(),
            more_pairs,
            towns: listed.into_iter().map(town).collect(),
            more_towns,
            organisations,
            more_organisations,
        }
    }

    fn network_organisations(&self, found: &Bits) -> (Vec<NetworkOrganisation>, usize) {
        /// How many projects, and where the name is from: a project and a position in it.
        type Known = (usize, (usize, usize));
        let mut known: HashMap<u32, Known> = HashMap::new();
        for project in found.iter() {
            let theirs = self.index.organisations.of(project);
            for (position, organisation) in theirs.iter().enumerate() {
                // Once for each project.
                if !theirs[..position].contains(organisation) {
                    known.entry(*organisation).or_insert((0, (project, position))).0 += 1;
                }
            }
        }
        let (listed, more) = first(known.into_values().collect(), |one: &Known, other| {
            Reverse(one.0).cmp(&Reverse(other.0)).then(one.1.cmp(&other.1))
        });
        let organisation = |(projects, (project, position)): Known| {
            let part = &self.document.projects[project].participations[position];
            let is_theirs = |city: &&HomeCity| part.city.as_ref() == Some(&city.slug);
            let city = self.document.home_cities.iter().find(is_theirs);
            NetworkOrganisation {
                search: city.map_or(&part.organisation, |city| &city.name).clone(),
                name: part.organisation.clone(),
                town: part.town.clone(),
                country: part.country,
                projects,
            }
        };
        (listed.into_iter().map(organisation).collect(), more)
    }
}

/// How many projects each two towns share, as `(projects, one, other)`. Counted town by
/// town in an array: there may be millions of pairs, and a table of them would cost ten
/// times as much.
fn pairs(of_project: &[Vec<usize>], projects_of: &[Vec<usize>]) -> Vec<(usize, usize, usize)> {
    let mut shared = vec![0; projects_of.len()];
    let mut pairs = Vec::new();
    for (one, projects) in projects_of.iter().enumerate() {
        let mut others = Vec::new();
        for project in projects {
            for other in of_project[*project].iter().filter(|other| **other > one) {
                if shared[*other] == 0 {
                    others.push(*other);
                }
                shared[*other] += 1;
            }
        }
        pairs.extend(
            others.into_iter().map(|other| (std::mem::take(&mut shared[other]), one, other)),
        );
    }
    pairs
}

/// The first of a list in an order, at most [`NetworkTables::MOST`], and how many more
/// there are. Only these are sorted.
fn first<T>(mut list: Vec<T>, mut order: impl FnMut(&T, &T) -> Ordering) -> (Vec<T>, usize) {
    let more = list.len().saturating_sub(NetworkTables::MOST);
    if more > 0 {
        list.select_nth_unstable_by(NetworkTables::MOST, &mut order);
        list.truncate(NetworkTables::MOST);
    }
    list.sort_unstable_by(order);
    (list, more)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        model::{Document, Lang},
        query::Exploration,
    };

    fn part(organisation: &str, town: &str, lon: f64, lat: f64) -> Value {
        json!({
            "organisation": organisation, "role": "partner", "town": town, "country": "DE",
            "location": { "lon": lon, "lat": lat, "precision": "town" },
        })
    }

    fn explore(projects: Vec<Vec<Value>>, query: &str) -> Exploration {
        let projects: Vec<Value> = projects
            .into_iter()
            .enumerate()
            .map(|(n, participations)| {
                json!({
                    "slug": format!("p-{n}"), "programme": "p", "participations": participations,
                })
            })
            .collect();
        let document: Document = serde_json::from_value(json!({
            "format": "interreg-explorer/1", "collected": "2020", "introduction": [],
            "home_cities": [],
            "programmes": [{ "slug": "p", "name": "P", "strand": "A", "period": "2014-2020" }],
            "projects": projects,
        }))
        .unwrap();
        Catalogue::new(document, "2026-01-01".parse().unwrap()).explore(query, Lang::En)
    }

    fn frankfurts() -> Vec<Vec<Value>> {
        let main = || part("Stadt", "Frankfurt", 8.68, 50.11);
        let airport = || part("Flughafen", "Frankfurt", 8.57, 50.04);
        let oder = || part("Viadrina", "Frankfurt", 14.55, 52.34);
        let emden = || part("Hafen", "Emden", 7.21, 53.37);
        vec![vec![main(), airport(), emden()], vec![airport(), emden(), oder()], vec![main()]]
    }

    #[test]
    fn towns_and_organisations_have_their_names_whatever_the_map_shows() {
        let tables =
            |at: &str| explore(frankfurts(), &format!("layer=network{at}")).network.unwrap();
        let close = tables("&at=12/50.1/8.6");
        assert_eq!(close, tables("&at=3/50.1/8.6"));
        let towns: Vec<_> = close
            .towns
            .iter()
            .map(|town| (town.name.as_str(), town.participations, town.projects))
            .collect();
        // The two on the Main are one town, the one on the Oder is another.
        assert_eq!(towns, [("Frankfurt", 4, 3), ("Emden", 2, 2), ("Frankfurt", 1, 1)]);
        let pairs: Vec<_> = close
            .pairs
            .iter()
            .map(|pair| (pair.towns[0].as_str(), pair.towns[1].as_str(), pair.projects))
            .collect();
        assert_eq!(
            pairs,
            [("Frankfurt", "Emden", 2), ("Emden", "Frankfurt", 1), ("Frankfurt", "Frankfurt", 1)]
        );
        let organisations: Vec<_> =
            close.organisations.iter().map(|it| (it.name.as_str(), it.projects)).collect();
        assert_eq!(organisations, [("Stadt", 2), ("Flughafen", 2), ("Hafen", 2), ("Viadrina", 1)]);
        assert_eq!((close.more_towns, close.more_pairs, close.more_organisations), (0, 0, 0));
    }

    #[test]
    fn a_town_leads_to_what_is_in_it_and_to_no_more() {
        let network = explore(frankfurts(), "layer=network").network.unwrap();
        for town in network.towns {
            let query = format!("layer=network&bbox={}", town.area.unwrap());
            assert_eq!(explore(frankfurts(), &query).found, town.projects, "{query}");
        }
    }

    #[test]
    fn only_the_network_has_tables_and_they_end() {
        assert_eq!(explore(frankfurts(), "layer=partners").network, None);
        let many = (0..70).map(|n| {
            let lon = f64::from(n) / 10.0;
            vec![part(&format!("O{n}"), &format!("T{n}"), lon, 50.0), part("O", "T", 20.0, 50.0)]
        });
        let network = explore(many.collect(), "layer=network").network.unwrap();
        assert_eq!((network.towns.len(), network.more_towns), (50, 21));
        assert_eq!((network.pairs.len(), network.more_pairs), (50, 20));
        assert_eq!((network.organisations.len(), network.more_organisations), (50, 21));
        assert_eq!(network.towns[0].name, "T");
    }
}
