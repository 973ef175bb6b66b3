//! Writes the projects of files into the store, as one change or not at all.

use std::{collections::HashMap, sync::Arc};

use catalogue::model::{
    Credit, HomeCity, PartialDate, Period, Programme, Project, Slug, plausibility::Yardsticks,
};

use super::{
    assemble::{Assembler, with_leads},
    doubts::{Cells, Doubts},
    draft::ProjectDraft,
    drafts::Drafts,
    echo::Echo,
    files::{Content, Reading},
    identity::Facts,
    key::key,
    mapping::Mapping,
    merge::{Told, merge},
    names::Names,
    progress::{Progress, Stage},
    rejection::Rejection,
    report::{Change, Outcome, Report},
    shrink::Shrink,
    template::{Around, TEMPLATE},
};
use crate::{
    gazetteer::Gazetteer,
    store::{About, Change as StoreChange, Store, StoreError, Writer},
};

/// The options of an import.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// Removes projects that are not in the file.
    pub replace: bool,
    /// Changes nothing; only reports.
    pub dry_run: bool,
    /// Changes nothing if there are errors.
    pub strict: bool,
    /// Allows more than a tenth of the projects or participations to be removed.
    pub allow_shrink: bool,
    /// The current day, for the field `collected`.
    pub today: PartialDate,
    /// Home cities to add.
    pub home_cities: Vec<HomeCity>,
    /// The author and the reason of the change.
    pub by: StoreChange,
}

/// Why files cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file cannot be read.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The store returned an error.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Imports files that were read. After an error the store is as it was before.
pub async fn import(
    store: &Store,
    reading: Reading,
    options: ImportOptions,
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<Report, ImportError> {
    let Reading { mut report, content } = reading;
    if options.strict && report.has_errors() {
        report.outcome = Outcome::Rejected;
        return Ok(report);
    }
    // Replacing the whole catalogue by an empty template is a mistake.
    if options.replace && report.projects == 0 {
        return Err(Rejection::Empty { file: report.files.join(", ") }.into());
    }
    let mut writer = store.change(options.by.clone()).await?;
    let own = !writer.is_default().await?;
    let participations = writer.participations().await?;
    let mut shrink = Shrink::of(writer.keys().await?.len() as u64, participations);
    match content {
        Content::Document(document) => {
            whole(&mut writer, *document, &options, (&mut report, &mut shrink), progress).await?
        }
        Content::Drafts(source, drafts) => {
            let told = (&mut report, &mut shrink);
            rows(&mut writer, &source, *drafts, &options, told, gazetteer, progress).await?;
        }
    }
    report.shrink = shrink.too_much().filter(|_| own && !options.allow_shrink);
    report.outcome = if options.strict && report.has_errors() {
        Outcome::Rejected
    } else if options.dry_run {
        Outcome::Tried
    } else if report.shrink.is_some() {
        Outcome::Stopped
    } else {
        let change = writer.commit().await?.change;
        return Ok(Report { outcome: Outcome::Done, change, ..report });
    };
    // Without a commit the store discards the change.
    drop(writer);
    Ok(report)
}

/// Projects of a spreadsheet, which are merged with those in the catalogue.
async fn rows(
    writer: &mut Writer<'_>,
    source: &Mapping,
    drafts: Drafts,
    options: &ImportOptions,
    (report, shrink): (&mut Report, &mut Shrink),
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<(), StoreError> {
    for city in &options.home_cities {
        writer.put_home_city(city).await?;
    }
    let programmes: Vec<Programme> = writer.programmes().cloned().collect();
    let mut drafts = drafts.projects;
    known_programmes(&mut drafts, &programmes);
    let mut names = names(writer).await?;
    for slug in names.in_doubt(&drafts) {
        if let Some(project) = writer.project(&slug).await? {
            names.know(slug, Facts::of(&project));
        }
    }
    let home_cities = writer.home_cities().await?;
    let around = Around { programmes: &programmes, home_cities: &home_cities };
    let problems = report.problems.alike();
    let mut assembler = Assembler::new(source, &home_cities, gazetteer, problems);
    let slugs = names.of(&drafts, &mut assembler.problems);
    let mut doubts = Doubts::default();
    let total = drafts.len() as u64;
    for (done, (mut draft, (slug, known))) in (1..).zip(drafts.into_iter().zip(slugs)) {
        let programme = draft.programme.clone();
        let old = if known { writer.project(&slug).await? } else { None };
        let lists_partners = !draft.partners.is_empty();
        draft.partners = with_leads(std::mem::take(&mut draft.leads), draft.partners);
        let cells = Cells::of(&draft);
        let project = match &old {
            Some(old) => {
                // Only the template is also exported, so only it can come back unchanged.
                let ours = source.name == TEMPLATE.name;
                let echo = ours.then(|| Echo::of(around, &home_cities, old)).flatten();
                let silence = echo.as_ref().map(|echo| echo.silence(&draft));
                let rows = if ours { draft.partners.clone() } else { Vec::new() };
                let mut new = assembler.project(draft, slug);
                if let Some(silence) = silence {
                    silence(old, &mut new);
                }
                let told = Told { lists_partners, rows: &rows, echo: echo.as_ref() };
                merge(old.clone(), new, &told)
            }
            None => assembler.project(draft, slug),
        };
        doubts.look(&project, &cells);
        if !writer.has_programme(&project.programme) {
            writer.put_programme(&programme).await?;
        }
        put(writer, old, project, report, shrink).await?;
        progress.at(Stage::Projects, done, Some(total));
    }
    report.located = assembler.located;
    report.problems.append(&mut assembler.problems);
    if options.replace {
        remove(writer, &names, report, shrink).await?;
        let unused = writer.unused_programmes().await?;
        for slug in unused {
            writer.remove_programme(&slug).await?;
        }
    }
    measure(writer, doubts, report).await?;
    if report.added + report.changed + report.removed > 0 {
        let mut about = writer.about().cloned().unwrap_or(About {
            schema: None,
            collected: options.today,
            introduction: Vec::new(),
            notes: Vec::new(),
            credits: Vec::new(),
        });
        about.collected = options.today;
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

/// A whole document in the exchange format. It replaces its projects as a whole.
async fn whole(
    writer: &mut Writer<'_>,
    document: catalogue::model::Document,
    options: &ImportOptions,
    (report, shrink): (&mut Report, &mut Shrink),
    progress: &mut dyn Progress,
) -> Result<(), StoreError> {
    let about = About::of(&document);
    for programme in &document.programmes {
        writer.put_programme(programme).await?;
    }
    for city in document.home_cities.iter().chain(&options.home_cities) {
        writer.put_home_city(city).await?;
    }
    let mut names = names(writer).await?;
    let total = document.projects.len() as u64;
    let order: Vec<Slug> = match options.replace {
        true => document.projects.iter().map(|project| project.slug.clone()).collect(),
        false => Vec::new(),
    };
    let programmes: Vec<Slug> = document.programmes.into_iter().map(|it| it.slug).collect();
    let cities: Vec<Slug> = document.home_cities.into_iter().map(|it| it.slug).collect();
    let mut doubts = Doubts::default();
    let cells = Cells::of_document(&report.files);
    for ((done, project), cells) in (1..).zip(document.projects).zip(cells) {
        doubts.look(&project, &cells);
        let old = match names.take(&project.slug) {
            true => writer.project(&project.slug).await?,
            false => None,
        };
        put(writer, old, project, report, shrink).await?;
        progress.at(Stage::Projects, done, Some(total));
    }
    if !options.replace {
        let mut merged = writer.about().unwrap_or(&about).clone();
        for credit in about.credits {
            if !merged.credits.contains(&credit) {
                merged.credits.push(credit);
            }
        }
        measure(writer, doubts, report).await?;
        return writer.set_about(&merged).await;
    }
    remove(writer, &names, report, shrink).await?;
    measure(writer, doubts, report).await?;
    for slug in writer.unused_programmes().await? {
        if !programmes.contains(&slug) {
            writer.remove_programme(&slug).await?;
        }
    }
    let added: Vec<&Slug> = options.home_cities.iter().map(|city| &city.slug).collect();
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

/// Reports contradictions of the file. Which amounts are doubtful is measured with the
/// catalogue as this change leaves it, which is what pages will say.
async fn measure(
    writer: &mut Writer<'_>,
    doubts: Doubts,
    report: &mut Report,
) -> Result<(), StoreError> {
    if doubts.is_empty() {
        return Ok(());
    }
    let mut yardsticks = Yardsticks::default();
    for amounts in writer.amounts().await? {
        yardsticks.add(&amounts, &amounts.contradictions());
    }
    doubts.report(&yardsticks, &mut report.problems);
    Ok(())
}

async fn names(writer: &mut Writer<'_>) -> Result<Names, StoreError> {
    let mut names = Names::default();
    for known in writer.keys().await? {
        let [acronym, keep_url] = [known.acronym.as_deref(), known.keep_url.as_deref()];
        names.insert(known.slug, known.programme, acronym, keep_url);
    }
    Ok(names)
}

/// If the catalogue has a programme of the same name and period under another slug, the
/// rows mean that programme.
fn known_programmes(drafts: &mut [ProjectDraft], programmes: &[Programme]) {
    let mut by_name: HashMap<(String, Period), Vec<&Programme>> = HashMap::new();
    for programme in programmes {
        by_name.entry((key(&programme.name), programme.period)).or_default().push(programme);
    }
    for draft in drafts {
        let own = &draft.programme;
        if programmes.iter().any(|known| known.slug == own.slug) {
            continue;
        }
        let same = by_name.get(&(key(&own.name), own.period)).map(Vec::as_slice);
        if let Some([known]) = same {
            draft.programme = Arc::new((*known).clone());
        }
    }
}

/// Writes one project and counts it.
async fn put(
    writer: &mut Writer<'_>,
    old: Option<Project>,
    new: Project,
    report: &mut Report,
    shrink: &mut Shrink,
) -> Result<(), StoreError> {
    match old {
        Some(old) if old == new => {
            report.unchanged += 1;
            return Ok(());
        }
        Some(old) => {
            report.changed += 1;
            shrink.changed(&old, &new);
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
    shrink: &mut Shrink,
) -> Result<(), StoreError> {
    for slug in names.left() {
        if let Some(old) = writer.project(&slug).await? {
            shrink.removed(&old);
        }
        if writer.remove_project(&slug).await? {
            report.removed += 1;
            report.changes.push((slug, Change::Removed));
        }
    }
    Ok(())
}

/// The names of the fields that differ, as in the exchange format.
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
