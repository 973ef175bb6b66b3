//! Which pins and cards are lit: a card under the pointer lights its pins and
//! draws its partnership, and a pin lights its cards.
//!
//! Both are found by where things are, since what a pin stands for changes with
//! the scale of the map and a card knows nothing of that.
//!
//! A pointer can leave a card after its page is gone, so nothing here minds a
//! signal that no longer exists.

use catalogue::map::{Bbox, LonLat};
use leptos::prelude::*;

use crate::pulse::Pulse;

/// What is lit.
#[derive(Clone, Copy)]
pub struct Lit {
    lit: StoredValue<Both>,
    project: Pulse,
    cards: Pulse,
}

#[derive(Default)]
struct Both {
    /// The card's project: where its pins are, and its partners.
    project: Partnership,
    /// The part of the map whose cards are lit.
    cards: Option<Bbox>,
}

/// Where a project is on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partnership {
    /// Its pins.
    pub pins: Vec<LonLat>,
    /// Its partners, the lead first.
    pub partners: Vec<LonLat>,
}

impl Lit {
    /// Nothing is lit.
    pub fn new() -> Self {
        Self { lit: StoredValue::new(Both::default()), project: Pulse::new(), cards: Pulse::new() }
    }

    /// Whether the pin of this part of the map is lit.
    pub fn pin(self, area: Option<Bbox>) -> bool {
        self.project.follow();
        let inside = |lit: &Both| {
            area.is_some_and(|area| lit.project.pins.iter().any(|place| area.contains(*place)))
        };
        self.lit.try_with_value(inside).unwrap_or_default()
    }

    /// The partners of the project that is lit, the lead first.
    pub fn partners(self) -> Vec<LonLat> {
        self.project.follow();
        self.lit.try_with_value(|lit| lit.project.partners.clone()).unwrap_or_default()
    }

    /// Whether a card with pins at these places is lit.
    pub fn card(self, pins: &[LonLat]) -> bool {
        self.cards.follow();
        let inside =
            |lit: &Both| lit.cards.is_some_and(|area| pins.iter().any(|pin| area.contains(*pin)));
        self.lit.try_with_value(inside).unwrap_or_default()
    }

    /// Lights a project on the map.
    pub fn project(self, project: &Partnership) {
        self.lit.try_update_value(|lit| lit.project = project.clone());
        self.project.beat();
    }

    /// Lights no project.
    pub fn no_project(self) {
        self.project(&Partnership::default());
    }

    /// Lights the cards of what has its pin in a part of the map.
    pub fn cards_of(self, area: Option<Bbox>) {
        self.lit.try_update_value(|lit| lit.cards = area);
        self.cards.beat();
    }

    /// Lights no card.
    pub fn no_cards(self) {
        self.cards_of(None);
    }
}
