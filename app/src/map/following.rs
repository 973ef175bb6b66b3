//! Pieces that follow signals.
//!
//! A closure in a view follows signals as well. But when the page is built from the next
//! answer, it takes down what it has shown and shows it anew. A [`Following`] goes on with
//! the nodes that stand there: a marker that has the focus keeps it.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    reactive::effect::RenderEffect,
    tachys::{
        html::attribute::{Attribute, any_attribute::AnyAttribute},
        hydration::Cursor,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};

use crate::piece::{Piece, PieceState};

/// A piece that follows signals.
pub struct Following(Box<dyn Fn() -> Piece + Send>);

/// Makes a piece again whenever a signal changes that it was made of.
pub fn follow(piece: impl Fn() -> Piece + Send + 'static) -> Following {
    Following(Box::new(piece))
}

/// What is shown. The next answer's effect goes on where this one's ends.
type SharedState = Rc<RefCell<Option<PieceState>>>;

/// A piece in the document, and the effect that keeps it up to date.
pub struct Followed {
    shown: SharedState,
    _effect: RenderEffect<()>,
}

impl Following {
    /// Follows the signals from now on. What is not shown yet is hydrated at a cursor, or
    /// built.
    fn start(self, shown: SharedState, mut at: Option<(Cursor, PositionState)>) -> Followed {
        let effect = RenderEffect::new({
            let shown = shown.clone();
            move |_| {
                let piece = (self.0)();
                // An effect that leads to itself is not run twice.
                let Ok(mut shown) = shown.try_borrow_mut() else { return };
                match (&mut *shown, at.take()) {
                    (Some(shown), _) => piece.rebuild(shown),
                    (shown, Some((cursor, position))) => {
                        *shown = Some(piece.hydrate::<true>(&cursor, &position));
                    }
                    (shown, None) => *shown = Some(piece.build()),
                }
            }
        });
        Followed { shown, _effect: effect }
    }
}

impl Render for Following {
    type State = Followed;

    fn build(self) -> Followed {
        self.start(SharedState::default(), None)
    }

    fn rebuild(self, state: &mut Followed) {
        *state = self.start(state.shown.clone(), None);
    }
}

/// Pieces take their attributes when they are made.
impl AddAnyAttr for Following {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Following {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = Piece::MIN_LENGTH;

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
        (self.0)().to_html_with_buf(buf, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> Followed {
        self.start(SharedState::default(), Some((cursor.clone(), position.clone())))
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for Followed {
    fn unmount(&mut self) {
        self.shown.borrow_mut().unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.shown.borrow_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.shown.borrow().insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.shown.borrow().elements()
    }
}
