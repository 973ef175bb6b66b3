//! What rows of a sheet say, before it is put together.

use std::sync::Arc;

use catalogue::model::{CodedLabel, Country, Money, PartialDate, Programme, Role, Slug, Theme};

use super::{mapping::Tongue, problem::Row};

/// A text and what is known of its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// The language, or the number of the column group that shares it.
    pub tongue: Tongue,
    /// The text.
    pub text: String,
}

/// A row of a list of projects.
#[derive(Clone, Debug)]
pub struct ProjectDraft {
    /// Where it stands.
    pub row: Row,
    /// What funds it.
    pub programme: Arc<Programme>,
    /// Its short name.
    pub acronym: Option<String>,
    /// Its name in addresses, where the source gives one.
    pub slug: Option<Slug>,
    /// Its titles.
    pub titles: Vec<Words>,
    /// What it is about.
    pub descriptions: Vec<Words>,
    /// What came of it.
    pub results: Vec<Words>,
    /// When it starts.
    pub start: Option<PartialDate>,
    /// When it ends.
    pub end: Option<PartialDate>,
    /// What it costs.
    pub budget: Option<Money>,
    /// What the EU pays.
    pub eu_funding: Option<Money>,
    /// The share the EU pays.
    pub eu_percent: Option<u8>,
    /// Its own site.
    pub website: Option<String>,
    /// Its page in keep.eu.
    pub keep_url: Option<String>,
    /// Themes of the short list.
    pub themes: Vec<Theme>,
    /// keep.eu's themes, as written.
    pub keep_themes: Vec<String>,
    /// The programme's priority.
    pub priority: Option<CodedLabel>,
    /// The programme's specific objective.
    pub objective: Option<CodedLabel>,
    /// Home cities that present it.
    pub cities: Vec<Slug>,
    /// The name that city gives it.
    pub city_title: Option<String>,
    /// The organisations that its own rows name as leading it.
    pub leads: Vec<PartnerDraft>,
    /// Those of the list of partners.
    pub partners: Vec<PartnerDraft>,
}

impl ProjectDraft {
    /// What a person calls it.
    pub fn name(&self) -> &str {
        self.acronym
            .as_deref()
            .or_else(|| self.titles.first().map(|title| title.text.as_str()))
            .unwrap_or_default()
    }
}

/// An organisation in a project.
#[derive(Clone, Debug)]
pub struct PartnerDraft {
    /// Where it stands.
    pub row: Row,
    /// Its name.
    pub organisation: String,
    /// What part it has.
    pub role: Role,
    /// The town it sits in.
    pub town: Option<String>,
    /// Its postal code.
    pub postcode: Option<String>,
    /// Its country.
    pub country: Option<Country>,
    /// NUTS codes, finest last.
    pub nuts: Vec<String>,
    /// Degrees north and east, where the source gives them.
    pub degrees: Option<(f64, f64)>,
    /// What its part costs.
    pub budget: Option<Money>,
    /// What the EU pays of it.
    pub eu_funding: Option<Money>,
    /// The column of the town, for messages.
    pub town_column: Option<Arc<str>>,
}
