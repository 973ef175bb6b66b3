// An official has a spreadsheet checked, mends it, and checks again.

import { bothWays, expect, test } from './fixtures/test.ts';

const PARTNERS = [
  'Acroniem van het project;Organisatie;Rol;Plaats;Land',
  'Veenland;Gemeente Emmen;Penvoerder;Emmen;Nederland',
].join('\r\n');

const projects = (start: string) =>
  [
    'Acroniem;Programma;Periode;Stad;Titel (Nederlands);Begin;Totale begroting (€)',
    `Veenland;Interreg North Sea;2021-2027;Emmen;Het veen leeft;${start};1.234.567,89`,
  ].join('\r\n');

const file = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

bothWays(() => {
  test('what must be mended is named, and mended it is good', async ({ explorer, page, watch }) => {
    // Chromium notes the answer to a file that cannot be read.
    watch.allow(/^console.error: Failed to load resource: .* status of 422/);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto('/nl/check');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Een spreadsheet controleren');
    await explorer.axe();

    const send = async (...files: ReturnType<typeof file>[]) => {
      await page.getByLabel('Spreadsheet', { exact: true }).setInputFiles(files);
      await page.getByRole('button', { name: 'Controleren' }).click();
      await expect(page.getByRole('heading', { level: 2, name: 'Verslag' })).toBeVisible();
    };
    await send(file('projecten.csv', projects('ooit')), file('partners.csv', PARTNERS));
    const report = page.locator('.report');
    await expect(report).toContainText('Er moet iets worden verbeterd.');
    await expect(report).toContainText('projecten.csv, rij 2, kolom F (Begin)');
    await expect(report).toContainText('Schrijf een dag, maand of jaar');
    await expect(report).toContainText('1 van 1 partners hebben een plek op de kaart');
    await explorer.axe();

    await send(file('projecten.csv', projects('10/2022')), file('partners.csv', PARTNERS));
    await expect(report).toContainText('Er hoeft niets te worden verbeterd.');

    await send(file('foto.png', '\u0089PNG\r\n\u001a\n\u0000\u0000'));
    await expect(report).toContainText('foto.png is geen spreadsheet.');
    await explorer.axe();
  });

  test('the template and the list of problems come as files', async ({ page, watch }) => {
    // What becomes a file is for Chromium a page that did not come.
    watch.allow(/^failed: .*\/check.* net::ERR_ABORTED/);
    await page.goto('/en/check');
    const template = page.waitForEvent('download');
    await page.getByRole('link', { name: 'English (.xlsx)' }).click();
    expect((await template).suggestedFilename()).toBe('interreg-template-en.xlsx');
    await page
      .getByLabel('Spreadsheet', { exact: true })
      .setInputFiles([file('projects.csv', projects('some day'))]);
    const list = page.waitForEvent('download');
    await page.getByRole('button', { name: 'All problems as CSV' }).click();
    expect((await list).suggestedFilename()).toBe('problems.csv');
  });
});
