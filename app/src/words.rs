//! Small pieces of text that many views show.

use catalogue::{
    filter::Years,
    model::{LangTag, LocalText, PartialDate, Slug},
};
use leptos::prelude::*;

use crate::{
    explorer::labels,
    i18n::{self, Pattern},
    piece::{IntoPiece as _, Piece},
    site::Site,
};

/// The note behind a text in another language than the page's. There is none
/// where the language is unknown.
pub fn language_note(site: Site, text: &LocalText) -> Option<String> {
    let tag = text.lang.as_str();
    (tag != site.lang.tag() && !text.lang.is_undetermined())
        .then(|| site.t.in_language.fill(&[("language", i18n::language(site.lang, tag))]))
}

/// The `lang` attribute of a text: none where the page says it already, and an
/// empty one where it is unknown, so that it is not taken for the page's.
pub fn lang(site: Site, text: &LocalText) -> Option<String> {
    let tag = if text.lang.is_undetermined() { "" } else { text.lang.as_str() };
    (tag != site.lang.tag()).then(|| tag.to_owned())
}

/// The `dir` attribute of a language: only those that are written from the right have one.
fn direction(lang: &LangTag) -> Option<&'static str> {
    matches!(lang.as_str(), "ar" | "he").then_some("rtl")
}

/// A longer text in its own language: a paragraph for each of its paragraphs, and a note
/// behind the last where that is not the page's language.
pub fn paragraphs(site: Site, class: &'static str, text: LocalText) -> Piece {
    let LocalText { lang, text } = text;
    let parts = text.split('\n').map(str::trim).filter(|part| !part.is_empty());
    let mut parts: Vec<String> = parts.map(str::to_owned).collect();
    let last = parts.pop().unwrap_or_default();
    let dir = direction(&lang);
    let tag = self::lang(site, &LocalText { lang: lang.clone(), text: String::new() });
    let parts: Vec<_> = parts
        .into_iter()
        .map(|part| view! { <p class=class lang=tag.clone() dir=dir>{part}</p> })
        .collect();
    view! {
        {parts}
        {local_text(site, class, LocalText { lang, text: last })}
    }
    .into_piece()
}

/// A text in its own language, with a note where that is not the page's.
pub fn local_text(site: Site, class: &'static str, text: LocalText) -> Piece {
    let note = language_note(site, &text);
    let dir = direction(&text.lang);
    let lang = lang(site, &text);
    let note = note.map(|note| {
        view! { <span class="language-note">{format!(" ({note})")}</span> }
    });
    view! {
        <p class=class>
            <span lang=lang dir=dir>
                {text.text}
            </span>
            {note}
        </p>
    }
    .into_piece()
}

/// The class of a name set large: a few "acronyms" are whole sentences.
pub fn name_class(name: &str) -> &'static str {
    match name.chars().count() {
        0..=28 => "name",
        29..=70 => "name long",
        _ => "name longest",
    }
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

/// The years in which something ran, in words.
pub fn years(site: Site, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
    let year = |date: PartialDate| date.year();
    let years = Years { from: start.map(year), to: end.map(year) };
    match years {
        Years { from: Some(from), to: Some(to) } if from == to => from.to_string(),
        Years { from: Some(from), to: Some(to) } => format!("{from}–{to}"),
        years => labels::years(site.t, years).unwrap_or_else(|| site.t.ran_unknown.to_owned()),
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

/// A pattern whose gap is filled with links: "Presented by A and B".
pub fn linked<T>(
    site: Site,
    pattern: Pattern,
    items: &[T],
    link: impl Fn(&T) -> Piece,
) -> Option<Piece> {
    let last = items.len().checked_sub(1)?;
    let (before, after) = pattern.around();
    let part = |(place, item): (usize, &T)| {
        let between = match place {
            0 => String::new(),
            place if place == last => format!(" {} ", site.t.and),
            _ => ", ".to_owned(),
        };
        view! {
            {(place > 0).then_some(between)}
            {link(item)}
        }
    };
    let parts: Vec<_> = items.iter().enumerate().map(part).collect();
    let before = (!before.is_empty()).then_some(before);
    let after = (!after.is_empty()).then_some(after);
    Some(view! { {before} {parts} {after} }.into_piece())
}

/// The names of home cities; their slugs begin the names that are not known here.
pub fn cities(site: Site, slugs: &[Slug], name: impl Fn(&Slug) -> String) -> String {
    list(site, &slugs.iter().map(name).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without the markers for hydration.
    fn shown(tag: &str) -> String {
        let lang = LangTag::try_from(tag.to_owned()).unwrap();
        let text = LocalText { lang, text: "Łódź".to_owned() };
        local_text(Site::of_path("/en"), "x", text).to_html().replace("<!>", "")
    }

    #[test]
    fn a_text_says_its_language_where_it_is_not_the_page_s() {
        assert_eq!(shown("en"), "<p class=\"x\"><span>Łódź</span></p>");
        assert_eq!(
            shown("pl"),
            "<p class=\"x\"><span lang=\"pl\">Łódź</span>\
             <span class=\"language-note\"> (in Polish)</span></p>"
        );
        assert!(shown("he").contains("<span lang=\"he\" dir=\"rtl\">"));
    }

    #[test]
    fn an_unknown_language_is_neither_named_nor_taken_for_the_page_s() {
        assert_eq!(shown("und"), "<p class=\"x\"><span lang=\"\">Łódź</span></p>");
    }
}
