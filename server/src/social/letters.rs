//! How much room words take, and how they are broken into lines.

use super::pixels;
use crate::oembed::escape;

/// Words as they are set: size in pixels and weight.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    pub size: f64,
    pub weight: u16,
}

/// Some words in lines of a size at which they fit.
#[derive(Debug)]
pub struct Block {
    pub lines: Vec<String>,
    pub size: f64,
}

/// Breaks `text` into at most `most` lines of `width` pixels, in the largest of
/// `sizes` that allows it. Where the smallest does not, the last line ends with
/// an ellipsis.
pub fn fit(text: &str, width: f64, most: usize, weight: u16, sizes: &[f64]) -> Block {
    let mut block = Block { lines: Vec::new(), size: 16.0 };
    for &size in sizes {
        let face = Face { size, weight };
        let lines = broken(text, width, face);
        let wide = lines.iter().any(|line| measure(line, face) > width);
        block = Block { lines, size };
        if block.lines.len() <= most && !wide {
            return block;
        }
    }
    let face = Face { size: block.size, weight };
    // What is left over still shows that there is more of it.
    if block.lines.len() > most {
        block.lines.truncate(most);
        if let Some(last) = block.lines.last_mut() {
            last.push('…');
        }
    }
    for line in &mut block.lines {
        shorten(line, width, face);
    }
    block
}

/// Lines that are filled word by word; a word may be too long for its line.
fn broken(text: &str, width: f64, face: Face) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}"), face) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Takes letters off the end of a line until an ellipsis has room.
fn shorten(line: &mut String, width: f64, face: Face) {
    while measure(line, face) > width {
        let kept = line.trim_end_matches('…').trim_end();
        let mut kept = kept.to_owned();
        if kept.pop().is_none() {
            return;
        }
        kept.truncate(kept.trim_end_matches([' ', ',', '.', ':', ';', '-', '–']).len());
        *line = format!("{kept}…");
    }
}

/// How wide a line is. The renderer itself is asked, so that it cannot be mistaken.
pub fn measure(line: &str, Face { size, weight }: Face) -> f64 {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><text \
         font-size=\"{size}\" font-weight=\"{weight}\">{}</text></svg>",
        escape(line)
    );
    pixels::tree(&svg).map_or(0.0, |tree| f64::from(tree.root().abs_bounding_box().right()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_get_smaller_break_and_end_but_never_leave_their_lines() {
        let title =
            "Grensoverschrijdende samenwerking voor klimaatadaptatie in de Eems-Dollardregio";
        for (text, most) in [(title, 2), (title, 4), ("Donaudampfschifffahrtsgesellschaft", 1)] {
            let block = fit(text, 300.0, most, 600, &[60.0, 40.0, 24.0]);
            assert!(block.lines.len() <= most, "{block:?}");
            for line in &block.lines {
                let width = measure(line, Face { size: block.size, weight: 600 });
                assert!(width > 0.0 && width <= 300.0, "{line}: {width}");
            }
        }
        assert_eq!(fit("BLING", 300.0, 1, 700, &[60.0, 40.0]).lines, ["BLING"]);
        assert!(fit(title, 120.0, 1, 400, &[24.0]).lines[0].ends_with('…'));
    }

    #[test]
    fn what_the_languages_of_europe_write_has_letters() {
        for text in ["Śródziemnomorski", "Ελληνική", "България", "Þórshöfn", "Škoda ť ľ", "ŵ ŷ ẅ"]
        {
            let none =
                measure(&"\u{4e00}".repeat(text.chars().count()), Face { size: 40.0, weight: 400 });
            let width = measure(text, Face { size: 40.0, weight: 400 });
            assert!(width > 0.0 && (width - none).abs() > 1.0, "{text}");
        }
    }
}
