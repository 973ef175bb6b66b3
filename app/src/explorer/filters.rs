//! The panel of filters: a form that works by itself, and that the browser
//! watches once it has taken over.

use catalogue::{
    filter::{Choice, Chosen, Filter, LeadRole, Part, View},
    model::Euro,
    query::{Exploration, Value, YearCount},
};

use super::{
    facet::{Row, facet, group, tick},
    labels,
    seek::plain,
};
use crate::{
    i18n,
    markup::{Element, el, svg},
    site::Site,
};

/// The panel: ticked as `filter` says, counted as the answer says. On a narrow
/// screen it is a popover, which needs no script.
pub fn filters(site: Site, filter: &Filter, answer: &Exploration) -> Element {
    let t = site.t;
    let facets = &answer.facets;
    let rows = Rows { site, filter };
    let city = rows.of(
        &facets.city,
        |f| &mut f.city,
        ToString::to_string,
        |v| labels::named(&facets.city, v),
    );
    let theme = rows.of(
        &facets.theme,
        |f| &mut f.theme,
        ToString::to_string,
        |v| i18n::theme(site.lang, *v).to_owned(),
    );
    let programme = rows.of(
        &facets.programme,
        |f| &mut f.programme,
        ToString::to_string,
        |v| labels::named(&facets.programme, v),
    );
    let period =
        rows.of(&facets.period, |f| &mut f.period, ToString::to_string, ToString::to_string);
    let mut country = rows.of(
        &facets.country,
        |f| &mut f.country,
        ToString::to_string,
        |v| i18n::country(site.lang, *v),
    );
    // By name in the visitor's language, as in any list of countries.
    country.sort_by_cached_key(|row| plain(&row.label));
    let role = rows.of(
        &facets.role,
        |f| &mut f.role,
        |_| "lead".to_owned(),
        |_: &LeadRole| t.role_lead.to_owned(),
    );
    let status = rows.of(
        &facets.status,
        |f| &mut f.status,
        |v| v.as_str().to_owned(),
        |v| labels::status(t, *v).to_owned(),
    );
    let by_years = usize::from(filter.years != Default::default());
    let by_budget =
        usize::from(filter.budget.range.is_some()) + usize::from(filter.budget.unpublished);
    let show = t.show_results.of(answer.found, site.lang);
    let close = el("button")
        .attr("type", "button")
        .class("plain narrow-only")
        .attr("popovertarget", "filters")
        .attr("popovertargetaction", "hide")
        .child(t.close);
    // What is locked is nobody's to choose.
    let free = |part| !answer.locked.contains(&part);
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
        .child(free(Part::City).then(|| facet(site, "city", t.city, city, true)))
        .child(free(Part::Theme).then(|| facet(site, "theme", t.theme, theme, true)))
        .child(free(Part::Status).then(|| facet(site, "status", t.status, status, true)))
        .child(
            free(Part::Years)
                .then(|| group(t.years, by_years, true, years(site, filter, &facets.years))),
        )
        .child(
            free(Part::Budget)
                .then(|| group(t.budget, by_budget, by_budget > 0, budget(site, filter, answer))),
        )
        .child(
            free(Part::Programme).then(|| facet(site, "programme", t.programme, programme, false)),
        )
        .child(free(Part::Period).then(|| facet(site, "period", t.period, period, false)))
        .child(free(Part::Country).then(|| facet(site, "country", t.country, country, false)))
        .child(free(Part::Role).then(|| facet(site, "role", t.role, role, false)))
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

struct Rows<'a> {
    site: Site,
    filter: &'a Filter,
}

impl Rows<'_> {
    fn of<T: Ord + Clone>(
        &self,
        values: &[Value<T>],
        choice: impl Fn(&mut Filter) -> &mut Choice<T>,
        name: impl Fn(&T) -> String,
        label: impl Fn(&T) -> String,
    ) -> Vec<Row> {
        let mut own = self.filter.clone();
        let own = choice(&mut own).clone();
        let row = |value: &Value<T>| {
            let chosen = own.of(&value.value);
            // What the link beside a value does with it.
            let turned_to = match chosen {
                Chosen::Excluded => Chosen::No,
                Chosen::No | Chosen::Included => Chosen::Excluded,
            };
            let mut turned = self.filter.clone().first_page();
            choice(&mut turned).set(value.value.clone(), turned_to);
            let exclude = self.site.filtered(&turned);
            Row {
                value: name(&value.value),
                label: label(&value.value),
                count: value.count,
                chosen,
                exclude,
            }
        };
        values.iter().map(row).collect()
    }
}

fn years(site: Site, filter: &Filter, years: &[YearCount]) -> Vec<Element> {
    let t = site.t;
    let select = |name: &'static str, label: &'static str, chosen: Option<u16>| {
        let option = |value: String, text: String, selected: bool| {
            el("option").attr("value", value).flag("selected", selected).child(text)
        };
        let any = option(String::new(), t.any_year.to_owned(), chosen.is_none());
        let year = |year: &YearCount| {
            option(year.year.to_string(), year.year.to_string(), chosen == Some(year.year))
        };
        let select = el("select").attr("name", name).child(any);
        let select = select.child(years.iter().map(year).collect::<Vec<_>>());
        el("label").class("field").child(el("span").child(label)).child(select)
    };
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
    let pair = el("div").class("pair");
    vec![
        histogram,
        ends.child(end(years.first())).child(end(years.last())),
        pair.child(select("from", t.from, filter.years.from)).child(select(
            "to",
            t.to,
            filter.years.to,
        )),
    ]
}

fn budget(site: Site, filter: &Filter, answer: &Exploration) -> Vec<Element> {
    let t = site.t;
    let (from, to) = filter.budget.range.unwrap_or_default();
    let counts = answer.facets.budget;
    let field = |name: &'static str, label: &'static str, bound: Option<Euro>| {
        let input = el("input")
            .attr("type", "number")
            .attr("name", name)
            .attr("min", "0")
            .attr("step", "any")
            .attr("inputmode", "decimal")
            .value(bound.map(|euro| euro.to_string()).unwrap_or_default());
        el("label").class("field").child(el("span").child(label)).child(input)
    };
    let class = if counts.unpublished == 0 { "value none" } else { "value" };
    let unpublished = tick(
        site,
        "budget",
        "unpublished".to_owned(),
        t.budget_unpublished.to_owned(),
        counts.unpublished,
        filter.budget.unpublished,
    );
    let pair = el("div").class("pair");
    vec![
        pair.child(field("budget-from", t.budget_from, from)).child(field(
            "budget-to",
            t.budget_to,
            to,
        )),
        el("p").class("note").child(t.budget_published.of(counts.published, site.lang)),
        el("ul").class("values").child(el("li").class(class).child(unpublished)),
    ]
}
