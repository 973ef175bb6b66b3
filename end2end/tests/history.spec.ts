// Back and forward bring back filters, scroll position and focus.

import { ALL, GRONINGEN, LEEUWARDEN } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

bothWays(() => {
  test('back and forward go through the filters', async ({ explorer, page }) => {
    await explorer.open('/en');
    await explorer.tick('city', 'groningen');
    await explorer.expectFound(GRONINGEN, 'city=groningen');
    await explorer.tick('theme', 'digital');
    await explorer.expectFound(['BLING'], 'city=groningen&theme=digital');
    await page.goBack();
    await explorer.expectFound(GRONINGEN, 'city=groningen');
    await expect(explorer.box('theme', 'digital')).not.toBeChecked();
    await expect(explorer.box('city', 'groningen')).toBeChecked();
    await page.goBack();
    await explorer.expectFound(ALL, '');
    await expect(explorer.box('city', 'groningen')).not.toBeChecked();
    await page.goForward();
    await explorer.expectFound(GRONINGEN, 'city=groningen');
    await page.goForward();
    await explorer.expectFound(['BLING'], 'city=groningen&theme=digital');
    await expect(explorer.box('theme', 'digital')).toBeChecked();
  });
});

test('typing leaves one step in the history, whatever its pauses', async ({ explorer, page }) => {
  await explorer.open('/en?city=leeuwarden');
  for (const text of ['s', 'sc', 'sce']) {
    await explorer.search(text);
    await expect(page).toHaveURL(`/en?q=${text}&city=leeuwarden`);
  }
  await explorer.expectFound(['SCEPA']);
  await explorer.tick('status', 'ongoing');
  await explorer.expectFound(['SCEPA'], 'q=sce&city=leeuwarden&status=ongoing');
  await page.goBack();
  await explorer.expectFound(['SCEPA'], 'q=sce&city=leeuwarden');
  await expect(page.getByRole('searchbox')).toHaveValue('sce');
  await page.goBack();
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('back after typing keeps what was ticked before', async ({ explorer, page }) => {
  await explorer.open('/en');
  await explorer.tick('city', 'leeuwarden');
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await page.getByRole('searchbox').pressSequentially('scepa', { delay: 40 });
  await explorer.expectFound(['SCEPA'], 'q=scepa&city=leeuwarden');
  await page.getByRole('searchbox').press('Enter');
  await page.goBack();
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(explorer.box('city', 'leeuwarden')).toBeChecked();
  await page.goForward();
  await explorer.expectFound(['SCEPA'], 'q=scepa&city=leeuwarden');
});

test('back after typing as the first thing stays on the site', async ({ explorer, page }) => {
  await page.goto('/en/about');
  await explorer.open('/en');
  await explorer.search('scepa');
  await explorer.expectFound(['SCEPA'], 'q=scepa');
  // Another field is another step.
  await explorer.enter('budget-from', '1');
  await expect(page).toHaveURL(/budget=1\.\./);
  await page.goBack();
  await explorer.expectFound(['SCEPA'], 'q=scepa');
  await page.goBack();
  await explorer.expectFound(ALL, '');
});

test('back from a project restores filters, scroll and focus', async ({ explorer, page }) => {
  await explorer.open('/en?sort=title');
  await explorer.expectFound([...ALL].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
  const link = page.getByRole('link', { name: 'Welcoming International Talent', exact: true });
  await link.scrollIntoViewIfNeeded();
  const scroll = await page.evaluate(() => scrollY);
  expect(scroll).toBeGreaterThan(300);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL('/en?sort=title');
  await expect(link).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
  await explorer.expectSameDocument();
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Welcoming International Talent',
  );
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
});

test('back from a page without script restores filters and scroll', async ({ explorer, page }) => {
  await explorer.open('/en?city=leeuwarden&city=groningen');
  await page.getByRole('link', { name: 'About this site' }).scrollIntoViewIfNeeded();
  const scroll = await page.evaluate(() => scrollY);
  await page.getByRole('link', { name: 'About this site' }).click();
  await expect(page).toHaveURL('/en/about');
  await page.goBack();
  await explorer.arrived();
  await explorer.expectFound([...GRONINGEN, ...LEEUWARDEN], 'city=leeuwarden&city=groningen');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(scroll);
});

test('the way back from a project leads to the filter one came with', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await explorer.tick('city', 'leeuwarden');
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await page.getByRole('link', { name: 'SCEPA', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'SCEPA' })).toBeFocused();
  await page.locator('main').getByRole('link', { name: 'All projects' }).click();
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('going back closes the filters first, and then takes back what was chosen', async ({
    explorer,
    page,
  }) => {
    await page.goto('/en/about');
    await explorer.open('/en');
    const panel = page.locator('#filters');
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect(panel).toBeVisible();
    await page.goBack();
    await expect(panel).toBeHidden();
    await expect(page).toHaveURL('/en');
    await page.getByRole('button', { name: 'Filters' }).click();
    await explorer.box('city', 'leeuwarden').check();
    await expect(page).toHaveURL('/en?city=leeuwarden');
    await explorer.box('theme', 'sustainable-energy').check();
    await expect(page).toHaveURL('/en?city=leeuwarden&theme=sustainable-energy');
    await expect(page.locator('.card')).toHaveCount(2);
    await page.goBack();
    await expect(panel).toBeHidden();
    await expect(page).toHaveURL('/en?city=leeuwarden&theme=sustainable-energy');
    await page.goBack();
    await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
    await expect(explorer.box('theme', 'sustainable-energy')).not.toBeChecked();
    await page.goBack();
    await explorer.expectFound(ALL, '');
    await page.goBack();
    await expect(page).toHaveURL('/en/about');
  });

  for (const how of ['Escape', 'the button']) {
    test(`filters that were closed by ${how} leave nothing in the history`, async ({
      explorer,
      page,
    }) => {
      await page.goto('/en/about');
      await explorer.open('/en');
      const panel = page.locator('#filters');
      await page.getByRole('button', { name: 'Filters' }).click();
      await explorer.box('city', 'leeuwarden').check();
      await expect(page).toHaveURL('/en?city=leeuwarden');
      await expect.poll(() => page.evaluate(() => history.state)).toBe('filters');
      if (how === 'Escape') await page.keyboard.press('Escape');
      else await panel.locator('button[type=submit]:visible').click();
      await expect(panel).toBeHidden();
      await expect.poll(() => page.evaluate(() => history.state)).not.toBe('filters');
      await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
      await page.goBack();
      await explorer.expectFound(ALL, '');
      await page.goBack();
      await expect(page).toHaveURL('/en/about');
    });
  }
});
