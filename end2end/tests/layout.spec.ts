// From the narrowest phone to a desk, with large text, and on paper.

import type { Page } from '@playwright/test';
import { ALL, EMMEN, LEEUWARDEN } from './fixtures/catalogue.ts';
import { MapView } from './fixtures/map-view.ts';
import { axeInForcedColours, bothWays, expect, expectProjects, test } from './fixtures/test.ts';

const ADDRESSES = [
  '/de?q=le&city=leeuwarden&theme=-food&programme=north-west-europe-2021&budget=1000000..9000000',
  '/fy?city=emmen&theme=food&from=yesterday',
  '/nl/projects/bling',
  '/en/projects/scepa',
  '/de/about',
  '/de/check',
  '/en/projects/atlantis',
];

/** What reaches beyond the right edge of the window, apart from what is
 *  clipped or out of sight on purpose. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5)
      .map((element) => `${element.tagName}.${element.getAttribute('class')}`);
  });

for (const width of [320, 768, 1440]) {
  for (const scale of [100, 200]) {
    test(`nothing reaches beyond the edge at ${width} px and ${scale} % text`, async ({
      page,
      watch,
    }) => {
      watch.allow(/status of 404/);
      await page.setViewportSize({ width, height: 800 });
      for (const address of ADDRESSES) {
        await page.goto(address);
        if (!/\/(about|check)$/.test(address))
          await page.locator('html[data-ready]').waitFor({ state: 'attached' });
        // As a visitor's own preference would: before the page's style.
        if (scale !== 100)
          await page.evaluate(
            (scale) => (document.documentElement.style.fontSize = `${scale}%`),
            scale,
          );
        expect(await beyond(page), address).toEqual([]);
      }
    });
  }
}

test.describe('a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('is free of barriers on every page', async ({ explorer, page, watch }) => {
    watch.allow(/status of 404/);
    for (const address of ADDRESSES) {
      await page.goto(address);
      if (!/\/(about|check)$/.test(address)) await explorer.arrived();
      await explorer.axe();
    }
  });
});

bothWays(() => {
  test.describe('a phone', () => {
    test.use({ viewport: { width: 320, height: 640 } });

    test('shows the list or the map, one tap apart', async ({ explorer, page }) => {
      await explorer.open('/en?city=emmen');
      const views = page.getByRole('navigation', { name: 'View' });
      const map = page.locator('.map-surface');
      await expect(page.locator('.card')).toBeVisible();
      await expect(map).toBeHidden();
      await views.getByRole('link', { name: 'Map' }).click();
      await expect(page).toHaveURL('/en?city=emmen&view=map');
      await expect(map).toBeVisible();
      await expect(page.locator('.card')).toBeHidden();
      await explorer.expectPins(EMMEN);
      await explorer.axe();
      // A filter keeps the view.
      await page.locator('.chips').getByRole('link', { name: /Emmen/ }).click();
      await expect(page).toHaveURL('/en?view=map');
      await explorer.expectPins(ALL);
      await page.getByRole('link', { name: '4 projects in Leeuwarden' }).click();
      await expect(page.getByRole('group', { name: '4 projects in Leeuwarden' })).toBeVisible();
      await explorer.axe();
      await views.getByRole('link', { name: 'List' }).click();
      await expect(page).toHaveURL(/\/en(#.*)?$/);
      await expectProjects(page, ALL);
      await expect(page.locator('.card').first()).toBeVisible();
      await expect(map).toBeHidden();
    });

    test('filters in a sheet over the list', async ({ explorer, page }) => {
      await explorer.open('/en');
      await page.getByRole('button', { name: 'Filters' }).click();
      const panel = page.locator('#filters');
      await expect(panel).toBeVisible();
      await explorer.box('city', 'leeuwarden').check();
      if (explorer.scripts)
        await expect(panel.getByRole('button', { name: 'Show 4 projects' })).toBeVisible();
      await panel.locator('button[type=submit]:visible').click();
      await expect(panel).toBeHidden();
      await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
    });
  });
});

test.describe('a tablet', () => {
  test.use({ viewport: { width: 768, height: 1024 } });

  test('shows list and map side by side, and the filters over them', async ({ explorer, page }) => {
    await explorer.open('/en?view=map');
    await expect(page.locator('.card').first()).toBeVisible();
    await expect(page.locator('.map-surface')).toBeVisible();
    // The map stands beside the list, so it is no view of its own.
    const views = page.getByRole('navigation', { name: 'View' });
    await expect(views.getByRole('link', { name: 'Table' })).toBeVisible();
    await expect(views.getByRole('link', { name: 'Map' })).toBeHidden();
    await explorer.axe();
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect(page.locator('#filters')).toBeVisible();
    await explorer.axe();
    await page.keyboard.press('Escape');
    await expect(page.locator('#filters')).toBeHidden();
  });
});

test('on paper there is the list, the map that was looked at, and nothing to press', async ({ explorer, page }) => {
  await explorer.open('/en?city=leeuwarden&view=map');
  // Leaving a map that is being drawn would call off its tiles.
  await new MapView(page).ready();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.card:visible')).toHaveCount(LEEUWARDEN.length);
  await expect(page.locator('#found')).toBeVisible();
  for (const hidden of [
    '.finder',
    '.filters',
    '.languages',
    '.actions',
    '.sorting',
    '.skip',
    '.layers',
    '.follow',
    '.map-buttons',
  ]) {
    await expect(page.locator(hidden).first(), hidden).toBeHidden();
  }
  await expect(page.locator('.map .marker').first()).toBeVisible();
  await explorer.open('/en?city=leeuwarden');
  await expect(page.locator('.explorer > .map')).toBeHidden();
  await explorer.open('/en/projects/scepa');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.partner').first()).toBeVisible();
  await expect(page.locator('.actions')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with ${colorScheme} colours of the system everything can be told apart`, async ({
    explorer,
    page,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await explorer.open('/en?theme=-food');
    await axeInForcedColours(page);
    const markers = page.locator('.explorer .marker .dot');
    await expect(markers).toHaveCount(4);
    for (const marker of await markers.all()) {
      const box = await marker.boundingBox();
      expect(box?.width).toBeGreaterThan(8);
      // The marker differs from what it stands on.
      const [dot, land] = await marker.evaluate((dot) => [
        getComputedStyle(dot).fill,
        getComputedStyle(document.querySelector('.basemap .land') as Element).fill,
      ]);
      expect(dot).not.toBe(land);
    }
    await explorer.open('/en/projects/scepa');
    await axeInForcedColours(page);
  });
}
