// The list as a table.

import { EMMEN } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

bothWays(() => {
  test('the list is a table, sorted by the head of a column', async ({ explorer, page }) => {
    await explorer.open('/en');
    await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Table' }).click();
    await expect(page).toHaveURL('/en?view=table');
    const rows = page.locator('.projects tbody tr');
    await expect(rows).toHaveCount(10);
    await expect(page.locator('.map')).toBeHidden();
    const heads = page.locator('.projects thead th');
    await expect(heads).toHaveText([
      'Project', 'City', 'Programme', 'Start', 'End', 'Status', 'Total budget',
    ]);
    await expect(page.locator('.projects [aria-sort]')).toHaveCount(0);
    await explorer.axe();
    await heads.getByRole('link', { name: 'Total budget' }).click();
    await expect(page).toHaveURL('/en?sort=budget&view=table');
    await expect(heads.last()).toHaveAttribute('aria-sort', 'descending');
    await expect(rows.first()).toContainText('€8.9 million');
    await heads.getByRole('link', { name: 'Project' }).click();
    await expect(page).toHaveURL('/en?sort=title&view=table');
    await expect(heads.first()).toHaveAttribute('aria-sort', 'ascending');
    const names = await rows.locator('th').allTextContents();
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    await explorer.expectNoReload();
  });

  test('a visitor chooses the columns, and a link has them', async ({ explorer, page }) => {
    await explorer.open('/en?city=emmen&view=table&columns=lead,eu-funding');
    const heads = page.locator('.projects thead th');
    await expect(heads).toHaveText(['Project', 'Lead', 'EU funding']);
    await page.locator('.columns summary').click();
    await page.locator('.columns').getByRole('link', { name: 'Lead' }).click();
    await expect(page).toHaveURL('/en?city=emmen&view=table&columns=eu-funding');
    await expect(heads).toHaveText(['Project', 'EU funding']);
    // The menu stays open for the next column.
    if (explorer.scripts) await page.locator('.columns summary').click();
    await explorer.axe();
    // What is not a column is said, and the usual ones are shown.
    await explorer.open('/en?view=table&columns=colour');
    await expect(page.locator('.notices')).toContainText('colour');
    await expect(heads).toHaveCount(7);
  });

  test('a filter keeps the table', async ({ explorer, page }) => {
    await explorer.open('/en?view=table&columns=programme');
    await explorer.tick('city', 'emmen');
    await expect(page).toHaveURL('/en?city=emmen&view=table&columns=programme');
    await expect(page.locator('.projects tbody th')).toHaveText(EMMEN);
  });
});

test('on a phone the table scrolls and its names stay', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await explorer.open('/en?view=table');
  const frame = page.locator('.table-frame');
  await frame.evaluate((frame) => frame.scrollTo(400, 0));
  expect(await frame.evaluate((frame) => frame.scrollLeft)).toBeGreaterThan(100);
  await expect(page.locator('.projects tbody th').first()).toBeInViewport({ ratio: 1 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await explorer.axe();
});
