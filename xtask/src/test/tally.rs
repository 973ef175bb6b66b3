//! Counting: what passed, failed and was skipped, over steps and tests alike.

use std::fmt::Display;
use std::process::ExitCode;

use anyhow::Result;

use crate::step::{say, step};

/// Counts, and the names of the steps that failed.
#[derive(Default, Clone, PartialEq, Eq, Debug)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
    failures: Vec<String>,
}

impl Tally {
    /// A step that counts as one test. Its failure is told and does not end the
    /// run: the other steps may have more to tell.
    pub fn check(&mut self, what: &str, work: impl FnOnce() -> Result<()>) -> bool {
        match step(what, work) {
            Ok(()) => {
                self.passed += 1;
                true
            }
            Err(error) => {
                say(format_args!("  {error:#}"));
                self.fail(what);
                false
            }
        }
    }

    /// Counts one failure under a name.
    pub fn fail(&mut self, what: impl Display) {
        self.failed += 1;
        self.failures.push(what.to_string());
    }

    /// Counts one step that was not done, and says why.
    pub fn skip(&mut self, what: &str, why: &str) {
        say(format_args!("→ {what}: skipped, {why}"));
        self.skipped += 1;
    }

    /// Adds the counts of a test runner.
    pub fn add(&mut self, what: &str, passed: u64, failed: u64, skipped: u64) {
        self.passed += passed;
        self.failed += failed;
        self.skipped += skipped;
        if failed > 0 {
            self.failures.push(format!("{what}: {failed}"));
        }
    }

    /// Names what failed once more, since it may stand far above.
    pub fn list_failures(&self) {
        self.failures.iter().for_each(|failure| say(format_args!("failed: {failure}")));
    }

    /// The line that ends every run.
    pub fn sum(&self) -> String {
        let Self { passed, failed, skipped, .. } = self;
        format!("{passed} passed, {failed} failed, {skipped} skipped")
    }

    /// Nothing tested is no success.
    pub fn exit_code(&self) -> ExitCode {
        if self.failed == 0 && self.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    #[test]
    fn steps_and_test_runners_add_up() {
        let mut tally = Tally::default();
        assert!(tally.check("good", || Ok(())));
        assert!(!tally.check("bad", || Err(anyhow!("no"))));
        tally.add("tests", 5, 1, 2);
        assert_eq!(tally.sum(), "6 passed, 2 failed, 2 skipped");
        assert_eq!(tally.failures, ["bad", "tests: 1"]);
    }

    #[test]
    fn a_run_without_any_test_fails() {
        assert_eq!(Tally::default().exit_code(), ExitCode::FAILURE);
    }
}
