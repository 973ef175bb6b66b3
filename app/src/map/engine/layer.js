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
 * The basemap that is part of the program.
 *
 * @param {{ tiles: string, tilesMaxZoom: number }} settings
 * @param {import('./style.js').Tokens} ink
 */
export function offline({ tiles, tilesMaxZoom }, ink) {
  return vector({ url: tiles, maxZoom: tilesMaxZoom, overlaps: false }, ink.sea, basemap(ink), ink);
}

/**
 * The operator's own basemap.
 *
 * @param {import('./engine.js').Custom} settings
 * @param {import('./style.js').Tokens} ink
 */
export function custom({ tiles, kind, maxZoom, tileSize, dark }, ink) {
  const url = (ink.dark && dark) || tiles;
  if (kind === 'vector') {
    // In this schema land is what nothing is drawn on.
    return vector({ url, maxZoom, tileSize }, ink.land, openMapTiles(ink), ink);
  }
  const source = new XYZ({ ...ALIKE, url, maxZoom, tileSize });
  return new TileLayer({ source, background: ink.sea });
}

/**
 * The ground, which becomes a picture for each tile (that is what makes moving
 * the map cheap without a graphics card), and the names above it.
 */
function vector(options, background, look, ink) {
  const format = new MVT();
  const source = new VectorTileSource({ ...ALIKE, zDirection, ...options, format });
  const style = (feature, resolution) =>
    look.ground[feature.get('layer')]?.(feature, zoomAt(resolution)) || undefined;
  const drawn = { source, background, style, renderMode: 'hybrid', renderBuffer: 8 };
  const layer = new VectorTileLayer(drawn);
  write(layer, look.name, ink);
  return layer;
}
