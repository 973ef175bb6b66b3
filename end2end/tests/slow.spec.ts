// On a slow line a visitor goes on before the answers are there. What they asked for
// last is what the address, the form and, in the end, the list say.

import type { Page } from '@playwright/test';
import { ASSEN } from './fixtures/catalogue.ts';
import { expect, test } from './fixtures/test.ts';

/** Answers take as long as what they are about says; the others come at once. */
async function answersTake(page: Page, times: { [part: string]: number }) {
  await page.route('**/api/fn/explore*', async (route) => {
    const question = decodeURIComponent(route.request().url());
    const last = Object.keys(times).filter((part) => question.includes(part));
    const time = Math.max(0, ...last.map((part) => times[part] ?? 0));
    await new Promise((wait) => setTimeout(wait, time));
    await route.continue();
  });
}

/** What the explorer has asked and, before the answer came, waits for no longer. */
function dropped(page: Page) {
  const dropped: (string | null)[] = [];
  page.on('requestfailed', (request) => {
    dropped.push(new URL(request.url()).searchParams.get('query'));
  });
  return dropped;
}

test('no earlier question unticks what was ticked since, and none is waited for', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await answersTake(page, { 'city=leeuwarden': 600, 'theme=environment': 2500 });
  const gone = dropped(page);
  await explorer.tick('city', 'leeuwarden');
  await explorer.tick('theme', 'environment');
  await expect.poll(() => gone).toEqual(['city=leeuwarden']);
  await expect(page.locator('.chip')).toHaveCount(0);
  await expect(explorer.box('city', 'leeuwarden')).toBeChecked();
  await expect(explorer.box('theme', 'environment')).toBeChecked();
  await explorer.choose('from', '2023');
  await expect(page).toHaveURL('/en?city=leeuwarden&theme=environment&from=2023');
  await expect(page.locator('.chip')).toHaveText(['Leeuwarden', 'Environment', 'from 2023']);
  await expect(explorer.box('city', 'leeuwarden')).toBeChecked();
  await expect(explorer.box('theme', 'environment')).toBeChecked();
  await expect(page.locator('select[name="from"]')).toHaveValue('2023');
  expect(gone).toEqual(['city=leeuwarden', 'city=leeuwarden&theme=environment']);
});

test('a newer question is answered before an older one', async ({ explorer, page }) => {
  await explorer.open('/en');
  await answersTake(page, { 'city=leeuwarden': 60_000 });
  const gone = dropped(page);
  await explorer.tick('city', 'leeuwarden');
  await explorer.tick('city', 'leeuwarden', false);
  await expect.poll(() => gone).toEqual(['city=leeuwarden']);
  await explorer.tick('city', 'assen');
  await explorer.expectFound(ASSEN, 'city=assen');
});

test('links of a page that is no longer asked for change only what they are about', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en?theme=food&theme=transport');
  await answersTake(page, { '/api/fn/': 1000 });
  await page.getByRole('link', { name: 'Exclude Digital' }).click();
  await explorer.tick('city', 'groningen');
  // The chip stands in the first answer, which knows of neither.
  await page.locator('.chips').getByRole('link', { name: 'Remove filter: Food' }).click();
  await expect(explorer.box('theme', 'food')).not.toBeChecked();
  await page.getByRole('searchbox').fill('logistics');
  await explorer.choose('to', '2022');
  const asked = 'q=logistics&city=groningen&theme=transport&theme=-digital&to=2022';
  await expect(page).toHaveURL(`/en?${asked}`);
  await explorer.expectFound(['SURFLOGH'], asked);
  await expect(page.getByRole('searchbox')).toHaveValue('logistics');
  await expect(explorer.box('theme', 'transport')).toBeChecked();
});

test('back and forward ask again for what was asked for there', async ({ explorer, page }) => {
  await explorer.open('/en');
  await answersTake(page, { '/api/fn/': 700 });
  await explorer.tick('city', 'groningen');
  await explorer.tick('theme', 'digital');
  await page.goBack();
  await expect(page).toHaveURL('/en?city=groningen');
  await expect(explorer.box('theme', 'digital')).not.toBeChecked();
  await expect(explorer.box('city', 'groningen')).toBeChecked();
  await explorer.tick('status', 'closed');
  await expect(page).toHaveURL('/en?city=groningen&status=closed');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/en');
  await expect(page.locator('.filters input[type=checkbox]:checked')).toHaveCount(0);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL('/en?city=groningen&status=closed');
  await expect(page.locator('.chip')).toHaveText(['Groningen', 'Closed']);
  await expect(explorer.box('status', 'closed')).toBeChecked();
  await expect(explorer.box('theme', 'digital')).not.toBeChecked();
});
