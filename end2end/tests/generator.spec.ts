// What an official copies from the generator, pasted as it is into a page of their own.

import { Embed, expect, test } from './fixtures/host.ts';

test('what is to be pasted works where it is pasted', async ({ page, host, request, watch }) => {
  // The frame has no border of its own; a page that forbids style says so.
  watch.allow(/inline style/);
  await page.goto('/en/embed?city=leeuwarden&visitors=only&heading=3&accent=b5121b');
  await expect(page.locator('.embed-preview').first()).toBeVisible();
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

test('a choice is seen in the preview and in what is to be pasted', async ({ page, host }) => {
  void host;
  await page.goto('/en/embed');
  const preview = page.frameLocator('.embed-preview iframe');
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
