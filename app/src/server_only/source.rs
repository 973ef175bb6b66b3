//! What pages need to know of the basemap that an operator has put under the
//! markers: everything but where its tiles come from, which is the server's alone.

/// Another basemap. Its tiles are at `/tiles/custom/{light|dark}/{z}/{x}/{y}`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MapSource {
    /// What its tiles are.
    pub kind: MapKind,
    /// Whose map it is, as plain text; must be shown with the map.
    pub attribution: String,
    /// Where that leads.
    pub attribution_url: Option<String>,
    /// The deepest zoom that has tiles.
    pub max_zoom: u8,
    /// The side of a tile in CSS pixels: 256 or 512.
    pub tile_size: u16,
    /// Whether there are tiles of their own for the dark scheme.
    pub dark: bool,
}

/// What tiles are.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MapKind {
    /// Pictures.
    Raster,
    /// Mapbox vector tiles.
    Vector,
}

impl MapKind {
    /// The word for it in settings and in markup.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Raster => "raster",
            Self::Vector => "vector",
        }
    }
}
