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
    map::{Bbox, Shown, Viewport, extent},
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
    /// The pins of `found`; inside `part` only, where that was asked for.
    pub(crate) fn new(
        places: &'a Places,
        found: &'a Bits,
        view: &Viewport,
        part: Option<Bbox>,
    ) -> Self {
        Self { places, found, clusters: Clusters::new(&places.points, found, view, part) }
    }

    fn spots(&self) -> Vec<Spot> {
        let mut names = Names { seen: Bits::none(self.places.name_count()), numbers: Vec::new() };
        self.clusters.list.iter().map(|cluster| self.spot(cluster, &mut names)).collect()
    }

    fn spot(&self, cluster: &Cluster, names: &mut Names) -> Spot {
        let Cluster { projects, participations, places, place, at, .. } = cluster;
        if *places > 1 {
            self.clusters.each_place(cluster, |place| names.add(self.places.name_number(place)));
        }
        Spot {
            near: names.take().saturating_sub(1),
            lon: at.lon,
            lat: at.lat,
            area: cluster.area(HAIR),
            ..self.places.spot(*place, *projects, *participations)
        }
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
        let more = outside.len().saturating_sub(Spot::MAX_LISTS);
        outside.truncate(Spot::MAX_LISTS);
        let spot = |(place, count, participations)| self.places.spot(place, count, participations);
        Beyond { count: projects.count(), spots: outside.into_iter().map(spot).collect(), more }
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
    /// A pin that stands for a place and no other, without its projects.
    fn spot(&self, place: usize, count: usize, participations: usize) -> Spot {
        let at = self.points.at(place);
        Spot {
            id: self.id(place),
            name: self.name(place).to_owned(),
            near: 0,
            lon: at.lon,
            lat: at.lat,
            area: Bbox::around([at].into_iter(), HAIR),
            count,
            participations,
            items: Vec::new(),
        }
    }

    /// What the map shows of the projects found: the part that was asked for, or
    /// the whole layer, or less where all that was found, or all that is in the
    /// scope, is close together.
    pub(crate) fn shown(&self, asked: Option<Bbox>, found: &Among, scope: Option<&Bits>) -> Shown {
        if let Some(part) = asked {
            return Shown::exactly(part);
        }
        if found.count() == self.points.projects() {
            return self.whole;
        }
        let closer = |whole: Shown, set| whole.or_closer(extent(&[], &self.points.weights_of(set)));
        let whole = scope.map_or(self.whole, |scope| closer(self.whole, scope));
        closer(whole, found.set())
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
mod tests;
