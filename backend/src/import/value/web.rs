//! Reads web addresses, with or without a scheme.

use catalogue::model::web_address;

/// An address for a link; `None` if it is not one.
pub fn web(text: &str) -> Option<String> {
    let text = text.trim();
    let schemes = ["https://", "http://"];
    let known = schemes
        .into_iter()
        .find_map(|scheme| Some((scheme, strip_prefix_ignoring_case(text, scheme)?)));
    // An address without a scheme gets one.
    let (scheme, rest) = known.unwrap_or(("https://", text));
    let address = format!("{scheme}{rest}");
    web_address::check(&address).is_ok().then_some(address)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_gets_its_beginning_and_nothing_else_gets_in() {
        assert_eq!(web("www.kamenin.sk").as_deref(), Some("https://www.kamenin.sk"));
        assert_eq!(web("HTTP://a.eu/x?y").as_deref(), Some("http://a.eu/x?y"));
        for bad in [
            "javascript:alert(1)",
            "none yet",
            "http://",
            "a",
            "ftp://a.eu",
            "https://a b.eu",
            "https://a.eu/\njavascript:alert(1)",
            "www.a.eu\thttps://b.eu",
            "https://user:pass@a.eu/",
            "keep.eu@a.eu",
            "https://a.eu/'x",
            "https://a.eu\\@b.eu",
            "https://a.eu/\u{202e}gpj",
            "\u{feff}https://a.eu",
            "info@a.eu",
        ] {
            assert_eq!(web(bad), None, "{bad}");
        }
    }
}
