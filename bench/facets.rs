//! Asks the facet engine what an explorer asks after one change, for `cargo xtask
//! bench`: `facets PROJECTS COLUMNS ANSWERS`. The generated columns go into the
//! file COLUMNS for other engines (`bench/facets.cjs`), the questions with our
//! answers and times into ANSWERS, as JSON.

use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use catalogue::filter::{Filter, Page};
use catalogue::model::Lang;
use catalogue::query::engine::{Answer, Engine};
use catalogue::query::{Catalogue, FacetValues};
use serde_json::{Map, json};

/// What is asked, and what the visitor saw before: one thing has changed. `HALF`
/// is the page in the middle.
const QUESTIONS: [(&str, &str, &str); 6] = [
    ("nothing, after a theme", "theme=education", ""),
    ("a theme", "", "theme=education"),
    ("a country in a programme", "programme=programme-03", "programme=programme-03&country=SE"),
    ("a theme left out of two years", "from=2016&to=2017", "theme=-education&from=2016&to=2017"),
    ("budgets, newest first", "sort=start", "budget=500000..1500000&sort=start"),
    ("a theme, the page in the middle", "sort=start", "theme=culture-tourism&sort=start&page=HALF"),
];
/// The median of so many times is taken.
const ROUNDS: usize = 9;
/// Each of them lasts so long, so that the clock's own steps do not count.
const ROUND: Duration = Duration::from_millis(50);
/// So many projects are also asked about as a whole catalogue, which must say
/// the same as its columns.
const CHECKED: usize = 1_852;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().context("usage: facets PROJECTS COLUMNS ANSWERS");
    let (len, columns_file, answers_file) = (next()?.parse()?, next()?, next()?);
    let columns = generator::columns(len);
    let mut out = BufWriter::new(File::create(&columns_file)?);
    generator::peers_file(&columns, &mut out)?;
    out.flush()?;
    drop(out);

    let start = Instant::now();
    let engine = Engine::new(columns);
    let built = start.elapsed().as_secs_f64() * 1e3;
    let mut questions = Vec::new();
    for (name, before, query) in QUESTIONS {
        let query = in_the_middle(&engine, query);
        let (filter, ignored) = Filter::from_query(&query);
        ensure!(ignored.is_empty(), "{query} is not understood");
        let answer = engine.answer(&filter);
        let mut times: Vec<f64> = (0..ROUNDS).map(|_| per_call(&engine, &query)).collect();
        times.sort_by(f64::total_cmp);
        questions.push(json!({
            "name": name, "before": before, "query": query,
            "ms": times[ROUNDS / 2], "answer": as_json(&answer),
        }));
    }
    if len == CHECKED {
        says_the_same(&engine, &questions)?;
    }
    let answers = json!({ "built": built, "questions": questions });
    Ok(std::fs::write(answers_file, answers.to_string())?)
}

/// Milliseconds of one call, over as many as fill a round: from the address of
/// the page to all counts and the projects to show.
fn per_call(engine: &Engine, query: &str) -> f64 {
    let (start, mut calls) = (Instant::now(), 0_u32);
    while start.elapsed() < ROUND {
        let (filter, _) = Filter::from_query(black_box(query));
        black_box(engine.answer(&filter));
        calls += 1;
    }
    start.elapsed().as_secs_f64() * 1e3 / f64::from(calls)
}

fn in_the_middle(engine: &Engine, query: &str) -> String {
    let first = Filter::from_query(&query.replace("HALF", "1")).0;
    let pages = engine.answer(&first).found.div_ceil(Page::SIZE);
    query.replace("HALF", &pages.div_ceil(2).max(1).to_string())
}

/// An answer as every engine can give it: counts by value, without zeros.
fn as_json(answer: &Answer) -> serde_json::Value {
    let facets = &answer.facets;
    let budget = [
        ("published".to_owned(), facets.budget.published),
        ("unpublished".to_owned(), facets.budget.unpublished),
    ];
    let mut counts: Map<String, serde_json::Value> = facets
        .lists
        .iter()
        .map(|FacetValues { facet, values }| {
            let counts = values.iter().map(|value| (value.value.to_string(), value.count));
            (facet.key().to_owned(), object(counts).into())
        })
        .collect();
    let years = facets.years.iter().map(|year| (year.year.to_string(), year.count));
    counts.insert("years".to_owned(), object(years).into());
    counts.insert("budget".to_owned(), object(budget).into());
    json!({ "found": answer.found, "page": answer.page, "facets": counts })
}

fn object(counts: impl IntoIterator<Item = (String, usize)>) -> Map<String, serde_json::Value> {
    let counted = counts.into_iter().filter(|(_, count)| *count > 0);
    counted.map(|(value, count)| (value, json!(count))).collect()
}

/// The same projects as a document must give the same counts and the same list.
fn says_the_same(engine: &Engine, questions: &[serde_json::Value]) -> Result<()> {
    let document = generator::document(CHECKED);
    let slugs: Vec<_> = document.projects.iter().map(|project| project.slug.clone()).collect();
    let catalogue = Catalogue::new(document, generator::TODAY);
    for query in questions.iter().filter_map(|question| question["query"].as_str()) {
        let ours = engine.answer(&Filter::from_query(query).0);
        let theirs = catalogue.explore(query, Lang::En);
        let shown: Vec<_> = theirs.cards.iter().map(|card| &card.item.slug).collect();
        ensure!(ours.found == theirs.found && ours.facets == theirs.facets, "counts of {query}");
        ensure!(ours.page.iter().map(|n| &slugs[*n]).eq(shown), "the list of {query}");
    }
    Ok(())
}
