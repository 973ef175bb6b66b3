//! wrk, the program that puts a server under load.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::bench::site::Site;
use crate::step::{output, step, succeed};
use crate::test::chromium::is_root;

/// Connections that ask at the same time.
pub const CONNECTIONS: u32 = 16;
/// Seconds of each run.
pub const SECONDS: u32 = 10;

/// What one run of wrk found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rate {
    /// Answers per second.
    pub per_second: f64,
    /// Half of the answers came within so many milliseconds.
    pub p50: f64,
    /// 99 of 100 answers came within so many milliseconds.
    pub p99: f64,
}

/// Whether wrk is here; on a Debian where we may, it is installed.
pub fn ensure_installed() -> Result<bool> {
    if find().is_none() && is_root() && Path::new("/usr/bin/apt-get").is_file() {
        step("install wrk from the system's packages (apt-get)", || {
            succeed(Command::new("apt-get").args(["update", "-q"]))?;
            let mut install = Command::new("apt-get");
            install.args(["install", "-y", "-q", "--no-install-recommends", "wrk"]);
            succeed(install.env("DEBIAN_FRONTEND", "noninteractive"))
        })?;
    }
    Ok(find().is_some())
}

/// One run. A single thread sends, so that the server has the other cores.
pub fn run(site: &Site, path: &str, headers: &[String]) -> Result<Rate> {
    let mut wrk = Command::new("wrk");
    for header in headers {
        wrk.args(["--header", header]);
    }
    finish(wrk, site, path)
}

/// One run that asks what a script says.
pub fn run_script(site: &Site, script: &Path) -> Result<Rate> {
    let mut wrk = Command::new("wrk");
    wrk.arg("--script").arg(script);
    finish(wrk, site, "/")
}

fn finish(mut wrk: Command, site: &Site, path: &str) -> Result<Rate> {
    wrk.args(["--latency", "--threads=1", "--timeout=5s"]);
    wrk.args([format!("--connections={CONNECTIONS}"), format!("--duration={SECONDS}s")]);
    let printed = output(wrk.arg(site.url(path)))?;
    // Load without answers would look fast.
    for trouble in ["Non-2xx or 3xx responses", "Socket errors"] {
        ensure!(!printed.contains(trouble), "wrk on {path}: {printed}");
    }
    read(&printed).with_context(|| format!("wrk printed something unexpected:\n{printed}"))
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join("wrk")).find(|file| file.is_file())
}

/// The figures in what wrk prints.
fn read(printed: &str) -> Option<Rate> {
    let value = |name: &str| {
        let line = printed.lines().find(|line| line.trim_start().starts_with(name))?;
        line.split_whitespace().last()
    };
    let per_second = value("Requests/sec:")?.parse().ok()?;
    let (p50, p99) = (milliseconds(value("50%")?)?, milliseconds(value("99%")?)?);
    Some(Rate { per_second, p50, p99 })
}

/// wrk's `812.00us`, `4.31ms`, `1.02s`, in milliseconds.
fn milliseconds(text: &str) -> Option<f64> {
    let unit = text.find(|c: char| c.is_ascii_alphabetic())?;
    let factor = match &text[unit..] {
        "us" => 0.001,
        "ms" => 1.0,
        "s" => 1000.0,
        _ => return None,
    };
    Some(text[..unit].parse::<f64>().ok()? * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "\
Running 10s test @ http://127.0.0.1:3000/nl
  1 threads and 16 connections
  Latency Distribution
     50%    3.01ms
     99%    8.25ms
  51234 requests in 10.00s, 1.21GB read
Requests/sec:   5123.40
Transfer/sec:    123.40MB
";

    #[test]
    fn figures_are_found_in_what_wrk_prints() {
        assert_eq!(read(PRINTED), Some(Rate { per_second: 5123.4, p50: 3.01, p99: 8.25 }));
        assert_eq!(read("unable to connect"), None);
    }

    #[test]
    fn all_units_become_milliseconds() {
        let found = ["812.00us", "4.31ms", "1.5s", "2.00m"].map(milliseconds);
        assert_eq!(found, [Some(0.812), Some(4.31), Some(1500.0), None]);
    }
}
