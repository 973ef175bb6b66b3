// Filters together: combined, excluded, dropped one by one, and dropped at once.

import { ALL, GRONINGEN, LEEUWARDEN, allBut } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

bothWays(() => {
  test('values of one facet widen, facets narrow each other', async ({ explorer }) => {
    await explorer.open('/en');
    await explorer.tick('city', 'leeuwarden');
    await explorer.tick('theme', 'transport');
    await explorer.expectFound(['Active Cities'], 'city=leeuwarden&theme=transport');
    await explorer.tick('city', 'groningen');
    await explorer.expectFound(
      ['SURFLOGH', 'Active Cities'],
      'city=groningen&city=leeuwarden&theme=transport',
    );
    await explorer.tick('theme', 'food');
    await explorer.expectFound(
      ['REFRAME', 'SURFLOGH', 'Active Cities'],
      'city=groningen&city=leeuwarden&theme=food&theme=transport',
    );
    await explorer.axe();
  });

  test('a count says what its value would leave, with every other facet applied and its own not', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?city=leeuwarden&theme=transport');
    await explorer.expectFound(['Active Cities']);
    const counts = async (key: string) =>
      page
        .locator(`input[type=checkbox][name="${key}"]`)
        .evaluateAll((boxes) =>
          Object.fromEntries(
            boxes.map((box) => [
              (box as HTMLInputElement).value,
              Number(box.closest('label')?.querySelector('.count')?.textContent),
            ]),
          ),
        );
    // About transport, in any city.
    expect(await counts('city')).toEqual({ groningen: 1, emmen: 0, assen: 0, leeuwarden: 1 });
    // In Leeuwarden, about anything.
    expect(await counts('theme')).toEqual({
      health: 1,
      environment: 1,
      research: 0,
      education: 0,
      transport: 1,
      'sustainable-energy': 2,
      economy: 0,
      digital: 0,
      'culture-tourism': 0,
      'social-inclusion': 1,
      'climate-adaptation': 1,
      food: 0,
    });
    expect(await counts('role')).toEqual({ lead: 1 });
    expect(await counts('budget')).toEqual({ unpublished: 0 });
    // A value that leaves nothing is greyed and still there.
    await expect(
      page.locator('li.value.none').filter({ has: explorer.box('city', 'emmen') }),
    ).toBeVisible();
    await expect(explorer.box('city', 'emmen')).toBeEnabled();
  });

  test('a value can be excluded and let in again', async ({ explorer, page }) => {
    await explorer.open('/en');
    await page.getByRole('link', { name: 'Exclude Transport' }).click();
    await explorer.expectFound(allBut('SURFLOGH', 'Active Cities'), 'theme=-transport');
    await expect(page.locator('.chip')).toHaveText(['not Transport']);
    await explorer.axe();
    // Another filter keeps it.
    await explorer.tick('city', 'groningen');
    await explorer.expectFound(
      ['REFRAME', 'Welcoming International Talent', 'BLING'],
      'city=groningen&theme=-transport',
    );
    // Ticking an excluded value asks for it: the last word counts.
    await explorer.tick('theme', 'transport');
    await explorer.expectFound(['SURFLOGH'], 'city=groningen&theme=transport');
    await page.getByRole('link', { name: 'Exclude Transport' }).click();
    await explorer.expectFound(
      ['REFRAME', 'Welcoming International Talent', 'BLING'],
      'city=groningen&theme=-transport',
    );
    await page
      .locator('.filters')
      .getByRole('link', { name: 'Remove filter: not Transport' })
      .click();
    await explorer.expectFound(GRONINGEN, 'city=groningen');
  });

  test('chips drop their filters one by one', async ({ explorer, page }) => {
    const all = 'q=energy&city=leeuwarden&theme=-food&from=2020&budget=1000000..';
    await explorer.open(`/en?${all}`);
    await explorer.expectFound(['SCEPA', 'IB-Green', 'WaterWarmth'], all);
    const chips = page.locator('.chip');
    await expect(chips).toHaveText([
      '“energy”',
      'Leeuwarden',
      'not Food',
      'from 2020',
      'at least €1 million',
    ]);
    await explorer.axe();
    const drop = (name: string) =>
      page
        .locator('.chips')
        .getByRole('link', { name: `Remove filter: ${name}` })
        .click();
    await drop('“energy”');
    await explorer.expectFound(
      LEEUWARDEN,
      'city=leeuwarden&theme=-food&from=2020&budget=1000000..',
    );
    await expect(page.getByRole('searchbox')).toHaveValue('');
    await drop('Leeuwarden');
    await explorer.expectFound(LEEUWARDEN, 'theme=-food&from=2020&budget=1000000..');
    await expect(explorer.box('city', 'leeuwarden')).not.toBeChecked();
    await drop('not Food');
    await explorer.expectFound(['REFRAME', ...LEEUWARDEN], 'from=2020&budget=1000000..');
    await drop('from 2020');
    await expect(page.locator('select[name="from"]')).toHaveValue('');
    await explorer.expectFound(['REFRAME', ...LEEUWARDEN], 'budget=1000000..');
    await drop('at least €1 million');
    await explorer.expectFound(ALL, '');
    await expect(page.locator('input[name="budget-from"]')).toHaveValue('');
    await expect(chips).toHaveCount(0);
  });

  test('all filters can be cleared at once', async ({ explorer, page }) => {
    await explorer.open('/en?q=energy&city=leeuwarden&status=ongoing&sort=title');
    await explorer.expectFound(['IB-Green', 'SCEPA']);
    await page.locator('.chips').getByRole('link', { name: 'Clear all' }).click();
    // How the list is sorted is no filter.
    await explorer.expectFound([...ALL].sort(byTitle), 'sort=title');
    await expect(page.getByRole('searchbox')).toHaveValue('');
    await expect(page.locator('.filters input[type=checkbox]:checked')).toHaveCount(0);
  });

  test('an empty result says which filter to drop and what that would leave', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?city=leeuwarden&theme=food&theme=education&status=closed');
    await explorer.expectFound([]);
    await expect(
      page.getByRole('heading', { name: 'No project matches all of this' }),
    ).toBeVisible();
    const hints = page.locator('.nothing li');
    await expect(hints).toHaveText([
      'without City (Leeuwarden): 2 projects',
      'without Theme (Education, Food): 1 project',
    ]);
    await explorer.axe();
    await hints.nth(1).getByRole('link').click();
    await explorer.expectFound(['WaterWarmth'], 'city=leeuwarden&status=closed');
  });

  test('the list can be sorted in every order', async ({ explorer, page }) => {
    await explorer.open('/en');
    const orders: [string, string, string[]][] = [
      ['Title', 'sort=title', [...ALL].sort(byTitle)],
      [
        'Start',
        'sort=start',
        [
          'WaterWarmth',
          'SCEPA',
          'IB-Green',
          'Active Cities',
          'Natuurpark Moor Veenland',
          'I2I',
          'BLING',
          'Welcoming International Talent',
          'SURFLOGH',
          'REFRAME',
        ],
      ],
      [
        'End',
        'sort=end',
        [
          'SCEPA',
          'IB-Green',
          'WaterWarmth',
          'SURFLOGH',
          'BLING',
          'I2I',
          'Natuurpark Moor Veenland',
          'Welcoming International Talent',
          'REFRAME',
          'Active Cities',
        ],
      ],
      [
        'Budget',
        'sort=budget',
        [
          'IB-Green',
          'WaterWarmth',
          'SCEPA',
          'REFRAME',
          'Active Cities',
          'Natuurpark Moor Veenland',
          'Welcoming International Talent',
          'BLING',
          'SURFLOGH',
          'I2I',
        ],
      ],
      ['Our order', '', ALL],
    ];
    const sorting = page.getByRole('navigation', { name: 'Sort by' });
    for (const [name, query, names] of orders) {
      await sorting.getByRole('link', { name }).click();
      await explorer.expectFound(names, query);
      await expect(sorting.locator('[aria-current]')).toHaveText(name);
    }
    // A filter keeps the order.
    await sorting.getByRole('link', { name: 'Budget' }).click();
    await explorer.tick('city', 'leeuwarden');
    await explorer.expectFound(
      ['IB-Green', 'WaterWarmth', 'SCEPA', 'Active Cities'],
      'city=leeuwarden&sort=budget',
    );
    await explorer.axe();
  });

  test('the best match comes first', async ({ explorer, page }) => {
    await explorer.open('/en?q=energy');
    // In a title, in a partner's name, in a description.
    await explorer.expectFound(['SCEPA', 'IB-Green', 'WaterWarmth']);
    await expect(
      page.getByRole('navigation', { name: 'Sort by' }).getByRole('link', { name: 'Relevance' }),
    ).toHaveAttribute('aria-current');
  });

  test('with a city chosen, a line leads to what others present with a partner there', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?city=emmen');
    await explorer.expectFound(['Natuurpark Moor Veenland']);
    const further = page.locator('.further');
    await expect(further).toContainText('Also with a partner in Emmen');
    await expect(further.getByRole('link')).toHaveText(['BLING']);
    await further.getByRole('link', { name: 'BLING' }).click();
    await expect(page).toHaveURL('/en/projects/bling');
    await expect(page.getByRole('heading', { level: 1, name: 'BLING' })).toBeVisible();
    await explorer.open('/en?city=groningen');
    await explorer.expectFound(GRONINGEN);
    await expect(further.getByRole('link')).toHaveText(['Active Cities']);
  });

  test('what is not understood in the address is named and left out', async ({
    explorer,
    page,
  }) => {
    await explorer.open(
      '/en?city=atlantis&theme=unicorns&status=ongoing&from=yesterday&utm_source=x',
    );
    await explorer.expectFound(['IB-Green', 'SCEPA']);
    const notices = page.locator('.notices li');
    await expect(notices).toHaveText([
      /“unicorns”.*theme.*left out/,
      /“yesterday”.*from.*left out/,
      /“atlantis” does not occur.*city.*left out/,
    ]);
    await explorer.axe();
    await explorer.tick('city', 'leeuwarden');
    await explorer.expectFound(['IB-Green', 'SCEPA'], 'city=leeuwarden&status=ongoing');
    await expect(notices).toHaveCount(0);
  });
});

function byTitle(a: string, b: string) {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

test('a link that is followed before the last answer is there loses no tick', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await page.route('**/api/fn/explore*', async (route) => {
    await new Promise((wait) => setTimeout(wait, 500));
    await route.continue();
  });
  await explorer.tick('city', 'groningen');
  const food = page.getByRole('link', { name: 'Exclude Food' });
  expect(await food.getAttribute('href')).not.toContain('groningen');
  await food.click();
  await expect(page).toHaveURL('/en?city=groningen&theme=-food');
  await expect(page.getByText('3 projects found')).toBeVisible();
});
