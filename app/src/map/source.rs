//! Where the map's engine and its basemap come from, as the server has written it
//! on the root of the document: the client knows no addresses by itself.

use js_sys::Object;
use leptos::{either::Either, prelude::*};
use wasm_bindgen::JsValue;

use super::engine::put;
use crate::{
    piece::{IntoPiece as _, Piece},
    site::{ExternalLink, Site},
};

/// Where our own basemap comes from: names, which no language has words for.
const OWN: &str = "GSHHG · Natural Earth · GeoNames";

/// The world's width at zoom 0, in pixels.
const TILE: f64 = 256.0;

/// How many times closer than its deepest tiles our basemap may be looked at: its
/// lines are then coarse, but in the right place. Another may be a picture, which
/// blurs.
const CLOSER: [f64; 2] = [8.0, 2.0];

/// Where things come from.
pub struct Source {
    /// The module of the engine.
    pub engine: String,
    tiles: String,
    tiles_zoom: i32,
    custom: Option<Custom>,
}

/// The basemap that the operator has chosen.
struct Custom {
    vector: bool,
    max_zoom: i32,
    tile_size: i32,
    dark: bool,
}

impl Source {
    /// What this document says; nothing where it has no engine.
    pub fn here() -> Option<Self> {
        let custom = said("data-basemap").map(|kind| Custom {
            vector: kind == "vector",
            max_zoom: number("data-basemap-zoom", 19),
            tile_size: number("data-basemap-size", 256),
            dark: said("data-basemap-dark").is_some(),
        });
        Some(Self {
            engine: said("data-engine")?,
            tiles: said("data-tiles")?,
            tiles_zoom: number("data-tiles-zoom", 9),
            custom,
        })
    }

    /// The largest scale at which the basemap is useful, in pixels for the world.
    pub fn closest(&self) -> f64 {
        let (zoom, closer) = match &self.custom {
            None => (self.tiles_zoom, CLOSER[0]),
            Some(custom) => (custom.max_zoom, CLOSER[1]),
        };
        TILE * closer * 2.0_f64.powi(zoom)
    }

    /// As the engine is told.
    pub fn settings(&self) -> Object {
        let settings = Object::new();
        put(&settings, "tiles", &absolute(&self.tiles));
        put(&settings, "tilesMaxZoom", &self.tiles_zoom.into());
        let custom = self.custom.as_ref().map_or(JsValue::NULL, |basemap| {
            let custom = Object::new();
            let tiles =
                |scheme: &str| absolute(&format!("/tiles/custom/{scheme}/{{z}}/{{x}}/{{y}}"));
            put(&custom, "tiles", &tiles("light"));
            put(&custom, "dark", &if basemap.dark { tiles("dark") } else { JsValue::NULL });
            put(&custom, "kind", &if basemap.vector { "vector" } else { "raster" }.into());
            put(&custom, "maxZoom", &basemap.max_zoom.into());
            put(&custom, "tileSize", &basemap.tile_size.into());
            custom.into()
        });
        put(&settings, "custom", &custom);
        settings
    }
}

fn absolute(path: &str) -> JsValue {
    JsValue::from_str(&format!("{}{path}", window().location().origin().unwrap_or_default()))
}

fn said(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

fn number(name: &str, otherwise: i32) -> i32 {
    said(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// The attribution of the basemap, on the map itself.
pub fn credit(site: Site) -> Piece {
    #[cfg(feature = "ssr")]
    let chosen = use_context::<std::sync::Arc<crate::Pages>>()
        .and_then(|pages| pages.map.clone())
        .map(|map| (map.attribution, map.attribution_url));
    #[cfg(not(feature = "ssr"))]
    let chosen = said("data-basemap-credit").map(|text| (text, said("data-basemap-link")));
    let ExternalLink { rel, target } = site.external_link();
    let chosen = chosen.map(|(text, link)| match link {
        Some(link) => Either::Left(view! {
            " · "
            <a href=link rel=rel target=target>
                {text}
            </a>
        }),
        None => Either::Right(format!(" · {text}")),
    });
    view! {
        // Ours is there until the other has come, and again if it cannot be had.
        <p class="map-credit">
            <a href=site.about() rel=rel target=target>
                {OWN}
            </a>
            {chosen}
        </p>
    }
    .into_piece()
}
