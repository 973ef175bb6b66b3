// What the visits of `map.cjs`, `click.cjs` and `embed.cjs` share: the browser, and how they wait.
//
// The variables CHROMIUM and CHROMIUM_NO_SANDBOX are those of the browser tests.
"use strict";

const fs = require("node:fs");
const { chromium } = require("@playwright/test");

/** How long one thing may take, in milliseconds. */
const PATIENCE = 30_000;
/** No request is under way for so long: then a page has what it wants. */
const QUIET = 400;

/** Writes the report that `measure` makes with a browser. */
async function report(out, measure) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.env.CHROMIUM_NO_SANDBOX ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const seen = await measure(browser);
    fs.writeFileSync(out, JSON.stringify({ browser: browser.version(), ...seen }));
  } finally {
    await browser.close();
  }
}

/** Does something in a browser context of its own, whose cache is empty. */
async function inContext(browser, options, task) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const broken = [];
    page.on("pageerror", (error) => broken.push(error.message));
    const seen = await task(context, page);
    if (broken.length > 0) throw new Error(`${page.url()}: ${broken.join("; ")}`);
    return seen;
  } finally {
    await context.close();
  }
}

/** Every task once, uncounted, to warm the server; then all in turn, so often. */
async function inTurn(runs, tasks) {
  const seen = tasks.map(() => []);
  for (let run = 0; run <= runs; run += 1) {
    for (const [n, task] of tasks.entries()) {
      const one = await task();
      if (run > 0) seen[n].push(one);
    }
  }
  return seen;
}

/** Waits until of these requests, which grow, none has been under way for a while. */
async function quiet(requests) {
  let [since, count] = [Date.now(), requests.size];
  while (Date.now() - since < QUIET) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const busy = [...requests.values()].some(({ ended }) => !ended);
    if (busy || requests.size !== count) [since, count] = [Date.now(), requests.size];
  }
}

/** What a promise gives, unless that takes too long. */
async function within(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} in ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs a whole program, whose failure is its exit. */
function run(main) {
  main().catch((error) => {
    console.error(error);
    process.exit(1);
  });
}

module.exports = { PATIENCE, report, inContext, inTurn, quiet, within, run };
