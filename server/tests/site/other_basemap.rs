//! Another basemap comes through the site: what passes, what does not, and what
//! its source learns.

use std::{io::Read as _, time::Duration};

use app::MapKind;
use axum::{
    Router,
    http::{Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use flate2::{Compression, read::GzEncoder};
use server::{cache::Policy, config::FetchLimits};

use crate::{
    tile_source::{Asked, MVT, PNG, TileSource},
    visit::{Answer, get, get_from, visit},
};

fn picture(_: &Asked) -> Response {
    ([(header::CONTENT_TYPE, "image/png")], PNG).into_response()
}

fn broken(_: &Asked) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

async fn tile(site: &Router, tile: &str) -> Answer {
    get_from(site, &format!("/tiles/custom/{tile}")).await
}

#[tokio::test]
async fn a_tile_passes_through_and_is_fetched_once() {
    let source = TileSource::new(picture).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    for _ in 0..2 {
        let answer = tile(&site, "light/7/66/41").await;
        answer
            .assert_status(200)
            .assert_header("content-type", "image/png")
            .assert_header("x-content-type-options", "nosniff")
            .assert_header("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
            .assert_no_header("etag")
            .assert_no_header("content-encoding");
        assert!(answer.header("cache-control").unwrap().starts_with("public, max-age=86"));
        assert_eq!(answer.body, PNG);
    }
    let asked: Vec<_> = source.asked().into_iter().map(|asked| asked.address).collect();
    assert_eq!(asked, ["/light/7/66/41?key=s3cret"]);
    tile(&site, "dark/7/66/41").await.assert_status(200);
    assert_eq!(source.asked()[1].address, "/dark/7/66/41?key=s3cret");
}

#[tokio::test]
async fn the_same_tile_asked_for_at_once_is_fetched_once() {
    let source = TileSource::new(picture).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    source.hold();
    let visits = futures_util::future::join_all((0..10).map(|_| tile(&site, "light/7/66/41")));
    let released = async {
        source.reached_by(1).await;
        source.release();
    };
    let (answers, ()) = tokio::join!(visits, released);
    for answer in answers {
        answer.assert_status(200);
    }
    assert_eq!(source.asked().len(), 1);
}

#[tokio::test]
async fn no_more_tiles_than_may_be_are_fetched_at_a_time() {
    let source = TileSource::new(picture).await;
    let limits = FetchLimits { at_a_time: 2, under_way: 3, ..FetchLimits::default() };
    let site = source.site(MapKind::Raster, limits);
    source.hold();
    let visit = |x: u32| {
        let site = site.clone();
        async move { tile(&site, &format!("light/7/{x}/41")).await }
    };
    let under_way: Vec<_> = (0..3).map(|x| tokio::spawn(visit(x))).collect();
    // One thread runs the tests' tasks in their order, so all three have come in.
    source.reached_by(2).await;
    let fourth = visit(3).await;
    fourth.assert_status(503).assert_header("retry-after", "5").assert_policy(Policy::Never);
    assert_eq!(source.asked().len(), 2);
    source.release();
    for visit in under_way {
        visit.await.unwrap().assert_status(200);
    }
    assert_eq!(source.asked().len(), 3);
}

#[tokio::test]
async fn its_source_learns_nothing_of_a_visitor() {
    let source = TileSource::new(picture).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    let visitor = [
        ("cookie", "a=b"),
        ("referer", "https://projects.example.nl/nl?q=secret"),
        ("user-agent", "Mozilla/5.0"),
        ("accept-language", "fy"),
        ("accept", "*/*"),
        ("x-forwarded-for", "192.0.2.1"),
        ("forwarded", "for=192.0.2.1"),
        ("authorization", "Basic YTpi"),
        ("if-none-match", "\"a\""),
        ("range", "bytes=0-1"),
    ];
    let visit = visit(Method::GET, "/tiles/custom/light/7/66/41?visitor=ann");
    let visit = visitor.into_iter().fold(visit, |visit, (name, value)| visit.with(name, value));
    visit.send_to(&site).await.assert_status(200);
    let asked = source.asked().remove(0);
    assert_eq!(asked.address, "/light/7/66/41?key=s3cret");
    let mut names: Vec<_> = asked.headers.keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    assert_eq!(asked.headers["accept"], "image/png,image/jpeg,image/webp");
    assert_eq!(asked.headers["host"], source.address.to_string());
    let agent =
        format!("interreg-explorer/{} (+https://projects.example.nl)", env!("CARGO_PKG_VERSION"));
    assert_eq!(asked.headers["user-agent"], agent);
}

#[tokio::test]
async fn what_is_no_tile_is_not_passed_on() {
    let page = |_: &Asked| ([(header::CONTENT_TYPE, "text/html")], "<script>").into_response();
    let script = |_: &Asked| ([(header::CONTENT_TYPE, "image/png")], "alert(1)").into_response();
    let large = |_: &Asked| {
        let body = [PNG, &vec![0; 1_000_000]].concat();
        ([(header::CONTENT_TYPE, "image/png")], body).into_response()
    };
    let source = TileSource::new(page).await;
    let refused = |answer: Answer| {
        answer.assert_status(502).assert_policy(Policy::Never);
        assert_eq!(answer.text(), "the basemap's source does not give this tile\n");
    };
    refused(source.tile("light/0/0/0").await);
    source.answers(script);
    refused(source.tile("light/0/0/0").await);
    source.answers(large);
    refused(source.tile("light/0/0/0").await);
}

#[tokio::test]
async fn a_redirect_is_followed_on_its_own_host_and_nowhere_else() {
    let elsewhere = TileSource::new(picture).await;
    let to = format!("http://{}/light/0/0/0", elsewhere.address);
    let moved = move |to: String| (StatusCode::FOUND, [(header::LOCATION, to)]).into_response();
    let source = TileSource::new(move |_| moved(to.clone())).await;
    source.tile("light/0/0/0").await.assert_status(502);
    assert_eq!((source.asked().len(), elsewhere.asked().len()), (1, 0));

    source.answers(move |asked| match &*asked.address {
        "/new" => picture(asked),
        _ => moved("/new".to_owned()),
    });
    assert_eq!(source.tile("light/0/0/0").await.assert_status(200).body, PNG);

    let before = source.asked().len();
    source.answers(move |asked| moved(format!("{}x", asked.address)));
    source.tile("light/0/0/0").await.assert_status(502);
    assert_eq!(source.asked().len() - before, 4, "three redirects are followed");
}

#[tokio::test]
async fn a_source_that_is_slow_is_not_waited_for() {
    let source = TileSource::new(picture).await;
    let limits = FetchLimits { whole: Duration::from_millis(50), ..FetchLimits::default() };
    let site = source.site(MapKind::Raster, limits);
    source.hold();
    let answer = tile(&site, "light/0/0/0").await;
    answer.assert_status(504).assert_policy(Policy::Never);
}

#[tokio::test]
async fn a_source_that_is_down_is_left_alone_for_a_while() {
    let source = TileSource::new(broken).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    for x in 0..9 {
        let answer = tile(&site, &format!("light/7/{x}/0")).await;
        answer.assert_status(502).assert_policy(Policy::Never);
    }
    assert_eq!(source.asked().len(), 5);
    // The other source is judged by itself.
    source.answers(picture);
    tile(&site, "dark/7/0/0").await.assert_status(200);
    tile(&site, "light/7/0/0").await.assert_status(502);
}

#[tokio::test]
async fn a_source_that_does_not_listen_is_down() {
    let source = TileSource::new(picture).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    let address = source.address;
    drop(source);
    while tokio::net::TcpStream::connect(address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    tile(&site, "light/0/0/0").await.assert_status(502).assert_policy(Policy::Never);
}

#[tokio::test]
async fn while_a_source_is_down_tiles_from_before_are_shown() {
    let source = TileSource::new(picture).await;
    let at_once = (Duration::ZERO, Duration::ZERO);
    let limits = FetchLimits { fresh: at_once, ..FetchLimits::default() };
    let site = source.site(MapKind::Raster, limits.clone());
    tile(&site, "light/0/0/0").await.assert_status(200);
    source.answers(broken);
    for _ in 0..9 {
        let old = tile(&site, "light/0/0/0").await;
        assert_eq!(old.assert_status(200).body, PNG);
        old.assert_policy(Policy::For(Duration::from_secs(60)));
    }
    assert_eq!(source.asked().len(), 1 + 5);
    tile(&site, "light/1/0/0").await.assert_status(502);

    // A tile that is too old is not shown.
    let site = source.site(MapKind::Raster, FetchLimits { stale: Duration::ZERO, ..limits });
    source.answers(picture);
    tile(&site, "light/0/0/0").await.assert_status(200);
    source.answers(broken);
    tile(&site, "light/0/0/0").await.assert_status(502);
}

#[tokio::test]
async fn a_tile_at_hand_is_not_kept_back_by_a_slow_source() {
    let source = TileSource::new(picture).await;
    let limits = FetchLimits {
        fresh: (Duration::ZERO, Duration::ZERO),
        patience: Duration::from_millis(20),
        ..FetchLimits::default()
    };
    let site = source.site(MapKind::Raster, limits);
    tile(&site, "light/0/0/0").await.assert_status(200);
    source.hold();
    assert_eq!(tile(&site, "light/0/0/0").await.assert_status(200).body, PNG);
}

#[tokio::test]
async fn where_its_source_has_nothing_there_is_nothing_and_no_failure() {
    let source = TileSource::new(|_| StatusCode::NOT_FOUND.into_response()).await;
    let site = source.site(MapKind::Raster, FetchLimits::default());
    for _ in 0..2 {
        for x in 0..9 {
            let answer = tile(&site, &format!("light/7/{x}/0")).await;
            answer.assert_status(204).assert_no_header("content-type");
            assert!(answer.header("cache-control").unwrap().starts_with("public"));
        }
    }
    assert_eq!(source.asked().len(), 9);
}

#[tokio::test]
async fn vector_tiles_are_sent_as_the_visitor_can_read_them() {
    let mut zipped = Vec::new();
    GzEncoder::new(MVT, Compression::fast()).read_to_end(&mut zipped).unwrap();
    const TYPE: (header::HeaderName, &str) = (header::CONTENT_TYPE, "application/x-protobuf");
    let source = TileSource::new(move |asked| match &*asked.address {
        "/light/0/0/0?key=s3cret" => {
            ([TYPE, (header::CONTENT_ENCODING, "gzip")], zipped.clone()).into_response()
        }
        _ => ([TYPE], MVT).into_response(),
    })
    .await;
    let site = source.site(MapKind::Vector, FetchLimits::default());
    for path in ["/tiles/custom/light/0/0/0", "/tiles/custom/light/1/0/0"] {
        let plain = get_from(&site, path).await;
        plain
            .assert_status(200)
            .assert_header("content-type", "application/vnd.mapbox-vector-tile")
            .assert_header("vary", "accept-encoding")
            // In a sandbox our own pages are of no origin.
            .assert_header("access-control-allow-origin", "*")
            .assert_no_header("content-encoding");
        assert_eq!(plain.body, MVT);
        let visit = visit(Method::GET, path).with("accept-encoding", "gzip, br");
        let packed = visit.send_to(&site).await;
        packed.assert_header("content-encoding", "gzip");
        let mut body = Vec::new();
        flate2::read::GzDecoder::new(&*packed.body).read_to_end(&mut body).unwrap();
        assert_eq!(body, MVT);
    }
    tile(&site, "dark/0/0/0").await.assert_status(404);
}

#[tokio::test]
async fn only_tiles_that_exist_are_asked_for() {
    let source = TileSource::new(picture).await;
    for bad in ["light/7/128/0", "light/7/0/-1", "light/31/0/0", "sepia/0/0/0", "light/a/0/0"] {
        let answer = source.tile(bad).await;
        answer.assert_status(400).assert_policy(Policy::Never);
        assert_eq!(answer.text().lines().count(), 1, "{bad}");
    }
    source.tile("light/15/0/0").await.assert_status(204);
    let site = source.site(MapKind::Raster, FetchLimits::default());
    visit(Method::POST, "/tiles/custom/light/0/0/0").send_to(&site).await.assert_status(405);
    assert!(source.asked().is_empty());
    tile(&site, "light/14/16383/0").await.assert_status(200);
}

#[tokio::test]
async fn a_site_without_another_basemap_has_no_such_tiles() {
    get("/tiles/custom/light/0/0/0").await.assert_status(404).assert_policy(Policy::Never);
}
