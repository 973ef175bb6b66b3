//! Addresses of pages, with or without their beginning.

/// An address that can be linked to; `None` where it is none.
pub fn web(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| strip_prefix_ignoring_case(text, scheme));
    let (address, host) = match rest {
        Some(rest) => (text.to_owned(), rest),
        // Whoever leaves it out means a page all the same.
        None => (format!("https://{text}"), text),
    };
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let label = |c: char| c.is_alphanumeric() || "-._:".contains(c);
    let well_formed = host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && host.chars().all(label)
        && !address.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
    let scheme = address.find("://").map_or(0, |end| end);
    well_formed.then(|| address[..scheme].to_ascii_lowercase() + &address[scheme..])
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
        for bad in
            ["javascript:alert(1)", "none yet", "http://", "a", "ftp://a.eu", "https://a b.eu"]
        {
            assert_eq!(web(bad), None, "{bad}");
        }
    }
}
