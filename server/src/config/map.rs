//! `[map]`: what stands under the markers.

use std::path::{Path, PathBuf};

use app::{MapKind, MapSource};
use http::Uri;
use serde::Deserialize;

use super::{
    ConfigError,
    address::{Template, without_secrets},
    fetch_limits::FetchLimits,
};

/// What stands under the markers besides what the program has in itself.
#[derive(Clone, Debug, Default)]
pub struct Map {
    /// An archive of tiles (PMTiles) to show in place of the built-in one.
    pub archive: Option<PathBuf>,
    /// Another basemap, whose tiles come through this server.
    pub custom: Option<Custom>,
}

/// Another basemap.
#[derive(Clone, Debug)]
pub struct Custom {
    /// What pages may know of it.
    pub source: MapSource,
    /// Where its tiles are.
    pub light: Template,
    /// Where those for the dark scheme are, if it has any.
    pub dark: Option<Template>,
    /// Bytes of tiles that are kept in memory.
    pub cache_bytes: u64,
    /// What is allowed in fetching them; no setting.
    pub limits: FetchLimits,
}

/// `[map]` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct File {
    archive: Option<PathBuf>,
    tiles: Option<String>,
    kind: Option<String>,
    attribution: Option<String>,
    attribution_url: Option<String>,
    max_zoom: Option<i64>,
    tile_size: Option<i64>,
    dark: Option<String>,
    cache_megabytes: Option<i64>,
}

/// The deepest zoom that any source has.
const DEEPEST: i64 = 22;
/// A town hall's site fits in this many times over.
const CACHE_MEGABYTES: i64 = 64;
/// A line under a map, not a licence.
const MAX_ATTRIBUTION: usize = 200;

impl Map {
    /// What is meant by it.
    pub(super) fn of(file: File) -> Result<Self, ConfigError> {
        let custom = match (&file.tiles, file.set_without_tiles()) {
            (Some(tiles), _) => Some(Custom::of(tiles, &file)?),
            (None, None) => None,
            (None, Some((setting, value))) => {
                let remedy = "says something about tiles, and map.tiles does not say where they \
                              are: write tiles = \"https://…/{z}/{x}/{y}.png\", or leave it out";
                return Err(refused(setting, &value, remedy));
            }
        };
        Ok(Self { archive: file.archive, custom })
    }
}

impl File {
    /// A path in a settings file is meant from where the file is.
    pub(super) fn seen_from(self, folder: &Path) -> Self {
        Self { archive: self.archive.map(|archive| folder.join(archive)), ..self }
    }

    /// The first setting of another basemap, all of which mean nothing without `tiles`.
    fn set_without_tiles(&self) -> Option<(&'static str, String)> {
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        [
            ("map.kind", self.kind.clone()),
            ("map.attribution", self.attribution.clone()),
            ("map.attribution-url", self.attribution_url.clone()),
            ("map.max-zoom", number(self.max_zoom)),
            ("map.tile-size", number(self.tile_size)),
            ("map.dark", self.dark.clone()),
            ("map.cache-megabytes", number(self.cache_megabytes)),
        ]
        .into_iter()
        .find_map(|(setting, value)| Some((setting, value?)))
    }
}

impl Custom {
    fn of(tiles: &str, file: &File) -> Result<Self, ConfigError> {
        let light = template("map.tiles", tiles)?;
        let dark = file.dark.as_deref().map(|dark| template("map.dark", dark)).transpose()?;
        let kind = match file.kind.as_deref() {
            Some("raster") => MapKind::Raster,
            Some("vector") => MapKind::Vector,
            Some(other) => {
                return Err(refused("map.kind", other, "is not a kind: write raster or vector"));
            }
            None if light.ends_as_vector() => MapKind::Vector,
            None => MapKind::Raster,
        };
        let deepest = match kind {
            MapKind::Raster => 19,
            MapKind::Vector => 14,
        };
        let max_zoom = within("map.max-zoom", file.max_zoom, deepest, 0, DEEPEST)?;
        let cache = within("map.cache-megabytes", file.cache_megabytes, CACHE_MEGABYTES, 8, 4096)?;
        let source = MapSource {
            kind,
            attribution: attribution(file.attribution.as_deref())?,
            attribution_url: file.attribution_url.as_deref().map(link).transpose()?,
            max_zoom: u8::try_from(max_zoom).unwrap_or_default(),
            tile_size: tile_size(kind, file.tile_size)?,
            dark: dark.is_some(),
        };
        let cache_bytes = cache.unsigned_abs() * 1_000_000;
        Ok(Self { source, light, dark, cache_bytes, limits: FetchLimits::default() })
    }
}

fn template(setting: &'static str, text: &str) -> Result<Template, ConfigError> {
    Template::parse(text).map_err(|remedy| refused(setting, text, &remedy))
}

fn attribution(text: Option<&str>) -> Result<String, ConfigError> {
    let setting = "map.attribution";
    let text = text.unwrap_or_default().trim();
    let remedy = if text.is_empty() {
        "is empty, and every source asks to be named: write whose map it is, such as \
         Kaart: PDOK"
    } else if text.chars().count() > MAX_ATTRIBUTION {
        "is too long for a line under a map: write at most 200 characters, and put the rest \
         behind map.attribution-url"
    } else if text.contains('<') || text.contains("&copy;") {
        "is shown as it is, so markup would be seen: write plain text with © as it is, and the \
         link in map.attribution-url"
    } else {
        return Ok(text.to_owned());
    };
    Err(refused(setting, text, remedy))
}

fn link(text: &str) -> Result<String, ConfigError> {
    let uri = text.parse::<Uri>().ok();
    let usable = uri.is_some_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https")) && uri.authority().is_some()
    });
    let remedy = "is not the address of a page: write it with scheme and host, such as \
                  https://www.pdok.nl";
    if usable { Ok(text.to_owned()) } else { Err(refused("map.attribution-url", text, remedy)) }
}

fn tile_size(kind: MapKind, size: Option<i64>) -> Result<u16, ConfigError> {
    let refuse = |size: i64, remedy| Err(refused("map.tile-size", &size.to_string(), remedy));
    match (kind, size) {
        (MapKind::Vector, None) => Ok(512),
        (MapKind::Vector, Some(size)) => {
            refuse(size, "is for pictures, and vector tiles have no size: leave it out")
        }
        (MapKind::Raster, None | Some(256)) => Ok(256),
        (MapKind::Raster, Some(512)) => Ok(512),
        (MapKind::Raster, Some(size)) => {
            refuse(size, "is not a size of tiles: write 256 or 512, whichever the source says")
        }
    }
}

fn within(
    setting: &'static str,
    value: Option<i64>,
    default: i64,
    least: i64,
    most: i64,
) -> Result<i64, ConfigError> {
    let value = value.unwrap_or(default);
    if (least..=most).contains(&value) {
        return Ok(value);
    }
    let remedy = format!("is out of bounds: write a whole number from {least} to {most}");
    Err(refused(setting, &value.to_string(), &remedy))
}

fn refused(setting: &'static str, value: &str, remedy: &str) -> ConfigError {
    ConfigError::Value { setting, value: without_secrets(value), remedy: remedy.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TILES: &str = "tiles = \"https://t.example.nl/{z}/{x}/{y}.png?key=s3cret\"";
    const NAMED: &str = "attribution = \"Kaart: PDOK\"";

    fn map(lines: &[&str]) -> Result<Map, ConfigError> {
        Map::of(toml::from_str(&lines.join("\n")).unwrap())
    }

    #[test]
    fn tiles_and_attribution_are_enough() {
        let custom = map(&[TILES, NAMED]).unwrap().custom.unwrap();
        let expected = MapSource {
            kind: MapKind::Raster,
            attribution: "Kaart: PDOK".to_owned(),
            attribution_url: None,
            max_zoom: 19,
            tile_size: 256,
            dark: false,
        };
        assert_eq!((custom.source, custom.cache_bytes), (expected, 64_000_000));
        assert!(map(&[]).unwrap().custom.is_none());
    }

    #[test]
    fn the_examples_for_operators_are_right() {
        let manual = include_str!("../../../docs/operating.md");
        let blocks = manual.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
        let example = include_str!("../../../explorer.example.toml");
        let commented = example.split_once("# [map]").unwrap().1.replace("\n# ", "\n");
        let mut kinds = Vec::new();
        for lines in blocks.filter_map(|it| it.strip_prefix("[map]\n")).chain([&*commented]) {
            kinds.extend(map(&[lines]).unwrap().custom.map(|custom| custom.source.kind));
        }
        assert_eq!(kinds, [MapKind::Raster, MapKind::Vector, MapKind::Raster]);
    }

    #[test]
    fn vector_tiles_are_known_by_their_ending_unless_their_kind_is_said() {
        let tiles = "tiles = \"https://t.example.nl/{z}/{x}/{y}.pbf?key=k.png\"";
        let source = map(&[tiles, NAMED]).unwrap().custom.unwrap().source;
        assert_eq!((source.kind, source.max_zoom), (MapKind::Vector, 14));
        let source = map(&[tiles, NAMED, "kind = \"raster\""]).unwrap().custom.unwrap().source;
        assert_eq!(source.kind, MapKind::Raster);
    }

    #[test]
    fn a_bad_setting_is_named_with_its_value_and_the_remedy_and_no_secret() {
        for (lines, setting, value, remedy) in [
            (&[TILES][..], "map.attribution", "\"\"", "whose map"),
            (&[TILES, "attribution = \"<a>PDOK</a>\""], "map.attribution", "<a>", "plain text"),
            (&[TILES, NAMED, "kind = \"wms\""], "map.kind", "wms", "raster or vector"),
            (&[TILES, NAMED, "max-zoom = 40"], "map.max-zoom", "40", "0 to 22"),
            (&[TILES, NAMED, "max-zoom = -1"], "map.max-zoom", "-1", "0 to 22"),
            (&[TILES, NAMED, "tile-size = 300"], "map.tile-size", "300", "256 or 512"),
            (
                &[TILES, NAMED, "kind = \"vector\"", "tile-size = 512"],
                "map.tile-size",
                "512",
                "leave it out",
            ),
            (&[TILES, NAMED, "cache-megabytes = 0"], "map.cache-megabytes", "0", "8 to 4096"),
            (
                &[TILES, NAMED, "attribution-url = \"javascript:alert(1)\""],
                "map.attribution-url",
                "javascript",
                "https://",
            ),
            (
                &[NAMED, "tiles = \"http://t.example.nl/{z}/{x}/{y}?key=s3cret\""],
                "map.tiles",
                "http://t.example.nl/{z}/{x}/{y}?…",
                "write https",
            ),
            (
                &[TILES, NAMED, "dark = \"https://t.example.nl/{z}?key=s3cret\""],
                "map.dark",
                "t.example.nl/{z}?…",
                "write {x}",
            ),
            (&[NAMED], "map.attribution", "Kaart: PDOK", "map.tiles"),
        ] {
            let said = map(lines).map(|_| ()).unwrap_err().to_string();
            assert!(said.starts_with(&format!("{setting}: ")), "{said}");
            assert!(said.contains(value) && said.contains(remedy), "{said}");
            assert!(!said.contains("s3cret"), "{said}");
        }
    }
}
