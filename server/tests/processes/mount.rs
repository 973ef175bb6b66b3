//! Directories that cannot be written, or soon are full. Both take root, whom no
//! permission keeps from writing; others skip what needs them, and say so.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// A mount, gone when it is dropped.
pub struct Mount(PathBuf);

impl Mount {
    /// A directory mounted over itself, for reading alone.
    pub fn read_only(dir: &Path) -> Option<Self> {
        let mount = Self::new(&["--bind", &dir.display().to_string()], dir)?;
        assert!(done("mount", &["-o", "remount,bind,ro"], dir));
        Some(mount)
    }

    /// A file system in memory of so many megabytes.
    pub fn small(dir: &Path, megabytes: u32) -> Option<Self> {
        Self::new(&["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"], dir)
    }

    /// Makes room.
    pub fn resize(&self, megabytes: u32) {
        assert!(done("mount", &["-o", &format!("remount,size={megabytes}m")], &self.0));
    }

    fn new(arguments: &[&str], dir: &Path) -> Option<Self> {
        if done("mount", arguments, dir) {
            return Some(Self(dir.to_owned()));
        }
        eprintln!("skipped: to mount something takes root");
        None
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Lazily: a process that was killed may still be on its way out.
        done("umount", &["--lazy"], &self.0);
    }
}

fn done(program: &str, arguments: &[&str], dir: &Path) -> bool {
    let output = Command::new(program).args(arguments).arg(dir).output();
    output.is_ok_and(|output| output.status.success())
}
