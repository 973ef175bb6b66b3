//! A row of a list of projects becomes a draft.

use catalogue::model::{HomeCity, Role};

use super::{
    draft::{ProjectDraft, Words},
    field::{Field, Tongue},
    identity::exact,
    partner_row::partner,
    problem::RowRef,
    problem_kind::ProblemKind,
    programmes::{Named, Programmes},
    row::{RowReader, coded},
};

/// Reads a row. `None` if the row does not identify a project; that is then a problem.
pub fn project(
    row: RowRef,
    mut reader: RowReader<'_>,
    programmes: &mut Programmes,
    cities: &[HomeCity],
) -> Option<ProjectDraft> {
    let period = reader.period();
    let programme = reader.text(Field::Programme);
    let acronym = reader.text(Field::Acronym);
    let (mut titles, mut descriptions, mut results) = (Vec::new(), Vec::new(), Vec::new());
    reader.texts(|field, text| match field {
        Field::Title(tongue) => titles.push(Words { tongue, text }),
        Field::Description(tongue) => descriptions.push(Words { tongue, text }),
        // Achieved results come before expected ones.
        Field::Results(tongue)
            if matches!(tongue, Tongue::Tagged(_))
                || results.iter().all(|it: &Words| it.tongue != tongue) =>
        {
            results.push(Words { tongue, text });
        }
        _ => {}
    });
    let slug = reader.slug();
    if acronym.is_none() && titles.is_empty() && slug.is_none() {
        reader.row_problem(ProblemKind::NameMissing);
        return None;
    }
    let Some(programme) = programme else {
        reader.row_problem(ProblemKind::ProgrammeMissing);
        return None;
    };
    let programme_written = exact(&programme);
    let Some(Named { programme, meant }) = programmes.get(programme, period) else {
        reader.problem(Field::Programme, ProblemKind::PeriodUnknown);
        return None;
    };
    reader.period_unread();
    if let Some(meant) = meant {
        reader.problem_with(Field::Programme, ProblemKind::ProgrammeMisspelt, meant);
    }
    let (mut start, mut end) = (reader.date(Field::Start), reader.date(Field::End));
    if let (Some(from), Some(to)) = (start, end)
        && to.latest() < from.earliest()
    {
        reader.problem(Field::End, ProblemKind::EndBeforeStart);
        (start, end) = (None, None);
    }
    let lead = match partner(&mut reader, Some(Role::Lead)) {
        Ok(lead) => Some(lead),
        // Not every source names the lead in the list of projects.
        Err(ProblemKind::OrganisationMissing) => None,
        Err(kind) => {
            reader.row_problem(kind);
            None
        }
    };
    let (themes, keep_themes) = reader.themes();
    Some(ProjectDraft {
        programme,
        programme_written,
        acronym,
        slug,
        titles,
        descriptions,
        results,
        start,
        end,
        budget: reader.money(Field::Budget),
        eu_funding: reader.money(Field::EuFunding),
        columns: reader.money_columns(),
        eu_percent: reader.percent(),
        website: reader.web(Field::Website),
        keep_url: reader.web(Field::KeepUrl),
        themes,
        keep_themes,
        priority: reader.text(Field::Priority).and_then(coded),
        objective: reader.text(Field::Objective).and_then(coded),
        cities: reader.cities(cities),
        city_title: reader.text(Field::CityTitle),
        leads: lead.into_iter().collect(),
        partners: Vec::new(),
        row,
    })
}
