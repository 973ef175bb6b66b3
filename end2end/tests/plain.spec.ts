// Pages of text: about this site, and what is not there.

import { LANGUAGES } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

for (const lang of LANGUAGES) {
  test(`the page about the site loads no script (${lang})`, async ({ explorer, page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    const response = await page.goto(`/${lang}/about`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('script[src], script[type], link[rel*=preload]')).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2 })).not.toHaveCount(0);
    await expect(page.locator('#accessibility')).toBeVisible();
    expect(
      asked.filter((type) => !['document', 'stylesheet', 'image', 'other'].includes(type)),
    ).toEqual([]);
    await explorer.axe();
  });
}

const MISSING = {
  nl: ['Dit project bestaat niet', 'Deze pagina bestaat niet'],
  en: ['This project does not exist', 'This page does not exist'],
  de: ['Dieses Projekt gibt es nicht', 'Diese Seite gibt es nicht'],
  fy: ['Dit projekt bestiet net', 'Dizze side bestiet net'],
};

bothWays(() => {
  for (const lang of LANGUAGES) {
    test(`what is not there says so, and offers a search (${lang})`, async ({
      explorer,
      page,
      watch,
    }) => {
      // Chromium itself notes it.
      watch.allow(/^console.error: Failed to load resource: .* status of 404/);
      const addresses = [`/${lang}/projects/atlantis`, `/${lang}/atlantis`];
      for (const [place, address] of addresses.entries()) {
        const response = await explorer.open(address);
        expect(response?.status()).toBe(404);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(MISSING[lang][place]);
        await explorer.axe();
      }
      await page.getByRole('searchbox').fill('blockch');
      await page.getByRole('searchbox').press('Enter');
      await expect(page).toHaveURL(`/${lang}?q=blockch`);
      await explorer.arrived();
      await expect(page.locator('.card-name')).toHaveText(['BLING']);
    });
  }
});
