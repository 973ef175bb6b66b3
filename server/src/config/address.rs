//! Addresses of tiles, with places for zoom, column and row.
//!
//! An address may hold an access token. What is said of it, to the terminal or
//! to the log, therefore leaves out its query and whatever stands before an `@`.

use std::fmt::{self, Write as _};

use http::Uri;

/// An address for every tile of one source. All of them are of one origin.
#[derive(Clone, Eq, PartialEq)]
pub struct Template {
    parts: Vec<Part>,
    host: String,
}

/// A piece of an address.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Part {
    Text(String),
    Zoom,
    Column,
    /// Counted from the north, as XYZ and WMTS do.
    Row,
    /// Counted from the south, as TMS does.
    RowFromSouth,
}

impl Template {
    /// Reads an address with `{z}`, `{x}` and `{y}` (or `{-y}`), or the words of
    /// WMTS for them. The error is what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Self, String> {
        let parts = parts(text)?;
        for (name, words, present) in [
            ("zoom", "{z}", parts.contains(&Part::Zoom)),
            ("column", "{x}", parts.contains(&Part::Column)),
            ("row", "{y}", parts.contains(&Part::Row) || parts.contains(&Part::RowFromSouth)),
        ] {
            if !present {
                return Err(format!(
                    "has no place for the {name}: write {words} where the source expects it, as \
                     in https://tiles.example.nl/{{z}}/{{x}}/{{y}}.png"
                ));
            }
        }
        let origin = text.split_once("://").map_or(text, |(_, rest)| rest);
        if origin.split(['/', '?']).next().is_some_and(|host| host.contains('{')) {
            return Err("has a place in its host: all tiles must come from one host".to_owned());
        }
        let mut template = Self { parts, host: String::new() };
        let uri = template.tile(0, 0, 0).ok_or(
            "is not an address: write scheme, host and path, and %20 for a space, as in \
             https://tiles.example.nl/{z}/{x}/{y}.png",
        )?;
        template.host = reachable(&uri)?;
        Ok(template)
    }

    /// The address of one tile. `None` never comes of a template that was read.
    pub fn tile(&self, z: u8, x: u32, y: u32) -> Option<Uri> {
        let mut address = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => address.push_str(text),
                Part::Zoom => write!(address, "{z}").ok()?,
                Part::Column => write!(address, "{x}").ok()?,
                Part::Row => write!(address, "{y}").ok()?,
                Part::RowFromSouth => {
                    let last = 1_u32.checked_shl(z.into())?.checked_sub(1)?;
                    write!(address, "{}", last.checked_sub(y)?).ok()?;
                }
            }
        }
        address.parse().ok()
    }

    /// The host that is asked, for logs.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Whether its tiles come over TLS.
    pub fn is_encrypted(&self) -> bool {
        self.tile(0, 0, 0).is_some_and(|uri| uri.scheme_str() == Some("https"))
    }

    /// Whether what it names ends as vector tiles do.
    pub fn ends_as_vector(&self) -> bool {
        let uri = self.tile(0, 0, 0).unwrap_or_default();
        uri.path().ends_with(".mvt") || uri.path().ends_with(".pbf")
    }
}

/// Never the address itself: it may hold a token.
impl fmt::Debug for Template {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Template({})", self.host)
    }
}

fn parts(text: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once('{') {
        let (name, after) =
            from.split_once('}').ok_or("has a { without its }: write {z}, {x} and {y}")?;
        parts.push(Part::Text(before.to_owned()));
        parts.push(match name.to_ascii_lowercase().as_str() {
            "z" | "tilematrix" => Part::Zoom,
            "x" | "tilecol" => Part::Column,
            "y" | "tilerow" => Part::Row,
            "-y" => Part::RowFromSouth,
            "s" => {
                return Err("spreads tiles over several hosts by {s}, which only one is asked of \
                            here: write one of them, such as a"
                    .to_owned());
            }
            _ => {
                return Err(format!(
                    "has {{{name}}}, which is not known: the places are {{z}}, {{x}}, {{y}} or \
                     {{-y}}, and {{TileMatrix}}, {{TileCol}}, {{TileRow}} of WMTS; write out \
                     everything else"
                ));
            }
        });
        rest = after;
    }
    parts.push(Part::Text(rest.to_owned()));
    Ok(parts)
}

/// The host of an address that may be asked.
fn reachable(uri: &Uri) -> Result<String, String> {
    let authority = uri.authority().ok_or("has no host: write it as https://host/…")?;
    if authority.as_str().contains('@') {
        return Err("has a user name or password in it, which some servers write into their \
                    logs: use a source that takes a token in its query"
            .to_owned());
    }
    let host = authority.host();
    match uri.scheme_str() {
        Some("https") => Ok(host.to_owned()),
        Some("http") if is_loopback(host) => Ok(host.to_owned()),
        Some("http") => Err("would be fetched unencrypted: write https. http is for sources on \
                             this machine (localhost, 127.0.0.1)"
            .to_owned()),
        _ => Err("has a scheme that is not known: write https".to_owned()),
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|it| it.is_loopback())
}

/// A text with every address in it cut down to what may be shown.
pub fn without_secrets(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, from) = rest.split_at(at + 3);
        shown.push_str(before);
        let end = from.find(|c: char| c.is_whitespace() || "\"'<>".contains(c));
        let (address, after) = from.split_at(end.unwrap_or(from.len()));
        let (address, query) = address.split_once('?').unwrap_or((address, ""));
        let slash = address.find('/').unwrap_or(address.len());
        let host = address.get(..slash).and_then(|authority| authority.rfind('@'));
        shown.push_str(host.map_or("", |_| "…@"));
        shown.push_str(host.and_then(|at| address.get(at + 1..)).unwrap_or(address));
        shown.push_str(if query.is_empty() { "" } else { "?…" });
        rest = after;
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tile(template: &str, z: u8, x: u32, y: u32) -> String {
        Template::parse(template).unwrap().tile(z, x, y).unwrap().to_string()
    }

    #[test]
    fn xyz_wmts_and_tms_name_the_same_tile_each_in_their_way() {
        assert_eq!(
            tile("https://t.example.nl/EPSG:3857/{z}/{x}/{y}.png", 7, 66, 41),
            "https://t.example.nl/EPSG:3857/7/66/41.png"
        );
        assert_eq!(
            tile(
                "https://t.example.nl/wmts?layer=a&TileMatrix=EPSG:3857:{TileMatrix}&\
                 TileCol={TileCol}&TileRow={TileRow}&key=k",
                7,
                66,
                41
            ),
            "https://t.example.nl/wmts?layer=a&TileMatrix=EPSG:3857:7&TileCol=66&TileRow=41&key=k"
        );
        assert_eq!(
            tile("https://t.example.nl/{z}/{x}/{-y}", 7, 66, 41),
            "https://t.example.nl/7/66/86"
        );
        assert_eq!(
            tile("https://t.example.nl/{z}/{y}/{x}?f=mvt", 0, 0, 0),
            "https://t.example.nl/0/0/0?f=mvt"
        );
        assert_eq!(tile("http://[::1]:9/{z}/{x}/{y}", 1, 1, 0), "http://[::1]:9/1/1/0");
    }

    #[test]
    fn an_address_that_cannot_be_used_says_what_would_be_right() {
        for (template, remedy) in [
            ("https://t.example.nl/{z}/{x}.png", "write {y}"),
            ("https://t.example.nl/7/66/41.png", "write {z}"),
            ("https://{s}.example.nl/{z}/{x}/{y}.png", "write one of them"),
            ("https://{z}.example.nl/{x}/{y}.png", "one host"),
            ("https://t.example.nl/{z}/{x}/{y}{r}.png", "{r}"),
            ("https://t.example.nl/{z}/{x}/{y", "without its }"),
            ("https://ann:secret@t.example.nl/{z}/{x}/{y}", "token in its query"),
            ("http://t.example.nl/{z}/{x}/{y}", "write https"),
            ("http://127.0.0.1.example.nl/{z}/{x}/{y}", "write https"),
            ("ftp://t.example.nl/{z}/{x}/{y}", "write https"),
            ("t.example.nl/{z}/{x}/{y}", "write scheme"),
            ("/{z}/{x}/{y}", "no host"),
            ("https://t.example.nl/a b/{z}/{x}/{y}", "%20"),
        ] {
            let said = Template::parse(template).unwrap_err();
            assert!(said.contains(remedy), "{template}: {said}");
        }
    }

    #[test]
    fn what_is_shown_of_an_address_holds_no_secret() {
        let line = "tiles = \"https://ann:pw@t.nl/{z}?key=s3cret&a=b\" # see http://t.nl/x?y";
        let shown = without_secrets(line);
        assert_eq!(shown, "tiles = \"https://…@t.nl/{z}?…\" # see http://t.nl/x?…");
        let template = Template::parse("https://t.nl/{z}/{x}/{y}?key=s3cret").unwrap();
        assert_eq!(format!("{template:?}"), "Template(t.nl)");
    }
}
