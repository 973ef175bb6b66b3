//! Reads a page far enough to ask it something. Not a parser for any HTML: our
//! pages quote every value and escape every `<`, and that is itself a promise.

use std::borrow::Cow;

/// A page, as tags and the texts between them.
pub struct Html<'a> {
    pieces: Vec<Piece<'a>>,
}

enum Piece<'a> {
    Open(Tag),
    Close(&'a str),
    Text(&'a str),
}

/// An opening tag.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty for a flag.
    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Whether it has this class.
    pub fn has_class(&self, class: &str) -> bool {
        self.attr("class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
    }

    fn read(inside: &str) -> Self {
        let inside = inside.trim_end_matches('/').trim();
        let (name, mut rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name.is_empty() {
                break;
            }
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').unwrap(),
                None => {
                    assert!(!after.starts_with('='), "{name} in <{inside}> is not quoted");
                    ("", after)
                }
            };
            attributes.push((name.to_owned(), unescape(value).into_owned()));
            rest = after;
        }
        Self { name: name.to_owned(), attributes }
    }
}

impl<'a> Html<'a> {
    /// Takes a page apart.
    pub fn of(page: &'a str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = page;
        while let Some(start) = rest.find('<') {
            if start > 0 {
                pieces.push(Piece::Text(&rest[..start]));
            }
            rest = &rest[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").unwrap().1;
                continue;
            }
            let end = end_of_tag(rest);
            let inside = &rest[1..end];
            rest = &rest[end + 1..];
            if let Some(name) = inside.strip_prefix('/') {
                pieces.push(Piece::Close(name));
            } else if !inside.starts_with(['!', '?']) {
                let tag = Tag::read(inside);
                // What stands in a script is no markup.
                let raw = matches!(tag.name.as_str(), "script" | "style");
                let close = raw.then(|| rest.find(&format!("</{}>", tag.name)).unwrap());
                pieces.push(Piece::Open(tag));
                if let Some(close) = close {
                    pieces.push(Piece::Text(&rest[..close]));
                    rest = &rest[close..];
                }
            }
        }
        Self { pieces }
    }

    /// Every opening tag.
    pub fn tags(&self) -> impl Iterator<Item = &Tag> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Open(tag) => Some(tag),
            _ => None,
        })
    }

    /// Every opening tag of this name.
    pub fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Tag> {
        self.tags().filter(move |tag| tag.name == name)
    }

    /// The first tag of this name.
    #[track_caller]
    pub fn first(&self, name: &str) -> &Tag {
        self.tags().find(|tag| tag.name == name).unwrap()
    }

    /// Every opening tag, and whether it stands inside an element of this name.
    pub fn tags_inside<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'s Tag, bool)> {
        let mut depth = 0;
        self.pieces.iter().filter_map(move |piece| {
            let found = match piece {
                Piece::Open(tag) => Some((tag, depth > 0)),
                _ => None,
            };
            match piece {
                Piece::Open(tag) if tag.name == name => depth += 1,
                Piece::Close(closed) if *closed == name => depth -= 1,
                _ => {}
            }
            found
        })
    }

    /// The query that a browser would send of the page's only form with this class.
    pub fn sent(&self, class: &str) -> String {
        let begin = |piece: &&Piece<'_>| matches!(piece, Piece::Open(tag) if tag.name == "form" && tag.has_class(class));
        let inside = self.pieces.iter().skip_while(|piece| !begin(piece));
        let inside = inside.take_while(|piece| !matches!(piece, Piece::Close("form")));
        let mut sent: Vec<(String, String)> = vec![];
        let mut select: Option<(String, Option<String>)> = None;
        for piece in inside {
            match piece {
                Piece::Open(tag) if tag.attr("disabled").is_some() => {}
                Piece::Open(tag) if tag.name == "select" => {
                    select = Some((tag.attr("name").unwrap().to_owned(), None));
                }
                Piece::Open(tag) if tag.name == "option" => {
                    let value = tag.attr("value").unwrap().to_owned();
                    let (_, chosen) = select.as_mut().unwrap();
                    if chosen.is_none() || tag.attr("selected").is_some() {
                        *chosen = Some(value);
                    }
                }
                Piece::Close("select") => {
                    let (name, value) = select.take().unwrap();
                    sent.extend(value.map(|value| (name, value)));
                }
                Piece::Open(tag) if tag.name == "input" => {
                    let ticked = matches!(tag.attr("type"), Some("checkbox" | "radio"));
                    let name =
                        tag.attr("name").filter(|_| !ticked || tag.attr("checked").is_some());
                    let value = tag.attr("value").unwrap_or_default().to_owned();
                    sent.extend(name.map(|name| (name.to_owned(), value)));
                }
                _ => {}
            }
        }
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(sent).finish()
    }

    /// The texts of all elements of this name.
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.texts_of(|tag| tag.name == name)
    }

    /// The texts of all elements with this class.
    pub fn texts_with(&self, class: &str) -> Vec<String> {
        self.texts_of(|tag| tag.has_class(class))
    }

    /// The texts of all elements that are wanted.
    pub fn texts_of(&self, wanted: impl Fn(&Tag) -> bool) -> Vec<String> {
        let mut texts = Vec::new();
        for (place, piece) in self.pieces.iter().enumerate() {
            if let Piece::Open(tag) = piece
                && wanted(tag)
            {
                texts.push(self.text_from(place + 1, &tag.name));
            }
        }
        texts
    }

    /// The text from a place up to where the element of this name ends.
    fn text_from(&self, place: usize, name: &str) -> String {
        let (mut text, mut depth) = (String::new(), 1);
        for piece in &self.pieces[place..] {
            match piece {
                Piece::Text(part) => text += &unescape(part),
                Piece::Open(tag) if tag.name == name => depth += 1,
                Piece::Close(closed) if *closed == name => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        text
    }
}

/// Where a tag ends: at the first `>` that stands in no value.
fn end_of_tag(text: &str) -> usize {
    let mut quoted = false;
    let end = text.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    end.unwrap()
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)).into()
}

#[test]
fn tags_attributes_and_texts_are_read() {
    let html = Html::of(
        "<!DOCTYPE html><!-- <b> --><p class=\"a b\" hidden title=\"1 > 0 &amp; &quot;\">x <i>&lt;y&gt;</i></p>\
         <script>if (1 < 2) { \"<p>\" }</script><br/><p>z</p>",
    );
    let p = html.first("p");
    assert!(p.has_class("b") && !p.has_class("c"));
    assert_eq!((p.attr("hidden"), p.attr("title")), (Some(""), Some("1 > 0 & \"")));
    assert_eq!(html.texts("p"), ["x <y>", "z"]);
    assert_eq!(html.all("br").count(), 1);
    assert_eq!(html.texts("script"), ["if (1 < 2) { \"<p>\" }"]);
}
