//! What the basemap's file holds once it is read: levels, layers, shapes, towns.

use crate::map::{Rect, Viewport, World};

/// What a shape is. The order is the one in which they are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Land within the sea.
    Land,
    /// Rivers and canals; a lake lies over those that run through it.
    River,
    /// Water within the land, and the islands in it.
    Lake,
    /// The dykes that close the IJsselmeer, the Markermeer and the Lauwersmeer.
    Dyke,
    /// Borders of provinces and federal states.
    Province,
    /// Borders of countries, on land.
    Border,
}

impl Layer {
    /// All layers, from the bottom up, and in the order of the file.
    pub const ALL: [Self; 6] =
        [Self::Land, Self::River, Self::Lake, Self::Dyke, Self::Province, Self::Border];

    /// The class its path carries in a drawing.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Land => "land",
            Self::River => "river",
            Self::Lake => "lake",
            Self::Dyke => "dyke",
            Self::Province => "province",
            Self::Border => "border",
        }
    }

    /// Whether its shapes are closed rings rather than lines.
    #[must_use]
    pub const fn is_area(self) -> bool {
        matches!(self, Self::Land | Self::Lake)
    }
}

/// A ring (not closed by a repeated point) or a line, on the grid of its level.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub(super) points: Vec<[i32; 2]>,
    pub(super) least: [i32; 2],
    pub(super) most: [i32; 2],
}

impl Shape {
    pub(super) fn new(points: Vec<[i32; 2]>) -> Self {
        let mut least = [i32::MAX; 2];
        let mut most = [i32::MIN; 2];
        for &[x, y] in &points {
            least = [least[0].min(x), least[1].min(y)];
            most = [most[0].max(x), most[1].max(y)];
        }
        Self { points, least, most }
    }
}

/// Everything at one detail.
#[derive(Clone, Debug)]
pub struct Level {
    /// How far lines may stray from the truth, as a share of the world's width.
    pub tolerance: f64,
    /// Grid cells along the world's width.
    pub(super) cells: f64,
    /// The corners of what is covered.
    pub(super) least: World,
    pub(super) most: World,
    pub(super) layers: [Vec<Shape>; Layer::ALL.len()],
}

impl Level {
    /// Whether the viewport shows nothing beyond this level's edge.
    #[must_use]
    pub fn covers(&self, view: &Viewport) -> bool {
        let least = view.world_at(0.0, 0.0);
        let most = view.world_at(view.width, view.height);
        self.least.x <= least.x
            && self.least.y <= least.y
            && self.most.x >= most.x
            && self.most.y >= most.y
    }

    /// The shapes of a layer.
    #[must_use]
    pub fn shapes(&self, layer: Layer) -> &[Shape] {
        let [land, river, lake, dyke, province, border] = &self.layers;
        match layer {
            Layer::Land => land,
            Layer::River => river,
            Layer::Lake => lake,
            Layer::Dyke => dyke,
            Layer::Province => province,
            Layer::Border => border,
        }
    }

    fn pixel(&self, [x, y]: [i32; 2], view: &Viewport) -> (f64, f64) {
        view.place(World { x: f64::from(x) / self.cells, y: f64::from(y) / self.cells })
    }

    /// The box that a shape takes up in a drawing.
    pub(super) fn bounds(&self, shape: &Shape, view: &Viewport) -> Rect {
        let (left, top) = self.pixel(shape.least, view);
        let (right, bottom) = self.pixel(shape.most, view);
        Rect::new(left, top, right, bottom)
    }

    /// A shape's points in a drawing.
    pub(super) fn pixels<'a>(
        &'a self,
        shape: &'a Shape,
        view: &'a Viewport,
    ) -> impl Iterator<Item = (f64, f64)> + 'a {
        shape.points.iter().map(|&point| self.pixel(point, view))
    }
}

/// A town that a map can name.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// Its name in the language spoken there.
    pub name: String,
    /// Inhabitants.
    pub population: u32,
    /// Where it is.
    pub place: World,
}
