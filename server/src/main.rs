//! The program `interreg-explorer`.

use std::process::ExitCode;

use clap::Parser as _;
use server::{
    command::{Command, Interreg},
    commands,
};

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Interreg::parse().command {
        Command::Serve(settings) => server::serve(settings).await.map(|()| ExitCode::SUCCESS),
        Command::Import(settings) => commands::import(settings).await,
        Command::Check(settings) => commands::check(settings),
        Command::Export(settings) => commands::export(settings).await,
        Command::Template(settings) => commands::template(settings).await,
        Command::History(settings) => commands::history(settings).await,
        Command::Revert(settings) => commands::revert(settings).await,
    };
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            // Whoever starts the program may not see its log, so this goes to the terminal.
            eprintln!("interreg-explorer: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
