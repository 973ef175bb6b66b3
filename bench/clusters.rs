//! Makes the markers of three views under a filter, for `cargo xtask bench`:
//! `clusters PROJECTS POINTS ANSWERS`. The generated points go into the file
//! POINTS for another library (`bench/clusters.cjs`), the questions with our
//! answers and times into ANSWERS, as JSON.

use std::collections::HashMap;
use std::fs::File;
use std::hint::black_box;
use std::io::{BufWriter, Write as _};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use catalogue::filter::Filter;
use catalogue::map::{Bbox, Canvas, LonLat, Viewport};
use catalogue::query::clusters::{Clusters, Point, Points, Site};
use catalogue::query::engine::Engine;
use serde_json::json;

/// What is asked: a filter of three facets, and none.
const QUERIES: [&str; 2] =
    ["theme=environment&theme=culture-tourism&country=DE&country=NL&status=ongoing", ""];
/// What is seen: its name, its part of the earth, its width and height.
const VIEWS: [(&str, Bbox, f64, f64); 3] = [
    ("Europe", Bbox::EUROPE, 400.0, 380.0),
    ("the Netherlands", Bbox::new(3.3, 50.7, 7.3, 53.6), 1440.0, 900.0),
    ("a town and its surroundings", Bbox::new(5.2, 52.2, 5.8, 52.5), 1440.0, 900.0),
];
/// The median of so many times is taken.
const ROUNDS: usize = 9;
/// Each of them lasts so long, so that the clock's own steps do not count.
const ROUND: Duration = Duration::from_millis(50);

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().context("usage: clusters PROJECTS POINTS ANSWERS");
    let (len, points_file, answers_file) = (next()?.parse()?, next()?, next()?);
    let places = generator::places(len);
    let engine = Engine::new(generator::columns(len));

    let start = Instant::now();
    let (sites, points) = points(&places);
    let points = Points::new(&sites, points, len);
    let built = start.elapsed().as_secs_f64() * 1e3;
    let mut questions = Vec::new();
    for query in QUERIES {
        let (filter, ignored) = Filter::from_query(query);
        ensure!(ignored.is_empty(), "{query} is not understood");
        let mut views = Vec::new();
        for (name, part, width, height) in VIEWS {
            let canvas = Canvas { width, height, padding: 0.0, max_zoom: 20.0 };
            let view = Viewport::showing(part, canvas);
            let clusters = clusters(&engine, &filter, &points, &view).list;
            let mut times: Vec<f64> =
                (0..ROUNDS).map(|_| per_call(&engine, query, &points, &view)).collect();
            times.sort_by(f64::total_cmp);
            let Bbox { west, south, east, north } = view.bbox();
            views.push(json!({
                "name": name, "bbox": [west, south, east, north], "zoom": view.zoom(),
                "ms": times[ROUNDS / 2], "markers": clusters.len(),
                "projects": clusters.iter().map(|cluster| cluster.projects).sum::<usize>(),
            }));
        }
        let found = engine.found_by(&filter);
        questions.push(json!({ "query": query, "found": found.count(), "views": views }));
    }
    write_points(&points_file, &places, &engine)?;
    let answers = json!({ "projects": len, "built": built, "places": points.places(), "questions": questions });
    Ok(std::fs::write(answers_file, answers.to_string())?)
}

/// The sites of these places, each once, and a point for each project.
fn points(places: &[LonLat]) -> (Vec<Site>, Vec<Point>) {
    let mut numbers: HashMap<Site, u32> = HashMap::new();
    let mut sites = Vec::new();
    let points = (0..u32::MAX).zip(places).map(|(project, at)| {
        let site = Site::of(*at);
        let next = sites.len() as u32;
        let place = *numbers.entry(site).or_insert(next);
        if place == next {
            sites.push(site);
        }
        Point { place, project, participations: 1 }
    });
    let points = points.collect();
    (sites, points)
}

/// The markers of what a filter finds, without its text and its part of the map.
fn clusters<'a>(
    engine: &Engine,
    filter: &Filter,
    points: &'a Points,
    view: &Viewport,
) -> Clusters<'a> {
    Clusters::new(points, &engine.found_by(filter), view, None)
}

/// Milliseconds of one call, over as many as fill a round: from the address of
/// the page to all markers.
fn per_call(engine: &Engine, query: &str, points: &Points, view: &Viewport) -> f64 {
    let (start, mut calls) = (Instant::now(), 0_u32);
    while start.elapsed() < ROUND {
        let (filter, _) = Filter::from_query(black_box(query));
        black_box(clusters(engine, &filter, points, view));
        calls += 1;
    }
    start.elapsed().as_secs_f64() * 1e3 / f64::from(calls)
}

/// For each project its degrees east and north as floats of 64 bits, and behind
/// all of them for each query the numbers of the projects found, of 32 bits.
fn write_points(file: &str, places: &[LonLat], engine: &Engine) -> Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    for at in places {
        out.write_all(&at.lon.to_le_bytes())?;
        out.write_all(&at.lat.to_le_bytes())?;
    }
    for query in QUERIES {
        for project in engine.found_by(&Filter::from_query(query).0).iter() {
            out.write_all(&(project as u32).to_le_bytes())?;
        }
    }
    Ok(out.flush()?)
}
