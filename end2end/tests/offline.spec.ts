// Without a connection, or while the server fails, what is shown stays, and what was
// asked for follows by itself.

import { ALL, ASSEN, LEEUWARDEN } from './fixtures/catalogue.ts';
import { expect, expectProjects, test } from './fixtures/test.ts';

/** What the browser says of a request that found no server, or one that fails. The pointer
 *  may pass over the map, which then asks for its engine. */
const UNREACHED = /INTERNET_DISCONNECTED|502|error reaching server|the map stays a picture/;

test.beforeEach(({ watch }) => watch.allow(UNREACHED));

test('without a connection the list stays, and the answer follows once it is back', async ({
  context,
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await context.setOffline(true);
  await explorer.tick('city', 'leeuwarden');
  const line = page.locator('.connection');
  await expect(line).toContainText('No connection.');
  // What is shown is what the address says; what was asked for stays ticked.
  await expectProjects(page, ALL);
  await expect(page).toHaveURL('/en');
  await expect(explorer.box('city', 'leeuwarden')).toBeChecked();
  await explorer.axe();
  await explorer.tick('theme', 'sustainable-energy');
  await expect(page).toHaveURL('/en');
  await expectProjects(page, ALL);
  await context.setOffline(false);
  const asked = 'city=leeuwarden&theme=sustainable-energy';
  await explorer.expectFound(['SCEPA', 'WaterWarmth'], asked);
  await expect(line).not.toContainText('No connection');
  // It was one step: the addresses put back are no steps of their own.
  await page.goBack();
  await explorer.expectFound(ALL, '');
});

test('what was asked for without a connection can be taken back', async ({
  context,
  explorer,
  page,
}) => {
  await explorer.open('/en?city=assen');
  await context.setOffline(true);
  await explorer.tick('city', 'leeuwarden');
  await expect(page.locator('.connection')).toContainText('No connection.');
  await explorer.tick('city', 'leeuwarden', false);
  await expect(page).toHaveURL('/en?city=assen');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('.connection')).not.toContainText('No connection');
  await explorer.expectFound(ASSEN, 'city=assen');
});

test('while the server fails the list stays, and is asked again', async ({ explorer, page }) => {
  await explorer.open('/en');
  let fails = true;
  await page.route('**/api/fn/explore*', async (route) => {
    if (fails) await route.fulfill({ status: 502, body: 'Bad Gateway' });
    else await route.continue();
  });
  await explorer.tick('city', 'leeuwarden');
  const line = page.locator('.connection p');
  await expect(line).toBeVisible();
  await expectProjects(page, ALL);
  await expect(page).toHaveURL('/en');
  fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await expect(line).toHaveCount(0);
  // The button that had the focus is gone.
  await expect(page.locator('.found')).toBeFocused();
});

test('a slow answer is announced', async ({ explorer, page }) => {
  await explorer.open('/en');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/fn/explore*', async (route) => {
    await held;
    await route.continue();
  });
  await explorer.tick('city', 'leeuwarden');
  await expect(page.locator('.connection')).toContainText('Still searching.');
  answer();
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await expect(page.locator('.connection p')).toHaveCount(0);
});

test('a project that cannot be fetched says so, and appears once there is a connection', async ({
  context,
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await context.setOffline(true);
  await page.getByRole('link', { name: 'SCEPA' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No connection');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SCEPA');
  await explorer.expectNoReload();
});
