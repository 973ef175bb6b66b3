//! Steps: each says what it does before it starts and how long it took after.

use std::fmt::Display;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Does `work`, narrated and timed.
pub fn step<T>(what: impl Display, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(format_args!("→ {what}"));
    let start = Instant::now();
    let result = work();
    let outcome = if result.is_ok() { "done" } else { "failed" };
    say(format_args!("  {outcome} in {}", seconds(start.elapsed())));
    result
}

/// One line to the person, at once even when the output goes into a file.
pub fn say(line: impl Display) {
    println!("{line}");
    // A closed pipe is no reason to stop building.
    let _ = std::io::stdout().flush();
}

/// A duration as people read it: `3.2 s`, `4 min 07 s`.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", duration.as_secs_f64())
    }
}

/// Runs a command to its end and fails when it fails.
pub fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} failed ({status}); its own messages stand above", shown(command));
    }
    Ok(())
}

/// Runs a command and returns what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {}", shown(command)))?;
    if !output.status.success() {
        bail!("{} failed ({})", shown(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("{} printed no text", shown(command)))
}

/// A command as one would type it, shortened.
fn shown(command: &Command) -> String {
    let mut line = format!("`{}", command.get_program().to_string_lossy());
    for argument in command.get_args().take(6) {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    if command.get_args().len() > 6 {
        line.push_str(" …");
    }
    line.push('`');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well_on_both_sides_of_a_minute() {
        assert_eq!(seconds(Duration::from_millis(3_240)), "3.2 s");
        assert_eq!(seconds(Duration::from_secs(247)), "4 min 07 s");
    }

    #[test]
    fn a_long_command_is_shortened_in_messages() {
        let mut command = Command::new("cargo");
        command.args(["a", "b", "c", "d", "e", "f", "g"]);
        assert_eq!(shown(&command), "`cargo a b c d e f …`");
    }
}
