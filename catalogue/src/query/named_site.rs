//! Where something is, by name: what the places of a layer are made from.

use super::clusters::Site;
use crate::model::Participation;

/// A site with one of its names.
pub(crate) struct NamedSite<'a> {
    pub(crate) site: Site,
    pub(crate) name: &'a str,
}

impl<'a> NamedSite<'a> {
    /// Where an organisation sits, if that is known.
    pub(crate) fn partner(part: &'a Participation) -> Option<Self> {
        let name = part.town.as_deref().unwrap_or(&part.organisation);
        Some(Self { site: Site::of(part.location?.into()), name })
    }
}
