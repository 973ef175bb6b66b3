//! What every request may ask for.

use std::sync::Arc;

use app::Pages;
use axum::extract::FromRef;
use backend::Backend;
use leptos::prelude::LeptosOptions;

use crate::{assets, config::Config};

/// What every request may ask for; cheap to clone.
#[derive(Clone, Debug)]
pub struct State {
    /// Where projects are found.
    pub backend: Arc<Backend>,
    /// What pages need to know about the deployment.
    pub pages: Arc<Pages>,
    /// A name for this build of the program.
    pub build: Arc<str>,
    leptos: LeptosOptions,
}

impl State {
    /// The state of a server with these settings; `build` names the program's
    /// own content, so that no visitor keeps a page of another build.
    pub fn new(backend: Arc<Backend>, config: &Config, build: &str) -> Self {
        let path = |name| assets::by_name(name).map(|asset| asset.path);
        let pages = Pages {
            script: path("app.js"),
            wasm: path("app_bg.wasm"),
            engine: path("map.js"),
            style: path("app.css"),
            icon: path("favicon.svg"),
            public_url: config.public_url.clone(),
            operator: config.operator.clone(),
            check: config.check,
        };
        let leptos = LeptosOptions::builder().output_name("app").build();
        Self { backend, pages: Arc::new(pages), build: build.into(), leptos }
    }
}

impl FromRef<State> for LeptosOptions {
    fn from_ref(state: &State) -> Self {
        state.leptos.clone()
    }
}
