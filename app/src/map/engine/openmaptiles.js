// A plain style for an operator's vector tiles in the OpenMapTiles schema
// (https://openmaptiles.org/schema/), from the tokens of the site: quiet enough
// for markers, with roads and buildings for those who come close.

import { area, line } from './style.js';

/** Roads by their class: from which zoom, and how wide. */
const ROADS = {
  motorway: [5, 1.8],
  trunk: [6, 1.6],
  primary: [8, 1.4],
  secondary: [9, 1.2],
  tertiary: [11, 1],
  minor: [12.5, 0.8],
  service: [14, 0.5],
  rail: [10, 0.5],
};

/** Places by their class, the most important first: from which zoom, which size, how far apart. */
const PLACES = {
  country: [2, 13, 40],
  city: [3, 13, 50],
  town: [7, 12, 64],
  village: [10, 12, 64],
  suburb: [11, 12, 64],
  hamlet: [12, 12, 64],
};

/** Roads grow with the land, if slower: else a street would be a hair on its way. */
const withLand = (zoom) => Math.min(Math.max(2 ** ((zoom - 9) * 0.35), 0.6), 6);

/** `a` with a share of `b`. */
const mixed = (a, b, percent) => `color-mix(in srgb, ${b} ${percent}%, ${a})`;

/**
 * @param {import('./style.js').Tokens} ink
 * @returns {import('./style.js').Look}
 */
export function openMapTiles(ink) {
  const green = area(mixed(ink.land, ink.dark ? '#3f8f5f' : '#7fae7a', 12), 1);
  const built = area(mixed(ink.land, ink.province, 18), 2);
  const water = area(ink.sea, 3, ink.shore);
  const waterway = line(ink.shore, 0.9, 4);
  const building = area(mixed(ink.land, ink.province, 55), 5);
  const paved = mixed(ink.province, ink.land, 40);
  const roads = Object.keys(ROADS).reverse();
  const road = Object.fromEntries(
    roads.map((kind, i) => [kind, line(paved, ROADS[kind][1], 6 + i, undefined, withLand)]),
  );
  const country = line(ink.border, 0.9, 20);
  const province = line(ink.province, 0.7, 19, [4, 3.5]);
  const shapes = {
    landcover: () => green,
    landuse: () => built,
    park: () => green,
    water: () => water,
    waterway: (_, zoom) => zoom > 7 && waterway(zoom),
    building: (_, zoom) => zoom > 13 && building,
    transportation(feature, zoom) {
      const kind = feature.get('class');
      return ROADS[kind] && zoom >= ROADS[kind][0] && road[kind](zoom);
    },
    boundary(feature, zoom) {
      if (feature.get('maritime')) return undefined;
      const level = feature.get('admin_level');
      if (level <= 2) return country(zoom);
      return level <= 4 && zoom > 4 && province(zoom);
    },
  };
  // In this schema land is what nothing is drawn on.
  return { background: ink.land, shapes, name };
}

/** The name of a place. */
function name(feature) {
  const kind = feature.get('class');
  if (feature.get('layer') !== 'place' || !PLACES[kind]) return undefined;
  const [from, size, apart] = PLACES[kind];
  const text = feature.get('name:latin') ?? feature.get('name');
  const order = 100 * Object.keys(PLACES).indexOf(kind) + (feature.get('rank') ?? 99);
  return { text, from, order, size, apart, dot: kind !== 'country' };
}
