// The map: its markers lead to projects, and are highlighted together with their cards.

import { ALL, LEEUWARDEN } from './fixtures/catalogue.ts';
import { bothWays, expect, test } from './fixtures/test.ts';

bothWays(() => {
  test('a marker with one project leads to it', async ({ explorer, page }) => {
    await explorer.open('/en');
    await page.getByRole('link', { name: 'I2I, Assen' }).click();
    await expect(page).toHaveURL('/en/projects/i2i-from-isolation-to-inclusion');
    await expect(page.getByRole('heading', { level: 1, name: 'I2I' })).toBeVisible();
  });

  test('a marker with several projects opens their list', async ({ explorer, page }) => {
    await explorer.open('/en');
    const marker = page.getByRole('link', { name: '4 projects in Leeuwarden' });
    const list = page.getByRole('group', { name: '4 projects in Leeuwarden' });
    await expect(list).toBeHidden();
    await marker.click();
    await expect(list).toBeVisible();
    await expect(list.getByRole('listitem')).toHaveText(LEEUWARDEN);
    await explorer.axe();
    // Another marker opens another list in its place.
    await page.getByRole('link', { name: '4 projects in Groningen' }).click();
    await expect(page.getByRole('group', { name: '4 projects in Groningen' })).toBeVisible();
    await expect(list).toBeHidden();
    await marker.click();
    await list.getByRole('link', { name: 'Close' }).click();
    await expect(list).toBeHidden();
    if (explorer.scripts) {
      await marker.click();
      await marker.click();
      await expect(list).toBeHidden();
      await explorer.expectSameDocument();
    }
    await marker.click();
    await list.getByRole('link', { name: 'SCEPA' }).click();
    await expect(page).toHaveURL('/en/projects/scepa');
  });

  test('the markers follow the filter, and one project makes a marker of its own', async ({
    explorer,
    page,
  }) => {
    await explorer.open('/en?theme=transport&theme=sustainable-energy');
    await explorer.expectFound(['SURFLOGH', 'SCEPA', 'WaterWarmth', 'Active Cities']);
    await expect(page.locator('.explorer .marker a')).toHaveCount(2);
    await page.getByRole('link', { name: 'SURFLOGH, Groningen' }).click();
    await expect(page).toHaveURL('/en/projects/surflogh');
  });
});

test('a marker leads to its project without loading a new document, and back to itself', async ({
  explorer,
  page,
}) => {
  await explorer.open('/en');
  await page.getByRole('link', { name: 'I2I, Assen' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'I2I' })).toBeFocused();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('link', { name: 'I2I, Assen' })).toBeFocused();
});

test('a card under the pointer or with the focus highlights its marker', async ({ explorer, page }) => {
  await explorer.open('/en');
  const highlighted = page.locator('.marker[data-lit]');
  const card = (name: string) => page.locator('.card').filter({ hasText: name });
  await expect(highlighted).toHaveCount(0);
  await card('SCEPA').hover();
  await expect(highlighted.locator('a')).toHaveAccessibleName('4 projects in Leeuwarden');
  await expect(highlighted).toHaveCount(1);
  await card('Natuurpark').hover();
  await expect(highlighted.locator('a')).toHaveAccessibleName('Natuurpark Moor Veenland, Emmen');
  // To where no card can come under it when the page scrolls.
  await page.mouse.move(0, 0);
  await expect(highlighted).toHaveCount(0);
  await page.getByRole('link', { name: 'I2I', exact: true }).focus();
  await expect(highlighted.locator('a')).toHaveAccessibleName('I2I, Assen');
  await page.getByRole('searchbox').focus();
  await expect(highlighted).toHaveCount(0);
});

test('a marker under the pointer or with the focus highlights its cards', async ({ explorer, page }) => {
  await explorer.open('/en');
  const highlighted = page.locator('.card[data-lit] .card-name');
  await page.getByRole('link', { name: '4 projects in Groningen' }).hover();
  await expect(highlighted).toHaveText(ALL.slice(0, 4));
  await explorer.axe();
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(highlighted).toHaveCount(0);
  await page.getByRole('link', { name: 'Natuurpark Moor Veenland, Emmen' }).focus();
  await expect(highlighted).toHaveText(['Natuurpark Moor Veenland']);
  await page.getByRole('searchbox').focus();
  await expect(highlighted).toHaveCount(0);
});

test('a highlight still works after the list has changed', async ({ explorer, page }) => {
  await explorer.open('/en');
  await explorer.tick('city', 'leeuwarden');
  await explorer.expectFound(LEEUWARDEN, 'city=leeuwarden');
  await page.locator('.card').filter({ hasText: 'WaterWarmth' }).hover();
  await expect(page.locator('.marker[data-lit]')).toHaveCount(1);
  await page.getByRole('link', { name: '4 projects in Leeuwarden' }).hover();
  await expect(page.locator('.card[data-lit] .card-name')).toHaveText(LEEUWARDEN);
});
