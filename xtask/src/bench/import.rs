//! Taking data in: the real export where it is at hand, and 30,000 generated
//! projects, each by the very program that is shipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::bench::figures::Folder;
use crate::bench::server::example;
use crate::bench::site::Site;
use crate::bench::table::{Table, milliseconds};
use crate::bench::wrk::{self, CONNECTIONS};
use crate::places::Places;
use crate::step::{say, step, succeed};

/// The real export is not part of the project.
const REAL: &str = "../shared/data/keep-export-2014-2020-closed.xlsx";

/// So many projects are generated: about all of keep.eu.
const PROJECTS: usize = 30_000;

/// The tables.
pub fn measure(places: &Places, site: &Site) -> Result<String> {
    let Folder(folder) = &Folder::make(places.target.join("bench-import"))?;
    let mut imports = Table::new(["file", "projects", "taken in", "rate", "peak memory"]);
    let mut pages =
        Table::new(["catalogue", "ready after", "first page", "memory", "page p50", "page p99"]);
    if let Some(real) = real_export(places) {
        let data = folder.join("real");
        let run = import(site, &real, &data)?;
        imports.row(run.row("keep.eu's export, .xlsx"));
        pages.row(serve(site, places, &data, "keep.eu's export")?);
    } else {
        say(format_args!("  {REAL} is not here: left out"));
    }
    let json = generate(places, PROJECTS, folder)?;
    let data = folder.join("generated");
    let run = import(site, &json, &data)?;
    imports.row(run.row("generated, JSON"));
    let book = folder.join("generated.xlsx");
    step("the same as a workbook", || {
        succeed(Command::new(&site.binary).arg("export").arg(&book).arg("--data").arg(&data))
    })?;
    let run = import(site, &book, &folder.join("from-book"))?;
    imports.row(run.row("generated, filled template, .xlsx"));
    pages.row(serve(site, places, &data, "generated")?);
    Ok(format!(
        "\
## Taking data in

`interreg-explorer import FILE --replace` into a new store, from its start to its end. Peak
memory is what the system counts (VmHWM).

{}
The server on that store: from its start until it answers, the first page of the explorer
after that, and its memory after the load (VmRSS). The load is wrk with one thread and
{CONNECTIONS} connections that ask for the explorer with a new random filter each time.

{}",
        imports.markdown(),
        pages.markdown()
    ))
}

/// The real export, where it is at hand.
pub fn real_export(places: &Places) -> Option<PathBuf> {
    Some(places.root.join(REAL)).filter(|file| file.exists())
}

/// A file of so many generated projects in this folder.
pub fn generate(places: &Places, projects: usize, folder: &Path) -> Result<PathBuf> {
    let json = folder.join("generated.json");
    let generator = example(places, "generate")?;
    step(format_args!("generate {projects} projects"), || {
        succeed(Command::new(&generator).arg(projects.to_string()).arg(&json))
    })?;
    Ok(json)
}

/// What an import took.
pub struct Run {
    /// How many projects there were.
    pub projects: u64,
    seconds: f64,
    kilobytes: u64,
}

impl Run {
    fn row(&self, what: &str) -> [String; 5] {
        #[expect(clippy::cast_precision_loss, reason = "figures for people")]
        let (projects, megabytes) = (self.projects as f64, self.kilobytes as f64 / 1000.0);
        [
            what.to_owned(),
            self.projects.to_string(),
            format!("{:.1} s", self.seconds),
            format!("{:.0} projects/s", projects / self.seconds),
            format!("{megabytes:.0} MB"),
        ]
    }
}

/// Takes a file into a new store.
pub fn import(site: &Site, file: &Path, data: &Path) -> Result<Run> {
    let start = Instant::now();
    let mut child = Command::new(&site.binary)
        .arg("import")
        .arg(file)
        .args(["--replace", "--lang", "en", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()?;
    let mut out = child.stdout.take().context("the import has no output")?;
    // What it prints is short, so it need not be read before the end.
    let kilobytes = peak(&mut child)?;
    let seconds = start.elapsed().as_secs_f64();
    let mut said = String::new();
    std::io::Read::read_to_string(&mut out, &mut said)?;
    ensure!(child.wait()?.success(), "the import of {} failed: {said}", file.display());
    let line = said.lines().find(|line| line.trim().ends_with(" projects are new"));
    let projects = line.and_then(|line| line.trim().split(' ').next());
    let projects = projects.and_then(|number| number.replace(',', "").parse().ok());
    let projects = projects.with_context(|| format!("no count of projects in {said}"))?;
    say(format_args!("  {}: {seconds:.1} s, {kilobytes} kB", file.display()));
    Ok(Run { projects, seconds, kilobytes })
}

/// Waits for the end and watches the most memory that it ever had.
fn peak(child: &mut Child) -> Result<u64> {
    let mut most = 0;
    while child.try_wait()?.is_none() {
        most = most.max(memory(child.id(), "VmHWM:").unwrap_or(0));
        thread::sleep(Duration::from_millis(5));
    }
    Ok(most)
}

/// A figure of a process in kilobytes, as the system has it.
fn memory(process: u32, figure: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(figure))?;
    line.split_whitespace().next()?.parse().ok()
}

fn serve(site: &Site, places: &Places, data: &Path, what: &str) -> Result<[String; 6]> {
    let start = Instant::now();
    let mut command = Command::new(&site.binary);
    command.args(["serve", "--data"]).arg(data).arg("--listen");
    let own = Site::serve(&mut command, "/readyz")?;
    let ready = start.elapsed();
    let start = Instant::now();
    own.get("/en", &[])?;
    let first = start.elapsed();
    let latency = if wrk::ensure_installed()? {
        let script = filters(places)?;
        Some(wrk::run_script(&own, &script)?)
    } else {
        None
    };
    let resident = memory(own.process(), "VmRSS:").unwrap_or(0);
    let figure = |ms: Option<f64>| ms.map_or_else(|| "not measured".to_owned(), milliseconds);
    Ok([
        what.to_owned(),
        format!("{:.2} s", ready.as_secs_f64()),
        milliseconds(first.as_secs_f64() * 1000.0),
        format!("{} MB", resident / 1000),
        figure(latency.map(|rate| rate.p50)),
        figure(latency.map(|rate| rate.p99)),
    ])
}

/// A script for wrk that asks for another filter each time, by a fixed seed.
fn filters(places: &Places) -> Result<PathBuf> {
    let path = places.target.join("bench-filters.lua");
    let script = r#"
math.randomseed(20261124)
local themes = { "health", "environment", "research", "education", "transport", "economy", "food" }
local countries = { "NL", "DE", "SE", "IT", "FR", "PL", "ES", "FI" }
local sorts = { "start", "end", "budget", "title" }
local words = { "water", "health", "bridge", "energy", "tourism", "school" }
local function one(list) return list[math.random(#list)] end
request = function()
  local parts = {}
  if math.random() < 0.6 then parts[#parts + 1] = "theme=" .. one(themes) end
  if math.random() < 0.2 then parts[#parts + 1] = "theme=-" .. one(themes) end
  if math.random() < 0.5 then parts[#parts + 1] = "country=" .. one(countries) end
  if math.random() < 0.3 then parts[#parts + 1] = "from=" .. math.random(2014, 2019) end
  if math.random() < 0.2 then parts[#parts + 1] = "budget=" .. math.random(1, 9) .. "00000.." end
  if math.random() < 0.3 then parts[#parts + 1] = "q=" .. one(words) end
  if math.random() < 0.3 then parts[#parts + 1] = "sort=" .. one(sorts) end
  if math.random() < 0.2 then parts[#parts + 1] = "page=" .. math.random(2, 20) end
  return wrk.format("GET", "/en?" .. table.concat(parts, "&"))
end
"#;
    fs::write(&path, script)?;
    Ok(path)
}
