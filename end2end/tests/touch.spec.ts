// The map under fingers: one moves it on our own page; in another site's, one
// scrolls that page and two move the map.

import type { Frame, Page } from '@playwright/test';
import { Fingers } from './fixtures/fingers.ts';
import { type Point, MapView } from './fixtures/map-view.ts';
import { expect, test } from './fixtures/test.ts';

const IN_GRONINGEN = '4 projects in Groningen';
const IN_LEEUWARDEN = '4 projects in Leeuwarden';
const TWO_FINGERS = 'Use two fingers to move the map';

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

/** Points of the map, as shares of its width and height. */
async function on(map: MapView, ...shares: [number, number][]): Promise<Point[]> {
  const box = await map.surface.boundingBox();
  if (!box) throw new Error('no map');
  return shares.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}

const by = (points: Point[], dx: number, dy: number) =>
  points.map(({ x, y }) => ({ x: x + dx, y: y + dy }));

/** Brings the map to the middle of the window, and touches it where no marker is. */
async function touched(map: MapView, fingers: Fingers) {
  await map.surface.evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  const corner = await on(map, [0.05, 0.05]);
  await fingers.tap(...corner);
  await map.ready();
}

const apart = (map: MapView) => map.apart(IN_GRONINGEN, IN_LEEUWARDEN);

const scrolled = (page: Page | Frame) => page.evaluate(() => scrollY);

test.describe('on our own page', () => {
  test('one finger moves the map, and the page stays', async ({ explorer, page }) => {
    await explorer.open('/en?view=map');
    const [map, fingers] = [new MapView(page), await Fingers.of(page)];
    await touched(map, fingers);
    const [before, stood] = [await map.markers(), await scrolled(page)];
    const from = await on(map, [0.3, 0.8]);
    await fingers.move(from, by(from, 60, -80));
    await map.expectMoved(before, IN_GRONINGEN, { x: 60, y: -80 });
    expect(await scrolled(page)).toBe(stood);
    await expect(page.locator('.map-said')).toBeHidden();
    await expect(page).toHaveURL(/\/en\?view=map&at=[^&]+$/);
  });

  test('two fingers zoom it, and nothing else', async ({ explorer, page }) => {
    await explorer.open('/en?view=map');
    const [map, fingers] = [new MapView(page), await Fingers.of(page)];
    await touched(map, fingers);
    const wide = await apart(map);
    const together = await on(map, [0.4, 0.8], [0.6, 0.8]);
    const asunder = await on(map, [0.3, 0.8], [0.7, 0.8]);
    await fingers.move(together, asunder);
    await expect.poll(() => apart(map)).toBeGreaterThan(wide * 1.5);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
    await fingers.move(asunder, together);
    await expect.poll(() => apart(map)).toBeLessThan(wide * 1.2);
    await expect(page.locator('.map-said')).toBeHidden();
  });

  test('a marker is followed by a tap, and moves the map when it is dragged', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?view=map');
    const [map, fingers] = [new MapView(page), await Fingers.of(page)];
    await touched(map, fingers);
    const before = await map.markers();
    const marker = async () => {
      const { x, y } = (await map.markers()).get('I2I, Assen') ?? { x: 0, y: 0 };
      return by(await on(map, [0, 0]), x, y);
    };
    const from = await marker();
    const others = page.waitForResponse(/fn\/markers/);
    await fingers.move(from, by(from, -40, 30));
    await map.expectMoved(before, 'I2I, Assen', { x: -40, y: 30 });
    await expect(page).toHaveURL(/\/en\?view=map&at=[^&]+$/);
    await others;
    await map.still();
    await fingers.tap(...(await marker()));
    await expect(page).toHaveURL('/en/projects/i2i-from-isolation-to-inclusion');
  });
});

test.describe('in the page of another site', () => {
  /** A page of the same origin around the explorer: no other origin may have it in a
   *  frame yet. */
  async function framed(page: Page, address: string): Promise<Frame> {
    const host = `<!DOCTYPE html><html lang="en"><head><title>A town hall</title>
      <meta name="viewport" content="width=device-width"></head><body>
      <h1>A town hall</h1><iframe title="Projects" width="300" height="620" src="${address}"></iframe>
      ${'<p>More about the town.</p>'.repeat(40)}</body></html>`;
    await page.route('**/town-hall', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: host }),
    );
    await page.goto('/town-hall');
    const frame = page.frames().find((frame) => frame !== page.mainFrame());
    if (!frame) throw new Error('no frame');
    await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
    return frame;
  }

  const far = async (page: Page, frame: Frame) => (await scrolled(page)) + (await scrolled(frame));

  /** Where markers stand on the map, to the pixel. */
  async function within(map: MapView) {
    const markers = [...(await map.markers())];
    return markers.map(([name, { x, y }]) => [name, Math.round(x), Math.round(y)]);
  }

  test('one finger scrolls that page, and the map says what moves it', async ({ page }) => {
    const frame = await framed(page, '/en?view=map');
    const [map, fingers] = [new MapView(page, frame), await Fingers.of(page)];
    await touched(map, fingers);
    const said = frame.locator('.map-said');
    await expect(said).toBeHidden();
    const [before, stood] = [await within(map), await far(page, frame)];
    const from = await on(map, [0.3, 0.8]);
    await fingers.move(from, by(from, 0, -120));
    await expect.poll(() => far(page, frame)).toBeGreaterThan(stood + 20);
    await expect(said).toHaveText(TWO_FINGERS);
    expect(await within(map)).toEqual(before);
  });

  test('one finger to the side moves nothing, and the map says what would', async ({ page }) => {
    const frame = await framed(page, '/en?view=map');
    const [map, fingers] = [new MapView(page, frame), await Fingers.of(page)];
    await touched(map, fingers);
    const [before, stood] = [await within(map), await far(page, frame)];
    const from = await on(map, [0.3, 0.8]);
    await fingers.move(from, by(from, 80, 0));
    await expect(frame.locator('.map-said')).toHaveText(TWO_FINGERS);
    expect(await within(map)).toEqual(before);
    expect(await far(page, frame)).toBe(stood);
  });

  test('two fingers move it, and that page stays', async ({ page }) => {
    const frame = await framed(page, '/en?view=map');
    const [map, fingers] = [new MapView(page, frame), await Fingers.of(page)];
    await touched(map, fingers);
    const [before, stood, wide] = [await map.markers(), await far(page, frame), await apart(map)];
    const from = await on(map, [0.3, 0.8], [0.6, 0.8]);
    await fingers.move(from, by(from, 30, -60));
    await map.expectMoved(before, IN_GRONINGEN, { x: 30, y: -60 });
    expect(await far(page, frame)).toBe(stood);
    expect(await apart(map)).toBeCloseTo(wide, -1);
    await expect(frame.locator('.map-said')).toBeHidden();
  });
});
