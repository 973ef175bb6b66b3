//! The map of one project: its partners, with lines from the lead.

use catalogue::{
    map::{
        Viewport,
        sheet::{self, Town, tenths, view_box},
    },
    model::Project,
};

use super::{Sheet, basemap};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// The map, where the place of at least one partner is known.
pub fn partners_map(site: Site, project: &Project) -> Option<Element> {
    let t = site.t;
    let mut towns = sheet::towns(project);
    let missing = project.participations.iter().filter(|part| part.location.is_none()).count();
    let view = sheet::partnership(project);
    let located: usize = towns.iter().map(|town| town.partners.len()).sum();
    towns.retain(|town| view.contains(town.place));
    let beyond = located - towns.iter().map(|town| town.partners.len()).sum::<usize>();
    let lines = lines(&view, &towns);
    // The lead's pin comes last, so that no other covers it.
    towns.sort_by_key(|town| town.lead);
    let pins: Vec<_> = towns.iter().map(|town| pin(project, &view, town)).collect();
    let pins = svg("svg")
        .class("pins")
        .attr("viewBox", view_box(&view))
        .attr("role", "group")
        .attr("aria-label", t.map_partners.fill(&[("project", project.name(site.lang))]))
        .child(svg("g").class("lines").child(lines))
        .child(pins);
    let base = basemap(Sheet::Project(project.slug.clone()), &view);
    let note = t.partners_off_map.of(missing, site.lang);
    let outside = t.partners_beyond.of(beyond, site.lang);
    (!towns.is_empty()).then(|| {
        el("div")
            .class("map partners-map")
            .child(el("div").class("map-sheet").child(base).child(pins))
            .child((beyond > 0).then(|| el("p").class("note").child(outside)))
            .child((missing > 0).then(|| el("p").class("note").child(note)))
    })
}

fn lines(view: &Viewport, towns: &[Town]) -> Vec<Element> {
    let hub = towns.iter().find(|town| town.lead).map(|town| view.project(town.place));
    let line = |town: &Town| {
        let ((x1, y1), (x2, y2)) = (hub?, view.project(town.place));
        // A slight bend keeps lines in the same direction apart.
        let (cx, cy) = ((x1 + x2) / 2.0 + (y2 - y1) * 0.12, (y1 + y2) / 2.0 - (x2 - x1) * 0.12);
        let [x1, y1, cx, cy, x2, y2] = [x1, y1, cx, cy, x2, y2].map(tenths);
        let d = format!("M{x1} {y1}Q{cx} {cy} {x2} {y2}");
        Some(svg("path").class("line").attr("d", d))
    };
    // The lead's own town needs none.
    towns.iter().filter(|town| !town.lead).filter_map(line).collect()
}

/// A town: a link to its first partner in the list.
fn pin(project: &Project, view: &Viewport, town: &Town) -> Element {
    let (x, y) = view.project(town.place);
    let names: Vec<&str> = town
        .partners
        .iter()
        .filter_map(|n| Some(project.participations.get(*n)?.organisation.as_str()))
        .collect();
    let first = town.partners.first().copied().unwrap_or_default();
    let label = format!("{}: {}", town.name, names.join(", "));
    let number = (names.len() > 1).then(|| {
        svg("text")
            .class("number")
            .attr("aria-hidden", "true")
            .attr("y", "3.5")
            .attr("text-anchor", "middle")
            .child(names.len().to_string())
    });
    let link = svg("a")
        .attr("href", format!("#partner-{first}"))
        .attr("aria-label", label.clone())
        .child(svg("title").child(label))
        .child(svg("circle").class("reach").attr("r", "12"))
        .child(svg("circle").class("dot").attr("r", if town.lead { "9" } else { "6.5" }))
        .child(number);
    svg("g")
        .class(if town.lead { "pin lead" } else { "pin" })
        .attr("transform", format!("translate({} {})", tenths(x), tenths(y)))
        .child(link)
}
