//! NUTS regions of every vintage, each code as it was last drawn.

use super::distance::apart;

/// A NUTS region of level 1, 2 or 3.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, such as `NL112`.
    pub code: String,
    /// The middle of its largest part, in ten-thousandths of a degree, latitude
    /// first.
    pub at: [i32; 2],
    /// Kilometres from there to its farthest corner.
    pub extent: u32,
}

/// Regions by code.
#[derive(Debug, Default)]
pub(super) struct Regions(Vec<Region>);

impl Regions {
    /// Takes regions that are in order of their codes.
    pub(super) const fn new(regions: Vec<Region>) -> Self {
        Self(regions)
    }

    /// A region by its code.
    pub(super) fn get(&self, code: &str) -> Option<&Region> {
        let by_code = |code: &str| {
            let at = self.0.binary_search_by(|region| region.code.as_str().cmp(code)).ok()?;
            self.0.get(at)
        };
        // Vintages before 2010 wrote GR, and some people write GB.
        by_code(code).or_else(|| {
            let rest = code.get(2..)?;
            match code.get(..2)? {
                "GR" => by_code(&format!("EL{rest}")),
                "EL" => by_code(&format!("GR{rest}")),
                "GB" => by_code(&format!("UK{rest}")),
                _ => None,
            }
        })
    }

    /// The region of level 3 whose centre is nearest to a place.
    pub(super) fn nearest(&self, at: [i32; 2]) -> Option<&Region> {
        let distance = |region: &&Region| apart(region.at, at);
        self.0
            .iter()
            .filter(|region| region.code.len() == 5)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}
