//! Chance that is the same every time.

/// Begins every row of numbers. Another seed is another catalogue.
const SEED: u64 = 0x1e7e_44e6_2014_2020;

/// SplitMix64 (Steele, Lea and Flood, 2014): a few lines, and good enough here.
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of one thing (`number`) of some kind (`kind`).
    pub(crate) fn of(kind: &str, number: usize) -> Self {
        let seed = kind.bytes().fold(SEED, |seed, byte| seed.rotate_left(7) ^ u64::from(byte));
        let mut dice = Self(seed ^ (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
        // Neighbours differ in few bits; one throw mixes them.
        Self(dice.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, and without, 1.
    pub(crate) fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From 0 up to, and without, `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.share() * limit as f64) as usize
    }

    /// One time out of so many.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// A position, each as likely as its weight says.
    pub(crate) fn weighted(&mut self, weights: impl Iterator<Item = u32> + Clone) -> usize {
        let all: u32 = weights.clone().sum();
        let mut rest = self.below(all as usize) as u32;
        let passed = |weight: &u32| {
            let passed = rest >= *weight;
            rest = rest.saturating_sub(if passed { *weight } else { 0 });
            passed
        };
        weights.take_while(passed).count()
    }

    /// One of these, all as likely.
    pub(crate) fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A value from a distribution by its quantiles, evenly spaced from the least
    /// to the greatest value.
    pub(crate) fn quantile(&mut self, quantiles: &[f64]) -> f64 {
        let place = self.share() * (quantiles.len() - 1) as f64;
        let below = quantiles[place as usize];
        below + (quantiles[place as usize + 1] - below) * place.fract()
    }
}
