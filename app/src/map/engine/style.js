// How the offline basemap looks: like the drawing from the server that it takes
// the place of (`style/components/map.css`), with the same tokens and widths.

import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

/**
 * @typedef {object} Tokens The site's colours and type as they are now.
 * @property {string} sea
 * @property {string} land
 * @property {string} shore
 * @property {string} border
 * @property {string} province
 * @property {string} name
 * @property {string} font
 * @property {boolean} dark
 */

/**
 * Reads the tokens where the map is, since a page may set some for a part of it.
 *
 * @param {Element} element
 * @returns {Tokens}
 */
export function tokens(element) {
  const style = getComputedStyle(element);
  const token = (name) => style.getPropertyValue(name).trim();
  const [red, green, blue] = style.color.match(/[\d.]+/g).map(Number);
  return {
    sea: token('--sea'),
    land: token('--land'),
    shore: token('--shore'),
    border: token('--border-line'),
    province: token('--province-line'),
    name: token('--map-ink'),
    font: token('--font') || style.fontFamily,
    // A page may be dark although the system is light. Dark is where type is light.
    dark: red + green + blue > 384,
  };
}

/** The zoom of tiles 512 pixels wide at a resolution in metres per pixel. */
export const zoomAt = (resolution) => Math.log2(78271.516964 / resolution);

/** Lines are wider closer up, but grow much slower than the land. */
const gently = (zoom) => Math.min(Math.max(0.7 + zoom * 0.06, 0.8), 1.6);

/**
 * A line: its style at a zoom. It is the same object each time, since OpenLayers
 * takes from it what it needs and keeps nothing.
 *
 * @returns {(zoom: number) => Style}
 */
export function line(color, width, zIndex, lineDash, grow = gently) {
  const stroke = new Stroke({ color });
  const style = new Style({ zIndex, stroke });
  return (zoom) => {
    const grown = width * grow(zoom);
    stroke.setWidth(grown);
    stroke.setLineDash(lineDash?.map((length) => length * grown) ?? null);
    return style;
  };
}

/** An area, with a shore or without. */
export function area(color, zIndex, shore) {
  const stroke = shore && new Stroke({ color: shore, width: 0.6 });
  return new Style({ zIndex, fill: new Fill({ color }), stroke });
}

/** What lies above what. */
const Z = { land: 1, water: 2, river: 3, dyke: 4, province: 5, country: 6 };

/**
 * @typedef {object} Look How a schema is drawn.
 * @property {string} background what lies where nothing is drawn
 * @property {Record<string, (feature: Feature, zoom: number) => ?Style>} shapes
 *   for each layer of the tiles
 * @property {(feature: Feature, zoom: number) => ?import('./names.js').Name} name
 * @typedef {import('ol/render/Feature.js').default} Feature
 */

/**
 * The look of our own tiles.
 *
 * @param {Tokens} ink
 * @returns {Look}
 */
export function basemap(ink) {
  const land = area(ink.land, Z.land, ink.shore);
  const water = area(ink.sea, Z.water, ink.shore);
  const dyke = line(ink.shore, 1.4, Z.dyke);
  const country = line(ink.border, 0.9, Z.country);
  const province = line(ink.province, 0.7, Z.province, [4, 3.5]);
  // The mightiest river first.
  const rivers = [1.3, 1.1, 0.9, 0.7].map((width) => line(ink.shore, width, Z.river));
  const canal = line(ink.shore, 0.6, Z.river);
  const shapes = {
    land: () => land,
    water: () => water,
    river(feature, zoom) {
      const river = rivers[Math.min(feature.get('rank') ?? 4, 4) - 1];
      return (feature.get('kind') === 'canal' ? canal : river)(zoom);
    },
    dyke: (_, zoom) => dyke(zoom),
    border: (feature, zoom) => (feature.get('kind') === 'country' ? country : province)(zoom),
  };
  const name = (feature, from) => {
    if (feature.get('layer') !== 'place') return undefined;
    const [rank, text] = [feature.get('rank'), feature.get('name')];
    // Large towns may crowd a little, villages may not.
    return {
      text,
      from,
      order: rank - feature.get('pop') / 1e8,
      size: 12,
      apart: 34 + 6 * rank,
      dot: true,
    };
  };
  return { background: ink.sea, shapes, name };
}
