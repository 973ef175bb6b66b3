//! What was read is written into the store, as one change or not at all.

use catalogue::model::{Credit, HomeCity, PartialDate, Project, Slug};

use super::{
    Change, Content, Outcome, Progress, Reading, Refusal, Report, Stage, assemble::Assembler,
    mapping::Source, merge::merge, names::Names, read::Drafts,
};
use crate::{
    gazetteer::Gazetteer,
    store::{About, Change as StoreChange, Store, StoreError, Writer},
};

/// How a file is taken in.
#[derive(Clone, Debug)]
pub struct How {
    /// Projects that are not in the file are taken out.
    pub replace: bool,
    /// Nothing is kept.
    pub dry_run: bool,
    /// Nothing is kept where something must be mended.
    pub strict: bool,
    /// The day, for "collected".
    pub today: PartialDate,
    /// Home cities that are added.
    pub home_cities: Vec<HomeCity>,
    /// Who does it, and why.
    pub by: StoreChange,
}

/// Why a file is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It cannot be read.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store does not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Takes in what was read. Whatever goes wrong on the way, the store is then as
/// it was before.
pub async fn import(
    store: &Store,
    reading: Reading,
    how: How,
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<Report, ImportError> {
    let Reading { mut report, content } = reading;
    if how.strict && report.has_errors() {
        report.outcome = Outcome::Refused;
        return Ok(report);
    }
    // An empty template in place of everything is a slip of the hand.
    if how.replace && report.projects == 0 {
        return Err(Refusal::Empty { file: report.files.join(", ") }.into());
    }
    let mut writer = store.change(how.by.clone()).await?;
    match content {
        Content::Document(document) => {
            whole(&mut writer, *document, &how, &mut report, progress).await?
        }
        Content::Drafts(source, drafts) => {
            rows(&mut writer, &source, *drafts, &how, &mut report, gazetteer, progress).await?;
        }
    }
    report.outcome = if how.strict && report.has_errors() {
        Outcome::Refused
    } else if how.dry_run {
        Outcome::Tried
    } else {
        writer.commit().await?;
        return Ok(Report { outcome: Outcome::Done, ..report });
    };
    // Without a commit the store takes everything back.
    drop(writer);
    Ok(report)
}

/// Projects from a spreadsheet: what they say meets what is there.
async fn rows(
    writer: &mut Writer<'_>,
    source: &Source,
    drafts: Drafts,
    how: &How,
    report: &mut Report,
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<(), StoreError> {
    for city in &how.home_cities {
        writer.put_home_city(city).await?;
    }
    let mut names = names(writer).await?;
    let home_cities = writer.home_cities().await?;
    let mut assembler = Assembler::new(source, &home_cities, gazetteer);
    let total = drafts.projects.len() as u64;
    for (done, draft) in (1..).zip(drafts.projects) {
        let programme = draft.programme.clone();
        if !writer.has_programme(&programme.slug) {
            writer.put_programme(&programme).await?;
        }
        let (slug, known) = names.of(&draft, &mut assembler.problems);
        let new = assembler.project(draft, slug.clone());
        let old = if known { writer.project(&slug).await? } else { None };
        let project = match old.clone() {
            Some(old) => merge(old, new),
            None => new,
        };
        put(writer, old, project, report).await?;
        progress.at(Stage::Projects, done, Some(total));
    }
    report.located = assembler.located;
    report.problems.append(&mut assembler.problems);
    if how.replace {
        remove(writer, &names, report).await?;
        let unused = writer.unused_programmes().await?;
        for slug in unused {
            writer.remove_programme(&slug).await?;
        }
    }
    if report.added + report.changed + report.removed > 0 {
        let mut about = writer.about().cloned().unwrap_or(About {
            schema: None,
            collected: how.today,
            introduction: Vec::new(),
            notes: Vec::new(),
            credits: Vec::new(),
        });
        about.collected = how.today;
        let credits = source.credit.map(|credit| Credit {
            name: credit.name.to_owned(),
            part: "projects and partners, read from its export; places and languages were added"
                .to_owned(),
            url: credit.url.to_owned(),
            licence: credit.licence.to_owned(),
        });
        for credit in credits.into_iter().chain(Gazetteer::credits()) {
            if about.credits.iter().all(|known| known.name != credit.name) {
                about.credits.push(credit);
            }
        }
        writer.set_about(&about).await?;
    }
    Ok(())
}

/// A whole document: it says everything about each of its projects.
async fn whole(
    writer: &mut Writer<'_>,
    document: catalogue::model::Document,
    how: &How,
    report: &mut Report,
    progress: &mut dyn Progress,
) -> Result<(), StoreError> {
    let about = About::of(&document);
    for programme in &document.programmes {
        writer.put_programme(programme).await?;
    }
    for city in document.home_cities.iter().chain(&how.home_cities) {
        writer.put_home_city(city).await?;
    }
    let mut names = names(writer).await?;
    let total = document.projects.len() as u64;
    let order: Vec<Slug> = match how.replace {
        true => document.projects.iter().map(|project| project.slug.clone()).collect(),
        false => Vec::new(),
    };
    let programmes: Vec<Slug> = document.programmes.into_iter().map(|it| it.slug).collect();
    let cities: Vec<Slug> = document.home_cities.into_iter().map(|it| it.slug).collect();
    for (done, project) in (1..).zip(document.projects) {
        let old = match names.take(&project.slug) {
            true => writer.project(&project.slug).await?,
            false => None,
        };
        put(writer, old, project, report).await?;
        progress.at(Stage::Projects, done, Some(total));
    }
    if !how.replace {
        let mut merged = writer.about().unwrap_or(&about).clone();
        for credit in about.credits {
            if !merged.credits.contains(&credit) {
                merged.credits.push(credit);
            }
        }
        return writer.set_about(&merged).await;
    }
    remove(writer, &names, report).await?;
    for slug in writer.unused_programmes().await? {
        if !programmes.contains(&slug) {
            writer.remove_programme(&slug).await?;
        }
    }
    let added: Vec<&Slug> = how.home_cities.iter().map(|city| &city.slug).collect();
    for city in writer.home_cities().await? {
        if !cities.contains(&city.slug) && !added.contains(&&city.slug) {
            writer.remove_home_city(&city.slug).await?;
        }
    }
    let [cities, programmes, order] =
        [&cities, &programmes, &order].map(|slugs| slugs.iter().collect::<Vec<&Slug>>());
    writer.arrange(&cities, &programmes, &order).await?;
    writer.set_about(&about).await
}

async fn names(writer: &mut Writer<'_>) -> Result<Names, StoreError> {
    let mut names = Names::default();
    for known in writer.keys().await? {
        names.insert(known.slug, known.programme, known.acronym.as_deref());
    }
    Ok(names)
}

/// Writes one project and counts it.
async fn put(
    writer: &mut Writer<'_>,
    old: Option<Project>,
    new: Project,
    report: &mut Report,
) -> Result<(), StoreError> {
    match old {
        Some(old) if old == new => {
            report.unchanged += 1;
            return Ok(());
        }
        Some(old) => {
            report.changed += 1;
            report.changes.push((new.slug.clone(), Change::Changed(differences(&old, &new))));
        }
        None => {
            report.added += 1;
            report.changes.push((new.slug.clone(), Change::Added));
        }
    }
    writer.put_project(&new).await
}

async fn remove(
    writer: &mut Writer<'_>,
    names: &Names,
    report: &mut Report,
) -> Result<(), StoreError> {
    for slug in names.left() {
        if writer.remove_project(&slug).await? {
            report.removed += 1;
            report.changes.push((slug, Change::Removed));
        }
    }
    Ok(())
}

/// The fields that are different, by the words of the exchange format.
fn differences(old: &Project, new: &Project) -> Vec<String> {
    let (Ok(old), Ok(new)) = (serde_json::to_value(old), serde_json::to_value(new)) else {
        return Vec::new();
    };
    let fields = new.as_object().into_iter().flatten();
    fields
        .filter(|(field, value)| old.get(field) != Some(value))
        .map(|(it, _)| it.clone())
        .collect()
}
