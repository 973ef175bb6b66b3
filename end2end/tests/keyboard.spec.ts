// Keyboard alone.

import type { Locator, Page } from '@playwright/test';
import { GRONINGEN } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

/** Presses Tab until `target` has the focus; everything on the way must show
 *  that it has it. */
async function tabTo(page: Page, target: Locator, most = 80) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached within ${most} presses of Tab: ${target}`);
}

bothWays(() => {
  test('from the address bar to a project page', async ({ explorer, page }) => {
    await explorer.open('/en');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to search and filters' });
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await explorer.axe();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await tabTo(page, explorer.box('city', 'groningen'), 6);
    await page.keyboard.press('Space');
    if (!explorer.scripts) await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/city=groningen/);
    await explorer.expectFound(GRONINGEN);
    if (explorer.scripts) await expect(explorer.box('city', 'groningen')).toBeFocused();
    const link = page.getByRole('link', { name: 'BLING', exact: true });
    await tabTo(page, link, 120);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/en/projects/bling?city=groningen');
    const heading = page.getByRole('heading', { level: 1, name: 'BLING' });
    await expect(heading).toBeVisible();
    if (explorer.scripts) await expect(heading).toBeFocused();
    await explorer.axe();
  });

  test('three keys lead to the first project, and four to the map', async ({ explorer, page }) => {
    await explorer.open('/en');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the results' });
    await expect(skip).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('.card-name a').first()).toBeFocused();
    await explorer.open('/en?layer=network');
    const map = page.getByRole('region', { name: 'Map', exact: true });
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the map' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(map).toBeFocused();
    // The map says what this layer shows.
    await expect(map.getByRole('group', { name: 'Map of towns that share' })).toBeVisible();
    await explorer.axe();
  });

  test('the filters of a phone open, close with Escape, and give the focus back', async ({
    explorer,
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open('/en');
    const open = page.getByRole('button', { name: /^Filters/ });
    const panel = page.locator('#filters');
    await expect(panel).toBeHidden();
    await tabTo(page, open, 12);
    await page.keyboard.press('Enter');
    await expect(panel).toBeVisible();
    await explorer.axe();
    await page.keyboard.press('Tab');
    expect(await panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(open).toBeFocused();
    await page.keyboard.press('Enter');
    const box = explorer.box('city', 'groningen');
    await tabTo(page, box, 12);
    await page.keyboard.press('Space');
    if (explorer.scripts) await expect(page).toHaveURL('/en?city=groningen');
    const show = panel.locator('button[type=submit]:visible');
    if (explorer.scripts) await expect(show).toHaveText('Show 4 projects');
    await tabTo(page, show);
    await page.keyboard.press('Enter');
    await expect(panel).toBeHidden();
    await explorer.expectFound(GRONINGEN, 'city=groningen');
    await expect(open).toContainText('1');
  });
});

test('a marker can be opened and its list walked through', async ({ explorer, page }) => {
  await explorer.open('/en');
  const marker = page.getByRole('link', { name: '4 projects in Groningen' });
  await marker.focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('group', { name: '4 projects in Groningen' });
  await expect(list).toBeVisible();
  await expect(list.getByRole('link', { name: 'REFRAME' })).toBeFocused();
  // It stands above them.
  await page.keyboard.press('Shift+Tab');
  await expect(list.getByRole('link', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await expect(marker).toBeFocused();
});
