// Every page speaks four languages, and says which.

import { LANGUAGES } from './fixtures/catalogue.ts';
import { bothWays, expect, expectProjects, test } from './fixtures/test.ts';

const SAYS = {
  nl: {
    name: 'Nederlands',
    heading: 'Interreg-projecten van onze steden',
    start: '1 juli 2020',
    amount: '€ 285.119,01',
    note: '(in het Engels)',
    found: '4 projecten gevonden',
    card: 'januari 2016 tot en met november 2021',
    short: '€ 5,2 miljoen',
  },
  en: {
    name: 'English',
    heading: 'Interreg projects of our cities',
    start: '1 July 2020',
    amount: '€285,119.01',
    note: undefined,
    found: '4 projects found',
    card: 'January 2016 to November 2021',
    short: '€5.2 million',
  },
  de: {
    name: 'Deutsch',
    heading: 'Interreg-Projekte unserer Städte',
    start: '1. Juli 2020',
    amount: '285.119,01 €',
    note: '(auf Englisch)',
    found: '4 Projekte gefunden',
    card: 'Januar 2016 bis November 2021',
    short: '5,2 Mio. €',
  },
  fy: {
    name: 'Frysk',
    heading: 'Interreg-projekten fan ús stêden',
    start: '1 july 2020',
    amount: '€ 285.119,01',
    note: '(yn it Ingelsk)',
    found: '4 projekten fûn',
    card: 'jannewaris 2016 oant en mei novimber 2021',
    short: '€ 5,2 miljoen',
  },
};

bothWays(() => {
  for (const lang of LANGUAGES) {
    test(`${SAYS[lang].name}: the list, a date, an amount, and the note on English texts`, async ({
      explorer,
      page,
    }) => {
      const says = SAYS[lang];
      await explorer.open(`/${lang}?city=groningen`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(says.heading);
      await expect(page.locator('#found')).toHaveText(says.found);
      const card = page.locator('.card').filter({ hasText: 'REFRAME' });
      await expect(card.locator('.card-time [title]')).toHaveAttribute('title', says.card);
      await expect(card.locator('.card-time')).toContainText('2016–2021');
      await expect(card.locator('.card-money')).toHaveText(says.short);
      await explorer.axe();

      await explorer.open(`/${lang}/projects/natuurpark-moor-veenland`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      const facts = page.locator('.project-facts');
      await expect(facts).toContainText(says.start);
      await expect(facts).toContainText(says.amount);
      const description = page.locator('.description');
      if (says.note) {
        await expect(description.locator('[lang=en]')).toContainText(
          'Eight Dutch and German museums',
        );
        await expect(description).toContainText(says.note);
      } else {
        await expect(description.locator('[lang]')).toHaveCount(0);
      }
      await explorer.axe();
    });
  }

  test('another language keeps the page and the filter', async ({ explorer, page }) => {
    await explorer.open('/nl');
    await explorer.tick('city', 'emmen');
    await expectProjects(page, ['Natuurpark Moor Veenland']);
    for (const lang of LANGUAGES) {
      const link = page.getByRole('link', { name: SAYS[lang].name });
      await expect(link).toHaveAttribute('lang', lang);
      await link.click();
      await explorer.arrived();
      await expect(page).toHaveURL(`/${lang}?city=emmen`);
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      await expectProjects(page, ['Natuurpark Moor Veenland']);
      await expect(link).toHaveAttribute('aria-current');
    }
    await page.getByRole('link', { name: 'BLING', exact: true }).first().click();
    await expect(page).toHaveURL('/fy/projects/bling');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await expect(page).toHaveURL('/de/projects/bling');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  });
});

for (const [asked, lang] of Object.entries({
  'de-AT': 'de',
  'fy-NL': 'fy',
  'en-GB': 'en',
  'fr-FR': 'nl',
})) {
  test.describe(`a browser that prefers ${asked}`, () => {
    test.use({ locale: asked });
    test(`is sent to /${lang}`, async ({ explorer, page }) => {
      await explorer.open('/');
      await expect(page).toHaveURL(`/${lang}`);
    });
  });
}

test('each text is in the language the page says it is in', async ({ explorer, page }) => {
  await explorer.open('/de/projects/ib-green');
  // There is a German title: no note. The description is English: a note.
  await expect(page.locator('.lead-title')).toContainText('klimaresilient und fit für die Zukunft');
  await expect(page.locator('.lead-title [lang]')).toHaveCount(0);
  await expect(page.locator('.lead-title .language-note')).toHaveCount(0);
  await expect(page.locator('.description [lang=en]')).toBeVisible();
  await explorer.open('/nl/projects/natuurpark-moor-veenland');
  await expect(page.locator('.lead-title [lang=de]')).toContainText('Kulturnetzwerk');
  await expect(page.locator('.lead-title')).toContainText('(in het Duits)');
});
