//! Views as plain values: elements with attributes, children and handlers.
//!
//! Leptos' `view!` gives every piece of markup a type of its own and compiles
//! building, hydrating and patching for each of them. That is quick at run time
//! and heavy to send: the explorer's markup alone came to more than all of its
//! weight budget. An [`Element`] is one type for all markup, so that code exists
//! once. Leptos still routes, fetches, renders and wakes components; an element
//! is a view like any other ([`Render`](leptos::tachys::view::Render),
//! [`RenderHtml`](leptos::tachys::view::RenderHtml)).
//!
//! A view is built anew from each answer and compared with the one before: what
//! is the same stays the same node, so focus, scroll and what was typed stay.

mod attribute;
mod browser;
mod children;
mod listeners;
mod server;

use std::borrow::Cow;

pub use attribute::Value;

use attribute::{Attribute, Following, Handler, Live, Mounted, Property};

/// Text that is known when compiled or made for the occasion.
pub type Text = Cow<'static, str>;

/// An element with everything in it.
pub struct Element {
    kind: Kind,
    tag: &'static str,
    attributes: Vec<Attribute>,
    properties: Vec<Property>,
    live: Vec<Live>,
    handlers: Vec<Handler>,
    mounted: Option<Mounted>,
    key: Option<Text>,
    content: Content,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Html,
    /// HTML without an end tag.
    Void,
    Svg,
}

enum Content {
    Children(Vec<Node>),
    /// Children that follow signals while the element stays.
    Following(Following),
    /// Markup that the server made and the browser leaves alone.
    Markup(Text),
}

/// A child of an element.
pub enum Node {
    /// An element.
    Element(Box<Element>),
    /// Text. Neighbouring texts are one node, as in a document.
    Text(Text),
}

/// An HTML element.
pub fn el(tag: &'static str) -> Element {
    let void = matches!(tag, "input" | "br" | "hr" | "img" | "meta" | "link");
    Element::new(if void { Kind::Void } else { Kind::Html }, tag)
}

/// An SVG element.
pub fn svg(tag: &'static str) -> Element {
    Element::new(Kind::Svg, tag)
}

impl Element {
    fn new(kind: Kind, tag: &'static str) -> Self {
        Self {
            kind,
            tag,
            attributes: Vec::new(),
            properties: Vec::new(),
            live: Vec::new(),
            handlers: Vec::new(),
            mounted: None,
            key: None,
            content: Content::Children(Vec::new()),
        }
    }

    /// An attribute. `None` and `false` leave it out, `true` makes it a flag.
    pub fn attr(mut self, name: &'static str, value: impl Value) -> Self {
        self.attributes.push(Attribute { name, value: value.text() });
        self
    }

    /// The class, the attribute that most elements have.
    pub fn class(self, names: impl Value) -> Self {
        self.attr("class", names)
    }

    /// A flag that visitors change as well (`checked`, `selected`): an attribute
    /// in the page, a property afterwards. During hydration the client leaves alone
    /// what a visitor has already changed.
    pub fn flag(mut self, name: &'static str, on: bool) -> Self {
        self.properties.push(Property { name, on });
        self.attr(name, on)
    }

    /// An attribute that follows a signal while the element stays.
    pub fn live<V: Value>(
        mut self,
        name: &'static str,
        value: impl Fn() -> V + Send + 'static,
    ) -> Self {
        self.live.push(Live { name, value: Box::new(move || value().text()) });
        self
    }

    /// What to do when something happens to it.
    pub fn on(
        mut self,
        event: &'static str,
        handler: impl FnMut(web_sys::Event) + Send + 'static,
    ) -> Self {
        self.handlers.push(Handler { event, run: Box::new(handler) });
        self
    }

    /// What to do whenever the browser has put it up or made it show another view.
    #[cfg(not(feature = "ssr"))]
    pub fn mounted(mut self, run: impl FnOnce(web_sys::Element) + Send + 'static) -> Self {
        self.mounted = Some(Box::new(run));
        self
    }

    /// What it is called among its siblings. Where siblings have keys, each stays
    /// the same node wherever it stands among them.
    pub fn key(mut self, key: impl Into<Text>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Children that follow signals while the element stays; they take the place
    /// of all others.
    pub fn following<C: Children>(mut self, children: impl Fn() -> C + Send + 'static) -> Self {
        self.content = Content::Following(Box::new(move || {
            let mut nodes = Vec::new();
            children().append(&mut nodes);
            nodes
        }));
        self
    }

    /// Children, in order. `None` adds none.
    pub fn child(mut self, children: impl Children) -> Self {
        if let Content::Children(nodes) = &mut self.content {
            children.append(nodes);
        }
        self
    }

    /// Markup made by this very server, as it stands.
    pub fn markup(mut self, markup: impl Into<Text>) -> Self {
        self.content = Content::Markup(markup.into());
        self
    }
}

/// What can stand inside an element.
pub trait Children {
    /// Adds itself.
    fn append(self, nodes: &mut Vec<Node>);
}

impl Children for Element {
    fn append(self, nodes: &mut Vec<Node>) {
        nodes.push(Node::Element(Box::new(self)));
    }
}

impl<C: Children> Children for Option<C> {
    fn append(self, nodes: &mut Vec<Node>) {
        if let Some(children) = self {
            children.append(nodes);
        }
    }
}

impl<C: Children> Children for Vec<C> {
    fn append(self, nodes: &mut Vec<Node>) {
        self.into_iter().for_each(|children| children.append(nodes));
    }
}

impl<C: Children, const N: usize> Children for [C; N] {
    fn append(self, nodes: &mut Vec<Node>) {
        self.into_iter().for_each(|children| children.append(nodes));
    }
}

impl Children for Text {
    fn append(self, nodes: &mut Vec<Node>) {
        if self.is_empty() {
            return;
        }
        match nodes.last_mut() {
            Some(Node::Text(before)) => before.to_mut().push_str(&self),
            _ => nodes.push(Node::Text(self)),
        }
    }
}

impl Children for &'static str {
    fn append(self, nodes: &mut Vec<Node>) {
        Text::Borrowed(self).append(nodes);
    }
}

impl Children for String {
    fn append(self, nodes: &mut Vec<Node>) {
        Text::Owned(self).append(nodes);
    }
}
