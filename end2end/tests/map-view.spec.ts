// The map that moves: its engine comes at the first sign of interest, and changes
// nothing but that the map can be moved.

import { ALL, GRONINGEN, LEEUWARDEN } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';
import { MapView } from './fixtures/map-view.ts';

const ENGINE = /\/pkg\/map[-.][^/]*\.js$/;
const IN_GRONINGEN = '4 projects in Groningen';
const IN_LEEUWARDEN = '4 projects in Leeuwarden';

test('the engine comes with the first interest, and no marker moves', async ({ explorer, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const engine = () => asked.filter((url) => ENGINE.test(new URL(url).pathname)).length;
  const tiles = () => asked.filter((url) => url.includes('/tiles/')).length;
  await explorer.open('/en');
  await page.locator('.card').first().hover();
  const map = new MapView(page);
  await map.surface.scrollIntoViewIfNeeded();
  const before = await map.markers();
  expect(before.size).toBe(4);
  expect(engine() + tiles()).toBe(0);
  await page.locator('.map .marker').evaluateAll((markers) => {
    for (const marker of markers) Object.assign(marker, { wasThere: true });
  });
  await map.wake();
  expect(engine()).toBe(1);
  expect(tiles()).toBeGreaterThan(0);
  await map.expectAt(before);
  const same = await page
    .locator('.map .marker')
    .evaluateAll((markers) => markers.map((marker) => 'wasThere' in marker));
  expect(same).toEqual([true, true, true, true]);
  await explorer.expectFound(ALL);
  await explorer.axe();
});

test.describe('for those who do not mind motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('there is never nothing where the basemap is: one fades in over the other', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en');
    const map = new MapView(page);
    // In every picture from now on: is the drawing there, and how much of the engine's?
    const pictures = map.surface.evaluate(
      (surface) =>
        new Promise<{ drawing: boolean; basemap: number }[]>((done) => {
          const seen: { drawing: boolean; basemap: number }[] = [];
          const look = () => {
            const [drawing, basemap] = ['.basemap', '.map-engine .ol-viewport'].map((part) => {
              const element = surface.querySelector(part);
              return element && getComputedStyle(element);
            });
            seen.push({
              drawing: drawing?.visibility === 'visible',
              basemap: Number(basemap?.opacity ?? 0),
            });
            if (drawing?.visibility === 'hidden') done(seen);
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await map.wake();
    const bare = (await pictures).filter(({ drawing, basemap }) => !drawing && basemap < 1);
    expect(bare).toEqual([]);
  });
});

test('the map is awake once it is opened on a phone', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await explorer.open('/en');
  const map = new MapView(page);
  await expect(map.surface).toBeHidden();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(map.surface).toBeVisible();
  await map.ready();
  await explorer.expectSameDocument();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await explorer.axe();
});

test('the markers follow the map, and all results bring it back', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const before = await map.markers();
  await map.drag({ x: 60, y: 40 });
  await map.expectMoved(before, IN_GRONINGEN, { x: 60, y: 40 });
  const by = await map.moved(before, IN_GRONINGEN);
  // All of them as one.
  expect(await map.moved(before, IN_LEEUWARDEN)).toEqual({
    x: expect.closeTo(by.x, 0),
    y: expect.closeTo(by.y, 0),
  });
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect
    .poll(async () => (await map.markers()).get(IN_GRONINGEN)?.x)
    .not.toBeCloseTo((before.get(IN_GRONINGEN)?.x ?? 0) + by.x, 0);
  await page.getByRole('button', { name: 'Show all results' }).click();
  await map.expectAt(before);
  await explorer.expectFound(ALL, '');
});

test('a filter that comes while the engine does is where the map goes', async ({
  explorer,
  page,
}) => {
  // The engine takes its time.
  let go: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(ENGINE, async (route) => {
    await held;
    await route.continue();
  });
  await explorer.open('/en');
  const map = new MapView(page);
  await map.surface.hover({ position: { x: 5, y: 5 } });
  await page.getByRole('link', { name: 'Partners', exact: true }).click();
  await expect(page.locator('.map .marker.cluster').first()).toBeVisible();
  const before = await map.markers();
  go();
  await map.ready();
  await map.expectAt(before);
});

test('the box says what the address says', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const before = await map.markers();
  const follow = page.getByRole('checkbox', { name: 'Search as I move the map' });
  await follow.check();
  await expect(page).toHaveURL(/bbox=/);
  await page.goBack();
  await expect(page).toHaveURL('/en');
  await expect(follow).not.toBeChecked();
  await follow.check();
  await map.drag({ x: 80, y: 0 });
  await expect(page.locator('.chip')).toHaveText('This part of the map');
  // All results are everywhere, not in that part.
  await page.getByRole('button', { name: 'Show all results' }).click();
  await explorer.expectFound(ALL, '');
  await expect(follow).not.toBeChecked();
  await map.expectAt(before);
});

test('a moved map shows what the list shows, whatever comes first', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  await map.drag({ x: 40, y: 10 });
  // Markers that cannot be had do not leave those of another question standing.
  await page.route(/\/fn\/markers/, (route) => route.fulfill({ status: 204, body: '' }));
  await page.getByRole('link', { name: 'Cooperation', exact: true }).click();
  await expect(page.locator('.map .marker.node').first()).toBeVisible();
  await expect(page.locator('.network-lines .link').first()).toBeAttached();
  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  await expect(page.locator('.map .marker.node')).toHaveCount(0);
  await explorer.expectFound(ALL);
});

test('without its engine the map stays what it was', async ({ explorer, page, watch }) => {
  watch.allow(/map-\w+\.js|the map stays a picture/);
  await page.route(ENGINE, (route) => route.fulfill({ status: 404, body: '' }));
  await explorer.open('/en');
  const map = new MapView(page);
  await map.surface.hover({ position: { x: 5, y: 5 } });
  await expect(map.surface).toHaveAttribute('data-engine', 'failed');
  await expect(page.locator('.map-buttons')).toBeHidden();
  await page.getByRole('link', { name: IN_GRONINGEN }).click();
  await expect(page.getByRole('group', { name: IN_GRONINGEN })).toBeVisible();
});

test('a list at a marker takes the focus, and gives it back', async ({ explorer, page }) => {
  await explorer.open('/en');
  await new MapView(page).wake();
  const marker = page.getByRole('link', { name: IN_GRONINGEN });
  await expect(marker).toHaveAttribute('aria-expanded', 'false');
  await marker.focus();
  await page.keyboard.press('Enter');
  await expect(marker).toHaveAttribute('aria-expanded', 'true');
  const list = page.getByRole('group', { name: IN_GRONINGEN });
  await expect(list.locator('li a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(marker).toBeFocused();
});

test('on paper the markers stand on the drawing of the server', async ({ explorer, page }) => {
  await explorer.open('/en/projects/bling');
  const map = new MapView(page);
  const before = await map.markers();
  await map.wake();
  await map.drag({ x: 90, y: 60 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.partners-map .basemap')).toBeVisible();
  await expect(page.locator('.map-engine')).toBeHidden();
  // The map is smaller on paper, and the markers with it.
  const [box, name] = [await map.surface.boundingBox(), [...before.keys()][0] ?? ''];
  const shares = (await map.markers()).get(name);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  const wide = await map.surface.boundingBox();
  const first = before.get(name);
  expect((shares?.x ?? 0) / (box?.width ?? 1)).toBeCloseTo((first?.x ?? 9) / (wide?.width ?? 1), 1);
  expect((shares?.y ?? 0) / (box?.height ?? 1)).toBeCloseTo((first?.y ?? 9) / (wide?.height ?? 1), 1);
});

test('a marker that was dragged is not followed', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const before = await map.markers();
  await map.drag({ x: -50, y: 20 }, before.get('I2I, Assen'));
  await map.expectMoved(before, 'I2I, Assen', { x: -50, y: 20 });
  await expect(page).toHaveURL(/\/en\?at=[^&]+$/);
  await page.getByRole('link', { name: 'I2I, Assen' }).click();
  await expect(page).toHaveURL('/en/projects/i2i-from-isolation-to-inclusion');
});

test('the list follows the map when it is asked to', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const follow = page.getByRole('checkbox', { name: 'Search as I move the map' });
  await follow.check();
  await expect(page).toHaveURL(/bbox=/);
  await explorer.expectFound(ALL);
  // Leeuwarden lies in the west: at the eastern edge it is alone.
  const width = (await map.surface.boundingBox())?.width ?? 0;
  const west = (await map.markers()).get(IN_LEEUWARDEN)?.x ?? 0;
  await map.drag({ x: width - west - 40, y: 0 });
  await explorer.expectFound(LEEUWARDEN);
  await expect(page.locator('.chip')).toHaveText('This part of the map');
  // The same address is the same list and the same part of the map for anybody.
  const shared = page.url();
  const before = await map.markers();
  await page.goto(shared);
  await explorer.arrived();
  await explorer.expectFound(LEEUWARDEN);
  await expect(follow).toBeChecked();
  const again = await map.markers();
  const [one, other] = [before, again].map((markers) => markers.get(IN_LEEUWARDEN));
  // The drawing leaves a little room around the part that was asked for.
  expect(Math.hypot((one?.x ?? 0) - (other?.x ?? 99), (one?.y ?? 0) - (other?.y ?? 99))).toBeLessThan(
    30,
  );
  await follow.uncheck();
  await explorer.expectFound(ALL, '');
});

test('a filter moves the map until a visitor has moved it', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const before = await map.markers();
  await explorer.tick('city', 'groningen');
  await explorer.expectFound(GRONINGEN);
  await map.expectAt(new Map([...before].filter(([name]) => name === IN_GRONINGEN)));
  await map.drag({ x: 40, y: 0 });
  const dragged = await map.markers();
  await explorer.tick('city', 'groningen', false);
  await explorer.expectFound(ALL);
  const by = await map.moved(dragged, IN_GRONINGEN);
  expect(Math.hypot(by.x, by.y)).toBeLessThanOrEqual(1);
});

test('the wheel scrolls the page, and zooms with Ctrl', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1200, height: 500 });
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const said = page.locator('.map-said');
  await expect(said).toBeHidden();
  const apart = () => map.apart(IN_GRONINGEN, IN_LEEUWARDEN);
  const before = await apart();
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(said).toHaveText('Hold Ctrl and scroll to zoom the map');
  expect(await apart()).toBeCloseTo(before, 0);
  await explorer.axe();
  const scrolled = await page.evaluate(() => scrollY);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  await expect.poll(apart).toBeGreaterThan(before * 1.2);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test('the keys move the map, and nothing holds the focus', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await page.getByRole('link', { name: 'Cooperation', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(map.surface).toBeFocused();
  await map.ready();
  const before = await map.markers();
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await map.moved(before, IN_GRONINGEN)).x).toBeLessThan(-40);
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await map.moved(before, IN_GRONINGEN)).y).toBeLessThan(-40);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await map.expectAt(before);
  const apart = () => map.apart(IN_GRONINGEN, IN_LEEUWARDEN);
  const wide = await apart();
  await page.keyboard.press('+');
  await expect.poll(apart).toBeGreaterThan(wide * 1.8);
  await page.keyboard.press('-');
  await expect.poll(apart).toBeCloseTo(wide, -1);
  // Through every marker and button, and out.
  const out = page.locator('footer a');
  let inside = 0;
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await out.first().evaluate((link) => link === document.activeElement)) break;
    inside += Number(await map.surface.evaluate((map) => map.contains(document.activeElement)));
  }
  await expect(out.first()).toBeFocused();
  // Four markers.
  expect(inside).toBe(4);
});

test('a marker beyond the edge comes into view with the focus', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const marker = page.getByRole('link', { name: IN_LEEUWARDEN });
  const seen = async () => {
    const [dot, surface] = [await marker.locator('.dot').boundingBox(), await map.surface.boundingBox()];
    return !!dot && !!surface && dot.x > surface.x && dot.x + dot.width < surface.x + surface.width;
  };
  // Just over the edge, where there are markers still.
  const width = (await map.surface.boundingBox())?.width ?? 0;
  const from = (await map.markers()).get(IN_LEEUWARDEN)?.x ?? 0;
  await map.drag({ x: width - from + 30, y: 0 });
  await expect.poll(seen).toBe(false);
  await marker.focus();
  await expect.poll(seen).toBe(true);
  await expect(marker).toBeFocused();
});

test('where I am is shown, and sent to no server', async ({ explorer, page, context }) => {
  const [latitude, longitude] = [52.912_345, 6.612_345];
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ latitude, longitude });
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('button', { name: 'Show where I am' }).click();
  const me = page.locator('.me .dot');
  await expect(me).toBeInViewport();
  await expect.poll(() => asked.some((url) => url.includes('/api/fn/markers'))).toBe(true);
  for (const url of asked) {
    const at = new URL(url).searchParams.get('at');
    // The middle of what is asked for is a region's, more than a kilometre away.
    const east = Number(at?.split(',')[0]) / 2 ** 32;
    if (at) expect(Math.abs(east - (longitude / 360 + 0.5))).toBeGreaterThan(2e-5);
    expect(url).not.toContain('52.91');
    expect(url).not.toContain('6.61');
  }
  await explorer.axe();
});

test('without permission the map says that it does not know', async ({ explorer, page }) => {
  await explorer.open('/en');
  await new MapView(page).wake();
  await page.getByRole('button', { name: 'Show where I am' }).click();
  await expect(page.locator('.map-said')).toHaveText(/^Your place is not known/);
});

test('the whole screen is the map’s, with its markers', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.locator('.map:fullscreen')).toBeVisible();
  await expect
    .poll(async () => (await map.surface.boundingBox())?.width)
    .toBeGreaterThan((page.viewportSize()?.width ?? 0) * 0.9);
  await expect(page.getByRole('link', { name: IN_GRONINGEN })).toBeInViewport();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.locator('.map:fullscreen')).toHaveCount(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing is offered that could not work', async ({ explorer, page }) => {
    for (const address of ['/en', '/en/projects/bling']) {
      await explorer.open(address);
      await expect(page.locator('.map-surface')).toBeVisible();
      await expect(page.locator('.map-button:visible, .follow:visible')).toHaveCount(0);
      await expect(page.locator('.map-surface')).not.toHaveAttribute('tabindex');
    }
  });
});

bothWays(() => {
  test('the map can be skipped', async ({ explorer, page }) => {
    await explorer.open('/en');
    const skip = page.getByRole('link', { name: 'Skip the map' });
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('footer a').first()).toBeFocused();
  });

  test('partners are a layer of their own', async ({ explorer, page }) => {
    await explorer.open('/en?city=assen');
    await page.getByRole('link', { name: 'Partners', exact: true }).click();
    await expect(page).toHaveURL('/en?city=assen&layer=partners');
    await expect(page.locator('.card-name')).toHaveText(['I2I']);
    await expect(page.locator('.map .marker').nth(1)).toBeVisible();
    // Every partner whose place is known is under some marker.
    const layers = page.getByRole('navigation', { name: 'What the map shows' });
    await expect(layers.locator('[aria-current]')).toHaveText('Partners');
    await explorer.expectNoReload();
    await explorer.axe();
    // A filter keeps the layer.
    await explorer.tick('city', 'emmen');
    await expect(page).toHaveURL('/en?city=assen&city=emmen&layer=partners');
  });

  test('the network is told as tables of towns and organisations, however close the map is', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en');
    await page.getByRole('link', { name: 'Cooperation', exact: true }).click();
    await expect(page).toHaveURL('/en?layer=network');
    await expect(page.locator('.network-lines .link title').nth(5)).toBeAttached();
    await page.getByText('Who works with whom, as a table').click();
    const rows = (name: string) => page.getByRole('table', { name }).locator('tbody tr');
    const pairs = rows('Towns with the most shared projects');
    await expect(pairs).toHaveCount(50);
    const counts = await pairs
      .locator('td:last-child')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    expect(counts[0]).toBeGreaterThan(1);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    const towns = rows('Towns by participations');
    await expect(towns.first().locator('th')).toHaveText('Leeuwarden');
    const first = (await towns.first().innerText()).split(/\s+/);
    await explorer.axe();
    const told = await page.locator('.network-tables').innerText();
    if (explorer.scripts) {
      await page.getByRole('button', { name: 'Zoom in' }).click();
      await expect(page).toHaveURL(/&at=/);
      expect(await page.locator('.network-tables').innerText()).toBe(told);
    }
    // A town leads to its projects, an organisation to a search for its name.
    const organisation = rows('Organisations by projects').first();
    const projects = Number(await organisation.locator('td:last-child').innerText());
    await organisation.getByRole('link').click();
    // The municipality of Groningen has another name in almost every project.
    await expect(page.getByRole('searchbox')).toHaveValue('Groningen');
    await expect(page.locator('.chip')).toHaveCount(1);
    expect(await page.locator('.card').count()).toBeGreaterThanOrEqual(projects);
    await explorer.open('/en?layer=network');
    await page.getByText('Who works with whom, as a table').click();
    await towns.first().getByRole('link').click();
    await expect(page).toHaveURL(/layer=network&bbox=/);
    await expect(page.locator('.card')).toHaveCount(Number(first[2]));
  });
});

test('a card draws the partnership of its project', async ({ explorer, page }) => {
  await explorer.open('/en');
  const lines = page.locator('.map .lines .line');
  await expect(lines).toHaveCount(0);
  await page.locator('.card').filter({ hasText: 'SCEPA' }).hover();
  await expect(lines.nth(1)).toBeAttached();
  await page.mouse.move(0, 0);
  await expect(lines).toHaveCount(0);
});

test('the map of a project moves too, and names who sits where', async ({ explorer, page }) => {
  await explorer.open('/en/projects/bling');
  const map = new MapView(page);
  const before = await map.markers();
  await map.wake();
  await map.expectAt(before);
  const marker = page.locator('.partners-map .marker').filter({ has: page.locator('a') }).first();
  await marker.locator('a').focus();
  await expect(marker.locator('.tip-town')).toBeVisible();
  await explorer.axe();
  await map.drag({ x: 30, y: 30 });
  const name = [...before.keys()][0] ?? '';
  const by = await map.moved(before, name);
  expect(Math.hypot(by.x, by.y)).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Show all results' }).click();
  await map.expectAt(before);
});

test('the address says what the map looks at, and opens it there again', async ({
  browser,
  context,
  explorer,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/api/fn/explore')) asked += 1;
  });
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/\/en\?at=[\d.]+\/5\d(\.\d+)?\/\d(\.\d+)?$/);
  await map.still();
  const moved = await map.markers();
  await page.locator('.actions summary').click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.said')).toHaveText('The link has been copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  // The list is the same, and no request was made for it.
  await explorer.expectFound(ALL);
  expect(asked).toBe(0);

  // It is kept by what is chosen next, and the way back leads there.
  await explorer.tick('city', 'leeuwarden');
  await expect(page).toHaveURL(/city=leeuwarden&at=/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBe(
    new URL(copied).searchParams.get('at'),
  );
  await page.goBack();
  await expect(page).toHaveURL(copied);
  await explorer.expectFound(ALL);
  await map.expectAt(moved);

  // A visitor who gets the link sees the same, with a script or without.
  for (const javaScriptEnabled of [true, false]) {
    const other = await browser.newContext({
      javaScriptEnabled,
      viewport: page.viewportSize() ?? undefined,
    });
    const theirs = await other.newPage();
    await theirs.goto(copied);
    await expect(theirs.locator('.card')).toHaveCount(ALL.length);
    const seen = await new MapView(theirs).markers();
    for (const [name, { x, y }] of moved) {
      const there = seen.get(name);
      if (there) expect(Math.hypot(there.x - x, there.y - y), name).toBeLessThan(4);
    }
    expect(seen.size).toBeGreaterThan(0);
    await other.close();
  }

  await page.getByRole('button', { name: 'Show all results' }).click();
  await expect(page).toHaveURL('/en');
});
