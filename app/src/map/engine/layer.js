// Where tiles come from: the offline basemap, or the operator's own.

import MVT from 'ol/format/MVT.js';
import TileLayer from 'ol/layer/Tile.js';
import VectorTileLayer from 'ol/layer/VectorTile.js';
import VectorTileSource from 'ol/source/VectorTile.js';
import XYZ from 'ol/source/XYZ.js';
import { write } from './names.js';
import { openMapTiles } from './openmaptiles.js';
import { basemap, zoomAt } from './style.js';

/** What every source has in common: one world, no fading in. */
const ALIKE = { wrapX: false, transition: 0 };

/**
 * Between two zooms a picture made for the farther one must be enlarged, and one
 * made for the closer one reduced. Lines stand a little of the first and any of
 * the second; beyond that they blur.
 */
const zDirection = (wanted, farther) => 1.15 * wanted - farther;

/**
 * @typedef {object} Basemap
 * @property {import('ol/layer/BaseTile.js').default} layer
 * @property {(ink: import('./style.js').Tokens) => void} restyle gives it its
 *   colours, for the first time and when they change
 */

/**
 * The basemap that is part of the program.
 *
 * @param {{ tiles: string, tilesMaxZoom: number }} settings
 * @param {{ all: import('./names.js').Marker[] }} markers
 * @returns {Basemap}
 */
export function offline({ tiles, tilesMaxZoom }, markers) {
  const source = { url: tiles, maxZoom: tilesMaxZoom, overlaps: false };
  return vector(source, basemap, markers);
}

/**
 * The operator's own basemap.
 *
 * @param {import('./engine.js').Custom} settings
 * @param {{ all: import('./names.js').Marker[] }} markers
 * @returns {Basemap}
 */
export function custom({ tiles, kind, maxZoom, tileSize, dark }, markers) {
  const options = { url: tiles, maxZoom, tileSize };
  const { layer, restyle } =
    kind === 'vector' ? vector(options, openMapTiles, markers) : raster(options);
  const source = layer.getSource();
  return {
    layer,
    restyle(ink) {
      const url = (ink.dark && dark) || tiles;
      if (url !== source.getUrls()[0]) source.setUrl(url);
      restyle(ink);
    },
  };
}

/** Pictures as they come, which take no colours but that of what is missing. */
function raster(options) {
  const layer = new TileLayer({ source: new XYZ({ ...ALIKE, ...options }) });
  return { layer, restyle: (ink) => layer.setBackground(ink.sea) };
}

/**
 * Areas and lines, which become a picture for each tile (that is what makes moving
 * the map cheap without a graphics card), and the names above it.
 *
 * @param {object} options
 * @param {(ink: import('./style.js').Tokens) => import('./style.js').Look} lookIn
 * @param {{ all: import('./names.js').Marker[] }} markers
 */
function vector(options, lookIn, markers) {
  const source = new VectorTileSource({ ...ALIKE, zDirection, ...options, format: new MVT() });
  const layer = new VectorTileLayer({ source, renderMode: 'hybrid', renderBuffer: 8 });
  const names = write(layer, markers);
  const restyle = (ink) => {
    const { background, shapes, name } = lookIn(ink);
    names(ink, name);
    layer.setBackground(background);
    layer.setStyle(
      (feature, resolution) =>
        shapes[feature.get('layer')]?.(feature, zoomAt(resolution)) || undefined,
    );
  };
  return { layer, restyle };
}
