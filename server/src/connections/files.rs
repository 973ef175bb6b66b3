//! How many connections the system's limit on open files leaves room for.

#[cfg(unix)]
use super::limits::FILES_BESIDE;

/// Room for as many connections as are wanted, or for as many as there can be: the soft
/// limit of the process is raised where it is too low, as far as the hard limit allows.
#[cfg(unix)]
pub(crate) fn places(wanted: usize) -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let needed = wanted as u64 + FILES_BESIDE;
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    let Some(mut files) = current else { return wanted };
    let raised = maximum.map_or(needed, |maximum| maximum.min(needed));
    if raised > files
        && setrlimit(Resource::Nofile, Rlimit { current: Some(raised), maximum }).is_ok()
    {
        files = raised;
    }
    if files >= needed {
        return wanted;
    }
    let places = room(files);
    tracing::warn!(
        wanted,
        places,
        files,
        "fewer connections than wanted: raise the limit on open files (LimitNOFILE=)"
    );
    places
}

/// Elsewhere the system has no such limit.
#[cfg(not(unix))]
pub(crate) fn places(wanted: usize) -> usize {
    wanted
}

/// Connections for a number of files: at least half of them.
#[cfg(unix)]
fn room(files: u64) -> usize {
    let places = files.saturating_sub(FILES_BESIDE).max(files / 2).max(1);
    usize::try_from(places).unwrap_or(usize::MAX)
}

#[cfg(all(test, unix))]
mod tests {
    use super::room;

    #[test]
    fn the_usual_limit_of_1024_files_leaves_room_for_900_connections() {
        assert_eq!([room(1_024), room(200), room(1), room(0)], [900, 100, 1, 1]);
    }
}
