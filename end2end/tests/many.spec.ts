// What a large catalogue needs: long facets that stay short, pins that do not lie
// over each other, pages of pages, and projects with much to say.

import type { Page } from '@playwright/test';
import {
  ALL_PROJECTS,
  bothWays,
  expect,
  FAR,
  PROJECTS_OF,
  programme,
  test,
} from './fixtures/many.ts';

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

  test('a pin finds exactly what it says', async ({ explorer, page }) => {
    await explorer.open('/en');
    const pins = page.locator('.explorer .pin a');
    const names = await pins.evaluateAll((pins) =>
      pins.map((pin) => pin.getAttribute('aria-label') ?? ''),
    );
    const shared = names.filter((name) => / and \d+ places? near it$/.test(name));
    expect(shared.length).toBeGreaterThan(5);
    expect(names.length).toBeLessThan(110);
    const alone = names.find((name) => /^\d/.test(name) && !shared.includes(name));
    for (const name of [shared[0], shared[shared.length - 1], alone]) {
      if (!name) continue;
      await explorer.open('/en');
      await page.getByRole('link', { name, exact: true }).click();
      await expect(page).toHaveURL(/bbox=/);
      await expect(page.locator('.chip')).toHaveText('This part of the map');
      await expect.poll(() => found(page)).toBe(Number(name.split(' ')[0]));
    }
    await explorer.axe();
  });

  test('what the map does not reach is named beneath it', async ({ explorer, page }) => {
    await explorer.open('/en');
    const line = page.locator('.off-map');
    await expect(line.locator('p')).toHaveText(`${FAR} projects are outside this map:`);
    await line.getByRole('link', { name: `${FAR} projects in Saint-Denis` }).click();
    await expect.poll(() => found(page)).toBe(FAR);
    await explorer.axe();
  });

  test('a project with much to say is readable', async ({ explorer, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await explorer.open('/nl/projects/project-11');
    await expect(page.locator('.partner')).toHaveCount(64);
    const title = page.locator('.lead-title');
    await expect(title).toHaveText('Wspólne służby ratownicze');
    await expect(title.locator('span')).toHaveAttribute('lang', '');
    const results = page.locator('.sheet-results');
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
