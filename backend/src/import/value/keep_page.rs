//! Pages of projects in keep.eu.

/// The address of a project's page in a form for comparison: without scheme, `www.` and a
/// final slash. `None` for the address of a whole site.
pub fn keep_page(url: &str) -> Option<String> {
    let url = url.trim().trim_end_matches('/');
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let page = rest.strip_prefix("www.").unwrap_or(rest).to_lowercase();
    page.contains('/').then_some(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_the_same_with_and_without_its_beginning() {
        let same = ["https://keep.eu/projects/1", "http://www.keep.eu/projects/1/"];
        assert_eq!(keep_page(same[0]), keep_page(same[1]));
        assert_ne!(keep_page(same[0]), keep_page("https://keep.eu/projects/2"));
        assert_eq!(keep_page("https://www.keep.eu/"), None);
    }
}
