//! Pieces of a page that are written with `view!`.
//!
//! `view!` gives every piece of markup a type of its own. A [`Piece`] is one type for all
//! of them, like Leptos' [`AnyView`](leptos::prelude::AnyView). That one also carries the
//! code that renders and hydrates a piece while it waits for something. Ours wait for
//! nothing: an answer is complete before a view is made of it. Without that code the
//! client is a tenth smaller.

use std::any::{Any, TypeId};

use leptos::{
    html::{h1, h2, h3, h4, h5, h6},
    prelude::*,
    tachys::{
        html::{
            attribute::{Attribute, any_attribute::AnyAttribute},
            property::IntoProperty,
        },
        hydration::Cursor,
        view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
    },
};
use wasm_bindgen::JsValue;

use crate::site::Site;

/// A view of any type.
pub struct Piece(Box<dyn Erased>);

/// What can be a piece.
pub trait IntoPiece {
    /// Forgets its type.
    fn into_piece(self) -> Piece;
}

impl<V: RenderHtml + 'static> IntoPiece for V {
    fn into_piece(self) -> Piece {
        Piece(Box::new(self))
    }
}

/// A view without its type.
trait Erased: Send {
    fn type_of(&self) -> TypeId;
    fn build(self: Box<Self>) -> Box<dyn Standing>;
    fn rebuild(self: Box<Self>, standing: &mut dyn Any);
    #[cfg(feature = "ssr")]
    fn write(
        self: Box<Self>,
        out: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    );
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Standing>;
}

/// A view that stands in the document.
trait Standing: Mountable + Any {}

impl<S: Mountable + Any> Standing for S {}

impl<V: RenderHtml + 'static> Erased for V {
    fn type_of(&self) -> TypeId {
        TypeId::of::<V>()
    }

    fn build(self: Box<Self>) -> Box<dyn Standing> {
        Box::new(Render::build(*self))
    }

    fn rebuild(self: Box<Self>, standing: &mut dyn Any) {
        if let Some(state) = standing.downcast_mut() {
            Render::rebuild(*self, state);
        }
    }

    #[cfg(feature = "ssr")]
    fn write(
        self: Box<Self>,
        out: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        self.to_html_with_buf(out, position, escape, mark_branches, attributes);
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Standing> {
        Box::new(RenderHtml::hydrate::<true>(*self, cursor, position))
    }
}

/// A piece that stands in the document.
pub struct PieceState {
    type_id: TypeId,
    standing: Box<dyn Standing>,
}

impl Render for Piece {
    type State = PieceState;

    fn build(self) -> PieceState {
        PieceState { type_id: self.0.type_of(), standing: self.0.build() }
    }

    fn rebuild(self, state: &mut PieceState) {
        if self.0.type_of() == state.type_id {
            self.0.rebuild(&mut *state.standing);
        } else {
            let mut fresh = self.build();
            state.insert_before_this(&mut fresh);
            state.unmount();
            *state = fresh;
        }
    }
}

/// Pieces take their attributes when they are made.
impl AddAnyAttr for Piece {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Piece {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 64;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[cfg_attr(not(feature = "ssr"), expect(unused, reason = "the client writes no HTML"))]
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        attributes: Vec<AnyAttribute>,
    ) {
        #[cfg(feature = "ssr")]
        self.0.write(buf, position, escape, mark_branches, attributes);
    }

    fn hydrate<const FROM_SERVER: bool>(
        self,
        cursor: &Cursor,
        position: &PositionState,
    ) -> PieceState {
        PieceState { type_id: self.0.type_of(), standing: self.0.hydrate(cursor, position) }
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Mountable for PieceState {
    fn unmount(&mut self) {
        self.standing.unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.standing.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.standing.insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        self.standing.elements()
    }
}

/// A property that visitors change as well (`checked`, `selected`). During hydration
/// what a visitor has already changed is left alone.
#[derive(Clone, Copy)]
pub struct Flag(pub bool);

impl Flag {
    /// Sets the property where it differs from what the document has now.
    fn apply(self, element: &web_sys::Element, name: &str) {
        let (name, wanted) = (JsValue::from_str(name), JsValue::from_bool(self.0));
        if js_sys::Reflect::get(element, &name).is_ok_and(|standing| standing != wanted) {
            let _ = js_sys::Reflect::set(element, &name, &wanted);
        }
    }
}

impl IntoProperty for Flag {
    type State = web_sys::Element;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(
        self,
        element: &web_sys::Element,
        _: &str,
    ) -> web_sys::Element {
        element.clone()
    }

    fn build(self, element: &web_sys::Element, name: &str) -> web_sys::Element {
        self.apply(element, name);
        element.clone()
    }

    fn rebuild(self, element: &mut web_sys::Element, name: &str) {
        self.apply(element, name);
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}

/// A picture of 20 by 20 units, drawn as lines of the text's colour along a path.
pub fn icon(path: &'static str) -> Piece {
    view! {
        <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
    .into_piece()
}

/// A heading of a level (see [`Site::heading`]).
pub fn heading(site: Site, level: usize, class: Option<String>, inner: Piece) -> Piece {
    heading_with(site.heading(level), class, None, None, None, inner)
}

/// A heading that names a part of the page.
pub fn heading_with_id(
    site: Site,
    level: usize,
    class: &'static str,
    id: &'static str,
    inner: Piece,
) -> Piece {
    heading_with(site.heading(level), Some(class.to_owned()), Some(id), None, None, inner)
}

/// The heading of a page, which the focus can be put on. `lang` is the language of its text,
/// where that is not the page's.
pub fn page_heading(
    site: Site,
    class: Option<String>,
    lang: Option<String>,
    inner: Piece,
) -> Piece {
    heading_with(site.heading(1), class, None, Some("-1"), lang, inner)
}

/// The class is a plain attribute: as a class an absent one would be written, too.
fn heading_with(
    tag: &str,
    class: Option<String>,
    id: Option<&'static str>,
    tabindex: Option<&'static str>,
    lang: Option<String>,
    inner: Piece,
) -> Piece {
    macro_rules! with {
        ($element:expr) => {
            $element
                .attr("class", class)
                .attr("id", id)
                .attr("tabindex", tabindex)
                .attr("lang", lang)
                .child(inner)
                .into_piece()
        };
    }
    match tag {
        "h1" => with!(h1()),
        "h2" => with!(h2()),
        "h3" => with!(h3()),
        "h4" => with!(h4()),
        "h5" => with!(h5()),
        _ => with!(h6()),
    }
}
