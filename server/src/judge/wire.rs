//! What the server and the process that judges say to each other: a line with the
//! task, the bytes of the files, and back the report or the refusal as JSON.

use std::{
    io::{BufRead, Read, Write},
    time::Duration,
};

use backend::import::{Rejection, Report, table::Upload};
use catalogue::model::HomeCity;
use serde::{Deserialize, Serialize};

/// What is to be judged, in what time.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Task {
    millis: u64,
    pub(super) cities: Vec<HomeCity>,
    files: Vec<(String, u64)>,
}

/// The names of files are for messages, where a long one hides the rest.
pub(super) fn short(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_control()).take(120).collect()
}

impl Task {
    pub(super) fn new(files: &[Upload], cities: &[HomeCity], time: Duration) -> Self {
        let size = |file: &Upload| (short(&file.name), file.bytes.len() as u64);
        Self {
            millis: u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            cities: cities.to_vec(),
            files: files.iter().map(size).collect(),
        }
    }

    pub(super) fn time(&self) -> Duration {
        Duration::from_millis(self.millis)
    }

    pub(super) fn write(&self, to: &mut impl Write, files: &[Upload]) -> std::io::Result<()> {
        let mut head = serde_json::to_vec(self)?;
        head.push(b'\n');
        to.write_all(&head)?;
        files.iter().try_for_each(|file| to.write_all(&file.bytes))
    }

    /// The task with its files.
    pub(super) fn read(from: &mut impl BufRead) -> std::io::Result<(Self, Vec<Upload>)> {
        let mut head = Vec::new();
        from.read_until(b'\n', &mut head)?;
        let task: Self = serde_json::from_slice(&head)?;
        let mut files = Vec::with_capacity(task.files.len());
        for (name, size) in &task.files {
            let mut bytes = Vec::new();
            from.take(*size).read_to_end(&mut bytes)?;
            files.push(Upload { name: name.clone(), bytes });
        }
        Ok((task, files))
    }
}

/// Writes what came of it.
pub(super) fn write(
    to: &mut impl Write,
    judged: &Result<Report, Rejection>,
) -> std::io::Result<()> {
    serde_json::to_writer(&mut *to, judged)?;
    to.flush()
}

/// Reads that; `None` where it breaks off.
pub(super) fn read(said: &[u8]) -> Option<Result<Report, Rejection>> {
    serde_json::from_slice(said).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn task_and_files_arrive_as_they_were_sent() {
        let files = [("a.csv", &b"x\ny"[..]), ("b\n.csv", b""), ("c.csv", b"{}")]
            .map(|(name, bytes)| Upload { name: name.to_owned(), bytes: bytes.to_vec() });
        let mut sent = Vec::new();
        let sending = Task::new(&files, &[], Duration::from_secs(3)).write(&mut sent, &files);
        assert!(sending.is_ok());
        let Ok((task, arrived)) = Task::read(&mut sent.as_slice()) else { unreachable!() };
        assert_eq!(task.time(), Duration::from_secs(3));
        let names: Vec<&str> = arrived.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a.csv", "b.csv", "c.csv"]);
        assert!(arrived.iter().zip(&files).all(|(a, b)| a.bytes == b.bytes));
    }

    #[test]
    fn what_breaks_off_is_no_report() {
        let mut said = Vec::new();
        let rejection = Rejection::Empty { file: "a.csv".to_owned() };
        assert!(write(&mut said, &Err(rejection.clone())).is_ok());
        assert!(matches!(read(&said), Some(Err(known)) if known == rejection));
        assert!(read(&said[..said.len() - 1]).is_none() && read(b"").is_none());
    }
}
