//! A project of a file meets the same project in the catalogue.
//!
//! What the file says replaces what stood there; what it is silent about stays.
//! Its list of partners replaces the list as a whole, so that who left the
//! partnership leaves the page; a partner known before under the same name
//! keeps what only the catalogue knew: whose municipality it is, a more exact
//! place, its sources and notes.

use std::collections::HashMap;

use catalogue::model::{Location, Participation, Precision, Project};

use super::mapping::key;

/// The project as it stands afterwards.
pub fn merge(old: Project, new: Project) -> Project {
    let Project {
        slug,
        acronym,
        city_title,
        title,
        description,
        results,
        presented_by,
        programme,
        priority,
        specific_objective,
        themes,
        themes_assigned_by,
        keep_themes,
        start,
        end,
        total_budget,
        eu_funding,
        eu_cofinancing_percent,
        website,
        keep_url,
        partner_count_stated,
        participations,
        sources,
        conflicts,
        gaps,
    } = new;
    let themes_changed = !themes.is_empty() && themes != old.themes;
    Project {
        slug,
        acronym: acronym.or(old.acronym),
        city_title: city_title.or(old.city_title),
        title: texts(old.title, title),
        description: texts(old.description, description),
        results: texts(old.results, results),
        // Who presents a project is the cities' decision, not a source's.
        presented_by: either(old.presented_by, presented_by),
        programme,
        priority: priority.or(old.priority),
        specific_objective: specific_objective.or(old.specific_objective),
        themes_assigned_by: match themes_changed {
            true => themes_assigned_by,
            false => old.themes_assigned_by,
        },
        themes: either(themes, old.themes),
        keep_themes: either(keep_themes, old.keep_themes),
        start: start.or(old.start),
        end: end.or(old.end),
        total_budget: total_budget.or(old.total_budget),
        eu_funding: eu_funding.or(old.eu_funding),
        eu_cofinancing_percent: eu_cofinancing_percent.or(old.eu_cofinancing_percent),
        website: website.or(old.website),
        keep_url: keep_url.or(old.keep_url),
        partner_count_stated: partner_count_stated.or(old.partner_count_stated),
        participations: partners(old.participations, participations),
        sources: both(old.sources, sources, |a, b| a.url == b.url),
        conflicts: both(old.conflicts, conflicts, |a, b| a.field == b.field),
        gaps: both(old.gaps, gaps, |a, b| a == b),
    }
}

fn either<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    if first.is_empty() { second } else { first }
}

/// The old list, with what in the new one has no counterpart behind it, and
/// what has one in place of it.
fn both<T>(mut old: Vec<T>, new: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    for item in new {
        match old.iter_mut().find(|known| same(known, &item)) {
            Some(known) => *known = item,
            None => old.push(item),
        }
    }
    old
}

/// A text replaces those of its language.
fn texts(
    old: Vec<catalogue::model::LocalText>,
    new: Vec<catalogue::model::LocalText>,
) -> Vec<catalogue::model::LocalText> {
    let mut all = old;
    all.retain(|known| new.iter().all(|text| text.lang != known.lang));
    // The file's own come first, in its order, so that reading it again changes nothing.
    new.into_iter().chain(all).collect()
}

fn partners(old: Vec<Participation>, new: Vec<Participation>) -> Vec<Participation> {
    if new.is_empty() {
        return old;
    }
    let mut known: HashMap<_, Vec<Participation>> = HashMap::new();
    for part in old.into_iter().rev() {
        known.entry((key(&part.organisation), part.country)).or_default().push(part);
    }
    let meet = |part: Participation| {
        let at = (key(&part.organisation), part.country);
        match known.get_mut(&at).and_then(Vec::pop) {
            Some(old) => partner(old, part),
            None => part,
        }
    };
    new.into_iter().map(meet).collect()
}

fn partner(old: Participation, new: Participation) -> Participation {
    let Participation {
        organisation,
        role,
        city,
        town,
        country,
        nuts,
        location,
        budget,
        eu_funding,
        basis,
        sources,
        note,
    } = new;
    let moved = town.is_some() && old.town.is_some() && town != old.town;
    let exact = |location: &Location| match location.precision {
        Precision::Address => 2,
        Precision::Town => 1,
        Precision::Region => 0,
    };
    let location = match (old.location, location) {
        (Some(old), Some(new)) if !moved && exact(&old) > exact(&new) => Some(old),
        (Some(old), None) if !moved => Some(old),
        (_, new) => new,
    };
    Participation {
        organisation,
        role,
        city: city.or(old.city),
        town: town.or(old.town),
        country,
        nuts: either(nuts, old.nuts),
        location,
        budget: budget.or(old.budget),
        eu_funding: eu_funding.or(old.eu_funding),
        basis: basis.or(old.basis),
        sources: both(old.sources, sources, |a, b| a == b),
        note: note.or(old.note),
    }
}
