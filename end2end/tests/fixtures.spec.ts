// The fixtures themselves: what must not happen is noticed.

import { axe, expect, test, Watch } from './fixtures/test.ts';

test('whatever goes wrong, leaves the site or is kept is noticed', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, bypassCSP: true });
  const watch = new Watch(context, baseURL ?? '');
  const page = await context.newPage();
  await page.goto('/en');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await watch.look()).toEqual([]);
  await page.route('http://elsewhere.test/', (route) => route.abort());
  await page.evaluate(async () => {
    console.debug('a word');
    setTimeout(() => {
      throw new Error('an error');
    });
    document.cookie = 'a=1';
    localStorage.setItem('b', '2');
    sessionStorage.setItem('c', '3');
    await fetch('http://elsewhere.test/', { mode: 'no-cors' }).catch(() => {});
    await new Promise((resolve) => {
      indexedDB.open('d').onsuccess = resolve;
    });
  });
  const noticed = (await watch.look()).join('\n');
  for (const what of [
    'console.debug: a word',
    'an error',
    'cookie: a',
    'localStorage b',
    'sessionStorage c',
    'indexeddb',
    'elsewhere: http://elsewhere.test/',
    'failed: http://elsewhere.test/',
  ]) {
    expect(noticed).toContain(what);
  }
  await context.close();
});

test('a barrier is found, in the colours of the dark as well', async ({ page }) => {
  await page.goto('/en/about');
  await page.evaluate(() => {
    document.querySelector('h1')?.insertAdjacentHTML('afterend', '<button></button>');
  });
  await expect(axe(page)).rejects.toThrow(/button-name/);
  await page.evaluate(() => {
    document.querySelector('h1 + button')?.remove();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media (prefers-color-scheme: dark) { h1 { color: #222 } }');
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(axe(page)).rejects.toThrow(/axe, dark/);
});
