//! Which address is answered by what.

use std::sync::Arc;

use app::{App, Faults, Pages, shell};
use axum::{
    Router,
    extract::{Request, State as Extract},
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::Response,
    routing::get,
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::{LeptosRoutes as _, ResponseOptions, generate_route_list};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{State, assets, basemap, cache, discovery, entrance, fault, security};

/// The whole site.
pub fn router(state: State) -> Router {
    let provide = {
        let state = state.clone();
        move || provide_for_request(&state)
    };
    let document = {
        let pages = state.pages.clone();
        move || shell(&pages)
    };
    let pages = Router::new()
        .route("/api/fn/{*function}", get(server_function))
        .route("/basemap/overview", get(basemap::overview))
        .route("/basemap/projects/{slug}", get(basemap::project))
        .leptos_routes_with_context(&state, generate_route_list(App), provide, document)
        .layer(middleware::from_fn_with_state(state.clone(), cache::revalidate))
        .layer(middleware::from_fn_with_state(state.clone(), entrance::clean_form_address));
    let plain = assets::all().iter().filter_map(|asset| asset.plain);
    let site = plain.fold(Router::new(), |site, path| site.route(path, get(assets::serve)));
    site.route("/", get(entrance::to_language))
        .route("/pkg/{file}", get(assets::serve))
        .route("/robots.txt", get(discovery::robots))
        .route("/sitemap.xml", get(discovery::sitemap))
        .route("/healthz", get(health))
        .route("/readyz", get(health))
        .merge(pages)
        .fallback(not_found)
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(security::headers))
        .layer(CatchPanicLayer::custom(fault::after_panic))
        .with_state(state)
}

/// What components and server functions find in their context, and the policy
/// that fits the nonce of this very page.
fn provide_for_request(state: &State) {
    provide_context(state.backend.clone());
    provide_context::<Arc<Pages>>(state.pages.clone());
    provide_context(Faults(Arc::new(fault::report)));
    if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
        && let Ok(policy) = HeaderValue::from_str(&security::page_policy(&nonce))
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

async fn server_function(Extract(state): Extract<State>, request: Request) -> Response {
    use axum::response::IntoResponse as _;
    let provide = move || provide_context(state.backend.clone());
    leptos_axum::handle_server_fns_with_context(provide, request).await.into_response()
}

/// Everything else: the page that says so, in the visitor's language.
async fn not_found(Extract(state): Extract<State>, request: Request) -> Response {
    let pages = state.pages.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || provide_for_request(&state),
        move || shell(&pages),
    );
    let mut response = render(request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().insert(header::CACHE_CONTROL, cache::Policy::Never.header());
    response
}

/// The program answers, and the catalogue it serves was read whole before it
/// began to listen: alive and ready are one until there is a database.
async fn health() -> ([(header::HeaderName, HeaderValue); 1], &'static str) {
    ([(header::CACHE_CONTROL, cache::Policy::Never.header())], "ok\n")
}
