//! The markers of an answer: clusters with names and links.

use super::{
    Catalogue,
    answer::{Link, Marker, Markers, Outside},
    bits::Bits,
    clusters::{Cluster, Clusters},
    engine::SubsetCounter,
    network,
    places::Places,
};
use crate::{
    filter::{Filter, Layer},
    map::{Bbox, Shown, Viewport, extent},
    model::Lang,
};

/// Degrees around the places of a marker, so that each stays inside when an address
/// rounds them. Half of what tells two places apart.
pub(super) const HAIR: f64 = 0.000_05;

/// The markers of the projects found, as they stand in a view.
pub(crate) struct MarkerLayout<'a> {
    places: &'a Places,
    found: &'a Bits,
    clusters: Clusters<'a>,
}

impl<'a> MarkerLayout<'a> {
    /// The markers of `found`; inside `part` only, where that was asked for.
    pub(crate) fn new(
        places: &'a Places,
        found: &'a Bits,
        view: &Viewport,
        part: Option<Bbox>,
    ) -> Self {
        Self { places, found, clusters: Clusters::new(&places.points, found, view, part) }
    }

    fn markers(&self) -> Vec<Marker> {
        let mut names = Names { seen: Bits::none(self.places.name_count()), numbers: Vec::new() };
        self.clusters.list.iter().map(|cluster| self.marker(cluster, &mut names)).collect()
    }

    fn marker(&self, cluster: &Cluster, names: &mut Names) -> Marker {
        let Cluster { projects, participations, places, place, at, .. } = cluster;
        if *places > 1 {
            self.clusters.each_place(cluster, |place| names.add(self.places.name_number(place)));
        }
        Marker {
            near: names.take().saturating_sub(1),
            lon: at.lon,
            lat: at.lat,
            area: cluster.area(HAIR),
            ..self.places.marker(*place, *projects, *participations)
        }
    }

    /// The places outside of what the map shows, the largest first.
    pub(crate) fn outside(&self) -> Outside {
        let points = &self.places.points;
        let mut projects = Bits::none(points.projects());
        let mut list = Vec::new();
        for place in (0..points.places()).filter(|place| !self.clusters.shows(*place)) {
            let (mut count, mut participations) = (0, 0);
            for point in points.at_place(place).filter(|n| self.found.contains(points.project(*n)))
            {
                projects.insert(points.project(point));
                count += 1;
                participations += points.participations(point);
            }
            if count > 0 {
                list.push((place, count, participations));
            }
        }
        // Places with as many projects stay as the catalogue has them.
        list.sort_by_key(|(place, count, _)| {
            (std::cmp::Reverse(*count), self.places.points.origin(*place))
        });
        let more = list.len().saturating_sub(Marker::MAX_LISTS);
        list.truncate(Marker::MAX_LISTS);
        let marker =
            |(place, count, participations)| self.places.marker(place, count, participations);
        Outside { count: projects.count(), markers: list.into_iter().map(marker).collect(), more }
    }
}

impl Catalogue {
    /// Markers with their projects, as far as a page can list them, and with links.
    pub(super) fn markers_of(&self, layout: &MarkerLayout, layer: Layer, lang: Lang) -> Markers {
        let mut markers = layout.markers();
        let lists = markers.len() <= Marker::MAX_LISTS;
        for (marker, cluster) in markers.iter_mut().zip(&layout.clusters.list) {
            if marker.count == 1 || (lists && marker.count <= Marker::MAX_ITEMS) {
                let projects = layout.clusters.projects(cluster);
                marker.items = self.items(projects.into_iter(), lang).collect();
            }
        }
        let (links, more_links) = match layer {
            Layer::Projects | Layer::Partners => (Vec::new(), 0),
            Layer::Network => {
                let mut links =
                    network::links(&layout.places.points, layout.found, &layout.clusters);
                let id = |n: u16| markers.get(usize::from(n)).map(|marker| &marker.id);
                links.sort_by_key(|l| (std::cmp::Reverse(l.projects), id(l.from), id(l.to)));
                let more = links.len().saturating_sub(Link::MAX);
                links.truncate(Link::MAX);
                (links, more)
            }
        };
        Markers { list: markers, links, more_links }
    }
}

impl Places {
    /// A marker that stands for a place and no other, without its projects.
    fn marker(&self, place: usize, count: usize, participations: usize) -> Marker {
        let at = self.points.at(place);
        Marker {
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

    /// What the map shows of the projects found: what it was asked to look at, or the part
    /// that was asked for, or the whole layer, or less where all that was found, or all that is in the
    /// scope, is close together.
    pub(crate) fn shown(
        &self,
        filter: &Filter,
        found: &SubsetCounter,
        scope: Option<&Bits>,
    ) -> Shown {
        if let Some(camera) = filter.camera {
            return Shown::Camera(camera);
        }
        if let Some(part) = filter.bbox {
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
