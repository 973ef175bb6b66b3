//! Merges a project of a file with the same project in the catalogue.
//!
//! A value of the file replaces the value in the catalogue; a field that the file does
//! not have stays as it is. The list of partners is replaced as a whole, so an
//! organisation that has left the partnership is removed. A partner with the same name
//! keeps what only the catalogue has: the city whose municipality it is, a more exact
//! location, sources and notes. A file that names only the lead partner has no list of
//! partners, so all partners stay.

use catalogue::model::{LocalText, Location, Participation, Precision, Project};

use super::{
    draft::PartnerDraft,
    echo::{Echo, again},
    identity::exact,
    key::key,
};

/// What a file says about the partners of a project.
pub struct Told<'a> {
    /// Whether it has a list of partners, and not only the lead.
    pub lists_partners: bool,
    /// The rows, in the order of the new participations.
    pub rows: &'a [PartnerDraft],
    /// What the rows would be if they had been exported and not edited.
    pub echo: Option<&'a Echo>,
}

/// The merged project.
pub fn merge(old: Project, new: Project, told: &Told<'_>) -> Project {
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
        // The cities decide which of them present a project; a source does not.
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
        participations: partners(old.participations, participations, told),
        sources: both(old.sources, sources, |a, b| a.url == b.url),
        conflicts: both(old.conflicts, conflicts, |a, b| a.field == b.field),
        gaps: both(old.gaps, gaps, |a, b| a == b),
    }
}

fn either<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    if first.is_empty() { second } else { first }
}

/// The old list, in which new items replace the old ones that they match. New items that
/// match no old one come at the end.
fn both<T>(mut old: Vec<T>, new: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    for item in new {
        match old.iter_mut().find(|known| same(known, &item)) {
            Some(known) => *known = item,
            None => old.push(item),
        }
    }
    old
}

/// A text replaces the texts of its language, except those that are in the file too. It
/// takes the position of the first one.
fn texts(old: Vec<LocalText>, new: Vec<LocalText>) -> Vec<LocalText> {
    let same = |old: &LocalText, new: &LocalText| {
        old.lang == new.lang && (old.text == new.text || again(&old.text) == again(&new.text))
    };
    let (known, fresh): (Vec<_>, Vec<_>) =
        new.into_iter().partition(|new| old.iter().any(|old| same(old, new)));
    let mut fresh: Vec<Option<LocalText>> = fresh.into_iter().map(Some).collect();
    let spoken: Vec<_> = fresh.iter().flatten().map(|text| text.lang.clone()).collect();
    let mut all = Vec::with_capacity(old.len() + fresh.len());
    for text in old {
        if known.iter().any(|known| same(&text, known)) || !spoken.contains(&text.lang) {
            all.push(text);
            continue;
        }
        let lang = &text.lang;
        let next = fresh.iter_mut().find(|it| it.as_ref().is_some_and(|it| it.lang == *lang));
        all.extend(next.and_then(Option::take));
    }
    all.extend(fresh.into_iter().flatten());
    all
}

fn partners(
    old: Vec<Participation>,
    new: Vec<Participation>,
    told: &Told<'_>,
) -> Vec<Participation> {
    if new.is_empty() {
        return old;
    }
    let met = meet(&old, &new, told);
    let mut left: Vec<Option<&Participation>> = old.iter().map(Some).collect();
    let mut all = Vec::with_capacity(new.len());
    for (row, (mut part, met)) in new.into_iter().zip(met).enumerate() {
        let Some((place, same)) = met else {
            all.push((None, part));
            continue;
        };
        let Some(known) = left.get_mut(place).and_then(Option::take) else { continue };
        if same {
            all.push((Some(place), known.clone()));
            continue;
        }
        if let (Some(echo), Some(said)) = (told.echo, told.rows.get(row)) {
            echo.silence_part(place, said, known, &mut part);
        }
        all.push((Some(place), partner(known.clone(), part)));
    }
    if !told.lists_partners {
        return beside(old, all);
    }
    let mut all: Vec<Participation> = all.into_iter().map(|(_, part)| part).collect();
    // A participation that a row cannot express stays.
    let unsaid = |place: usize| told.echo.is_some_and(|echo| !echo.says(place));
    let left = left.into_iter().enumerate().filter(|(place, _)| unsaid(*place));
    all.extend(left.filter_map(|(_, part)| part.cloned()));
    // The order of the rows does not matter.
    if in_another_order(&all, &old) { old } else { all }
}

/// For each new participation the old one that it matches: its position, and whether the
/// row is unchanged. Equal names are matched before names in another spelling.
fn meet(
    old: &[Participation],
    new: &[Participation],
    told: &Told<'_>,
) -> Vec<Option<(usize, bool)>> {
    let same = told.echo.map(|echo| echo.same(told.rows)).unwrap_or_default();
    let mut met: Vec<Option<(usize, bool)>> = vec![None; new.len()];
    for (met, same) in met.iter_mut().zip(same) {
        *met = same.map(|place| (place, true));
    }
    let mut used: Vec<bool> = vec![false; old.len()];
    for (place, _) in met.iter().flatten() {
        if let Some(used) = used.get_mut(*place) {
            *used = true;
        }
    }
    let keys: Vec<(String, String)> =
        old.iter().map(|it| (exact(&it.organisation), key(&it.organisation))).collect();
    for pass in 0..3 {
        for (part, met) in new.iter().zip(&mut met).filter(|(_, met)| met.is_none()) {
            let (name, folded) = (exact(&part.organisation), key(&part.organisation));
            let fits = |place: usize| {
                let (Some(known), Some(keys)) = (old.get(place), keys.get(place)) else {
                    return false;
                };
                match pass {
                    0 => keys.0 == name && known.country == part.country,
                    1 => keys.1 == folded && known.country == part.country,
                    // A missing country matches every country.
                    _ => keys.1 == folded && (part.country.is_none() || known.country.is_none()),
                }
            };
            let free = used.iter().enumerate().filter(|(_, used)| !**used);
            let found = free.map(|(place, _)| place).find(|place| fits(*place));
            if let Some(place) = found {
                *met = Some((place, false));
                if let Some(used) = used.get_mut(place) {
                    *used = true;
                }
            }
        }
    }
    met
}

/// The old partners, in which the leads of the file replace those of the same name, or
/// come first.
fn beside(
    old: Vec<Participation>,
    leads: Vec<(Option<usize>, Participation)>,
) -> Vec<Participation> {
    let (mut all, mut kept) = (Vec::new(), old.clone());
    for (place, lead) in leads {
        match place.and_then(|place| kept.get_mut(place)) {
            Some(known) => *known = lead,
            None => all.push(lead),
        }
    }
    all.append(&mut kept);
    if all != old {
        all.sort_by_key(|part| part.role);
    }
    all
}

fn in_another_order(one: &[Participation], other: &[Participation]) -> bool {
    let mut left: Vec<&Participation> = other.iter().collect();
    one.len() == other.len()
        && one.iter().all(|part| {
            let found = left.iter().position(|it| *it == part);
            found.map(|place| left.swap_remove(place)).is_some()
        })
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
        country: country.or(old.country),
        nuts: either(nuts, old.nuts),
        location,
        budget: budget.or(old.budget),
        eu_funding: eu_funding.or(old.eu_funding),
        basis: basis.or(old.basis),
        sources: both(old.sources, sources, |a, b| a == b),
        note: note.or(old.note),
    }
}
