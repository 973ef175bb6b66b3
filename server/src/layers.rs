//! Layers: what several routes, or all, do to requests and answers.

use axum::{Router, middleware};
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{Any, CorsLayer},
};

use crate::{State, cache, compression, failure, overload, security, target};

/// Lets the scripts of any origin read an answer; cookies and other credentials are not
/// sent with the request. A widget in an iframe with the attribute `sandbox` has no
/// origin, so a browser takes its own scripts, tiles and requests for those of another
/// site. All of it is public, and the same for every visitor.
pub fn any_origin() -> CorsLayer {
    // The header is the same whatever the request says, so caches need not vary by it.
    CorsLayer::new().allow_origin(Any).vary([])
}

/// Answers that are made when it is their turn: whole and compressed, which is work too.
pub fn in_turn(made: Router<State>, state: &State) -> Router<State> {
    made.layer(middleware::from_fn(compression::compress))
        .layer(middleware::from_fn_with_state(state.clone(), overload::in_turn))
}

/// What every answer gets on its way out, from the inside outward. What is no address of
/// this site gets no further than here. A panic is caught before the rest, so that what is
/// said of it has the headers of everything else.
pub fn every_answer(site: Router<State>) -> Router<State> {
    site.layer(middleware::from_fn(target::of_this_site))
        .layer(CatchPanicLayer::custom(failure::after_panic))
        .layer(middleware::from_fn(compression::compress))
        .layer(middleware::from_fn(cache::never_by_default))
        .layer(middleware::from_fn(security::headers))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::{
        http::{Request, StatusCode, header},
        routing::get,
    };

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
        let site = every_answer(Router::new().route("/", get(broken))).with_state(state);
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
