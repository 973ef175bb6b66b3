//! When projects ran, so that years can be asked for and counted.
//!
//! A project that has begun stays begun: the projects begun by the end of a year
//! include those of the year before, and the same holds for projects that are over.
//! So those that ran in the years from a to b are the ones begun by b without
//! the ones over before a, and the bars of the histogram are differences of
//! counts. Nothing looks at single projects.

use super::subset::SubsetCounter;
use crate::query::bits::Bits;
use crate::{filter, model::Day, query::answer::YearCount};

/// The time that projects ran.
#[derive(Debug)]
pub(crate) struct Years {
    len: usize,
    /// The first and the last year of all.
    span: Option<(u16, u16)>,
    begun: By,
    over: By,
}

/// For some years, the projects that had begun (or ended) by the end of each.
#[derive(Debug)]
struct By {
    /// The years in which a project did, ascending: all that had by then, and their number.
    reached: Vec<(u16, Bits, usize)>,
}

impl Years {
    pub(crate) fn new(start: &[Option<Day>], end: &[Option<Day>]) -> Self {
        let ran: Vec<Option<(u16, u16)>> =
            start.iter().zip(end).map(|(s, e)| ran(*s, *e)).collect();
        Self {
            len: ran.len(),
            span: ran.iter().flatten().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))),
            begun: By::new(&ran, |ran| ran.0),
            over: By::new(&ran, |ran| ran.1),
        }
    }

    pub(crate) fn span(&self) -> Option<(u16, u16)> {
        self.span
    }

    /// The projects known to have run in these years; `None` for all years.
    pub(crate) fn admitted(&self, years: filter::Years) -> Option<Bits> {
        if years == filter::Years::default() {
            return None;
        }
        let begun = self.begun.by(years.to.unwrap_or(u16::MAX));
        let over = years.from.and_then(|from| self.over.by(from.checked_sub(1)?));
        Some(match (begun, over) {
            (None, _) => Bits::none(self.len),
            (Some((begun, _)), None) => begun.clone(),
            (Some((begun, _)), Some((over, _))) => begun.clone().and_not(over),
        })
    }

    /// How many of `subset` ran in each year of the catalogue.
    pub(crate) fn count(&self, subset: &SubsetCounter) -> Vec<YearCount> {
        let Some((first, last)) = self.span else { return Vec::new() };
        let mut begun = self.begun.counts(subset);
        let mut over = self.over.counts(subset);
        let count = |year: u16| YearCount {
            year,
            count: begun(year).saturating_sub(year.checked_sub(1).map_or(0, &mut over)),
        };
        (first..=last).map(count).collect()
    }
}

/// The first and the last year in which a project is known to have run. Without
/// one of its dates that is the year of the other: unknown is not "until today".
fn ran(start: Option<Day>, end: Option<Day>) -> Option<(u16, u16)> {
    let (start, end) = (start.map(|day| day.year), end.map(|day| day.year));
    let (first, last) = start.or(end).zip(end.or(start))?;
    Some((first, last.max(first)))
}

impl By {
    fn new(ran: &[Option<(u16, u16)>], year: impl Fn((u16, u16)) -> u16) -> Self {
        let years = || ran.iter().map(|ran| Some(year((*ran)?)));
        let mut known: Vec<u16> = years().flatten().collect();
        known.sort_unstable();
        known.dedup();
        let mut sets = vec![Bits::none(ran.len()); known.len()];
        for (project, year) in years().enumerate() {
            let place = year.and_then(|year| known.binary_search(&year).ok());
            if let Some(set) = place.and_then(|place| sets.get_mut(place)) {
                set.insert(project);
            }
        }
        let mut so_far = Bits::none(ran.len());
        let reached = known.into_iter().zip(sets).map(|(year, set)| {
            so_far = set.or(&so_far);
            (year, so_far.clone(), so_far.count())
        });
        Self { reached: reached.collect() }
    }

    /// The projects that had by the end of a year; `None` before the first.
    fn by(&self, year: u16) -> Option<(&Bits, usize)> {
        let later = self.reached.partition_point(|(known, ..)| *known <= year);
        let (_, set, total) = self.reached.get(later.checked_sub(1)?)?;
        Some((set, *total))
    }

    /// How many of `subset` had by the end of a year. Years must be
    /// asked for in ascending order; each set is counted once.
    fn counts<'a>(&'a self, subset: &'a SubsetCounter) -> impl FnMut(u16) -> usize + 'a {
        let (mut next, mut count) = (0, 0);
        move |year| {
            while let Some((_, set, total)) =
                self.reached.get(next).filter(|(known, ..)| *known <= year)
            {
                count = subset.count_with(set, *total);
                next += 1;
            }
            count
        }
    }
}
