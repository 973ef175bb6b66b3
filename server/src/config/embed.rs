//! `[embed]`: which sites may show the explorer in a frame.

use serde::Deserialize;
use url::Url;

use super::{ConfigError, address::without_secrets};

/// Which sites may show the explorer in a frame.
#[derive(Clone, Debug, Default)]
pub struct Embed {
    /// These sites; every site where absent.
    pub ancestors: Option<Vec<Ancestor>>,
}

/// A site, or with `*.` before its host all below it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Ancestor {
    scheme: String,
    /// Without the `*.`.
    host: String,
    /// The port, where it is not the scheme's own.
    port: Option<u16>,
    below: bool,
}

/// `[embed]` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    ancestors: Option<Vec<String>>,
}

/// What fits in a header that every proxy passes on.
const MOST: usize = 100;

impl Embed {
    /// What is meant by it.
    pub(super) fn of(file: File) -> Result<Self, ConfigError> {
        let Some(listed) = file.ancestors else { return Ok(Self::default()) };
        if listed.len() > MOST {
            let remedy = "sites are too many: write at most 100, or leave the list out to \
                          allow every site";
            return Err(refused(&listed.len().to_string(), remedy));
        }
        let read = |site: &String| Ancestor::parse(site).map_err(|remedy| refused(site, remedy));
        Ok(Self { ancestors: Some(listed.iter().map(read).collect::<Result<_, _>>()?) })
    }
}

impl Ancestor {
    /// Reads a site as `https://www.assen.nl` or `https://*.assen.nl`. The error is
    /// what is wrong and what would be right.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        if text == "*" {
            return Err("is every site: leave the list out for that");
        }
        let below = text.contains("://*.");
        let url = Url::parse(&text.replacen("://*.", "://", 1)).map_err(
            |_| "is not the address of a site: write scheme and host, such as https://www.assen.nl",
        )?;
        let host = url.host_str().filter(|host| !host.contains('*')).ok_or(
            "is not the address of a site: write scheme and host, and *. only before a host, \
             such as https://*.assen.nl",
        )?;
        // What a policy would take for more than a host.
        if host.contains([';', ',', '\'']) {
            return Err("has a host that cannot stand in a header: write one such as \
                        https://www.assen.nl");
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err("is more than a site: leave out what stands behind the host, such as \
                        https://www.assen.nl");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("has a user name in it: leave it out");
        }
        match url.scheme() {
            "https" => {}
            "http" if matches!(host, "localhost" | "127.0.0.1" | "[::1]") => {}
            _ => {
                return Err(
                    "is not encrypted: write https. http is for trying it on this machine \
                            (localhost, 127.0.0.1)",
                );
            }
        }
        let scheme = url.scheme().to_owned();
        Ok(Self { scheme, host: host.to_owned(), port: url.port(), below })
    }

    /// Whether a page of this address is one of this site.
    pub fn is_site_of(&self, page: &Url) -> bool {
        let host = page.host_str().unwrap_or_default();
        let hosts = if self.below {
            host.strip_suffix(&self.host).is_some_and(|before| before.ends_with('.'))
        } else {
            host == self.host
        };
        hosts && page.scheme() == self.scheme && page.port() == self.port
    }
}

/// As it stands in a policy.
impl std::fmt::Display for Ancestor {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let below = if self.below { "*." } else { "" };
        write!(out, "{}://{below}{}", self.scheme, self.host)?;
        self.port.map_or(Ok(()), |port| write!(out, ":{port}"))
    }
}

fn refused(value: &str, remedy: &str) -> ConfigError {
    let (value, remedy) = (without_secrets(value), remedy.to_owned());
    ConfigError::Value { setting: "embed.ancestors", value, remedy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_site_of(site: &str, page: &str) -> bool {
        Ancestor::parse(site).unwrap().is_site_of(&Url::parse(page).unwrap())
    }

    #[test]
    fn a_site_is_its_scheme_host_and_port_and_a_star_all_below_it() {
        assert!(is_site_of("https://www.Assen.nl/", "https://www.assen.nl/projecten?x"));
        assert!(is_site_of("https://www.assen.nl:443", "https://www.assen.nl"));
        assert!(!is_site_of("https://www.assen.nl", "http://www.assen.nl"));
        assert!(!is_site_of("https://www.assen.nl", "https://www.assen.nl:8443"));
        assert!(!is_site_of("https://www.assen.nl", "https://assen.nl"));
        assert!(is_site_of("https://*.assen.nl", "https://a.b.assen.nl"));
        assert!(!is_site_of("https://*.assen.nl", "https://assen.nl"));
        assert!(!is_site_of("https://*.assen.nl", "https://notassen.nl"));
        let written = |site| Ancestor::parse(site).unwrap().to_string();
        assert_eq!(written("https://*.Assen.nl:8443/"), "https://*.assen.nl:8443");
        assert_eq!(written("http://localhost:8000"), "http://localhost:8000");
    }

    #[test]
    fn without_the_setting_every_site_may_embed_and_with_an_empty_list_none() {
        let embed = |lines: &str| Embed::of(toml::from_str(lines).unwrap()).unwrap().ancestors;
        assert!(embed("").is_none());
        assert_eq!(embed("ancestors = []"), Some(Vec::new()));
        assert_eq!(embed("ancestors = [\"https://www.assen.nl\"]").unwrap().len(), 1);
    }

    #[test]
    fn the_examples_for_operators_are_right() {
        let manual = include_str!("../../../docs/operating.md");
        let manual =
            manual.split("```toml\n[embed]\n").nth(1).and_then(|it| it.split("```").next());
        let example = include_str!("../../../explorer.example.toml");
        let example = example.split_once("# [embed]\n# ").and_then(|(_, it)| it.lines().next());
        for lines in [manual, example] {
            let embed = Embed::of(toml::from_str(lines.unwrap()).unwrap()).unwrap();
            assert_eq!(embed.ancestors.map(|sites| sites.len()), Some(2));
        }
    }

    #[test]
    fn a_bad_site_is_named_with_the_remedy() {
        for (site, remedy) in [
            ("www.assen.nl", "scheme and host"),
            ("*", "leave the list out"),
            ("https://www.*.nl", "*. only before"),
            ("https://www.assen.nl/projecten", "leave out what stands behind"),
            ("https://ann@www.assen.nl", "user name"),
            ("http://www.assen.nl", "write https"),
            ("https://assen.nl; script-src *", "host"),
            ("https://assen.nl,b", "header"),
        ] {
            let file = File { ancestors: Some(vec![site.to_owned()]) };
            let said = Embed::of(file).map(|_| ()).unwrap_err().to_string();
            assert!(said.starts_with("embed.ancestors: ") && said.contains(remedy), "{said}");
        }
    }
}
