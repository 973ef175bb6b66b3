//! What the map does not reach is named under it, never dropped.

use catalogue::query::{Beyond, Item, Spot};

use super::pin::Ground;
use crate::{
    markup::{Element, el},
    site::Site,
};

/// What lies outside what the map shows.
pub fn beyond(ground: &Ground, beyond: &Beyond) -> Option<Element> {
    let site = ground.site;
    let t = site.t;
    let link = |spot: &Spot| {
        let text = t.pin_many.fill(spot.count, site.lang, &[("place", &spot.name)]);
        let href = ground.narrowed_to(spot);
        el("li").child(el("a").attr("href", href).attr("data-stay", true).child(text))
    };
    let links = beyond.spots.iter().map(link).collect();
    let more = (beyond.more > 0).then(|| t.more_places.of(beyond.more, site.lang));
    list(t.beyond.of(beyond.count, site.lang), links, more)
}

/// What has no place.
pub fn off_map(site: Site, items: &[Item]) -> Option<Element> {
    let t = site.t;
    let shown = items.get(..Spot::MAX_ITEMS).unwrap_or(items);
    let more = items.len() - shown.len();
    let more = (more > 0).then(|| t.and_more.of(more, site.lang));
    list(t.off_map.of(items.len(), site.lang), super::links(site, shown), more)
}

fn list(text: String, links: Vec<Element>, more: Option<String>) -> Option<Element> {
    let more = more.map(|more| el("li").child(more));
    (!links.is_empty()).then(|| {
        let list = el("ul").child(links).child(more);
        el("div").class("off-map").child(el("p").child(text)).child(list)
    })
}
