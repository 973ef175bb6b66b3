//! Small pieces of text that many views show.

use catalogue::model::{LocalText, PartialDate, Slug};
use leptos::prelude::*;

use crate::{
    i18n,
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

/// A text in its own language, with a note where that is not the page's.
pub fn local_text(site: Site, class: &'static str, text: LocalText) -> Piece {
    let note = language_note(site, &text);
    let leftward = matches!(text.lang.as_str(), "ar" | "he").then_some("rtl");
    let lang = lang(site, &text);
    let note = note.map(|note| {
        view! { <span class="language-note">{format!(" ({note})")}</span> }
    });
    view! {
        <p class=class>
            <span lang=lang dir=leftward>
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

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::model::LangTag;

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
