//! What an embed changes of the style sheet, for one `<style>` with a nonce.
//!
//! Everything in it is written from a type, so nothing that stood in an address
//! comes to stand in a style sheet. It goes into the layer of the tokens: paper and
//! forced colours, which come in later layers, still have the last word.

use catalogue::embed::{Accent, Embed, Scheme};

use super::contrast::{DARK_INK, WHITE, in_dark, in_light, soft};

/// `--paper` in dark colours.
const DARK_PAPER: Accent = Accent { red: 0x17, green: 0x21, blue: 0x2a };

/// The rules for an embed; none where everything is as we have it.
pub fn style(embed: &Embed) -> Option<String> {
    // Exhaustive on purpose: a new field must be thought about here. Those without
    // a rule are attributes of the page, or no matter of style.
    let Embed {
        accent,
        radius,
        font,
        scheme,
        lock: _,
        hide: _,
        in_new_tab: _,
        is_compact: _,
        heading: _,
    } = embed;
    let mut rules = accent.map(|accent| accent_style(accent, *scheme)).unwrap_or_default();
    let mut own = String::new();
    if let Some(radius) = radius {
        own += &format!("--radius:{radius}px;--radius-small:{}px;", radius / 2);
    }
    if let Some(font) = font {
        // Letters, digits, blanks and hyphens: nothing that ends a string.
        own += &format!("--font:\"{font}\",system-ui,sans-serif;");
    }
    if let Some(scheme) = scheme.as_str() {
        own += &format!("color-scheme:{scheme};");
    }
    if !own.is_empty() {
        rules += &format!("{ROOT}{{{own}}}");
    }
    (!rules.is_empty()).then(|| format!("@layer tokens{{{rules}}}"))
}

/// More specific than the style sheet's own `:root`, wherever that stands.
const ROOT: &str = "html:root:root";

/// The accent and what is derived from it, in light and in dark colours. It is
/// legible in both, whatever was asked for.
pub fn accent_style(accent: Accent, scheme: Scheme) -> String {
    let tokens = |accent: Accent, soft: Accent, ink: Accent| {
        format!("{ROOT}{{--accent:#{accent};--accent-soft:#{soft};--accent-ink:#{ink}}}")
    };
    let (light, dark) = (in_light(accent), in_dark(accent));
    let light = tokens(light, soft(light, WHITE, 0.12), WHITE);
    let dark = tokens(dark, soft(dark, DARK_PAPER, 0.2), DARK_INK);
    match scheme {
        Scheme::Light => light,
        Scheme::Dark => dark,
        Scheme::Auto => format!("{light}@media(prefers-color-scheme:dark){{{dark}}}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../../style/tokens.css");

    fn of(query: &str) -> Option<String> {
        style(&Embed::from_query(query).0)
    }

    #[test]
    fn what_is_as_we_have_it_needs_no_rule() {
        assert_eq!(of(""), None);
        assert_eq!(of("hide=map&heading=3&open=tab&cards=compact&lock=city%3Dassen"), None);
    }

    #[test]
    fn each_choice_is_a_token() {
        let style = of("accent=154273&radius=9&font=Fira+Sans&scheme=light").unwrap();
        assert_eq!(
            style,
            "@layer tokens{html:root:root{--accent:#154273;--accent-soft:#e3e8ee;--accent-ink:#ffffff}\
             html:root:root{--radius:9px;--radius-small:4px;--font:\"Fira Sans\",system-ui,sans-serif;\
             color-scheme:light;}}"
        );
        let both = of("accent=154273").unwrap();
        assert!(both.contains("@media(prefers-color-scheme:dark){html:root:root{--accent:#"));
        assert!(!of("accent=154273&scheme=dark").unwrap().contains("@media"));
    }

    #[test]
    fn nothing_of_an_address_stands_in_it() {
        for query in ["accent=red;}*{", "font=a\"};b", "radius=1;x", "scheme=dark;}"] {
            assert_eq!(of(query), None, "{query}");
        }
    }

    #[test]
    fn the_paper_is_that_of_the_style_sheet() {
        let paper = format!("--paper: var(--light, #{WHITE}) var(--dark, #{DARK_PAPER});");
        assert!(TOKENS.contains(&paper), "{paper}");
    }
}
