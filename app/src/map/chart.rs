//! The overview as it lives: which pins stand on it when it has been moved, and
//! whether the list follows it.
//!
//! Until a visitor moves the map it shows what the answer says and goes where the
//! next answer says. Once moved it stays where the visitor has put it, and asks
//! for the pins of what is seen.

use std::sync::Arc;

use catalogue::{
    filter::Filter,
    map::{Bbox, LonLat, Viewport},
    query::{Exploration, Pins},
};
use leptos::prelude::*;

use super::{Slippy, engine::reaches, shown, slippy::State};
#[cfg(not(feature = "ssr"))]
use crate::wire::Parcel;
use crate::{actions, explorer::Navigation, pulse::Pulse, site::Site};

/// How much more than is seen is asked for on either side, so that a map that is
/// dragged has pins where it comes from.
const MARGIN: f64 = 0.25;

/// More pixels to a side than the server looks at.
const MOST: f64 = 4096.0;

/// The overview's life.
#[derive(Clone, Copy)]
pub struct Chart {
    /// The map itself.
    pub map: Slippy,
    at: StoredValue<At>,
    /// Beats when other pins stand on it, or the visitor does.
    pins: Pulse,
}

/// Where it is.
#[derive(Default)]
struct At {
    /// The pins of what the visitor has moved to, each with the question they
    /// answer, the last one first; none while the answer's stand.
    own: Vec<(Filter, Arc<Pins>)>,
    /// Where the visitor is, once they asked to see it.
    me: Option<LonLat>,
    /// What the list is asked for.
    filter: Filter,
    /// What the answer wants to show.
    home: Option<Viewport>,
    /// What the map shows when it shows that.
    stays: Option<Viewport>,
    /// What it showed when it was sent there: as long as that is seen it has not set
    /// out, and nobody has moved it.
    sent_from: Option<Viewport>,
    /// Whether the visitor has moved the map away from there.
    moved: bool,
    /// The part of the map that the list was last asked for.
    asked: Option<Bbox>,
    /// Counts the questions for pins: an answer to an earlier one comes too late.
    question: u32,
}

impl Chart {
    /// The chart of a page that opens with `query`.
    pub fn new(query: &str) -> Self {
        let filter = Filter::from_query(query).0;
        Self {
            map: Slippy::new(),
            at: StoredValue::new(At { asked: filter.bbox, filter, ..At::default() }),
            pins: Pulse::new(),
        }
    }

    /// The pins that stand on the map of a filter: its own, or those of the answer.
    pub fn pins(self, filter: &Filter, answers: &Arc<Pins>) -> Arc<Pins> {
        self.pins.follow();
        // Whichever comes first, pins or list: both must answer the same question.
        let question = filter.clone().scope();
        let own = self.at.try_with_value(|at| {
            at.own.iter().find(|(of, _)| *of == question).map(|(_, pins)| pins.clone())
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

    /// Where the visitor is, if they asked to see it.
    pub fn me(self) -> Option<LonLat> {
        self.pins.follow();
        self.at.try_with_value(|at| at.me).flatten()
    }

    /// The visitor is here.
    pub fn show_me(self, place: LonLat) {
        self.at.try_update_value(|at| at.me = Some(place));
        self.pins.beat();
    }

    /// The answer's pins stand again.
    fn take_down(self) {
        let gone = self.at.try_update_value(|at| std::mem::take(&mut at.own).len());
        if gone.unwrap_or_default() > 0 {
            self.pins.beat();
        }
    }

    /// The list is about to answer another query.
    pub fn asked(self, site: Site, query: &str) {
        let filter = Filter::from_query(query).0;
        let ask = self.at.try_update_value(|at| {
            // Another page or order of the list changes no pin.
            let same = at.filter.clone().scope() == filter.clone().scope();
            // Whoever follows a link to another part of the map goes there.
            if filter.bbox.is_some() && filter.bbox != at.asked {
                at.moved = false;
                at.asked = filter.bbox;
            }
            at.filter = filter;
            at.moved && !same
        });
        if ask == Some(true) {
            self.ask(site);
        }
    }

    /// An answer has come.
    pub fn answered(self, answer: &Exploration) {
        let home = shown(answer);
        let moved = self.at.try_update_value(|at| {
            at.home = Some(home);
            // Without what of the address was not understood.
            at.filter = Filter::from_query(&answer.query).0;
            at.moved
        });
        if moved == Some(false) {
            self.take_down();
            match self.map.state_now() {
                _ if !reaches(&home) => self.map.sleep(),
                // It starts with what was shown when it was woken.
                State::Waking => self.map.when_awake(move || self.go_home()),
                _ => self.go_home(),
            }
        }
    }

    /// Back to everything that was found, wherever it is.
    pub fn fit(self, navigation: Navigation) {
        self.at.try_update_value(|at| at.moved = false);
        if self.is_followed() {
            self.search_everywhere(navigation);
        } else {
            self.go_home();
        }
    }

    /// Whether the list follows the map: the address says so.
    fn is_followed(self) -> bool {
        self.at.try_with_value(|at| at.filter.bbox.is_some()).unwrap_or_default()
    }

    /// Goes to what the answer wants to show. The map may have another shape than
    /// the drawing; where it gets by this is not moved.
    fn go_home(self) {
        let home = self.at.try_with_value(|at| at.home).flatten();
        if let Some(home) = home.filter(|_| self.map.is_awake()) {
            let from = self.map.view();
            let there = self.map.show(home);
            self.at.try_update_value(|at| (at.sent_from, at.stays) = (from, Some(there)));
        }
    }

    /// The map rests: what is seen now is what matters.
    pub fn rested(self, site: Site, navigation: Navigation) {
        let Some(view) = self.map.view() else { return };
        let resized = self.map.has_resized();
        let moved = self.at.try_update_value(|at| {
            let known = [at.stays.or(at.home), at.sent_from];
            at.moved |=
                at.home.is_some() && !known.iter().flatten().any(|known| is_same(known, &view));
            at.moved
        });
        match moved {
            Some(false) if resized => self.go_home(),
            Some(true) if self.is_followed() => self.search_here(navigation),
            Some(true) => self.ask(site),
            _ => self.take_down(),
        }
    }

    /// Makes the list show what is seen.
    fn search_here(self, navigation: Navigation) {
        let view = self.map.view().or_else(|| self.at.with_value(|at| at.home));
        let Some(view) = view else { return };
        let again = self.is_followed();
        let query = self.query_within(Some(view.bbox()));
        self.at.try_update_value(|at| {
            // As the address has it, so that it is known again.
            at.asked = Filter::from_query(&query).0.bbox;
            at.moved = true;
        });
        // Every move is no step to go back by; the first is.
        navigation.go(&query, again);
    }

    /// Lets the list and the map part.
    fn search_everywhere(self, navigation: Navigation) {
        navigation.go(&self.query_within(None), false);
    }

    fn query_within(self, bbox: Option<Bbox>) -> String {
        let filter = self.at.with_value(|at| at.filter.clone());
        Filter { bbox, ..filter }.first_page().to_query()
    }

    /// Asks for the pins of what is seen and a little around it.
    fn ask(self, site: Site) {
        let Some(view) = self.map.view() else { return };
        let asked = self.at.try_update_value(|at| {
            at.question += 1;
            (at.question, at.filter.clone().scope())
        });
        let Some((number, question)) = asked else { return };
        let [width, height] =
            [view.width, view.height].map(|size| (size * (1.0 + 2.0 * MARGIN)).min(MOST));
        let view = Viewport { width, height, ..view };
        leptos::task::spawn_local(async move {
            let pins = pins(site, &question, &view).await;
            // Without an answer the pins from before are better than none.
            let Some(pins) = pins else { return };
            let held = actions::has_focus(".pins");
            let current = self.at.try_update_value(|at| {
                let current = at.moved && at.question == number;
                if current {
                    at.own.insert(0, (question, Arc::new(pins)));
                    at.own.truncate(2);
                }
                current
            });
            if current == Some(true) {
                self.pins.beat();
                if held {
                    request_animation_frame(|| actions::refocus(".map-sheet"));
                }
            }
        });
    }
}

/// The pins of a part of the map under a filter.
#[cfg(not(feature = "ssr"))]
async fn pins(site: Site, filter: &Filter, view: &Viewport) -> Option<Pins> {
    let query = site.asked(&filter.to_query());
    let address = format!("/map/pins?lang={}&at={view}&{query}", site.lang);
    let answer = gloo_net::http::Request::get(&address).send().await.ok()?;
    let text = answer.text().await.ok().filter(|_| answer.ok())?;
    text.parse::<Parcel>().ok()?.open().ok()
}

/// The server's map never moves.
#[cfg(feature = "ssr")]
async fn pins(_: Site, _: &Filter, _: &Viewport) -> Option<Pins> {
    None
}

/// Whether two views are so much the same that nobody has moved anything. Only
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
    fn a_hair_is_no_move_and_a_finger_is() {
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
