//! NUTS regions of every version; each code as in the last version that has it.

use super::distance::apart;

/// A NUTS region of level 1, 2 or 3.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its code, such as `NL112`.
    pub code: String,
    /// The centre of its largest part: latitude and longitude, in ten-thousandths of a degree.
    pub at: [i32; 2],
    /// Kilometres from the centre to its farthest corner.
    pub extent: u32,
}

/// Regions by code.
#[derive(Debug, Default)]
pub(super) struct Regions(Vec<Region>);

impl Regions {
    /// Takes regions, sorted by code.
    pub(super) const fn new(regions: Vec<Region>) -> Self {
        Self(regions)
    }

    /// A region by its code.
    pub(super) fn get(&self, code: &str) -> Option<&Region> {
        let by_code = |code: &str| {
            let at = self.0.binary_search_by(|region| region.code.as_str().cmp(code)).ok()?;
            self.0.get(at)
        };
        // Versions before 2010 have GR, and some people write GB.
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

    /// The region of level 3 with the nearest centre.
    pub(super) fn nearest(&self, at: [i32; 2]) -> Option<&Region> {
        let distance = |region: &&Region| apart(region.at, at);
        self.0
            .iter()
            .filter(|region| region.code.len() == 5)
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}
