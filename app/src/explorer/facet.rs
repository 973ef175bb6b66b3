//! One facet: a group of values to tick, each with its count.

use catalogue::filter::Chosen;

use crate::{
    i18n,
    markup::{Element, el, svg},
    site::Site,
};

/// A value as it is shown: its name in addresses, its name for people.
pub struct Row {
    /// In addresses.
    pub value: String,
    /// For people.
    pub label: String,
    /// How many projects it would leave.
    pub count: usize,
    /// Whether it is asked for.
    pub chosen: Chosen,
    /// The address that excludes it, or that no longer does.
    pub exclude: String,
}

/// A facet that folds away; open where something in it is chosen, or from the start.
pub fn facet(
    site: Site,
    key: &'static str,
    heading: &'static str,
    rows: Vec<Row>,
    open: bool,
) -> Element {
    let active = rows.iter().filter(|row| row.chosen != Chosen::No).count();
    let rows: Vec<_> = rows.into_iter().map(|row| value(site, key, row)).collect();
    group(heading, active, open || active > 0, vec![el("ul").class("values").child(rows)])
}

/// The frame around a facet's controls.
pub fn group(heading: &'static str, active: usize, open: bool, body: Vec<Element>) -> Element {
    let active = (active > 0).then(|| active.to_string());
    el("details")
        .class("facet")
        .attr("open", open)
        .child(
            el("summary")
                .child(el("span").class("facet-name").child(heading))
                .child(el("span").class("facet-active").child(active)),
        )
        .child(el("fieldset").child(el("legend").class("unseen").child(heading)).child(body))
}

fn value(site: Site, key: &'static str, row: Row) -> Element {
    let Row { value, label, count, chosen, exclude } = row;
    let excluded = chosen == Chosen::Excluded;
    let class = match (chosen, count) {
        (Chosen::Excluded, _) => "value excluded",
        (_, 0) => "value none",
        _ => "value",
    };
    let exclude_label = if excluded {
        let label = site.t.not.fill(&[("value", &label)]);
        site.t.remove.fill(&[("filter", &label)])
    } else {
        site.t.exclude.fill(&[("value", &label)])
    };
    let minus = svg("svg")
        .attr("viewBox", "0 0 10 10")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", "M1.5 5h7"));
    // Before the box, so that ticking an excluded value includes it: the last
    // word counts.
    let kept = el("input")
        .attr("type", "hidden")
        .attr("name", key)
        .attr("value", format!("-{value}"))
        .attr("disabled", !excluded);
    el("li")
        .class(class)
        .child(kept)
        .child(tick(site, key, value, label, count, chosen == Chosen::Included))
        .child(
            el("a")
                .class("exclude")
                .attr("href", exclude)
                .attr("data-stay", true)
                .attr("aria-label", exclude_label.clone())
                .attr("title", exclude_label)
                .child(minus),
        )
}

/// A box to tick, with its name and count.
pub fn tick(
    site: Site,
    key: &'static str,
    value: String,
    label: String,
    count: usize,
    checked: bool,
) -> Element {
    let digits = i18n::number(site.lang, count as u64);
    let spoken = format!(" ({})", site.t.projects.of(count, site.lang));
    let input = el("input").attr("type", "checkbox").attr("name", key).attr("value", value);
    el("label")
        .child(input.flag("checked", checked))
        .child(el("span").class("value-name").child(label))
        .child(el("span").class("count").attr("aria-hidden", "true").child(digits))
        .child(el("span").class("unseen").child(spoken))
}
