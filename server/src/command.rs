//! The command line, as typed.

use std::{net::SocketAddr, path::PathBuf};

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
    /// The address visitors use, for canonical links [default: <http://LISTEN>].
    #[arg(long, env = "INTERREG_EXPLORER_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The catalogue to serve, in the exchange format [default: the ten projects inside the program].
    #[arg(long, env = "INTERREG_EXPLORER_CATALOGUE", value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
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
