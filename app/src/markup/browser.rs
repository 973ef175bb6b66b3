//! Elements in the browser's document: built, hydrated, patched.

use std::rc::Rc;

use leptos::{prelude::document, reactive::effect::RenderEffect, tachys::view::Mountable};
use wasm_bindgen::{JsCast as _, JsValue};

use super::{
    Content, Element, Kind, Node, Text,
    attribute::{Attribute, Following, Live, Property},
    children::{self, Child, Shared, hydrate_children, patch_children},
    listeners::{Listener, patch_listeners},
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
    /// Children that follow signals from now on; at first they are made by `first`.
    fn following(
        dom: &web_sys::Element,
        children: Shared,
        follow: Following,
        first: fn(&web_sys::Element, &mut Vec<Child>, Vec<Node>),
    ) -> Self {
        let effect = children::following(dom, children.clone(), follow, first);
        Self::Following { children, _effect: effect }
    }

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

impl State {
    /// What it is called among its siblings.
    pub(super) fn key(&self) -> Option<&Text> {
        self.key.as_ref()
    }

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
            Content::Following(follow) => {
                Standing::following(&dom, Rc::default(), follow, patch_children)
            }
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

    /// Hydrates what the server put into the page. Where the page differs, the
    /// element is built anew and a warning says so.
    pub(super) fn hydrate(element: Element, node: web_sys::Node) -> Self {
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
                hydrate_children(&dom, &mut children, nodes);
                Standing::Children(children)
            }
            Content::Following(follow) => {
                Standing::following(&dom, Rc::default(), follow, hydrate_children)
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
                *standing = Standing::following(dom, children, follow, patch_children);
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
        let (name, wanted) = (JsValue::from_str(self.name), JsValue::from_bool(self.on));
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
