//! What a page is made of for a parser that follows the standard (WHATWG HTML).

use std::collections::BTreeSet;

use html5ever::{ParseOpts, QualName, parse_document, parse_fragment, tendril::TendrilSink as _};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Attributes that hold texts for people, or what was typed.
const TEXTS: [&str; 9] = [
    "title",
    "alt",
    "content",
    "value",
    "aria-label",
    "placeholder",
    "nonce",
    "data-basemap-credit",
    "label",
];

/// An element of a page, as far as it is no text.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Part {
    pub depth: usize,
    pub name: String,
    /// Those that hold a text for people without it.
    pub attributes: Vec<(String, String)>,
}

/// A page as a parser sees it.
pub struct Page {
    pub parts: Vec<Part>,
    pub title: Option<String>,
    /// Contents of scripts and styles, which are no markup.
    pub code: Vec<String>,
}

/// Reads a whole page.
pub fn page(html: &str) -> Page {
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    Page::of(&dom.document)
}

/// Reads a piece of a page, as it is put into one.
pub fn fragment(html: &str) -> Page {
    let within = QualName::new(None, html5ever::ns!(html), html5ever::local_name!("div"));
    let dom =
        parse_fragment(RcDom::default(), ParseOpts::default(), within, vec![], false).one(html);
    Page::of(&dom.document)
}

/// A link without the text that it searches for (`q`), which is the first of its query, as
/// long as that is escaped through and through.
fn without_text(href: &str) -> String {
    let Some((path, query)) = href.split_once("?q=") else { return href.to_owned() };
    let (text, rest) = query.split_once('&').unwrap_or((query, ""));
    let escaped = |byte: u8| byte.is_ascii_alphanumeric() || b"%-._~,/".contains(&byte);
    if text.bytes().all(escaped) { format!("{path}?q=&{rest}") } else { href.to_owned() }
}

impl Page {
    fn of(document: &Handle) -> Self {
        let mut page = Self { parts: Vec::new(), title: None, code: Vec::new() };
        page.walk(document, 0);
        page
    }

    fn walk(&mut self, node: &Handle, depth: usize) {
        match &node.data {
            NodeData::Element { name, attrs, template_contents, .. } => {
                let name = name.local.to_string();
                let attributes = attrs.borrow();
                let mut attributes: Vec<_> = attributes
                    .iter()
                    .map(|it| (it.name.local.to_string(), it.value.to_string()))
                    .map(|(name, value)| {
                        let value = match &*name {
                            "href" => without_text(&value),
                            _ if TEXTS.contains(&&*name) => String::new(),
                            _ => value,
                        };
                        (name, value)
                    })
                    .collect();
                attributes.sort();
                match name.as_str() {
                    "title" if self.title.is_none() => self.title = Some(text(node)),
                    "script" | "style" => self.code.push(text(node)),
                    _ => {}
                }
                self.parts.push(Part { depth, name, attributes });
                if let Some(content) = &*template_contents.borrow() {
                    self.walk(content, depth + 1);
                }
            }
            NodeData::Comment { contents } => {
                let attributes = vec![(String::new(), contents.to_string())];
                self.parts.push(Part { depth, name: "<!--".to_owned(), attributes });
            }
            NodeData::ProcessingInstruction { target, .. } => {
                let attributes = vec![(String::new(), target.to_string())];
                self.parts.push(Part { depth, name: "<?".to_owned(), attributes });
            }
            _ => {}
        }
        node.children.borrow().iter().for_each(|child| self.walk(child, depth + 1));
    }

    /// Names of elements with the names of their attributes, and where links lead.
    pub fn kinds(&self) -> BTreeSet<(String, Vec<String>)> {
        let names = |part: &Part| part.attributes.iter().map(|(name, _)| name.clone()).collect();
        self.parts.iter().map(|part| (part.name.clone(), names(part))).collect()
    }

    /// Everything that a browser would load or follow.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let names =
            ["href", "src", "action", "formaction", "xlink:href", "data", "srcset", "poster"];
        let all = self.parts.iter().flat_map(|part| &part.attributes);
        all.filter(move |(name, _)| names.contains(&&**name)).map(|(_, value)| &**value)
    }
}

fn text(node: &Handle) -> String {
    let children = node.children.borrow();
    let texts = children.iter().filter_map(|child| match &child.data {
        NodeData::Text { contents } => Some(contents.borrow().to_string()),
        _ => None,
    });
    texts.collect()
}
