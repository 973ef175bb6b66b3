// Names of places, written over the basemap once its tiles are drawn.
//
// OpenLayers gives room to names tile by tile, so a village takes the room of the
// capital in the next tile. Here all places that are loaded compete, the most
// important first, as on the maps that the server draws. Where a name has room
// depends on the other names and not on the edge of the map, so that nothing
// flickers while the map is moved.

/**
 * @typedef {object} Name What is to be written of a place.
 * @property {string} text
 * @property {number} from the zoom from which it may be shown
 * @property {number} order the least is the most important
 * @property {number} size of the type, in CSS pixels
 * @property {number} apart how far it keeps from other places, in CSS pixels
 * @property {boolean} dot whether it is a point on the map
 * @property {boolean} [marked] whether it stands under a marker
 *
 * @typedef {object} Marker
 * @property {number} x where it is, in metres
 * @property {number} y
 * @property {string} text what the place is called; empty where it is several
 */

/** The radius of the earth in metres, as the map has it. */
const EARTH = 6_378_137;
/** All in CSS pixels, and as in `catalogue/src/map/basemap/label.rs`. */
const DOT = 1.75;
const GAP = 3.5;
const AIR = 3;
/** From the middle of a marker to its edge. */
const MARKER = 12;
/** The type of a marker's name. */
const MARKER_TYPE = 13;
/** A place of the same name this near to a marker is the marker's own. */
const SAME = 60;
const HALO = 2.5;
/** Places this far outside can reach in, or take the room of one that does. */
const MARGIN = 150;
/** How many pictures of names are kept: a map has some fifty, and may come back. */
const KEPT = 300;

/**
 * Writes the names of a layer's places over it, beside the markers.
 *
 * @param {import('ol/layer/VectorTile.js').default} layer
 * @param {{ all: Marker[], reach: number }} markers
 * @returns {(ink: import('./style.js').Tokens, read: import('./style.js').Look['name']) => void}
 *   sets the colours and how a place is read
 */
export function write(layer, markers) {
  const source = layer.getSource();
  let ink;
  let read;
  const known = new Map();
  let places = [];
  let ratio = 0;
  let pictures = 0;

  layer.on('postrender', ({ context, frameState }) => {
    const {
      pixelRatio,
      size: [width, height],
      viewState: { center, resolution },
      viewHints,
    } = frameState;
    if (ratio !== pixelRatio) forget();
    ratio = pixelRatio;
    const zoom = source.getTileGrid().getZForResolution(resolution, source.zDirection);
    const left = center[0] - (width / 2) * resolution;
    const top = center[1] + (height / 2) * resolution;
    const at = (east, north) => [(east - left) / resolution, (top - north) / resolution];
    // How many metres on the ground a pixel covers: fewer, the further from the equator.
    const pixel = ({ y }) => resolution / Math.cosh(y / EARTH);
    const marked = markers.all.map((marker) => around(...at(marker.x, marker.y), MARKER));
    const taken = [];
    // What stands under a marker is what the map is about: it is named first.
    for (const place of [...named(), ...places]) {
      if (place.from > zoom) continue;
      const [x, y] = at(place.x, place.y);
      if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) continue;
      const reach = place.marked ? markers.reach / pixel(place) : Infinity;
      const room = roomFor(place, x, y, taken, marked, width, reach);
      if (room) taken.push(room);
    }
    // Type is sharp on whole pixels, but would tremble on its way from one to
    // the next.
    const moving = viewHints.some((hint) => hint > 0);
    const snap = (value) => (moving ? value * ratio : Math.round(value * ratio));
    context.save();
    for (const { place, x, y, left, top, dotted } of taken) {
      if (dotted) dot(context, x * ratio, y * ratio);
      place.image ??= picture(place);
      context.drawImage(place.image, snap(left - HALO), snap(top - HALO));
    }
    context.restore();
    if (pictures > KEPT) forget(new Set(taken.map(({ place }) => place)));
  });

  source.on('tileloadend', ({ tile }) => {
    const zoom = tile.tileCoord[0];
    for (const feature of tile.getFeatures()) {
      const name = read(feature, zoom);
      if (!name) continue;
      const [x, y] = feature.getFlatCoordinates();
      // A closer tile knows better where it is; the less exact one is near
      // enough to find its room taken.
      known.set(`${zoom} ${name.text} ${Math.round(x)} ${Math.round(y)}`, { ...name, x, y, zoom });
    }
    places = [...known.values()].sort((a, b) => a.order - b.order || b.zoom - a.zoom);
  });

  /**
   * The first side on which a name has room: right or left; of a marker below and
   * above as well, and where the edge of the map does not cut it.
   */
  const roomFor = (place, x, y, taken, marked, width, reach) => {
    const near = ({ place: other, x: east, y: north }) => {
      const apart = other.text === place.text ? SAME : place.apart;
      return Math.hypot(east - x, north - y) < apart;
    };
    if (taken.some(near)) return undefined;
    place.width ??= widthOf(place);
    // A marker on the town stands for its dot.
    const marker = marked.find((marker) => holds(marker, x, y));
    const anchor = marker ?? around(x, y, DOT);
    const sides = place.dot
      ? [anchor.right + GAP, anchor.left - GAP - place.width]
      : [x - place.width / 2];
    const top = y - place.size / 2;
    const dotted = place.dot && !marker;
    const room = (left, top) => {
      return {
        place,
        x,
        y,
        dotted,
        left,
        top,
        right: left + place.width,
        bottom: top + place.size,
      };
    };
    const rooms = sides.map((left) => room(left, top));
    const clear = (room) =>
      !marked.some((marker) => overlap(room, marker)) &&
      !taken.some(
        (other) => overlap(grown(room), other) || covers(room, other) || covers(other, room),
      );
    if (!place.marked) return rooms.find(clear);
    const middle = x - place.width / 2;
    rooms.push(room(middle, anchor.bottom + 1), room(middle, anchor.top - place.size - 1));
    const within = rooms.filter((room) => clear(room) && distance(room, x, y) <= reach);
    const whole = ({ left, right }) => left > 0 && right < width;
    return within.find(whole) ?? within[0];
  };

  /** The names of markers as places; the same ones as long as the markers are the same. */
  let markerNames = [];
  let namedFor;
  const named = () => {
    if (namedFor !== markers.all) {
      const place = { from: 0, size: MARKER_TYPE, apart: 1, dot: true, marked: true };
      markerNames = markers.all.filter(({ text }) => text).map((marker) => ({ ...place, ...marker }));
      namedFor = markers.all;
    }
    return markerNames;
  };

  const dot = (context, x, y) => {
    context.globalAlpha = 0.7;
    context.fillStyle = ink.name;
    context.beginPath();
    context.arc(x, y, DOT * ratio, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
  };

  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const widthOf = ({ text, size }) => {
    pen.font = `${size}px ${ink.font}`;
    return pen.measureText(text).width;
  };

  /** A name with its halo, drawn once: writing it anew for each frame is dear. */
  const picture = ({ text, size, width }) => {
    const [wide, high] = [width + 2 * HALO, size + 2 * HALO];
    const image = new OffscreenCanvas(Math.ceil(wide * ratio), Math.ceil(high * ratio));
    const pen = image.getContext('2d');
    pen.scale(ratio, ratio);
    Object.assign(pen, {
      font: `${size}px ${ink.font}`,
      textBaseline: 'middle',
      lineJoin: 'round',
    });
    Object.assign(pen, { lineWidth: HALO, strokeStyle: ink.land, fillStyle: ink.name });
    pen.strokeText(text, HALO, high / 2);
    pen.fillText(text, HALO, high / 2);
    pictures += 1;
    return image;
  };
  const forget = (but = new Set()) => {
    for (const place of [...markerNames, ...places]) if (!but.has(place)) place.image = undefined;
    pictures = but.size;
  };

  return (newInk, newRead) => {
    ink = newInk;
    read = newRead;
    forget();
    for (const place of [...markerNames, ...places]) place.width = undefined;
  };
}

/* Boxes on the screen. */

const around = (x, y, reach) => ({
  left: x - reach,
  top: y - reach,
  right: x + reach,
  bottom: y + reach,
});
const grown = ({ left, top, right, bottom }) => ({
  left: left - AIR,
  top: top - AIR,
  right: right + AIR,
  bottom: bottom + AIR,
});
const holds = ({ left, top, right, bottom }, x, y) =>
  x > left && x < right && y > top && y < bottom;
const distance = ({ left, top, right, bottom }, x, y) =>
  Math.hypot(Math.max(left - x, x - right, 0), Math.max(top - y, y - bottom, 0));
const overlap = (a, b) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
/** Whether a name lies over another's dot. */
const covers = (name, other) => holds(grown(name), other.x, other.y);
