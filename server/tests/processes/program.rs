//! Starts the program and asks it things.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Output, Stdio},
    thread::JoinHandle,
    time::{Duration, Instant},
};

/// The program with these arguments and a store in `data`.
pub fn program(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_interreg-explorer"));
    command.args(arguments).arg("--data").arg(data).env("LANG", "en_US.UTF-8");
    command
}

/// Runs it to its end, which must be a good one.
pub fn run(data: &Path, arguments: &[&str]) -> String {
    let Output { status, stdout, stderr } = program(data, arguments).output().unwrap();
    let said = String::from_utf8_lossy(&stdout).into_owned();
    assert!(status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&stderr));
    said
}

/// Everything the store holds.
pub fn exported(data: &Path) -> String {
    let file = data.join("export.json");
    run(data, &["export", &file.display().to_string()]);
    std::fs::read_to_string(file).unwrap()
}

/// A catalogue of `count` projects whose acronyms begin with `mark`.
pub fn catalogue(mark: &str, count: usize) -> String {
    let text = include_str!("../../../data/northern-netherlands.json");
    let mut document: serde_json::Value = serde_json::from_str(text).unwrap();
    let model = document["projects"][2].clone();
    let projects = (0..count).map(|n| {
        let mut project = model.clone();
        project["slug"] = format!("p{n}").into();
        project["acronym"] = format!("{mark}-{n}").into();
        project
    });
    document["projects"] = projects.collect();
    serde_json::to_string(&document).unwrap()
}

/// A free port, and a log that can be read.
const SERVE: [&str; 5] = ["serve", "--listen", "127.0.0.1:0", "--log-format", "json"];

/// A server on a port of its own; stopped when it is dropped.
pub struct Server {
    process: Child,
    address: String,
    /// What it writes to its log after it has begun to listen.
    log: Option<JoinHandle<String>>,
}

impl Server {
    pub fn start(data: &Path) -> Self {
        Self::with(data, &[])
    }

    /// The same with more arguments.
    pub fn with(data: &Path, more: &[&str]) -> Self {
        Self::of(program(data, &[&SERVE, more].concat()))
    }

    /// One that a shell starts after it has run `script`, which ends by `exec "$@"`.
    pub fn by_shell(data: &Path, script: &str, set_up: impl FnOnce(&mut Command)) -> Self {
        let serve = program(data, &SERVE);
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(serve.get_program()).args(serve.get_args());
        set_up(&mut shell);
        Self::of(shell)
    }

    /// One that this command starts.
    pub fn of(mut command: Command) -> Self {
        let mut process = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut log = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        let address = loop {
            line.clear();
            assert!(log.read_line(&mut line).unwrap() > 0, "the server ended before it listened");
            let said: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
            if said["fields"]["message"] == "serving" {
                break said["fields"]["address"].as_str().unwrap().to_owned();
            }
        };
        // The log must be read on, or it fills its pipe and the server waits.
        let log = std::thread::spawn(move || {
            let mut rest = Vec::new();
            let _ = log.read_to_end(&mut rest);
            String::from_utf8_lossy(&rest).into_owned()
        });
        Self { process, address, log: Some(log) }
    }

    /// Stops it, and tells what it has written since it began to listen.
    pub fn stop(mut self) -> String {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.log.take().unwrap().join().unwrap()
    }

    /// What the system knows it by.
    #[cfg(unix)]
    pub fn process(&self) -> rustix::process::Pid {
        rustix::process::Pid::from_child(&self.process)
    }

    /// Tells it to stop as a service manager does, and waits for its end, which must be a
    /// good one. Tells how long that took and what it has written.
    #[cfg(unix)]
    pub fn terminate(mut self) -> (Duration, String) {
        let begun = Instant::now();
        rustix::process::kill_process(self.process(), rustix::process::Signal::TERM).unwrap();
        let status = self.process.wait().unwrap();
        let took = begun.elapsed();
        let log = self.log.take().unwrap().join().unwrap();
        assert!(status.success(), "{status}: {log}");
        (took, log)
    }

    /// Its memory at this moment, in bytes.
    #[cfg(target_os = "linux")]
    pub fn memory(&self) -> usize {
        let status = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(status).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() * 1_024
    }

    /// Its time on the processor so far, in ticks of the system's clock.
    #[cfg(target_os = "linux")]
    pub fn worked(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).unwrap();
        let fields = stat.rsplit(") ").next().unwrap().split(' ').skip(11).take(2);
        fields.map(|ticks| ticks.parse::<u64>().unwrap()).sum()
    }

    pub fn get(&self, path: &str) -> String {
        get(&self.address, path)
    }

    /// The number of its process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn address(&self) -> String {
        self.address.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A page, head and all.
pub fn get(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n").unwrap();
    let mut page = Vec::new();
    stream.read_to_end(&mut page).unwrap();
    String::from_utf8_lossy(&page).into_owned()
}
