//! The generator's form: the first three steps. It is sent with GET, so that the
//! address says all of it, and needs no script. What `data-live` marks is what the
//! script exchanges when something has been chosen; fields themselves stay, and
//! with them focus and whatever is being typed.

use catalogue::{
    Facet,
    filter::{Chosen, Filter, Layer, Part, Sort, View},
    query::{Exploration, FacetValues},
};
use leptos::prelude::*;

use super::{
    Setup,
    fields::{Fold, Hidden, Pick, Radios, Select},
    look::look,
};
use crate::{
    explorer::{Row, budget_fields, budget_rows, chips_of, rows, year_fields},
    i18n::{
        self,
        server_only::embed::{EmbedWords, words},
    },
    site::Site,
};

/// The form, filled in.
pub fn form(site: Site, setup: &Setup, answer: &Exploration) -> AnyView {
    let words = words(site.lang);
    let [shows, visitors, looks, _] = words.steps;
    let filter = &setup.filter;
    let (text, sort, layer) = (filter.text.clone(), filter.sort, filter.layer);
    let narrowing = narrowing(site, filter, answer);
    let kept = kept(site, words, setup, answer);
    let found = site.t.found.of(answer.found, site.lang);
    let confined = usize::from(setup.is_confined);
    let look = look(site, words, setup);
    view! {
        <form class="embed-form" action=format!("/{}/embed", site.lang)>
            <Step heading=shows>
                <Search site text/>
                {narrowing}
                <OrderAndLayer site sort layer/>
                {kept}
                <p class="embed-found" data-live>{found}</p>
            </Step>
            <Step heading=visitors>
                <p class="hint" id="visitors-hint">{words.visitors_hint}</p>
                <Radios
                    name="visitors"
                    choice=&words.visitors
                    values=["free", "only"]
                    chosen=confined
                    described_by="visitors-hint"
                />
            </Step>
            <Step heading=looks>{look}</Step>
            <p>
                <button type="submit">{words.show_it}</button>
            </p>
        </form>
    }
    .into_any()
}

#[component]
fn Step(heading: &'static str, children: Children) -> AnyView {
    view! {
        <section class="step">
            <h2>{heading}</h2>
            {children()}
        </section>
    }
    .into_any()
}

#[component]
fn Search(site: Site, text: String) -> impl IntoView {
    view! {
        <label class="field">
            <span>{site.t.search}</span>
            <input type="search" name="q" maxlength=Filter::MAX_TEXT.to_string() value=text/>
        </label>
    }
}

/// Everything that narrows, folded away as the explorer has it: first every facet, then
/// years and budget.
fn narrowing(site: Site, filter: &Filter, answer: &Exploration) -> AnyView {
    let (t, facets) = (site.t, &answer.facets);
    let list = |list: &FacetValues| {
        let rows = rows(site, list.facet, filter, filter, &list.values);
        if rows.is_empty() {
            return None;
        }
        let active = rows.iter().filter(|row| row.chosen != Chosen::No).count();
        let key = list.facet.key();
        let values = rows.into_iter().map(|row| view! { <Value site key row/> }).collect_view();
        let is_open = list.facet == Facet::City;
        Some(view! {
            <Fold heading=t.facet(list.facet) active is_open>
                <ul class="values">{values}</ul>
            </Fold>
        })
    };
    let Filter { years, budget, .. } = filter;
    let by_years = usize::from(*years != Default::default());
    let by_budget = budget.count();
    let of_budget = |row: Row| view! { <Value site key=Part::Budget.key() row/> };
    let of_budget = budget_rows(site, filter, filter, facets.budget).into_iter().map(of_budget);
    let of_budget = of_budget.collect_view();
    let lists: Vec<_> = facets.lists.iter().filter_map(list).collect();
    let years = year_fields(site, filter, &facets.years);
    let budgets = budget_fields(site, filter);
    view! {
        {lists}
        <Fold heading=t.years active=by_years>{years}</Fold>
        <Fold heading=t.budget active=by_budget>
            {budgets}
            <ul class="values">{of_budget}</ul>
        </Fold>
    }
    .into_any()
}

/// A value of a facet: its box, its name and how many projects it would leave.
#[component]
fn Value(site: Site, key: &'static str, row: Row) -> impl IntoView {
    let Row { value, label, count, chosen, .. } = row;
    let excluded = chosen == Chosen::Excluded;
    // An address may exclude a value. That stays, until its box is ticked: the last
    // word counts.
    let kept = excluded.then(|| view! { <Hidden name=key value=format!("-{value}")/> });
    let checked = chosen == Chosen::Included;
    let label = if excluded { site.t.not.fill(&[("value", &label)]) } else { label };
    let digits = i18n::number(site.lang, count as u64);
    let spoken = format!(" ({})", site.t.projects.of(count, site.lang));
    view! {
        <li class="value">
            {kept}
            <label>
                <input type="checkbox" name=key value=value checked=checked/>
                <span class="value-name">{label}</span>
                <span data-live>
                    <span class="count" aria-hidden="true">{digits}</span>
                    <span class="unseen">{spoken}</span>
                </span>
            </label>
        </li>
    }
}

/// In which order the list stands, and what stands on the map.
#[component]
fn OrderAndLayer(site: Site, sort: Sort, layer: Layer) -> impl IntoView {
    let t = site.t;
    let order = |(of, name): (Sort, &'static str)| {
        let name = if of == Sort::Relevance { t.sort_own } else { name };
        Pick::new(of.as_str(), name, of == sort)
    };
    let layers = |(of, name): (Layer, &'static str)| Pick::new(of.as_str(), name, of == layer);
    let orders = Sort::ALL.into_iter().zip(t.sorts).map(order).collect();
    let layers = Layer::ALL.into_iter().zip(t.layer_names).map(layers).collect();
    view! {
        <Select name="sort" label=t.sort options=orders/>
        <Select name="layer" label=t.layers options=layers/>
    }
}

/// What the form keeps of an address without a field for it: what a phone shows first, what
/// the map looks at, and, of which it says so, the part of the map and the lock.
fn kept(
    site: Site,
    words: &EmbedWords,
    setup: &Setup,
    answer: &Exploration,
) -> impl IntoView + use<> {
    let filter = &setup.filter;
    let hidden = |name: &'static str, value: String| view! { <Hidden name value/> };
    let view =
        (filter.view != View::default()).then(|| hidden("view", filter.view.as_str().to_owned()));
    let columns = (filter.columns != Default::default())
        .then(|| hidden("columns", filter.columns.to_string()));
    let camera = filter.camera.map(|camera| hidden("at", camera.to_string()));
    let said = |parts: String| {
        let note = words.also.fill(&[("parts", &parts)]);
        view! { <p>{note}</p> }
    };
    let bbox = filter.bbox.map(|bbox| {
        (hidden(Part::Bbox.key(), bbox.to_string()), said(site.t.bbox_chip.to_owned()))
    });
    let lock = &setup.embed.lock;
    let lock = (!lock.is_open()).then(|| {
        let chips = chips_of(site, lock.filter(), &answer.facets);
        let labels: Vec<_> = chips.into_iter().map(|chip| chip.label).collect();
        let locked = words.locked_to.fill(&[("filter", &labels.join(", "))]);
        (hidden("lock", lock.to_query()), said(locked))
    });
    view! {
        {view}
        {columns}
        {camera}
        {bbox}
        {lock}
    }
}
