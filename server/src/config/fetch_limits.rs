//! What the proxy for another basemap allows itself, a source and a visitor.

use std::time::Duration;

use app::MapKind;

/// The bounds. They are no settings; only tests have shorter ones.
#[derive(Clone, Debug)]
pub struct FetchLimits {
    /// How long a connection may take to be made.
    pub connect: Duration,
    /// How long one tile may take, with connection, redirects and body.
    pub whole: Duration,
    /// How long a tile waits for its turn.
    pub turn: Duration,
    /// How long a visitor waits for a newer tile where an older one is at hand.
    pub patience: Duration,
    /// Tiles that are fetched at a time.
    pub at_a_time: usize,
    /// Tiles that are fetched or wait for their turn.
    pub under_way: usize,
    /// Redirects that are followed, all on the same origin.
    pub redirects: usize,
    /// The shortest and the longest time for which a tile counts as new,
    /// whatever its source says.
    pub fresh: (Duration, Duration),
    /// For how long it does where its source says nothing.
    pub fresh_by_default: Duration,
    /// How long after that it is still shown while its source is down.
    pub stale: Duration,
    /// Failures in a row after which a source is left alone.
    pub failures: u32,
    /// For how long.
    pub rest: Duration,
}

const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(24 * 3_600);

impl Default for FetchLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(5),
            whole: Duration::from_secs(10),
            turn: Duration::from_secs(5),
            patience: Duration::from_secs(2),
            // Browsers open six connections to a host; a map server expects as many.
            at_a_time: 8,
            // A large screen shows some forty tiles. A source that gives one in a tenth
            // of a second gives so many before the last has waited for its turn too long.
            under_way: 400,
            redirects: 3,
            fresh: (HOUR, 30 * DAY),
            fresh_by_default: DAY,
            stale: 7 * DAY,
            failures: 5,
            rest: Duration::from_secs(30),
        }
    }
}

/// Bytes that a tile may have on its way here. Usual pictures have 5 to 100 kB,
/// vector tiles up to 500 kB.
pub(crate) fn bytes(kind: MapKind) -> usize {
    match kind {
        MapKind::Raster => 1_000_000,
        MapKind::Vector => 2_000_000,
    }
}

/// Bytes that a vector tile may unpack to.
pub(crate) const UNPACKED: usize = 8_000_000;
