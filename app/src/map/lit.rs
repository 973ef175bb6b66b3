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

/// What is lit.
#[derive(Clone, Copy)]
pub struct Lit {
    /// The card's project: where its pins are, and its partners.
    project: RwSignal<Partnership>,
    cards: RwSignal<Option<Bbox>>,
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
        Self { project: RwSignal::new(Partnership::default()), cards: RwSignal::new(None) }
    }

    /// Whether the pin of this part of the map is lit.
    pub fn pin(self, area: Option<Bbox>) -> bool {
        let lit = |project: &Partnership| {
            area.is_some_and(|area| project.pins.iter().any(|place| area.contains(*place)))
        };
        self.project.try_with(lit).unwrap_or_default()
    }

    /// The partners of the project that is lit, the lead first.
    pub fn partners(self) -> Vec<LonLat> {
        self.project.try_with(|project| project.partners.clone()).unwrap_or_default()
    }

    /// Whether a card with pins at these places is lit.
    pub fn card(self, pins: &[LonLat]) -> bool {
        self.cards
            .try_with(|lit| lit.is_some_and(|lit| pins.iter().any(|pin| lit.contains(*pin))))
            .unwrap_or_default()
    }

    /// Lights a project on the map.
    pub fn project(self, project: &Partnership) {
        self.project.try_set(project.clone());
    }

    /// Lights no project.
    pub fn no_project(self) {
        self.project.try_set(Partnership::default());
    }

    /// Lights the cards of what has its pin in a part of the map.
    pub fn cards_of(self, area: Option<Bbox>) {
        self.cards.try_set(area);
    }

    /// Lights no card.
    pub fn no_cards(self) {
        self.cards.try_set(None);
    }
}
