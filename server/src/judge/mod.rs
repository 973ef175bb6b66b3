//! Files of strangers are judged in a process of their own: this same program,
//! started again with a hidden command.
//!
//! Whatever a file makes its reader do, the server goes on: the other process has
//! bounds on memory and time which the system enforces ([`child`]), and all memory
//! that it took is given back when it ends. Files go in through one pipe, and the
//! report comes back through another, as data ([`wire`]).

pub mod child;
mod wire;

use std::{
    io::{Read as _, Write as _},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{RecvTimeoutError, sync_channel},
    time::{Duration, Instant},
};

use backend::import::{Rejection, Report, table::Upload};
use catalogue::model::HomeCity;
use rustix::process::Signal;

use wire::Task;

/// The command that judges.
pub const COMMAND: &str = "judge";

/// How long judging may take. The real export of 1,852 projects takes about a second.
pub(crate) const READING: Duration = Duration::from_secs(18);

/// What a report may weigh: as many problems as are kept, each of the longest.
const REPORT: u64 = 32_000_000;

/// How long a process that has said all may take to end.
const ENDING: Duration = Duration::from_secs(1);

/// Why there is neither a report nor a refusal.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JudgeError {
    /// The system starts no other process now.
    #[error("no process can be started to judge a file: {0}")]
    Start(std::io::Error),
    /// What the process said is no report.
    #[error("the process that judges files ended with {0}, and its report cannot be read")]
    Report(ExitStatus),
}

/// A process that does not outlive its use.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Judges files. Blocks until that is done, and no longer than [`READING`] and a
/// moment.
pub(crate) fn judge(
    program: &Path,
    files: &[Upload],
    cities: &[HomeCity],
) -> Result<Result<Report, Rejection>, JudgeError> {
    let started = Command::new(program)
        .arg(COMMAND)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut running = Running(started.map_err(JudgeError::Start)?);
    let (stdin, stdout) = (running.0.stdin.take(), running.0.stdout.take());
    let name = files.first().map(|file| wire::short(&file.name)).unwrap_or_default();
    std::thread::scope(|scope| {
        // Both pipes are served at once: a process that refuses a file early says so
        // before it has taken the whole of it.
        scope.spawn(move || {
            let Some(mut stdin) = stdin else { return };
            let _ = Task::new(files, cities, READING).write(&mut stdin, files);
            let _ = stdin.flush();
        });
        let (tell, told) = sync_channel(1);
        scope.spawn(move || {
            let mut said = Vec::new();
            let whole = stdout.map(|out| out.take(REPORT + 1).read_to_end(&mut said));
            let _ = tell.send(whole.map(|_| said).unwrap_or_default());
        });
        let said = match told.recv_timeout(READING + ENDING) {
            Ok(said) => said,
            Err(RecvTimeoutError::Timeout) => {
                let _ = running.0.kill();
                return Ok(Err(Rejection::TooSlow));
            }
            Err(RecvTimeoutError::Disconnected) => Vec::new(),
        };
        if said.len() as u64 > REPORT {
            let _ = running.0.kill();
            return Ok(Err(Rejection::TooLarge));
        }
        if let Some(judged) = wire::read(&said) {
            return Ok(judged);
        }
        drop(said);
        let status = end(&mut running.0).map_err(JudgeError::Start)?;
        why_ended(status, name).map(Err)
    })
}

/// Waits for the end of a process, and brings it about after a moment.
fn end(child: &mut Child) -> std::io::Result<ExitStatus> {
    let until = Instant::now() + ENDING;
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(status),
            None if Instant::now() < until => std::thread::sleep(Duration::from_millis(5)),
            None => {
                child.kill()?;
                return child.wait();
            }
        }
    }
}

/// What a process that ended without a report says of the file.
fn why_ended(status: ExitStatus, file: String) -> Result<Rejection, JudgeError> {
    use std::os::unix::process::ExitStatusExt as _;
    let by = |signal: Signal| status.signal() == Some(signal.as_raw());
    if by(Signal::XCPU) {
        Ok(Rejection::TooSlow)
    // Rust ends a process that gets no memory with the first; a system that has
    // none left ends it with the second.
    } else if by(Signal::ABORT) || by(Signal::KILL) {
        Ok(Rejection::TooLarge)
    } else if status.signal().is_some() || status.code() == Some(PANICKED) {
        let cause = "the reader does not get to its end".to_owned();
        Ok(Rejection::Damaged { file, cause })
    } else {
        Err(JudgeError::Report(status))
    }
}

/// What a process ends with whose main thread panicked.
const PANICKED: i32 = 101;

#[cfg(test)]
mod tests {
    use super::*;

    fn ended_by(shell: &str) -> Result<Rejection, JudgeError> {
        let status = Command::new("sh").args(["-c", shell]).status();
        why_ended(status.unwrap_or_default(), "a.xlsx".to_owned())
    }

    #[test]
    fn a_process_that_dies_says_why_the_file_is_rejected() {
        assert!(matches!(ended_by("kill -ABRT $$"), Ok(Rejection::TooLarge)));
        assert!(matches!(ended_by("kill -KILL $$"), Ok(Rejection::TooLarge)));
        assert!(matches!(ended_by("kill -XCPU $$"), Ok(Rejection::TooSlow)));
        assert!(matches!(ended_by("kill -SEGV $$"), Ok(Rejection::Damaged { .. })));
        assert!(matches!(ended_by("exit 101"), Ok(Rejection::Damaged { .. })));
        assert!(matches!(ended_by("exit 3"), Err(JudgeError::Report(_))));
    }

    #[test]
    fn a_missing_program_is_an_error_and_not_a_rejection() {
        let judged = judge(Path::new("/nowhere/at/all"), &[], &[]);
        assert!(matches!(judged, Err(JudgeError::Start(_))));
    }
}
