//! A pin of the overview, and the list of the projects that stand on one spot.

use catalogue::{
    filter::Filter,
    map::{Bbox, LonLat, Viewport, sheet::tenths},
    query::Spot,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, SvgElement};

use super::{
    Lit,
    engine::reaches,
    slippy::{Slippy, State},
};
use crate::{
    actions,
    markup::{Element, el, svg},
    site::Site,
};

/// Which spot's list is open.
pub type Open = RwSignal<Option<String>>;

/// What a pin needs to know besides its spot.
#[derive(Clone)]
pub struct Ground {
    /// The language.
    pub site: Site,
    /// What the list was asked for.
    pub filter: Filter,
    /// What the drawing shows while the engine sleeps.
    pub view: Viewport,
    /// The map.
    pub map: Slippy,
    /// What is lit.
    pub lit: Lit,
    /// Which list is open.
    pub open: Open,
    /// Whether pins are the towns of the network.
    pub network: bool,
}

impl Ground {
    /// A pin: a link to the one project, or to the list of several. What stands
    /// for several places leads closer to them. Where there are too many to list
    /// it narrows the list to this place. `most` is the largest number of
    /// participations that any pin has.
    pub fn pin(&self, spot: &Spot, most: usize) -> Element {
        let Self { site, map, lit, view, .. } = *self;
        let t = site.t;
        let place = LonLat::new(spot.lon, spot.lat);
        let label = match (spot.items.as_slice(), spot.near) {
            _ if self.network => t.node.fill(
                spot.participations,
                site.lang,
                &[("place", &self.place(spot)), ("projects", &spot.count.to_string())],
            ),
            ([one], _) => t.pin_one.fill(&[("project", &one.name), ("place", &self.place(spot))]),
            _ => t.pin_many.fill(spot.count, site.lang, &[("place", &self.place(spot))]),
        };
        let area = spot.area;
        let (enter, focus) = (area, area);
        let link = self
            .link(spot)
            .attr("aria-label", label.clone())
            .attr("draggable", "false")
            .child(svg("title").child(label))
            .on("mouseenter", move |_| lit.cards_of(enter))
            .on("mouseleave", move |_| lit.no_cards())
            .on("focusin", move |_| {
                lit.cards_of(focus);
                map.reveal(place);
            })
            .on("focusout", move |_| lit.no_cards());
        let class = match spot.near {
            _ if self.network => "pin node",
            0 => "pin",
            _ => "pin cluster",
        };
        svg("g")
            .class(class)
            .key(spot.id.clone())
            .live("data-lit", move || lit.pin(area))
            .live("transform", move || translate(map.placed(&view).project(place)))
            .child(if self.network { node(link, spot, most) } else { dot(link, spot) })
    }

    fn link(&self, spot: &Spot) -> Element {
        let Self { site, map, open, .. } = *self;
        if let [one] = spot.items.as_slice() {
            return undragged(site.to_project(svg("a"), &one.slug), map);
        }
        if let Some(area) = spot.area.filter(|_| spot.near > 0) {
            return self.cluster(spot, area);
        }
        if spot.items.is_empty() {
            let link = svg("a").attr("href", self.narrowed_to(spot)).attr("data-stay", true);
            return undragged(link, map);
        }
        let (shown, click) = (spot.id.clone(), spot.id.clone());
        svg("a")
            .attr("href", format!("#spot-{}", spot.id))
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
                        let first = format!("#spot-{click} a");
                        request_animation_frame(move || actions::focus(&first));
                    }
                }
            })
    }

    /// Several places: closer to them. Without a script it is a link to what is
    /// there, and with one a button.
    fn cluster(&self, spot: &Spot, area: Bbox) -> Element {
        let Self { map, view, .. } = *self;
        let moves = cfg!(not(feature = "ssr")) && reaches(&view);
        svg("a")
            .attr("href", self.narrowed_to(spot))
            .attr("data-stay", true)
            .live("role", move || (moves && map.state() != State::Failed).then_some("button"))
            .on("click", move |event| {
                map.wake(view);
                if map.ends_drag(&event) {
                    event.prevent_default();
                } else if map.state_now() == State::Waking || map.is_awake() {
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

    /// The projects of one spot. Without a script the address opens it (`:target`).
    pub fn list(&self, spot: &Spot) -> Element {
        let Self { site, open, .. } = *self;
        let t = site.t;
        let heading = t.spot.fill(spot.count, site.lang, &[("place", &self.place(spot))]);
        let id = spot.id.clone();
        let close = el("a").class("spot-close").attr("href", "#map").child(t.close);
        let close = close.on("click", move |event| {
            event.prevent_default();
            shut(open);
        });
        el("div")
            .class("spot")
            .key(id.clone())
            .live("data-open", move || is_open(open, &id))
            .attr("id", format!("spot-{}", spot.id))
            .attr("role", "group")
            .attr("aria-label", heading.clone())
            .child(el("p").class("spot-name").attr("aria-hidden", "true").child(heading))
            .child(el("ul").child(super::links(site, &spot.items)))
            .child(close)
    }

    /// What a pin's place is called.
    pub fn place(&self, spot: &Spot) -> String {
        let Self { site, .. } = *self;
        match spot.near {
            0 => spot.name.clone(),
            near => site.t.and_near.fill(near, site.lang, &[("place", &spot.name)]),
        }
    }

    /// The address that leaves what stands under a pin.
    pub fn narrowed_to(&self, spot: &Spot) -> String {
        let bbox: Option<Bbox> = spot.area;
        self.site.filtered(&Filter { bbox, ..self.filter.clone().first_page() })
    }
}

/// A link that is followed by clicks alone, and not when a drag ends on it.
pub(super) fn undragged(link: Element, map: Slippy) -> Element {
    link.on("click", move |event| {
        if map.ends_drag(&event) {
            event.prevent_default();
        }
    })
}

/// What several projects look like: how many there are, in a dot.
fn dot(link: Element, spot: &Spot) -> Element {
    let number = (spot.count > 1).then(|| {
        svg("text")
            .class(if spot.count < 100 { "number" } else { "number long" })
            .attr("aria-hidden", "true")
            .attr("y", "4.5")
            .attr("text-anchor", "middle")
            .child(spot.count.to_string())
    });
    // Room for the digits.
    let radius = match spot.count {
        0..100 => 11.0,
        100..1000 => 13.5,
        _ => 17.0,
    };
    link.child([circle("reach", 22.0), circle("halo", radius + 4.0), circle("dot", radius)])
        .child(number)
}

/// What a town of the network looks like: its area grows with what takes part in
/// it, up to that of the town where most does.
fn node(link: Element, spot: &Spot, most: usize) -> Element {
    #[expect(clippy::cast_precision_loss, reason = "a size to look at")]
    let share = spot.participations as f64 / most.max(1) as f64;
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

/// Closes the list that is open; the focus goes back to its pin.
pub(super) fn shut(open: Open) {
    if let Some(id) = open.try_update(Option::take).flatten() {
        actions::focus(&format!(".pins a[href=\"#spot-{id}\"]"));
    }
}

fn is_open(open: Open, id: &str) -> bool {
    open.try_with(|open| open.as_deref() == Some(id)).unwrap_or_default()
}
