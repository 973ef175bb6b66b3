//! The program `interreg-explorer`.

use std::process::ExitCode;

use clap::Parser as _;
use server::command::{Command, Interreg};

#[tokio::main]
async fn main() -> ExitCode {
    let outcome = match Interreg::parse().command {
        Command::Serve(settings) => server::serve(settings).await,
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            // Whoever starts the program may not see its log, so this goes to the terminal.
            eprintln!("interreg-explorer: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
