//! One facet: a group of values to tick, each with its count.
//!
//! A long one shows what is chosen and the values with most projects, and all of
//! them on demand. They keep one order whatever is shown: what was ticked stays
//! under the pointer, and what has the focus keeps it.

use catalogue::filter::Chosen;
use leptos::prelude::*;

use super::seek::seek;
use crate::{
    i18n,
    piece::{Flag, IntoPiece as _, Piece},
    site::Site,
    sorting::{largest_first, sorted},
};

/// More values than this are a long facet. Less would hide three to spare one line.
const LONG: usize = 12;

/// How many values a long facet shows at first, besides those that are chosen.
const FIRST: usize = 8;

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
    /// The address that excludes it, or that no longer does; none where no project has
    /// it, so that a flood of such values does not make a long page.
    pub exclude: Option<String>,
}

/// A facet that folds away; open where something in it is chosen, or from the
/// start. A catalogue without any value for it has none.
pub fn facet(
    site: Site,
    key: &'static str,
    heading: &'static str,
    rows: Vec<Row>,
    open: bool,
) -> Option<Piece> {
    let active = rows.iter().filter(|row| row.chosen != Chosen::No).count();
    let total = rows.len();
    let long = total > LONG;
    let first = first(&rows);
    let row = |(row, first): (Row, bool)| value(site, key, row, long && !first);
    let rows: Vec<_> = rows.into_iter().zip(first).map(row).collect();
    let seek = long.then(|| {
        view! {
            {seek(site, heading)}
            {all(site, total)}
        }
    });
    let body = view! {
        {seek}
        <ul class="values">{rows}</ul>
    };
    (total > 0).then(|| group(heading, active, open || active > 0, body.into_piece()))
}

/// Which rows a long facet shows at first.
fn first(rows: &[Row]) -> Vec<bool> {
    let counted = (0..rows.len()).filter(|n| rows[*n].count > 0).collect();
    let mut largest = sorted(counted, |n: &usize| largest_first(rows[*n].count as u64));
    largest.truncate(FIRST);
    let shown = |(n, row): (usize, &Row)| row.chosen != Chosen::No || largest.contains(&n);
    rows.iter().enumerate().map(shown).collect()
}

/// Opens a long facet. The rows stand behind it and not inside, since they are
/// one list; style shows all of them while it is open.
fn all(site: Site, total: usize) -> impl IntoView {
    let all = site.t.show_all.fill(&[("n", &i18n::number(site.lang, total as u64))]);
    view! {
        <details class="all">
            <summary>
                <span class="more">{all}</span>
                <span class="fewer">{site.t.show_fewer}</span>
            </summary>
        </details>
    }
}

/// The frame around a facet's controls.
pub fn group(heading: &'static str, active: usize, open: bool, body: Piece) -> Piece {
    let active = (active > 0).then(|| active.to_string());
    view! {
        <details class="facet" open=open>
            <summary>
                <span class="facet-name">{heading}</span>
                <span class="facet-active">{active}</span>
            </summary>
            <fieldset>
                <legend class="unseen">{heading}</legend>
                {body}
            </fieldset>
        </details>
    }
    .into_piece()
}

/// A value of a facet: its box, and the link that excludes it.
pub fn value(site: Site, key: &'static str, row: Row, rest: bool) -> Piece {
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
    let class = if rest { format!("{class} rest") } else { class.to_owned() };
    let exclude = exclude.map(|href| {
        let title = exclude_label.clone();
        view! {
            <a class="exclude" href=href data-stay aria-label=exclude_label title=title>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                    <path d="M1.5 5h7"></path>
                </svg>
            </a>
        }
    });
    let kept = format!("-{value}");
    view! {
        <li class=class>
            // Before the box, so that ticking an excluded value includes it: the last
            // word counts.
            <input type="hidden" name=key value=kept disabled=!excluded/>
            {tick(site, key, value, label, count, chosen == Chosen::Included)}
            {exclude}
        </li>
    }
    .into_piece()
}

/// A box to tick, with its name and count.
fn tick(
    site: Site,
    key: &'static str,
    value: String,
    label: String,
    count: usize,
    checked: bool,
) -> Piece {
    let digits = i18n::number(site.lang, count as u64);
    let spoken = format!(" ({})", site.t.projects.of(count, site.lang));
    view! {
        <label>
            <input
                type="checkbox"
                name=key
                value=value
                checked=checked
                prop:checked=Flag(checked)
            />
            <span class="value-name">{label}</span>
            <span class="count" aria-hidden="true">
                {digits}
            </span>
            <span class="unseen">{spoken}</span>
        </label>
    }
    .into_piece()
}

#[cfg(test)]
mod tests {
    use leptos::tachys::view::RenderHtml as _;

    use super::*;

    fn rows(counts: impl IntoIterator<Item = usize>) -> Vec<Row> {
        let row = |(n, count): (usize, usize)| Row {
            value: format!("v{n}"),
            label: format!("Value {n}"),
            count,
            chosen: Chosen::No,
            exclude: Some("/en".to_owned()),
        };
        counts.into_iter().enumerate().map(row).collect()
    }

    fn shown(rows: &[Row]) -> Vec<usize> {
        let first = first(rows);
        (0..rows.len()).filter(|n| first[*n]).collect()
    }

    #[test]
    fn a_long_facet_begins_with_the_chosen_and_the_largest_in_their_own_order() {
        let mut long = rows([1, 9, 2, 8, 3, 7, 4, 6, 5, 5, 5, 0, 0, 30]);
        assert_eq!(shown(&long), [1, 3, 5, 7, 8, 9, 10, 13]);
        long[11].chosen = Chosen::Excluded;
        long[0].chosen = Chosen::Included;
        assert_eq!(shown(&long), [0, 1, 3, 5, 7, 8, 9, 10, 11, 13]);
        assert!(shown(&rows([0; 20])).is_empty());
    }

    #[test]
    fn every_value_of_a_long_facet_is_in_the_form_once_and_its_search_box_is_not() {
        let site = Site::of_path("/en");
        let html = facet(site, "programme", "Programme", rows(1..=66), false).unwrap().to_html();
        for n in 0..66 {
            let input = format!("type=\"checkbox\" name=\"programme\" value=\"v{n}\"");
            assert_eq!(html.matches(&input).count(), 1, "{n}");
        }
        assert_eq!(html.matches("class=\"value rest\"").count(), 58);
        assert!(html.contains("<summary><span class=\"more\">Show all 66</span>"));
        let search =
            html.split("<input type=\"search\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(!search.contains(" name="), "{search}");
        assert!(search.contains("aria-label=\"Search in “Programme”\""), "{search}");
    }

    #[test]
    fn a_facet_without_values_is_not_there() {
        assert!(facet(Site::of_path("/en"), "city", "City", vec![], true).is_none());
    }

    #[test]
    fn a_facet_that_is_not_long_shows_everything_as_it_is() {
        let html =
            facet(Site::of_path("/en"), "theme", "Theme", rows(1..=12), false).unwrap().to_html();
        assert!(!html.contains(" rest") && !html.contains("<input type=\"search\""));
        assert_eq!(html.matches("<details").count(), 1);
    }
}
