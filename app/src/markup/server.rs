//! Elements as HTML, and as views of Leptos.

use leptos::tachys::{
    html::attribute::{Attribute as AnyAttr, any_attribute::AnyAttribute},
    hydration::Cursor,
    view::{Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr},
};

use super::{Content, Element, Kind, Node, browser::State};

impl Element {
    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.tag);
        for attribute in &self.attributes {
            if let Some(value) = &attribute.value {
                write_attribute(attribute.name, value, out);
            }
        }
        for live in &self.live {
            if let Some(value) = (live.value)() {
                write_attribute(live.name, &value, out);
            }
        }
        out.push('>');
        if self.kind == Kind::Void {
            return;
        }
        match &self.content {
            Content::Markup(markup) => out.push_str(markup),
            Content::Children(nodes) => write_all(nodes, out),
            Content::Following(children) => write_all(&children(), out),
        }
        out.push_str("</");
        out.push_str(self.tag);
        out.push('>');
    }
}

fn write_all(nodes: &[Node], out: &mut String) {
    nodes.iter().for_each(|node| match node {
        Node::Element(element) => element.write(out),
        Node::Text(text) => escape(text, out),
    });
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}

/// Safe in text and in double-quoted attributes.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

impl Render for Element {
    type State = State;

    fn build(self) -> State {
        State::build(self)
    }

    fn rebuild(self, state: &mut State) {
        state.patch(self);
    }
}

/// Elements take their attributes when they are made.
impl AddAnyAttr for Element {
    type Output<NewAttr: AnyAttr> = Self;

    fn add_any_attr<NewAttr: AnyAttr>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 64;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        self.write(buf);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> State {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let state = State::hydrate(self, cursor.current());
        cursor.set(state.node().clone());
        position.set(Position::NextChild);
        state
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::{el, svg};
    use leptos::tachys::view::RenderHtml as _;

    #[test]
    fn markup_is_written_escaped_and_flags_have_no_value() {
        let view = el("p")
            .class("note")
            .attr("title", "\"a\" <b> & c".to_owned())
            .attr("hidden", false)
            .attr("lang", None::<&str>)
            .child(["5 < ", "6 & more"])
            .child(el("input").attr("disabled", true).flag("checked", true))
            .child(None::<&str>)
            .child(svg("path").attr("d", "M0 0"));
        assert_eq!(
            view.to_html(),
            "<p class=\"note\" title=\"&quot;a&quot; &lt;b&gt; &amp; c\">5 &lt; 6 &amp; more\
             <input disabled checked><path d=\"M0 0\"></path></p>"
        );
    }
}
