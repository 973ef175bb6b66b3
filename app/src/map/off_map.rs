//! The projects that the map does not show, named under it: those at places outside its
//! view, and those without a place.

use catalogue::query::{Item, Marker, Outside};

use super::marker::MarkerContext;
use crate::{
    markup::{Element, el},
    site::Site,
};

/// The places outside the view of the map, as links to their projects.
pub fn outside(context: &MarkerContext, outside: &Outside) -> Option<Element> {
    let site = context.site;
    let t = site.t;
    let link = |marker: &Marker| {
        let text = t.marker_many.fill(marker.count, site.lang, &[("place", &marker.name)]);
        let href = context.narrowed_to(marker);
        el("li").child(el("a").attr("href", href).attr("data-stay", true).child(text))
    };
    let links = outside.markers.iter().map(link).collect();
    let more = (outside.more > 0).then(|| t.more_places.of(outside.more, site.lang));
    list(t.outside.of(outside.count, site.lang), links, more)
}

/// The projects without a place.
pub fn unlocated(site: Site, items: &[Item]) -> Option<Element> {
    let t = site.t;
    let shown = items.get(..Marker::MAX_ITEMS).unwrap_or(items);
    let more = items.len() - shown.len();
    let more = (more > 0).then(|| t.and_more.of(more, site.lang));
    list(t.unlocated.of(items.len(), site.lang), super::links(site, shown), more)
}

fn list(text: String, links: Vec<Element>, more: Option<String>) -> Option<Element> {
    let more = more.map(|more| el("li").child(more));
    (!links.is_empty()).then(|| {
        let list = el("ul").child(links).child(more);
        el("div").class("off-map").child(el("p").child(text)).child(list)
    })
}
