//! What every request may ask for.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use app::Pages;
use axum::extract::FromRef;
use backend::{Backend, default_catalogue};
use catalogue::query::Opening;
use leptos::prelude::LeptosOptions;

use crate::{
    assets,
    config::{Config, ConfigError},
    framing::Framing,
    overload::Work,
    sitemap::Sitemap,
    social::Gallery,
    tiles::{Archive, custom::Proxy},
};

/// What every request may ask for; cheap to clone.
#[derive(Clone, Debug)]
pub struct State {
    /// Where projects are found.
    pub backend: Arc<Backend>,
    /// What pages need to know about the deployment.
    pub pages: Arc<Pages>,
    /// The map's tiles.
    pub tiles: Arc<Archive>,
    /// A name for this build of the program.
    pub build: Arc<str>,
    /// Where the tiles of another basemap come from, where there is one.
    pub custom: Option<Arc<Proxy>>,
    /// Who may show the widget in a frame.
    pub framing: Arc<Framing>,
    /// The pictures that are shown with links.
    pub social: Arc<Gallery>,
    /// Answers that are being made.
    pub(crate) work: Arc<Work>,
    /// The program that judges spreadsheets: this one.
    pub judge: Arc<Path>,
    /// What search engines are told of, of the catalogue that is served.
    pub sitemap: Arc<Sitemap>,
    leptos: LeptosOptions,
}

impl State {
    /// The state of a server with these settings; `build` names the program's
    /// own content, so that no visitor keeps a page of another build.
    /// The error is a setting that this machine cannot follow.
    pub fn new(
        backend: Arc<Backend>,
        tiles: Arc<Archive>,
        config: &Config,
        build: &str,
    ) -> Result<Self, ConfigError> {
        let path = |name| assets::by_name(name).map(|asset| asset.path);
        let custom = config.map.custom.as_ref();
        let pages = Pages {
            script: path("app.js"),
            wasm: path("app_bg.wasm"),
            style: path("app.css"),
            engine: path("map.js"),
            frame: path("frame.js"),
            generator: path("generator.js"),
            tiles: format!("/tiles/{{z}}/{{x}}/{{y}}.mvt?v={}", tiles.version()),
            tiles_zoom: tiles.max_zoom(),
            icon: path("favicon.svg"),
            public_url: config.public_url.clone(),
            operator: config.operator.clone(),
            check: config.check,
            map: custom.map(|custom| custom.source.clone()),
        };
        let custom = custom.map(|custom| Proxy::new(custom, &config.public_url)).transpose()?;
        let leptos = LeptosOptions::builder().output_name("app").build();
        let custom = custom.map(Arc::new);
        Ok(Self {
            backend,
            pages: Arc::new(pages),
            tiles,
            build: version(build, config).into(),
            custom,
            framing: Arc::new(Framing::new(&config.embed, &config.public_url)),
            social: Arc::new(Gallery::new()),
            work: Arc::default(),
            judge: config.program.clone().unwrap_or_else(this_program).into(),
            sitemap: Arc::new(Sitemap::default()),
            leptos,
        })
    }
}

/// The name of a build. With words of an operator it is another one, since no visitor may
/// keep pages with the words from before.
fn version(build: &str, config: &Config) -> String {
    if config.site == Opening::default() {
        return build.to_owned();
    }
    format!("{build}-{}", default_catalogue::hash(&format!("{:?}", config.site)))
}

/// This program itself, also where its file was replaced by another meanwhile.
fn this_program() -> PathBuf {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() { running } else { std::env::current_exe().unwrap_or(running) }
}

impl FromRef<State> for LeptosOptions {
    fn from_ref(state: &State) -> Self {
        state.leptos.clone()
    }
}
