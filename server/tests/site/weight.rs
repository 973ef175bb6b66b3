//! What a page weighs on its way. What it loads has budgets in `xtask/src/test/budget.rs`.

use axum::http::Method;

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
