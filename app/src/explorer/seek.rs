//! Looking for a value in a long facet.
//!
//! The box is no part of the filter: it has no name, so no form sends it, and
//! what is typed never reaches the address. It only hides rows of the document.
//! A new answer leaves that alone, since the rows of a facet stay where they are
//! and no view ever says that one is hidden.

use catalogue::model::Lang;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element as Dom, Event, HtmlInputElement, KeyboardEvent};

use crate::{i18n::Messages, site::Site};

/// The box, with a line that says how many values are left. Without a script
/// there is nothing to do for it, so style shows it only where the page answers.
pub fn seek(site: Site, heading: &'static str) -> impl IntoView {
    let Site { t, lang, .. } = site;
    let label = t.seek.fill(&[("facet", heading)]);
    let name = label.clone();
    view! {
        <div class="seek">
            <input
                type="search"
                autocomplete="off"
                aria-label=name
                placeholder=label
                on:input=move |event| {
                    event.stop_propagation();
                    narrow(&event, t, lang);
                }
                on:keydown=move |event| key(&event, t, lang)
            />
            // What is said here is the box's own, as with the button that shares.
            <p class="note seek-said" role="status"></p>
        </div>
    }
}

fn key(event: &KeyboardEvent, t: &Messages, lang: Lang) {
    match (event.key().as_str(), input(event)) {
        // Would send the form around the box.
        ("Enter", _) => event.prevent_default(),
        // An empty box leaves the key to the panel, which closes.
        ("Escape", Some(input)) if !input.value().is_empty() => {
            event.prevent_default();
            input.set_value("");
            narrow(event, t, lang);
        }
        _ => {}
    }
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// Hides every row whose name has not all that is typed.
fn narrow(event: &Event, t: &Messages, lang: Lang) {
    let Some(input) = input(event) else { return };
    let within = |selector| input.closest("fieldset").ok()??.query_selector(selector).ok()?;
    let (Some(list), Some(said)) = (within(".values"), within(".seek-said")) else { return };
    let typed = plain(&input.value());
    let (mut left, mut total) = (0, 0);
    let mut next = list.first_element_child();
    while let Some(row) = next {
        let hit = holds(&name(&row), &typed);
        let _ = row.toggle_attribute_with_force("hidden", !hit);
        left += usize::from(hit);
        total += 1;
        next = row.next_element_sibling();
    }
    let _ = list.toggle_attribute_with_force("data-sought", !typed.is_empty());
    let total = crate::i18n::number(lang, total);
    let words = t.seek_left.fill(left, lang, &[("total", &total)]);
    said.set_text_content((!typed.is_empty()).then_some(words.as_str()));
}

fn name(row: &Dom) -> String {
    let name = row.query_selector(".value-name").ok().flatten();
    plain(&name.and_then(|name| name.text_content()).unwrap_or_default())
}

/// Whether a plain name has every plain word somewhere in it.
fn holds(name: &str, typed: &str) -> bool {
    typed.split(' ').all(|word| name.contains(word))
}

/// A text without case and accents, for comparing and sorting. The browser takes
/// accents apart and letters small by itself: the tables for that would be a
/// tenth of all we send.
pub fn plain(text: &str) -> String {
    #[cfg(feature = "ssr")]
    return catalogue::query::fold(text).collect::<Vec<_>>().join(" ");
    #[cfg(not(feature = "ssr"))]
    return letters(&String::from(js_sys::JsString::from(text).normalize("NFKD").to_lower_case()));
}

/// What [`fold`](catalogue::query::fold) makes of a text that is small and
/// decomposed already, for the letters that names in our languages have.
#[cfg(any(test, not(feature = "ssr")))]
fn letters(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            'a'..='z' | '0'..='9' | '\u{100}'..='\u{1fff}' => plain.push(c),
            _ => plain.push(' '),
        }
    }
    plain.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_anywhere_in_a_name_whatever_their_accents() {
        let name = plain("France – Wallonie – Vlaanderen (FR-BE)");
        for typed in ["vlaan", "VLAANDEREN france", "", " ", "fr-be", "allonië"] {
            assert!(holds(&name, &plain(typed)), "{typed}");
        }
        assert!(!holds(&name, &plain("vlaanderen spain")));
        assert!(holds(&plain("Österreich–Česko"), &plain("osterreich cesko")));
    }

    #[test]
    fn the_browser_s_half_folds_as_the_server_does() {
        for (small, text) in [
            ("o\u{308}sterreich – c\u{30c}esko", "Österreich – Česko"),
            ("græs & ło\u{301}d\u{17a}", "Græs & Łódź"),
            ("søren’s stra\u{df}e (2014-2020)", "Søren’s Straße (2014-2020)"),
            ("βορ\u{3b5}\u{301}ας/с\u{435}вер", "Βορέας/Север"),
        ] {
            let small = small.replace('\u{17a}', "z\u{301}");
            assert_eq!(letters(&small), plain(text));
        }
    }
}
