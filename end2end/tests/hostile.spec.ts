// A catalogue whose every text attacks the page it stands on: for a browser it is text.

import type { Page } from '@playwright/test';
import { bothWays, expect, HOSTILE, test } from './fixtures/hostile.ts';

/** A browser drops what no title shows: it joins the blanks of a title into one. */
const TITLE = `${HOSTILE} – Interreg Explorer`.replace(/[\t\n\f\r ]+/g, ' ').trim();

const SEEN = '__seen';

/** Notes what must not happen: a dialog, a navigation that the test did not ask for, something
 *  that the policy refuses. The `page` itself complains about what the console says. */
async function watched(page: Page) {
  const seen: string[] = [];
  page.on('dialog', async (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(`window: ${popup.url()}`));
  page.on('framenavigated', (frame) => seen.push(`at: ${new URL(frame.url()).pathname}`));
  await page.exposeFunction(SEEN, (what: string) => seen.push(what)).catch(() => {});
  await page.addInitScript((name) => {
    addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as Record<string, (what: string) => void>)[name](
        `policy: ${event.violatedDirective} ${event.blockedURI}`,
      );
    });
  }, SEEN);
  return seen;
}

/** Long enough for a refresh of no seconds and for what loads late. */
async function settled(page: Page) {
  await page.waitForLoadState('networkidle');
}

bothWays(() => {
  for (const path of [
    '/en',
    '/nl?view=map',
    '/de?layer=network',
    '/fy/about',
    '/en/embed',
    '/en/projects/a-slug',
    '/nl/widget',
    '/de/widget/projects/a-slug?lock=city%3Da-slug',
    '/fy/projects/none',
  ]) {
    test(`${path} stays where it is and runs nothing`, async ({ explorer, page, watch }) => {
      if (path.endsWith('none')) watch.allow(/404 \(Not Found\)/);
      const seen = await watched(page);
      await page.goto(path);
      if (explorer.scripts && !/about|embed/.test(path)) await explorer.arrived();
      await settled(page);
      const own = new URL(path, page.url()).pathname;
      // The generator shows the widget in a frame.
      const frames = path === '/en/embed' ? ['at: /en/widget'] : [];
      expect(seen).toEqual([`at: ${own}`, ...frames]);
      await expect(page).toHaveURL(path);
      await expect(page.locator('base, meta[http-equiv], img, object, [onerror], [onload]')).toHaveCount(
        0,
      );
      if (path.includes('/projects/a-slug')) await expect(page).toHaveTitle(TITLE);
    });
  }
});

for (const home of ['/en', '/en/widget']) {
  test(`from ${home} to a project and back, the title is the very name`, async ({
    explorer,
    page,
  }) => {
    const seen = await watched(page);
    await explorer.open(home);
    const before = await page.title();
    await page.locator('.card-name a, a.card-name, .card a').first().click();
    await expect(page).toHaveURL(new RegExp(`${home}/projects/[ab]-slug`));
    await expect(page).toHaveTitle(TITLE);
    await explorer.expectSameDocument();
    await settled(page);
    await page.goBack();
    await expect(page).toHaveTitle(before);
    await explorer.expectSameDocument();
    expect(seen.filter((what) => !what.startsWith('at: '))).toEqual([]);
  });
}
