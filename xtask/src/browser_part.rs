//! The part that runs in the browser: `app` compiled to wasm by trunk, its glue
//! and the style sheet minified, the map's script bundled with the library
//! it is made of, the two scripts of embeds minified, everything packed into `dist/`.
//!
//! trunk's own output is only an ingredient: its `index.html` is never served,
//! since the server renders the page, and its file names are hashed by us over
//! the bytes that are really sent.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::asset::Piece;
use crate::pack;
use crate::places::Places;
use crate::stamp::{self, Inputs};
use crate::step::{say, step, succeed};
use crate::tools::{Tools, WASM, fetch};

/// How the browser part is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Build {
    /// As it is sent to visitors: small, compressed.
    Shipped,
    /// For `cargo xtask dev`: soon.
    Quick,
}

impl Build {
    /// The profile in Cargo.toml.
    fn cargo_profile(self) -> &'static str {
        match self {
            Self::Shipped => "browser",
            // The server's own, so that macros are not compiled once more.
            Self::Quick => "dev",
        }
    }
}

/// The oldest browsers whose CSS and JavaScript we write for: those that have
/// everything Rust's wasm needs and `@layer`, nesting and `color-mix()`.
const BROWSERS: &str = "--target=chrome111,edge111,firefox113,safari16.4";

/// The map's script.
const MAP: &str = "app/src/map/engine/engine.js";

/// The scripts of embeds: for the pages of others, and for what these have in a frame.
const EMBED: &str = "app/src/embed/embed.js";
const FRAME: &str = "app/src/embed/frame.js";

/// What trunk reads, except scripts (see [`is_script`]). The server's crates are
/// absent on purpose: they do not reach the browser.
const TRUNK_INPUTS: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "app/Cargo.toml",
    "app/Trunk.toml",
    "app/index.html",
    "app/src",
    "catalogue",
];
/// What packing reads beside trunk's output.
const PACK_INPUTS: [&str; 8] = [
    "app/npm",
    "app/src/embed",
    "app/src/map/engine",
    "style",
    "public",
    "xtask/src/browser_part.rs",
    "xtask/src/compress.rs",
    "xtask/src/pack.rs",
];

/// Builds and packs what has changed since the last time.
pub fn build(places: &Places, tools: &Tools, build: Build) -> Result<()> {
    // Two commands in one clone would take each other's half-made files. The
    // lock goes with this function, or with the program if that is killed.
    fs::create_dir_all(&places.trunk).context("cannot make the folder for the browser part")?;
    let lock = fs::File::create(places.trunk.join("lock")).context("cannot make a lock file")?;
    lock.lock().context("cannot lock the browser part")?;
    let words = [tools.versions.as_str(), build.cargo_profile()];
    let trunk_stamp = stamp_over(places, &TRUNK_INPUTS, &words, |file| !is_script(file))?;
    let dist_stamp = stamp_over(places, &PACK_INPUTS, &[&trunk_stamp], |_| true)?;
    let dist_stamp_file = places.trunk.join("dist.stamp");
    if stamp::matches(&dist_stamp_file, &dist_stamp) && pack::is_whole(&places.dist) {
        say("→ browser part: unchanged");
        return Ok(());
    }

    let output = places.trunk.join(build.cargo_profile());
    let trunk_stamp_file = output.with_extension("stamp");
    if !stamp::matches(&trunk_stamp_file, &trunk_stamp) || !output.join("app_bg.wasm").is_file() {
        fetch(places)?;
        step(
            format_args!("browser part: trunk builds app/ (profile {})", build.cargo_profile()),
            || trunk(places, tools, build, &output),
        )?;
        fs::write(&trunk_stamp_file, trunk_stamp).context("cannot write trunk's stamp")?;
    }
    step("browser part: minify and pack into dist/", || {
        let minified = places.trunk.join("minified");
        minify(places, tools, &output, &minified)?;
        let pieces = gather(places, &output, &minified)?;
        pack::write(&places.dist, pieces, build == Build::Shipped)
    })?;
    fs::write(&dist_stamp_file, dist_stamp).context("cannot write the stamp of dist/")
}

/// Scripts lie beside the Rust that speaks to them, but are not trunk's: when one
/// changes, nothing needs to be compiled.
fn is_script(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "js")
}

fn stamp_over(
    places: &Places,
    paths: &[&str],
    words: &[&str],
    wanted: fn(&Path) -> bool,
) -> Result<String> {
    let mut inputs = Inputs::default();
    words.iter().for_each(|word| inputs.word(word));
    for path in paths {
        inputs.path(&places.root, path, wanted)?;
    }
    Ok(inputs.stamp())
}

fn trunk(places: &Places, tools: &Tools, build: Build, output: &Path) -> Result<()> {
    let mut trunk = tools.command(&tools.trunk);
    trunk.current_dir(places.root.join("app")).env("CARGO_TARGET_DIR", &places.target);
    trunk.args(["build", "--offline", "--locked", "--skip-version-check"]);
    trunk.args(["--cargo-profile", build.cargo_profile()]);
    // wasm-opt runs with `--release` only, whatever the cargo profile is.
    if build == Build::Shipped {
        trunk.arg("--release");
    }
    trunk.arg("--dist").arg(output);
    // Paths of this machine do not belong into what is shipped, and the same sources
    // must give the same bytes everywhere.
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped(places)?);
    // Its backtraces tell nothing; the cause stands above them.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // trunk reads this as `true` or `false` and refuses the customary `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    succeed(&mut trunk)?;
    for file in ["app.js", "app_bg.wasm"] {
        ensure!(output.join(file).is_file(), "trunk made no {file} for {WASM}");
    }
    Ok(())
}

/// Compiler flags that leave only the names of crates of what their paths are.
fn remapped(places: &Places) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registry = home.context("there is no home directory for cargo")?.join("registry/src");
    // Each registry has a folder of its own in there.
    let registries = fs::read_dir(&registry).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
    paths.push(places.root.clone());
    paths.sort();
    let flags = paths.iter().map(|path| format!("--remap-path-prefix={}=", path.display()));
    Ok(flags.collect::<Vec<_>>().join(" "))
}

/// The glue and the map's script with whatever they import, and the style sheets,
/// as one file each.
fn minify(places: &Places, tools: &Tools, trunk: &Path, into: &Path) -> Result<()> {
    let esbuild = |entry: PathBuf, name: &str, more: &[&str]| {
        let mut esbuild = tools.command("esbuild");
        // Where imports are found: libraries live in the cache, not beside our files.
        esbuild.current_dir(&places.root).env("NODE_PATH", &tools.libraries).arg(entry);
        esbuild.args(["--bundle", "--minify", "--log-level=warning", BROWSERS]).args(more);
        esbuild.arg(format!("--outfile={}", into.join(name).display()));
        succeed(&mut esbuild)
    };
    esbuild(trunk.join("app.js"), "app.js", &["--format=esm"])?;
    esbuild(places.root.join(MAP), "map.js", &["--format=esm"])?;
    // Others write a plain `<script async>`, whose names must not become their page's.
    esbuild(places.root.join(EMBED), "embed.js", &["--format=iife"])?;
    esbuild(places.root.join(FRAME), "frame.js", &["--format=esm"])?;
    esbuild(places.root.join("style/main.css"), "app.css", &["--external:/pkg/*"])
}

/// Everything that the server will send.
fn gather(places: &Places, trunk: &Path, minified: &Path) -> Result<Vec<Piece>> {
    let mut pieces = vec![
        Piece::hashed("app.js", stamp::read(&minified.join("app.js"))?),
        Piece::hashed("app.css", stamp::read(&minified.join("app.css"))?),
        Piece::hashed("app_bg.wasm", stamp::read(&trunk.join("app_bg.wasm"))?),
        Piece::hashed("map.js", stamp::read(&minified.join("map.js"))?),
        Piece::hashed("frame.js", stamp::read(&minified.join("frame.js"))?),
        // Others write its address into their pages, where it stays for years.
        Piece::plain("embed.js", stamp::read(&minified.join("embed.js"))?),
    ];
    let public = places.root.join("public");
    for file in stamp::files(&public)? {
        let name = file.strip_prefix(&public)?.to_string_lossy().replace('\\', "/");
        // The basemap's files are embedded by the server itself, notes are for
        // readers of the repository.
        if name.starts_with("basemap.") || name.ends_with(".md") {
            continue;
        }
        pieces.push(Piece::plain(&name, stamp::read(&file)?));
    }
    Ok(pieces)
}
