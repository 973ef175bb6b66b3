//! The settings, as meant: command line, environment and settings file made one.

mod address;
mod embed;
pub(crate) mod fetch_limits;
mod map;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use app::Operator;
use catalogue::{model::Day, query::Opening};
use serde::Deserialize;

pub use address::Template;
pub use embed::{Ancestor, Embed};
pub use fetch_limits::FetchLimits;
pub use map::{Custom, Map};

use crate::{command::Serve, connections::Limits};

/// The settings file that is read when none is named.
const DEFAULT_FILE: &str = "explorer.toml";

/// The directory of the store where none is named.
const DEFAULT_DATA: &str = "var";

/// How many connections can be asked for: enough for a browser, and for a large site.
const CONNECTIONS: std::ops::RangeInclusive<usize> = 10..=100_000;

/// How the program is to serve.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Connections at a time, at most.
    pub connections: usize,
    /// The address visitors use, without a slash at the end.
    pub public_url: String,
    /// A file to serve as it is, in place of the store.
    pub catalogue: Option<PathBuf>,
    /// The directory of the store.
    pub data: PathBuf,
    /// Whether officials may have spreadsheets checked.
    pub check: bool,
    /// A fixed day; the real one where absent.
    pub today: Option<Day>,
    /// What to log.
    pub log: String,
    /// How to log.
    pub log_format: LogFormat,
    /// Who runs this, for the accessibility statement.
    pub operator: Operator,
    /// The words that open the explorer.
    pub site: Opening,
    /// What stands under the markers.
    pub map: Map,
    /// Who may show the explorer in a frame.
    pub embed: Embed,
    /// The program that judges spreadsheets of visitors; this one where absent.
    pub program: Option<PathBuf>,
}

/// How to log.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LogFormat {
    /// Lines for people.
    Text,
    /// Lines of JSON for machines.
    Json,
}

/// A setting that cannot be used: which, what it is, and what would be right.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The settings file cannot be read.
    #[error(
        "{file}: {cause}. Name a settings file that exists and may be read, or leave --config out"
    )]
    Unreadable {
        /// The file.
        file: String,
        /// What the system says.
        cause: std::io::Error,
    },
    /// The settings file is not what it should be.
    #[error("{file}: {cause}")]
    Malformed {
        /// The file.
        file: String,
        /// What the reader says, with line and column.
        cause: String,
    },
    /// A value is not one this setting takes.
    #[error("{setting}: \"{value}\" {remedy}")]
    Value {
        /// The setting.
        setting: &'static str,
        /// Its value.
        value: String,
        /// What is wrong and what would be right.
        remedy: String,
    },
}

/// `explorer.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    listen: Option<SocketAddr>,
    connections: Option<usize>,
    public_url: Option<String>,
    catalogue: Option<PathBuf>,
    data: Option<PathBuf>,
    check: Option<bool>,
    today: Option<String>,
    log: Option<String>,
    log_format: Option<String>,
    #[serde(default)]
    operator: Operator,
    #[serde(default)]
    site: Opening,
    #[serde(default)]
    map: map::File,
    #[serde(default)]
    embed: embed::File,
}

impl Config {
    /// Makes the settings one.
    pub fn load(given: Serve) -> Result<Self, ConfigError> {
        let file = match &given.config {
            Some(path) => File::read(path)?,
            None if Path::new(DEFAULT_FILE).exists() => File::read(Path::new(DEFAULT_FILE))?,
            None => File::default(),
        };
        let listen = given.listen.or(file.listen);
        let listen = listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)));
        let public_url = given.public_url.or(file.public_url);
        Ok(Self {
            listen,
            connections: given
                .connections
                .or(file.connections)
                .map_or_else(|| Ok(Limits::default().connections), parse_connections)?,
            public_url: public_url.map_or_else(|| Ok(format!("http://{listen}")), parse_url)?,
            // Who names a store does not mean the settings file's catalogue.
            catalogue: given.catalogue.or(file.catalogue.filter(|_| given.data.is_none())),
            data: given.data.or(file.data).unwrap_or_else(|| PathBuf::from(DEFAULT_DATA)),
            check: !given.no_check && file.check.unwrap_or(true),
            today: given.today.or(file.today).map(|text| parse_day(&text)).transpose()?,
            log: given.log.or(file.log).unwrap_or_else(|| "info".to_owned()),
            log_format: given
                .log_format
                .or(file.log_format)
                .map_or(Ok(LogFormat::Text), parse_format)?,
            operator: file.operator,
            site: file.site,
            map: Map::of(file.map)?,
            embed: Embed::of(file.embed)?,
            program: None,
        })
    }
}

impl File {
    fn read(path: &Path) -> Result<Self, ConfigError> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path)
            .map_err(|cause| ConfigError::Unreadable { file: file.clone(), cause })?;
        // The reader quotes the line, which may hold the token of a tile source.
        let mut read: Self = toml::from_str(&text).map_err(|cause| ConfigError::Malformed {
            file,
            cause: address::without_secrets(&cause.to_string()),
        })?;
        // A path in a settings file is meant from where the file is.
        if let Some(folder) = path.parent() {
            read.catalogue = read.catalogue.map(|catalogue| folder.join(catalogue));
            read.data = read.data.map(|data| folder.join(data));
            read.map = read.map.seen_from(folder);
        }
        Ok(read)
    }
}

fn parse_connections(number: usize) -> Result<usize, ConfigError> {
    if CONNECTIONS.contains(&number) {
        return Ok(number);
    }
    Err(ConfigError::Value {
        setting: "connections",
        value: number.to_string(),
        remedy: "is out of range: write a number from 10 to 100000".to_owned(),
    })
}

fn parse_day(text: &str) -> Result<Day, ConfigError> {
    text.parse().map_err(|_| ConfigError::Value {
        setting: "today",
        value: text.to_owned(),
        remedy: "is not a day: write it as 2026-11-24".to_owned(),
    })
}

fn parse_format(text: String) -> Result<LogFormat, ConfigError> {
    match text.as_str() {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(ConfigError::Value {
            setting: "log-format",
            value: text,
            remedy: "is not a format: write text or json".to_owned(),
        }),
    }
}

fn parse_url(text: String) -> Result<String, ConfigError> {
    let url = text.trim_end_matches('/');
    let parsed = url.parse::<http::Uri>().ok();
    let usable = parsed.is_some_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri.authority().is_some()
            && uri.path().trim_matches('/').is_empty()
            && uri.query().is_none()
    });
    if usable {
        return Ok(url.to_owned());
    }
    let remedy =
        "is not the address of a site: write scheme and host, such as https://projects.example.nl";
    Err(ConfigError::Value { setting: "public-url", value: text, remedy: remedy.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_file(text: &str, given: Serve) -> Result<Config, ConfigError> {
        let folder = std::env::temp_dir().join(format!("interreg-config-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!(
            "{:x}.toml",
            text.len() * 31 + text.bytes().map(usize::from).sum::<usize>()
        ));
        std::fs::write(&path, text).unwrap();
        Config::load(Serve { config: Some(path), ..given })
    }

    #[test]
    fn the_command_line_wins_over_the_file_which_wins_over_the_defaults() {
        let given = Serve { today: Some("2025-01-02".to_owned()), ..Serve::default() };
        let text = "today = \"2024-01-01\"\npublic-url = \"https://projects.example.nl/\"\n[operator]\nname = \"Gemeente Assen\"";
        let config = with_file(text, given).unwrap();
        assert_eq!(config.today.map(|day| day.to_string()).as_deref(), Some("2025-01-02"));
        assert_eq!(config.public_url, "https://projects.example.nl");
        assert_eq!(config.listen.port(), 3000);
        assert_eq!(config.operator.name.as_deref(), Some("Gemeente Assen"));
    }

    #[test]
    fn the_example_file_sets_everything_and_is_right() {
        let text = include_str!("../../../explorer.example.toml");
        let config = with_file(text, Serve::default()).unwrap();
        assert!(
            config.data.ends_with("var") && config.data.is_absolute() && config.today.is_some()
        );
        assert!(config.check && config.catalogue.is_none());
        let written = format!("{:?}", config.operator);
        assert!(!written.contains("None"), "{written}");
        // The one in the README is the same without comments.
        let readme = include_str!("../../../README.md");
        let block = readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
        let shown: toml::Table = toml::from_str(block.unwrap()).unwrap();
        assert_eq!(shown, toml::from_str(text).unwrap());
    }

    #[test]
    fn a_catalogue_named_in_the_file_is_looked_for_beside_the_file() {
        let config = with_file("catalogue = \"projects.json\"", Serve::default()).unwrap();
        assert!(config.catalogue.unwrap().starts_with(std::env::temp_dir()));
    }

    #[test]
    fn a_bad_setting_is_named_with_its_value_and_the_remedy() {
        let cases = [
            ("today = \"tomorrow\"", "tomorrow", "2026-11-24"),
            ("log-format = \"xml\"", "xml", "text or json"),
            (
                "public-url = \"projects.example.nl/explorer\"",
                "projects.example.nl/explorer",
                "https://",
            ),
            ("connections = 0", "0", "from 10"),
            ("listen = \"everywhere\"", "listen", "address"),
            ("lisen = \"127.0.0.1:80\"", "lisen", "listen"),
            ("[map]\ntile = \"https://t.nl/{z}?key=s3cret\"", "tile", "tiles"),
            ("[map]\ntiles = \"https://t.nl/{z}?key=s3cret", "https://t.nl/{z}?…", "string"),
        ];
        for (text, value, remedy) in cases {
            let message = with_file(text, Serve::default()).map(|_| ()).unwrap_err().to_string();
            assert!(message.contains(value) && message.contains(remedy), "{message}");
            assert!(!message.contains("s3cret"), "{message}");
        }
        let missing = Serve { config: Some("/nowhere/explorer.toml".into()), ..Serve::default() };
        assert!(
            Config::load(missing)
                .map(|_| ())
                .unwrap_err()
                .to_string()
                .contains("/nowhere/explorer.toml")
        );
    }
}
