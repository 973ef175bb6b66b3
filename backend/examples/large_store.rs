//! How long a large catalogue takes to be kept and to be loaded.
//!
//!     cargo run --release -p backend --example large_store -- [projects] [directory]

#![expect(clippy::print_stdout, reason = "a program that prints figures")]

use std::{error::Error, path::Path, time::Instant};

use backend::store::{Change, Store};
use catalogue::model::{Document, Euro, LangTag, LocalText, Money, Participation, Project, Slug};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let count: usize = args.next().map_or(Ok(30_000), |n| n.parse())?;
    let given = args.next();
    let scratch = std::env::temp_dir().join(format!("large-store-{}", std::process::id()));
    let dir = given.as_deref().map_or(scratch.as_path(), Path::new);
    let default = backend::default_catalogue::document()?;

    let store = Store::open(dir).await?;
    store.seed(&default, &backend::default_catalogue::release()).await?;
    for (round, reason) in ["new", "unchanged"].into_iter().enumerate() {
        let begin = Instant::now();
        let mut writer = store.change(Change::now("large_store", reason)).await?;
        let keys = writer.keys().await?.len();
        let read = begin.elapsed();
        for n in 0..count {
            writer.put_project(&project(&default, n)?).await?;
        }
        let put = begin.elapsed();
        let committed = writer.commit().await?;
        println!(
            "round {round}: {keys} keys {read:.1?}, put {put:.1?}, committed {:.1?}, {}: {committed:?}",
            begin.elapsed(),
            memory()
        );
    }
    for _ in 0..3 {
        let begin = Instant::now();
        let stored = store.load().await?;
        let took = begin.elapsed();
        let parts: usize = stored.document.projects.iter().map(|p| p.participations.len()).sum();
        println!(
            "loaded {} projects, {parts} participations, {} in {took:.1?}; {}",
            stored.document.projects.len(),
            stored.revision,
            memory()
        );
    }
    store.close().await;
    let size = std::fs::metadata(dir.join("catalogue.sqlite"))?.len();
    println!("{} MB on disk", size / 1_000_000);
    if given.is_none() {
        std::fs::remove_dir_all(&scratch)?;
    }
    Ok(())
}

/// A project like those of keep.eu: long texts in two languages, five partners.
fn project(default: &Document, n: usize) -> Result<Project, Box<dyn Error>> {
    let model = &default.projects[n % default.projects.len()];
    let slug: Slug = format!("project-{n}").parse()?;
    let text = |tag: &str, length: usize| -> Result<LocalText, Box<dyn Error>> {
        let words = ["Kooperation", "water", "énergie", "\"border\"", "region", "mobility"];
        let text: String =
            (0..length).flat_map(|m| [words[(n + m * m) % words.len()], " "]).collect();
        Ok(LocalText { lang: LangTag::try_from(tag.to_owned())?, text })
    };
    let parts = model.participations.iter().cycle().take(3 + n % 4);
    let participations = parts.enumerate().map(|(m, part)| Participation {
        organisation: format!("{} {}", part.organisation, (n * 7 + m * 13) % 20_000),
        city: None,
        nuts: ["NL", "NL1", "NL11", "NL112"].map(str::to_owned).to_vec(),
        budget: Some(Money {
            eur: Euro::from_euro(u32::try_from(n + m).unwrap_or(1)),
            rounded: false,
        }),
        ..part.clone()
    });
    Ok(Project {
        slug,
        acronym: Some(format!("P{n}")),
        title: vec![text("en", 10)?, text("de", 10)?],
        description: vec![text("en", 180)?],
        results: vec![text("en", 120)?],
        participations: participations.collect(),
        sources: model.sources.iter().take(1).cloned().collect(),
        conflicts: Vec::new(),
        gaps: Vec::new(),
        ..model.clone()
    })
}

/// The most memory this process ever held.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    format!("peak {}", peak.unwrap_or("unknown").trim())
}
