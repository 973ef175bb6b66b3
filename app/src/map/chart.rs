//! The overview as it lives: which pins stand on it when it has been moved, and
//! whether the list follows it.
//!
//! Until a visitor moves the map it shows what the answer says and goes where the
//! next answer says. Once moved it stays where the visitor has put it, and asks
//! for the pins of what is seen.

use catalogue::{
    filter::Filter,
    map::{Bbox, LonLat, Viewport},
    query::{Exploration, Pins},
};
use leptos::prelude::*;

use super::{engine::Slippy, shown};
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
    /// The pins of what the visitor has moved to; none while the answer's stand.
    own: Option<Pins>,
    /// Whether the list follows the map.
    following: bool,
    /// Where the visitor is, once they asked to see it.
    me: Option<LonLat>,
    /// The query of the list.
    query: String,
    /// What the answer wants to show.
    home: Option<Viewport>,
    /// What the map shows when it shows that.
    stays: Option<Viewport>,
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
        let bbox = Filter::from_query(query).0.bbox;
        Self {
            map: Slippy::new(),
            at: StoredValue::new(At { asked: bbox, following: bbox.is_some(), ..At::default() }),
            pins: Pulse::new(),
        }
    }

    /// The pins that stand on the map: its own, or those of the answer.
    pub fn with_pins<T>(self, answers: &Pins, look: impl FnOnce(&Pins) -> T) -> T {
        self.pins.follow();
        let own = self.at.try_with_value(|at| at.own.clone()).flatten();
        look(own.as_ref().unwrap_or(answers))
    }

    /// Whether the list follows the map.
    pub fn is_following(self) -> bool {
        self.at.try_with_value(|at| at.following).unwrap_or_default()
    }

    /// Lets the list follow the map, or no longer.
    pub fn follow(self, on: bool, navigation: Navigation) {
        self.at.try_update_value(|at| at.following = on);
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

    fn put_up(self, own: Option<Pins>) {
        let changed = self.at.try_update_value(|at| {
            let changed = own.is_some() || at.own.is_some();
            at.own = own;
            changed
        });
        if changed == Some(true) {
            self.pins.beat();
        }
    }

    /// The list is about to answer another query.
    pub fn asked(self, site: Site, query: &str) {
        let bbox = Filter::from_query(query).0.bbox;
        let ask = self.at.try_update_value(|at| {
            query.clone_into(&mut at.query);
            // Whoever follows a link to another part of the map goes there.
            if bbox.is_some() && bbox != at.asked {
                at.moved = false;
                at.asked = bbox;
            }
            at.moved
        });
        if ask == Some(true) {
            self.ask(site);
        }
    }

    /// An answer has come.
    pub fn answered(self, answer: &Exploration) {
        let moved = self.at.try_update_value(|at| {
            at.home = Some(shown(answer));
            at.moved
        });
        if moved == Some(false) {
            self.put_up(None);
            self.go_home();
        }
    }

    /// The map has another size now: who has not moved it sees everything again.
    pub fn refit(self) {
        if self.at.try_with_value(|at| at.moved) == Some(false) {
            self.go_home();
        }
    }

    /// Back to everything that was found.
    pub fn fit(self) {
        self.at.try_update_value(|at| at.moved = false);
        self.go_home();
    }

    /// Goes to what the answer wants to show. The map may have another shape than
    /// the drawing; where it gets by this is not moved.
    fn go_home(self) {
        let home = self.at.try_with_value(|at| at.home).flatten();
        if let Some(home) = home.filter(|_| self.map.is_awake()) {
            let there = self.map.show(home);
            self.at.try_update_value(|at| at.stays = Some(there));
        }
    }

    /// The map rests: what is seen now is what matters.
    pub fn rested(self, site: Site, navigation: Navigation) {
        let Some(view) = self.map.view() else { return };
        let moved = self.at.try_update_value(|at| {
            at.moved |= at.stays.or(at.home).is_some_and(|home| !is_same(&home, &view));
            at.moved
        });
        match moved {
            Some(true) if self.is_following() => self.search_here(navigation),
            Some(true) => self.ask(site),
            _ => self.put_up(None),
        }
    }

    /// Makes the list show what is seen.
    fn search_here(self, navigation: Navigation) {
        let view = self.map.view().or_else(|| self.at.with_value(|at| at.home));
        let Some(view) = view else { return };
        let (filter, _) = Filter::from_query(&self.at.with_value(|at| at.query.clone()));
        let again = filter.bbox.is_some();
        let query = Filter { bbox: Some(view.bbox()), ..filter }.first_page().to_query();
        // As the address has it, so that it is known again.
        let asked = Filter::from_query(&query).0.bbox;
        self.at.try_update_value(|at| {
            at.asked = asked;
            at.moved = true;
        });
        // Every move is no step to go back by; the first is.
        navigation.go(&query, again);
    }

    /// Lets the list and the map part.
    fn search_everywhere(self, navigation: Navigation) {
        let (filter, _) = Filter::from_query(&self.at.with_value(|at| at.query.clone()));
        navigation.go(&Filter { bbox: None, ..filter }.first_page().to_query(), false);
    }

    /// Asks for the pins of what is seen and a little around it.
    fn ask(self, site: Site) {
        let Some(view) = self.map.view() else { return };
        let asked = self.at.try_update_value(|at| {
            at.question += 1;
            (at.question, at.query.clone())
        });
        let Some((question, query)) = asked else { return };
        let [width, height] =
            [view.width, view.height].map(|size| (size * (1.0 + 2.0 * MARGIN)).min(MOST));
        let view = Viewport { width, height, ..view };
        leptos::task::spawn_local(async move {
            let pins = pins(site, &query, &view).await;
            // Without an answer the pins from before are better than none.
            let Some(pins) = pins else { return };
            let current = self.at.try_with_value(|at| at.moved && at.question == question);
            if current == Some(true) {
                let held = actions::has_focus(".pins");
                self.put_up(Some(pins));
                if held {
                    request_animation_frame(|| actions::refocus(".map-sheet"));
                }
            }
        });
    }
}

/// The pins of a part of the map under a query.
#[cfg(not(feature = "ssr"))]
async fn pins(site: Site, query: &str, view: &Viewport) -> Option<Pins> {
    let address = format!("/map/pins?lang={}&at={view}&{query}", site.lang);
    let answer = gloo_net::http::Request::get(&address).send().await.ok()?;
    let text = answer.text().await.ok().filter(|_| answer.ok())?;
    text.parse::<Parcel>().ok()?.open().ok()
}

/// The server's map never moves.
#[cfg(feature = "ssr")]
async fn pins(_: Site, _: &str, _: &Viewport) -> Option<Pins> {
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
