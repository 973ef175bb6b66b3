//! Whether a colour can be read, and the nearest one that can.
//!
//! The measure is WCAG 2.2: relative luminance and contrast ratio, and 4.5:1 for
//! text (success criterion 1.4.3). A colour that fails keeps its hue and its
//! saturation in HSL and changes its lightness only. OKLCH would keep how colourful
//! it looks more evenly, but leaves what screens can show, and bringing it back
//! changes the hue again; with HSL every channel grows with the lightness, so that
//! the contrast does as well, and the first that passes is the nearest.

use catalogue::embed::Accent;

/// What text must have.
pub const ENOUGH: f64 = 4.5;

/// White: the text on a button, in light colours.
pub const WHITE: Accent = colour(0xff_ff_ff);
/// The darkest that accents are written on in light colours: `--background`.
pub const LIGHT: Accent = colour(0xf4_f6_f5);
/// The lightest that accents are written on in dark colours: `--accent-soft`.
pub const DARK: Accent = colour(0x1b_35_42);
/// The text on a button, in dark colours: `--accent-ink`.
pub const DARK_INK: Accent = colour(0x08_21_2d);

const fn colour(rgb: u32) -> Accent {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Accent { red, green, blue }
}

/// How light a colour is, from 0 to 1.
pub fn luminance(colour: Accent) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/// The contrast of two colours, from 1 to 21.
pub fn ratio(one: Accent, other: Accent) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Whether text in one of them can be read on the other.
pub fn passes(one: Accent, other: Accent) -> bool {
    ratio(one, other) >= ENOUGH
}

/// The colour itself where it can be read on the background, else the one of the
/// same hue and the nearest lightness that can. On a background of middling
/// lightness that is black or white.
pub fn nearest_passing(accent: Accent, background: Accent) -> Accent {
    if passes(accent, background) {
        return accent;
    }
    let (hue, saturation, lightness) = hsl(accent);
    let darker = passes(colour(0), background);
    // Half of what a channel can tell apart.
    const STEP: f64 = 1.0 / 512.0;
    let steps = (1..=512).map(|n| f64::from(n) * STEP);
    let end = if darker { 0.0 } else { 1.0 };
    steps
        .map(|step| if darker { lightness - step } else { lightness + step })
        .take_while(|lightness| (0.0..=1.0).contains(lightness))
        .chain([end])
        .map(|lightness| rgb(hue, saturation, lightness))
        .find(|candidate| passes(*candidate, background))
        .unwrap_or(if darker { colour(0) } else { WHITE })
}

/// The accent as it is shown in light colours: legible on every surface, and white
/// on it.
pub fn in_light(accent: Accent) -> Accent {
    // White is lighter still than the background, so this is enough for both.
    nearest_passing(accent, LIGHT)
}

/// The accent as it is shown in dark colours.
pub fn in_dark(accent: Accent) -> Accent {
    nearest_passing(accent, DARK)
}

/// As much of the accent in the paper, up to a tenth or so, as leaves the accent
/// legible on it: what lies under a link that is pointed at.
pub fn soft(accent: Accent, paper: Accent, at_most: f64) -> Accent {
    let mix = |share: f64| {
        let channel = |accent: u8, paper: u8| {
            (f64::from(accent) * share + f64::from(paper) * (1.0 - share)).round() as u8
        };
        Accent {
            red: channel(accent.red, paper.red),
            green: channel(accent.green, paper.green),
            blue: channel(accent.blue, paper.blue),
        }
    };
    let shares = (0..=20).rev().map(|n| at_most * f64::from(n) / 20.0);
    shares.map(mix).find(|soft| passes(*soft, accent)).unwrap_or(paper)
}

/// Hue in sixths of a turn, saturation and lightness from 0 to 1.
fn hsl(colour: Accent) -> (f64, f64, f64) {
    let [red, green, blue] = [colour.red, colour.green, colour.blue].map(|c| f64::from(c) / 255.0);
    let (max, min) = (red.max(green).max(blue), red.min(green).min(blue));
    let (range, lightness) = (max - min, f64::midpoint(max, min));
    if range == 0.0 {
        return (0.0, 0.0, lightness);
    }
    let saturation = range / (1.0 - (2.0 * lightness - 1.0).abs());
    let hue = if max == red {
        ((green - blue) / range).rem_euclid(6.0)
    } else if max == green {
        (blue - red) / range + 2.0
    } else {
        (red - green) / range + 4.0
    };
    (hue, saturation, lightness)
}

fn rgb(hue: f64, saturation: f64, lightness: f64) -> Accent {
    // https://www.w3.org/TR/css-color-4/#hsl-to-rgb
    let reach = saturation * lightness.min(1.0 - lightness);
    let channel = |n: f64| {
        let k = (n + hue * 2.0) % 12.0;
        let value = lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        (value.clamp(0.0, 1.0) * 255.0).round() as u8
    };
    Accent { red: channel(0.0), green: channel(8.0), blue: channel(4.0) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKENS: &str = include_str!("../../../../style/tokens.css");

    fn of(text: &str) -> Accent {
        text.parse().unwrap()
    }

    prop_compose! {
        fn colours()([red, green, blue] in any::<[u8; 3]>()) -> Accent {
            Accent { red, green, blue }
        }
    }

    #[test]
    fn the_surfaces_are_those_of_the_style_sheet() {
        for (name, value) in [
            ("background: var(--light", LIGHT),
            ("accent-soft: var(--light, #e2eff4) var(--dark", DARK),
            ("accent-ink: var(--light, #ffffff) var(--dark", DARK_INK),
        ] {
            assert!(TOKENS.contains(&format!("--{name}, #{value})")), "{name}");
        }
    }

    #[test]
    fn known_ratios() {
        assert!((ratio(colour(0), WHITE) - 21.0).abs() < 1e-9);
        assert!((ratio(of("767676"), WHITE) - 4.54).abs() < 0.01);
        assert!((ratio(of("777777"), WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn our_own_accent_passes_and_yellow_becomes_a_darker_yellow() {
        assert_eq!(in_light(of("0a5574")), of("0a5574"));
        let yellow = in_light(of("ffcc00"));
        assert!(yellow.red > yellow.green && yellow.green > 80 && yellow.blue == 0, "{yellow}");
        assert!(ratio(yellow, LIGHT) < 4.7, "no darker than needed: {yellow}");
    }

    proptest! {
        #[test]
        fn the_nearest_passes_in_light_and_in_dark(accent in colours()) {
            let (light, dark) = (in_light(accent), in_dark(accent));
            prop_assert!(passes(light, LIGHT) && passes(light, WHITE), "{}", light);
            prop_assert!(passes(dark, DARK) && passes(dark, DARK_INK), "{}", dark);
            prop_assert!(passes(light, soft(light, WHITE, 0.12)));
            prop_assert!(passes(dark, soft(dark, of("17212a"), 0.2)));
        }

        #[test]
        fn on_any_background_something_passes(accent in colours(), background in colours()) {
            prop_assert!(passes(nearest_passing(accent, background), background));
        }

        #[test]
        fn what_passes_stays(accent in colours(), background in colours()) {
            let nearest = nearest_passing(accent, background);
            prop_assert_eq!(nearest_passing(nearest, background), nearest);
            prop_assert_eq!(passes(accent, background), nearest == accent);
        }

        #[test]
        fn hue_and_saturation_come_back(accent in colours()) {
            let (hue, saturation, lightness) = hsl(accent);
            prop_assert_eq!(rgb(hue, saturation, lightness), accent);
        }
    }
}
