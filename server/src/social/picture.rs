//! What stands where in a picture: words on the left, the map on the right.

use std::fmt::Write as _;

use app::preview::{PICTURE, Preview};
use backend::Snapshot;
use catalogue::{model::Lang, query::ProjectDetail};

use super::{
    letters::{Block, Face, fit, measure},
    map,
    tokens::color,
};
use crate::oembed::escape;

/// Where the words begin, and how wide they may be.
const LEFT: f64 = 72.0;
const WIDTH: f64 = 536.0;

/// The baseline of the last line.
const BOTTOM: f64 = 566.0;

/// Room between two blocks.
const GAP: f64 = 24.0;

/// Whose map it is.
const CREDIT: Face = Face { size: 13.0, weight: 400 };

/// A line's height in sizes of its letters.
const LINE: f64 = 1.18;

/// The explorer.
pub fn explorer(snapshot: &Snapshot, lang: Lang) -> String {
    let preview = Preview::explorer(lang, &snapshot.document());
    picture(&preview, color("accent"), &map::overview(snapshot, lang))
}

/// One project.
pub fn project(snapshot: &Snapshot, lang: Lang, detail: &ProjectDetail) -> String {
    let theme = detail.project.themes.first().map_or("none", |theme| theme.as_str());
    let mark = color(&format!("theme-{theme}"));
    picture(&Preview::project(lang, detail), mark, &map::partners(snapshot, &detail.project))
}

fn picture(preview: &Preview, mark: &str, map: &str) -> String {
    let (width, height) = PICTURE;
    let (wide, high) = (map::CANVAS.width, map::CANVAS.height);
    let left = f64::from(width) - wide * map::LARGER;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\"><style>{style}</style>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\
         <svg x=\"{left}\" width=\"{map_width}\" height=\"{height}\" viewBox=\"0 0 {wide} {high}\">\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"{sea}\"/>{map}</svg>\
         <rect x=\"{left}\" width=\"2\" height=\"{height}\" fill=\"{line}\"/>\
         <rect width=\"16\" height=\"{height}\" fill=\"{mark}\"/>{words}\
         <rect x=\"{credit_left}\" y=\"{credit_top}\" width=\"{width}\" height=\"30\" \
         fill=\"{paper}\" fill-opacity=\".85\"/>\
         <text class=\"credit\" x=\"{right}\" y=\"{foot}\" text-anchor=\"end\">{credit}</text></svg>",
        style = style(),
        paper = color("paper"),
        sea = color("sea"),
        line = color("line"),
        map_width = wide * map::LARGER,
        words = words(preview),
        // A town at the lower edge would stand under it.
        credit_left = f64::from(width) - 24.0 - measure(preview.credit, CREDIT),
        credit_top = f64::from(height) - 30.0,
        right = f64::from(width) - 12.0,
        foot = f64::from(height) - 11.0,
        credit = escape(preview.credit),
    )
}

/// The colours of the map are those of `style/components/map.css`.
fn style() -> String {
    let c = color;
    format!(
        ".land{{fill:{land};stroke:{shore};stroke-width:.6}}\
         .river{{fill:none;stroke:{shore};stroke-width:.9}}\
         .lake{{fill:{sea};stroke:{shore};stroke-width:.6}}\
         .dyke{{fill:none;stroke:{shore};stroke-width:1.4}}\
         .border{{fill:none;stroke:{border};stroke-width:.9}}\
         .province{{fill:none;stroke:{province};stroke-width:.7;stroke-dasharray:3 2.5}}\
         .towns circle{{fill:{map_ink};opacity:.7}}\
         .towns text{{font-size:12px;fill:{map_ink};paint-order:stroke;stroke:{land};\
         stroke-width:2.5px;stroke-linejoin:round}}\
         .towns .home{{font-size:13.5px;font-weight:600;fill:{ink}}}\
         .line{{fill:none;stroke:{accent};stroke-width:1.4;stroke-opacity:.8}}\
         .marker circle{{fill:{accent};stroke:{paper};stroke-width:2}}\
         .marker text{{font-weight:700;fill:{accent_ink}}}\
         .lead circle{{fill:{warm}}}.lead text{{fill:{ink}}}\
         .credit{{font-size:13px;fill:{map_ink}}}\
         .brand-line{{fill:none;stroke:{accent};stroke-width:3;stroke-linecap:round}}\
         .brand-here{{fill:{accent}}}.brand-there{{fill:{warm}}}",
        land = c("land"),
        shore = c("shore"),
        sea = c("sea"),
        border = c("border-line"),
        province = c("province-line"),
        map_ink = c("map-ink"),
        ink = c("ink"),
        accent = c("accent"),
        accent_ink = c("accent-ink"),
        paper = c("paper"),
        warm = c("warm-line"),
    )
}

/// The name of the site above; what the page is about from there; below, who
/// presents it and what funds it.
fn words(preview: &Preview) -> String {
    let mut out = format!(
        "<g transform=\"translate({LEFT} 56) scale(1.25)\"><path class=\"brand-line\" \
         d=\"M9 22c0-8 14-4 14-12\"/><circle class=\"brand-here\" cx=\"9\" cy=\"22\" r=\"5\"/>\
         <circle class=\"brand-there\" cx=\"23\" cy=\"10\" r=\"5\"/></g>\
         <text x=\"{}\" y=\"85\" font-size=\"26\" font-weight=\"600\" fill=\"{}\">{}</text>",
        LEFT + 50.0,
        color("ink-soft"),
        escape(preview.site)
    );
    // From the foot upward, to know how much room is left.
    let under = fit(&preview.under, WIDTH, 2, 400, &[26.0, 24.0, 22.0]);
    let cities = preview.cities.join(", ");
    let cities = in_one_line(&cities, 600, &[28.0, 26.0, 24.0])
        .unwrap_or_else(|| fit(&cities, WIDTH, 2, 600, &[24.0, 22.0]));
    let mut foot = BOTTOM;
    for (block, weight, ink) in [(&under, 400, "ink-soft"), (&cities, 600, "accent")] {
        if !block.lines.is_empty() {
            let first = foot - (lines(block) - 1.0) * block.size * LINE;
            write(&mut out, block, first, weight, color(ink));
            foot = first - block.size - GAP / 2.0;
        }
    }
    let name = name(preview);
    let mut baseline = 152.0 + name.size * 0.74;
    write(&mut out, &name, baseline, 700, color("ink"));
    baseline += (lines(&name) - 1.0) * name.size * LINE;
    // The title has the room that is left, and four lines at most.
    if let Some(title) = &preview.title {
        let top = baseline + GAP;
        let room = foot - GAP - top;
        let sizes: Vec<f64> = [38.0, 34.0, 31.0, 28.0, 26.0, 24.0]
            .into_iter()
            .filter(|size| size * LINE * 4.0 <= room)
            .collect();
        let sizes = if sizes.is_empty() { vec![24.0] } else { sizes };
        let title = fit(title, WIDTH, 4, 400, &sizes);
        write(&mut out, &title, top + title.size, 400, color("ink"));
    }
    out
}

/// An acronym is set large; a name that is a sentence has a sentence's size.
fn name(preview: &Preview) -> Block {
    let most = if preview.title.is_some() { 2 } else { 4 };
    in_one_line(&preview.name, 700, &[104.0, 88.0, 76.0, 66.0])
        .unwrap_or_else(|| fit(&preview.name, WIDTH, most, 700, &[66.0, 58.0, 52.0, 46.0]))
}

fn in_one_line(text: &str, weight: u16, sizes: &[f64]) -> Option<Block> {
    let block = fit(text, WIDTH, 1, weight, sizes);
    block.lines.first().is_none_or(|line| line == text).then_some(block)
}

fn lines(block: &Block) -> f64 {
    f64::from(u8::try_from(block.lines.len()).unwrap_or(u8::MAX))
}

fn write(out: &mut String, block: &Block, baseline: f64, weight: u16, ink: &str) {
    let mut y = baseline;
    for line in &block.lines {
        // Writing to a string never fails.
        let _ = write!(
            out,
            "<text x=\"{LEFT}\" y=\"{y:.1}\" font-size=\"{}\" font-weight=\"{weight}\" \
             fill=\"{ink}\">{}</text>",
            block.size,
            escape(line)
        );
        y += block.size * LINE;
    }
}
