// Ticks a theme in Chromium, and notes how long the page took to show the answer:
//
//   node click.cjs RUNS OUT ADDRESS...
//
// Each ADDRESS is an explorer's page; they are visited in turn, so that two programs can
// be compared. OUT gets for each of them the figures of RUNS visits, in milliseconds
// after the click: the last change of the document, and the second animation frame after
// it, by when the change is on the screen. Medians and tables are xtask's
// (`xtask/src/bench/click.rs`). Every visit has a browser context of its own, so its
// cache is empty; one visit before the others warms the server and is not counted.
"use strict";

const { report, inContext, inTurn, run, within } = require("./browser.cjs");

const VIEWPORT = { width: 1440, height: 900 };
/** The document has not changed for so long: then it shows the answer. */
const STILL = 600;
/** How often each visit ticks and unticks the theme. */
const TICKS = 6;

const [runs, out, ...addresses] = process.argv.slice(2);

run(() =>
  report(out, async (browser) => {
    const visits = addresses.map((address) => () => visit(browser, address));
    const seen = await inTurn(Number(runs), visits);
    return { sites: seen.map((visits) => visits.flat()) };
  }),
);

/** The times of every tick of one visit. */
async function visit(browser, address) {
  console.log(`  ${address}`);
  return inContext(browser, { viewport: VIEWPORT }, async (_, page) => {
    await page.goto(address);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    const box = page.locator('input[type=checkbox][name="theme"]').first();
    await box.evaluate((box) => {
      for (let at = box; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    });
    await box.scrollIntoViewIfNeeded();
    await page.waitForTimeout(STILL);
    const times = [];
    for (let tick = 0; tick < TICKS; tick += 1) {
      await page.evaluate(watch, STILL);
      await box.click();
      times.push(await within("answer", page.evaluate(() => window.answered)));
    }
    return times;
  });
}

/**
 * Runs in the page: the times of the last change after the next click, and of the second
 * frame after it.
 */
function watch(still) {
  window.answered = new Promise((resolve) => {
    let click;
    let seen;
    let timer;
    const changed = () => {
      if (click === undefined) return;
      const change = performance.now() - click;
      seen = { change, frame: undefined };
      const mine = seen;
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          mine.frame = performance.now() - click;
        }),
      );
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve(seen);
      }, still);
    };
    const observer = new MutationObserver(changed);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const options = { capture: true, once: true };
    addEventListener("click", ({ timeStamp }) => (click = timeStamp), options);
  });
}
