//! The file of results: a section for each part, between two comments.
//!
//! Only what stands between a part's comments is written; everything else in the
//! file (the introduction, sections about measurements made by hand) stays.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file without figures.
const EMPTY: &str = "\
# Figures

`cargo xtask bench` writes each section between its two comments and leaves the
rest of this file alone; `--only weight,lighthouse,server,import,query,facets,clusters,map,click,embed`
takes some of them anew. kB is 1,000 bytes. Times depend on the machine, named under each
section: compare ratios, and figures of one run.

<!-- weight: -->
<!-- :weight -->

<!-- lighthouse: -->
<!-- :lighthouse -->

<!-- server: -->
<!-- :server -->

<!-- import: -->
<!-- :import -->

<!-- query: -->
<!-- :query -->

<!-- facets: -->
<!-- :facets -->

<!-- clusters: -->
<!-- :clusters -->

<!-- map: -->
<!-- :map -->

<!-- click: -->
<!-- :click -->

<!-- embed: -->
<!-- :embed -->
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
            EMPTY.to_owned()
        };
        Ok(Self { file, text })
    }

    /// Where it is.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Replaces a part's section and saves the file.
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
    let found = text.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some((before, after))
    });
    let (before, after) = found.with_context(|| {
        format!("put the lines {:?} and {:?} where the section belongs", begin.trim(), end.trim())
    })?;
    Ok(format!("{before}{begin}\n{section}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::Part;

    #[test]
    fn a_section_is_replaced_and_the_rest_stays() -> Result<()> {
        let first = replaced(EMPTY, "weight", "old\n")?;
        assert!(first.contains("<!-- weight: -->\n\nold\n\n<!-- :weight -->\n\n<!-- light"));
        let second = replaced(&(first.clone() + "\n## By hand\n"), "weight", "new\n")?;
        assert_eq!(second, first.replace("old", "new") + "\n## By hand\n");
        Ok(())
    }

    #[test]
    fn an_empty_file_has_room_for_every_part() -> Result<()> {
        for part in Part::ALL {
            replaced(EMPTY, part.name(), "new")?;
            assert!(EMPTY.split(['`', ' ', ',']).any(|word| word == part.name()));
        }
        Ok(())
    }

    #[test]
    fn a_lost_comment_is_not_guessed_at() {
        assert!(replaced("<!-- weight: -->\nwhat now?\n", "weight", "new").is_err());
    }
}
