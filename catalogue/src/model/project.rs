//! One Interreg operation and the organisations that take part in it.

use serde::{Deserialize, Serialize};

use super::{
    Conflict, Country, Day, LocalText, Location, Money, PartialDate, Percent, Slug, Source, Theme,
    text, text::Lang,
};

/// What part an organisation has in a project.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Answers for the whole project towards the programme.
    Lead,
    /// Takes part with a budget of its own.
    Partner,
    /// Takes part without one.
    Associate,
}

/// Why an organisation is listed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A page lists it as a partner.
    PartnerList,
    /// A page of the project, the programme or the organisation names it as taking part.
    ProjectPage,
    /// It follows from other facts; the note says how.
    Inferred,
}

/// One organisation's part in one project.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// The organisation's name as the source writes it.
    pub organisation: String,
    /// What part it has.
    pub role: Role,
    /// The home city whose own municipality this is.
    #[serde(default)]
    pub city: Option<Slug>,
    /// The town it sits in.
    #[serde(default)]
    pub town: Option<String>,
    /// The country it sits in.
    #[serde(default)]
    pub country: Option<Country>,
    /// NUTS region codes, finest last.
    #[serde(default)]
    pub nuts: Vec<String>,
    /// Its place on the map.
    #[serde(default)]
    pub location: Option<Location>,
    /// Its own budget in the project.
    #[serde(default)]
    pub budget: Option<Money>,
    /// What it receives from the EU.
    #[serde(default)]
    pub eu_funding: Option<Money>,
    /// Why it is listed.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// Pages that name it.
    #[serde(default)]
    pub sources: Vec<String>,
    /// What to know about it, in English.
    #[serde(default)]
    pub note: Option<String>,
}

/// A code of the funding programme with what it stands for.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CodedLabel {
    /// The code, such as `RSO2.1`.
    #[serde(default)]
    pub code: Option<String>,
    /// What it stands for, in English.
    pub label: String,
}

/// Whether a project is yet to come, under way or over, on a given day.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It starts later.
    Planned,
    /// It has started and its end is yet to come.
    Ongoing,
    /// Its end is past.
    Closed,
    /// The published dates do not tell.
    Unknown,
}

impl Status {
    /// Every status, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Planned, Self::Ongoing, Self::Closed, Self::Unknown];

    /// The name in addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Ongoing => "ongoing",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
        }
    }
}

/// One Interreg operation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Its name in addresses; never changes.
    pub slug: Slug,
    /// The short name it is known by.
    #[serde(default)]
    pub acronym: Option<String>,
    /// The name the presenting city gives it.
    #[serde(default)]
    pub city_title: Option<String>,
    /// Its official title, in as many languages as were published.
    #[serde(default)]
    pub title: Vec<LocalText>,
    /// What it is about, in as many languages as were published.
    #[serde(default)]
    pub description: Vec<LocalText>,
    /// What came of it or is to come of it, in as many languages as were published.
    #[serde(default)]
    pub results: Vec<LocalText>,
    /// The home cities that present it; the `city` filter means these.
    #[serde(default)]
    pub presented_by: Vec<Slug>,
    /// The programme that funds it.
    pub programme: Slug,
    /// The programme's priority it falls under.
    #[serde(default)]
    pub priority: Option<CodedLabel>,
    /// The programme's specific objective it serves.
    #[serde(default)]
    pub specific_objective: Option<CodedLabel>,
    /// What it is about, from the short public list.
    #[serde(default)]
    pub themes: Vec<Theme>,
    /// Who assigned the themes; absent when the source did.
    #[serde(default)]
    pub themes_assigned_by: Option<String>,
    /// keep.eu's own themes.
    #[serde(default)]
    pub keep_themes: Vec<String>,
    /// When it started or will start.
    #[serde(default)]
    pub start: Option<PartialDate>,
    /// When it ended or will end.
    #[serde(default)]
    pub end: Option<PartialDate>,
    /// What the whole project costs.
    #[serde(default)]
    pub total_budget: Option<Money>,
    /// What the EU pays of it.
    #[serde(default)]
    pub eu_funding: Option<Money>,
    /// The share the EU pays, where only that was published.
    #[serde(default)]
    pub eu_cofinancing_percent: Option<Percent>,
    /// Its own site.
    #[serde(default)]
    pub website: Option<String>,
    /// Its page in keep.eu, the Interreg database.
    #[serde(default)]
    pub keep_url: Option<String>,
    /// How many partners a source speaks of; the list can be shorter.
    #[serde(default)]
    pub partner_count_stated: Option<u16>,
    /// The organisations that take part, the lead first.
    #[serde(default)]
    pub participations: Vec<Participation>,
    /// Where the facts come from.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Where sources disagree.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// What was looked for and not found, in English.
    #[serde(default)]
    pub gaps: Vec<String>,
}

impl Project {
    /// How many organisations take part: as its page says, else as many as are listed.
    pub fn partner_count(&self) -> usize {
        self.partner_count_stated.map_or(self.participations.len(), usize::from)
    }

    /// Where its organisations come from, each country once.
    pub fn countries(&self) -> Vec<Country> {
        let mut countries = Vec::new();
        for country in self.participations.iter().filter_map(|part| part.country) {
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        countries
    }

    /// The name set large: the acronym, else the city's own title, else the
    /// official one, else the slug, which always exists.
    pub fn name(&self, lang: Lang) -> &str {
        self.acronym
            .as_deref()
            .or(self.city_title.as_deref())
            .or_else(|| text::best(&self.title, lang).map(|title| title.text.as_str()))
            .unwrap_or(self.slug.as_str())
    }

    /// The title that the city gave it, where neither the name nor the official title in
    /// this language says that.
    pub fn title_by_city(&self, lang: Lang) -> Option<&str> {
        let official = text::best(&self.title, lang).map(|title| title.text.as_str());
        let own = self.city_title.as_deref()?;
        (own != self.name(lang) && Some(own) != official).then_some(own)
    }

    /// Whether it is yet to come, under way or over on the day `today`.
    pub fn status(&self, today: Day) -> Status {
        match (self.start, self.end) {
            (_, Some(end)) if end.latest() < today => Status::Closed,
            (Some(start), _) if start.earliest() > today => Status::Planned,
            // A date that is only a month or a year can lie on either side of today.
            (Some(start), Some(end)) if start.latest() <= today && end.earliest() >= today => {
                Status::Ongoing
            }
            (Some(start), Some(end)) if start.earliest() <= today && end.latest() >= today => {
                Status::Ongoing
            }
            _ => Status::Unknown,
        }
    }

    /// The first and the last year in which it is known to have run. Without a
    /// published end that is the year it started: unknown is not "until today".
    pub fn years(&self) -> Option<(u16, u16)> {
        let start = self.start.map(PartialDate::year);
        let end = self.end.map(PartialDate::year);
        start.or(end).zip(end.or(start))
    }

    /// Whether the presenting city's own participation leads it.
    pub fn led_by_presenting_city(&self) -> bool {
        self.participations.iter().any(|part| {
            part.role == Role::Lead
                && part.city.as_ref().is_some_and(|city| self.presented_by.contains(city))
        })
    }

    /// The organisation that answers for it; two for some Swedish-Norwegian projects.
    pub fn leads(&self) -> impl Iterator<Item = &Participation> {
        self.participations.iter().filter(|part| part.role == Role::Lead)
    }
}
