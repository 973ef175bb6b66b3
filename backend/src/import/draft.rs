//! The content of a row, before it becomes a project or a participation.

use std::sync::Arc;

use catalogue::model::{
    CodedLabel, Country, Money, PartialDate, Percent, Programme, Role, Slug, Theme,
};

use super::{field::Tongue, problem::RowRef, value};

/// A text and what is known about its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The language, or the number of the column group that shares it.
    pub tongue: Tongue,
    /// The text.
    pub text: String,
}

/// The columns of the amounts of a row, for messages. `None` for an empty cell.
#[derive(Clone, Debug, Default)]
pub struct MoneyColumns {
    /// The column of the budget.
    pub budget: Option<Arc<str>>,
    /// The column of the EU funding.
    pub eu_funding: Option<Arc<str>>,
}

/// A row of a list of projects.
#[derive(Clone, Debug)]
pub struct ProjectDraft {
    /// The row.
    pub row: RowRef,
    /// Its programme.
    pub programme: Arc<Programme>,
    /// The programme, as the row writes it.
    pub programme_written: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its slug, if the source has one.
    pub slug: Option<Slug>,
    /// Its titles.
    pub titles: Vec<Words>,
    /// Its descriptions.
    pub descriptions: Vec<Words>,
    /// Its results.
    pub results: Vec<Words>,
    /// Its start.
    pub start: Option<PartialDate>,
    /// Its end.
    pub end: Option<PartialDate>,
    /// Its total budget.
    pub budget: Option<Money>,
    /// Its EU funding.
    pub eu_funding: Option<Money>,
    /// The columns of these two.
    pub columns: MoneyColumns,
    /// The share that the EU pays.
    pub eu_percent: Option<Percent>,
    /// Its website.
    pub website: Option<String>,
    /// Its page in keep.eu.
    pub keep_url: Option<String>,
    /// Its themes of the short list.
    pub themes: Vec<Theme>,
    /// Its themes in keep.eu, as written.
    pub keep_themes: Vec<String>,
    /// The programme's priority.
    pub priority: Option<CodedLabel>,
    /// The programme's specific objective.
    pub objective: Option<CodedLabel>,
    /// Home cities that present it.
    pub cities: Vec<Slug>,
    /// The name that the city uses for it.
    pub city_title: Option<String>,
    /// The lead partners in the list of projects.
    pub leads: Vec<PartnerDraft>,
    /// The partners in the list of partners.
    pub partners: Vec<PartnerDraft>,
}

impl ProjectDraft {
    /// Its page in keep.eu, for comparison with others.
    pub fn page(&self) -> Option<String> {
        self.keep_url.as_deref().and_then(value::keep_page)
    }

    /// Its name for people: acronym, title or slug.
    pub fn name(&self) -> &str {
        self.acronym
            .as_deref()
            .or_else(|| self.titles.first().map(|title| title.text.as_str()))
            .or_else(|| self.slug.as_ref().map(Slug::as_str))
            .unwrap_or_default()
    }
}

/// An organisation that takes part in a project.
#[derive(Clone, Debug)]
pub struct PartnerDraft {
    /// The row.
    pub row: RowRef,
    /// Its name.
    pub organisation: String,
    /// Its role.
    pub role: Role,
    /// Its town.
    pub town: Option<String>,
    /// Its postal code.
    pub postcode: Option<String>,
    /// Its country.
    pub country: Option<Country>,
    /// Its NUTS codes, finest last.
    pub nuts: Vec<String>,
    /// Latitude and longitude, if the source has them.
    pub degrees: Option<(f64, f64)>,
    /// Its budget.
    pub budget: Option<Money>,
    /// Its EU funding.
    pub eu_funding: Option<Money>,
    /// The columns of these two.
    pub columns: MoneyColumns,
    /// The column of the town, for messages.
    pub town_column: Option<Arc<str>>,
}
