// The page of one project.

import { bothWays, expect, test } from './fixtures/test.ts';
import type { Page } from '@playwright/test';

/** The facts of the page, by their names. */
const facts = (page: Page) =>
  page
    .locator('.facts > div')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector('dt')?.textContent,
          row.querySelector('dd')?.textContent?.replace(/\s/g, ' '),
        ]),
      ),
    );

bothWays(() => {
  test('states what is known and what is unpublished', async ({ explorer, page }) => {
    await explorer.open('/en/projects/ib-green');
    expect(await facts(page)).toMatchObject({
      Start: '23 March 2023',
      End: '28 February 2027',
      Status: 'Ongoing',
      'Total budget': '€8,900,000 (rounded)',
      'EU funding': '€5,400,000 (rounded)',
      Programme: 'Interreg North-West Europe',
      'Funding period': '2021-2027',
      'Kind of cooperation': 'Transnational (Interreg B)',
    });
    await expect(page.locator('.project-head .card-over')).toContainText('Presented by Leeuwarden');
    await explorer.axe();
    await explorer.open('/en/projects/welcoming-international-talent');
    expect(await facts(page)).toMatchObject({
      Start: 'April 2018',
      End: '2021',
      Status: 'Closed',
      'Total budget': 'not published',
      'EU funding': 'not published',
    });
    await explorer.axe();
  });

  test('lists the partners, and says where the sources speak of more', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en/projects/water-warmth');
    const partners = page.locator('.partner');
    await expect(partners).toHaveCount(9);
    await expect(partners.first()).toContainText('Provinsje Fryslân');
    await expect(partners.first()).toContainText('Lead');
    await expect(partners.first()).toContainText('Leeuwarden, Netherlands');
    await expect(partners.first()).toContainText('€1,075,759');
    await expect(page.locator('.project-partners')).toContainText(
      'The sources speak of 24 partners. 9 are known by name.',
    );
    await expect(page.locator('.partners-map')).toContainText(
      'The places of 3 partners are not published.',
    );
  });

  test('draws the partners on a map whose markers lead to them', async ({ explorer, page }) => {
    await explorer.open('/en/projects/bling');
    const map = page.getByRole('group', { name: /^Map of the partners of BLING/ });
    await expect(map.locator('.marker.lead')).toHaveCount(1);
    // One line from the lead to each partner in another town.
    const elsewhere = await map
      .locator('.marker:not(.lead)')
      .evaluateAll((markers) =>
        markers
          .map((marker) => Number(marker.querySelector('.number')?.textContent ?? 1))
          .reduce((sum, count) => sum + count, 0),
      );
    expect(await map.locator('.line').count()).toBe(elsewhere);
    await map.getByRole('link', { name: /Malmö/ }).click();
    const partner = page.locator('.partner:target');
    await expect(partner).toContainText('Länsstyrelsen Skåne');
    await expect(partner).toBeInViewport();
    await expect(partner).toContainText('Malmö, Sweden');
    await explorer.axe();
    await explorer.expectNoReload();
  });

  test('says where its facts come from, and where sources disagree', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en/projects/natuurpark-moor-veenland');
    const folds = page.locator('details.sources');
    await expect(folds.first()).toBeVisible();
    await expect(page.locator('details.sources a:visible')).toHaveCount(0);
    const conflicts = page.locator('details.conflicts');
    await expect(conflicts.first().locator('summary')).toHaveText(
      /^Sources disagree on \d points?$/,
    );
    for (const fold of await folds.all()) {
      await fold.locator('summary').click();
      await expect(fold).toHaveAttribute('open');
    }
    await expect(conflicts.first()).toContainText('according to');
    await expect(conflicts.first()).toContainText(/Shown here: .*\.|Nothing is shown here\./);
    const sources = page.locator('details.sources a');
    expect(await sources.count()).toBeGreaterThan(4);
    for (const link of await sources.all()) {
      await expect(link).toHaveAttribute('href', /^https?:\/\//);
      await expect(link).toHaveAttribute('rel', 'external noopener');
    }
    await explorer.axe();
  });

  test('leads to related projects and says what they have in common', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en/projects/scepa');
    const related = page.locator('.related > li');
    await expect(related).toHaveCount(4);
    const green = related.filter({ hasText: 'IB-Green' });
    await expect(green.locator('.reason')).toHaveText(
      /also with: .*Gemeente Leeuwarden.*; same programme/,
    );
    const warmth = related.filter({ hasText: 'WaterWarmth' });
    await expect(warmth.locator('.reason')).toContainText('also about: Sustainable energy');
    await warmth.getByRole('link').click();
    await expect(page).toHaveURL('/en/projects/water-warmth');
    const heading = page.getByRole('heading', { level: 1, name: 'WaterWarmth' });
    await expect(heading).toBeVisible();
    if (explorer.scripts) await expect(heading).toBeFocused();
    await expect(page.locator('.partners-map .basemap path').first()).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'SCEPA' })).toBeVisible();
  });
});

bothWays(() => {
  test('knows the search it was found by, and the projects beside it there', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?city=leeuwarden&sort=title');
    const names = await page.locator('.card-name').allTextContents();
    await page.locator('.card-name a').nth(1).click();
    await expect(page).toHaveURL(/\/en\/projects\/[^?]+\?city=leeuwarden&sort=title$/);
    await expect(page.locator('h1')).toHaveText(names[1] ?? '');
    const way = page.getByRole('navigation', { name: 'In this search' });
    await expect(way).toContainText('2 of 4');
    await way.getByRole('link', { name: `Next: ${names[2]}` }).click();
    await expect(page.locator('h1')).toHaveText(names[2] ?? '');
    await way.getByRole('link', { name: `Next: ${names[3]}` }).click();
    await expect(way).toContainText('4 of 4');
    await expect(way.getByRole('link', { name: /^Next/ })).toHaveCount(0);
    await explorer.axe();
    await way.getByRole('link', { name: 'All projects' }).click();
    await expect(page).toHaveURL('/en?city=leeuwarden&sort=title');
    await explorer.expectNoReload();
  });

  test('leads on from its facts, its towns and its organisations', async ({
    explorer,
    page,
    watch,
  }) => {
    // The map that a town leads to is left while its tiles are on their way.
    watch.allow(/\/tiles\/.* net::ERR_ABORTED/);
    const facts = [
      ['Programme', /\/en\?programme=/],
      ['Funding period', '/en?period=2021-2027'],
      ['Kind of cooperation', '/en?strand=B'],
      ['Status', '/en?status=ongoing'],
    ] as const;
    for (const [name, url] of facts) {
      await explorer.open('/en/projects/ib-green');
      const fact = page.locator('.facts > div').filter({ has: page.getByText(name, { exact: true }) });
      await fact.getByRole('link').click();
      await expect(page).toHaveURL(url);
      await expect(page.locator('.card-name').filter({ hasText: 'IB-Green' })).toBeVisible();
    }
    await explorer.open('/en/projects/water-warmth');
    await page.locator('.tags').getByRole('link', { name: 'Sustainable energy' }).click();
    await expect(page).toHaveURL('/en?theme=sustainable-energy');
    await explorer.open('/en/projects/water-warmth');
    const lead = page.locator('.partner.lead');
    await lead.getByRole('link', { name: 'Netherlands' }).click();
    await expect(page).toHaveURL('/en?country=NL');
    await explorer.open('/en/projects/water-warmth');
    await lead.getByRole('link', { name: 'Leeuwarden' }).click();
    await expect(page).toHaveURL(/\/en\?view=map&layer=partners&at=9\/53\.2\d*\/5\.\d+$/);
    await explorer.open('/en/projects/water-warmth');
    await lead.getByRole('link', { name: 'Provinsje Fryslân' }).click();
    await expect(page).toHaveURL(/\/en\?q=Provinsje%20Frysl%C3%A2n$/);
    await expect(page.locator('.card-name')).toContainText(['WaterWarmth']);
  });

  test('sorts its partners by the head of a column', async ({ explorer, page }) => {
    await explorer.open('/en/projects/water-warmth?city=leeuwarden');
    const rows = page.locator('.partner');
    await expect(rows.first()).toContainText('Provinsje Fryslân');
    await page.locator('.partners thead').getByRole('link', { name: 'Organisation' }).click();
    await expect(page).toHaveURL('/en/projects/water-warmth?city=leeuwarden&partners=name');
    await expect(page.locator('.partners [aria-sort]')).toHaveText('Organisation');
    const names = await page.locator('.partner-name').allTextContents();
    const plain = names.map((name) =>
      name.normalize('NFKD').replace(/[^a-zA-Z0-9 ]/g, '').toLowerCase(),
    );
    expect(plain).toEqual([...plain].sort());
    await page.locator('.partners thead').getByRole('link', { name: 'Budget' }).click();
    const amounts = await rows.locator('td:nth-child(3)').allTextContents();
    const numbers = amounts.map((amount) => Number(amount.replace(/[^0-9.]/g, '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    // Pressed again, it leads back to the order of the source.
    await page.locator('.partners thead').getByRole('link', { name: 'Budget' }).click();
    await expect(page).toHaveURL('/en/projects/water-warmth?city=leeuwarden');
    await expect(page.locator('.partners [aria-sort]')).toHaveCount(0);
    await expect(rows.first()).toContainText('Provinsje Fryslân');
    await explorer.expectNoReload();
    await explorer.axe();
  });
});
