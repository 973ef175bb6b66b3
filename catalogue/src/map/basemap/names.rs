//! Writes placed names as SVG: a dot for each town, then its name.

use std::fmt::Write;

use super::label::{DOT, Label};

/// Writes placed names as a group of dots and texts.
pub(super) fn write(out: &mut String, labels: &[Label]) {
    if labels.is_empty() {
        return;
    }
    out.push_str("<g class=\"towns\">");
    for label in labels {
        let (x, y) = label.dot;
        if label.dotted {
            let _ = write!(out, "<circle cx=\"{x:.0}\" cy=\"{y:.0}\" r=\"{DOT}\"/>");
        }
    }
    for Label { name, home, area, side, .. } in labels {
        let (x, anchor) = match side.0 {
            1 => (area.left, ""),
            -1 => (area.right, " text-anchor=\"end\""),
            _ => (f64::midpoint(area.left, area.right), " text-anchor=\"middle\""),
        };
        // The baseline lies where letters without descenders look centred.
        let y = area.bottom - (area.bottom - area.top) * 0.16;
        let class = if *home { " class=\"home\"" } else { "" };
        let _ = write!(out, "<text{class} x=\"{x:.0}\" y=\"{y:.0}\"{anchor}>");
        escape(out, name);
        out.push_str("</text>");
    }
    out.push_str("</g>");
}

/// What XML cannot have at all is left out: pictures for links are read as XML.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() => {}
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_become_markup() {
        let mut out = String::new();
        escape(&mut out, "Bosch & <Du\0i\u{fffe}n>");
        assert_eq!(out, "Bosch &amp; &lt;Duin&gt;");
    }
}
