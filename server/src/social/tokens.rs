//! The colours of the site, from its style sheet.

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// The value of a colour, such as `accent`, in the light scheme. What is not there is
/// black; a test sees to it that nothing is.
pub fn color(name: &str) -> &'static str {
    let property = format!("--{name}: var(--light, ");
    let rest = TOKENS.lines().find_map(|line| line.trim().strip_prefix(&property));
    rest.and_then(|rest| rest.split_once(')')).map_or("#000000", |(value, _)| value)
}

#[cfg(test)]
mod tests {
    use catalogue::model::Theme;

    use super::*;

    #[test]
    fn every_color_of_a_picture_is_one_of_the_site() {
        let themes = Theme::ALL.map(|theme| format!("theme-{}", theme.as_str()));
        let names = [
            "ink",
            "ink-soft",
            "paper",
            "line",
            "accent",
            "accent-ink",
            "warm-line",
            "sea",
            "land",
            "shore",
            "border-line",
            "province-line",
            "map-ink",
            "theme-none",
        ];
        for name in names.iter().copied().chain(themes.iter().map(String::as_str)) {
            let color = color(name);
            assert!(color.starts_with('#') && color.len() == 7, "{name}: {color}");
            assert_ne!(color, "#000000", "{name}");
        }
        assert_eq!(color("accent"), "#0a5574");
    }
}
