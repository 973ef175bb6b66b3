//! The network: every project compared with every pair of markers.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use proptest::prelude::*;

use super::{
    arbitrary::{catalogue, query},
    naive,
};
use crate::{
    filter::{Filter, Lock},
    map::{LonLat, World, views},
    model::{Lang, Project},
    query::{Catalogue, Link, Marker, clusters::Site},
};

/// The markers that a project has participations under.
fn under(project: &Project, markers: &[Marker]) -> Vec<usize> {
    let at: Vec<LonLat> = project
        .participations
        .iter()
        .filter_map(|part| part.location)
        .map(|at| Site::of(at.into()).at())
        .collect();
    let holds = |marker: &Marker| at.iter().any(|at| marker.area.unwrap().contains(*at));
    (0..markers.len()).filter(|n| holds(&markers[*n])).collect()
}

/// All links, the strongest first.
fn links(catalogue: &Catalogue, query: &str, markers: &[Marker]) -> Vec<Link> {
    let (filter, _) = Filter::from_query(query);
    let mut shared: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for project in naive(catalogue, &filter, None) {
        let under = under(project, markers);
        for (n, from) in under.iter().enumerate() {
            for to in &under[n + 1..] {
                *shared.entry((*from, *to)).or_default() += 1;
            }
        }
    }
    let mut links: Vec<Link> = shared
        .into_iter()
        .map(|((from, to), projects)| Link {
            from: from.try_into().unwrap(),
            to: to.try_into().unwrap(),
            projects,
        })
        .collect();
    let id = |n: u16| markers[usize::from(n)].id.clone();
    links.sort_by_key(|link| (Reverse(link.projects), id(link.from), id(link.to)));
    links
}

proptest! {
    #[test]
    fn a_link_is_the_projects_that_two_pins_share(catalogue in catalogue(), query in query()) {
        let query = format!("{query}&layer=network");
        let answer = catalogue.explore(&query, Lang::En);
        let all = links(&catalogue, &query, &answer.markers.list);
        prop_assert!(answer.markers.links.len() <= Link::MAX);
        prop_assert_eq!(answer.markers.links.len() + answer.markers.more_links, all.len());
        prop_assert_eq!(&answer.markers.links, &all[..answer.markers.links.len()]);
        let ids: BTreeSet<&String> = answer.markers.list.iter().map(|marker| &marker.id).collect();
        prop_assert_eq!(ids.len(), answer.markers.list.len());
    }

    #[test]
    fn any_part_of_the_map_is_asked_for_as_the_first_was(
        catalogue in catalogue(), query in query(), zoom in 0.0..4.0_f64, x in -0.5..0.5, y in -0.5..0.5,
    ) {
        let answer = catalogue.explore(&query, Lang::En);
        let view = views::overview(&answer.shown);
        let markers = catalogue.markers(&Lock::default(), &query, &view, Lang::En);
        prop_assert_eq!(markers, answer.markers);
        // Closer, and elsewhere.
        let World { x: east, y: south } = view.center;
        let center = World { x: east + x * 400.0 / view.scale, y: south + y * 400.0 / view.scale };
        let view = crate::map::Viewport { center, scale: view.scale * zoom.exp2(), ..view };
        let markers = catalogue.markers(&Lock::default(), &query, &view, Lang::En);
        prop_assert_eq!(markers.links.len() + markers.more_links, match query.contains("layer=network") {
            true => links(&catalogue, &query, &markers.list).len(),
            false => 0,
        });
        let (filter, _) = Filter::from_query(&query);
        let found = naive(&catalogue, &filter, None).len();
        for marker in &markers.list {
            prop_assert!(marker.count <= found);
            let narrowed = Filter { bbox: marker.area, ..filter.clone() }.to_query();
            prop_assert_eq!(catalogue.explore(&narrowed, Lang::En).found, marker.count);
        }
    }
}
