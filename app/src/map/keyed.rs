//! Pieces with keys.
//!
//! Leptos' own keyed lists leave an item as it is while its key stays. A marker that stays
//! may have got another name and lead elsewhere, so here an item is rebuilt in place.

use std::collections::{HashMap, HashSet};

use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::Rndr,
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};

use crate::piece::{Piece, PieceState};

/// Pieces of one element each, each with its key. One whose key stays keeps its nodes,
/// wherever it stands among the others.
pub struct Keyed(pub Vec<(String, Piece)>);

/// The pieces in the document, and the comment behind them.
pub struct KeyedState {
    items: Vec<(String, PieceState)>,
    end: web_sys::Comment,
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        let items = self.0.into_iter().map(|(key, piece)| (key, piece.build()));
        KeyedState { items: items.collect(), end: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut KeyedState) {
        let wanted: HashSet<&str> = self.0.iter().map(|(key, _)| key.as_str()).collect();
        let end: &web_sys::Node = state.end.as_ref();
        let parent = end.parent_element();
        let (mut before, mut next) = (HashMap::new(), None);
        // What is not wanted any more goes first, so that what stays need not move: a moved
        // element loses its focus.
        for (key, mut shown) in state.items.drain(..) {
            if wanted.contains(&*key) {
                next = next.or_else(|| node(&shown));
                before.insert(key, shown);
            } else {
                shown.unmount();
            }
        }
        let mut next = next.unwrap_or_else(|| end.clone());
        for (key, piece) in self.0 {
            let known = before.remove(&key);
            let stands = known.as_ref().and_then(node);
            let stands = stands.is_some_and(|node| node.is_same_node(Some(&next)));
            let mut shown = match known {
                Some(mut shown) => {
                    piece.rebuild(&mut shown);
                    shown
                }
                None => piece.build(),
            };
            if let Some(parent) = parent.as_ref().filter(|_| !stands) {
                shown.mount(parent, Some(&next));
            }
            if let Some(behind) = node(&shown).and_then(|node| node.next_sibling()) {
                next = behind;
            }
            state.items.push((key, shown));
        }
    }
}

/// The node of a piece.
fn node(shown: &PieceState) -> Option<web_sys::Node> {
    shown.elements().pop().map(Into::into)
}

/// Pieces take their attributes when they are made.
impl AddAnyAttr for Keyed {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Keyed {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        for (_, piece) in self.0 {
            piece.to_html_with_buf(buf, position, escape, mark_branches, attributes.clone());
        }
        ().to_html_with_buf(buf, position, true, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> KeyedState {
        let hydrate =
            |(key, piece): (String, Piece)| (key, piece.hydrate::<true>(cursor, position));
        let items = self.0.into_iter().map(hydrate).collect();
        KeyedState { items, end: RenderHtml::hydrate::<true>((), cursor, position) }
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        self.items.iter_mut().for_each(|(_, shown)| shown.unmount());
        self.end.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.items.iter_mut().for_each(|(_, shown)| shown.mount(parent, marker));
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.items.first() {
            Some((_, first)) => first.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.items.iter().flat_map(|(_, shown)| shown.elements()).collect()
    }
}
