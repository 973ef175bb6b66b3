//! How long a tile counts as new, as its source says it.

use std::time::Duration;

use axum::http::{HeaderMap, header};

use crate::config::FetchLimits;

/// How long an answer counts as new, by its `Cache-Control` within our bounds.
/// `s-maxage` is meant for the likes of us and goes before `max-age`.
pub(super) fn fresh(headers: &HeaderMap, limits: &FetchLimits) -> Duration {
    let values = headers.get_all(header::CACHE_CONTROL).iter();
    let text: Vec<&str> = values.filter_map(|value| value.to_str().ok()).collect();
    let text = text.join(",").to_ascii_lowercase();
    let directives = || text.split(',').map(str::trim);
    let seconds = |name: &str| {
        let mut found = directives().filter_map(|it| it.split_once('='));
        let value = found.find(|(word, _)| word.trim() == name)?.1;
        value.trim().trim_matches('"').parse().ok().map(Duration::from_secs)
    };
    let (least, most) = limits.fresh;
    if directives().any(|it| matches!(it, "no-store" | "no-cache" | "private")) {
        return least;
    }
    let said = seconds("s-maxage").or_else(|| seconds("max-age"));
    said.unwrap_or(limits.fresh_by_default).clamp(least, most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_says_how_long_within_bounds() {
        let said = |text: &'static str| {
            let value = axum::http::HeaderValue::from_static(text);
            let headers = HeaderMap::from_iter([(header::CACHE_CONTROL, value)]);
            fresh(&headers, &FetchLimits::default()).as_secs()
        };
        assert_eq!(said("public, max-age=7200"), 7_200);
        assert_eq!(said("max-age=7200, S-MaxAge=\"9000\""), 9_000);
        assert_eq!(said("max-age=0"), 3_600);
        assert_eq!(said("max-age=99999999999"), 30 * 86_400);
        assert_eq!(said("max-age=soon"), 86_400);
        assert_eq!(said("public"), 86_400);
        assert_eq!(said("no-store, max-age=86400"), 3_600);
        assert_eq!(fresh(&HeaderMap::new(), &FetchLimits::default()).as_secs(), 86_400);
    }
}
