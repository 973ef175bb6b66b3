// The slippy map's own half: it draws a basemap, moves it as it is told, and
// reports each frame. It decides nothing. What is shown, which keys and buttons
// move the map, and the markers above it are Rust's (`../engine.rs`), which loads
// this module by its hashed address when a visitor first uses the map.
//
// Words: the *world* is Web Mercator as a square from 0 to 1, x to the east and y
// to the south; the *scale* is how many CSS pixels wide the whole of it would be.
// OpenLayers counts in metres on the equator instead, y to the north.

/*! With parts of OpenLayers (BSD-2-Clause), pbf (BSD-3-Clause), rbush (MIT) and quickselect (ISC). */

import Kinetic from 'ol/Kinetic.js';
import OpenLayersMap from 'ol/Map.js';
import View from 'ol/View.js';
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js';
import DragPan from 'ol/interaction/DragPan.js';
import DragZoom from 'ol/interaction/DragZoom.js';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js';
import PinchZoom from 'ol/interaction/PinchZoom.js';
import { custom, offline } from './layer.js';
import { tokens } from './style.js';

/**
 * @typedef {object} Settings
 * @property {number} x where the middle of the map begins, in the world
 * @property {number} y
 * @property {number} scale how close it begins
 * @property {number} closest the largest scale
 * @property {number} farthest the smallest scale
 * @property {number} west the box that the middle never leaves, in the world
 * @property {number} south
 * @property {number} east
 * @property {number} north
 * @property {string} tiles the offline basemap, with {z}, {x} and {y}
 * @property {number} tilesMaxZoom its closest zoom; closer, tiles are enlarged
 * @property {?Custom} custom the operator's own basemap, if any
 * @property {1|2} fingers how many fingers move the map; one of two scrolls the page
 * @property {boolean} still whether motion is to be reduced
 *
 * @typedef {object} Custom
 * @property {string} tiles with {z}, {x} and {y}
 * @property {'raster'|'vector'} kind vector tiles are in the OpenMapTiles schema
 * @property {number} maxZoom
 * @property {number} tileSize in CSS pixels
 * @property {?string} dark tiles for dark pages, where they are others
 *
 * @typedef {object} Listener
 * @property {(x: number, y: number, scale: number, width: number, height: number) => void} frame
 *   a frame is about to be drawn; what is moved now moves together with it
 * @property {() => void} rest the map came to rest; the first time, it is also drawn
 * @property {(kind: 'wheel'|'fingers') => void} hint the visitor tried a gesture that scrolls the page
 * @property {() => void} failed the custom basemap cannot be had; the offline one is shown
 */

/** The width of the world in metres on the equator. */
const WORLD = 40075016.685578488;

/** Pixels that a pointer may tremble before it drags: a click must stay a click. */
const TREMBLE = 4;

/** How long OpenLayers' own gestures glide, in milliseconds. */
const GLIDE = 250;

const metres = (x, y) => [(x - 0.5) * WORLD, (0.5 - y) * WORLD];

/**
 * Starts a map in an element that it fills.
 *
 * @param {HTMLElement} target
 * @param {Settings} settings
 * @param {Listener} on
 */
export function start(target, settings, on) {
  const { fingers, still } = settings;
  const [west, south] = metres(settings.west, settings.south);
  const [east, north] = metres(settings.east, settings.north);
  const view = new View({
    center: metres(settings.x, settings.y),
    resolution: WORLD / settings.scale,
    minResolution: WORLD / settings.closest,
    maxResolution: WORLD / settings.farthest,
    extent: [west, south, east, north],
    constrainOnlyCenter: true,
    enableRotation: false,
    // Any scale, not only those for which tiles were made; and no springing back
    // at the ends, which Rust would take for a movement.
    constrainResolution: false,
    smoothExtentConstraint: false,
    smoothResolutionConstraint: false,
  });
  const map = new OpenLayersMap({
    target,
    view,
    // Buttons and keys are Rust's; names of sources stand below the map.
    controls: [],
    interactions: [],
    moveTolerance: TREMBLE,
  });
  const viewport = map.getViewport();

  /* What is drawn. */

  /** Rust's markers: names stand beside them. */
  const markers = { all: [], reach: Infinity };
  let basemap;
  /** What came of its tiles: how many in all, and failures since the last. */
  let tiles;
  const restyle = () => basemap.restyle(tokens(target));
  const draw = (ours) => {
    const tally = { ours, loaded: 0, failures: 0 };
    tiles = tally;
    basemap = ours ? offline(settings, markers) : custom(settings.custom, markers);
    const source = basemap.layer.getSource();
    source.on('tileloadend', () => {
      tally.loaded += 1;
      tally.failures = 0;
    });
    source.on('tileloaderror', () => {
      tally.failures += 1;
      // Once some came, others may lie where the source has nothing.
      if (tally.failures >= (tally.loaded > 0 ? 16 : 4)) fallBack(tally);
    });
    restyle();
    map.setLayers([basemap.layer]);
  };
  const fallBack = (tally) => {
    // There is nothing behind ours, and what is gone may fail as it likes.
    if (tally.ours || tally !== tiles) return;
    draw(true);
    on.failed();
  };
  draw(!settings.custom);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', restyle);

  /* What is reported. */

  // Until the first tiles are drawn, the drawing from the server shows through;
  // once the map was moved it would be in the wrong place.
  let shown = false;
  viewport.style.opacity = '0';
  const show = () => {
    shown = true;
    if (!still) viewport.style.transition = 'opacity 0.15s';
    viewport.style.opacity = '1';
  };
  let first;
  map.on('precompose', ({ frameState: { viewState, size } }) => {
    const [east, north] = viewState.center;
    const scale = WORLD / viewState.resolution;
    const place = [0.5 + east / WORLD, 0.5 - north / WORLD, scale];
    first ??= place;
    if (!shown && place.some((value, i) => value !== first[i])) show();
    on.frame(...place, ...size);
  });
  let ready = false;
  map.on('rendercomplete', () => {
    if (ready) return;
    if (tiles.loaded > 0) {
      ready = true;
      show();
      on.rest();
    } else if (tiles.failures > 0) {
      fallBack(tiles);
    }
  });
  map.on('moveend', () => ready && on.rest());

  /* What fingers, mouse and wheel do. */

  const duration = still ? 0 : GLIDE;
  const pan = new DragPan({
    kinetic: still ? undefined : new Kinetic(-0.005, 0.05, 100),
    condition: ({ originalEvent: { pointerType, button, shiftKey } }) =>
      pointerType === 'touch' ? pan.getPointerCount() >= fingers : button === 0 && !shiftKey,
  });
  const wheel = new MouseWheelZoom({
    duration,
    condition: ({ originalEvent }) => originalEvent.ctrlKey || originalEvent.metaKey,
  });
  const box = new DragZoom({ duration, className: 'map-box' });
  const more = [new DoubleClickZoom({ duration }), new PinchZoom({ duration }), wheel, box];
  map.getInteractions().extend([pan, ...more]);
  // With two fingers for the map, the browser scrolls the page with one.
  viewport.style.touchAction = fingers === 2 ? 'pan-y' : 'none';

  const wheelHint = (event) => {
    if (!event.ctrlKey && !event.metaKey) on.hint('wheel');
  };
  viewport.addEventListener('wheel', wheelHint, { passive: true });
  // Else the browser takes two fingers that go up or down for scrolling, too.
  const twoFingers = (event) => {
    if (event.touches.length > 1) event.preventDefault();
  };
  viewport.addEventListener('touchmove', twoFingers, { passive: false });
  let dragged = false;
  viewport.addEventListener('pointerdown', () => {
    dragged = false;
  });
  map.on('pointerdrag', ({ originalEvent, activePointers }) => {
    const touched = originalEvent.pointerType === 'touch';
    if (touched && !dragged && activePointers.length < fingers) on.hint('fingers');
    dragged = true;
  });

  /* What Rust moves. */

  // Where a glide leads. Who presses a key twice in a row means twice as far,
  // counted from there and not from where the glide happens to be.
  let goal = null;
  const glide = (place, scale, duration) => {
    view.cancelAnimations();
    const resolution = view.getConstrainedResolution(scale);
    const aim = { center: view.getConstrainedCenter(place, resolution), resolution };
    goal = aim;
    view.animate({ ...aim, duration }, () => {
      if (goal === aim) goal = null;
    });
  };
  const aim = () => goal ?? { center: view.getCenter(), resolution: view.getResolution() };

  // A marker's `pointercancel` would not reach the map, which would wait for ever
  // for that finger to be lifted.
  const cancel = (event) => viewport.dispatchEvent(new PointerEvent(event.type, event));

  return {
    /** Shows a place of the world at a scale: at once, or after a glide. */
    show(x, y, scale, milliseconds) {
      glide(metres(x, y), WORLD / scale, milliseconds);
    },

    /** Comes so many times closer to the middle. */
    zoom(factor, milliseconds) {
      const { center, resolution } = aim();
      glide(center, resolution / factor, milliseconds);
    },

    /** Shows what lies so many CSS pixels to the right and below. */
    pan(dx, dy, milliseconds) {
      const { center, resolution } = aim();
      const place = [center[0] + dx * resolution, center[1] - dy * resolution];
      glide(place, resolution, milliseconds);
    },

    /**
     * Says where the markers are, so that names stand beside them.
     *
     * @param {Float64Array} places x and y of each in the world, one after the other
     * @param {string[]} names what each is called; empty where that is several
     * @param {number} reach how many km from there a name may stand
     */
    markers(places, names, reach) {
      markers.reach = 1000 * reach;
      markers.all = names.map((text, i) => {
        const [x, y] = metres(places[2 * i], places[2 * i + 1]);
        return { x, y, text };
      });
      map.render();
    },

    /**
     * Takes a `pointerdown` or `wheel` that hit something above the map as if it
     * had hit the map. Later moves of that pointer are seen on the document.
     *
     * @param {PointerEvent|WheelEvent} event
     */
    take(event) {
      if (viewport.contains(event.target)) return;
      const clone = new event.constructor(event.type, event);
      if (!viewport.dispatchEvent(clone)) event.preventDefault();
      event.target.addEventListener('pointercancel', cancel);
    },

    /** Whether the pointer that is down, or was last, has dragged: no click then. */
    moved() {
      return dragged;
    },

    /** Ends the map and empties the element. */
    stop() {
      scheme.removeEventListener('change', restyle);
      map.dispose();
    },
  };
}
