//! The state of the overview: which markers it shows after it was moved, and whether
//! the list follows it.
//!
//! Until a visitor moves the map, it shows the view and the markers of each answer.
//! After that it keeps its view, and requests the markers of that view from the server.

use std::sync::Arc;

use catalogue::{
    filter::{Filter, Step},
    map::{Bbox, Camera, LonLat, Viewport},
    query::{Exploration, Markers},
};
use leptos::{prelude::*, task::spawn_local_scoped_with_cancellation};

use super::{MapView, engine::reaches, map_view::EngineState, shown};
use crate::{
    api,
    client::{focus, navigation::Navigation},
    site::Site,
};

/// The map requests markers for this share of its size beyond each edge, so that a map
/// that is dragged has markers there already.
const MARGIN: f64 = 0.25;

/// The longest side of a view, in pixels, that the server accepts.
const MOST: f64 = 4096.0;

/// Where the map belongs by a filter: a part of it, and what it looks at.
type Place = (Option<Bbox>, Option<Camera>);

/// The state of the overview. A handle: copies share one state.
#[derive(Clone, Copy)]
pub struct OverviewState {
    /// The map itself.
    pub map: MapView,
    data: StoredValue<OverviewData>,
    /// Notified when the markers have changed, or the place of the visitor.
    markers: Trigger,
    /// Notified when markers must be requested.
    asks: Trigger,
}

/// The data of the state.
#[derive(Default)]
struct OverviewData {
    /// Markers requested after a move, each with the filter they belong to, the newest
    /// first; empty while the markers of the answer are shown.
    own: Vec<(Filter, Arc<Markers>)>,
    /// The place of the visitor, after they pressed the button for it.
    me: Option<LonLat>,
    /// The filter last asked for.
    filter: Filter,
    /// The view of the answer.
    home: Option<Viewport>,
    /// The view that the map has when it shows `home`; its shape may differ.
    stays: Option<Viewport>,
    /// The view from which the map was sent there. While the map still shows it, the
    /// animation has not begun, and the visitor has not moved the map.
    sent_from: Option<Viewport>,
    /// Whether the visitor has moved the map away from that view.
    moved: bool,
    /// Whether the filter of the answer says what the map looks at.
    answered_camera: bool,
    /// Whether the map waits for an answer that says where everything is, to go there.
    returning: bool,
    /// Where the map belongs by the filter last asked for.
    asked: Place,
}

impl OverviewState {
    /// The state of a page that opens with a filter.
    pub fn new(site: Site, filter: Filter) -> Self {
        let state = Self {
            map: MapView::new(),
            data: StoredValue::new(OverviewData {
                asked: place(&filter),
                filter,
                ..OverviewData::default()
            }),
            markers: Trigger::new(),
            asks: Trigger::new(),
        };
        // The first run only subscribes; the page came with its markers.
        Effect::new(move |subscribed: Option<()>| {
            state.asks.track();
            if subscribed.is_some() {
                state.fetch(site);
            }
        });
        state
    }

    /// The markers that stand on the map of a filter: its own, or those of the answer.
    pub fn markers(self, filter: &Filter, answers: &Arc<Markers>) -> Arc<Markers> {
        self.markers.track();
        // Markers and list arrive separately; both must belong to the same filter.
        let question = filter.clone().scope();
        let own = self.data.try_with_value(|data| {
            data.own.iter().find(|(of, _)| *of == question).map(|(_, markers)| markers.clone())
        });
        own.flatten().unwrap_or_else(|| answers.clone())
    }

    /// Lets the list follow the map, or no longer.
    pub fn follow(self, on: bool, navigation: Navigation) {
        if on {
            self.search_here(navigation);
        } else {
            self.search_everywhere(navigation);
        }
    }

    /// The place of the visitor, if they asked to see it.
    pub fn me(self) -> Option<LonLat> {
        self.markers.track();
        self.data.try_with_value(|data| data.me).flatten()
    }

    /// Shows the place of the visitor.
    pub fn show_me(self, place: LonLat) {
        self.data.try_update_value(|data| data.me = Some(place));
        self.markers.notify();
    }

    /// Shows the markers of the answer again.
    fn take_down(self) {
        let gone = self.data.try_update_value(|data| std::mem::take(&mut data.own).len());
        if gone.unwrap_or_default() > 0 {
            self.markers.notify();
        }
    }

    /// The list is about to answer another filter.
    pub fn asked(self, filter: Filter) {
        let ask = self.data.try_update_value(|data| {
            // Another page or order of the list changes no marker.
            let same = data.filter.clone().scope() == filter.clone().scope();
            // After a link to another part of the map, or on the way back to what the map
            // looked at, the map goes there.
            let asked = place(&filter);
            if asked != data.asked {
                data.moved &= asked == Place::default();
                data.asked = asked;
            }
            data.filter = filter;
            data.moved && !same
        });
        if ask == Some(true) {
            self.asks.notify();
        }
    }

    /// An answer has come, to this filter.
    pub fn answered(self, answer: &Exploration, filter: Filter) {
        let home = shown(answer);
        let moved = self.data.try_update_value(|data| {
            data.home = Some(home);
            data.answered_camera = filter.camera.is_some();
            data.filter = filter;
            data.returning = false;
            data.moved
        });
        if moved == Some(false) {
            self.take_down();
            match self.map.engine_state_untracked() {
                _ if !reaches(&home) => self.map.sleep(),
                // It starts with what was shown when it was woken.
                EngineState::Waking => self.map.when_awake(move || self.go_home()),
                _ => self.go_home(),
            }
        }
    }

    /// Whether a filter only says where the visitor has moved the map, which the state
    /// knows: nothing else is found, and the map stays where it is.
    pub fn knows(self, filter: &Filter) -> bool {
        let without = |filter: &Filter| Filter { camera: None, ..filter.clone() };
        let knows = self.data.try_with_value(|data| {
            filter.camera.is_some()
                && data.asked == place(filter)
                && without(&data.filter) == without(filter)
        });
        knows.unwrap_or_default()
    }

    /// Back to everything that was found, wherever it is.
    pub fn fit(self, navigation: Navigation) {
        let place = self.data.try_update_value(|data| {
            data.moved = false;
            data.asked
        });
        match place {
            Some((None, None)) | None => self.go_home(),
            Some((None, Some(_))) => {
                // Where the answer is to an address that said what the map looks at, the
                // next one says where everything is.
                let waits = self.data.try_update_value(|data| {
                    data.returning = data.answered_camera;
                    data.returning
                });
                navigation.step(&Step::Camera(None), true);
                if waits == Some(false) {
                    self.go_home();
                }
            }
            Some(_) => self.search_everywhere(navigation),
        }
    }

    /// Whether the list follows the map: the address says so.
    fn is_followed(self) -> bool {
        self.data.try_with_value(|data| data.filter.bbox.is_some()).unwrap_or_default()
    }

    /// Goes to what the answer wants to show. The map may have another shape than
    /// the drawing; where it gets by this is not moved.
    fn go_home(self) {
        let home = self.data.try_with_value(|data| data.home).flatten();
        if let Some(home) = home.filter(|_| self.map.is_awake()) {
            let from = self.map.view();
            let there = self.map.show(home);
            self.data.try_update_value(|data| (data.sent_from, data.stays) = (from, Some(there)));
        }
    }

    /// The map has come to rest.
    pub fn rested(self, navigation: Navigation) {
        let Some(view) = self.map.view() else { return };
        let resized = self.map.has_resized();
        let moved = self.data.try_update_value(|data| {
            let known = [data.stays.or(data.home), data.sent_from];
            data.moved |= data.home.is_some()
                && !data.returning
                && !known.iter().flatten().any(|known| is_same(known, &view));
            data.moved
        });
        match moved {
            Some(false) if resized => self.go_home(),
            Some(true) if self.is_followed() => self.search_here(navigation),
            Some(true) => {
                self.look(navigation);
                self.asks.notify();
            }
            _ => self.take_down(),
        }
    }

    /// Makes the list show what is seen.
    fn search_here(self, navigation: Navigation) {
        let view = self.map.view().or_else(|| self.data.with_value(|data| data.home));
        let Some(view) = view else { return };
        let again = self.is_followed();
        // Every move is no step to go back by; the first is.
        navigation.step(&Step::Bbox(Some(view.bbox())), again);
        self.note(navigation);
    }

    /// Makes the address say what the map looks at, so that a copy of it shows the same.
    fn look(self, navigation: Navigation) {
        if let Some(camera) = self.map.view().as_ref().and_then(Camera::of) {
            navigation.step(&Step::Camera(Some(camera)), true);
            self.note(navigation);
        }
    }

    /// Notes where the address now says that the visitor has moved the map, so that it
    /// is known again.
    fn note(self, navigation: Navigation) {
        self.data.try_update_value(|data| {
            data.asked = place(&navigation.filter());
            data.moved = true;
        });
    }

    /// Lets the list and the map part.
    fn search_everywhere(self, navigation: Navigation) {
        navigation.step(&Step::Bbox(None), false);
    }

    /// Asks for the markers of what is seen and a little around it. The next question
    /// aborts a request that is still on its way.
    fn fetch(self, site: Site) {
        let Some(view) = self.map.view() else { return };
        let question = self.data.try_with_value(|data| data.filter.clone().scope());
        let Some(question) = question else { return };
        let [width, height] =
            [view.width, view.height].map(|size| (size * (1.0 + 2.0 * MARGIN)).min(MOST));
        let view = Viewport { width, height, ..view };
        spawn_local_scoped_with_cancellation(async move {
            let query = site.server_query(&question.to_query());
            // Without an answer the markers from before are better than none.
            let Ok(markers) = api::markers(site.lang, view.to_string(), query).await else {
                return;
            };
            let held = focus::has_focus(".markers");
            let moved = self.data.try_update_value(|data| {
                if data.moved {
                    data.own.insert(0, (question, Arc::new(markers)));
                    data.own.truncate(2);
                }
                data.moved
            });
            if moved == Some(true) {
                self.markers.notify();
                if held {
                    request_animation_frame(|| focus::refocus(".map-surface"));
                }
            }
        });
    }
}

/// Where the map belongs by a filter.
fn place(filter: &Filter) -> Place {
    (filter.bbox, filter.camera)
}

/// Whether two views are so similar that the visitor has not moved the map. Only
/// what decides the picture counts: a map made larger shows more of the same.
fn is_same(one: &Viewport, other: &Viewport) -> bool {
    let (x, y) = one.place(other.center);
    let off = (x - one.width / 2.0).hypot(y - one.height / 2.0);
    off < 2.0 && (one.scale / other.scale - 1.0).abs() < 0.01
}

#[cfg(test)]
mod tests {
    use catalogue::map::World;

    use super::*;

    #[test]
    fn a_shift_of_one_pixel_is_no_move_and_of_three_is_one() {
        let view = Viewport {
            center: World { x: 0.5, y: 0.3 },
            scale: 10_000.0,
            width: 400.0,
            height: 380.0,
        };
        let moved = |pixels: f64| Viewport {
            center: World { x: view.center.x + pixels / view.scale, ..view.center },
            ..view
        };
        assert!(is_same(&view, &moved(1.0)) && !is_same(&view, &moved(3.0)));
        assert!(!is_same(&view, &Viewport { scale: 10_200.0, ..view }));
        assert!(is_same(&view, &Viewport { height: 600.0, ..view }));
    }
}
