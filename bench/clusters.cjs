// Makes the markers that bench/clusters.rs made of the same points with supercluster:
//
//   node clusters.cjs supercluster POINTS ANSWERS OUT
//
// POINTS and ANSWERS are what clusters.rs wrote. OUT gets for each question and
// view the time and the number of markers. supercluster has no filters: after each
// change of one it must load the points that are left, which is part of its time.
"use strict";

const fs = require("node:fs");
const { pathToFileURL } = require("node:url");

/** As wide as our cells are on average, at the zooms of web maps. */
const RADIUS = 60;

const [name, pointsFile, answersFile, out] = process.argv.slice(2);
const { questions, projects: len } = JSON.parse(fs.readFileSync(answersFile, "utf8"));
// Small files share a buffer that begins anywhere, which columns must not.
const bytes = new Uint8Array(fs.readFileSync(pointsFile)).buffer;
const places = new Float64Array(bytes, 0, 2 * len);
// GeoJSON is what it takes; that every project has become that is not timed.
const features = Array.from({ length: len }, (_, n) => ({
  type: "Feature",
  properties: {},
  geometry: { type: "Point", coordinates: [places[2 * n], places[2 * n + 1]] },
}));

main();

async function main() {
  const { default: Supercluster } = await import(pathToFileURL(require.resolve(name)).href);
  let at = 16 * len;
  const answers = questions.map(({ found, views }) => {
    const left = Array.from(new Uint32Array(bytes, at, found), (n) => features[n]);
    at += 4 * found;
    const options = { radius: RADIUS, extent: 256, maxZoom: 16 };
    const index = new Supercluster(options);
    const load = timed(() => new Supercluster(options).load(left));
    index.load(left);
    const markers = views.map(({ bbox, zoom }) => {
      const ask = () => index.getClusters(bbox, Math.round(zoom));
      const { ms, answer } = timed(ask);
      const projects = answer.reduce((sum, { properties }) => sum + (properties.point_count ?? 1), 0);
      return { ms, markers: answer.length, projects };
    });
    return { load: load.ms, views: markers };
  });
  fs.writeFileSync(out, JSON.stringify({ questions: answers }));
}

/** The median of at least three times, of as many as fit into 1.5 seconds. */
function timed(ask) {
  const times = [];
  let answer;
  const end = performance.now() + 1500;
  while (times.length < 3 || (performance.now() < end && times.length < 101)) {
    const start = performance.now();
    answer = ask();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { ms: times[times.length >> 1], answer };
}
