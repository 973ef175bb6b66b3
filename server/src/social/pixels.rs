//! SVG becomes PNG, with the letters that the program has in itself and no others.

use std::sync::{Arc, LazyLock};

use app::preview::PICTURE;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb::Database},
};

/// Latin, Greek and Cyrillic, from regular to bold (`fonts/README.md`).
const FONT: &[u8] = include_bytes!("../../fonts/inter.ttf");

/// The name that the font has in itself.
const FAMILY: &str = "Inter";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(FONT.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Reads an SVG, with its words as outlines.
pub fn tree(svg: &str) -> Result<Tree, String> {
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: FAMILY.to_owned(),
        // Nothing is fetched, whatever the SVG says: there is no folder to look in.
        resources_dir: None,
        ..Options::default()
    };
    Tree::from_str(svg, &options).map_err(|error| format!("a picture cannot be read: {error}"))
}

/// The picture. The error is for the log.
pub fn png(svg: &str) -> Result<Vec<u8>, String> {
    let (width, height) = PICTURE;
    let tree = tree(svg)?;
    let mut pixels = Pixmap::new(width, height).ok_or("a picture has no size")?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("a picture cannot be written: {error}"))
}
