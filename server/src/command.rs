//! The command line, as typed.

use std::{net::SocketAddr, path::PathBuf};

use backend::import::{InputFormat, table::Limits};
use catalogue::model::{Lang, Slug};
use clap::{Args, Parser, Subcommand};

/// An explorer of publicly funded cooperation projects.
#[derive(Debug, Parser)]
#[command(name = "interreg-explorer", version, about)]
pub struct Interreg {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the explorer as a website.
    Serve(Serve),
    /// Take projects in from a spreadsheet, an export of keep.eu, or the exchange format.
    Import(Import),
    /// Judge files as an import would, and change nothing. Fails where something must be fixed.
    Check(Check),
    /// Judge what comes through a pipe; the server starts this for files of visitors.
    #[command(hide = true)]
    Judge,
    /// Write everything into a file: the exchange format (.json) or the template, filled (.xlsx).
    Export(Export),
    /// Write the template for officials: a workbook (.xlsx), or two files of separated values (.csv).
    Template(Template),
    /// Show what happened to a project, or all changes: when, by whom and why.
    History(History),
    /// Make a project again what it was, or undo a whole change; that is a change of its own.
    Revert(Revert),
}

/// Where the catalogue is kept by default.
pub(crate) const DATA: &str = "var";

/// Where the catalogue is kept.
#[derive(Args, Clone, Debug)]
pub struct Data {
    /// The directory in which the catalogue is kept.
    #[arg(
        long = "data",
        env = "INTERREG_EXPLORER_DATA",
        value_name = "DIR",
        default_value = DATA
    )]
    pub dir: PathBuf,
}

/// Whose change it is, and why.
#[derive(Args, Clone, Debug)]
pub struct Authorship {
    /// Whose change this is, for the history [default: the user of the system].
    #[arg(long, value_name = "NAME")]
    pub author: Option<String>,
    /// Why, for the history [default: what was asked for].
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
}

/// In whose language the program speaks.
#[derive(Args, Clone, Debug)]
pub struct LangArg {
    /// The language of reports: nl, en, de or fy [default: that of the system, else en].
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// Files, and how to read them.
#[derive(Args, Clone, Debug)]
pub struct Input {
    /// A workbook or a document, or several files of separated values.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Where it comes from: keep, template or json [default: found out].
    #[arg(long = "as", value_name = "SOURCE", value_parser = format)]
    pub format: Option<InputFormat>,
    /// A city that the catalogue is about as well, such as Utrecht,NL. May be repeated.
    #[arg(long = "home-city", value_name = "NAME,COUNTRY")]
    pub home_cities: Vec<String>,
    /// Write every problem into a file of separated values.
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
    /// What a file may unpack to, in megabytes. What it may hold grows with it.
    #[arg(long, value_name = "N", default_value_t = Limits::MEGABYTES)]
    pub max_megabytes: u64,
    /// In whose language.
    #[command(flatten)]
    pub language: LangArg,
}

/// Settings of `import`.
#[derive(Args, Clone, Debug)]
pub struct Import {
    /// What to read.
    #[command(flatten)]
    pub input: Input,
    /// Take out every project that is not in the file.
    #[arg(long, conflicts_with = "merge")]
    pub replace: bool,
    /// Keep projects that are not in the file; that is the default.
    #[arg(long)]
    pub merge: bool,
    /// Show the report and what would change, and change nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Take in nothing where something must be fixed.
    #[arg(long)]
    pub strict: bool,
    /// Allow more than a tenth of the projects or participations that are there to go.
    #[arg(long)]
    pub allow_shrink: bool,
    /// Whose change it is, and why.
    #[command(flatten)]
    pub authorship: Authorship,
    /// Where to.
    #[command(flatten)]
    pub data: Data,
}

/// Settings of `check`.
#[derive(Args, Clone, Debug)]
pub struct Check {
    /// What to read.
    #[command(flatten)]
    pub input: Input,
}

/// Settings of `export`.
#[derive(Args, Clone, Debug)]
pub struct Export {
    /// The file to write; its ending tells the format. What stands there is replaced.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// In whose language.
    #[command(flatten)]
    pub language: LangArg,
    /// Where from.
    #[command(flatten)]
    pub data: Data,
}

/// Settings of `template`.
#[derive(Args, Clone, Debug)]
pub struct Template {
    /// The file to write; its ending tells the format.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// In whose language.
    #[command(flatten)]
    pub language: LangArg,
    /// Where the home cities are known from.
    #[command(flatten)]
    pub data: Data,
}

/// Settings of `history`.
#[derive(Args, Clone, Debug)]
pub struct History {
    /// The project's name in addresses.
    #[arg(value_name = "SLUG", required_unless_present = "changes")]
    pub slug: Option<Slug>,
    /// Show all changes, the last one at the end, with what each came to.
    #[arg(long, conflicts_with = "slug")]
    pub changes: bool,
    /// Where it is kept.
    #[command(flatten)]
    pub data: Data,
}

/// Settings of `revert`.
#[derive(Args, Clone, Debug)]
pub struct Revert {
    /// The project's name in addresses.
    #[arg(value_name = "SLUG", required_unless_present = "change", requires = "revision")]
    pub slug: Option<Slug>,
    /// The number that `history` shows.
    #[arg(value_name = "REVISION")]
    pub revision: Option<u32>,
    /// Undo a whole change, by the number that `history --changes` shows: all of it or nothing.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["slug", "revision"])]
    pub change: Option<u32>,
    /// Say what undoing the change would come to, and change nothing.
    #[arg(long, requires = "change")]
    pub dry_run: bool,
    /// Whose change it is, and why.
    #[command(flatten)]
    pub authorship: Authorship,
    /// Where it is kept.
    #[command(flatten)]
    pub data: Data,
}

fn format(text: &str) -> Result<InputFormat, String> {
    let known = InputFormat::ALL.into_iter().find(|format| format.as_str() == text);
    known.ok_or_else(|| "write keep, template or json".to_owned())
}

/// Settings of `serve`. What is given here wins over the environment, which
/// wins over the settings file, which wins over the defaults.
#[derive(Args, Clone, Debug, Default)]
pub struct Serve {
    /// The settings file; explorer.toml beside where the program is started, if there is one.
    #[arg(long, env = "INTERREG_EXPLORER_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The address and port to listen on [default: 127.0.0.1:3000].
    #[arg(long, env = "INTERREG_EXPLORER_LISTEN", value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
    /// Connections at a time, at most [default: 2000, or what the limit on open files allows].
    #[arg(long, env = "INTERREG_EXPLORER_CONNECTIONS", value_name = "NUMBER")]
    pub connections: Option<usize>,
    /// The address visitors use, for canonical links [default: <http://LISTEN>].
    #[arg(long, env = "INTERREG_EXPLORER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The directory in which the catalogue is kept [default: var].
    #[arg(long, env = "INTERREG_EXPLORER_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Serve a file in the exchange format as it is, and keep nothing.
    #[arg(long, env = "INTERREG_EXPLORER_CATALOGUE", value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
    /// Do not offer the page on which officials have spreadsheets checked.
    #[arg(long, env = "INTERREG_EXPLORER_NO_CHECK")]
    pub no_check: bool,
    /// The day that decides which projects are under way [default: today in Europe/Amsterdam].
    #[arg(long, env = "INTERREG_EXPLORER_TODAY", value_name = "YYYY-MM-DD")]
    pub today: Option<String>,
    /// What to log, as for RUST_LOG [default: info].
    #[arg(long, env = "INTERREG_EXPLORER_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// How to log [default: text].
    #[arg(long, env = "INTERREG_EXPLORER_LOG_FORMAT", value_name = "text|json")]
    pub log_format: Option<String>,
}
