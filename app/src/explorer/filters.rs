//! The panel of filters: a form that works by itself, and that the browser
//! watches once it has hydrated.

use catalogue::{
    Facet,
    filter::{BudgetMark, Chosen, Filter, Part, View, Years},
    model::Euro,
    query::{BudgetFacet, Exploration, Value, YearCount},
};
use leptos::prelude::*;

use super::{
    facet::{Row, group, value},
    labels,
    seek::plain,
};
use crate::{
    client::{filter_sheet, form::UNREAD},
    piece::{Flag, IntoPiece as _, Piece, heading},
    site::Site,
    sorting::sorted,
};

/// The panel: ticked as `filter` says, counted as the answer to `answered` says, whose
/// links it has. On a narrow screen it is a popover, which needs no script.
pub fn filters(site: Site, filter: &Filter, answered: &Filter, answer: &Exploration) -> Piece {
    let t = site.t;
    let by_years = usize::from(filter.years != Default::default());
    let by_budget = filter.budget.count();
    let show = t.show_results.of(answer.found, site.lang);
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
    let years = free(&Part::Years).then(|| {
        group(t.years, by_years, true, years(site, filter, answered, &answer.facets.years))
    });
    let budget = free(&Part::Budget)
        .then(|| group(t.budget, by_budget, by_budget > 0, budget(site, filter, answered, answer)));
    view! {
        <div class="filters" id="filters" popover="auto" on:toggle=|_| filter_sheet::toggled()>
            <div class="filters-head">
                {heading(site, 2, None, t.filters.into_piece())}
                <button
                    type="button"
                    class="plain narrow-only"
                    popovertarget="filters"
                    popovertargetaction="hide"
                >
                    {t.close}
                </button>
            </div>
            {kept(filter)}
            {site.fields()}
            {facets(true)}
            {years}
            {budget}
            {facets(false)}
            <div class="filters-foot">
                <button type="submit" class="wide-only">
                    {t.apply}
                </button>
                <button type="submit" class="narrow-only">
                    {show}
                </button>
            </div>
        </div>
    }
    .into_piece()
}

/// State that the form must carry although it shows no field for it.
fn kept(filter: &Filter) -> impl IntoView + use<> {
    let sort = (filter.sort != Default::default()).then(|| filter.sort.as_str().to_owned());
    let view = (filter.view != View::default()).then(|| filter.view.as_str().to_owned());
    let columns = (filter.columns != Default::default()).then(|| filter.columns.to_string());
    let layer = (filter.layer != Default::default()).then(|| filter.layer.as_str().to_owned());
    let bbox = filter.bbox.map(|bbox| bbox.to_string());
    let at = filter.camera.map(|camera| camera.to_string());
    let kept = [
        ("sort", sort),
        ("view", view),
        ("columns", columns),
        ("layer", layer),
        ("bbox", bbox),
        ("at", at),
    ];
    kept.map(|(name, value)| {
        let absent = value.is_none();
        view! { <input type="hidden" name=name value=value disabled=absent/> }
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
        let mut turned = answered.clone().first_page();
        turned.choice_mut(facet).set(value.to_string(), turned_to(chosen));
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
    let rows: Vec<_> = values.iter().map(row).chain(others.map(other)).collect();
    if facet.row().by_name { sorted(rows, |row: &Row| (0, plain(&row.label))) } else { rows }
}

/// The fields of the first and the last year.
pub fn year_fields(site: Site, filter: &Filter, years: &[YearCount]) -> Piece {
    let t = site.t;
    let select = |name: &'static str, label: &'static str, chosen: Option<u16>| {
        let option = |value: String, text: String, selected: bool| {
            view! {
                <option value=value selected=selected prop:selected=Flag(selected)>
                    {text}
                </option>
            }
            .into_piece()
        };
        let any = option(String::new(), t.any_year.to_owned(), chosen.is_none());
        let year = |year: &YearCount| {
            option(year.year.to_string(), year.year.to_string(), chosen == Some(year.year))
        };
        // An address may ask for a year in which no project ran.
        let other = chosen.filter(|chosen| years.iter().all(|year| year.year != *chosen));
        let other = other.map(|year| option(year.to_string(), year.to_string(), true));
        let years: Vec<_> = years.iter().map(year).collect();
        view! {
            <label class="field">
                <span>{label}</span>
                <select name=name>{any} {other} {years}</select>
            </label>
        }
    };
    view! {
        <div class="pair">
            {select("from", t.from, filter.years.from)}
            {select("to", t.to, filter.years.to)}
        </div>
    }
    .into_piece()
}

/// The years: how many projects ran in each, as bars that are links, and the fields.
fn years(site: Site, filter: &Filter, answered: &Filter, years: &[YearCount]) -> Piece {
    let end = |year: Option<&YearCount>| year.map(|year| year.year.to_string());
    view! {
        {histogram(site, filter, answered, years)}
        <div class="histogram-ends" aria-hidden="true">
            <span>{end(years.first())}</span>
            <span>{end(years.last())}</span>
        </div>
        {year_fields(site, filter, years)}
    }
    .into_piece()
}

/// A table that is drawn as bars. Each leads to its year, or back to all of them. (The roles
/// are written since a table that is laid out as a grid loses them in some browsers.)
fn histogram(site: Site, filter: &Filter, answered: &Filter, years: &[YearCount]) -> Piece {
    let t = site.t;
    let most = years.iter().map(|year| year.count).max().unwrap_or_default().max(1);
    let bar = |YearCount { year, count }: &YearCount| {
        let height = 30 * count / most;
        let only = Years { from: Some(*year), to: Some(*year) };
        let is_chosen = filter.years == only;
        let years = if answered.years == only { Years::default() } else { only };
        let href = site.filtered(&Filter { years, ..answered.clone().first_page() });
        let projects = t.projects.of(*count, site.lang);
        let year_text = year.to_string();
        let tip = t.in_year.fill(&[("year", &year_text), ("projects", &projects)]);
        let inside = filter.years.touch((*year, *year));
        view! {
            <tr role="row">
                <th role="rowheader" scope="row" class="unseen">
                    {year_text}
                </th>
                <td role="cell">
                    <a href=href aria-current=is_chosen.then_some("true") data-stay>
                        <span class="bar-tip">{tip}</span>
                        <svg viewBox="0 0 10 30" preserveAspectRatio="none" aria-hidden="true">
                            <rect
                                class=if inside { "bar" } else { "bar outside" }
                                x="1"
                                y=(30 - height).to_string()
                                width="8"
                                height=height.to_string()
                            ></rect>
                        </svg>
                    </a>
                </td>
            </tr>
        }
        .into_piece()
    };
    let bars: Vec<_> = years.iter().map(bar).collect();
    view! {
        <table class="histogram" role="table" aria-label=t.years>
            <tbody role="rowgroup">{bars}</tbody>
        </table>
    }
    .into_piece()
}

/// The fields of the smallest and the largest budget.
pub fn budget_fields(site: Site, filter: &Filter) -> Piece {
    let t = site.t;
    let (from, to) = filter.budget.range.unwrap_or_default();
    let field = |name: &'static str, label: &'static str, bound: Option<Euro>| {
        let value = bound.map(|euro| euro.to_string());
        view! {
            <label class="field">
                <span>{label}</span>
                // No number field: it would refuse 1.000.000 without a word.
                <input type="text" name=name maxlength="40" inputmode="decimal" value=value/>
            </label>
        }
    };
    view! {
        <div class="pair">
            {field("budget-from", t.budget_from, from)}
            {field("budget-to", t.budget_to, to)}
        </div>
    }
    .into_piece()
}

/// What can be asked of budgets besides a range: chosen as `filter` says, with links of the
/// page that answers `answered`.
pub fn budget_rows(
    site: Site,
    filter: &Filter,
    answered: &Filter,
    counts: BudgetFacet,
) -> Vec<Row> {
    let t = site.t;
    let row = |mark: BudgetMark| {
        let chosen = filter.budget.of(mark);
        let (label, count) = match mark {
            BudgetMark::Unpublished => (t.budget_unpublished, Some(counts.unpublished)),
            // Most catalogues have no project with a doubtful amount.
            BudgetMark::Doubtful => {
                (t.budget_doubtful, counts.doubtful.or((chosen != Chosen::No).then_some(0)))
            }
        };
        let mut turned = answered.clone().first_page();
        turned.budget = turned.budget.with(mark, turned_to(chosen));
        Some(Row {
            value: mark.as_str().to_owned(),
            label: label.to_owned(),
            count: count?,
            chosen,
            exclude: Some(site.filtered(&turned)),
        })
    };
    BudgetMark::ALL.into_iter().filter_map(row).collect()
}

/// What the link beside a value does with it.
fn turned_to(chosen: Chosen) -> Chosen {
    match chosen {
        Chosen::Excluded => Chosen::No,
        Chosen::No | Chosen::Included => Chosen::Excluded,
    }
}

fn budget(site: Site, filter: &Filter, answered: &Filter, answer: &Exploration) -> Piece {
    let t = site.t;
    let counts = answer.facets.budget;
    let key = Part::Budget.key();
    let rows = budget_rows(site, filter, answered, counts).into_iter();
    let rows: Vec<_> = rows.map(|row| value(site, key, row, false)).collect();
    view! {
        {budget_fields(site, filter)}
        // Only the client writes here, and no answer changes it.
        <p class="note unread" id=UNREAD role="status"></p>
        <p class="note">{t.budget_published.of(counts.published, site.lang)}</p>
        <ul class="values">{rows}</ul>
    }
    .into_piece()
}
