// What a visitor sees before scrolling.

import { expect, test } from './fixtures/test.ts';

/** Where an element begins, in pixels from the top of the page. */
const top = (selector: string) =>
  Math.round((document.querySelector(selector) as Element).getBoundingClientRect().top + scrollY);

for (const [width, height] of [[390, 844], [320, 640]] as const) {
  test.describe(`a screen of ${width} by ${height}`, () => {
    test.use({ viewport: { width, height } });

    for (const address of ['/en', '/nl', '/de', '/fy']) {
      test(`${address} begins with a project`, async ({ explorer, page }) => {
        await explorer.open(address);
        const header = await page.locator('.masthead').boundingBox();
        expect(header?.height).toBe(56);
        const y = await page.evaluate(top, '.card');
        expect(y, 'top of the first card').toBeLessThan(width === 390 ? 420 : 460);
        // Two lines of the introduction, and the rest on demand.
        const text = page.locator('.introduction > p');
        const short = (await text.boundingBox())?.height ?? 0;
        await page.locator('.introduction-more summary').click();
        expect((await text.boundingBox())?.height).toBeGreaterThan(2 * short);
        await explorer.axe();
      });
    }

    test('the bar stays in view, with filters, number and views', async ({ explorer, page }) => {
      await explorer.open('/nl');
      await page.evaluate(() => scrollTo(0, 1500));
      const bar = page.locator('.result-bar');
      await expect(bar.getByRole('button', { name: 'Filters' })).toBeInViewport({ ratio: 1 });
      await expect(bar.locator('.found')).toBeInViewport({ ratio: 1 });
      for (const name of ['Lijst', 'Tabel', 'Kaart']) {
        await expect(bar.getByRole('link', { name })).toBeInViewport({ ratio: 1 });
      }
      expect((await bar.boundingBox())?.y).toBe(0);
    });

    test('the languages are a menu', async ({ explorer, page }) => {
      await explorer.open('/nl?city=emmen');
      const german = page.getByRole('link', { name: 'Deutsch' });
      await expect(german).toBeHidden();
      await page.getByRole('button', { name: 'Taal' }).click();
      await explorer.axe();
      await german.click();
      await expect(page).toHaveURL('/de?city=emmen');
    });
  });
}

test('a card is at most 180 pixels high on a desktop', async ({ explorer, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const address of ['/en', '/nl']) {
    await explorer.open(address);
    const cards = page.locator('.card');
    const heights = await cards.evaluateAll((cards) => cards.map((card) => card.clientHeight));
    expect(heights).toHaveLength(10);
    expect(Math.max(...heights), address).toBeLessThanOrEqual(180);
  }
});
