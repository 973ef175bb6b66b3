import { expect, test } from '@playwright/test';

test('the first page is complete before any script runs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL' });
  const page = await context.newPage();
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  await expect(page).toHaveURL('/nl');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await context.close();
});
