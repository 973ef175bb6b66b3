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
    let widths = Widths::of(text, weight);
    for &size in sizes {
        let face = Face { size, weight };
        let lines = widths.broken(width, size);
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

/// How far each word of a text goes, at the size [`Widths::SIZE`]; letters keep their
/// shape, so at another size it is as much more or less. Asking the renderer for each
/// word once, and then for each line that comes of it, is a fraction of asking it for
/// every line that could be.
struct Widths<'a> {
    words: Vec<(&'a str, f64)>,
    blank: f64,
}

impl<'a> Widths<'a> {
    const SIZE: f64 = 100.0;
    /// No picture has room for more words, and no line for longer ones.
    const MOST: usize = 250;
    const LONGEST: usize = 120;

    fn of(text: &'a str, weight: u16) -> Self {
        let face = Face { size: Self::SIZE, weight };
        let end = measure("x", face);
        // With what follows it: the last letter alone ends where its ink does.
        let word = |word: &'a str| (word, measure(&format!("{word}x"), face) - end);
        let cut = |word: &'a str| match word.char_indices().nth(Self::LONGEST) {
            Some((end, _)) => word.get(..end).unwrap_or(word),
            None => word,
        };
        let words = text.split_whitespace().take(Self::MOST).map(cut).map(word).collect();
        Self { words, blank: measure("x x", face) - measure("xx", face) }
    }

    /// Lines that are filled word by word; a word may be too long for its line.
    fn broken(&self, width: f64, size: f64) -> Vec<String> {
        let room = width * Self::SIZE / size;
        let (mut lines, mut filled): (Vec<String>, f64) = (Vec::new(), 0.0);
        for (word, wide) in &self.words {
            match lines.last_mut() {
                Some(line) if filled + self.blank + wide <= room => {
                    line.push(' ');
                    line.push_str(word);
                    filled += self.blank + wide;
                }
                _ => {
                    lines.push((*word).to_owned());
                    filled = *wide;
                }
            }
        }
        lines
    }
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

    /// The renderer takes time for every letter, and a catalogue may have any text.
    #[test]
    fn a_text_without_end_is_cut_before_it_is_measured() {
        for text in ["x".repeat(100_000), "x ".repeat(50_000)] {
            let block = fit(&text, 300.0, 2, 400, &[60.0, 24.0]);
            assert!(block.lines.len() <= 2 && block.lines.concat().ends_with('…'), "{block:?}");
        }
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
