//! Which address is answered by what.

use std::sync::{Arc, LazyLock};

use app::{App, Faults, Pages, shell};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State as Extract},
    http::{HeaderValue, StatusCode, header, request::Parts},
    middleware,
    response::Response,
    routing::{get, post},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::{
    AxumRouteListing, LeptosRoutes as _, ResponseOptions, generate_route_list_with_exclusions,
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    cors::{Any, CorsLayer},
};

use crate::{
    State, assets, basemap, cache, check, discovery, entrance, fault, fragment, framing, functions,
    oembed, security, social, tiles,
};

/// The app's own routes, looked for once in a process: meanwhile no page anywhere
/// in it loads what it shows, and one that is being made would wait for ever.
static ROUTES: LazyLock<Vec<AxumRouteListing>> =
    LazyLock::new(|| generate_route_list_with_exclusions(App, Some(functions::addresses())));

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
        .route("/api/fn/{*function}", get(functions::answer))
        .route("/map/pins", get(basemap::pins))
        .route("/basemap/overview", get(basemap::overview))
        .route("/basemap/projects/{slug}", get(basemap::project))
        .layer(for_all())
        .leptos_routes_with_context(&state, ROUTES.clone(), provide, document)
        .layer(middleware::from_fn_with_state(state.clone(), cache::revalidate))
        .layer(middleware::from_fn(entrance::clean_form_address));
    // The router has the same address for GET among the pages.
    let limit = DefaultBodyLimit::max(check::MAX_BYTES + check::MAX_AROUND);
    let uploads = Router::new()
        .route("/{lang}/check", post(check::upload).layer(limit))
        .route("/{lang}/check/template.xlsx", get(check::template));
    let plain = assets::all().iter().filter_map(|asset| asset.plain);
    let open = plain.fold(Router::new(), |open, path| open.route(path, get(assets::serve)));
    let open = open
        .route("/pkg/{file}", get(assets::serve))
        .route("/tiles/{z}/{x}/{y}", get(tiles::tile))
        .route("/tiles/custom/{scheme}/{z}/{x}/{y}", get(tiles::custom::answer))
        .route("/{lang}/fragment", get(fragment::answer))
        .route("/oembed", get(oembed::answer))
        .layer(for_all());
    let site = open
        .route("/", get(entrance::to_language))
        .route("/robots.txt", get(discovery::robots))
        .route("/sitemap.xml", get(discovery::sitemap))
        .route("/social/{file}", get(social::explorer))
        .route("/social/{lang}/projects/{file}", get(social::project))
        .route("/healthz", get(health))
        .route("/readyz", get(health))
        .merge(pages)
        .merge(uploads)
        .fallback(not_found)
        .layer(middleware::from_fn_with_state(state.clone(), framing::say_refused));
    dressed(site).with_state(state)
}

/// Lets the scripts of any origin read an answer, without anything that tells who
/// asks. A widget in a frame with the attribute `sandbox` is of no origin at all: its
/// own scripts, tiles and questions come from a stranger, for the browser. All of it
/// is public, and the same for everybody.
fn for_all() -> CorsLayer {
    // It depends on nothing that is asked, so caches need not tell askers apart.
    CorsLayer::new().allow_origin(Any).vary([])
}

/// What every answer gets on its way out, from the inside outward. A panic is
/// caught first, so that what is said of it has the headers of everything else.
fn dressed(site: Router<State>) -> Router<State> {
    site.layer(CatchPanicLayer::custom(fault::after_panic))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(cache::never_by_default))
        .layer(middleware::from_fn(security::headers))
}

/// What components and server functions find in their context, and the policy
/// that fits the nonce of this very page.
pub(crate) fn provide_for_request(state: &State) {
    // One snapshot for the whole of an answer, so that no page is half of the
    // catalogue from before and half of the one after an import.
    provide_context(state.backend.snapshot());
    provide_context::<Arc<Pages>>(state.pages.clone());
    provide_context(Faults(Arc::new(fault::report)));
    let path = use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default();
    let [ancestors, own] = [state.framing.ancestors(&path), state.framing.own(&path)];
    let more = entrance::generator(&path).map_or("", |_| security::PREVIEW);
    if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
        && let Ok(policy) =
            HeaderValue::from_str(&(security::page_policy(&nonce, ancestors, own) + more))
    {
        options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
}

/// Everything else: the page that says so, in the visitor's language.
pub(crate) async fn not_found(Extract(state): Extract<State>, request: Request) -> Response {
    if let Some(elsewhere) = entrance::without_slash(request.uri()) {
        return elsewhere;
    }
    let pages = state.pages.clone();
    let render = leptos_axum::render_app_async_with_context(
        move || provide_for_request(&state),
        move || shell(&pages),
    );
    let mut response = render(request).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The program answers, and the catalogue it serves was read whole before it
/// began to listen. It stays in memory whatever becomes of the store, so alive and
/// ready are one.
async fn health() -> ([(header::HeaderName, HeaderValue); 1], &'static str) {
    ([(header::CACHE_CONTROL, cache::Policy::Never.header())], "ok\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use backend::{Backend, Clock};
    use tower::ServiceExt as _;

    use crate::config::Config;

    #[tokio::test]
    async fn after_a_panic_the_answer_has_a_reference_and_every_header_and_no_cause() {
        let backend = Backend::with_default_catalogue(Clock::amsterdam()).unwrap();
        let config = Config::load(crate::command::Serve::default()).unwrap();
        let tiles = crate::tiles::Archive::of(&config.map).await.unwrap();
        let state = State::new(Arc::new(backend), Arc::new(tiles), &config, "test").unwrap();
        async fn broken() -> &'static str {
            panic!("the secret cause")
        }
        let site = dressed(Router::new().route("/", get(broken))).with_state(state);
        let request = Request::builder().uri("/").body(Body::empty()).unwrap();
        let response = site.oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
        assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(response.headers().contains_key(header::CONTENT_SECURITY_POLICY));
        let body = axum::body::to_bytes(response.into_body(), 100_000).await.unwrap();
        let page = String::from_utf8_lossy(&body);
        assert!(page.contains("-0") && !page.contains("secret"), "{page}");
    }
}
