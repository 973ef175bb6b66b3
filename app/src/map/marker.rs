//! A marker of the overview, and the list of the projects at one marker.

use catalogue::{
    filter::Filter,
    map::{Bbox, LonLat, Viewport, views::tenths},
    query::Marker,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, SvgElement};

use super::{
    Highlight,
    elements::to_project,
    engine::reaches,
    map_view::{EngineState, MapView},
};
use crate::{
    actions,
    markup::{Element, el, svg},
    site::Site,
};

/// Which marker's list is open.
pub type Open = RwSignal<Option<String>>;

/// What the component of a marker needs to know besides its data.
#[derive(Clone)]
pub struct MarkerContext {
    /// The language.
    pub site: Site,
    /// What the list was asked for.
    pub filter: Filter,
    /// What the drawing shows while the engine sleeps.
    pub view: Viewport,
    /// The map.
    pub map: MapView,
    /// What is highlighted.
    pub highlight: Highlight,
    /// Which list is open.
    pub open: Open,
    /// Whether markers are the towns of the network.
    pub network: bool,
}

impl MarkerContext {
    /// A marker: a link to the one project, or to the list of several. What stands
    /// for several places leads closer to them. Where there are too many to list
    /// it narrows the list to this place. `most` is the largest number of
    /// participations that any marker has.
    pub fn marker(&self, marker: &Marker, most: usize) -> Element {
        let Self { site, map, highlight, view, .. } = *self;
        let t = site.t;
        let place = LonLat::new(marker.lon, marker.lat);
        let label = match (marker.items.as_slice(), marker.near) {
            _ if self.network => t.node.fill(
                marker.participations,
                site.lang,
                &[("place", &self.place(marker)), ("projects", &marker.count.to_string())],
            ),
            ([one], _) => {
                t.marker_one.fill(&[("project", &one.name), ("place", &self.place(marker))])
            }
            _ => t.marker_many.fill(marker.count, site.lang, &[("place", &self.place(marker))]),
        };
        let area = marker.area;
        let (enter, focus) = (area, area);
        let link = self
            .link(marker)
            .attr("aria-label", label.clone())
            .attr("draggable", "false")
            .child(svg("title").child(label))
            .on("mouseenter", move |_| highlight.cards_of(enter))
            .on("mouseleave", move |_| highlight.no_cards())
            .on("focusin", move |_| {
                highlight.cards_of(focus);
                map.reveal(place);
            })
            .on("focusout", move |_| highlight.no_cards());
        let class = match marker.near {
            _ if self.network => "marker node",
            0 => "marker",
            _ => "marker cluster",
        };
        svg("g")
            .class(class)
            .key(marker.id.clone())
            .live("data-lit", move || highlight.marker(area))
            .live("transform", move || translate(map.placed(&view).project(place)))
            .child(if self.network { node(link, marker, most) } else { dot(link, marker) })
    }

    fn link(&self, marker: &Marker) -> Element {
        let Self { site, map, open, .. } = *self;
        if let [one] = marker.items.as_slice() {
            return undragged(to_project(site, svg("a"), &one.slug), map);
        }
        if let Some(area) = marker.area.filter(|_| marker.near > 0) {
            return self.cluster(marker, area);
        }
        if marker.items.is_empty() {
            let link = svg("a").attr("href", self.narrowed_to(marker)).attr("data-stay", true);
            return undragged(link, map);
        }
        let (shown, click) = (marker.id.clone(), marker.id.clone());
        svg("a")
            .attr("href", format!("#marker-{}", marker.id))
            .live("aria-expanded", move || {
                let open = if is_open(open, &shown) { "true" } else { "false" };
                cfg!(not(feature = "ssr")).then_some(open)
            })
            .on("click", move |event| {
                event.prevent_default();
                if !map.ends_drag(&event) {
                    let already = is_open(open, &click);
                    open.try_set((!already).then(|| click.clone()));
                    if !already {
                        let first = format!("#marker-{click} a");
                        request_animation_frame(move || actions::focus(&first));
                    }
                }
            })
    }

    /// Several places: closer to them. Without a script it is a link to what is
    /// there, and with one a button.
    fn cluster(&self, marker: &Marker, area: Bbox) -> Element {
        let Self { map, view, .. } = *self;
        let moves = cfg!(not(feature = "ssr")) && reaches(&view);
        svg("a")
            .attr("href", self.narrowed_to(marker))
            .attr("data-stay", true)
            .live("role", move || (moves && map.state() != EngineState::Failed).then_some("button"))
            .on("click", move |event| {
                map.wake(view);
                if map.ends_drag(&event) {
                    event.prevent_default();
                } else if map.engine_state_untracked() == EngineState::Waking || map.is_awake() {
                    event.prevent_default();
                    map.when_awake(move || map.approach(area));
                }
            })
            .on("keydown", |event| {
                let space = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == " ");
                let link = event.current_target().and_then(|at| at.dyn_into::<SvgElement>().ok());
                if let Some(link) = link.filter(|_| space) {
                    event.prevent_default();
                    click(&link);
                }
            })
    }

    /// The projects of one marker. Without a script the address opens it (`:target`).
    pub fn list(&self, marker: &Marker) -> Element {
        let Self { site, open, .. } = *self;
        let t = site.t;
        let heading =
            t.marker_list.fill(marker.count, site.lang, &[("place", &self.place(marker))]);
        let id = marker.id.clone();
        let close = el("a").class("marker-list-close").attr("href", "#map").child(t.close);
        let close = close.on("click", move |event| {
            event.prevent_default();
            shut(open);
        });
        el("div")
            .class("marker-list")
            .key(id.clone())
            .live("data-open", move || is_open(open, &id))
            .attr("id", format!("marker-{}", marker.id))
            .attr("role", "group")
            .attr("aria-label", heading.clone())
            .child(el("p").class("marker-list-name").attr("aria-hidden", "true").child(heading))
            .child(el("ul").child(super::links(site, &marker.items)))
            .child(close)
    }

    /// What a marker's place is called.
    pub fn place(&self, marker: &Marker) -> String {
        let Self { site, .. } = *self;
        match marker.near {
            0 => marker.name.clone(),
            near => site.t.and_near.fill(near, site.lang, &[("place", &marker.name)]),
        }
    }

    /// The address that leaves what stands under a marker.
    pub fn narrowed_to(&self, marker: &Marker) -> String {
        let bbox: Option<Bbox> = marker.area;
        self.site.filtered(&Filter { bbox, ..self.filter.clone().first_page() })
    }
}

/// A link that is followed by clicks alone, and not when a drag ends on it.
pub(super) fn undragged(link: Element, map: MapView) -> Element {
    link.on("click", move |event| {
        if map.ends_drag(&event) {
            event.prevent_default();
        }
    })
}

/// What several projects look like: how many there are, in a dot.
fn dot(link: Element, marker: &Marker) -> Element {
    let number = (marker.count > 1).then(|| {
        svg("text")
            .class(if marker.count < 100 { "number" } else { "number long" })
            .attr("aria-hidden", "true")
            .attr("y", "4.5")
            .attr("text-anchor", "middle")
            .child(marker.count.to_string())
    });
    // Room for the digits.
    let radius = match marker.count {
        0..100 => 11.0,
        100..1000 => 13.5,
        _ => 17.0,
    };
    link.child([circle("reach", 22.0), circle("halo", radius + 4.0), circle("dot", radius)])
        .child(number)
}

/// What a town of the network looks like: its area grows with what takes part in
/// it, up to that of the town where most does.
fn node(link: Element, marker: &Marker, most: usize) -> Element {
    #[expect(clippy::cast_precision_loss, reason = "a size to look at")]
    let share = marker.participations as f64 / most.max(1) as f64;
    let radius = 2.5 + 8.5 * share.sqrt();
    link.child([
        circle("reach", radius.max(17.0)),
        circle("halo", radius + 4.0),
        circle("dot", radius),
    ])
}

pub(super) fn circle(class: &'static str, r: f64) -> Element {
    svg("circle").class(class).attr("r", tenths(r))
}

/// A place in the drawing as a transform.
pub(super) fn translate((x, y): (f64, f64)) -> String {
    format!("translate({} {})", tenths(x), tenths(y))
}

/// What pressing Enter on a link does, for elements of SVG, which have no `click`.
fn click(link: &SvgElement) {
    let about = web_sys::MouseEventInit::new();
    about.set_bubbles(true);
    about.set_cancelable(true);
    if let Ok(event) = web_sys::MouseEvent::new_with_mouse_event_init_dict("click", &about) {
        let _ = link.dispatch_event(&event);
    }
}

/// Closes the list that is open; the focus goes back to its marker.
pub(super) fn shut(open: Open) {
    if let Some(id) = open.try_update(Option::take).flatten() {
        actions::focus(&format!(".markers a[href=\"#marker-{id}\"]"));
    }
}

fn is_open(open: Open, id: &str) -> bool {
    open.try_with(|open| open.as_deref() == Some(id)).unwrap_or_default()
}
