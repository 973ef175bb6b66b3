//! The program `interreg-explorer`.

use std::process::ExitCode;

use clap::Parser as _;
use server::{
    command::{Command, Interreg},
    commands,
};
use tokio::runtime::Builder;

/// Bytes of stack for each thread. A page is one deep value, and an unoptimised build
/// comes close to the usual two megabytes. Memory is taken only as far as it is used.
const STACK: usize = 8 * 1024 * 1024;

fn main() -> ExitCode {
    let runtime = Builder::new_multi_thread().enable_all().thread_stack_size(STACK).build();
    let runtime = match runtime {
        Ok(runtime) => runtime,
        Err(fault) => {
            eprintln!("interreg-explorer: cannot start: {fault}");
            return ExitCode::FAILURE;
        }
    };
    let code = runtime.block_on(run());
    // What is still computed for a client that has gone would hold the end up.
    runtime.shutdown_background();
    code
}

async fn run() -> ExitCode {
    let outcome = match Interreg::parse().command {
        Command::Serve(settings) => server::serve(settings).await.map(|()| ExitCode::SUCCESS),
        Command::Import(settings) => commands::import(settings).await,
        Command::Check(settings) => commands::check(settings),
        Command::Judge => server::judge::child::judge(),
        Command::Export(settings) => commands::export(settings).await,
        Command::Template(settings) => commands::template(settings).await,
        Command::History(settings) => commands::history(settings).await,
        Command::Revert(settings) => commands::revert(settings).await,
    };
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            // The log may go elsewhere, so the person at the terminal is told here.
            eprintln!("interreg-explorer: {fault:#}");
            ExitCode::FAILURE
        }
    }
}
