//! Elements in the browser's document: built, taken over, patched.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::document, reactive::effect::RenderEffect, tachys::view::Mountable};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};

use super::{
    Content, Element, Kind, Node, Text,
    attribute::{Attribute, Following, Handler, Live, Property},
};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that stands in the document.
pub struct State {
    kind: Kind,
    tag: &'static str,
    dom: web_sys::Element,
    key: Option<Text>,
    attributes: Vec<Attribute>,
    live: Vec<RenderEffect<()>>,
    listeners: Vec<Listener>,
    content: Standing,
}

enum Standing {
    Children(Vec<Child>),
    /// The effect patches the children; they are shared, so that the next view's
    /// effect goes on where this one ends.
    Following {
        children: Shared,
        _effect: RenderEffect<()>,
    },
    Markup(Text),
}

impl Standing {
    /// Whether it can become this by being patched.
    fn is_like(&self, content: &Content) -> bool {
        matches!(
            (self, content),
            (Self::Children(_), Content::Children(_))
                | (Self::Following { .. }, Content::Following(_))
                | (Self::Markup(_), Content::Markup(_))
        )
    }
}

enum Child {
    Element(Box<State>),
    Text(web_sys::Text, Text),
}

type Shared = Rc<RefCell<Vec<Child>>>;

type Run = Rc<RefCell<Box<dyn FnMut(web_sys::Event) + Send>>>;

/// A listener stays on its element; only what it runs is exchanged.
struct Listener {
    event: &'static str,
    run: Run,
    closure: Closure<dyn FnMut(web_sys::Event)>,
}

impl State {
    /// The node in the document.
    pub(super) fn node(&self) -> &web_sys::Node {
        &self.dom
    }

    /// Builds a new element.
    pub(super) fn build(element: Element) -> Self {
        let document = document();
        let dom = match element.kind {
            Kind::Svg => document.create_element_ns(Some(SVG), element.tag),
            Kind::Html | Kind::Void => document.create_element(element.tag),
        };
        // Tags are ours and valid, so this cannot fail; a document without its
        // element would be no better than stopping.
        let Ok(dom) = dom else { wasm_bindgen::throw_str(element.tag) };
        let Element { kind, tag, attributes, properties, live, handlers, mounted, key, content } =
            element;
        attributes
            .iter()
            .for_each(|attribute| write(&dom, attribute.name, attribute.value.as_deref()));
        let content = match content {
            Content::Markup(markup) => {
                dom.set_inner_html(&markup);
                Standing::Markup(markup)
            }
            Content::Children(nodes) => {
                let mut children = Vec::new();
                patch_children(&dom, &mut children, nodes);
                Standing::Children(children)
            }
            Content::Following(follow) => following(&dom, Rc::default(), follow, patch_children),
        };
        // After the children: a select knows its options only then.
        properties.iter().for_each(|property| property.apply(&dom));
        let live = live.into_iter().map(|live| live.follow(&dom)).collect();
        let listeners = handlers.into_iter().map(|handler| handler.listen(&dom)).collect();
        if let Some(mounted) = mounted {
            mounted(dom.clone());
        }
        Self { kind, tag, dom, key, attributes, live, listeners, content }
    }

    /// Takes over what the server put into the page. Where the page differs, the
    /// element is built anew and a warning says so.
    pub(super) fn take_over(element: Element, node: web_sys::Node) -> Self {
        let fits = |dom: &web_sys::Element| dom.local_name() == element.tag;
        let Some(dom) = node.dyn_ref::<web_sys::Element>().cloned().filter(fits) else {
            leptos::logging::warn!(
                "hydration: <{}> expected, {} found",
                element.tag,
                node.node_name()
            );
            let state = Self::build(element);
            if let Some(parent) = node.parent_node() {
                let _ = parent.replace_child(&state.dom, &node);
            }
            return state;
        };
        let Element { kind, tag, attributes, live, handlers, mounted, key, content, .. } = element;
        let content = match content {
            Content::Markup(markup) => Standing::Markup(markup),
            Content::Children(nodes) => {
                let mut children = Vec::new();
                take_over_children(&dom, &mut children, nodes);
                Standing::Children(children)
            }
            Content::Following(follow) => {
                following(&dom, Rc::default(), follow, take_over_children)
            }
        };
        let live = live.into_iter().map(|live| live.follow(&dom)).collect();
        let listeners = handlers.into_iter().map(|handler| handler.listen(&dom)).collect();
        if let Some(mounted) = mounted {
            mounted(dom.clone());
        }
        Self { kind, tag, dom, key, attributes, live, listeners, content }
    }

    /// Makes it show another view, keeping every node that can stay.
    pub(super) fn patch(&mut self, element: Element) {
        let Self { dom, .. } = self;
        let same = self.tag == element.tag
            && self.kind == element.kind
            && self.key == element.key
            && self.content.is_like(&element.content);
        if !same {
            let fresh = Self::build(element);
            let _ = dom.replace_with_with_node_1(&fresh.dom);
            *self = fresh;
            return;
        }
        let Element { attributes, properties, live, handlers, mounted, content, .. } = element;
        patch_attributes(dom, &self.attributes, &attributes);
        self.attributes = attributes;
        self.live = live.into_iter().map(|live| live.follow(dom)).collect();
        patch_listeners(dom, &mut self.listeners, handlers);
        match (&mut self.content, content) {
            (Standing::Children(children), Content::Children(nodes)) => {
                patch_children(dom, children, nodes);
            }
            (standing @ Standing::Following { .. }, Content::Following(follow)) => {
                let Standing::Following { children, .. } = &*standing else { return };
                let children = children.clone();
                *standing = following(dom, children, follow, patch_children);
            }
            (Standing::Markup(standing), Content::Markup(markup))
                if !markup.is_empty() && *standing != markup =>
            {
                dom.set_inner_html(&markup);
                *standing = markup;
            }
            _ => {}
        }
        properties.iter().for_each(|property| property.apply(dom));
        if let Some(mounted) = mounted {
            mounted(dom.clone());
        }
    }
}

impl Node {
    fn key(&self) -> Option<&Text> {
        match self {
            Self::Element(element) => element.key.as_ref(),
            Self::Text(_) => None,
        }
    }
}

impl Child {
    fn key(&self) -> Option<&Text> {
        match self {
            Self::Element(state) => state.key.as_ref(),
            Self::Text(..) => None,
        }
    }

    fn node(&self) -> &web_sys::Node {
        match self {
            Self::Element(state) => &state.dom,
            Self::Text(dom, _) => dom,
        }
    }

    fn build(node: Node) -> Self {
        match node {
            Node::Element(element) => Self::Element(Box::new(State::build(*element))),
            Node::Text(text) => Self::Text(document().create_text_node(&text), text),
        }
    }

    fn take_over(node: Node, standing: web_sys::Node) -> Self {
        match node {
            Node::Element(element) => Self::Element(Box::new(State::take_over(*element, standing))),
            Node::Text(text) => match standing.dyn_into::<web_sys::Text>() {
                Ok(dom) => Self::Text(dom, text),
                Err(other) => {
                    leptos::logging::warn!("hydration: text expected, {} found", other.node_name());
                    let child = Self::build(Node::Text(text));
                    if let Some(parent) = other.parent_node() {
                        let _ = parent.replace_child(child.node(), &other);
                    }
                    child
                }
            },
        }
    }

    fn patch(&mut self, node: Node) {
        match (self, node) {
            (Self::Element(state), Node::Element(element)) => state.patch(*element),
            (Self::Text(dom, standing), Node::Text(text)) => {
                if *standing != text {
                    dom.set_data(&text);
                    *standing = text;
                }
            }
            (standing, node) => {
                let fresh = Self::build(node);
                if let Some(parent) = standing.node().parent_node() {
                    let _ = parent.replace_child(fresh.node(), standing.node());
                }
                *standing = fresh;
            }
        }
    }
}

/// Lets children follow signals from now on. The first time they are made to
/// stand by `first`.
fn following(
    dom: &web_sys::Element,
    children: Shared,
    follow: Following,
    first: fn(&web_sys::Element, &mut Vec<Child>, Vec<Node>),
) -> Standing {
    let (dom, shared) = (dom.clone(), children.clone());
    let effect = RenderEffect::new(move |before: Option<()>| {
        let nodes = follow();
        // An effect that leads to itself is not run twice.
        if let Ok(mut children) = shared.try_borrow_mut() {
            let patch = if before.is_none() { first } else { patch_children };
            patch(&dom, &mut children, nodes);
        }
    });
    Standing::Following { children, _effect: effect }
}

fn take_over_children(dom: &web_sys::Element, children: &mut Vec<Child>, nodes: Vec<Node>) {
    let mut next = dom.first_child();
    for node in nodes {
        let child = match next.take() {
            Some(standing) => Child::take_over(node, standing),
            None => {
                leptos::logging::warn!("hydration: <{}> has too few children", dom.local_name());
                let child = Child::build(node);
                let _ = dom.append_child(child.node());
                child
            }
        };
        next = child.node().next_sibling();
        children.push(child);
    }
}

/// Children are compared in order, or by their keys where they have any.
fn patch_children(dom: &web_sys::Element, children: &mut Vec<Child>, nodes: Vec<Node>) {
    let mut before: Vec<Option<Child>> = std::mem::take(children).into_iter().map(Some).collect();
    let keyed = nodes.first().is_some_and(|node| node.key().is_some());
    // What is not wanted any more goes first, so that what stays need not move:
    // a moved element loses its focus.
    for (place, slot) in before.iter_mut().enumerate() {
        let wanted = match slot.as_ref().and_then(Child::key) {
            Some(key) if keyed => nodes.iter().any(|node| node.key() == Some(key)),
            key => key.is_some() == keyed && place < nodes.len(),
        };
        if !wanted && let Some(surplus) = slot.take() {
            let _ = dom.remove_child(surplus.node());
        }
    }
    let mut next = dom.first_child();
    for (place, node) in nodes.into_iter().enumerate() {
        let slot = match node.key() {
            Some(key) => {
                before.iter_mut().find(|slot| slot.as_ref().and_then(Child::key) == Some(key))
            }
            None => before.get_mut(place),
        };
        let child = match slot.and_then(Option::take) {
            Some(mut child) => {
                child.patch(node);
                child
            }
            None => Child::build(node),
        };
        let stands = next.as_ref().is_some_and(|next| next.is_same_node(Some(child.node())));
        if !stands {
            let _ = dom.insert_before(child.node(), next.as_ref());
        }
        next = child.node().next_sibling();
        children.push(child);
    }
}

fn patch_attributes(dom: &web_sys::Element, before: &[Attribute], now: &[Attribute]) {
    for attribute in now {
        let known = before.iter().find(|known| known.name == attribute.name);
        if known.is_none_or(|known| known.value != attribute.value) {
            write(dom, attribute.name, attribute.value.as_deref());
        }
    }
    for gone in before.iter().filter(|old| now.iter().all(|new| new.name != old.name)) {
        write(dom, gone.name, None);
    }
}

/// Listeners stay where the element handles the same events as before.
fn patch_listeners(dom: &web_sys::Element, listeners: &mut Vec<Listener>, handlers: Vec<Handler>) {
    let same = listeners.len() == handlers.len()
        && listeners.iter().zip(&handlers).all(|(old, new)| old.event == new.event);
    if same {
        for (listener, handler) in listeners.iter().zip(handlers) {
            // One that is running this very moment keeps itself until the next patch.
            if let Ok(mut run) = listener.run.try_borrow_mut() {
                *run = handler.run;
            }
        }
    } else {
        for old in listeners.drain(..) {
            let _ = dom.remove_event_listener_with_callback(
                old.event,
                old.closure.as_ref().unchecked_ref(),
            );
        }
        listeners.extend(handlers.into_iter().map(|handler| handler.listen(dom)));
    }
}

fn write(dom: &web_sys::Element, name: &str, value: Option<&str>) {
    // Names are ours and valid, so neither can fail.
    let _ = match value {
        Some(value) => dom.set_attribute(name, value),
        None => dom.remove_attribute(name),
    };
}

impl Property {
    /// Sets the property where it differs from what the document has now.
    fn apply(&self, dom: &web_sys::Element) {
        let (name, wanted) = match self {
            Self::Flag(name, on) => (*name, JsValue::from_bool(*on)),
            Self::Value(value) => ("value", JsValue::from_str(value)),
        };
        let name = JsValue::from_str(name);
        if js_sys::Reflect::get(dom, &name).is_ok_and(|standing| standing != wanted) {
            let _ = js_sys::Reflect::set(dom, &name, &wanted);
        }
    }
}

impl Live {
    fn follow(self, dom: &web_sys::Element) -> RenderEffect<()> {
        let dom = dom.clone();
        RenderEffect::new(move |_| write(&dom, self.name, (self.value)().as_deref()))
    }
}

impl Handler {
    fn listen(self, dom: &web_sys::Element) -> Listener {
        let run: Run = Rc::new(RefCell::new(self.run));
        let closure = Closure::new({
            let run = run.clone();
            move |event| {
                // A handler that leads to itself (focus moved while handling focus) is not run twice.
                if let Ok(mut run) = run.try_borrow_mut() {
                    run(event);
                }
            }
        });
        let _ = dom.add_event_listener_with_callback(self.event, closure.as_ref().unchecked_ref());
        Listener { event: self.event, run, closure }
    }
}

impl Mountable for State {
    fn unmount(&mut self) {
        self.dom.remove();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        let _ = parent.insert_before(&self.dom, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.dom.parent_element() {
            Some(parent) => {
                child.mount(&parent, Some(&self.dom));
                true
            }
            None => false,
        }
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.dom.clone()]
    }
}
