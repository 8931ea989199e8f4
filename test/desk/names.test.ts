// Names in a real browser: two that are one are joined and taken apart again; two men of one name stay two.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { EntityRow, EntityView } from '../../src/model/entity.ts';
import { asked, complaintsOf, documentOf, sent } from './desk.ts';
import type { EntitiesPage } from '../../src/model/told.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const TEXTS = {
  'english.txt': 'Mansour Raufian was arrested in Holmvik.\n',
  'persian.txt': 'منصور رئوفیان بازداشت شد.\n',
  'teacher.txt': 'Mansour Raufian, a teacher, was detained in Torvik.\n',
};
const NAMES = { 'english.txt': 'Mansour Raufian', 'persian.txt': 'منصور رئوفیان', 'teacher.txt': 'Mansour Raufian' };

const here = journeysThrough(TEXTS, { readable: true });

/** A claim of each document is recorded that names its man; done once for all journeys. */
async function withNames(page: Page): Promise<readonly EntityRow[]> {
  const { entities: known } = await asked<EntitiesPage>(page, '/entities');
  if (known.length > 0) return known;
  for (const [file, name] of Object.entries(NAMES)) {
    const { id } = await documentOf(page, file);
    const quote = { exact: name, start: 0, end: Array.from(name).length };
    const content = { quote, kind: 'arrest', roles: { target: [name] }, time: null, modality: 'asserted', saidBy: [] };
    await sent(page, '/claims', { document: id, content });
  }
  return (await asked<EntitiesPage>(page, '/entities')).entities;
}

async function openNames(page: Page): Promise<void> {
  await page.goto(`${here.desk.origin}/names`);
  await page.locator('.pair .excerpt').first().waitFor();
}

const countOf = async (page: Page): Promise<number> => (await asked<EntitiesPage>(page, '/entities')).total;
const gone = (page: Page, words: string) => page.locator('.queue-said', { hasText: words }).waitFor();

test('a name is found in another script from anywhere, and the claim that has it says whom else it may be', async () => {
  const { page } = here;
  await withNames(page);
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog', { name: 'Find' }).locator('input:focus').waitFor();
  await page.keyboard.type('raufian');
  const found = page.getByRole('dialog', { name: 'Find' }).getByRole('menuitem').filter({ hasText: 'رئوفیان' });
  await found.filter({ hasText: 'person' }).first().click();
  await page.waitForURL(/\/names\/n_/);
  await page.locator('.entity h1', { hasText: 'رئوفیان' }).waitFor();
  await page.goto(`${here.desk.origin}/documents/${(await documentOf(page, 'persian.txt')).id}`);
  await page.locator('.card[data-status="recorded"] .card-open').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.may-be', { hasText: 'Mansour Raufian' }).waitFor();
  await page.keyboard.press('m');
  await page.waitForURL(/\/names\/n_/);
});

test('two names are joined by a key, and taken apart again by another, one judgement after the other', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await withNames(page);
  await openNames(page);
  expect(await page.locator('.pair .side').count()).toBe(2);
  await page.locator('.explanation').getByText('same spelling').first().waitFor();
  await page.keyboard.press('y');
  await gone(page, 'these names are one');
  expect(await countOf(page)).toBe(2);
  await page.locator('.pair').waitFor();
  await page.keyboard.press('h');
  await gone(page, 'could not tell');
  await page.keyboard.press('z');
  await gone(page, 'Taken back');
  await page.keyboard.press('z');
  await expect.poll(() => countOf(page)).toBe(3);
  expect(complaints).toEqual([]);
});

test('two men of one name stay two: a join that would lead to one man is refused, and the way is shown with its links', async () => {
  const { page } = here;
  const rows = await withNames(page);
  const views = await Promise.all(rows.map(({ id }) => asked<EntityView>(page, `/entities/${id}`)));
  const of = async (file: string): Promise<string> => {
    const { id } = await documentOf(page, file);
    return views.find(({ names }) => names[0]?.document === id)?.id ?? '';
  };
  const [english, persian, teacher] = [await of('english.txt'), await of('persian.txt'), await of('teacher.txt')];
  await page.goto(`${here.desk.origin}/names/${teacher}`);
  await page.getByText('others may be the same').click();
  await page.locator('.pair .excerpt').first().waitFor();
  // The one of the very same spelling comes first: he is another man.
  await page.keyboard.press('n');
  await page.getByRole('dialog', { name: 'Why are they two?' }).waitFor();
  await page.keyboard.press('2');
  await gone(page, 'these names are two');
  await page.locator('.apart', { hasText: 'Mansour Raufian' }).waitFor();
  expect((await asked<EntityView>(page, `/entities/${english}`)).apart.map(({ id }) => id)).toEqual([teacher]);
  // Meanwhile a colleague says that the Persian name is the first man's; this window does not know of it yet.
  await page.locator('.pair', { hasText: 'رئوفیان' }).waitFor();
  await sent(page, '/judge', { ids: [english, persian], judgement: 'same' });
  await page.keyboard.press('y');
  await gone(page, 'stands against it');
  expect(await page.locator('.in-the-way li strong').allTextContents()).toEqual(expect.arrayContaining(['is not', 'is the same as']));
  expect(await page.locator('.in-the-way li').first().getByRole('link').count()).toBe(2);
  expect(await countOf(page)).toBe(2);
});

test('the names that a document uses of one party are judged at once below its claim, and that is taken back there', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await withNames(page);
  const { id } = await documentOf(page, 'english.txt');
  const content = {
    quote: { exact: 'Raufian', start: 8, end: 15 },
    kind: 'arrest',
    roles: { target: ['Raufian'] },
    time: null,
    modality: 'asserted',
    saidBy: [],
  };
  await sent(page, '/claims', { document: id, content });
  const before = await countOf(page);
  await page.goto(`${here.desk.origin}/documents/${id}`);
  await page.locator('.card[data-status="recorded"] .card-open').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.may-be').getByRole('button', { name: 'One and the same' }).first().click();
  await gone(page, 'these names are one');
  await expect.poll(() => countOf(page)).toBe(before - 1);
  await page.locator('.queue-said').getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => countOf(page)).toBe(before);
  expect(complaints).toEqual([]);
});

test('how a name may be used is said on its page, with a reason, and stands there for all to see', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  const [row] = await withNames(page);
  await page.goto(`${here.desk.origin}/names/${row?.id ?? ''}`);
  await page.getByText('Nobody said anything of how these names may be used').waitFor();
  await page.getByRole('button', { name: 'Say how it may be used' }).click();
  const form = page.getByRole('dialog', { name: 'How it may be used' });
  await form.getByLabel('Kept until').fill('no date');
  await form.getByText('Not a date').first().waitFor();
  await form.getByLabel('Kept until').fill('2030');
  await form.getByRole('button', { name: /Sensitivity/ }).press('Enter');
  await page.locator('[role="listbox"]:focus-within').waitFor();
  await page.getByRole('option', { name: /^hidden/ }).click();
  await form.getByLabel('Reason').fill('her family was threatened');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.locator('.names-care dd', { hasText: 'hidden' }).waitFor();
  expect((await asked<EntityView>(page, `/entities/${row?.id ?? ''}`)).care).toMatchObject([{ sensitivity: 'hidden', retention: '2030', consent: null }]);
  expect(complaints).toEqual([]);
});

test.each(['en', 'fa'])('axe finds nothing serious on the pages of names (%s)', async (tongue) => {
  const { page } = here;
  const [row] = await withNames(page);
  await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}&theme=dark')`);
  for (const path of ['/names', `/names/${row?.id ?? ''}`]) {
    await page.goto(`${here.desk.origin}${path}`);
    await page.locator('.names .entities li').first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
  }
});
