// Share and print.

import { LEEUWARDEN } from './fixtures/catalogue.ts';
import { expect, test } from './fixtures/test.ts';

test.describe('sharing', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the link of what is shown, and says so', async ({ explorer, page }) => {
    await explorer.open('/en');
    await explorer.tick('city', 'leeuwarden');
    await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'The link has been copied.' }),
    ).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await explorer.axe();
    await explorer.open('/fy/projects/scepa');
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
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('.said')).toHaveText(/Copy it from the address bar/);
});

test('the print button prints', async ({ explorer, page }) => {
  await page.addInitScript(() => {
    window.print = () => void document.documentElement.setAttribute('data-printed', '');
  });
  await explorer.open('/en');
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html[data-printed]')).toHaveCount(1);
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
