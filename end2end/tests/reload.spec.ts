// What the browser keeps, it asks for again, and is told that it still holds.

import { ASSEN } from './fixtures/catalogue.ts';
import { expect, test } from './fixtures/test.ts';

for (const address of ['/en?status=closed', '/en/projects/bling', '/en/about']) {
  test(`a reload of ${address} is answered 304, and the page works`, async ({ page, explorer }) => {
    const browser = await page.context().newCDPSession(page);
    await browser.send('Network.enable');
    // What the server said; the page is told 200, as if it had been sent anew.
    const documents = new Set<string>();
    const statuses: number[] = [];
    browser.on('Network.requestWillBeSent', ({ type, requestId }) => {
      if (type === 'Document') documents.add(requestId);
    });
    browser.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode, headers }) => {
      if (!documents.has(requestId)) return;
      statuses.push(statusCode);
      const names = Object.keys(headers).map((name) => name.toLowerCase());
      // Another policy than that of the page that is kept would stop its scripts.
      if (statusCode === 304) expect(names).not.toContain('content-security-policy');
    });
    const still = address.endsWith('/about');
    await page.goto(address);
    if (!still) await explorer.arrived();
    await page.reload();
    if (!still) await explorer.arrived();
    await expect.poll(() => statuses).toEqual([200, 304]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    if (address.startsWith('/en?')) {
      await explorer.tick('city', 'assen');
      await explorer.expectFound(ASSEN, 'city=assen&status=closed');
    }
  });
}

test('the answer to a filter is asked for once, and not again on the way back', async ({
  explorer,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // The drawing under the map names the cities of the answer, so it may be another.
    if (request.resourceType() === 'fetch' && pathname !== '/basemap/overview') asked.push(pathname);
  });
  await explorer.open('/en');
  asked.length = 0;
  await explorer.tick('city', 'assen');
  await explorer.expectFound(ASSEN, 'city=assen');
  expect(asked).toEqual(['/api/fn/explore']);
  await page.goBack();
  await expect(page.locator('#found')).toHaveText('10 projects');
  await page.goForward();
  await explorer.expectFound(ASSEN, 'city=assen');
  expect(asked).toEqual(['/api/fn/explore']);
});
