// What a large catalogue needs: long facets that stay short, markers that do not lie
// over each other, pages of pages, and projects with much to say.

import type { Page } from '@playwright/test';
import {
  ALL_PROJECTS,
  bothWays,
  expect,
  FAR,
  NEAR,
  PROJECTS_OF,
  programme,
  test,
} from './fixtures/many.ts';
import { townsIn } from './fixtures/markers.ts';
import { MapView } from './fixtures/map-view.ts';

const facet = (page: Page, name: string) =>
  page.locator('details.facet').filter({ has: page.locator('.facet-name', { hasText: name }) });

/** Opens a facet and returns what of it is used. */
async function opened(page: Page, name: string) {
  const group = facet(page, name);
  await group.locator('> summary').click();
  return {
    group,
    shown: group.locator('.value:visible .value-name'),
    all: group.locator('.all > summary'),
    box: group.getByRole('searchbox'),
    said: group.getByRole('status'),
  };
}

const found = async (page: Page) =>
  Number((await page.locator('#found').innerText()).replace(/\D/g, ''));

/** The markers of a map as a visitor reads them. */
const markersOn = (page: Page) =>
  page.locator('.explorer .marker').evaluateAll((markers) =>
    markers.map((marker) => ({
      name: marker.querySelector('a')?.getAttribute('aria-label') ?? '',
      count: Number(marker.querySelector('.number')?.textContent ?? 1),
      cluster: marker.classList.contains('cluster'),
    })),
  );

/** The towns that the server has named for markers, each time that it was asked. */
function markersSaid(page: Page) {
  const said: Promise<string[]>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname === '/api/fn/markers') {
      said.push(response.body().then(townsIn));
    }
  });
  return said;
}

/** The map shows the markers that the server said last, and no two of them touch. */
async function expectPinsAsSaid(page: Page, said: Promise<string[]>[]) {
  const map = new MapView(page);
  await expect(async () => {
    const expected = (await said.at(-1)) ?? [];
    expect(expected.length).toBeGreaterThan(0);
    const markers = await markersOn(page);
    expect(markers.flatMap(({ name }) => townsIn(name)).sort()).toEqual(expected);
    for (const { name, count, cluster } of markers) {
      expect(/ (near it|other places?)$/.test(name), name).toBe(cluster);
      if (count > 1) expect(name).toMatch(new RegExp(`^${count} projects in `));
    }
  }).toPass({ timeout: 5000 });
  const middles = [...(await map.markers()).values()];
  expect(middles.length).toBeLessThanOrEqual(200);
  const apart = middles.flatMap(({ x, y }, n) =>
    middles.slice(n + 1).map((other) => Math.hypot(other.x - x, other.y - y)),
  );
  // A dot is placed to the tenth of a pixel.
  expect(Math.min(...apart)).toBeGreaterThan(24 * (await map.unit()) - 0.3);
}

/** The names of clusters that stand where they can be clicked. */
async function clustersInSight(page: Page) {
  const EDGE = 60;
  const map = new MapView(page);
  const [box, places, markers] = [await map.surface.boundingBox(), await map.markers(), await markersOn(page)];
  return markers
    .filter(({ name, cluster }) => {
      const at = places.get(name);
      if (!cluster || !at || !box) return false;
      const within = (at: number, size: number) => at > EDGE && at < size - EDGE;
      return within(at.x, box.width) && within(at.y, box.height);
    })
    .map(({ name }) => name);
}

bothWays(() => {
  test('a long facet shows its largest values, and all of them on demand', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en');
    const { shown, all } = await opened(page, 'Programme');
    await expect(shown).toHaveCount(8);
    // The largest, in the order of their names.
    const largest = [0, 1, 2, 3, 4, 5, 6, 7].map(programme).sort();
    expect((await shown.allInnerTexts()).sort()).toEqual(largest);
    await expect(all).toHaveText('Show all 30', { useInnerText: true });
    await all.press('Enter');
    await expect(shown).toHaveCount(PROJECTS_OF.length);
    await expect(all).toHaveText('Show fewer', { useInnerText: true });
    await explorer.axe();
    // The smallest of all: afterwards it is shown although it is small.
    await explorer.tick('programme', 'programme-30');
    await expect(page).toHaveURL('/en?programme=programme-30');
    await expect(page.locator('#found')).toHaveText('1 project found');
    await expect(explorer.box('programme', 'programme-30')).toBeVisible();
    await explorer.expectNoReload();
    await explorer.axe();
  });

  test('what a long facet hides is sent with the form', async ({ explorer, page }) => {
    await explorer.open('/en?programme=programme-30&programme=programme-29&country=MT');
    await page.getByRole('searchbox').first().fill('lead');
    await page.getByRole('searchbox').first().press('Enter');
    await expect(page).toHaveURL(
      '/en?q=lead&programme=programme-29&programme=programme-30&country=MT',
    );
  });

  test('a marker finds exactly what it says', async ({ explorer, page }) => {
    await explorer.open('/en');
    const markers = page.locator('.explorer .marker a');
    const names = await markers.evaluateAll((markers) =>
      markers.map((marker) => marker.getAttribute('aria-label') ?? ''),
    );
    const shared = names.filter((name) => / and \d+ (places? near it|other places?)$/.test(name));
    expect(shared.length).toBeGreaterThan(5);
    expect(names.length).toBeLessThan(110);
    const alone = names.find((name) => /^\d/.test(name) && !shared.includes(name));
    // With JavaScript, what stands for several places is a button that comes closer.
    await expect(page.locator('.explorer .marker.cluster a')).toHaveCount(shared.length);
    await expect(page.locator('.explorer .marker a[role="button"]')).toHaveCount(
      explorer.scripts ? shared.length : 0,
    );
    for (const name of explorer.scripts ? [alone] : [shared[0], shared.at(-1), alone]) {
      if (!name) continue;
      await explorer.open('/en');
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page).toHaveURL(/bbox=/);
      await expect(page.locator('.chip')).toHaveText('This part of the map');
      await expect.poll(() => found(page)).toBe(Number(name.split(' ')[0]));
    }
    // Where few are in sight, each place stands alone and lists what it says.
    await explorer.open('/en?bbox=-4,43.5,6,51');
    await expect(page.locator('.explorer .marker.cluster')).toHaveCount(0);
    const places = (await markersOn(page)).filter(({ count }) => count > 1);
    expect(places.length).toBeGreaterThan(5);
    const { name = '', count = 0 } = places[0] ?? {};
    await page.getByRole('link', { name, exact: true }).click();
    const list = page.locator('.marker-list:visible');
    await expect(list.locator('li')).toHaveCount(count);
    await explorer.axe();
  });

  test('what lies together in one region is shown from close by', async ({ explorer, page }) => {
    await explorer.open('/en');
    const villages = async () =>
      (await markersOn(page)).filter(({ name }) => name.includes('Village'));
    // On a map of Europe they share a marker with what is near.
    expect((await villages()).length).toBeLessThan(2);
    await explorer.tick('programme', `programme-${NEAR}`);
    const count = PROJECTS_OF[NEAR - 1] ?? 0;
    await expect.poll(() => found(page)).toBe(count);
    const first = PROJECTS_OF.slice(0, NEAR - 1).reduce((sum, count) => sum + count, 1);
    const expected = Array.from({ length: count }, (_, n) => ({
      name: `P${first + n}, Village ${n + 1}`,
      count: 1,
      cluster: false,
    }));
    const byName = (one: { name: string }, other: { name: string }) =>
      one.name.localeCompare(other.name);
    await expect.poll(async () => (await villages()).sort(byName)).toEqual(expected);
    // The basemap comes along: it is that of the region.
    await expect(page.locator('.basemap')).toContainText('Apeldoorn');
    await explorer.expectNoReload();
    // Of another that lies all over Europe the map shows all of that.
    await explorer.swap('programme', `programme-${NEAR}`, 'programme-2');
    await expect.poll(() => found(page)).toBe(PROJECTS_OF[1]);
    await expect(page.locator('.basemap')).not.toContainText('Apeldoorn');
  });

  test('what the map does not reach is named beneath it', async ({ explorer, page }) => {
    await explorer.open('/en');
    const line = page.locator('.off-map');
    await expect(line.locator('p')).toHaveText(`${FAR} projects are outside this map:`);
    await line.getByRole('link', { name: `${FAR} projects in Saint-Denis` }).click();
    await expect.poll(() => found(page)).toBe(FAR);
    await expect(page.getByRole('link', { name: `${FAR} projects in Saint-Denis` })).toBeInViewport();
    await explorer.axe();
  });

  test('a project with much to say is readable', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open('/nl/projects/project-11');
    await expect(page.locator('.partner')).toHaveCount(64);
    const title = page.locator('.lead-title');
    await expect(title).toHaveText('Wspólne służby ratownicze');
    await expect(title.locator('span')).toHaveAttribute('lang', '');
    const results = page.locator('.project-results');
    await expect(results.getByRole('heading')).toHaveText('Resultaten');
    await expect(results).toContainText('Pięć nowych stacji. (in het Pools)');
    await expect(results.locator('[lang]')).toHaveAttribute('lang', 'pl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await explorer.axe();
  });

  test('twenty pages are turned on a phone', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open('/en?page=10');
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const last = Math.ceil(ALL_PROJECTS / 24);
    const expected = ['Previous', '1', '9', '10', '11', `${last}`, 'Next'];
    await expect(pages.locator('.page')).toHaveText(expected);
    const tops = await pages
      .locator('.page:not([rel])')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
    expect(new Set(tops).size, 'the numbers stand in one line').toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await explorer.axe();
    await pages.getByRole('link', { name: `Page ${last}` }).click();
    await expect(page).toHaveURL(`/en?page=${last}`);
    await expect(page.locator('.card')).toHaveCount(ALL_PROJECTS % 24);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('no box is shown that could not work', async ({ explorer, page }) => {
    await explorer.open('/en');
    const { box } = await opened(page, 'Programme');
    await expect(box).toBeHidden();
  });
});

test('a cluster comes closer, by pointer and by key, until places stand alone', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  const said = markersSaid(page);
  const map = new MapView(page);
  await map.wake();
  // From far away, so that there is some way to go.
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => said.length).toBeGreaterThan(0);
  await expectPinsAsSaid(page, said);
  let steps = 0;
  for (; steps < 10; steps += 1) {
    const [name] = await clustersInSight(page);
    if (name === undefined) break;
    const [before, asked] = [await markersOn(page), said.length];
    const cluster = page.getByRole('button', { name, exact: true });
    if (steps % 2 === 0) {
      await cluster.click();
    } else {
      await cluster.focus();
      await page.keyboard.press(steps % 4 === 1 ? 'Space' : 'Enter');
    }
    await expect.poll(() => said.length).toBeGreaterThan(asked);
    await expectPinsAsSaid(page, said);
    expect(await markersOn(page)).not.toEqual(before);
    // The focus of the keyboard stays on the map, even if its marker is gone.
    if (steps % 2 === 1) {
      const held = () => map.surface.evaluate((map) => map.contains(document.activeElement));
      await expect.poll(held).toBe(true);
    }
    await expect(page).toHaveURL(/\/en\?at=[^&]+$/);
    await explorer.expectSameDocument();
  }
  expect(steps).toBeGreaterThan(1);
  expect(steps).toBeLessThan(10);
  // The list has not followed, since "search as I move" is off.
  expect(await found(page)).toBe(ALL_PROJECTS);
  await explorer.axe();
});

test('the first click on a cluster of a sleeping map already comes closer', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  const said = markersSaid(page);
  const [name = ''] = await clustersInSight(page);
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Space');
  await new MapView(page).ready();
  await expect.poll(() => said.length).toBeGreaterThan(0);
  await expectPinsAsSaid(page, said);
  await expect(page).toHaveURL(/\/en\?at=[^&]+$/);
});

test('where there is no basemap the map is the drawing again', async ({ explorer, page }) => {
  await explorer.open('/en');
  const map = new MapView(page);
  await map.wake();
  const far = page.getByRole('link', { name: `${FAR} projects in Saint-Denis` });
  await far.click();
  await expect(map.surface).not.toHaveAttribute('data-engine');
  await expect(page.locator('.map .marker')).toHaveCount(1);
  await expect(far).toBeInViewport();
  expect(await found(page)).toBe(FAR);
  // Nothing wakes it there, and its buttons do what needs no engine.
  await map.surface.hover();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await page.getByRole('button', { name: 'Show all results' }).click();
  await expect.poll(() => found(page)).toBe(ALL_PROJECTS);
  await map.wake();
  await expect(page).toHaveURL('/en');
});

test('a whole screen of markers has none over another', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await explorer.open('/en');
  const said = markersSaid(page);
  await new MapView(page).wake();
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.locator('.map:fullscreen')).toBeVisible();
  const buttons = ['Zoom in', 'Zoom in', 'Zoom out', 'Zoom out', 'Zoom out'];
  for (const name of buttons) {
    const asked = said.length;
    await page.getByRole('button', { name }).click();
    await expect.poll(() => said.length).toBeGreaterThan(asked);
    await expectPinsAsSaid(page, said);
  }
  await expect(page).toHaveURL(/\/en\?at=[^&]+$/);
});

test('typing in a long facet leaves the values that have it', async ({ explorer, page }) => {
  await explorer.open('/en?sort=title');
  const { group, shown, all, box, said } = await opened(page, 'Programme');
  await expect(box).toHaveAccessibleName('Search in “Programme”');
  await box.pressSequentially('osterreich 1');
  const names = PROJECTS_OF.map((_, n) => programme(n));
  const expected = names.filter((name) => name.startsWith('Ö') && name.includes('1'));
  await expect(shown).toHaveCount(expected.length);
  expect((await shown.allInnerTexts()).sort()).toEqual([...expected].sort());
  await expect(said).toHaveText(`${expected.length} of 30 match`);
  await expect(all).toBeHidden();
  await explorer.axe();
  // It is no part of the filter: neither the address nor the form knows it.
  await box.press('Enter');
  await expect(box).toBeFocused();
  await expect(page).toHaveURL('/en?sort=title');
  // A tick brings a new answer; what is typed and what is left stay.
  await explorer.box('programme', 'programme-19').check();
  await expect(page).toHaveURL('/en?programme=programme-19&sort=title');
  await expect(page.locator('#found')).toHaveText('12 projects found');
  await expect(explorer.box('programme', 'programme-19')).toBeFocused();
  await expect(shown).toHaveCount(expected.length);
  await expect(box).toHaveValue('osterreich 1');
  await explorer.expectSameDocument();
  await box.fill('polnoc 12');
  await expect(shown).toHaveText(['Północ – Region 12']);
  // Nothing fits, and Escape begins anew.
  await box.fill('xyz');
  await expect(said).toHaveText('0 of 30 match');
  await expect(shown).toHaveCount(0);
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(box).toBeFocused();
  await expect(said).toHaveText('');
  // The largest and the one that is ticked.
  await expect(shown).toHaveCount(9);
  await expect(group).toHaveAttribute('open', '');
});

test('Escape empties the box before it closes the filters of a phone', async ({
  explorer,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await explorer.open('/en');
  await page.getByRole('button', { name: 'Filters' }).click();
  const { box, shown } = await opened(page, 'Partner country');
  await box.fill('zech');
  await expect(shown).toHaveText(['Czechia']);
  await explorer.axe();
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(page.locator('#filters')).toBeVisible();
  await box.press('Escape');
  await expect(page.locator('#filters')).toBeHidden();
});
