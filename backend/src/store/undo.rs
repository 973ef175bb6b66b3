//! Undoes a whole change, or nothing of it.
//!
//! All entities that the change wrote become what they were before: projects,
//! programmes, home cities, the text about the catalogue, and their order. If a later
//! change has changed one of these entities again, nothing is undone, and the error names
//! the entities and the later changes. The last change can therefore always be undone;
//! an earlier one after the later ones, or if they changed other entities.
//!
//! The comparison is by content. A later change that was itself undone does not
//! matter, and an entity that already is what it was before stays as it is.

use std::collections::HashMap;

use catalogue::model::{HomeCity, Programme, Project, Slug};
use serde::de::DeserializeOwned;

use super::{
    change::{About, Fingerprint},
    entity::EntityKind,
    error::StoreError,
    history::{Arrangement, Later, Noted, Trace},
    order::{agree, as_before, fitted},
    writer::Writer,
};

/// How many entities are restored at once, some ten kB each.
const AT_ONCE: usize = 64;

/// How many entities a message names.
const NAMED: usize = 6;

/// An entity that was changed again: its name for messages, and the later changes.
type Overtaken = (String, Vec<u32>);

/// Restores everything that the change of this number has changed.
pub(super) async fn undo(writer: &mut Writer<'_>, number: u32) -> Result<(), StoreError> {
    let traces = writer.tx.traces(number).await?;
    let traces = traces.ok_or(StoreError::NoChange { number })?;
    if traces.iter().any(|trace| trace.entity == EntityKind::About && trace.first == 1) {
        return Err(StoreError::FirstChange { number });
    }
    let orders = writer.tx.arrangements(number).await?;
    let (own, later): (Vec<_>, Vec<_>) =
        orders.into_iter().partition(|order| order.change == number);
    let mut overtaken = changed_since(writer, number, &traces).await?;
    overtaken.extend(own.iter().filter_map(|order| reordered_since(writer, order, &later)));
    if !overtaken.is_empty() {
        return Err(overtaken_error(number, &overtaken));
    }
    bring_back(writer, &traces).await?;
    let now = writer.marks().await?;
    for order in &own {
        let slugs = |marks: &[(Slug, Fingerprint)]| -> Vec<Slug> {
            marks.iter().map(|(slug, _)| slug.clone()).collect()
        };
        let (was, now) = (slugs(writer.before.of(order.entity)), slugs(now.of(order.entity)));
        let wanted = match order.moved {
            true => as_before(&now, &order.before),
            false => fitted(&was, &now, &order.before),
        };
        writer.tx.order(order.entity, &wanted).await?;
    }
    Ok(())
}

/// The entities that are neither as the change left them nor as they were before it.
async fn changed_since(
    writer: &mut Writer<'_>,
    number: u32,
    traces: &[Trace],
) -> Result<Vec<Overtaken>, StoreError> {
    let mut later: HashMap<(EntityKind, String), (Vec<u32>, Option<Fingerprint>)> = HashMap::new();
    for Later { change, entity, key, after } in writer.tx.later(number).await? {
        let (changes, now) = later.entry((entity, key)).or_default();
        if changes.last() != Some(&change) {
            changes.push(change);
        }
        *now = after;
    }
    let mut overtaken = Vec::new();
    let mut doubtful: Vec<(&Trace, &[u32], Option<Fingerprint>)> = Vec::new();
    for trace in traces {
        if let Some((changes, now)) = later.get(&(trace.entity, trace.key.clone()))
            && *now != trace.after
        {
            doubtful.push((trace, changes, *now));
        }
    }
    for some in doubtful.chunks(AT_ONCE) {
        let befores = befores(writer, some.iter().map(|(trace, ..)| *trace)).await?;
        for ((trace, changes, now), before) in some.iter().zip(befores) {
            if before.and_then(|before| before.state()) != *now {
                overtaken.push((trace.entity.named(&trace.key), changes.to_vec()));
            }
        }
    }
    Ok(overtaken)
}

/// Whether later changes have changed the order again.
fn reordered_since(
    writer: &Writer<'_>,
    own: &Arrangement,
    later: &[Arrangement],
) -> Option<Overtaken> {
    let later: Vec<&Arrangement> =
        later.iter().filter(|order| order.entity == own.entity && order.moved).collect();
    // The order before the next such change is the one that this change left.
    let left = later.first().filter(|_| own.moved)?;
    let now: Vec<&Slug> = writer.before.of(own.entity).iter().map(|(slug, _)| slug).collect();
    if agree(&now, &left.before) || agree(&now, &own.before) {
        return None;
    }
    let name = match own.entity {
        EntityKind::Project => "the order of the projects",
        EntityKind::Programme => "the order of the programmes",
        EntityKind::HomeCity | EntityKind::About => "the order of the home cities",
    };
    Some((name.to_owned(), later.iter().map(|order| order.change).collect()))
}

/// Restores the entities. Programmes and cities are added before the projects that refer
/// to them, and removed after them.
async fn bring_back(writer: &mut Writer<'_>, traces: &[Trace]) -> Result<(), StoreError> {
    let (projects, others): (Vec<&Trace>, Vec<&Trace>) =
        traces.iter().partition(|trace| trace.entity == EntityKind::Project);
    let others_before = befores(writer, others.iter().copied()).await?;
    for before in others_before.iter().flatten() {
        match before.entity {
            EntityKind::Programme => writer.put_programme(&read::<Programme>(before)?).await?,
            EntityKind::HomeCity => writer.put_home_city(&read::<HomeCity>(before)?).await?,
            EntityKind::About => writer.set_about(&read::<About>(before)?).await?,
            EntityKind::Project => {}
        }
    }
    for some in projects.chunks(AT_ONCE) {
        let befores = befores(writer, some.iter().copied()).await?;
        for (trace, before) in some.iter().zip(&befores) {
            match before {
                Some(before) => writer.put_project(&read::<Project>(before)?).await?,
                None => drop(writer.remove_project(&slug(&trace.key)?).await?),
            }
        }
    }
    for (trace, before) in others.iter().zip(&others_before) {
        match (trace.entity, before) {
            (EntityKind::Programme, None) => {
                writer.remove_programme(&slug(&trace.key)?).await?;
            }
            (EntityKind::HomeCity, None) => {
                writer.remove_home_city(&slug(&trace.key)?).await?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The revisions before a change, one for each trace; `None` where the entity did not
/// exist.
async fn befores(
    writer: &mut Writer<'_>,
    traces: impl Iterator<Item = &Trace>,
) -> Result<Vec<Option<Noted>>, StoreError> {
    let traces: Vec<&Trace> = traces.collect();
    let asked: Vec<(EntityKind, &str, u32)> = traces
        .iter()
        .filter(|trace| trace.first > 1)
        .map(|trace| (trace.entity, trace.key.as_str(), trace.first - 1))
        .collect();
    let mut found = writer.tx.revisions(&asked).await?.into_iter();
    let before = |trace: &&Trace| match trace.first {
        1 => None,
        _ => found.next().filter(|before| before.body.is_some()),
    };
    Ok(traces.iter().map(before).collect())
}

/// Reads the entity of a revision.
pub(super) fn read<T: DeserializeOwned>(noted: &Noted) -> Result<T, StoreError> {
    serde_json::from_str(noted.body.as_deref().unwrap_or_default()).map_err(|cause| {
        StoreError::OldFormat {
            name: noted.key.clone(),
            number: noted.number,
            cause: cause.to_string(),
        }
    })
}

fn slug(key: &str) -> Result<Slug, StoreError> {
    key.parse().map_err(|_| StoreError::OldFormat {
        name: key.to_owned(),
        number: 1,
        cause: "its name is no slug".to_owned(),
    })
}

fn overtaken_error(number: u32, overtaken: &[Overtaken]) -> StoreError {
    let told = |(name, changes): &Overtaken| {
        let changes: Vec<String> = changes.iter().map(u32::to_string).collect();
        let word = if changes.len() == 1 { "change" } else { "changes" };
        format!("{name} was changed by {word} {}", changes.join(", "))
    };
    let mut things: Vec<String> = overtaken.iter().take(NAMED).map(told).collect();
    if overtaken.len() > NAMED {
        things.push(format!("and so were {} others", overtaken.len() - NAMED));
    }
    let last = overtaken.iter().flat_map(|(_, changes)| changes).max().copied();
    StoreError::Overtaken { number, things: things.join("; "), last: last.unwrap_or(number) }
}
