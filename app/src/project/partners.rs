//! The organisations that take part.

use catalogue::{
    Facet,
    filter::{Filter, Layer, View, pairs, with_more},
    map::{Camera, LonLat, Viewport},
    model::{
        Basis, Euro, Money, Participation, Role,
        plausibility::{Amount, Rule},
    },
    query::ProjectDetail,
};
use leptos::prelude::*;

use super::facts::amount;
use crate::{
    doubts,
    explorer::plain,
    i18n,
    links::value_link,
    piece::{IntoPiece as _, Piece},
    site::Site,
    sorting::{Key, largest_first, sorted},
    table,
};

/// The key of the order in the address of a project.
const KEY: &str = "partners";

/// How closely the map looks at a town: some 150 kilometres around it.
const SCALE: f64 = 256.0 * 512.0;

/// The order of the partners, chosen by the head of a column.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum PartnerOrder {
    /// As the source has them, the lead first.
    #[default]
    Source,
    /// By name.
    Name,
    /// By country and town.
    Place,
    /// By budget, the largest first.
    Budget,
    /// By EU funding, the largest first.
    EuFunding,
}

impl PartnerOrder {
    const ALL: [Self; 5] = [Self::Source, Self::Name, Self::Place, Self::Budget, Self::EuFunding];

    fn as_str(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Name => "name",
            Self::Place => "place",
            Self::Budget => "budget",
            Self::EuFunding => "eu-funding",
        }
    }

    /// The order that an address asks for.
    pub fn of_query(query: &str) -> Self {
        let asked = pairs(query).find(|(key, _)| key == KEY);
        let known =
            asked.and_then(|(_, name)| Self::ALL.into_iter().find(|it| it.as_str() == name));
        known.unwrap_or_default()
    }

    /// How a screen reader calls it.
    fn direction(self) -> &'static str {
        match self {
            Self::Source | Self::Name | Self::Place => "ascending",
            Self::Budget | Self::EuFunding => "descending",
        }
    }

    /// What a partner is sorted by.
    fn key(self, site: Site, part: &Participation) -> Key {
        // What is not known comes last.
        let amount =
            |money: Option<Money>| largest_first(money.map_or(0, |money| 1 + money.eur.cents()));
        match self {
            Self::Source => (0, String::new()),
            Self::Name => (0, plain(&part.organisation)),
            Self::Place => {
                let country = part.country.map(|country| i18n::country(site.lang, country));
                let town = part.town.as_deref().unwrap_or("~");
                let rank = u64::from(country.is_none());
                (rank, plain(&country.unwrap_or_default()) + " " + &plain(town))
            }
            Self::Budget => amount(part.budget),
            Self::EuFunding => amount(part.eu_funding),
        }
    }
}

/// The table. `query` is the search that led to the page, which the links of its heads keep.
pub fn partners(site: Site, detail: &ProjectDetail, query: &str, order: PartnerOrder) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let listed = project.participations.len();
    let stated = project.partner_count_stated.map(usize::from).filter(|stated| *stated != listed);
    let note = stated.map(|stated| {
        let (stated, listed) =
            (t.partners_stated.of(stated, site.lang), t.partners_listed.of(listed, site.lang));
        view! { <p class="note">{format!("{stated} {listed}")}</p> }
    });
    let none = (listed == 0).then(|| view! { <p class="unknown">{t.not_published}</p> });
    let [budgets, funding] =
        [Amount::PartnersBudget, Amount::PartnersEuFunding].map(|sum| together(site, detail, sum));
    view! {
        {note}
        {none}
        {budgets}
        {funding}
        {(listed > 0).then(|| table(site, detail, query, order))}
    }
    .into_piece()
}

/// Which columns of money there are: those in which some partner has an amount.
#[derive(Clone, Copy)]
struct Published {
    budget: bool,
    eu_funding: bool,
}

fn table(site: Site, detail: &ProjectDetail, query: &str, order: PartnerOrder) -> Piece {
    let t = site.t;
    let project = &detail.project;
    let parts: Vec<(u32, &Participation)> = (0..).zip(&project.participations).collect();
    let published = Published {
        budget: parts.iter().any(|(_, part)| part.budget.is_some()),
        eu_funding: parts.iter().any(|(_, part)| part.eu_funding.is_some()),
    };
    let parts = sorted(parts, |(_, part): &(u32, &Participation)| order.key(site, part));
    let head = |name: &'static str, by: PartnerOrder| {
        let is_sorted = order == by;
        let path = with_more(format!("{}/projects/{}", site.home(), project.slug), query);
        // Pressed again, it leads back to the order of the source.
        let path =
            if is_sorted { path } else { with_more(path, &format!("{KEY}={}", by.as_str())) };
        let href = site.with_embed(path);
        let sorted = is_sorted.then_some(by.direction());
        let is_number = matches!(by, PartnerOrder::Budget | PartnerOrder::EuFunding);
        table::head(name, is_number, Some((href, sorted)))
    };
    let rows: Vec<_> =
        parts.into_iter().map(|(n, part)| partner(site, detail, published, n, part)).collect();
    let heads = [
        Some(head(t.organisation, PartnerOrder::Name)),
        Some(head(t.place, PartnerOrder::Place)),
        published.budget.then(|| head(t.own_budget, PartnerOrder::Budget)),
        published.eu_funding.then(|| head(t.eu_funding, PartnerOrder::EuFunding)),
    ];
    table::table("partners", "partners", t.partners, heads.into_iter().flatten().collect(), rows)
}

/// That the amounts of the partners together are doubtful, where they are.
fn together(site: Site, detail: &ProjectDetail, sum: Amount) -> Option<Piece> {
    let doubt = detail.doubts_of(sum).next()?;
    let counts =
        |amount| detail.doubts_of(amount).any(|doubt| doubt.rule == Rule::PartnersAboveProject);
    let amounts = (0..).zip(&detail.project.participations).filter_map(|(n, part)| {
        let (amount, money) = match sum {
            Amount::PartnersBudget => (Amount::PartnerBudget(n), part.budget),
            _ => (Amount::PartnerEuFunding(n), part.eu_funding),
        };
        money.filter(|_| counts(amount)).map(|money| money.eur)
    });
    let amount: Euro = amounts.sum();
    let words = doubts::of_sum(site, doubt, amount);
    Some(view! { <p class="note">{words}</p> }.into_piece())
}

fn partner(
    site: Site,
    detail: &ProjectDetail,
    published: Published,
    position: u32,
    part: &Participation,
) -> Piece {
    let t = site.t;
    let (class, role) = match part.role {
        Role::Lead => ("partner lead", t.roles[0]),
        Role::Partner => ("partner", t.roles[1]),
        Role::Associate => ("partner", t.roles[2]),
    };
    let basis = match part.basis {
        Some(Basis::ProjectPage) => Some(t.basis_page),
        Some(Basis::Inferred) => Some(t.basis_inferred),
        Some(Basis::PartnerList) | None => None,
    };
    let search = Filter { text: part.organisation.clone(), ..Filter::default() };
    // Read back, since an address has not room for every name.
    let search = site.filtered(&Filter::from_query(&search.to_query()).0);
    let money = |amount: Amount, money: Option<Money>| {
        let mark = doubts::mark(site, detail.doubts_of(amount));
        let gap = if mark.is_some() { " " } else { "" };
        let money = money.map(|money| self::amount(site, money) + gap);
        table::cell(true, view! { {money} {mark} }.into_piece())
    };
    view! {
        <tr class=class id=format!("partner-{position}")>
            <th scope="row">
                <a class="partner-name" href=search>
                    {part.organisation.clone()}
                </a>
                <span class="role">{role}</span>
                {basis.map(|basis| view! { <span class="basis">{basis}</span> })}
            </th>
            {table::cell(false, place(site, part))}
            {published.budget.then(|| money(Amount::PartnerBudget(position), part.budget))}
            {published
                .eu_funding
                .then(|| money(Amount::PartnerEuFunding(position), part.eu_funding))}
        </tr>
    }
    .into_piece()
}

/// Town and country. The town leads to the map around it, the country to all projects with
/// partners there.
fn place(site: Site, part: &Participation) -> Piece {
    let town = part.town.clone().filter(|town| !town.is_empty());
    let camera = part.location.and_then(|location| {
        let center = LonLat::from(location).to_world();
        Camera::of(&Viewport { center, scale: SCALE, width: 1.0, height: 1.0 })
    });
    let town = town.map(|town| match camera {
        None => view! { {town} }.into_piece(),
        Some(_) => {
            let around =
                Filter { view: View::Map, layer: Layer::Partners, camera, ..Filter::default() };
            view! { <a href=site.filtered(&around)>{town}</a> }.into_piece()
        }
    });
    let between = (town.is_some() && part.country.is_some()).then_some(", ");
    let country = part.country.map(|country| {
        let name = i18n::country(site.lang, country);
        value_link(site, Facet::Country, country.as_str(), name)
    });
    view! { {town} {between} {country} }.into_piece()
}
