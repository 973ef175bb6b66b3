//! The map of one project: its partners, with a line from the lead to each.

use catalogue::{
    map::{
        LonLat, Viewport,
        views::{self, Town},
    },
    model::Project,
};
use leptos::prelude::*;

use super::{
    BasemapOf, arcs, controls,
    following::follow,
    map_view::MapView,
    marker::{circle, translate, undragged},
    source::credit,
    surface::{self, Surface},
};
use crate::{
    piece::{IntoPiece as _, Piece},
    site::Site,
    sorting::sorted,
};

/// How many partners of a town its label names.
const NAMED: usize = 5;

/// The map, where the place of at least one partner is known.
pub fn partners_map(site: Site, project: &Project) -> Option<Piece> {
    let t = site.t;
    let mut towns = views::towns(project);
    let unlocated = project.participations.iter().filter(|part| part.location.is_none()).count();
    let view = views::partnership(project);
    let located: usize = towns.iter().map(|town| town.partners.len()).sum();
    towns.retain(|town| view.contains(town.place));
    let outside = located - towns.iter().map(|town| town.partners.len()).sum::<usize>();
    // The lead's marker comes last, so that no other covers it.
    let towns = sorted(towns, |town: &Town| (u64::from(town.lead), String::new()));
    let map = MapView::new();
    let markers: Vec<_> = towns.iter().map(|town| marker(site, project, map, view, town)).collect();
    map.mark(towns.iter().map(|town| (town.place, town.name)), f64::INFINITY);
    let label = t.map_partners.fill(&[("project", project.name(site.lang))]);
    let layers = view! {
        {lines(map, view, &towns)}
        {markers}
    };
    let drawing = surface::drawing(map, &view, label, layers.into_piece());
    let note =
        |count: usize, text: String| (count > 0).then(|| view! { <p class="note">{text}</p> });
    let outside = note(outside, t.partners_outside.of(outside, site.lang));
    let unlocated = note(unlocated, t.partners_unlocated.of(unlocated, site.lang));
    let basemap = BasemapOf::Project(project.slug.clone());
    let surface = Surface { site, map, view, basemap, wake: false, open: None };
    let none = towns.is_empty();
    let whole = view! {
        <div class="map partners-map">
            {controls::skip(site, "#after-map")}
            {surface.with(drawing, None)}
            {credit(site)}
            {controls::buttons(site, map, view, vec![controls::fit(site, map, view)])}
            {outside}
            {unlocated}
            <div id="after-map" tabindex="-1"></div>
        </div>
    };
    (!none).then(|| whole.into_piece())
}

/// A line from the lead to every partner; several in one town fan out.
fn lines(map: MapView, view: Viewport, towns: &[Town]) -> Piece {
    let lead = towns.iter().find(|town| town.lead).map(|town| town.place);
    let partners: Vec<LonLat> =
        towns.iter().flat_map(|town| town.partners.iter().map(|_| town.place)).collect();
    let lines = follow(move || {
        let view = map.placed(&view);
        lead.map(|lead| arcs::partnership(&view, lead, &partners)).into_piece()
    });
    view! {
        <g class="lines" aria-hidden="true">
            {lines}
        </g>
    }
    .into_piece()
}

/// A town: a link to its first partner in the list.
fn marker(site: Site, project: &Project, map: MapView, view: Viewport, town: &Town) -> Piece {
    let names = names(project, town);
    let first = town.partners.first().copied().unwrap_or_default();
    let place = town.place;
    let label = match names.len() {
        1 => format!("{}: {}", town.name, names.join(", ")),
        // What is seen of it is part of its name.
        several => format!("{several} · {}: {}", town.name, names.join(", ")),
    };
    let number = (names.len() > 1).then(|| {
        view! {
            <text class="number" aria-hidden="true" y="3.5" text-anchor="middle">
                {names.len().to_string()}
            </text>
        }
    });
    view! {
        <g
            class=if town.lead { "marker lead" } else { "marker" }
            transform=move || translate(map.placed(&view).project(place))
        >
            <a
                href=format!("#partner-{first}")
                aria-label=label
                draggable="false"
                on:focusin=move |_| map.reveal(place)
                on:click=move |event| undragged(&event, map)
            >
                {circle("reach", 21.0)}
                {circle("dot", if town.lead { 9.0 } else { 6.5 })}
                {number}
            </a>
            {tip(site, names, map, view, town)}
        </g>
    }
    .into_piece()
}

/// The organisations there, shown while the marker has the pointer or the focus. It stands
/// above or below the marker, and never beyond the edge of the map.
fn tip(site: Site, names: Vec<String>, map: MapView, view: Viewport, town: &Town) -> Piece {
    let more = names.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| site.t.and_more.of(more, site.lang));
    let mut lines: Vec<String> = names.into_iter().take(NAMED).map(shortened).chain(more).collect();
    lines.insert(0, town.name.to_owned());
    let place = town.place;
    let height = |lines: usize| f64::from(u8::try_from(lines).unwrap_or(u8::MAX)) * LINE;
    let all = height(lines.len());
    let line = |(n, line): (usize, String)| {
        let class = if n == 0 { "tip-town" } else { "tip-name" };
        view! {
            <text class=class y=views::tenths(height(n))>
                {line}
            </text>
        }
    };
    let text: Vec<_> = lines.into_iter().enumerate().map(line).collect();
    let at = move || {
        let view = map.placed(&view);
        let (x, y) = view.project(place);
        (x / view.width, y / view.height)
    };
    view! {
        <g
            class="tip"
            aria-hidden="true"
            transform=move || translate((0.0, if at().1 > 0.5 { -all } else { 24.0 }))
            text-anchor=move || match at().0 {
                x if x < 0.36 => "start",
                x if x > 0.64 => "end",
                _ => "middle",
            }
        >
            {text}
        </g>
    }
    .into_piece()
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
