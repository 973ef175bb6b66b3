//! The process that judges. It takes its own bounds before it looks at anything.

use std::{
    io::{BufReader, BufWriter, stdin, stdout},
    process::ExitCode,
    time::Instant,
};

use backend::{
    gazetteer::Gazetteer,
    import::{self, Quiet, table::Limits},
};
use rustix::process::{Resource, Rlimit, setrlimit};

use super::{
    READING,
    wire::{self, Task},
};

/// Bytes of memory that the process may write to. The real export of keep.eu with
/// 1,852 projects takes half of them. Two at a time, with the server beside them
/// that holds what was sent, stay under 512 MB.
const MEMORY: u64 = 120_000_000;

/// Reads files from the standard input and writes what came of it to the standard
/// output. It leaves no file behind, and goes when the server goes.
pub fn judge() -> anyhow::Result<ExitCode> {
    take_bounds()?;
    let (task, files) = Task::read(&mut BufReader::new(stdin().lock()))?;
    let bytes = files.iter().map(|file| file.bytes.len()).sum();
    let limits = Limits::for_strangers(bytes, Instant::now() + task.time());
    let request = import::Request { files, format: None, limits };
    let judged = import::check(request, &task.cities, Gazetteer::embedded()?, &mut Quiet);
    wire::write(&mut BufWriter::new(stdout().lock()), &judged)?;
    Ok(ExitCode::SUCCESS)
}

fn take_bounds() -> anyhow::Result<()> {
    let bounds = [
        (Resource::Data, MEMORY),
        // The program itself, its stacks, and what is reserved and never used.
        (Resource::As, 5 * MEMORY),
        (Resource::Cpu, READING.as_secs()),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
    ];
    for (resource, most) in bounds {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    // Visitors who read pages come first. Where that is not granted, they wait.
    let _ = rustix::process::nice(10);
    Ok(())
}
