//! Small pieces of text that many views show.

use crate::{
    i18n,
    markup::{Element, el},
    site::Site,
};
use catalogue::model::{LocalText, PartialDate, Slug};

/// The note behind a text in another language than the page's.
pub fn language_note(site: Site, text: &LocalText) -> Option<String> {
    let tag = text.lang.as_str();
    (tag != site.lang.tag())
        .then(|| site.t.in_language.fill(&[("language", i18n::language(site.lang, tag))]))
}

/// A text in its own language, with a note where that is not the page's.
pub fn local_text(site: Site, class: &'static str, text: LocalText) -> Element {
    let note = language_note(site, &text);
    let lang = note.is_some().then(|| text.lang.as_str().to_owned());
    el("p")
        .class(class)
        .child(el("span").attr("lang", lang).child(text.text))
        .child(note.map(|note| el("span").class("language-note").child(format!(" ({note})"))))
}

/// When something ran, in words.
pub fn ran(site: Site, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
    let t = site.t;
    let date = |date| i18n::date(site.lang, date);
    match (start.map(date), end.map(date)) {
        (Some(from), Some(to)) => t.ran.fill(&[("from", &from), ("to", &to)]),
        (Some(from), None) => t.ran_from.fill(&[("from", &from)]),
        (None, Some(to)) => t.ran_to.fill(&[("to", &to)]),
        (None, None) => t.ran_unknown.to_owned(),
    }
}

/// Several things in a row: "a, b and c".
pub fn list(site: Site, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), site.t.and),
    }
}

/// The names of home cities; their slugs begin the names that are not known here.
pub fn cities(site: Site, slugs: &[Slug], name: impl Fn(&Slug) -> String) -> String {
    list(site, &slugs.iter().map(name).collect::<Vec<_>>())
}
