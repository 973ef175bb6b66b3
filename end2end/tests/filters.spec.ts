// Each filter by itself: which projects it leaves, on the list and on the map.

import { ALL, ASSEN, EMMEN, GRONINGEN, LEEUWARDEN, allBut } from './fixtures/catalogue.ts';
import { bothWays, expect, expectProjects, test } from './fixtures/test.ts';

/** Every value of every facet, with exactly what it leaves. Today is 2026-11-24. */
const FACETS: Record<string, Record<string, string[]>> = {
  city: { groningen: GRONINGEN, emmen: EMMEN, assen: ASSEN, leeuwarden: LEEUWARDEN },
  theme: {
    health: ['I2I', 'Active Cities'],
    environment: ['SURFLOGH', 'IB-Green'],
    research: ['BLING'],
    education: ['Welcoming International Talent'],
    transport: ['SURFLOGH', 'Active Cities'],
    'sustainable-energy': ['SCEPA', 'WaterWarmth'],
    economy: ['REFRAME', 'Welcoming International Talent'],
    digital: ['BLING'],
    'culture-tourism': ['Natuurpark Moor Veenland'],
    'social-inclusion': ['I2I', 'SCEPA'],
    'climate-adaptation': ['IB-Green'],
    food: ['REFRAME'],
  },
  programme: {
    'north-sea-2014': ['REFRAME', 'BLING', 'SURFLOGH', 'I2I'],
    'urbact-2014': ['Welcoming International Talent'],
    'deutschland-nederland-2014': ['Natuurpark Moor Veenland'],
    'north-west-europe-2021': ['IB-Green', 'SCEPA'],
    'north-sea-2021': ['WaterWarmth', 'Active Cities'],
  },
  period: {
    '2014-2020': [...GRONINGEN, ...EMMEN, ...ASSEN],
    '2021-2027': LEEUWARDEN,
  },
  country: {
    CZ: ['Welcoming International Talent'],
    DK: ['REFRAME', 'BLING', 'Active Cities'],
    FR: ['IB-Green', 'SCEPA', 'WaterWarmth', 'Active Cities'],
    GB: ['BLING', 'SURFLOGH', 'I2I'],
    LU: ['IB-Green'],
    NL: ALL,
    NO: ['I2I', 'Active Cities'],
    SE: ['REFRAME', 'BLING', 'SURFLOGH', 'I2I', 'Active Cities'],
  },
  role: { lead: ['REFRAME', 'Welcoming International Talent', 'BLING', 'Active Cities'] },
  status: {
    ongoing: ['IB-Green', 'SCEPA'],
    closed: allBut('IB-Green', 'SCEPA', 'Active Cities'),
    unknown: ['Active Cities'],
  },
  budget: { unpublished: ['Welcoming International Talent', 'BLING', 'SURFLOGH', 'I2I'] },
};

bothWays(() => {
  for (const [key, values] of Object.entries(FACETS)) {
    test(`each value of "${key}" leaves exactly its projects`, async ({ explorer }) => {
      await explorer.open('/en');
      await explorer.expectFound(ALL, '');
      let last = '';
      for (const [value, names] of Object.entries(values)) {
        await (last ? explorer.swap(key, last, value) : explorer.tick(key, value));
        await explorer.expectFound(names, `${key}=${value}`);
        last = value;
      }
      await explorer.axe();
    });
  }

  test('years leave what is known to have run in them', async ({ explorer }) => {
    await explorer.open('/en');
    await explorer.choose('from', '2027');
    await explorer.expectFound(['IB-Green', 'SCEPA'], 'from=2027');
    await explorer.choose('from', '');
    await explorer.choose('to', '2017');
    await explorer.expectFound(['REFRAME', 'SURFLOGH'], 'to=2017');
    await explorer.choose('from', '2016');
    await explorer.choose('to', '2016');
    await explorer.expectFound(['REFRAME'], 'from=2016&to=2016');
    await explorer.axe();
  });

  test('an amount is read as visitors write it', async ({ explorer, page }) => {
    await explorer.open('/nl');
    await explorer.enter('budget-from', '5.000.000');
    await expect(page).toHaveURL('/nl?budget=5000000..');
    await explorer.enter('budget-to', '€ 7 000 000');
    await expect(page).toHaveURL('/nl?budget=5000000..7000000');
    await expectProjects(page, ['REFRAME', 'SCEPA', 'Active Cities']);
  });

  test('what is no amount is said and not thrown away in silence', async ({ explorer, page }) => {
    await explorer.open('/nl');
    await explorer.enter('budget-from', 'vijf miljoen');
    if (!explorer.scripts) {
      await expect(page.locator('.notices')).toContainText('vijf miljoen');
      return;
    }
    const field = page.locator('input[name="budget-from"]');
    await expect(page.locator('.unread')).toContainText('‘vijf miljoen’ is niet als bedrag');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await explorer.tick('city', 'leeuwarden');
    await expect(field).toHaveValue('vijf miljoen');
    await explorer.axe();
    // The other field may be right.
    await explorer.enter('budget-to', '9000000');
    await expect(page.locator('.unread')).not.toBeEmpty();
    await explorer.enter('budget-to', '');
    await explorer.enter('budget-from', '5,000,000');
    await expect(page).toHaveURL('/nl?city=leeuwarden&budget=5000000..');
    await expect(page.locator('.unread')).toBeEmpty();
    await expect(field).toHaveValue('5,000,000');
    await explorer.enter('budget-from', '5 mln');
    await expect(page.locator('.unread')).toContainText('5 mln');
    await page.goBack();
    await expect(field).toHaveValue('5000000');
    await expect(page.locator('.unread')).toBeEmpty();
  });

  test('a range of budgets leaves what was published within it', async ({ explorer }) => {
    await explorer.open('/en');
    await explorer.enter('budget-from', '5000000');
    await explorer.expectFound(
      ['REFRAME', 'IB-Green', 'SCEPA', 'WaterWarmth', 'Active Cities'],
      'budget=5000000..',
    );
    await explorer.enter('budget-to', '7000000');
    await explorer.expectFound(['REFRAME', 'SCEPA', 'Active Cities'], 'budget=5000000..7000000');
    await explorer.axe();
    await explorer.tick('budget', 'unpublished');
    await explorer.expectFound(
      allBut('Natuurpark Moor Veenland', 'IB-Green', 'WaterWarmth'),
      'budget=5000000..7000000&budget=unpublished',
    );
    await explorer.axe();
  });

  test('typed words find beginnings of words, whatever their case and accents', async ({
    explorer,
  }) => {
    await explorer.open('/en');
    const found: [string, string[]][] = [
      ['malmo', ['BLING']],
      ['GÖTEBORG', ['BLING']],
      ['goteborg', ['BLING']],
      ['blockch', ['BLING']],
      ['zlin', ['Welcoming International Talent']],
      ['grieneko', ['WaterWarmth']],
      ['arnhem energy', ['SCEPA', 'IB-Green']],
      ['lockchain', []],
    ];
    for (const [text, names] of found) {
      await explorer.search(text);
      await explorer.expectFound(names, `q=${encodeURIComponent(text)}`);
    }
    await explorer.axe();
  });
});
