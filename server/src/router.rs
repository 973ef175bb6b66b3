//! Which address is answered by what.

use std::sync::LazyLock;

use app::{App, shell};
use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderValue, header},
    middleware,
    routing::{get, post},
};
use leptos_axum::{AxumRouteListing, LeptosRoutes as _, generate_route_list_with_exclusions};

use crate::{
    State, assets, basemap, cache, check, fragment, framing,
    layers::{any_origin, every_answer, in_turn},
    oembed, pages, redirects, robots, server_functions, sitemap, social, tiles,
};

/// The app's own routes, looked for once in a process: meanwhile no page anywhere
/// in it loads what it shows, and one that is being made would wait for ever.
static ROUTES: LazyLock<Vec<AxumRouteListing>> =
    LazyLock::new(|| generate_route_list_with_exclusions(App, Some(server_functions::addresses())));

/// The whole site.
pub fn router(state: State) -> Router {
    let provide = {
        let state = state.clone();
        move || pages::provide_for_request(&state)
    };
    let document = {
        let shared = state.pages.clone();
        move || shell(&shared)
    };
    let rendered = Router::new()
        .route("/api/fn/{*function}", get(server_functions::answer))
        .route("/basemap/overview", get(basemap::overview))
        .route("/basemap/projects/{slug}", get(basemap::project))
        .layer(any_origin())
        .leptos_routes_with_context(&state, ROUTES.clone(), provide, document);
    let rendered = in_turn(rendered, &state)
        .layer(middleware::from_fn_with_state(state.clone(), cache::revalidate))
        .layer(middleware::from_fn(redirects::clean_form_address));
    // The router has the same address for GET among the pages.
    let limit = DefaultBodyLimit::max(check::MAX_BYTES + check::MAX_AROUND);
    let uploads = Router::new().route("/{lang}/check", post(check::upload).layer(limit));
    let made = Router::new()
        .route("/{lang}/fragment", get(fragment::answer))
        .route("/oembed", get(oembed::answer))
        .layer(any_origin())
        .route("/{lang}/check/template.xlsx", get(check::template))
        .fallback(pages::not_found);
    let plain = assets::all().iter().filter_map(|asset| asset.plain);
    let open = plain.fold(Router::new(), |open, path| open.route(path, get(assets::serve)));
    let open = open
        .route("/pkg/{file}", get(assets::serve))
        .route("/tiles/{z}/{x}/{y}", get(tiles::tile))
        .route("/tiles/custom/{scheme}/{z}/{x}/{y}", get(tiles::custom::answer))
        .layer(any_origin());
    let site = open
        .route("/", get(redirects::to_language))
        .route("/robots.txt", get(robots::robots))
        .route("/sitemap.xml", get(sitemap::first))
        .route("/sitemaps/{file}", get(sitemap::part))
        .route("/social/{file}", get(social::explorer))
        .route("/social/{lang}/projects/{file}", get(social::project))
        .route("/healthz", get(health))
        .route("/readyz", get(health))
        .merge(rendered)
        .merge(uploads)
        .merge(in_turn(made, &state))
        .layer(middleware::from_fn_with_state(state.clone(), framing::say_refused));
    every_answer(site).with_state(state)
}

/// The program answers, and the catalogue it serves was read whole before it
/// began to listen. It stays in memory whatever becomes of the store, so alive and
/// ready are one.
async fn health() -> ([(header::HeaderName, HeaderValue); 1], &'static str) {
    ([(header::CACHE_CONTROL, cache::Policy::Never.header())], "ok\n")
}
