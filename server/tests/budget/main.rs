//! What an answer of each route costs: bytes sent, work done on the heap, and time of the
//! processor.
//!
//! Bytes and work are the same on every machine, and fail where they grow by half. Work
//! is the number of allocations and their kB in all: code that copies, collects or repeats
//! more allocates more.
//!
//! Time is not the same. Even as a ratio (the processor time of this process for the
//! answer, by that for a fixed piece of work, `reference.rs`, measured beside it) one
//! machine gives 60 for an answer that reads a file, and another 25. So time fails only
//! where it is four times the budget, which no difference of machines explains, and only
//! after the route was measured anew. Small growth is what `cargo xtask bench --only server` shows.
//! This is a program of its own, with one test, so that nothing else runs in the process.
//!
//! `budgets.tsv` has the table. After a change that is meant:
//!
//! ```text
//! UPDATE_BUDGETS=1 cargo test -p server --test budget
//! ```

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[expect(dead_code, reason = "the tests of the site ask more of pages")]
#[path = "../site/html.rs"]
mod html;
#[path = "../site/large.rs"]
mod large;
mod reference;
mod routes;
#[expect(dead_code, reason = "the tests of the site ask more of answers")]
#[path = "../site/visit.rs"]
mod visit;

use std::{alloc::System, collections::BTreeMap, fmt::Write as _, path::Path, time::Duration};

use axum::Router;
use rustix::time::{ClockId, clock_gettime};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

use crate::{
    routes::{ROUTES, Route},
    visit::site_of,
};

#[global_allocator]
static HEAP: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// How often everything is measured. The first round fills what is kept.
const ROUNDS: usize = 8;

/// So many routes are measured between two measurements of the reference.
const BESIDE: usize = 6;

/// Projects of the catalogue.
const PROJECTS: usize = 600;

/// How often a route that takes too long is measured anew before it fails.
const AGAIN: usize = 5;

/// What is measured of an answer. `least` is what a nonce, a buffer or the compression of
/// one changes, and what a clock cannot tell apart: growth up to that is none.
struct Measure {
    unit: &'static str,
    /// A route fails above so many hundredths of its budget.
    most: usize,
    least: usize,
}

const MEASURES: [Measure; 5] = [
    Measure { unit: "bytes", most: 150, least: 400 },
    Measure { unit: "bytes under brotli", most: 150, least: 200 },
    Measure { unit: "allocations", most: 150, least: 50 },
    Measure { unit: "kB allocated", most: 150, least: 50 },
    Measure { unit: "thousandths of the reference", most: 400, least: 60 },
];

/// Where time stands in [`MEASURES`].
const TIME: usize = 4;

/// What an answer costs, by [`MEASURES`].
type Cost = [usize; MEASURES.len()];

/// The most that a route with this budget may cost.
fn most(budget: Cost) -> Cost {
    let of = |n: usize| {
        let Measure { most, least, .. } = MEASURES[n];
        (budget[n] * most / 100).max(budget[n] + least)
    };
    std::array::from_fn(of)
}

/// Of this process, all of its threads.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap(), time.tv_nsec.try_into().unwrap())
}

async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = processor_time();
    let done = work.await;
    (done, processor_time() - begun)
}

/// The least that a route and the reference beside it took so far.
#[derive(Clone, Copy)]
struct Least {
    cost: Cost,
    time: Duration,
    reference: Duration,
}

impl Least {
    const NONE: Self =
        Self { cost: [usize::MAX; MEASURES.len()], time: Duration::MAX, reference: Duration::MAX };

    /// One more visit to the route.
    async fn visit(&mut self, site: &Router, route: &Route, round: usize) {
        let region = Region::new(HEAP);
        let (answer, time) = timed(route.visit(round).send_to(site)).await;
        let heap = region.change();
        assert_eq!(answer.status, route.status, "{}", route.name);
        self.time = self.time.min(time);
        let allocations = heap.allocations + heap.reallocations;
        let of_this = [answer.body.len(), usize::MAX, allocations, heap.bytes_allocated / 1_000];
        for (least, this) in self.cost.iter_mut().zip(of_this) {
            *least = this.min(*least);
        }
    }

    fn time(self) -> usize {
        (self.time.as_secs_f64() / self.reference.as_secs_f64() * 1_000.0).round() as usize
    }
}

/// Each route measured beside the reference; those that take longer than they may, anew.
async fn measured(budgets: &BTreeMap<String, Cost>) -> BTreeMap<&'static str, Cost> {
    let site = site_of(&large::catalogue(PROJECTS));
    let mut least = [Least::NONE; ROUTES.len()];
    let mut reference = Duration::MAX;
    for round in 0..ROUNDS {
        for (n, route) in ROUTES.iter().enumerate() {
            if n % BESIDE == 0 {
                reference = reference.min(timed(async { reference::work() }).await.1);
            }
            least[n].visit(&site, route, round).await;
        }
    }
    let mut costs = BTreeMap::new();
    for (route, least) in ROUTES.iter().zip(&mut least) {
        least.reference = reference;
        let may = budgets.get(route.name).map_or(usize::MAX, |budget| most(*budget)[TIME]);
        for round in 0..AGAIN * ROUNDS {
            if least.time() <= may {
                break;
            }
            let beside = timed(async { reference::work() }).await.1;
            if round % ROUNDS == 0 {
                (least.time, least.reference) = (Duration::MAX, beside);
            }
            least.reference = least.reference.min(beside);
            least.visit(&site, route, ROUNDS + round).await;
        }
        // A picture that is new costs the most; how large one is needs no new one.
        let packed = route.visit(0).with("accept-encoding", "br").send_to(&site).await;
        let [bytes, _, allocations, allocated, _] = least.cost;
        let cost = [bytes, packed.body.len(), allocations, allocated, least.time()];
        costs.insert(route.name, cost);
    }
    costs
}

/// The table beside this file.
fn table() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/budget/budgets.tsv")
}

fn budgets() -> BTreeMap<String, Cost> {
    let text = std::fs::read_to_string(table()).unwrap_or_default();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let read = |line: &str| {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap().to_owned();
        (name, std::array::from_fn(|_| cells.next().unwrap().parse().unwrap()))
    };
    rows.map(read).collect()
}

fn write(costs: &BTreeMap<&'static str, Cost>) {
    let units = MEASURES.map(|measure| measure.unit).join("\t");
    let mut text = format!(
        "# route\t{units}\n# Made by: UPDATE_BUDGETS=1 cargo test -p server --test budget\n"
    );
    for Route { name, .. } in ROUTES {
        let cost = costs[name].map(|number| number.to_string()).join("\t");
        writeln!(text, "{name}\t{cost}").unwrap();
    }
    std::fs::write(table(), text).unwrap();
}

#[tokio::test]
async fn no_route_costs_half_as_much_again_as_it_may() {
    if std::env::var_os("UPDATE_BUDGETS").is_some() {
        return write(&measured(&BTreeMap::new()).await);
    }
    let budgets = budgets();
    let costs = measured(&budgets).await;
    let mut passed = String::new();
    for (name, cost) in &costs {
        let Some(budget) = budgets.get(*name) else {
            writeln!(passed, "{name} has no budget").unwrap();
            continue;
        };
        println!("{name}: {cost:?} of {budget:?}");
        for ((cost, most), measure) in cost.iter().zip(most(*budget)).zip(&MEASURES) {
            if *cost > most {
                writeln!(passed, "{name}: {cost} {}, and {most} are the most", measure.unit)
                    .unwrap();
            }
        }
    }
    assert!(passed.is_empty(), "{passed}{}", "If that is meant, see tests/budget/main.rs.");
    let known: Vec<&str> = budgets.keys().map(String::as_str).collect();
    assert!(costs.keys().eq(known.iter()), "budgets.tsv has routes that are gone");
}

#[test]
fn every_route_has_a_budget() {
    let router = include_str!("../../src/router.rs").split("#[cfg(test)]").next().unwrap();
    let app = include_str!("../../../app/src/app.rs");
    // The server's routes stand before the browser's, which are fewer.
    let app = app.split("#[cfg(not(feature = \"ssr\"))]").next().unwrap();
    let paths = router.split(".route(\"").skip(1).chain(app.split("path!(\"").skip(1));
    let paths: Vec<&str> = paths.map(|piece| piece.split('"').next().unwrap()).collect();
    assert!(paths.contains(&"/robots.txt") && paths.contains(&"/:lang/about"), "{paths:?}");
    for path in paths {
        let known = ROUTES.iter().any(|route| route.of == path);
        assert!(known, "{path} has no budget: add it to tests/budget/routes.rs");
    }
}
