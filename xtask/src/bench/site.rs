//! A server of ours for as long as it is measured.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::bench::http::{self, Reply};

/// A running server on this machine's own address; stopped when dropped.
pub struct Site {
    /// Where it listens.
    pub address: SocketAddr,
    /// The program.
    pub binary: PathBuf,
    child: Child,
}

impl Site {
    /// The explorer with the ten projects, as `serve` starts it. Its log is
    /// written and thrown away, since in use it is written too.
    pub fn start(binary: &Path) -> Result<Self> {
        let data = binary.with_file_name("bench-data");
        // Left over from an earlier run, it could hold something else.
        let _ = std::fs::remove_dir_all(&data);
        let mut command = Command::new(binary);
        command.args(["serve", "--data"]).arg(data).arg("--listen");
        Self::serve(&mut command, "/readyz")
    }

    /// Starts a server that takes its address as the last argument, and waits
    /// until it answers.
    pub fn serve(command: &mut Command, ready: &str) -> Result<Self> {
        let address = free_address()?;
        command.arg(address.to_string()).stdin(Stdio::null()).stdout(Stdio::null());
        let child = command
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", command.get_program().display()))?;
        let binary = PathBuf::from(command.get_program());
        let mut site = Self { address, binary, child };
        let patience = Instant::now() + Duration::from_secs(60);
        while !http::get(address, ready, &[]).is_ok_and(|reply| reply.status == 200) {
            if let Some(status) = site.child.try_wait()? {
                bail!(
                    "{} ended ({status}) instead of serving; start it by hand to see why",
                    command.get_program().display()
                );
            }
            if Instant::now() > patience {
                bail!("http://{address}{ready} did not answer 200 within a minute");
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(site)
    }

    /// The number of its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A page, which must be there.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Reply> {
        let reply = http::get(self.address, path, headers)?;
        if reply.status != 200 {
            bail!("{} answered {}, not 200", self.url(path), reply.status);
        }
        Ok(reply)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A free port, chosen by the operating system.
fn free_address() -> Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?)
}
