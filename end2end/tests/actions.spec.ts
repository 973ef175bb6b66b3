// Share and print.

import { LEEUWARDEN } from './fixtures/catalogue.ts';
import { expect, test } from './fixtures/test.ts';

test.describe('sharing', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the link of what is shown, and says so', async ({ explorer, page }) => {
    await explorer.open('/en');
    await explorer.tick('city', 'leeuwarden');
    await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
    await page.locator('.actions summary').click();
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.locator('.actions details')).not.toHaveAttribute('open');
    await expect(
      page.getByRole('status').filter({ hasText: 'The link has been copied.' }),
    ).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await explorer.axe();
    await explorer.open('/fy/projects/scepa');
    await page.locator('.actions summary').click();
    await page.locator('.actions button').first().click();
    await expect(page.locator('.said')).not.toBeEmpty();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });
});

test('where the link cannot be copied the page says what to do', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await explorer.open('/en');
  await page.locator('.actions summary').click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.said')).toHaveText(/Copy it from the address bar/);
});

test('the print button prints', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', '');
  });
  await explorer.open('/en');
  await page.locator('.actions summary').click();
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
});

test('the menu closes by Escape and by a press beside it', async ({ explorer, page }) => {
  await explorer.open('/en');
  const menu = page.locator('.actions details');
  const summary = menu.locator('summary');
  await summary.click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
  await explorer.axe();
  await page.keyboard.press('Escape');
  await expect(menu).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  await summary.click();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(menu).not.toHaveAttribute('open');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there are no buttons that would do nothing', async ({ explorer, page }) => {
    for (const address of ['/en', '/en/projects/scepa']) {
      await explorer.open(address);
      await expect(page.locator('.actions')).toBeHidden();
    }
  });
});
