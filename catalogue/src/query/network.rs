//! What the markers of a view share: projects with participations at two of them.

use super::{
    answer::Link,
    bits::Bits,
    clusters::{Clusters, Points},
};

/// The links of the projects found, in no particular order. What a project has
/// twice under one marker is no link.
pub(crate) fn links(points: &Points, found: &Bits, clusters: &Clusters) -> Vec<Link> {
    let len = clusters.list.len();
    let of_place = clusters.of_places();
    // There are 450 markers at most, so every pair can have its number.
    let mut shared = vec![0_u32; len * len];
    let mut own: Vec<u16> = Vec::new();
    for project in found.iter() {
        own.clear();
        own.extend(points.places_of(project).filter_map(|place| of_place[place]));
        own.sort_unstable();
        own.dedup();
        for (n, from) in own.iter().enumerate() {
            for to in &own[n + 1..] {
                shared[usize::from(*from) * len + usize::from(*to)] += 1;
            }
        }
    }
    let ends = || (0..u16::MAX).take(len);
    ends()
        .flat_map(|from| ends().map(move |to| (from, to)))
        .zip(shared)
        .filter(|(_, projects)| *projects > 0)
        .map(|((from, to), projects)| Link { from, to, projects })
        .collect()
}
