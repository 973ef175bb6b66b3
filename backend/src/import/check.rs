//! Checks files as an import would, and stores nothing.

use catalogue::model::{
    HomeCity, Project,
    plausibility::{Amounts, Yardsticks},
};

use super::{
    assemble::Assembler,
    doubts::{Cells, Doubts},
    files::{Content, Reading, Request, read},
    names::Names,
    problems::Problems,
    progress::{Progress, Stage},
    rejection::Rejection,
    report::Report,
};
use crate::gazetteer::Gazetteer;

/// Checks files as an import would, and stores nothing. Amounts are measured with those of
/// the file alone.
pub fn check(
    request: Request,
    home_cities: &[HomeCity],
    gazetteer: &Gazetteer,
    progress: &mut dyn Progress,
) -> Result<Report, Rejection> {
    let limits = request.limits;
    let Reading { mut report, content } = read(request, home_cities, progress)?;
    let (mut doubts, mut yardsticks) = (Doubts::default(), Yardsticks::default());
    let mut look = |project: &Project, cells: &Cells| {
        let amounts = Amounts::from(project);
        yardsticks.add(&amounts, &amounts.contradictions());
        doubts.look(project, cells);
    };
    match content {
        Content::Drafts(source, drafts) => {
            let problems = Problems::keeping(limits.problems);
            let mut assembler = Assembler::new(&source, home_cities, gazetteer, problems);
            let slugs = Names::default().of(&drafts.projects, &mut assembler.problems);
            let total = drafts.projects.len() as u64;
            for (done, (draft, (slug, _))) in (1..).zip(drafts.projects.into_iter().zip(slugs)) {
                limits.in_time()?;
                let cells = Cells::of(&draft);
                look(&assembler.project(draft, slug), &cells);
                progress.at(Stage::Projects, done, Some(total));
            }
            report.located = assembler.located;
            report.problems.append(&mut assembler.problems);
        }
        Content::Document(document) => {
            for (project, cells) in document.projects.iter().zip(Cells::of_document(&report.files))
            {
                look(project, &cells);
            }
        }
    }
    doubts.report(&yardsticks, &mut report.problems);
    Ok(report)
}
