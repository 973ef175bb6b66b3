//! The children of an element in the browser's document: hydrated, compared with
//! those before, following signals.

use std::{cell::RefCell, rc::Rc};

use leptos::{prelude::document, reactive::effect::RenderEffect};
use wasm_bindgen::JsCast as _;

use super::{Node, Text, attribute::Following, browser::State};

/// A child that stands in the document.
pub(super) enum Child {
    Element(Box<State>),
    Text(web_sys::Text, Text),
}

/// Children that more than one view's effect patches, one after the other.
pub(super) type Shared = Rc<RefCell<Vec<Child>>>;

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
            Self::Element(state) => state.key(),
            Self::Text(..) => None,
        }
    }

    fn node(&self) -> &web_sys::Node {
        match self {
            Self::Element(state) => state.node(),
            Self::Text(dom, _) => dom,
        }
    }

    fn build(node: Node) -> Self {
        match node {
            Node::Element(element) => Self::Element(Box::new(State::build(*element))),
            Node::Text(text) => Self::Text(document().create_text_node(&text), text),
        }
    }

    fn hydrate(node: Node, standing: web_sys::Node) -> Self {
        match node {
            Node::Element(element) => Self::Element(Box::new(State::hydrate(*element, standing))),
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
pub(super) fn following(
    dom: &web_sys::Element,
    children: Shared,
    follow: Following,
    first: fn(&web_sys::Element, &mut Vec<Child>, Vec<Node>),
) -> RenderEffect<()> {
    let dom = dom.clone();
    RenderEffect::new(move |before: Option<()>| {
        let nodes = follow();
        // An effect that leads to itself is not run twice.
        if let Ok(mut children) = children.try_borrow_mut() {
            let patch = if before.is_none() { first } else { patch_children };
            patch(&dom, &mut children, nodes);
        }
    })
}

/// Hydrates what the server put there.
pub(super) fn hydrate_children(
    dom: &web_sys::Element,
    children: &mut Vec<Child>,
    nodes: Vec<Node>,
) {
    let mut next = dom.first_child();
    for node in nodes {
        let child = match next.take() {
            Some(standing) => Child::hydrate(node, standing),
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
pub(super) fn patch_children(dom: &web_sys::Element, children: &mut Vec<Child>, nodes: Vec<Node>) {
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
