//! A row that names an organisation becomes the draft of a partner.

use catalogue::model::{Country, Role};

use super::{
    draft::{MoneyColumns, PartnerDraft},
    field::Field,
    nearest::nearest,
    problem_kind::ProblemKind,
    row::RowReader,
    table::Cell,
    value,
};

/// The organisation of a row. `role` is its role, or `None` if the row states it.
pub(super) fn partner(
    reader: &mut RowReader<'_>,
    role: Option<Role>,
) -> Result<PartnerDraft, ProblemKind> {
    if is_person(reader) {
        return Err(ProblemKind::PersonSkipped);
    }
    let organisation = reader.text(Field::Organisation).ok_or(ProblemKind::OrganisationMissing)?;
    let in_list = role.is_none();
    let role = match role {
        Some(role) => role,
        None => self::role(reader),
    };
    let (town, town_column) = match reader.cell(Field::Town) {
        Some((cell, column)) => (reader.clean(cell, column), Some(column.clone())),
        None => (None, None),
    };
    let degrees = self::degrees(reader);
    Ok(PartnerDraft {
        row: reader.row.clone(),
        organisation,
        role,
        town,
        town_column,
        postcode: reader.text(Field::Postcode),
        country: country(reader),
        nuts: nuts(reader),
        degrees,
        // In a list of projects the amounts belong to the project.
        budget: if in_list { reader.money(Field::Budget) } else { None },
        eu_funding: if in_list { reader.money(Field::EuFunding) } else { None },
        columns: if in_list { reader.money_columns() } else { MoneyColumns::default() },
    })
}

fn role(reader: &mut RowReader<'_>) -> Role {
    if let Some(leads) =
        reader.read(Field::IsLead, ProblemKind::RoleUnknown, |c| value::yes(&c.shown()))
    {
        return if leads { Role::Lead } else { Role::Partner };
    }
    let Some((cell, _)) = reader.cell(Field::Role) else {
        if reader.has_column(Field::Role) {
            reader.row_problem(ProblemKind::RoleMissing);
        }
        return Role::Partner;
    };
    let written = cell.shown();
    value::part(&written).unwrap_or_else(|| {
        let near = nearest(&written, value::role_words().map(|word| (word, word)));
        reader.problem_with(Field::Role, ProblemKind::RoleUnknown, near.unwrap_or_default());
        Role::Partner
    })
}

/// The country of the first column that names one. A source that has a column for the
/// code and one for the name leaves out the code more often.
fn country(reader: &mut RowReader<'_>) -> Option<Country> {
    let mut cells = reader.all(Field::Country);
    let known = cells.find_map(|(cell, _)| value::country(&cell.shown()));
    if known.is_none() && reader.cell(Field::Country).is_some() {
        let written = reader.cell(Field::Country).map(|(cell, _)| cell.shown());
        let near = nearest(&written.unwrap_or_default(), value::country_names());
        let near = near.map(|country| country.to_string()).unwrap_or_default();
        reader.problem_with(Field::Country, ProblemKind::CountryUnknown, &near);
    }
    known
}

fn nuts(reader: &mut RowReader<'_>) -> Vec<String> {
    let code = |cell: &Cell| {
        let shown = cell.shown();
        let code = shown.split(['/', ' ']).next().unwrap_or_default().to_ascii_uppercase();
        let well_formed = (2..=5).contains(&code.len())
            && code.bytes().take(2).all(|b| b.is_ascii_uppercase())
            && code.bytes().all(|b| b.is_ascii_alphanumeric());
        well_formed.then_some(code)
    };
    let mut codes: Vec<String> = Vec::new();
    for (cell, column) in reader.all(Field::Nuts) {
        match code(cell) {
            Some(code) => codes.push(code),
            None => reader.cell_problem(cell, column, ProblemKind::NutsUnreadable),
        }
    }
    codes.sort_by_key(String::len);
    codes.dedup();
    codes
}

fn degrees(reader: &mut RowReader<'_>) -> Option<(f64, f64)> {
    let within = |limit: f64| {
        move |cell: &Cell| value::degrees(cell).filter(|degrees| degrees.abs() <= limit)
    };
    let lat = reader.read(Field::Latitude, ProblemKind::CoordinateUnreadable, within(90.0));
    let lon = reader.read(Field::Longitude, ProblemKind::CoordinateUnreadable, within(180.0));
    // One coordinate alone is not a place.
    for (one, other) in [(Field::Latitude, Field::Longitude), (Field::Longitude, Field::Latitude)] {
        if reader.cell(one).is_some() && reader.cell(other).is_none() {
            reader.problem(one, ProblemKind::CoordinateUnreadable);
        }
    }
    lat.zip(lon)
}

fn is_person(reader: &RowReader<'_>) -> bool {
    let says = |field| reader.cell(field).is_some_and(|(cell, _)| value::is_person(&cell.shown()));
    says(Field::LegalStatus) || says(Field::Organisation)
}
