//! Which pins and cards are lit: a card under the pointer lights its pin, and
//! the other way round.
//!
//! A pointer can leave a card after its page is gone, so nothing here minds a
//! signal that no longer exists.

use leptos::prelude::*;

/// What is lit.
#[derive(Clone, Copy)]
pub struct Lit {
    pins: RwSignal<Vec<String>>,
    cards: RwSignal<Option<String>>,
}

impl Lit {
    /// Nothing is lit.
    pub fn new() -> Self {
        Self { pins: RwSignal::new(Vec::new()), cards: RwSignal::new(None) }
    }

    /// Whether the pin of a spot is lit.
    pub fn pin(self, spot: &str) -> bool {
        self.pins.try_with(|pins| pins.iter().any(|lit| lit == spot)).unwrap_or_default()
    }

    /// Whether a card with these spots is lit.
    pub fn card(self, spots: &[String]) -> bool {
        self.cards
            .try_with(|lit| lit.as_ref().is_some_and(|lit| spots.contains(lit)))
            .unwrap_or_default()
    }

    /// Lights the pins of a card.
    pub fn pins_of(self, spots: &[String]) {
        self.pins.try_set(spots.to_vec());
    }

    /// Lights no pin.
    pub fn no_pins(self) {
        self.pins.try_set(Vec::new());
    }

    /// Lights the cards of a spot.
    pub fn cards_of(self, spot: &str) {
        self.cards.try_set(Some(spot.to_owned()));
    }

    /// Lights no card.
    pub fn no_cards(self) {
        self.cards.try_set(None);
    }
}
