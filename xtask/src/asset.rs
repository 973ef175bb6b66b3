//! An asset on its way into `dist/`: as it comes, and as it is sent.

/// One asset under its plain name.
pub struct Piece {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Also served at `/<name>`, for addresses that must stay the same.
    pub plain: bool,
}

impl Piece {
    /// An asset that pages name by its hashed address only.
    pub fn hashed(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes, plain: false }
    }

    /// An asset that others know by its plain name, too.
    pub fn plain(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes, plain: true }
    }
}

/// An asset with everything that is sent for it.
pub struct Packed {
    pub name: String,
    /// As it is.
    pub bytes: Vec<u8>,
    pub brotli: Option<Vec<u8>>,
    pub gzip: Option<Vec<u8>>,
    /// Names the file, see [`short_hash`](crate::stamp::short_hash).
    pub hash: String,
    pub plain: bool,
}

impl Packed {
    /// The address under which the asset never changes.
    pub fn path(&self) -> String {
        let name = &self.name;
        match name.rsplit_once('.') {
            Some((stem, ending)) => format!("/pkg/{stem}-{}.{ending}", self.hash),
            None => format!("/pkg/{name}-{}", self.hash),
        }
    }

    /// The address that stays the same, where there is one.
    pub fn plain_path(&self) -> Option<String> {
        self.plain.then(|| format!("/{}", self.name))
    }

    /// What was packed, and how large it is, for the person at the terminal.
    pub fn line(&self) -> String {
        let size =
            |bytes: &Option<Vec<u8>>| bytes.as_ref().map_or("–".to_owned(), |b| kb(b.len()));
        let (whole, br, gz) = (kb(self.bytes.len()), size(&self.brotli), size(&self.gzip));
        format!("  {:<24} {whole:>12}   br {br:>10}   gz {gz:>10}", self.name)
    }
}

fn kb(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}
