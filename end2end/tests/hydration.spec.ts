// Hydration: nothing moves, nothing is lost.

import type { Page } from '@playwright/test';
import { ALL, GRONINGEN, LEEUWARDEN } from './fixtures/catalogue.ts';
import { expect, expectProjects, ready, test } from './fixtures/test.ts';

/** Keeps the wasm back until the returned function is called. */
async function hold(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let asked = () => {};
  const wanted = new Promise<void>((resolve) => (asked = resolve));
  await page.route('**/*.wasm', async (route) => {
    asked();
    await released;
    await route.continue();
  });
  return { wanted, release };
}

const PAGES = {
  'the explorer': '/en?city=leeuwarden&theme=-food&q=le&budget=1000000..&from=2020&sort=title',
  'the explorer with nothing found': '/nl?q=nothingatall&city=emmen',
  'the explorer with notices': '/de?city=atlantis&from=yesterday',
  'a project': '/fy/projects/bling',
  'a project that does not exist': '/en/projects/atlantis',
  'a page that does not exist': '/en/atlantis',
};

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} is hydrated as it is: no node changes and nothing moves`, async ({
    page,
    watch,
  }) => {
    watch.allow(/status of 404/);
    await page.addInitScript(() => {
      const seen = { changes: [] as string[], shifts: [] as PerformanceEntry[] };
      Object.assign(window, { seen });
      const inside = (node: Node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('body > *');
      // The document has been read and no module has run.
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        new MutationObserver((records) => {
          for (const { type, target, addedNodes, removedNodes } of records) {
            const changed = [...addedNodes, ...removedNodes].map((node) => node.nodeName);
            if (inside(target)) seen.changes.push(`${type} in ${target.nodeName}: ${changed}`);
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      new PerformanceObserver((list) => {
        seen.shifts.push(...list.getEntries());
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address);
    await ready(page);
    // Two frames later a shift would have been noticed.
    const seen = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      const { changes, shifts } = Reflect.get(window, 'seen');
      // While a page is still being read, the languages in its header may make room for
      // the next. The client is there later.
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const client = resources.find(({ name }) => name.endsWith('.wasm'))?.responseEnd;
      const late = ({ startTime }: PerformanceEntry) => startTime > (client ?? 0);
      return { changes, client: client !== undefined, shifts: shifts.filter(late) };
    });
    expect(seen).toEqual({ changes: [], client: true, shifts: [] });
  });
}

test('the page is complete before any script', async ({ page }) => {
  // Neither answered nor refused: a script that is on its way.
  await page.route(/\/pkg\/.*\.(js|wasm)/, () => {});
  await page.goto('/en?city=groningen');
  await expectProjects(page, GRONINGEN);
  await expect(page.locator('#found')).toHaveText('4 projects found');
  await expect(page.locator('.basemap path').first()).toBeVisible();
  await expect(page.getByRole('link', { name: '4 projects in Groningen' })).toBeVisible();
  await expect(page.locator('html[data-ready]')).toHaveCount(0);
});

test('text typed before hydration stays and is applied', async ({
  explorer,
  page,
}) => {
  const wasm = await hold(page);
  await page.goto('/en');
  const box = page.getByRole('searchbox');
  await box.pressSequentially('blockch');
  await wasm.wanted;
  await expectProjects(page, ALL);
  wasm.release();
  await explorer.arrived();
  await explorer.expectFound(['BLING'], 'q=blockch');
  await expect(box).toHaveValue('blockch');
  await expect(box).toBeFocused();
  // And typing goes on where it was.
  await box.pressSequentially('ain gov');
  await explorer.expectFound(['BLING'], 'q=blockchain%20gov');
});

test('what is ticked and chosen before hydration is applied', async ({
  explorer,
  page,
}) => {
  const wasm = await hold(page);
  await page.goto('/en');
  await explorer.box('city', 'leeuwarden').check();
  await page.locator('select[name="from"]').selectOption('2024');
  await explorer.box('status', 'ongoing').check();
  await wasm.wanted;
  await expectProjects(page, ALL);
  wasm.release();
  await explorer.arrived();
  await explorer.expectFound(['IB-Green', 'SCEPA'], 'city=leeuwarden&status=ongoing&from=2024');
  await expect(explorer.box('city', 'leeuwarden')).toBeChecked();
  await expect(explorer.box('status', 'ongoing')).toBeFocused();
});

test('a form sent before hydration works as a form', async ({
  explorer,
  page,
  watch,
}) => {
  // The page is left before its wasm has come.
  watch.allow(/^failed: .*\.wasm net::ERR_ABORTED/);
  const wasm = await hold(page);
  await page.goto('/en');
  await wasm.wanted;
  await page.getByRole('searchbox').fill('malmo');
  await page.getByRole('searchbox').press('Enter');
  await expect(page).toHaveURL('/en?q=malmo');
  wasm.release();
  await explorer.arrived();
  await explorer.expectFound(['BLING'], 'q=malmo');
});

test('a filter keeps focus, scroll and the very box that was ticked', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  const box = explorer.box('theme', 'sustainable-energy');
  await box.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 300));
  const node = await box.elementHandle();
  await box.focus();
  await page.keyboard.press('Space');
  await explorer.expectFound(['SCEPA', 'WaterWarmth'], 'theme=sustainable-energy');
  await expect(box).toBeFocused();
  expect(await node?.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(300);
  await page.keyboard.press('Space');
  await explorer.expectFound(ALL, '');
  await expect(box).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(300);
});

test('the focus is not lost with a chip that is dropped', async ({ explorer, page }) => {
  await explorer.open('/en?city=leeuwarden&theme=transport');
  await page.getByRole('link', { name: 'Remove filter: Transport' }).last().focus();
  await page
    .locator('.chips')
    .getByRole('link', { name: 'Remove filter: Transport' })
    .press('Enter');
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('content');
  await page
    .locator('.chips')
    .getByRole('link', { name: 'Remove filter: Leeuwarden' })
    .press('Enter');
  await explorer.expectFound(ALL, '');
  // No chip is left to go to; the number found is.
  await expect(page.locator('#found')).toBeFocused();
});

test('a project page opens without a new document, with its heading in focus', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en?city=emmen');
  await page.getByRole('link', { name: 'Natuurpark Moor Veenland', exact: true }).click();
  await expect(page).toHaveURL('/en/projects/natuurpark-moor-veenland?city=emmen');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Natuurpark Moor Veenland – Interreg Explorer');
  // Its map was not in the page that came from the server.
  await expect(page.locator('.partners-map .basemap path').first()).toBeVisible();
  await explorer.expectSameDocument();
  await explorer.axe();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a late answer to an earlier question unticks nothing', async ({ explorer, page }) => {
  await explorer.open('/en');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/explore\?.*query=city%3Dleeuwarden&/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const box = (name: string, value: string) =>
    page.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);
  await box('city', 'leeuwarden').check();
  await expect(page).toHaveURL('/en?city=leeuwarden');
  await box('theme', 'transport').check();
  release();
  await explorer.expectFound(['Active Cities'], 'city=leeuwarden&theme=transport');
  await expect(box('city', 'leeuwarden')).toBeChecked();
  await expect(box('theme', 'transport')).toBeChecked();
});
