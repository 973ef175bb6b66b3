//! One project, as far as facets and orders go.

use std::fmt::Write as _;

use catalogue::model::{Day, Euro, Theme};

use super::dice::Dice;
use super::tables::{
    BUDGETS, COUNTRIES, COUNTRIES_NAMED, KEEP_THEMES, MONTHS, ORGANISATIONS, PROGRAMMES, STARTS,
    THEMES_NAMED,
};

/// How many home cities there are; see `document.rs` for which.
pub(crate) const CITIES: usize = 4;

/// What both ways out need of a project.
pub(crate) struct Facts {
    pub(crate) acronym: String,
    /// Its place in [`PROGRAMMES`].
    pub(crate) programme: usize,
    /// Places in [`KEEP_THEMES`].
    pub(crate) keep_themes: Vec<usize>,
    /// For each organisation the place of its country in [`COUNTRIES`], the lead first.
    pub(crate) countries: Vec<usize>,
    /// The home city that presents it, and whether it leads. Its organisation is
    /// the first then, else the last.
    pub(crate) presented_by: Option<(usize, bool)>,
    pub(crate) start: Day,
    pub(crate) end: Day,
    pub(crate) budget: Option<Euro>,
}

impl Facts {
    /// The facts of project `number`.
    pub(crate) fn of(number: usize) -> Self {
        let mut dice = Dice::of("project", number);
        let (start, end) = time(&mut dice);
        let presented_by = dice.once_in(150).then(|| (dice.below(CITIES), dice.once_in(3)));
        let mut countries = countries(&mut dice);
        if let (Some((_, leads)), Some(home)) = (presented_by, home_country()) {
            let own = if leads { 0 } else { countries.len() - 1 };
            countries[own] = home;
        }
        Self {
            acronym: acronym(&mut dice),
            programme: dice.weighted(PROGRAMMES.into_iter()),
            keep_themes: keep_themes(&mut dice),
            countries,
            presented_by,
            start,
            end,
            budget: budget(&mut dice),
        }
    }

    /// What it is about, each theme of the short list once.
    pub(crate) fn themes(&self) -> Vec<Theme> {
        let mut themes: Vec<Theme> = self.keep_themes.iter().map(|n| KEEP_THEMES[*n].2).collect();
        themes.sort_unstable();
        themes.dedup();
        themes
    }
}

/// Two to five syllables, and sometimes the number of a second project.
fn acronym(dice: &mut Dice) -> String {
    let syllables = 2 + dice.weighted([4, 5, 3, 1].into_iter());
    let mut acronym = super::prose::syllables(dice, syllables).to_uppercase();
    if dice.once_in(12) {
        // Writing into a text cannot fail.
        let _ = write!(acronym, " {}", 2 + dice.below(3));
    }
    acronym
}

fn keep_themes(dice: &mut Dice) -> Vec<usize> {
    let wanted = 1 + dice.weighted(THEMES_NAMED.into_iter());
    let mut themes = Vec::with_capacity(wanted);
    while themes.len() < wanted {
        let theme = dice.weighted(KEEP_THEMES.iter().map(|(_, count, _)| *count));
        if !themes.contains(&theme) {
            themes.push(theme);
        }
    }
    themes
}

fn countries(dice: &mut Dice) -> Vec<usize> {
    let (organisations, _) =
        ORGANISATIONS[dice.weighted(ORGANISATIONS.iter().map(|(_, count)| *count))];
    let wanted = (1 + dice.weighted(COUNTRIES_NAMED.into_iter())).min(organisations);
    let mut countries = vec![dice.weighted(COUNTRIES.iter().map(|land| land.leads))];
    while countries.len() < wanted {
        let country = dice.weighted(COUNTRIES.iter().map(|land| land.partners));
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    while countries.len() < organisations {
        countries.push(countries[dice.below(wanted)]);
    }
    countries
}

fn home_country() -> Option<usize> {
    COUNTRIES.iter().position(|land| land.code == "NL")
}

/// The first day of a month, and the last full month of as many as it lasts.
fn time(dice: &mut Dice) -> (Day, Day) {
    let (year, _) = STARTS[dice.weighted(STARTS.iter().map(|(_, count)| *count))];
    let first = usize::from(year) * 12 + dice.below(12);
    let last = first + dice.quantile(&MONTHS) as usize;
    let day =
        |month: usize, day| Day { year: (month / 12) as u16, month: (month % 12) as u8 + 1, day };
    (day(first, 1), day(last, 28))
}

/// To the cent. In the export every budget is published; one in fifty is left
/// out here, so that the facet has something to count.
fn budget(dice: &mut Dice) -> Option<Euro> {
    let euro = (dice.quantile(&BUDGETS) * 100.0).round() / 100.0;
    (!dice.once_in(50)).then(|| Euro::try_from(euro).ok()).flatten()
}
