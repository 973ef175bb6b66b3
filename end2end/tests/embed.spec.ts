// The explorer on the pages of others: frames that are as high as what is in them,
// and that trust only messages of each other.

import { mergeTests, type Page } from '@playwright/test';
import { axe } from './fixtures/axe.ts';
import { Embed, expect, type Host, test } from './fixtures/host.ts';
import { test as withMany } from './fixtures/many.ts';
import { MapView } from './fixtures/map-view.ts';

/** The outputs of the generator that a script makes higher. */
const WITH_SCRIPT: [string, (host: Host, address?: string) => string][] = [
  ['a frame', (host, address) => host.iframe(address) + host.script()],
  ['the element', (host, address) => host.script() + host.element(address)],
];

/** Opens a page of the host with one embed. */
async function shown(page: Page, address: string): Promise<Embed> {
  await page.goto(address);
  const embed = new Embed(page);
  await embed.ready();
  return embed;
}

/** What the explorer in a frame would say to the page around it. */
const told = (embed: Embed, message: unknown) =>
  embed.inside.locator('body').evaluate((_, message) => parent.postMessage(message, '*'), message);

const ours = (message: object) => ({ 'interreg-explorer': 1, ...message });

for (const [what, output] of WITH_SCRIPT) {
  for (const width of [280, 600, 1200]) {
    test(`${what} of ${width} px is as high as its explorer, whatever is done in it`, async ({
      page,
      host,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const embed = await shown(page, host.put(output(host)));
      const { inside } = embed;
      await expect(inside.locator('.card')).toHaveCount(10);
      await embed.fits();
      const whole = await embed.height();

      await inside.getByRole('searchbox').fill('WaterWarmth');
      await expect(inside.locator('.card')).toHaveCount(1);
      await embed.fits();
      expect(await embed.height()).toBeLessThan(whole);

      await inside.locator('.card-name a').click();
      await expect(inside.locator('.way-back .back')).toBeVisible();
      await embed.fits();

      await inside.locator('.way-back .back').click();
      await expect(inside.locator('.card')).toHaveCount(1);
      await embed.fits();

      // Text twice as large, as a visitor may prefer it.
      const frame = await embed.frame();
      await frame.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await embed.fits();
    });
  }

  test(`${what} follows its page from narrow to wide and back`, async ({ page, host }) => {
    const embed = await shown(page, host.put(output(host)));
    for (const width of [280, 1200, 280]) {
      await page.setViewportSize({ width, height: 800 });
      await embed.fits();
    }
  });

  test(`${what} fits on a screen of three dots a pixel`, async ({ browser, host }) => {
    const page = await browser.newPage({ deviceScaleFactor: 3, viewport: { width: 411, height: 731 } });
    const embed = await shown(page, host.put(output(host)));
    await embed.fits();
    await page.close();
  });
}

const many = mergeTests(test, withMany);

many('the next page of the list begins at the top of the frame', async ({ page, host }) => {
  const embed = await shown(page, host.put(host.iframe() + host.script()));
  await embed.fits();
  const next = embed.inside.locator('.pages [rel=next]');
  await next.click();
  await expect(embed.inside.locator('.pages [aria-current]')).toHaveText('2');
  await embed.fits();
  const top = () => embed.iframe.evaluate((frame) => frame.getBoundingClientRect().top);
  await expect.poll(async () => Math.abs(await top())).toBeLessThan(2);
});

test('nothing jumps while a project is on its way into the frame', async ({ page, host }) => {
  const embed = await shown(page, host.put(`${host.iframe()}${host.script()}<p>More</p>`));
  await embed.fits();
  const before = await embed.height();
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    const heights: number[] = [];
    Object.assign(window, { heights });
    if (frame) new ResizeObserver(() => heights.push(frame.clientHeight)).observe(frame);
  });
  // As long as an answer takes on a bad line.
  await page.route('**/api/fn/project**', async (route) => {
    await new Promise((late) => setTimeout(late, 400));
    await route.continue();
  });
  await embed.inside.locator('.card-name a').last().click();
  await expect(embed.inside.locator('.way-back .back')).toBeVisible();
  await embed.fits();
  const after = await embed.height();
  const heights = await page.evaluate(() => (window as unknown as { heights: number[] }).heights);
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(Math.min(before, after));
});

test('a frame alone keeps its height, and scrolls', async ({ page, host }) => {
  const embed = await shown(page, host.put(host.iframe()));
  await expect(embed.inside.locator('.card')).toHaveCount(10);
  await embed.heard();
  expect(await embed.iframe.evaluate((frame) => (frame as HTMLElement).offsetHeight)).toBe(600);
  const frame = await embed.frame();
  expect(await frame.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(600);
});

test('two embeds on one page are kept apart', async ({ page, host }) => {
  const short = '/en/widget?lock=city%3Dassen';
  await page.goto(host.put(host.iframe() + host.element(short) + host.script()));
  const [long, small] = [new Embed(page, 0), new Embed(page, 1)];
  for (const embed of [long, small]) await embed.ready();
  await long.fits();
  await small.fits();
  expect(await small.height()).toBeLessThan(await long.height());

  const before = await long.height();
  await told(small, ours({ type: 'height', height: 777 }));
  await expect.poll(() => small.height()).toBe(777);
  expect(await long.height()).toBe(before);
});

test('the script may be there twice, and later than the embed', async ({ page, host }) => {
  const embed = await shown(page, host.put(host.iframe() + host.element()));
  expect(await page.locator('iframe').count()).toBe(1);
  for (let times = 0; times < 2; times += 1) {
    await page.addScriptTag({ url: `${host.explorer}/embed.js` });
  }
  await embed.fits();
  const built = new Embed(page, 1);
  await built.ready();
  await built.fits();
  expect(await page.locator('iframe').count()).toBe(2);
});

test('an embed that comes later is found, and one that goes leaves nothing', async ({
  page,
  host,
}) => {
  await page.goto(host.put(host.script()));
  await page.waitForFunction(() => customElements.get('interreg-explorer'));
  const listening = () => listeners(page);
  const nothing = await listening();
  for (const html of [host.iframe(), host.element()]) {
    await page.locator('main').evaluate((main, html) => main.insertAdjacentHTML('beforeend', html), html);
    const embed = new Embed(page);
    await embed.ready();
    await embed.fits();
    expect(await listening()).toEqual([...nothing, 'message', 'resize', 'scroll'].sort());
    await page.locator('iframe, interreg-explorer').first().evaluate((embed) => embed.remove());
    await expect.poll(listening).toEqual(nothing);
  }
});

/** What the window of a page listens to. */
async function listeners(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const { result } = await browser.send('Runtime.evaluate', { expression: 'window' });
  const { listeners } = await browser.send('DOMDebugger.getEventListeners', {
    objectId: result.objectId ?? '',
  });
  await browser.detach();
  return listeners.map(({ type }) => type).sort();
}

test('an element that is moved goes on', async ({ page, host }) => {
  const embed = await shown(page, host.put(`<div class="there"></div>${host.element()}${host.script()}`));
  await embed.fits();
  await page.evaluate(() => {
    const element = document.querySelector('interreg-explorer');
    if (element) document.querySelector('.there')?.append(element);
  });
  await embed.ready();
  await embed.fits();
  expect(await page.locator('iframe').count()).toBe(1);
});

test('what is written on the element, and the look of its page, is in the address', async ({
  page,
  host,
}) => {
  const written = host.element('/en/widget?city=assen', 'lang="nl" heading="3" radius="2" tokens title="Projecten"');
  await page.goto(host.put(written + host.script()));
  const { iframe } = new Embed(page);
  const query = 'city=assen&accent=6d1842&radius=2&font=Open+Sans&heading=3';
  await expect(iframe).toHaveAttribute('src', `${host.explorer}/nl/widget?${query}`);
  await expect(iframe).toHaveAttribute('title', 'Projecten');
  await expect(iframe).toHaveAttribute('loading', 'lazy');
});

test('an element without an address to show keeps its link', async ({ page, host, watch }) => {
  watch.allow(/Invalid URL/);
  const [none, script] = ['', 'src="javascript:alert(1)"'].map(
    (src) => `<interreg-explorer ${src}><a href="${host.explorer}/en">All projects</a></interreg-explorer>`,
  );
  await page.goto(host.put(none + script + host.script()));
  await page.waitForFunction(() => customElements.get('interreg-explorer'));
  await expect(page.getByRole('link', { name: 'All projects' })).toHaveCount(2);
  expect(await page.locator('iframe').count()).toBe(0);
});

test.describe('when another page of the explorer is shown', () => {
  test.use({ viewport: { width: 600, height: 500 } });

  const top = (embed: Embed) => embed.iframe.evaluate((frame) => frame.getBoundingClientRect().top);

  /** A page scrolled so far, with the focus in its frame or outside. */
  async function scrolled(page: Page, host: Host, far: number, within = true) {
    const embed = await shown(page, host.put(host.iframe() + host.script()));
    await embed.fits();
    if (within) await embed.inside.locator('.card-name a').first().focus();
    await page.evaluate((far) => scrollTo(0, far), far);
    return embed;
  }

  test('the page is where that begins', async ({ page, host }) => {
    const embed = await scrolled(page, host, 900);
    await told(embed, ours({ type: 'turn' }));
    await expect.poll(async () => Math.abs(await top(embed))).toBeLessThan(2);
  });

  test('the frame says so, and what begins is to be seen', async ({ page, host }) => {
    const embed = await scrolled(page, host, 0);
    await page.evaluate(() => {
      const said: string[] = [];
      addEventListener('message', ({ data }) => said.push(data.type));
      Object.assign(window, { said });
    });
    const turns = () =>
      page.evaluate(
        () => (window as unknown as { said: string[] }).said.filter((type) => type === 'turn').length,
      );
    await embed.inside.getByRole('searchbox').fill('a');
    await expect(embed.inside.locator('#found')).not.toHaveText('10 projects');
    await embed.heard();
    expect(await turns(), 'a filter turns no page').toBe(0);
    await embed.inside.locator('.card-name a').last().click();
    await expect(embed.inside.locator('h2').first()).toBeInViewport();
    await expect.poll(turns).toBe(1);
    await embed.inside.locator('.way-back .back').click();
    await expect.poll(turns).toBe(2);
    await page.evaluate(() => history.back());
    await expect.poll(turns).toBe(3);
    // Another language is another document.
    await embed.fits();
    await embed.inside.locator('.languages [hreflang=de]').click();
    await expect(embed.inside.locator('html')).toHaveAttribute('lang', 'de');
    await expect.poll(turns).toBe(4);
    await embed.fits();
  });

  test('and the page stays, if that is to be seen already', async ({ page, host }) => {
    const embed = await scrolled(page, host, 10);
    await told(embed, ours({ type: 'turn' }));
    await embed.heard();
    expect(await page.evaluate(() => scrollY)).toBe(10);
  });

  test('and the page stays, if the focus is outside the frame', async ({ page, host }) => {
    const embed = await scrolled(page, host, 900, false);
    await told(embed, ours({ type: 'turn' }));
    await embed.heard();
    expect(await page.evaluate(() => scrollY)).toBe(900);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 600 } });

  for (const [what, output] of WITH_SCRIPT) {
    test(`${what} opens its filters in the part that is to be seen`, async ({ page, host }) => {
      const embed = await shown(page, host.put(output(host)));
      await embed.fits();
      const open = embed.inside.locator('button[popovertarget="filters"]:visible').first();
      await open.click();
      const filters = embed.inside.locator('.filters');
      await expect(filters).toBeVisible();
      // Wherever the page is meanwhile.
      for (const y of [0, 400, 1200]) {
        await page.evaluate((y) => scrollTo(0, y), y);
        const outside = async () => {
          const box = await filters.boundingBox();
          return box ? Math.max(-box.y, box.y + box.height - 600) : Number.NaN;
        };
        await expect.poll(outside).toBeLessThanOrEqual(2);
      }
      await embed.fits();
    });
  }
});

test('the map beside the list stays in the part that is to be seen', async ({ page, host }) => {
  await page.setViewportSize({ width: 900, height: 700 });
  const embed = await shown(page, host.put(host.iframe() + host.script()));
  await embed.fits();
  const map = embed.inside.locator('.map-surface');
  for (const y of [500, 900, 300]) {
    await page.evaluate((y) => scrollTo(0, y), y);
    await expect.poll(async () => (await map.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await expect(map).toBeInViewport();
  }
  await embed.fits();
});

test('a link out of the frame opens a tab', async ({ page, host }) => {
  const embed = await shown(page, host.put(host.iframe() + host.script()));
  // One that the server has not made so.
  const link = embed.inside.locator('body');
  await link.evaluate((body) => {
    const link = Object.assign(document.createElement('a'), { href: '/en/about', textContent: 'Away' });
    body.prepend(link);
  });
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    embed.inside.getByRole('link', { name: 'Away' }).click(),
  ]);
  await expect(tab).toHaveURL(`${host.explorer}/en/about`);
  await expect(embed.inside.locator('.card')).toHaveCount(10);
});

test.describe('messages', () => {
  test('that are none of the frame itself change nothing', async ({ page, host }) => {
    const stranger = host.put('<p>A stranger</p>').replace(host.url, '');
    const embed = await shown(
      page,
      host.put(
        `${host.iframe()}<iframe title="A stranger" src="${stranger}"></iframe>
        <iframe title="The same site, no embed" src="${host.explorer}/en/widget"></iframe>${host.script()}`,
      ),
    );
    await embed.fits();
    const before = await embed.height();
    const forged = [ours({ type: 'height', height: 4321 }), ours({ type: 'turn' })];
    const heights = () =>
      page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
    const all = await heights();
    for (const message of forged) {
      // The page itself, a frame of another site, and one of ours that is another's.
      await page.evaluate((message) => postMessage(message, '*'), message);
      for (const at of [1, 2]) await told(new Embed(page, at), message);
    }
    await embed.heard();
    expect(await embed.height()).toBe(before);
    expect(await heights()).toEqual(all);
  });

  test('of a frame that has gone elsewhere change nothing', async ({ page, host }) => {
    const embed = await shown(page, host.put(host.iframe() + host.script()));
    await embed.fits();
    const before = await embed.height();
    const stranger = host.put('<p>A stranger</p>');
    const body = embed.inside.locator('body');
    await body.evaluate((_, stranger) => location.assign(stranger), stranger);
    await embed.inside.getByText('A stranger').waitFor();
    await told(embed, ours({ type: 'height', height: 4321 }));
    await embed.heard();
    expect(await embed.height()).toBe(before);
  });

  test('of another shape change nothing, and no height passes its bounds', async ({
    page,
    host,
  }) => {
    const embed = await shown(page, host.put(host.iframe() + host.script()));
    await embed.fits();
    const before = await embed.height();
    const odd = [null, 'height', 7, [], { type: 'height', height: 999 }];
    const wrong = ['999', null, Number.NaN, Number.POSITIVE_INFINITY, {}, [999], undefined];
    for (const message of [
      ...odd,
      { 'interreg-explorer': 2, type: 'height', height: 999 },
      ours({ type: 'size', height: 999 }),
      ...wrong.map((height) => ours({ type: 'height', height })),
    ])
      await told(embed, message);
    await embed.heard();
    expect(await embed.height()).toBe(before);
    for (const [height, clamped] of [
      [-5, 120],
      [1e9, 20000],
      [999.2, 1000],
    ]) {
      await told(embed, ours({ type: 'height', height }));
      await expect.poll(() => embed.height()).toBe(clamped);
    }
  });

  test('to the frame are taken from the page around it, and only numbers', async ({
    page,
    host,
  }) => {
    const stranger = host.put('<p>A stranger</p>').replace(host.url, '');
    const embed = await shown(
      page,
      host.put(`${host.iframe()}<iframe title="A stranger" src="${stranger}"></iframe>`),
    );
    const style = () =>
      embed.inside.locator('html').evaluate((html) => html.getAttribute('style') ?? '');
    const say = (message: unknown) =>
      page.evaluate((message) => frames[0]?.postMessage(message, '*'), message);
    const visible = (top: unknown, height: unknown) => ours({ type: 'visible', top, height });
    // Another frame of that page.
    const other = await new Embed(page, 1).frame();
    await other.evaluate(
      (message) => parent.frames[0]?.postMessage(message, '*'),
      visible(11, 222),
    );
    for (const [top, height] of [
      ['1px; background: red', 500],
      [0, '500'],
      [Number.NaN, 500],
      [0, Number.POSITIVE_INFINITY],
      [0, -1],
      [{}, []],
    ])
      await say(visible(top, height));
    for (const message of [null, 'visible', { type: 'visible', top: 1, height: 2 }])
      await say(message);
    await embed.heard();
    expect(await style()).toBe('');
    await say(visible(-7, 1e12));
    await expect.poll(style).toBe('--visible-top: 0px; --visible-height: 100000px;');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a frame shows the explorer, and the element its link', async ({ page, host }) => {
    await page.goto(host.put(host.iframe() + host.script() + host.element()));
    const embed = new Embed(page);
    await expect(embed.inside.locator('.card')).toHaveCount(10);
    expect(await page.locator('iframe').count()).toBe(1);
    await page.getByRole('link', { name: 'All projects' }).click();
    await expect(page).toHaveURL(`${host.explorer}/en`);
  });
});

test('the page and what is in the frame are free of barriers', async ({ page, host }) => {
  const embed = await shown(page, host.put(host.element() + host.script()));
  await embed.fits();
  await axe(page);
  await axe(page, await embed.frame());
});

test('nothing is kept, and nothing moves but what is below', async ({ page, host }) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await page.goto(
    host.put(`<p class="above">The town</p>${host.iframe()}${host.script()}<p class="below">More</p>`),
  );
  const embed = new Embed(page);
  await expect(embed.inside.locator('.card')).toHaveCount(10);
  await embed.fits();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value?: number })[];
          resolve(shifts.reduce((sum, { value = 0 }) => sum + value, 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => setTimeout(() => resolve(0)));
      }),
  );
  expect(shift).toBe(0);
  expect(await page.context().cookies()).toEqual([]);
  // Asked of the browser: in a frame of another site the page itself may not look.
  const browser = await page.context().newCDPSession(page);
  for (const origin of [host.url, host.explorer]) {
    const { usage } = await browser.send('Storage.getUsageAndQuota', { origin });
    expect(usage, origin).toBe(0);
  }
});

test('a map that is moved stays in its lock', async ({ page, host }) => {
  await page.setViewportSize({ width: 1200, height: 900 });
  const embed = await shown(page, host.put(host.iframe('/en/widget?lock=city%3Dleeuwarden')));
  const map = new MapView(page, await embed.frame());
  await map.wake();
  const asked = page.waitForResponse(/api\/fn\/markers/);
  await embed.inside.getByRole('button', { name: 'Zoom out' }).click();
  const question = new URL((await asked).url()).searchParams.get('query');
  expect(question).toContain('lock=city%3Dleeuwarden');
  await map.still();
  expect([...(await map.markers()).keys()]).toEqual(['4 projects in Leeuwarden']);
});

// Some systems let a frame run its scripts and nothing else: the explorer is then of no
// origin. WordPress does so with frames that it made of an address.
test.describe('in a sandbox', () => {
  /** A frame that may do nothing but run its scripts, with a word behind its address. */
  const sandbox = (host: Host, hash = '') =>
    `<iframe sandbox="allow-scripts" src="${host.explorer}/en/widget${hash}" title="Projects"
      height="900"></iframe>`;

  type Word = { secret: string; message: string; value: unknown };

  /** What the page hears of the frame from now on, in the words of WordPress. */
  const hearing = async (page: Page) => {
    await page.addInitScript(() => {
      const words: Word[] = [];
      addEventListener('message', ({ data }) => data.secret && words.push(data));
      Object.assign(window, { words });
    });
    return () => page.evaluate(() => (window as unknown as { words: Word[] }).words);
  };

  test('everything works that needs no tab', async ({ page, host }) => {
    const heard = await hearing(page);
    const embed = await shown(page, host.put(sandbox(host)));
    const { inside } = embed;
    expect(await (await embed.frame()).evaluate(() => self.origin)).toBe('null');
    await inside.getByRole('searchbox').fill('WaterWarmth');
    await expect(inside.locator('.card')).toHaveCount(1);
    await inside.locator('.card-name a').click();
    await expect(inside.locator('.way-back .back')).toBeVisible();
    const map = new MapView(page, await embed.frame());
    await map.wake();
    await map.still();
    await inside.locator('.way-back .back').click();
    await expect(inside.locator('.card')).toHaveCount(1);
    expect(await heard(), 'it has been told nothing').toEqual([]);
  });

  test('forms are answered in the frame, since it may send none', async ({ page, host }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    const embed = await shown(page, host.put(sandbox(host)));
    const { inside } = embed;
    await inside.locator('button[popovertarget="filters"]:visible').first().click();
    await inside.getByRole('checkbox', { name: /^Health/ }).check();
    const show = inside.getByRole('button', { name: 'Show 2 projects' });
    await show.click();
    await expect(show).toBeHidden();
    await expect(inside.locator('.card')).toHaveCount(2);
    const search = inside.getByRole('searchbox');
    await search.fill('isolation');
    await search.press('Enter');
    await expect(inside.locator('.card')).toHaveCount(1);
    await inside.getByRole('button', { name: 'Search' }).click();
    await expect(inside.locator('.card')).toHaveCount(1);
  });

  test('it tells its height and where a link leads, by the word that it was given', async ({
    page,
    host,
  }) => {
    const heard = await hearing(page);
    const embed = await shown(page, host.put(sandbox(host, '#?secret=Ab3')));
    const { inside } = embed;
    const last = async (message: string) =>
      (await heard()).filter((one) => one.message === message).at(-1);
    const height = () => inside.locator('body').evaluate((body) => body.getBoundingClientRect().height);
    const apart = async () => Math.abs(Number((await last('height'))?.value) - (await height()));
    const tells = () => expect.poll(apart).toBeLessThanOrEqual(2);
    await tells();
    // A page that begins to listen only now is told again.
    const count = (await heard()).length;
    await page.evaluate(() => frames[0]?.postMessage({ message: 'ready', secret: 'Ab3' }, '*'));
    await expect.poll(async () => (await heard()).length).toBe(count + 1);
    await inside.getByRole('searchbox').fill('WaterWarmth');
    await expect(inside.locator('.card')).toHaveCount(1);
    await tells();
    await inside.locator('.card-name a').click();
    await expect(inside.locator('.way-back .back')).toBeVisible();
    await tells();
    // Another language is another document.
    await inside.locator('.languages [hreflang=de]').click();
    await expect(inside.locator('html')).toHaveAttribute('lang', 'de');
    await inside.locator('html[data-ready]').waitFor({ state: 'attached' });
    await tells();
    const out = inside.getByRole('link', { name: 'Interreg Explorer' });
    await out.click({ button: 'right' });
    await embed.heard();
    expect(await last('link'), 'a menu is asked for').toBeUndefined();
    await out.click();
    await expect.poll(() => last('link')).toEqual({
      secret: 'Ab3',
      message: 'link',
      value: await out.evaluate((link) => (link as HTMLAnchorElement).href),
    });
    expect(page.context().pages()).toHaveLength(1);
  });
});
