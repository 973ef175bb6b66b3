//! The list of all messages.

use catalogue::{Facet, PerFacet, filter::Layer};

use super::{Pattern, Plural};

/// The words of one language. The comments say where a word stands and what
/// fills its gaps, for translators.
#[derive(Debug)]
pub struct Messages {
    // Around every page.
    /// The name of the site.
    pub site: &'static str,
    /// The name of this language, in this language.
    pub language: &'static str,
    /// Heading of the language links.
    pub languages: &'static str,
    /// First link of the page, for keyboards.
    pub skip: &'static str,
    /// On the explorer instead of it, one after the other: past search and filters,
    pub skip_results: &'static str,
    /// to these,
    pub skip_filters: &'static str,
    /// and to the map.
    pub skip_to_map: &'static str,
    /// Link to the page about the site.
    pub about: &'static str,
    /// Link back to the explorer.
    pub all_projects: &'static str,
    /// Links around a project, for screen readers.
    pub neighbours: &'static str,
    /// Link to the project before.
    pub previous_project: &'static str,
    /// Link to the project behind.
    pub next_project: &'static str,
    /// Between them: the place of this project in the search: `{place}`, `{found}`.
    pub place_of: Pattern,
    /// Beneath every page: where the basemap's data comes from. Names stay.
    pub map_credit: &'static str,
    /// Beneath every page: what this site does not do.
    pub no_tracking: &'static str,
    /// Menu of what can be done with the page: share, print.
    pub actions: &'static str,
    /// Button that opens the share sheet or copies the link.
    pub share: &'static str,
    /// Announced when the link was copied.
    pub link_copied: &'static str,
    /// Announced when it could not be copied.
    pub link_not_copied: &'static str,
    /// Button.
    pub print: &'static str,
    /// Note behind a text in another language: `{language}`.
    pub in_language: Pattern,

    // The explorer.
    /// Heading of the page.
    pub title: &'static str,
    /// The same where few of the projects are those of the home cities.
    pub title_of_many: &'static str,
    /// The words that open the explorer there, and where the catalogue has none.
    pub introduction_of_many: &'static str,
    /// On a phone: shows the whole introduction.
    pub read_more: &'static str,
    /// Shows only its first lines again.
    pub read_less: &'static str,
    /// For search engines, under 160 characters.
    pub description: &'static str,
    /// Label of the search box.
    pub search: &'static str,
    /// Inside the empty search box: what can be looked for.
    pub search_hint: &'static str,
    /// Button of the search box.
    pub search_button: &'static str,
    /// Heading and button of the filters.
    pub filters: &'static str,
    /// Button that closes the filters on a phone: `{n}`.
    pub show_results: Plural,
    /// Button that closes them without a result to show.
    pub close: &'static str,
    /// Button at the end of the filters.
    pub apply: &'static str,
    /// Announced and shown: `{n}`.
    pub found: Plural,
    /// When nothing narrows: `{n}`.
    pub all_found: Plural,
    /// Links that choose what a phone shows.
    pub view: &'static str,
    /// One of them.
    pub view_list: &'static str,
    /// Another.
    pub view_table: &'static str,
    /// Menu of the columns of the table.
    pub columns: &'static str,
    /// Head of the first column: the names of the projects.
    pub project_name: &'static str,
    /// The other.
    pub view_map: &'static str,
    /// Before the links that sort.
    pub sort: &'static str,
    /// Names of the orders: relevance, title, start, end, budget.
    pub sorts: [&'static str; 5],
    /// Relevance is called this while nothing is looked for.
    pub sort_own: &'static str,

    // Filters.
    /// Every facet: its heading, and the names of its values.
    pub facets: PerFacet<FacetWords>,
    /// When it ran.
    pub years: &'static str,
    /// First year.
    pub from: &'static str,
    /// Last year.
    pub to: &'static str,
    /// First choice of both: any year.
    pub any_year: &'static str,
    /// Total budget.
    pub budget: &'static str,
    /// Least amount in euro.
    pub budget_from: &'static str,
    /// Largest amount in euro.
    pub budget_to: &'static str,
    /// Under these fields: `{value}` is no amount.
    pub amount_unread: Pattern,
    /// Value: no budget was published.
    pub budget_unpublished: &'static str,
    /// Value, and its chip: some amount of the project is doubtful.
    pub budget_doubtful: &'static str,
    /// Beneath: `{n}` projects have one.
    pub budget_published: Plural,
    /// Opens a long list of values: all `{n}` of them.
    pub show_all: Pattern,
    /// Closes it again.
    pub show_fewer: &'static str,
    /// Label of the box that looks for a value of one facet: `{facet}` is its heading.
    pub seek: Pattern,
    /// Announced there: `{n}` of `{total}` values have what was typed.
    pub seek_left: Plural,
    /// Link that excludes a value: `{value}`.
    pub exclude: Pattern,
    /// Behind the count of a value, for screen readers: `{n}`.
    pub projects: Plural,
    /// A bar of the histogram, for screen readers: `{year}`, `{projects}` such as "4 projects".
    pub in_year: Pattern,

    // Active filters.
    /// Heading of the chips.
    pub active: &'static str,
    /// A chip's link: `{filter}`.
    pub remove: Pattern,
    /// A chip of an excluded value: `{value}`.
    pub not: Pattern,
    /// A chip of the text looked for: `{text}`.
    pub text_chip: Pattern,
    /// A chip of a part of the map.
    pub bbox_chip: &'static str,
    /// A chip of a first year alone: `{from}`.
    pub years_from: Pattern,
    /// A chip of a last year alone: `{to}`.
    pub years_to: Pattern,
    /// A chip of both, and any other range: `{from}`, `{to}`.
    pub range: Pattern,
    /// A chip of a least amount alone: `{from}`.
    pub at_least: Pattern,
    /// A chip of a largest amount alone: `{to}`.
    pub at_most: Pattern,
    /// Link that drops all filters.
    pub clear_all: &'static str,

    // The list.
    /// Heading of the list, for screen readers.
    pub list: &'static str,
    /// When a project runs: `{from}`, `{to}`.
    pub ran: Pattern,
    /// Only the start is known: `{from}`.
    pub ran_from: Pattern,
    /// Only the end is known: `{to}`.
    pub ran_to: Pattern,
    /// The dates are not known.
    pub ran_unknown: &'static str,
    /// Before the countries of a card: `{n}`.
    pub countries: Plural,
    /// On a card: what the part of a `{city}` costs: `{amount}`.
    pub city_money: Pattern,
    /// Link: `{page}`.
    pub page: Pattern,
    /// Heading of the page links.
    pub pages: &'static str,
    /// Which projects a page of the list has: `{from}`, `{to}`, all `{n}`.
    pub page_range: Pattern,
    /// Link.
    pub previous: &'static str,
    /// Link.
    pub next: &'static str,
    /// Heading when nothing is found.
    pub nothing: &'static str,
    /// Before the hints.
    pub nothing_hint: &'static str,
    /// A hint: `{filter}` is the filter to drop, `{n}` what that would leave.
    pub drop_filter: Plural,
    /// Under the list: projects with a partner in `{city}` that others present.
    pub further: Pattern,
    /// Behind those: `{n}` more.
    pub and_more: Plural,

    // Notices about the address.
    /// A value was not understood: `{key}`, `{value}`.
    pub ignored: Pattern,
    /// The catalogue has no such city or programme: `{key}`, `{value}`.
    pub ignored_unknown: Pattern,
    /// There was too much of it: `{key}`.
    pub ignored_too_much: Pattern,

    // Maps.
    /// Heading of the map.
    pub map: &'static str,
    /// What the map shows, for screen readers: a name for each layer, in the order of
    /// `Layer::ALL`.
    pub map_layers: [&'static str; 3],
    /// A marker with several projects: `{n}`, `{place}`.
    pub marker_many: Plural,
    /// A marker with one: `{project}`, `{place}`.
    pub marker_one: Pattern,
    /// Heading of the list that a marker opens: `{n}`, `{place}`.
    pub marker_list: Plural,
    /// Under the map: `{n}` projects without a place.
    pub unlocated: Plural,
    /// A marker that several places share, as `{place}` of the texts above: `{place}`
    /// is the largest of them, `{n}` how many others there are.
    pub and_near: Plural,
    /// The same where they lie farther apart: `{place}`, `{n}`.
    pub and_far: Plural,
    /// Under the map: `{n}` projects are at places outside of its view. Links follow.
    pub outside: Plural,
    /// Behind those: `{n}` more places.
    pub more_places: Plural,
    /// What can be chosen to stand on the map.
    pub layers: &'static str,
    /// The choices: projects, partners, who works with whom.
    pub layer_names: [&'static str; 3],
    /// Tick box: the list shows what the map shows.
    pub follow_map: &'static str,
    /// The map as a whole, for screen readers: how it is moved by keys.
    pub map_keys: &'static str,
    /// The buttons on the map, for screen readers.
    pub map_buttons: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button: back to everything that the map has to show.
    pub fit: &'static str,
    /// Button.
    pub full_screen: &'static str,
    /// Button: where the visitor is.
    pub my_place: &'static str,
    /// Link for keyboards.
    pub skip_map: &'static str,
    /// When the wheel alone scrolls the page.
    pub hint_wheel: &'static str,
    /// The same where the key has another name.
    pub hint_wheel_apple: &'static str,
    /// When one finger alone scrolls the page.
    pub hint_fingers: &'static str,
    /// The basemap that the operator chose cannot be loaded.
    pub no_basemap: &'static str,
    /// The visitor's place is not known or was not given.
    pub no_place: &'static str,
    /// A town of the network: `{place}`, `{n}` participations, `{projects}` is a number.
    pub node: Plural,
    /// A line of the network: `{n}` projects that `{one}` and `{other}` share.
    pub link: Plural,
    /// Opens the network as tables.
    pub network_table: &'static str,
    /// Heading of the table of towns that share projects.
    pub network_links: &'static str,
    /// Its columns: town, town, shared projects.
    pub network_link_heads: [&'static str; 3],
    /// Heading of the table of towns.
    pub network_towns: &'static str,
    /// Its columns: town, participations, projects.
    pub network_town_heads: [&'static str; 3],
    /// Heading of the table of organisations.
    pub network_organisations: &'static str,
    /// Its columns: organisation, town, projects.
    pub network_organisation_heads: [&'static str; 3],
    /// Where no two towns share a project.
    pub no_links: &'static str,
    /// What the map of partners is, for screen readers: `{project}`.
    pub map_partners: Pattern,
    /// Under that map: `{n}` partners are where it does not reach.
    pub partners_outside: Plural,
    /// Under that map: `{n}` partners without a place.
    pub partners_unlocated: Plural,

    // A project.
    /// Before the cities of a project: `{cities}`.
    pub presented_by: Pattern,
    /// A home city merely takes part: `{cities}`.
    pub takes_part: Pattern,
    /// Heading: what it is about.
    pub about_project: &'static str,
    /// Heading: what came of it.
    pub results: &'static str,
    /// Heading.
    pub key_facts: &'static str,
    /// Stands for every fact that was not published.
    pub not_published: &'static str,
    /// Start date.
    pub start: &'static str,
    /// End date.
    pub end: &'static str,
    /// Heading of amounts.
    pub money: &'static str,
    /// What the whole project costs.
    pub total_budget: &'static str,
    /// What the EU pays.
    pub eu_funding: &'static str,
    /// The share the EU pays.
    pub eu_share: &'static str,
    /// Behind an amount that the source gives as a round figure.
    pub rounded: &'static str,
    /// Behind an amount that contradicts another.
    pub doubtful: &'static str,
    /// The same with the reasons: `{reasons}`.
    pub doubtful_because: Pattern,
    /// Why the total budget is doubtful: the EU pays `{amount}`, under `{share}` of it.
    pub doubt_low_share: Pattern,
    /// Why the EU funding is: it is under `{share}` of the total budget, `{amount}`.
    pub doubt_low_funding: Pattern,
    /// Why an amount is: it is above another, `{what}` of the names below.
    pub doubt_more: Pattern,
    /// Why an amount is: it is below another.
    pub doubt_less: Pattern,
    /// Amounts in these sentences, each with `{amount}`: the total budget, the EU funding;
    /// budget and EU funding of some partner; of all partners together; of the very
    /// partner.
    pub doubt_amounts: [Pattern; 8],
    /// Above the list of partners, where their amounts together are doubtful: `{what}` and
    /// `{reason}` are as above.
    pub doubt_sum: Pattern,
    /// The programme's priority.
    pub priority: &'static str,
    /// The programme's specific objective.
    pub objective: &'static str,
    /// keep.eu's own themes.
    pub keep_themes: &'static str,
    /// Heading of the organisations.
    pub partners: &'static str,
    /// Head of a column of the table of partners.
    pub organisation: &'static str,
    /// Another.
    pub place: &'static str,
    /// Another: what the part of a partner costs.
    pub own_budget: &'static str,
    /// In the strip of facts: number of countries.
    pub partner_countries: &'static str,
    /// In the strip of facts: what the part of a home city costs: `{city}`.
    pub city_share: Pattern,
    /// Heading of the sources of a project.
    pub sources_heading: &'static str,
    /// The source speaks of `{n}` partners.
    pub partners_stated: Plural,
    /// `{n}` partners are listed.
    pub partners_listed: Plural,
    /// Names of the roles: lead, partner, associate.
    pub roles: [&'static str; 3],
    /// Listed because a page names it, not because a list has it.
    pub basis_page: &'static str,
    /// Listed because it follows from other facts.
    pub basis_inferred: &'static str,
    /// Heading of links.
    pub links: &'static str,
    /// Link to the project's site.
    pub website: &'static str,
    /// Link to the programme's site.
    pub programme_website: &'static str,
    /// Link to keep.eu.
    pub keep: &'static str,
    /// Heading of related projects.
    pub related: &'static str,
    /// Why: shared themes: `{themes}`.
    pub tie_themes: Pattern,
    /// Why: shared partners: `{partners}`.
    pub tie_partners: Pattern,
    /// Why: the same programme.
    pub tie_programme: &'static str,
    /// Sources of a group of facts: `{n}`.
    pub sources: Plural,
    /// Where sources disagree: `{n}`.
    pub conflicts: Plural,
    /// A source says a value: `{value}`.
    pub claim: Pattern,
    /// What was chosen: `{value}`.
    pub chosen: Pattern,
    /// Nothing was chosen.
    pub none_chosen: &'static str,
    /// What was looked for and not found.
    pub gaps: &'static str,
    /// Names of fields that sources can disagree on: title, start, end, total
    /// budget, EU funding, EU share, partners, number of partners, other.
    pub fields: [&'static str; 9],

    // Errors.
    /// Heading of the page for an address that leads nowhere.
    pub not_found: &'static str,
    /// The same for a project.
    pub project_not_found: &'static str,
    /// What to do then.
    pub not_found_hint: &'static str,
    /// Heading when the program failed.
    pub fault: &'static str,
    /// What to do then.
    pub fault_hint: &'static str,
    /// `{reference}` finds the failure in the log.
    pub fault_reference: Pattern,
    /// Heading when the server cannot be reached.
    pub no_connection: &'static str,
    /// What to do then.
    pub no_connection_hint: &'static str,
    /// Below the list when the server cannot be reached.
    pub no_connection_line: &'static str,
    /// The same when the program fails.
    pub fault_line: &'static str,
    /// The same when an answer takes long.
    pub slow: &'static str,
    /// Button or link that tries again.
    pub try_again: &'static str,

    // Words inside others.
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Behind an amount in millions.
    pub million: &'static str,
    /// Between the last two of a list.
    pub and: &'static str,
}

impl Messages {
    /// The heading of a facet.
    pub fn facet(&self, facet: Facet) -> &'static str {
        self.facets.of(facet).heading
    }

    /// What the map shows of a layer.
    pub fn map_layer(&self, layer: Layer) -> &'static str {
        let [projects, partners, network] = self.map_layers;
        match layer {
            Layer::Projects => projects,
            Layer::Partners => partners,
            Layer::Network => network,
        }
    }

    /// The name of a facet's value, where the translations have it
    /// ([`Naming::Translations`](catalogue::Naming)).
    pub fn value(&self, facet: Facet, value: &str) -> Option<&'static str> {
        let names = self.facets.of(facet).values;
        names.iter().find(|(known, _)| *known == value).map(|(_, name)| *name)
    }
}

/// The words of one facet.
#[derive(Clone, Copy, Debug)]
pub struct FacetWords {
    /// Its heading.
    pub heading: &'static str,
    /// The names of its values where no list of names and no catalogue has them: the
    /// value as addresses name it, and what people read.
    pub values: &'static [(&'static str, &'static str)],
}

impl FacetWords {
    /// The words of a facet whose values are named elsewhere.
    pub const fn heading(heading: &'static str) -> Self {
        Self { heading, values: &[] }
    }
}
