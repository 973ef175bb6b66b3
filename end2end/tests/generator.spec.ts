// What an official copies from the generator, pasted as it is into a page of their own.

import type { Page } from '@playwright/test';
import { Embed, expect, test } from './fixtures/host.ts';

/** Opens the generator, until its preview has all that it fetches. */
async function generator(page: Page, query: string) {
  await page.goto(`/en/embed${query}`);
  const preview = page.frameLocator('.embed-preview iframe');
  await preview.locator('html[data-ready]').waitFor({ state: 'attached' });
  return preview;
}

test('what is to be pasted works where it is pasted', async ({ page, host, request, watch }) => {
  // The frame has no border of its own; a page that forbids style says so.
  watch.allow(/inline style/);
  await generator(page, '?city=leeuwarden&visitors=only&heading=3&accent=b5121b');
  const pasted = await page
    .locator('.embed-output textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
  const [plain = '', scripted = '', element = '', address = '', fragment = ''] = pasted;

  for (const snippet of [plain, scripted, element]) {
    await page.goto(host.put(snippet));
    const embed = new Embed(page);
    await embed.ready();
    await expect(embed.inside.locator('.card')).toHaveCount(4);
    await expect(embed.inside.locator('h3').first()).toHaveText('Interreg projects of our cities');
    await expect(embed.inside.locator('[name="city"]')).toHaveCount(0);
    if (snippet !== plain) await embed.fits();
  }

  // Systems that make a frame of an address ask for it.
  const told = await request.get(`/oembed?url=${encodeURIComponent(address)}`);
  const { type, html } = await told.json();
  expect(type).toBe('rich');
  await page.goto(host.put(html));
  const embed = new Embed(page);
  await embed.ready();
  await expect(embed.inside.locator('.card')).toHaveCount(4);

  // Plain markup is part of the page itself.
  const markup = await request.get(fragment);
  await page.goto(host.put(await markup.text()));
  await expect(page.locator('.interreg-projects li')).toHaveCount(4);
});

test('the preview stays beside the form, and lies over nothing', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await generator(page, '');
  const preview = page.locator('.embed-preview iframe');
  await page.getByLabel('Compact cards').scrollIntoViewIfNeeded();
  await expect(preview).toBeInViewport({ ratio: 0.9 });
  const outputs = page.locator('.embed-output');
  for (let n = 0; n < (await outputs.count()); n += 1) {
    // Whatever is over them would take the click.
    await outputs.nth(n).locator('textarea').first().click({ trial: true, timeout: 5000 });
    await outputs.nth(n).getByRole('button').first().click({ trial: true, timeout: 5000 });
  }
});

test('a choice is seen in the preview and in what is to be pasted', async ({ page, host }) => {
  void host;
  const preview = await generator(page, '');
  await expect(preview.locator('.card')).toHaveCount(10);
  await page.getByLabel('only ever see this').check();
  await page.locator('input[name="city"][value="assen"]').check();
  await expect(page).toHaveURL(/city=assen/);
  await expect(preview.locator('.card')).toHaveCount(1);
  await expect(page.locator('.embed-output textarea').first()).toHaveValue(/lock=city%3Dassen/);
  // The address says all of it to a colleague.
  await page.reload();
  await expect(page.locator('input[name="city"][value="assen"]')).toBeChecked();
  await expect(page.getByLabel('only ever see this')).toBeChecked();
});

test('what is below the element waits where it is until its frame knows its height', async ({ page, host }) => {
  await generator(page, '?city=leeuwarden');
  const element = await page.locator('.embed-output textarea').nth(2).inputValue();
  // This page allows the room that is kept, as most do.
  host.allowStyle = true;
  await page.setViewportSize({ width: 600, height: 2000 });
  // The script comes when what is below has long been seen.
  const later = element.replace(/<script.*<\/script>/, '');
  await page.goto(host.put(`${later}<p class="below">More</p>`));
  await page.locator('interreg-explorer').evaluate((element) => {
    const below = document.querySelector('.below')?.getBoundingClientRect();
    const room = element.getBoundingClientRect().height;
    const heights = [room];
    new ResizeObserver(() => {
      const { height } = element.getBoundingClientRect();
      if (height !== heights.at(-1)) heights.push(height);
    }).observe(element);
    Object.assign(window, { heights, isBelow: below && below.top >= room });
  });
  type Seen = { heights: number[]; isBelow: boolean };
  const seen = () => page.evaluate(() => (({ heights, isBelow }) => ({ heights, isBelow }))(window as unknown as Seen));
  expect(await seen()).toEqual({ heights: [900], isBelow: true });
  await page.addScriptTag({ url: `${host.explorer}/embed.js` });
  const embed = new Embed(page);
  await embed.fits();
  // From the room that was kept to all of it, with nothing less between.
  const { heights } = await seen();
  expect(heights.at(-1)).toBe(await embed.height());
  expect(Math.min(...heights)).toBe(900);
});
