//! What an element carries besides its children.

use super::{Node, Text};

/// An attribute; without a value it is left out.
pub(super) struct Attribute {
    pub(super) name: &'static str,
    pub(super) value: Option<Text>,
}

/// A flag that visitors change as well: a property of the document.
pub(super) struct Property {
    pub(super) name: &'static str,
    pub(super) on: bool,
}

/// An attribute that follows a signal.
pub(super) struct Live {
    pub(super) name: &'static str,
    pub(super) value: Box<dyn Fn() -> Option<Text> + Send>,
}

/// Children that follow signals.
pub(super) type Following = Box<dyn Fn() -> Vec<Node> + Send>;

/// What to do on an event.
pub(super) struct Handler {
    pub(super) event: &'static str,
    pub(super) run: Box<dyn FnMut(web_sys::Event) + Send>,
}

/// What to do once in the browser.
pub(super) type Mounted = Box<dyn FnOnce(web_sys::Element) + Send>;

/// What can be the value of an attribute.
pub trait Value {
    /// As text; `None` leaves the attribute out.
    fn text(self) -> Option<Text>;
}

impl Value for &'static str {
    fn text(self) -> Option<Text> {
        Some(Text::Borrowed(self))
    }
}

impl Value for String {
    fn text(self) -> Option<Text> {
        Some(Text::Owned(self))
    }
}

impl Value for bool {
    fn text(self) -> Option<Text> {
        self.then_some(Text::Borrowed(""))
    }
}

impl<V: Value> Value for Option<V> {
    fn text(self) -> Option<Text> {
        self.and_then(Value::text)
    }
}
