//! The map of one project: its partners, with a line from the lead to each.

use catalogue::{
    map::{
        LonLat, Viewport,
        sheet::{self, Town},
    },
    model::Project,
};

use super::{
    Sheet, arcs, controls,
    pin::{circle, translate, undragged},
    slippy::Slippy,
    source::credit,
    surface::{self, Surface},
};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// How many partners of a town its label names.
const NAMED: usize = 5;

/// The map, where the place of at least one partner is known.
pub fn partners_map(site: Site, project: &Project) -> Option<Element> {
    let t = site.t;
    let mut towns = sheet::towns(project);
    let missing = project.participations.iter().filter(|part| part.location.is_none()).count();
    let view = sheet::partnership(project);
    let located: usize = towns.iter().map(|town| town.partners.len()).sum();
    towns.retain(|town| view.contains(town.place));
    let beyond = located - towns.iter().map(|town| town.partners.len()).sum::<usize>();
    // The lead's pin comes last, so that no other covers it.
    towns.sort_by_key(|town| town.lead);
    let map = Slippy::new();
    let pins: Vec<_> = towns.iter().map(|town| pin(site, project, map, view, town)).collect();
    map.mark(towns.iter().map(|town| (town.place, town.name)));
    let label = t.map_partners.fill(&[("project", project.name(site.lang))]);
    let drawing = surface::drawing(map, &view, label).child(lines(map, view, &towns)).child(pins);
    let note = t.partners_off_map.of(missing, site.lang);
    let outside = t.partners_beyond.of(beyond, site.lang);
    let ground = Sheet::Project(project.slug.clone());
    let sheet = Surface { site, map, view, ground, wake: false }.with(drawing);
    (!towns.is_empty()).then(|| {
        el("div")
            .class("map partners-map")
            .child(controls::skip(site, "#after-map"))
            .child(sheet)
            .child(credit(site))
            .child(controls::buttons(site, map, view, vec![controls::fit(site, map, view)]))
            .child((beyond > 0).then(|| el("p").class("note").child(outside)))
            .child((missing > 0).then(|| el("p").class("note").child(note)))
            .child(el("div").attr("id", "after-map").attr("tabindex", "-1"))
    })
}

/// A line from the lead to every partner; several in one town fan out.
fn lines(map: Slippy, view: Viewport, towns: &[Town]) -> Element {
    let lead = towns.iter().find(|town| town.lead).map(|town| town.place);
    let partners: Vec<LonLat> =
        towns.iter().flat_map(|town| town.partners.iter().map(|_| town.place)).collect();
    svg("g").class("lines").attr("aria-hidden", "true").following(move || {
        let view = map.placed(&view);
        lead.map(|lead| arcs::partnership(&view, lead, &partners))
    })
}

/// A town: a link to its first partner in the list.
fn pin(site: Site, project: &Project, map: Slippy, view: Viewport, town: &Town) -> Element {
    let names = names(project, town);
    let first = town.partners.first().copied().unwrap_or_default();
    let place = town.place;
    let label = match names.len() {
        1 => format!("{}: {}", town.name, names.join(", ")),
        // What is seen of it is part of its name.
        several => format!("{several} · {}: {}", town.name, names.join(", ")),
    };
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
        .attr("aria-label", label)
        .attr("draggable", "false")
        .on("focusin", move |_| map.reveal(place))
        .child([circle("reach", 21.0), circle("dot", if town.lead { 9.0 } else { 6.5 })])
        .child(number);
    svg("g")
        .class(if town.lead { "pin lead" } else { "pin" })
        .live("transform", move || translate(map.placed(&view).project(place)))
        .child([undragged(link, map), tip(site, names, map, view, town)])
}

/// Who sits there, shown while the pin has the pointer or the focus. It stands
/// above or below the pin, and never beyond the edge of the map.
fn tip(site: Site, names: Vec<String>, map: Slippy, view: Viewport, town: &Town) -> Element {
    let more = names.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| site.t.and_more.of(more, site.lang));
    let mut lines: Vec<String> = names.into_iter().take(NAMED).map(shortened).chain(more).collect();
    lines.insert(0, town.name.to_owned());
    let place = town.place;
    let height = |lines: usize| f64::from(u8::try_from(lines).unwrap_or(u8::MAX)) * LINE;
    let all = height(lines.len());
    let line = |(n, line): (usize, String)| {
        svg("text")
            .class(if n == 0 { "tip-town" } else { "tip-name" })
            .attr("y", sheet::tenths(height(n)))
            .child(line)
    };
    let text: Vec<_> = lines.into_iter().enumerate().map(line).collect();
    let at = move || {
        let view = map.placed(&view);
        let (x, y) = view.project(place);
        (x / view.width, y / view.height)
    };
    svg("g")
        .class("tip")
        .attr("aria-hidden", "true")
        .live("transform", move || translate((0.0, if at().1 > 0.5 { -all } else { 24.0 })))
        .live("text-anchor", move || match at().0 {
            x if x < 0.36 => "start",
            x if x > 0.64 => "end",
            _ => "middle",
        })
        .child(text)
}

/// The height of a line of a label.
const LINE: f64 = 15.0;

/// As much of a name as a map has room for.
fn shortened(name: String) -> String {
    const ROOM: usize = 38;
    match name.char_indices().nth(ROOM) {
        None => name,
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
    }
}

fn names(project: &Project, town: &Town) -> Vec<String> {
    let name = |n: &usize| Some(project.participations.get(*n)?.organisation.clone());
    town.partners.iter().filter_map(name).collect()
}
