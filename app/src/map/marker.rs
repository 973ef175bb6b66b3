//! A marker of the overview, and the list of the projects at one marker.

use catalogue::{
    filter::Filter,
    map::{Bbox, LonLat, Viewport, views::tenths},
    query::Marker,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{KeyboardEvent, MouseEvent, MouseEventInit, SvgElement};

use super::{
    Highlight,
    engine::reaches,
    map_view::{EngineState, MapView},
};
use crate::{
    client::focus,
    links::project_links,
    piece::{IntoPiece as _, Piece},
    site::{ProjectLink, Site},
};

/// Places farther apart are not said to be near each other, in kilometres.
const NEAR: f64 = 25.0;

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

/// What a click on a marker does.
enum Click {
    /// It follows the link.
    Follow,
    /// It opens the list with this id, or closes it.
    List(String),
    /// The map goes closer to this part of it.
    Approach(Bbox),
}

impl MarkerContext {
    /// A marker: a link to the one project, or to the list of several. What stands
    /// for several places leads closer to them. Where there are too many to list
    /// it narrows the list to this place. `most` is the largest number of
    /// participations that any marker has.
    pub fn marker(&self, marker: &Marker, most: usize) -> Piece {
        let Self { site, map, highlight, view, open, network, .. } = *self;
        let t = site.t;
        let place = LonLat::new(marker.lon, marker.lat);
        let label = match (marker.items.as_slice(), marker.near) {
            _ if network => t.node.fill(
                marker.participations,
                site.lang,
                &[("place", &self.place(marker)), ("projects", &marker.count.to_string())],
            ),
            ([one], _) => {
                t.marker_one.fill(&[("project", &one.name), ("place", &self.place(marker))])
            }
            _ => t.marker_many.fill(marker.count, site.lang, &[("place", &self.place(marker))]),
        };
        let class = match marker.near {
            _ if network => "marker node",
            0 => "marker",
            _ => "marker cluster",
        };
        let area = marker.area;
        let (ProjectLink { href, rel, target }, click) = self.leads(marker);
        let narrows = !matches!(click, Click::List(_)) && marker.items.len() != 1;
        // Several places are a link to what is there without a script, and with one a button.
        let is_button = matches!(click, Click::Approach(_)) && answers() && reaches(&view);
        let role =
            is_button.then_some(move || (map.state() != EngineState::Failed).then_some("button"));
        let expanded = match &click {
            Click::List(id) if answers() => {
                let id = id.clone();
                Some(move || if is_open(open, &id) { "true" } else { "false" })
            }
            _ => None,
        };
        let title = label.clone();
        view! {
            <g
                class=class
                data-lit=move || highlight.marker(area)
                transform=move || translate(map.placed(&view).project(place))
            >
                <a
                    href=href
                    rel=rel
                    target=target
                    data-stay=narrows
                    role=role
                    aria-expanded=expanded
                    aria-label=label
                    draggable="false"
                    on:click=move |event| click.run(&event, map, view, open)
                    on:mouseenter=move |_| highlight.cards_of(area)
                    on:mouseleave=move |_| highlight.no_cards()
                    on:focusin=move |_| {
                        highlight.cards_of(area);
                        map.reveal(place);
                    }
                    on:focusout=move |_| highlight.no_cards()
                >
                    <title>{title}</title>
                    {if network { node(marker, most) } else { dot(marker) }}
                </a>
            </g>
        }
        .into_piece()
    }

    /// Where a marker leads, and what a click on it does instead.
    fn leads(&self, marker: &Marker) -> (ProjectLink, Click) {
        let to = |href| ProjectLink { href, rel: None, target: None };
        let closer = marker.area.filter(|_| marker.near > 0);
        match (marker.items.as_slice(), closer) {
            ([one], _) => (self.site.project_link(&one.slug), Click::Follow),
            (_, Some(area)) => (to(self.narrowed_to(marker)), Click::Approach(area)),
            ([], None) => (to(self.narrowed_to(marker)), Click::Follow),
            _ => (to(format!("#marker-{}", marker.id)), Click::List(marker.id.clone())),
        }
    }

    /// The projects of one marker. Without a script the address opens it (`:target`).
    pub fn list(&self, marker: &Marker) -> Piece {
        let Self { site, open, .. } = *self;
        let t = site.t;
        let heading =
            t.marker_list.fill(marker.count, site.lang, &[("place", &self.place(marker))]);
        let name = heading.clone();
        let id = marker.id.clone();
        view! {
            <div
                class="marker-list"
                id=format!("marker-{}", marker.id)
                role="group"
                aria-label=heading
                data-open=move || is_open(open, &id)
            >
                <div class="marker-list-head">
                    <p class="marker-list-name" aria-hidden="true">
                        {name}
                    </p>
                    <a
                        class="marker-list-close"
                        href="#map"
                        aria-label=t.close
                        title=t.close
                        on:click=move |event| {
                            event.prevent_default();
                            shut(open);
                        }
                    >
                        <svg viewBox="0 0 10 10" aria-hidden="true">
                            <path d="M1 1l8 8M9 1l-8 8"></path>
                        </svg>
                    </a>
                </div>
                <ul>{project_links(site, &marker.items)}</ul>
            </div>
        }
        .into_piece()
    }

    /// What a marker's place is called.
    pub fn place(&self, marker: &Marker) -> String {
        let Self { site, .. } = *self;
        match marker.near {
            0 => marker.name.clone(),
            others => {
                let place = LonLat::new(marker.lon, marker.lat);
                let is_near = marker.area.is_some_and(|area| area.is_within(place, NEAR));
                let words = if is_near { site.t.and_near } else { site.t.and_far };
                words.fill(others, site.lang, &[("place", &marker.name)])
            }
        }
    }

    /// The address that leaves what stands under a marker.
    pub fn narrowed_to(&self, marker: &Marker) -> String {
        let bbox: Option<Bbox> = marker.area;
        self.site.filtered(&Filter { bbox, camera: None, ..self.filter.clone().first_page() })
    }
}

impl Click {
    fn run(&self, event: &MouseEvent, map: MapView, view: Viewport, open: Open) {
        match self {
            Self::Follow => undragged(event, map),
            Self::List(id) => {
                event.prevent_default();
                if !map.ends_drag(event) {
                    let already = is_open(open, id);
                    open.try_set((!already).then(|| id.clone()));
                    if !already {
                        let first = format!("#marker-{id} li a");
                        request_animation_frame(move || focus::focus(&first));
                    }
                }
            }
            Self::Approach(area) => {
                let area = *area;
                map.wake(view);
                if map.ends_drag(event) {
                    event.prevent_default();
                } else if map.engine_state_untracked() == EngineState::Waking || map.is_awake() {
                    event.prevent_default();
                    map.when_awake(move || map.approach(area));
                }
            }
        }
    }
}

/// A link is followed by clicks alone, and not when a drag ends on it.
pub(super) fn undragged(click: &MouseEvent, map: MapView) {
    if map.ends_drag(click) {
        click.prevent_default();
    }
}

/// Whether clicks do more than follow links.
fn answers() -> bool {
    cfg!(not(feature = "ssr"))
}

/// What projects look like: one is a dot, several are a larger one with their number in it.
fn dot(marker: &Marker) -> Piece {
    let many = (marker.count > 1).then_some(marker.count);
    #[expect(clippy::cast_precision_loss, reason = "a size to look at")]
    let radius = many.map_or(8.0, |count| (10.0 + 1.6 * (count as f64).ln()).min(22.0));
    look(22.0, radius, many)
}

/// What a town of the network looks like: its area grows with what takes part in
/// it, up to that of the town where most does.
fn node(marker: &Marker, most: usize) -> Piece {
    #[expect(clippy::cast_precision_loss, reason = "a size to look at")]
    let share = marker.participations as f64 / most.max(1) as f64;
    let radius = 2.5 + 8.5 * share.sqrt();
    look(radius.max(17.0), radius, None)
}

fn look(reach: f64, radius: f64, count: Option<usize>) -> Piece {
    let number = count.map(|count| {
        view! {
            <text
                class=if count < 100 { "number" } else { "number long" }
                aria-hidden="true"
                y="4.5"
                text-anchor="middle"
            >
                {count.to_string()}
            </text>
        }
    });
    view! {
        {circle("reach", reach)}
        {circle("halo", radius + 4.0)}
        {circle("dot", radius)}
        {number}
    }
    .into_piece()
}

pub(super) fn circle(class: &'static str, r: f64) -> impl IntoView {
    view! { <circle class=class r=tenths(r)></circle> }
}

/// A place in the drawing as a transform.
pub(super) fn translate((x, y): (f64, f64)) -> String {
    format!("translate({} {})", tenths(x), tenths(y))
}

/// What Space does on a marker that is a button; on a link it scrolls the page.
pub(super) fn press(event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<SvgElement>().ok());
    let is_button = |it: &SvgElement| it.get_attribute("role").as_deref() == Some("button");
    if let Some(marker) = target.filter(is_button) {
        event.prevent_default();
        click(&marker);
    }
}

/// What pressing Enter on a link does, for elements of SVG, which have no `click`.
fn click(link: &SvgElement) {
    let about = MouseEventInit::new();
    about.set_bubbles(true);
    about.set_cancelable(true);
    if let Ok(event) = MouseEvent::new_with_mouse_event_init_dict("click", &about) {
        let _ = link.dispatch_event(&event);
    }
}

/// Closes the list that is open; the focus goes back to its marker.
pub(super) fn shut(open: Open) {
    if let Some(id) = open.try_update(Option::take).flatten() {
        focus::focus(&format!(".markers a[href=\"#marker-{id}\"]"));
    }
}

fn is_open(open: Open, id: &str) -> bool {
    open.try_with(|open| open.as_deref() == Some(id)).unwrap_or_default()
}
