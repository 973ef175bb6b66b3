// Visits a town's page with the explorer in it, in Chromium, and notes what became of
// that page and of the frame:
//
//   node embed.cjs RUNS OUT ADDRESS PICTURE
//
// ADDRESS is the embed generator's, whose output is pasted as it is into pages of
// another origin; PICTURE is a file that such a page shows at its top, as its largest
// thing. OUT gets a figure for each of RUNS visits, in milliseconds and bytes; medians
// and tables are xtask's (`xtask/src/bench/embed.rs`). Pages that are compared are
// visited in turn, each time in a browser context of its own, whose cache is empty.
//
// After that two scripts that give frames their height do the same on the same page:
// ours, and iframe-resizer's.
"use strict";

const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");
const zlib = require("node:zlib");
const { PATIENCE, report, inContext, inTurn, quiet, within, run } = require("./browser.cjs");

const SCREENS = [
  ["wide", { viewport: { width: 1440, height: 900 } }],
  ["phone", { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true }],
];
/** How often the content of a frame changes on a visit. */
const CHANGES = 40;
/** How fast a page is scrolled, in pixels a second: more than two screens. */
const SPEED = 2000;
/** What the browser half of the explorer consists of. */
const BROWSER_HALF = /^\/pkg\/app[-_.][^/]*\.(js|wasm)$/;

const [runs, out, generator, picture] = process.argv.slice(2);
const explorer = new URL(generator).origin;

run(() =>
  report(out, async (browser) => {
    const town = await Town.start();
    try {
      const measured = { followers: await followers(browser, town), screens: [] };
      for (const [name, options] of SCREENS) {
        measured.screens.push({ name, pages: await pages(browser, town, options) });
      }
      return measured;
    } finally {
      await town.stop();
    }
  }),
);

/** A server with pages of its own, under two names, which are two origins. */
class Town {
  #files = new Map();
  #server = http.createServer(({ url }, response) => {
    const file = this.#files.get(url);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.type }).end(file.body);
  });

  static async start() {
    const town = new Town();
    await new Promise((listening) => town.#server.listen(0, listening));
    town.put("/picture.png", fs.readFileSync(picture), "image/png");
    return town;
  }

  /** Puts up a file. */
  put(path, body, type) {
    this.#files.set(path, { body, type });
    return path;
  }

  /** Puts up a page and gives its address. */
  page(path, body) {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">`;
    const page = `<!DOCTYPE html><html lang="nl"><head>${head}<title>Town</title></head>${body}</html>`;
    return this.at(this.put(path, page, "text/html; charset=utf-8"));
  }

  at = (path, name = "localhost") => `http://${name}:${this.#server.address().port}${path}`;

  stop() {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(closed));
  }
}

/** A town's page: a picture, larger than any text, what it is about, and whatever is
 *  pasted into it. Beside that is room for a pointer. */
function news(paragraphs, pasted) {
  const paragraph =
    "<p>De gemeente werkt met buren over de grens aan wat alleen samen lukt: schoon water, " +
    "warmte zonder gas, een haven die groen vaart en zorg die dichtbij blijft.</p>";
  return `<body style="margin: 0 auto; padding: 0 1rem; max-width: 75rem; font: 1rem/1.5 sans-serif">
    <img src="/picture.png" alt="" style="display: block; width: 100%; height: 300px; object-fit: cover">
    <h1>Europa in onze stad</h1>${paragraph.repeat(paragraphs)}${pasted}${paragraph.repeat(12)}</body>`;
}

/** All figures of the pages on one screen. */
async function pages(browser, town, options) {
  const [plain, scripted, element] = await snippets(browser);
  // What any frame of another origin costs, whatever is in it.
  const blank = new URL(town.page("/empty", "<body></body>"));
  blank.hostname = "127.0.0.1";
  const empty = plain.replace(/src="[^"]*"/, `src="${blank}"`);
  const [short, long] = ["no embed", "no embed, a long page"];
  const kinds = [
    [short, null, news(1, "")],
    ["script alone", short, news(1, `<script src="${explorer}/embed.js" async></script>`)],
    ["empty frame", short, news(1, empty)],
    ["plain frame", short, news(1, plain)],
    ["frame with script", short, news(1, scripted)],
    ["element", short, news(1, element)],
    // Where the page has taken out its style, or their policy forbids that.
    ["element without room", short, news(1, element.replace(/ style="[^"]*"/, ""))],
    [long, null, news(60, "")],
    // Some screens down: browsers fetch it as it comes nearer.
    ["element, far below", long, news(60, element)],
  ];
  const visits = await inTurn(
    Number(runs),
    kinds.map(([name, , body], n) => {
      const address = town.page(`/page-${n}`, body);
      const origins = [town.at("/"), blank].map((address) => new URL(address).origin);
      return () => visit(browser, address, origins, options, name);
    }),
  );
  return kinds.map(([name, beside], n) => ({ name, beside, visits: visits[n] }));
}

/** What an official copies: a frame, a frame with the script, the element. */
function snippets(browser) {
  return inContext(browser, {}, async (_, page) => {
    await page.goto(generator);
    const all = page.locator(".embed-output textarea");
    return (await all.evaluateAll((all) => all.map(({ value }) => value))).slice(0, 3);
  });
}

/** One visit, to the end of the page, which is of one of the town's origins. */
function visit(browser, address, origins, options, name) {
  console.log(`  ${options.viewport.width} px: ${name}`);
  return inContext(browser, options, async (context, page) => {
    const requests = new Map();
    const elsewhere = new Set();
    const weighed = [];
    context.on("request", (request) => {
      requests.set(request, { ended: false });
      const { origin, protocol } = new URL(request.url());
      const known = [explorer, ...origins].includes(origin);
      if (protocol.startsWith("http") && !known) elsewhere.add(request.url());
    });
    const end = (request) => requests.set(request, { ended: true });
    context.on("requestfailed", end);
    context.on("requestfinished", (request) => {
      end(request);
      if (new URL(request.url()).origin === explorer) {
        weighed.push(request.sizes().then((sizes) => ({ path: new URL(request.url()).pathname, sizes })));
      }
    });
    await page.addInitScript(watch);
    await page.goto(address);
    await within("quiet", quiet(requests));
    const { paint } = await page.evaluate(() => window.seen);
    // What is not on the screen is not drawn, so it cannot be read.
    const first = (await onScreen(page)) && frameOf(page);
    const read = first && first.evaluate(() => window.inside.promise);
    const inside = read && (await within("list in the frame", read));
    await toTheEnd(context, page);
    await within("quiet", quiet(requests));
    const last = frameOf(page);
    if (last) await last.waitForSelector("html[data-ready]", { state: "attached" });
    await within("quiet", quiet(requests));
    const { shift } = await page.evaluate(() => window.seen);
    const start = await page.evaluate(() => performance.timeOrigin);
    return {
      paint,
      shift,
      embed: inside
        ? { ...inside, since: inside.origin + inside.readable - start }
        : null,
      sent: weigh(await Promise.all(weighed)),
      elsewhere: [...elsewhere],
    };
  });
}

/** Scrolls as a visitor does who looks for something, until there is no more. */
async function toTheEnd(context, page) {
  const session = await context.newCDPSession(page);
  const left = () =>
    page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY));
  // What is loaded on the way makes the page longer.
  for (let far = await left(); far > 1; far = await left()) {
    // At the edge, where the pointer is not over the frame and would scroll that.
    const gesture = { x: 4, y: 300, yDistance: -far, speed: SPEED };
    await within("end of the page", session.send("Input.synthesizeScrollGesture", gesture));
  }
}

/** The frame that shows the explorer, if there is one. */
function frameOf(page) {
  return page.frames().find((frame) => frame.url().startsWith(explorer));
}

/** Whether any of the embed is. */
function onScreen(page) {
  return page.evaluate(() => {
    const embed = document.querySelector("iframe, interreg-explorer");
    return embed !== null && embed.getBoundingClientRect().top < innerHeight;
  });
}

/** What was sent for the frame: what can be read, and what makes it live. */
function weigh(answers) {
  const live = ({ path }) => BROWSER_HALF.test(path);
  const sum = (of) => ({
    requests: of.length,
    bytes: of.reduce((sum, { sizes }) => sum + sizes.responseBodySize, 0),
    headers: of.reduce((sum, { sizes }) => sum + sizes.responseHeadersSize, 0),
  });
  return { read: sum(answers.filter((one) => !live(one))), live: sum(answers.filter(live)) };
}

/** Runs in the page and in its frame, before anything else does. */
function watch() {
  if (window !== top) {
    const origin = performance.timeOrigin;
    window.inside = Promise.withResolvers();
    let readable;
    const look = () => {
      const { documentElement: root } = document;
      if (!root) return;
      if (!readable && document.querySelector(".card-name")) {
        readable = new Promise((drawn) => {
          // A picture is drawn once all style is there; what runs next comes after it.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => drawn(performance.now());
            port2.postMessage(0);
          });
        });
      }
      if (!("ready" in root.dataset)) return;
      eyes.disconnect();
      const ready = performance.now();
      readable.then((readable) => window.inside.resolve({ origin, readable, ready }));
    };
    const eyes = new MutationObserver(look);
    eyes.observe(document, { subtree: true, childList: true, attributeFilter: ["data-ready"] });
    return;
  }
  // The largest paint, and the layout shift of the worst window of five seconds, with
  // less than one between its shifts, as browsers report both to those who ask.
  window.seen = { paint: 0, shift: 0 };
  const watched = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watched("largest-contentful-paint", ({ startTime }) => {
    window.seen.paint = startTime;
  });
  let [begun, last, sum] = [0, -Infinity, 0];
  watched("layout-shift", ({ startTime, value, hadRecentInput }) => {
    if (hadRecentInput) return;
    if (startTime - last > 1000 || startTime - begun > 5000) [begun, sum] = [startTime, 0];
    [last, sum] = [startTime, sum + value];
    window.seen.shift = Math.max(window.seen.shift, sum);
  });
}

/* Two ways to give a frame its height. */

/** How soon each script follows its content, and what it weighs. */
async function followers(browser, town) {
  const [outer, inner] = [await fetched("/embed.js"), await fetched(await frameScript())];
  const modules = process.env.NODE_PATH.split(path.delimiter);
  const file = (name) => {
    const found = modules.map((folder) => path.join(folder, name)).find((it) => fs.existsSync(it));
    if (!found) throw new Error(`${name} is not installed`);
    return fs.readFileSync(found, "utf8");
  };
  const all = [
    {
      name: "embed.js",
      outer,
      inner,
      kind: "module",
      mark: "data-interreg-explorer",
      start: "",
    },
    {
      name: "iframe-resizer",
      outer: file("iframe-resizer/js/iframeResizer.min.js"),
      inner: file("iframe-resizer/js/iframeResizer.contentWindow.min.js"),
      kind: "text/javascript",
      mark: "",
      start: "iFrameResize({}, 'iframe')",
    },
  ];
  const tasks = all.map(({ name, outer, inner, kind, mark, start }, n) => {
    const script = "text/javascript; charset=utf-8";
    const [outside, inside] = [
      town.put(`/outer-${n}.js`, outer, script),
      town.put(`/inner-${n}.js`, inner, script),
    ];
    const content = `<body style="margin: 0"><main style="height: 500px"></main>
      <script>addEventListener("message", ({ data }) => {
        if (data.height) document.querySelector("main").style.height = data.height + "px";
      })</script><script type="${kind}" src="${inside}"></script></body>`;
    town.page(`/content-${n}`, content);
    const src = town.at(`/content-${n}`, "127.0.0.1");
    const address = town.page(
      `/around-${n}`,
      `<body><iframe ${mark} src="${src}" width="600" height="300" style="border: 0"></iframe>
        <script src="${outside}"></script><script>${start}</script></body>`,
    );
    return async () => {
      console.log(`  heights: ${name}`);
      return follow(browser, address);
    };
  });
  const times = await inTurn(Number(runs), tasks);
  const packed = (text) =>
    zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  return all.map(({ name, outer, inner }, n) => ({
    name,
    changes: CHANGES,
    outer: packed(outer),
    inner: packed(inner),
    times: times[n],
  }));
}

/** A file of the explorer's. */
async function fetched(path) {
  const answer = await fetch(new URL(path, explorer));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}

/** Where its pages say that the script of a frame is. */
async function frameScript() {
  const found = /\/pkg\/frame[-.][^"]*\.js/.exec(await fetched("/nl/widget"));
  if (!found) throw new Error("the widget names no script of a frame");
  return found[0];
}

/** Changes the content of a frame many times: how long until the frame is as high. */
function follow(browser, address) {
  return inContext(browser, SCREENS[0][1], async (_, page) => {
    await page.goto(address);
    await page.waitForFunction(
      () => Math.abs(document.querySelector("iframe").clientHeight - 500) < 3,
      null,
      { timeout: PATIENCE },
    );
    const changes = page.evaluate(async (changes) => {
      const frame = document.querySelector("iframe");
      const drawn = () => new Promise(requestAnimationFrame);
      const times = [];
      for (let n = 0; n < changes; n += 1) {
        // Higher and lower by turns, and nowhere twice.
        const height = n % 2 ? 500 - n : 1200 + n;
        await drawn();
        const start = performance.now();
        const right = new Promise((right) => {
          const eyes = new ResizeObserver(() => {
            if (Math.abs(frame.clientHeight - height) > 2) return;
            eyes.disconnect();
            right(performance.now() - start);
          });
          eyes.observe(frame);
        });
        frame.contentWindow.postMessage({ height }, "*");
        times.push(await right);
        // Whatever a script still does for this change is not part of the next.
        await new Promise((rest) => setTimeout(rest, 120));
      }
      return times;
    }, CHANGES);
    return within("frame of the right height", changes);
  });
}
