// The address is the state: it can be copied, shared, typed and read.

import { LEEUWARDEN } from './fixtures/catalogue.ts';
import { bothWays, expect, expectProjects, test, Watch } from './fixtures/test.ts';

bothWays(() => {
  test('a link shows the same in a window of its own', async ({
    explorer,
    page,
    browser,
    baseURL,
    javaScriptEnabled,
  }) => {
    await explorer.open('/en');
    await explorer.tick('theme', 'transport');
    await explorer.tick('city', 'leeuwarden');
    await explorer.tick('city', 'groningen');
    // A link leads on from the answer that it stands in.
    const food = page.getByRole('link', { name: 'Exclude Food' });
    await expect(food).toHaveAttribute('href', /groningen/);
    await food.click();
    await explorer.choose('from', '2020');
    const byTitle = page
      .getByRole('navigation', { name: 'Sort by' })
      .getByRole('link', { name: 'Title' });
    await expect(byTitle).toHaveAttribute('href', /-food.*from=2020/);
    await byTitle.click();
    // In the one order that addresses have, however it came about.
    const query = 'city=groningen&city=leeuwarden&theme=transport&theme=-food&from=2020&sort=title';
    await explorer.expectFound(['Active Cities', 'SURFLOGH'], query);

    const context = await browser.newContext({ baseURL, javaScriptEnabled });
    const watch = new Watch(context, new URL(baseURL ?? '').origin);
    const other = await context.newPage();
    await other.goto(page.url());
    if (explorer.scripts) await other.locator('html[data-ready]').waitFor({ state: 'attached' });
    expect(other.url()).toBe(page.url());
    await expectProjects(other, ['Active Cities', 'SURFLOGH']);
    const ticked = (page: typeof other) =>
      page
        .locator('.filters :checked')
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(await ticked(other)).toEqual(await ticked(page));
    await expect(other.locator('.chip')).toHaveText(await page.locator('.chip').allTextContents());
    expect(await watch.look()).toEqual([]);
    await context.close();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form that is sent with empty fields ends at the canonical address', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?sort=title');
    const [sent] = await Promise.all([
      page.waitForResponse((response) => response.status() === 303),
      explorer.tick('city', 'leeuwarden'),
    ]);
    expect(new URL(sent.url()).search).toMatch(/q=&/);
    expect(sent.headers()['location']).toBe('/en?city=leeuwarden&sort=title');
    await explorer.expectFound([...LEEUWARDEN].sort(), 'city=leeuwarden&sort=title');
  });
});

test('a damaged address is read as far as it can be', async ({
  page,
  explorer,
}) => {
  const values = Array.from({ length: 300 }, (_, n) => `city=c${n}`).join('&');
  await explorer.open(`/en?city=leeuwarden&${values}&page=999&q=%ff%fe${'a'.repeat(400)}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.notices li')).toHaveCount(10);
  await explorer.axe();
});
