// Visits the map as people do, in Chromium, and notes what each visit saw:
//
//   node map.cjs RUNS OUT ADDRESS...
//
// Each ADDRESS is an explorer's page. OUT gets for each of them the figures of RUNS
// visits, in milliseconds and bytes; medians and tables are xtask's
// (`xtask/src/bench/map.rs`). Every visit has a browser context of its own, so its
// cache is empty; one visit before the others warms the server and is not counted.
"use strict";

const { PATIENCE, report, inContext, inTurn, quiet, within, run } = require("./browser.cjs");

const VIEWPORT = { width: 1440, height: 900 };
/** How long each gesture lasts. */
const GESTURE = 3000;
/** One notch of a wheel, and how many make the first half of the gesture. */
const NOTCH = 100;
const NOTCHES = 12;
const CONTROL = 2;

const SCRIPT = /^\/pkg\/map[-.][^/]*\.js$/;
const TILE = /^\/tiles\//;

const [runs, out, ...addresses] = process.argv.slice(2);

run(() =>
  report(out, async (browser) => {
    const sites = [];
    for (const address of addresses) sites.push(await measured(browser, address));
    return { sites };
  }),
);

/** All figures of an explorer. */
async function measured(browser, address) {
  const elsewhere = new Set();
  const repeat = async (what, task, query = "") => {
    console.log(`  ${address}${query}: ${what}`);
    const once = () => visit(browser, address + query, task, elsewhere);
    return (await inTurn(Number(runs), [once]))[0];
  };
  const wakes = await repeat("waking", ({ page, settled }) => wake(page, settled));
  const layers = {};
  for (const [name, query] of [
    ["projects", ""],
    ["network", "?layer=network"],
  ]) {
    layers[name] = await repeat("frames", frames, query);
  }
  const filters = await repeat("a filter", filter);
  const moved = await repeat("a filter, the map moved", async (visitor) => {
    await wake(visitor.page, visitor.settled);
    await nudge(visitor);
    return filter(visitor);
  });
  const sent = await visit(browser, address, weigh, elsewhere);
  return { wakes, layers, filters, moved, sent, elsewhere: [...elsewhere] };
}

/** One visit in a new context: opens the page, and does the task once it rests. */
async function visit(browser, address, task, elsewhere) {
  return inContext(browser, { viewport: VIEWPORT }, async (context, page) => {
    const home = new URL(address).origin;
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== home) elsewhere.add(request.url());
    });
    const session = await context.newCDPSession(page);
    const requests = await watched(session);
    const settled = () => within("quiet", quiet(requests));
    await page.goto(address);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.locator(".map-surface").scrollIntoViewIfNeeded();
    await settled();
    return task({ page, session, requests, settled });
  });
}

/** Every request from now on, with the bytes it took once it has ended. */
async function watched(session) {
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (!request.url.startsWith("http")) return;
    requests.set(requestId, { path: new URL(request.url).pathname, ended: false, bytes: 0 });
  });
  const end = ({ requestId, encodedDataLength = 0 }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { ended: true, bytes: Math.round(encodedDataLength) });
  };
  session.on("Network.loadingFinished", end);
  session.on("Network.loadingFailed", end);
  await session.send("Network.enable");
  return requests;
}

/* What visitors do. */

/** Comes onto the map with the mouse: the times from there to a map that moves. */
async function wake(page, settled) {
  await page.mouse.move(2, 2);
  const spot = await open(page, 0.3, 0.5);
  await page.evaluate(() => {
    const surface = document.querySelector(".map-surface");
    const times = {};
    const interest = ({ timeStamp }) => {
      times.interest ??= timeStamp;
    };
    surface.addEventListener("pointerenter", interest, { capture: true });
    window.woken = new Promise((resolve) => {
      const look = () => {
        const state = surface.dataset.engine;
        if (state) times[state] ??= performance.now();
        if (state === "ready") resolve(times);
      };
      new MutationObserver(look).observe(surface, { attributeFilter: ["data-engine"] });
    });
  });
  await page.mouse.move(spot.x, spot.y);
  const woken = page.evaluate(() => window.woken);
  const { interest, ready, awake = ready } = await within("map that is ready", woken);
  await settled();
  return { awake: awake - interest, ready: ready - interest };
}

/** Drags the map about, then zooms in and out: the time from frame to frame. */
async function frames({ page, session, settled }) {
  await wake(page, settled);
  const { width, height, ...from } = await open(page, 0.3, 0.5);
  const send = (type, more) => session.send("Input.dispatchMouseEvent", { type, ...more });
  await session.send("Runtime.addBinding", { name: "onFrame" });
  const held = { button: "left", buttons: 1 };
  await send("mousePressed", { ...from, ...held, clickCount: 1 });
  const round = (elapsed, period) => (2 * Math.PI * elapsed) / period;
  const drag = await recorded(page, session, (elapsed) => {
    const x = from.x + 0.2 * width * (1 - Math.cos(round(elapsed, GESTURE / 2)));
    const y = from.y + 0.2 * height * Math.sin(round(elapsed, GESTURE));
    return send("mouseMoved", { x, y, ...held });
  });
  await settled();
  await send("mouseReleased", { ...from, button: "left", clickCount: 1 });
  await settled();
  const middle = await open(page, 0.5, 0.5);
  await page.mouse.move(middle.x, middle.y);
  let notches = 0;
  const zoom = await recorded(page, session, (elapsed) => {
    if (elapsed < (notches * GESTURE) / (2 * NOTCHES)) return undefined;
    notches += 1;
    const deltaY = elapsed < GESTURE / 2 ? -NOTCH : NOTCH;
    const { x, y } = middle;
    return send("mouseWheel", { x, y, deltaX: 0, deltaY, modifiers: CONTROL });
  });
  return { drag, zoom };
}

/**
 * The times between frames, in each of which the page asks for the next move. A
 * move that is still under way is waited for, as by a mouse.
 */
async function recorded(page, session, move) {
  let moving = false;
  let fault;
  const onFrame = async ({ payload }) => {
    if (moving) return;
    moving = true;
    await Promise.resolve(move(Number(payload))).catch((error) => {
      fault = error;
    });
    moving = false;
  };
  session.on("Runtime.bindingCalled", onFrame);
  const times = page.evaluate(
    (length) =>
      new Promise((resolve) => {
        const times = [];
        const frame = (now) => {
          times.push(now);
          const elapsed = now - times[0];
          if (elapsed >= length) return resolve(times);
          window.onFrame(String(elapsed));
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    GESTURE,
  );
  const seen = await within("frames", times);
  session.off("Runtime.bindingCalled", onFrame);
  if (fault) throw fault;
  return seen.slice(1).map((time, n) => time - seen[n]);
}

/** Drags the map a little, so that it stays where it is from now on. */
async function nudge({ page, settled }) {
  const { x, y } = await open(page, 0.3, 0.5);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(x + 8 * step, y + 4 * step);
  await settled();
  await page.mouse.up();
  await settled();
}

/**
 * Ticks a theme: when other markers stand on the map for the first time after that,
 * and for the last.
 */
async function filter({ page, settled }) {
  if ((await page.locator('.map-surface[data-engine="ready"]').count()) === 0) {
    await wake(page, settled);
  }
  const box = page.locator('input[type=checkbox][name="theme"]').first();
  await box.evaluate((box) => {
    for (let at = box; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  });
  await box.scrollIntoViewIfNeeded();
  await settled();
  await page.evaluate(() => {
    const markers = () =>
      [...document.querySelectorAll(".map .marker a")].map((marker) => marker.getAttribute("aria-label"));
    let standing = markers().join("\n");
    const seen = { changes: [] };
    window.seen = seen;
    const click = ({ timeStamp }) => {
      seen.click ??= timeStamp;
    };
    addEventListener("click", click, { capture: true });
    const look = () => {
      const now = markers().join("\n");
      if (now !== standing) seen.changes.push(performance.now());
      standing = now;
    };
    const what = { subtree: true, childList: true, attributeFilter: ["aria-label"] };
    new MutationObserver(look).observe(document.querySelector(".map"), what);
  });
  await box.click();
  await page.waitForFunction(() => window.seen.changes.length > 0, null, { timeout: PATIENCE });
  await settled();
  const { click, changes } = await page.evaluate(() => window.seen);
  return { first: changes[0] - click, last: changes[changes.length - 1] - click };
}

/** What was sent for the page, and then for the map. */
async function weigh({ page, requests, settled }) {
  const before = [...requests.values()];
  await wake(page, settled);
  const after = [...requests.values()].slice(before.length);
  const is = (kind) => (request) => kind.test(request.path);
  const rest = (request) => !is(SCRIPT)(request) && !is(TILE)(request);
  const sum = (of) => ({
    requests: of.length,
    bytes: of.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  return {
    page: sum(before),
    script: sum(after.filter(is(SCRIPT))),
    tiles: sum(after.filter(is(TILE))),
    rest: sum(after.filter(rest)),
    early: before.map(({ path }) => path).filter((path) => SCRIPT.test(path) || TILE.test(path)),
  };
}

/** Where no marker or button is, as near to this part of the map as may be. */
async function open(page, across, down) {
  const found = await page.evaluate(
    ([across, down]) => {
      const { x, y, width, height } = document.querySelector(".map-surface").getBoundingClientRect();
      const far = ([u, v]) => Math.hypot((u - across) * width, (v - down) * height);
      const steps = Array.from({ length: 39 }, (_, n) => (n + 1) / 40);
      const spots = steps.flatMap((u) => steps.map((v) => [u, v]));
      const free = ([u, v]) =>
        document.elementFromPoint(x + u * width, y + v * height)?.closest(".map-engine, .basemap");
      const spot = spots.sort((a, b) => far(a) - far(b)).find(free);
      return spot && { x: x + spot[0] * width, y: y + spot[1] * height, width, height };
    },
    [across, down],
  );
  if (!found) throw new Error("there is no free place on the map");
  return found;
}
