//! The panel of filters: a form that works by itself, and that the browser
//! watches once it has hydrated.

use catalogue::{
    Facet,
    filter::{Budget, Chosen, Filter, Part, View},
    model::Euro,
    query::{BudgetFacet, Exploration, Value, YearCount},
};

use super::{
    facet::{Row, group, tick},
    labels,
    seek::plain,
};
use crate::{
    markup::{Element, el, svg},
    site::Site,
};

/// The id of the message about an amount that cannot be read.
pub const UNREAD: &str = "amount-unread";

/// The panel: ticked as `filter` says, counted as the answer to `answered` says, whose
/// links it has. On a narrow screen it is a popover, which needs no script.
pub fn filters(site: Site, filter: &Filter, answered: &Filter, answer: &Exploration) -> Element {
    let t = site.t;
    let by_years = usize::from(filter.years != Default::default());
    let by_budget = filter.budget.count();
    let show = t.show_results.of(answer.found, site.lang);
    let close = el("button")
        .attr("type", "button")
        .class("plain narrow-only")
        .attr("popovertarget", "filters")
        .attr("popovertargetaction", "hide")
        .child(t.close);
    // A visitor cannot change what is locked.
    let free = |part: &Part| !answer.locked.contains(part);
    let facets = |is_open: bool| {
        let list = Facet::ALL.iter().copied().filter(move |facet| facet.row().is_open == is_open);
        list.filter(|facet| free(&Part::Facet(*facet)))
            .filter_map(|facet| {
                let rows = rows(site, facet, filter, answered, answer.facets.of(facet));
                super::facet::facet(site, facet.key(), site.t.facet(facet), rows, is_open)
            })
            .collect::<Vec<_>>()
    };
    let years = free(&Part::Years)
        .then(|| group(t.years, by_years, true, years(site, filter, &answer.facets.years)));
    let budget = free(&Part::Budget)
        .then(|| group(t.budget, by_budget, by_budget > 0, budget(site, filter, answer)));
    el("div")
        .class("filters")
        .attr("id", "filters")
        .attr("popover", "auto")
        .child(
            el("div")
                .class("filters-head")
                .child(el(site.heading(2)).child(t.filters))
                .child(close),
        )
        .child(kept(filter))
        .child(site.fields())
        .child(facets(true))
        .child(years)
        .child(budget)
        .child(facets(false))
        .child(
            el("div")
                .class("filters-foot")
                .child(el("button").attr("type", "submit").class("wide-only").child(t.apply))
                .child(el("button").attr("type", "submit").class("narrow-only").child(show)),
        )
}

/// State that the form must carry although it shows no field for it.
fn kept(filter: &Filter) -> [Element; 4] {
    let sort = (filter.sort != Default::default()).then(|| filter.sort.as_str().to_owned());
    let map = (filter.view == View::Map).then(|| "map".to_owned());
    let layer = (filter.layer != Default::default()).then(|| filter.layer.as_str().to_owned());
    let bbox = filter.bbox.map(|bbox| bbox.to_string());
    [("sort", sort), ("view", map), ("layer", layer), ("bbox", bbox)].map(|(name, value)| {
        let absent = value.is_none();
        let input = el("input").attr("type", "hidden").attr("name", name);
        input.attr("value", value).attr("disabled", absent)
    })
}

/// The values of a facet as rows: chosen as `filter` says, with links of the page that
/// answers `answered`. What is chosen has a row even if no project has the value: a
/// form without a field for it would lose it.
pub fn rows(
    site: Site,
    facet: Facet,
    filter: &Filter,
    answered: &Filter,
    values: &[Value],
) -> Vec<Row> {
    let row = |Value { value, label, count, .. }: &Value| {
        let chosen = filter.choice(facet).of(value);
        // What the link beside a value does with it.
        let turned_to = match chosen {
            Chosen::Excluded => Chosen::No,
            Chosen::No | Chosen::Included => Chosen::Excluded,
        };
        let mut turned = answered.clone().first_page();
        turned.choice_mut(facet).set(value.to_string(), turned_to);
        let label = labels::value(site, facet, value, label.as_deref());
        let exclude = site.filtered(&turned);
        Row { value: value.to_string(), label, count: *count, chosen, exclude: Some(exclude) }
    };
    let choice = filter.choice(facet);
    let others = choice.included().chain(choice.excluded());
    let others = others.filter(|name| values.iter().all(|known| *known.value != **name));
    let other = |name: &str| Row {
        value: name.to_owned(),
        label: labels::value(site, facet, name, None),
        count: 0,
        chosen: choice.of(name),
        exclude: None,
    };
    let mut rows: Vec<_> = values.iter().map(row).chain(others.map(other)).collect();
    if facet.row().by_name {
        rows.sort_by_cached_key(|row| plain(&row.label));
    }
    rows
}

/// The fields of the first and the last year.
pub fn year_fields(site: Site, filter: &Filter, years: &[YearCount]) -> Element {
    let t = site.t;
    let select = |name: &'static str, label: &'static str, chosen: Option<u16>| {
        let option = |value: String, text: String, selected: bool| {
            el("option").attr("value", value).flag("selected", selected).child(text)
        };
        let any = option(String::new(), t.any_year.to_owned(), chosen.is_none());
        let year = |year: &YearCount| {
            option(year.year.to_string(), year.year.to_string(), chosen == Some(year.year))
        };
        // An address may ask for a year in which no project ran.
        let other = chosen.filter(|chosen| years.iter().all(|year| year.year != *chosen));
        let other = other.map(|year| option(year.to_string(), year.to_string(), true));
        let select = el("select").attr("name", name).child(any).child(other);
        let select = select.child(years.iter().map(year).collect::<Vec<_>>());
        el("label").class("field").child(el("span").child(label)).child(select)
    };
    let pair = el("div").class("pair");
    pair.child(select("from", t.from, filter.years.from)).child(select("to", t.to, filter.years.to))
}

fn years(site: Site, filter: &Filter, years: &[YearCount]) -> Vec<Element> {
    let most = years.iter().map(|year| year.count).max().unwrap_or_default().max(1);
    let bar = |(place, year): (usize, &YearCount)| {
        let height = 30 * year.count / most;
        let inside = filter.years.touch((year.year, year.year));
        svg("rect")
            .class(if inside { "bar" } else { "bar outside" })
            .attr("x", (place * 10 + 1).to_string())
            .attr("y", (30 - height).to_string())
            .attr("width", "8")
            .attr("height", height.to_string())
    };
    let histogram = svg("svg")
        .class("histogram")
        .attr("viewBox", format!("0 0 {} 30", years.len() * 10))
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(years.iter().enumerate().map(bar).collect::<Vec<_>>());
    let end = |year: Option<&YearCount>| el("span").child(year.map(|year| year.year.to_string()));
    let ends = el("div").class("histogram-ends").attr("aria-hidden", "true");
    vec![
        histogram,
        ends.child(end(years.first())).child(end(years.last())),
        year_fields(site, filter, years),
    ]
}

/// The fields of the smallest and the largest budget.
pub fn budget_fields(site: Site, filter: &Filter) -> Element {
    let t = site.t;
    let (from, to) = filter.budget.range.unwrap_or_default();
    let field = |name: &'static str, label: &'static str, bound: Option<Euro>| {
        let input = el("input")
            // No number field: it would refuse 1.000.000 without a word.
            .attr("type", "text")
            .attr("name", name)
            .attr("maxlength", "40")
            .attr("inputmode", "decimal")
            .attr("value", bound.map(|euro| euro.to_string()));
        el("label").class("field").child(el("span").child(label)).child(input)
    };
    let pair = el("div").class("pair");
    pair.child(field("budget-from", t.budget_from, from)).child(field("budget-to", t.budget_to, to))
}

/// Which budgets can be asked for besides a range.
pub fn budget_rows(site: Site, filter: &Filter, counts: BudgetFacet) -> Vec<Row> {
    let Budget { unpublished, doubtful, .. } = filter.budget;
    let row = |value: &str, label: &str, count: usize, chosen: bool| Row {
        value: value.to_owned(),
        label: label.to_owned(),
        count,
        chosen: if chosen { Chosen::Included } else { Chosen::No },
        exclude: None,
    };
    let t = site.t;
    let mut rows = vec![row("unpublished", t.budget_unpublished, counts.unpublished, unpublished)];
    // Most catalogues have no project with a doubtful amount.
    if counts.doubtful.is_some() || doubtful {
        let count = counts.doubtful.unwrap_or_default();
        rows.push(row("doubtful", t.budget_doubtful, count, doubtful));
    }
    rows
}

fn budget(site: Site, filter: &Filter, answer: &Exploration) -> Vec<Element> {
    let t = site.t;
    let counts = answer.facets.budget;
    let key = Part::Budget.key();
    let row = |Row { value, label, count, chosen, .. }: Row| {
        let class = if count == 0 { "value none" } else { "value" };
        el("li").class(class).child(tick(site, key, value, label, count, chosen != Chosen::No))
    };
    let rows: Vec<_> = budget_rows(site, filter, counts).into_iter().map(row).collect();
    // Only the client writes here, and no answer changes it.
    let unread = el("p").class("note unread").attr("id", UNREAD).attr("role", "status").markup("");
    vec![
        budget_fields(site, filter),
        unread,
        el("p").class("note").child(t.budget_published.of(counts.published, site.lang)),
        el("ul").class("values").child(rows),
    ]
}
