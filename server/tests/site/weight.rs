//! What a page weighs on its way. A budget that is passed fails the build.

use axum::http::Method;
use server::assets;

use crate::assets::built;
use crate::visit::{LANGUAGES, visit};

const KB: usize = 1_000;

async fn sent(address: &str) -> usize {
    let answer = visit(Method::GET, address).with("accept-encoding", "br").send().await;
    answer.assert_status(200).assert_header("content-encoding", "br");
    answer.body.len()
}

#[tokio::test]
async fn the_explorer_with_all_projects_and_the_map_is_sent_in_20_kb() {
    for lang in LANGUAGES {
        let weight = sent(&format!("/{lang}")).await;
        println!("/{lang}: {weight} bytes");
        assert!(weight <= 20 * KB, "/{lang} weighs {weight} bytes");
    }
}

#[test]
fn script_and_wasm_are_sent_in_243_kb_and_style_in_12_kb() {
    if !built() {
        return;
    }
    let weight = |name: &str| {
        let asset = assets::by_name(name).unwrap();
        asset.brotli.unwrap_or(asset.identity).len()
    };
    let code = weight("app.js") + weight("app_bg.wasm");
    println!("script and wasm: {code} bytes; style: {} bytes", weight("app.css"));
    assert!(code <= 243 * KB, "script and wasm weigh {code} bytes");
    assert!(weight("app.css") <= 12 * KB, "style weighs {} bytes", weight("app.css"));
}
