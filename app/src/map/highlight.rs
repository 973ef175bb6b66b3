//! Which markers and cards are highlighted. A card under the pointer highlights its
//! markers and shows its partnership; a marker highlights the cards of its projects.
//!
//! Both are found by their places: which projects share a marker changes with the
//! scale of the map, and a card does not know it.
//!
//! The pointer can leave a card after its page is gone, so reading or changing a
//! disposed signal does nothing here.

use catalogue::map::{Bbox, LonLat};
use leptos::prelude::*;

/// What is highlighted.
#[derive(Clone, Copy)]
pub struct Highlight {
    highlighted: StoredValue<Highlighted>,
    project: Trigger,
    cards: Trigger,
}

#[derive(Default)]
struct Highlighted {
    /// The project of the card under the pointer: its markers and its partners.
    project: Partnership,
    /// The part of the map whose cards are highlighted.
    cards: Option<Bbox>,
}

/// Where a project is on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partnership {
    /// Its markers.
    pub markers: Vec<LonLat>,
    /// Its partners, the lead first.
    pub partners: Vec<LonLat>,
}

impl Highlight {
    /// Nothing is highlighted.
    pub fn new() -> Self {
        Self {
            highlighted: StoredValue::new(Highlighted::default()),
            project: Trigger::new(),
            cards: Trigger::new(),
        }
    }

    /// Whether the marker of this part of the map is highlighted.
    pub fn marker(self, area: Option<Bbox>) -> bool {
        self.project.track();
        let inside = |now: &Highlighted| {
            area.is_some_and(|area| now.project.markers.iter().any(|place| area.contains(*place)))
        };
        self.highlighted.try_with_value(inside).unwrap_or_default()
    }

    /// The partners of the highlighted project, the lead first.
    pub fn partners(self) -> Vec<LonLat> {
        self.project.track();
        self.highlighted.try_with_value(|now| now.project.partners.clone()).unwrap_or_default()
    }

    /// Whether a card with markers at these places is highlighted.
    pub fn card(self, markers: &[LonLat]) -> bool {
        self.cards.track();
        let inside = |now: &Highlighted| {
            now.cards.is_some_and(|area| markers.iter().any(|place| area.contains(*place)))
        };
        self.highlighted.try_with_value(inside).unwrap_or_default()
    }

    /// Highlights a project on the map.
    pub fn project(self, project: &Partnership) {
        self.highlighted.try_update_value(|now| now.project = project.clone());
        self.project.notify();
    }

    /// Highlights no project.
    pub fn no_project(self) {
        self.project(&Partnership::default());
    }

    /// Highlights the cards that have a marker in a part of the map.
    pub fn cards_of(self, area: Option<Bbox>) {
        self.highlighted.try_update_value(|now| now.cards = area);
        self.cards.notify();
    }

    /// Highlights no card.
    pub fn no_cards(self) {
        self.cards_of(None);
    }
}
