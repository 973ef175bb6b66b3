// An explorer that only listed sites may have in a frame.

import { Embed, expect, Host, test as base } from './fixtures/host.ts';
import { Server } from './fixtures/server.ts';

/** A town that is listed; the `host` of these tests is not. */
const test = base.extend<{ listed: Host }, { site: { server: Server; listed: Host } }>({
  site: [
    // Playwright reads from the pattern what a fixture needs: nothing.
    async ({}, use) => {
      const listed = await Host.start();
      const settings = `[embed]\nancestors = ["${listed.url}"]\n`;
      const server = await Server.start({ files: { 'explorer.toml': settings } });
      listed.explorer = server.url;
      await use({ server, listed });
      await server.stop();
      await listed.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.server.url),
  listed: async ({ site, watch }, use) => {
    site.listed.mayBeVisited(watch);
    await use(site.listed);
  },
});

test('a listed site shows the explorer', async ({ page, listed }) => {
  await page.goto(listed.put(listed.iframe() + listed.script()));
  const embed = new Embed(page);
  await embed.ready();
  await expect(embed.inside.locator('.card')).toHaveCount(10);
  await embed.fits();
});

test('any other reads why not, and has the way to the explorer', async ({ page, host, watch }) => {
  watch.allow(/403 \(Forbidden\)/);
  const address = '/de/widget?lock=city%3Dassen';
  await page.goto(host.put(host.iframe(address) + host.script()));
  const { inside } = new Embed(page);
  await expect(inside.locator('html')).toHaveAttribute('lang', 'de');
  await expect(inside.locator('p').first()).toBeVisible();
  await expect(inside.locator('.card, script')).toHaveCount(0);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    inside.getByRole('link').click(),
  ]);
  await expect(tab).toHaveURL(`${host.explorer}/de?city=assen`);
  await expect(tab.locator('.card')).toHaveCount(1);
});

test('a site that does not say who it is has nothing in its frame', async ({
  page,
  host,
  watch,
}) => {
  watch.allow(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE/);
  const silent = host.iframe().replace('strict-origin-when-cross-origin', 'no-referrer');
  const refused = page.waitForEvent('console', (line) => line.text().includes('frame-ancestors'));
  await page.goto(host.put(silent + host.script()));
  await refused;
  await expect(new Embed(page).inside.locator('.card')).toHaveCount(0);
});

test('the explorer around its own widget is always listed', async ({ page }) => {
  await page.goto('/en/embed');
  await expect(page.frameLocator('.embed-preview iframe').locator('.card')).toHaveCount(10);
});
