//! How an embed is set up: the parameters of `/{lang}/widget` beside the filter.
//!
//! ```text
//! lock=QUERY           the scope: an encoded filter, cut with the visitor's own
//! hide=PART,PART       parts that are left out
//! open=tab             project pages open in a new tab, not in the frame
//! cards=compact        cards without their texts
//! scheme=light|dark    not as the visitor's system has it
//! accent=RRGGBB        the colour of links and buttons
//! radius=0..24         how round corners are, in pixels
//! font=NAME            a typeface that visitors have
//! heading=2..5         the level of the first heading
//! ```
//!
//! Defaults are left out. What is not understood is left out as well, and named
//! ([`Embed::from_query`]): a page shows nothing that merely stood in its address.

mod look;

use std::collections::BTreeSet;

use crate::filter::{Ignored, Lock, Reason, pairs, write_pair};

pub use look::{Accent, Font, Hideable, Scheme};

/// How an embed is set up.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed {
    /// The scope that it is confined to.
    pub lock: Lock,
    /// Parts that are left out.
    pub hide: BTreeSet<Hideable>,
    /// Whether project pages open in a new tab.
    pub in_new_tab: bool,
    /// Whether cards have no texts.
    pub is_compact: bool,
    /// Light, dark, or as the visitor's system has it.
    pub scheme: Scheme,
    /// The colour of links and buttons; none is our own.
    pub accent: Option<Accent>,
    /// How round corners are, in pixels; none is as we have it.
    pub radius: Option<u8>,
    /// The typeface; none is that of the visitor's system.
    pub font: Option<Font>,
    /// The level of the first heading.
    pub heading: u8,
}

impl Default for Embed {
    fn default() -> Self {
        Self {
            lock: Lock::default(),
            hide: BTreeSet::new(),
            in_new_tab: false,
            is_compact: false,
            scheme: Scheme::default(),
            accent: None,
            radius: None,
            font: None,
            heading: Self::HEADING,
        }
    }
}

impl Embed {
    /// The level of the first heading where nothing is said: the page around the
    /// frame has the first.
    pub const HEADING: u8 = 2;
    /// The roundest corners, in pixels.
    pub const MAX_RADIUS: u8 = 24;
    /// Every parameter, in canonical order.
    pub const KEYS: [&str; 9] =
        ["lock", "hide", "open", "cards", "scheme", "accent", "radius", "font", "heading"];

    /// Reads what of a query sets up an embed, and names what of that is not
    /// understood. The filter in it is not looked at.
    pub fn from_query(query: &str) -> (Self, Vec<Ignored>) {
        let (mut embed, mut ignored) = (Self::default(), Vec::new());
        for (key, value) in pairs(query) {
            let value = value.trim();
            if value.is_empty() || !Self::KEYS.contains(&key.as_str()) {
                continue;
            }
            if embed.read(&key, value).is_none() {
                ignored.push(Ignored::new(&key, value, Reason::NotAValue));
            }
        }
        ignored.truncate(Ignored::MAX);
        (embed, ignored)
    }

    fn read(&mut self, key: &str, value: &str) -> Option<()> {
        match (key, value) {
            ("lock", _) => {
                self.lock = Lock::from_query(value);
                // It stays, broken: what cannot be read opens nothing.
                return (!self.lock.is_broken()).then_some(());
            }
            ("hide", _) => {
                // One unknown part hides no other.
                let parts: Vec<_> = value.split(',').map(str::trim).map(Hideable::of).collect();
                self.hide.extend(parts.iter().flatten());
                return parts.iter().all(Option::is_some).then_some(());
            }
            ("open", "frame" | "tab") => self.in_new_tab = value == "tab",
            ("cards", "full" | "compact") => self.is_compact = value == "compact",
            ("scheme", _) => self.scheme = Scheme::of(value)?,
            ("accent", _) => self.accent = Some(value.parse().ok()?),
            ("radius", _) => {
                let radius = value.parse().ok().filter(|radius| *radius <= Self::MAX_RADIUS)?;
                self.radius = Some(radius);
            }
            ("font", _) => self.font = Some(value.parse().ok()?),
            ("heading", _) => {
                self.heading = value.parse().ok().filter(|level| (2..=5).contains(level))?;
            }
            _ => return None,
        }
        Some(())
    }

    /// The canonical query: known order, defaults left out.
    pub fn to_query(&self) -> String {
        // Exhaustive on purpose: a new field must be thought about here.
        let Self { lock, hide, in_new_tab, is_compact, scheme, accent, radius, font, heading } =
            self;
        let hide: Vec<_> = hide.iter().map(|part| part.as_str()).collect();
        let values = [
            lock.to_query(),
            hide.join(","),
            in_new_tab.then_some("tab").unwrap_or_default().to_owned(),
            is_compact.then_some("compact").unwrap_or_default().to_owned(),
            scheme.as_str().unwrap_or_default().to_owned(),
            accent.map(|accent| accent.to_string()).unwrap_or_default(),
            radius.map(|radius| radius.to_string()).unwrap_or_default(),
            font.as_ref().map(ToString::to_string).unwrap_or_default(),
            if *heading == Self::HEADING { String::new() } else { heading.to_string() },
        ];
        let mut query = String::new();
        for (key, value) in Self::KEYS.into_iter().zip(values) {
            if !value.is_empty() {
                write_pair(&mut query, key, &value);
            }
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::btree_set, option, prelude::*, sample::select};

    use super::*;

    fn keys(ignored: &[Ignored]) -> Vec<&str> {
        ignored.iter().map(|one| one.key.as_str()).collect()
    }

    #[test]
    fn what_is_not_understood_is_named_and_left_out() {
        let query =
            "accent=red&radius=99&heading=6&scheme=pink&font=a;b&open=x&cards=&hide=map,fish";
        let (embed, ignored) = Embed::from_query(query);
        assert_eq!(embed, Embed { hide: [Hideable::Map].into(), ..Embed::default() });
        let named = ["accent", "radius", "heading", "scheme", "font", "open", "hide"];
        assert_eq!(keys(&ignored), named);
        assert_eq!(embed.to_query(), "hide=map");
    }

    #[test]
    fn a_lock_that_is_not_understood_stays_shut() {
        for query in ["lock=theme%3Dhelth", "lock=city%3Dassen%26fish%3D1%26theme%3D-helth"] {
            let (embed, ignored) = Embed::from_query(query);
            assert!(embed.lock.is_broken() && keys(&ignored) == ["lock"], "{query}");
            let again = Embed::from_query(&embed.to_query()).0;
            assert!(again.lock.is_broken(), "{}", embed.to_query());
        }
    }

    #[test]
    fn a_filter_beside_it_is_no_part_of_it() {
        let (embed, ignored) = Embed::from_query("?city=assen&lock=city%3Demmen&q=x&hide=");
        assert_eq!((embed.to_query().as_str(), ignored), ("lock=city%3Demmen", vec![]));
    }

    prop_compose! {
        fn embeds()(
            lock in select(vec!["", "city=assen&theme=-health", "q=warm+water&from=2014"]),
            hide in btree_set(select(Hideable::ALL.to_vec()), 0..4),
            in_new_tab in any::<bool>(),
            is_compact in any::<bool>(),
            scheme in select(vec![Scheme::Auto, Scheme::Light, Scheme::Dark]),
            accent in option::of(any::<[u8; 3]>().prop_map(|[red, green, blue]| Accent { red, green, blue })),
            radius in option::of(0..=Embed::MAX_RADIUS),
            font in option::of("[A-Za-z][A-Za-z0-9 -]{0,20}[a-z]"),
            heading in 2..=5u8,
        ) -> Embed {
            Embed {
                lock: Lock::from_query(lock), hide, in_new_tab, is_compact, scheme, accent, radius,
                font: font.map(|font| font.parse().unwrap()), heading,
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(embed in embeds()) {
            prop_assert_eq!(Embed::from_query(&embed.to_query()), (embed, vec![]));
        }

        #[test]
        fn nothing_breaks_it_and_nothing_but_its_own_comes_back(query in ".{0,80}", key in select(Embed::KEYS.to_vec())) {
            let (embed, _) = Embed::from_query(&format!("{key}={query}"));
            let written = embed.to_query();
            prop_assert!(!written.contains(['<', '>', '"', '\'', ' ', '#']), "{}", written);
            prop_assert_eq!(Embed::from_query(&written).0, embed);
        }
    }
}
