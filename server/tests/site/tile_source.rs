//! A source of tiles on this machine, which does what a test tells it.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use app::{MapKind, MapSource};
use axum::{
    Router,
    extract::{Request, State},
    http::HeaderMap,
    response::Response,
};
use server::config::{Custom, FetchLimits, Map, Template};
use tokio::{net::TcpListener, sync::Semaphore, task::JoinHandle};

use crate::visit::{Answer, get_from, site_over};

/// The beginning of a picture, all that the server looks at.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n a picture";
/// A vector tile with one layer of three bytes.
pub const MVT: &[u8] = b"\x1a\x03abc";

/// What a source answers.
type Answering = Arc<dyn Fn(&Asked) -> Response + Send + Sync>;

/// A question that reached a source.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Path and query.
    pub address: String,
    pub headers: HeaderMap,
}

/// A source that listens.
pub struct TileSource {
    pub address: SocketAddr,
    told: Told,
    listening: JoinHandle<()>,
}

#[derive(Clone)]
struct Told {
    asked: Arc<Mutex<Vec<Asked>>>,
    answering: Arc<Mutex<Answering>>,
    /// Answers that may go out. A source that is held has none.
    released: Arc<Semaphore>,
}

impl TileSource {
    /// A source that answers so.
    pub async fn new(answering: impl Fn(&Asked) -> Response + Send + Sync + 'static) -> Self {
        let told = Told {
            asked: Arc::default(),
            answering: Arc::new(Mutex::new(Arc::new(answering))),
            released: Arc::new(Semaphore::new(Semaphore::MAX_PERMITS)),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let site = Router::new().fallback(answer).with_state(told.clone());
        let listening = tokio::spawn(async move { axum::serve(listener, site).await.unwrap() });
        Self { address, told, listening }
    }

    /// From now on it answers so.
    pub fn answers(&self, answering: impl Fn(&Asked) -> Response + Send + Sync + 'static) {
        *self.told.answering.lock().unwrap() = Arc::new(answering);
    }

    /// From now on it says nothing until it is released.
    pub fn hold(&self) {
        self.told.released.forget_permits(Semaphore::MAX_PERMITS);
    }

    pub fn release(&self) {
        self.told.released.add_permits(1_000);
    }

    /// What reached it, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.told.asked.lock().unwrap().clone()
    }

    /// Waits until so many questions have reached it.
    pub async fn reached_by(&self, questions: usize) {
        while self.asked().len() < questions {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// A site whose basemap comes from here, with the query that a token has.
    pub fn site(&self, kind: MapKind, limits: FetchLimits) -> Router {
        let template = |scheme| {
            let text = format!("http://{}/{scheme}/{{z}}/{{x}}/{{y}}?key=s3cret", self.address);
            Template::parse(&text).unwrap()
        };
        let source = MapSource {
            kind,
            attribution: "a source".to_owned(),
            attribution_url: None,
            max_zoom: 14,
            tile_size: 256,
            dark: kind == MapKind::Raster,
        };
        let custom = Custom {
            light: template("light"),
            dark: source.dark.then(|| template("dark")),
            source,
            cache_bytes: 8_000_000,
            limits,
        };
        site_over(Map { custom: Some(custom), ..Map::default() })
    }

    /// A tile from a site of its own, with nothing kept from before.
    pub async fn tile(&self, tile: &str) -> Answer {
        get_from(
            &self.site(MapKind::Raster, FetchLimits::default()),
            &format!("/tiles/custom/{tile}"),
        )
        .await
    }
}

impl Drop for TileSource {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn answer(State(told): State<Told>, request: Request) -> Response {
    let address = request.uri().to_string();
    let asked = Asked { address, headers: request.headers().clone() };
    told.asked.lock().unwrap().push(asked.clone());
    told.released.acquire().await.unwrap().forget();
    let answering = told.answering.lock().unwrap().clone();
    answering(&asked)
}
