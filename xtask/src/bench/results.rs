//! The file of results: a section for each part, between two comments.
//!
//! Only what stands between a part's comments is written; everything else in the
//! file (the introduction, sections about measurements made by hand) stays.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// What a new file begins with.
const INTRODUCTION: &str = "\
# Figures

`cargo xtask bench` writes each section between its two comments and leaves the
rest of this file alone; `--only weight,lighthouse,server,query` takes some of
them anew. kB is 1,000 bytes. Times depend on the machine, named under each
section: compare ratios, and figures of one run.
";

/// The file, open for changes.
pub struct Results {
    file: PathBuf,
    text: String,
}

impl Results {
    /// Reads what was measured before, or begins a new file.
    pub fn open(file: PathBuf) -> Result<Self> {
        let text = if file.is_file() {
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?
        } else {
            INTRODUCTION.to_owned()
        };
        Ok(Self { file, text })
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Replaces a part's section, or adds it at the end, and saves the file.
    pub fn put(&mut self, part: &str, section: &str) -> Result<()> {
        self.text = replaced(&self.text, part, section)
            .with_context(|| format!("cannot change {}", self.file.display()))?;
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&self.file, &self.text)
            .with_context(|| format!("cannot write {}", self.file.display()))
    }
}

/// The text with another section between the part's comments.
fn replaced(text: &str, part: &str, section: &str) -> Result<String> {
    let (begin, end) = (format!("<!-- {part}: -->\n"), format!("<!-- :{part} -->\n"));
    let (before, after) = match (text.split_once(&begin), text.split_once(&end)) {
        (Some((before, _)), Some((whole, after))) if before.len() < whole.len() => (before, after),
        (None, None) => (text, ""),
        _ => bail!(
            "one of the comments around {part} is missing: mend them, or remove both and it is \
             added at the end"
        ),
    };
    let gap = if after.is_empty() && !before.ends_with("\n\n") { "\n" } else { "" };
    Ok(format!("{before}{gap}{begin}\n{section}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_replaced_and_the_rest_stays() -> Result<()> {
        let first = replaced("# Figures\n", "weight", "old")?;
        assert_eq!(first, "# Figures\n\n<!-- weight: -->\n\nold\n\n<!-- :weight -->\n");
        let second = replaced(&(first + "\n## By hand\n"), "weight", "new")?;
        assert_eq!(
            second,
            "# Figures\n\n<!-- weight: -->\n\nnew\n\n<!-- :weight -->\n\n## By hand\n"
        );
        Ok(())
    }

    #[test]
    fn half_a_section_is_not_guessed_at() {
        assert!(replaced("<!-- weight: -->\nwhat now?\n", "weight", "new").is_err());
    }
}
