//! What the explorer shows for one filter. Everything here travels to the browser.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    facet::Facet,
    filter::{Chosen, Ignored, Part},
    map::{Bbox, Fixed, Shown},
    model::{Country, LocalText, Money, PartialDate, Slug, Status, Theme, plausibility::Doubt},
};

/// The answer to a filter: one page of the list, all counts, and the map.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Exploration {
    /// The query this answers, canonical and without what was ignored.
    pub query: String,
    /// What of the address was not understood.
    pub ignored: Vec<Ignored>,
    /// The parts of the filter that the lock fixes.
    pub locked: Vec<Part>,
    /// Projects in the whole catalogue, or in the part of it that is not locked.
    pub total: usize,
    /// Projects found.
    pub found: usize,
    /// The page of the list shown, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
    /// The projects on this page.
    pub cards: Vec<Card>,
    /// What can be filtered by, with counts.
    pub facets: Facets,
    /// Where the projects found are, all pages of them; inside the part of the map
    /// that was asked for, if one was.
    pub markers: Markers,
    /// Where projects found are outside of what the map shows; empty where a part of
    /// the map was asked for.
    pub outside: Outside,
    /// Who works with whom, on the layer `network`.
    pub network: Option<NetworkTables>,
    /// Projects found that have no place on the map.
    pub unlocated: Vec<Item>,
    /// What the map shows: [`views::overview`](crate::map::views::overview) makes
    /// the view of it, for which the markers were made.
    pub shown: Shown,
    /// The home cities that present something of what was found: the map names them.
    pub presenting: Vec<Slug>,
    /// For each city asked for: projects with a partner there that others present.
    pub further: Vec<Further>,
    /// When nothing was found: what to drop, and how many projects that would leave.
    pub hints: Vec<Hint>,
    /// The first and the last year of the catalogue, for the time bars.
    pub years: Option<(u16, u16)>,
    /// The words that open the explorer.
    pub introduction: Option<LocalText>,
    /// The title that the operator gave the explorer, if any.
    pub title: Option<String>,
    /// Whether home cities present at least half of the projects in the catalogue, or in the
    /// scope of a lock. Elsewhere the explorer is not about "our cities".
    pub is_of_home_cities: bool,
}

/// A project by its name, for links.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Item {
    /// Its name in addresses.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The home cities that present it.
    pub cities: Vec<Slug>,
}

/// A project in the list.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Card {
    /// Slug, name and cities.
    pub item: Item,
    /// The official title where it says more than the name.
    pub title: Option<LocalText>,
    /// The title that the city gave it, where that is another one.
    pub title_by_city: Option<String>,
    /// The first lines of the description.
    pub description: Option<LocalText>,
    /// The name of the programme.
    pub programme: String,
    /// What it is about.
    pub themes: Vec<Theme>,
    /// Where its markers stand.
    pub markers: Vec<Fixed>,
    /// Where its partners are, the lead first; none where that is not known.
    pub partners: Vec<Fixed>,
    /// Where its organisations come from, alphabetical by code.
    pub countries: Vec<Country>,
    /// When it started or will start.
    pub start: Option<PartialDate>,
    /// When it ended or will end.
    pub end: Option<PartialDate>,
    /// Planned, ongoing, closed or not known.
    pub status: Status,
    /// What the parts of the home cities that present it cost, where that was published and
    /// is not doubtful.
    pub cities_money: Vec<CityMoney>,
    /// What the whole project costs.
    pub total_budget: Option<Money>,
    /// Why that is doubtful, if it is.
    pub doubt: Option<Doubt>,
    /// What only the table shows; none in the other views.
    pub row: Option<CardRow>,
}

/// What the table shows of a project besides what its card does.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct CardRow {
    /// The organisation that leads it.
    pub lead: Option<String>,
    /// How many organisations take part: as its page says, else as many as are listed.
    pub partners: usize,
    /// What the EU pays.
    pub eu_funding: Option<Money>,
    /// Why that is doubtful, if it is.
    pub doubt: Option<Doubt>,
}

/// What the part of a home city in a project costs.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct CityMoney {
    /// The city.
    pub city: Slug,
    /// Its budget.
    pub budget: Money,
}

/// A value of a facet.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Value {
    /// The value, named as in addresses; shared with the index, since every answer has
    /// all of them.
    pub value: Arc<str>,
    /// Its label where the catalogue names it ([`Naming::Catalogue`](crate::Naming)).
    pub label: Option<Arc<str>>,
    /// How many projects it would leave.
    pub count: usize,
    /// Whether it is asked for.
    pub chosen: Chosen,
}

/// The values of one facet.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct FacetValues {
    /// Which facet.
    pub facet: Facet,
    /// Its values with their counts, in the order in which they are offered.
    pub values: Vec<Value>,
}

/// All that can be filtered by, with counts.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Facets {
    /// The values of every facet, in canonical order.
    pub lists: Vec<FacetValues>,
    /// How many projects ran in each year of the catalogue.
    pub years: Vec<YearCount>,
    /// Budgets.
    pub budget: BudgetFacet,
}

impl Facets {
    /// The values of a facet.
    pub fn of(&self, facet: Facet) -> &[Value] {
        let list = self.lists.iter().find(|list| list.facet == facet);
        list.map_or(&[], |list| &list.values)
    }
}

/// How many projects are known to have run in a year.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct YearCount {
    /// The year.
    pub year: u16,
    /// Projects.
    pub count: usize,
}

/// Counts of projects with and without a published total budget.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct BudgetFacet {
    /// With one.
    pub published: usize,
    /// Without.
    pub unpublished: usize,
    /// With an amount, of whatever kind, that is doubtful; nothing where no project of the
    /// catalogue has one.
    pub doubtful: Option<usize>,
}

/// A marker on the map: a place, or several that are too close for a marker each, and
/// the projects that have their marker there.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Marker {
    /// A name for it that is unique on the map and can stand in addresses.
    pub id: String,
    /// The town; the one with most projects where there are several.
    pub name: String,
    /// How many other towns share the marker.
    pub near: usize,
    /// Degrees east.
    pub lon: f64,
    /// Degrees north.
    pub lat: f64,
    /// The part of the map in which all of these projects and no others have
    /// their markers.
    pub area: Option<Bbox>,
    /// How many projects have their marker here.
    pub count: usize,
    /// How often they do: the participations of these projects that sit here. On
    /// the layer `projects` a project has one at each place of its markers.
    pub participations: usize,
    /// The projects. Of several, none where there are more than
    /// [`Marker::MAX_ITEMS`], or more than [`Marker::MAX_LISTS`] markers.
    pub items: Vec<Item>,
}

impl Marker {
    /// A pop-up with more would be too long to read; the list has them all.
    pub const MAX_ITEMS: usize = 40;
    /// With more markers than this, their lists would make the page too large.
    pub const MAX_LISTS: usize = 40;
}

/// The markers of any part of the map.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Markers {
    /// The markers that stand there.
    pub list: Vec<Marker>,
    /// What they share, on the layer `network`.
    pub links: Vec<Link>,
    /// How many links there are besides, each weaker than these.
    pub more_links: usize,
}

/// Projects with participations at two markers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Link {
    /// The position of one in the list of markers.
    pub from: u16,
    /// The position of the other, behind it.
    pub to: u16,
    /// How many projects there are that have participations at both.
    pub projects: u32,
}

impl Link {
    /// More lines cannot be told apart; the strongest are shown.
    pub const MAX: usize = 80;
}

/// Who works with whom in the projects found, by name and whatever the map shows; the
/// strongest first, at most [`NetworkTables::MOST`] of each.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct NetworkTables {
    /// Towns that share projects.
    pub pairs: Vec<TownPair>,
    /// How many more pairs there are.
    pub more_pairs: usize,
    /// The towns by how often organisations of theirs take part.
    pub towns: Vec<NetworkTown>,
    /// How many more towns there are.
    pub more_towns: usize,
    /// The organisations by their projects.
    pub organisations: Vec<NetworkOrganisation>,
    /// How many more organisations there are.
    pub more_organisations: usize,
}

impl NetworkTables {
    /// More rows of a table would not be read.
    pub const MOST: usize = 50;
}

/// A town of the network: places of one name near each other.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct NetworkTown {
    /// Its name.
    pub name: String,
    /// The part of the map that it takes up.
    pub area: Option<Bbox>,
    /// How often organisations of it take part.
    pub participations: usize,
    /// In how many projects.
    pub projects: usize,
}

/// Two towns that share projects.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct TownPair {
    /// The names of the towns, the one with more participations first.
    pub towns: [String; 2],
    /// How many projects have participations in both.
    pub projects: usize,
}

/// An organisation of the network.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct NetworkOrganisation {
    /// Its name, as the first of its projects has it.
    pub name: String,
    /// The text that finds all its projects: its name, or that of the home city whose
    /// municipality it is, which every project calls differently.
    pub search: String,
    /// Its town there.
    pub town: Option<String>,
    /// Its country there.
    pub country: Option<Country>,
    /// How many projects it takes part in.
    pub projects: usize,
}

/// The places of projects found that lie outside of what the map shows.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Outside {
    /// How many projects have a marker there.
    pub count: usize,
    /// The places without their projects, the largest first; at most
    /// [`Marker::MAX_LISTS`].
    pub markers: Vec<Marker>,
    /// How many places there are besides.
    pub more: usize,
}

/// Projects with a partner in a home city that others present.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Further {
    /// The city.
    pub city: Slug,
    /// The projects, at most [`Further::MAX_ITEMS`].
    pub items: Vec<Item>,
    /// How many there are.
    pub count: usize,
}

impl Further {
    /// It is one line under the list.
    pub const MAX_ITEMS: usize = 12;
}

/// A part of the filter that could be dropped.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Hint {
    /// Which.
    pub part: Part,
    /// How many projects would then be found.
    pub count: usize,
}
