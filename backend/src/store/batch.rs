//! Projects that were put and are not written yet: many are written at once.

use catalogue::model::{Project, Slug};

use super::{
    change::{Committed, Fingerprint},
    database::{Put, Transaction},
    error::StoreError,
};

/// Projects that are written at once. Some ten kB each.
const AT_ONCE: usize = 64;

/// Projects of different slugs that wait to be written.
#[derive(Debug, Default)]
pub(super) struct Batch(Vec<Waiting>);

/// A project that was put.
#[derive(Debug)]
struct Waiting {
    project: Project,
    fingerprint: Fingerprint,
    body: String,
    /// It is written even where its fingerprint is the same.
    anew: bool,
}

impl Batch {
    /// Whether nothing waits.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the batch must be written before this project can be added: it is
    /// full, or has an earlier state of the same project.
    pub(super) fn is_full_for(&self, slug: &Slug) -> bool {
        self.0.len() >= AT_ONCE || self.0.iter().any(|one| one.project.slug == *slug)
    }

    /// Adds a project. `body` is the project in the exchange format; `anew` says that
    /// it is written even where its fingerprint is the same.
    pub(super) fn add(&mut self, project: &Project, body: String, anew: bool) {
        let fingerprint = Fingerprint::of_body(&body);
        self.0.push(Waiting { project: project.clone(), fingerprint, body, anew });
    }

    /// Writes the projects, as far as they are not there already, and counts them.
    pub(super) async fn write(
        self,
        tx: &mut dyn Transaction,
        done: &mut Committed,
    ) -> Result<(), StoreError> {
        let slugs: Vec<&Slug> = self.0.iter().map(|one| &one.project.slug).collect();
        let places = tx.places(&slugs).await?;
        let mut puts = Vec::with_capacity(self.0.len());
        for Waiting { project, fingerprint, body, anew } in &self.0 {
            let place = places.get(&project.slug).copied();
            match place {
                Some(place) if place.fingerprint == *fingerprint && !anew => {
                    done.unchanged += 1;
                    continue;
                }
                Some(_) => done.changed += 1,
                None => done.added += 1,
            }
            puts.push(Put { project, place, fingerprint: *fingerprint, body });
        }
        if puts.is_empty() { Ok(()) } else { tx.put_projects(&puts).await }
    }
}
