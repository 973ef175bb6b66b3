//! Views as HTML that no client hydrates, such as a fragment for another site's page.

use leptos::prelude::*;

/// What Leptos writes where a client needs to know that one node ends and another
/// begins.
const MARKER: &str = "<!>";

/// The HTML of a view without the markers for hydration. Texts and values of attributes
/// are escaped, so nothing else in it can look like a marker.
pub fn plain(view: impl IntoView) -> String {
    view.into_view().to_html().replace(MARKER, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_no_markers_and_keeps_every_text_that_looks_like_one() {
        let absent = None::<String>;
        let texts = vec!["<!>", "a"];
        let view = view! { <p title="<!>".to_owned()>{texts} "b" {absent} <b>"c"</b></p> };
        assert_eq!(plain(view), "<p title=\"&lt;!&gt;\">&lt;!&gt;ab<b>c</b></p>");
    }
}
