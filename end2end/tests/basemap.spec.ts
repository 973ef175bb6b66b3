// The map on an operator's own basemap: its tiles come through our server and from
// nowhere else, and where they do not come, ours are there.

import type { Page } from '@playwright/test';
import { ALL } from './fixtures/catalogue.ts';
import { bothWays, CREDIT, expect, test } from './fixtures/basemap.ts';
import { MapView } from './fixtures/map-view.ts';
import { COLOURS, type Colour } from './fixtures/tiles.ts';

const IN_GRONINGEN = '4 projects in Groningen';
const UNREACHED = 'The usual background map cannot be reached; this one is our own.';

/** The paths of the tiles that a page asks for, from now on. */
function tiles(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/tiles/')) asked.push(pathname);
  });
  const of = (pattern: RegExp) => asked.filter((path) => pattern.test(path)).length;
  return {
    light: () => of(/^\/tiles\/custom\/light\/\d+\/\d+\/\d+$/),
    dark: () => of(/^\/tiles\/custom\/dark\/\d+\/\d+\/\d+$/),
    ours: () => of(/^\/tiles\/\d+\/\d+\/\d+\.mvt$/),
    all: () => asked.length,
  };
}

/** The colours of the basemap in the middle of the map and in two of its corners. */
const basemap = (page: Page) =>
  page.locator('.map-engine canvas').first().evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { width, height } = canvas;
    // A copy, which does not mind being read.
    const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    return [
      [width / 2, height / 2],
      [4, 4],
      [width - 4, height - 4],
    ].map(([x, y]) => {
      copy?.clearRect(0, 0, 1, 1);
      copy?.drawImage(canvas, x ?? 0, y ?? 0, 1, 1, 0, 0, 1, 1);
      return [...(copy?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    });
  });

const everywhere = (colour: Colour) => [[...colour], [...colour], [...colour]];

/** What the map says, one after the other. */
async function told(page: Page) {
  await page.locator('.map-said').evaluate((said) => {
    const told: string[] = [];
    Object.assign(window, { told });
    const listen = () => {
      const text = said.textContent ?? '';
      if (text !== '' && text !== told.at(-1)) told.push(text);
    };
    new MutationObserver(listen).observe(said, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { told: string[] }).told);
}

test('the operator’s tiles come with the first interest, through us, and no marker moves', async ({
  explorer,
  page,
  source,
}) => {
  const asked = tiles(page);
  await explorer.open('/en');
  const map = new MapView(page);
  await map.surface.scrollIntoViewIfNeeded();
  const before = await map.markers();
  expect(before.size).toBe(4);
  expect(asked.all()).toBe(0);
  const said = await told(page);
  await map.wake();
  expect(asked.light()).toBeGreaterThan(0);
  expect(asked.all()).toBe(asked.light());
  // The server has asked for us, and for nothing else.
  expect(source.asked.length).toBeGreaterThan(0);
  for (const path of source.asked) expect(path).toMatch(/^\/(light|dark)\/\d+\/\d+\/\d+\.png$/);
  await expect.poll(() => basemap(page)).toEqual(everywhere(COLOURS.light));
  await map.expectAt(before);
  await explorer.expectFound(ALL, '');
  expect(await said()).toEqual([]);
  await explorer.axe();
});

test('it is looked at as closely as its tiles reach, and moved like ours', async ({
  explorer,
  page,
}) => {
  const asked = tiles(page);
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const before = await map.markers();
  await map.drag({ x: 60, y: 40 });
  await map.expectMoved(before, IN_GRONINGEN, { x: 60, y: 40 });
  await page.getByRole('button', { name: 'Show all results' }).click();
  await map.expectAt(before);
  const closest = new Set<number>();
  page.on('request', (request) => {
    const zoom = /^\/tiles\/custom\/light\/(\d+)\//.exec(new URL(request.url()).pathname)?.[1];
    if (zoom) closest.add(Number(zoom));
  });
  const closer = page.getByRole('button', { name: 'Zoom in' });
  for (let press = 0; press < 10; press += 1) await closer.click();
  await expect.poll(() => Math.max(...closest)).toBe(12);
  await expect.poll(() => basemap(page)).toEqual(everywhere(COLOURS.light));
  expect(asked.ours() + asked.dark()).toBe(0);
});

test('dark pages have the dark tiles, and change with the colours', async ({ explorer, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const asked = tiles(page);
  await explorer.open('/en');
  await new MapView(page).wake();
  expect(asked.dark()).toBeGreaterThan(0);
  expect(asked.all()).toBe(asked.dark());
  await expect.poll(() => basemap(page)).toEqual(everywhere(COLOURS.dark));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => basemap(page)).toEqual(everywhere(COLOURS.light));
  expect(asked.light()).toBeGreaterThan(0);
  expect(asked.ours()).toBe(0);
});

test('the map of a project stands on it, too', async ({ explorer, page }) => {
  const asked = tiles(page);
  await explorer.open('/en/projects/bling');
  const map = new MapView(page);
  await map.surface.scrollIntoViewIfNeeded();
  const before = await map.markers();
  await map.wake();
  await map.expectAt(before);
  expect(asked.light()).toBeGreaterThan(0);
  expect(asked.all()).toBe(asked.light());
  await expect(page.locator('.map-credit a').last()).toHaveText(CREDIT.text);
});

bothWays(() => {
  test('whose basemap it is stands on the map, with a link', async ({ explorer, page }) => {
    for (const address of ['/en', '/de/projects/bling']) {
      await explorer.open(address);
      const credit = page.locator('.map-credit a').last();
      await expect(credit).toHaveText(CREDIT.text);
      await expect(credit).toHaveAttribute('href', CREDIT.link);
      await expect(credit).toHaveAttribute('rel', 'external noopener');
      await expect(credit).toBeVisible();
    }
    await explorer.axe();
  });
});

test.describe('a source without dark tiles', () => {
  test.use({ basemap: 'light' });

  test('has its light ones on dark pages', async ({ explorer, page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const asked = tiles(page);
    await explorer.open('/en');
    await new MapView(page).wake();
    expect(asked.light()).toBeGreaterThan(0);
    expect(asked.all()).toBe(asked.light());
    await expect.poll(() => basemap(page)).toEqual(everywhere(COLOURS.light));
  });
});

test.describe('a source that is down', () => {
  test.use({ basemap: 'dead' });

  test('leaves the map on our own basemap, which says so once', async ({
    explorer,
    page,
    watch,
  }) => {
    watch.allow(
      /^console\.error: Failed to load resource: the server responded with a status of 502 \(Bad Gateway\) \(http:\/\/127\.0\.0\.1:\d+\/tiles\/custom\/light\/\d+\/\d+\/\d+\)$/,
    );
    const asked = tiles(page);
    await explorer.open('/en');
    const map = new MapView(page);
    await map.surface.scrollIntoViewIfNeeded();
    const before = await map.markers();
    const said = await told(page);
    await map.wake();
    expect(asked.light()).toBeGreaterThan(0);
    expect(asked.ours()).toBeGreaterThan(0);
    await expect(page.locator('.map-said')).toHaveText(UNREACHED);
    await map.expectAt(before);
    await explorer.expectFound(ALL, '');
    await explorer.axe();
    // It is moved like any other, and that source is not asked again.
    const custom = asked.light();
    await map.drag({ x: 60, y: 40 });
    await map.expectMoved(before, IN_GRONINGEN, { x: 60, y: 40 });
    const ours = asked.ours();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(asked.ours).toBeGreaterThan(ours);
    expect(asked.light()).toBe(custom);
    await page.getByRole('button', { name: 'Show all results' }).click();
    await map.expectAt(before);
    expect(await said()).toEqual([UNREACHED]);
    // Its markers lead where they lead.
    await page.getByRole('link', { name: 'I2I, Assen' }).click();
    await expect(page).toHaveURL('/en/projects/i2i-from-isolation-to-inclusion');
  });
});
