// In a real browser: a name behind a pseudonym, asked for and covered again; a picture that somebody marked as graphic.
import { expect, test } from 'vitest';
import type { EntitiesPage } from '../../src/model/told.ts';
import { asked, complaintsOf, documentOf, sent } from './desk.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const BEATEN = 'Guards beat Homayun Rastegar at Sangtarash prison on 5 May 2019.\n\nRastegar was taken to Holmvik.\n';
const NAME = 'Homayun Rastegar';
const DOT = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** However busy the machine is. */
const PATIENT = { timeout: 60_000 } as const;

const here = journeysThrough({ 'beaten.txt': BEATEN, 'dot.gif': DOT });

/** The page of the only one who is named as a target; the claim is recorded once. */
async function hisPage(): Promise<string> {
  const { page } = here;
  const known = (await asked<EntitiesPage>(page, '/entities')).entities[0];
  if (known) return `${here.desk.origin}/names/${known.id}`;
  const { id } = await documentOf(page, 'beaten.txt');
  const quote = { exact: `Guards beat ${NAME}`, start: 0, end: `Guards beat ${NAME}`.length };
  await sent(page, '/claims', { document: id, content: { quote, kind: 'torture', roles: { target: [NAME] }, time: null, modality: 'asserted', saidBy: [] } });
  return hisPage();
}

const shown = (): Promise<string> => here.page.evaluate<string>('document.title + " " + document.body.innerText');

test('a name is given a pseudonym, stands nowhere any more, is asked for with a reason that is told, and is covered again', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  const his = await hisPage();
  await page.goto(his);
  await page.locator('h1', { hasText: NAME }).waitFor();
  await page.getByRole('button', { name: 'Give it a pseudonym' }).click();
  const form = page.getByRole('dialog');
  const pseudonym = form.getByRole('textbox', { name: 'Pseudonym' });
  await expect.poll(() => pseudonym.inputValue(), PATIENT).toBe('protected person 1');
  await pseudonym.fill('Witness A');
  await form.getByRole('textbox', { name: 'Reason' }).fill('he was threatened');
  await form.getByRole('button', { name: 'Record it' }).click();
  await page.locator('h1', { hasText: 'Witness A' }).waitFor();
  await expect.poll(() => page.title(), PATIENT).toContain('Witness A');

  const { id } = await documentOf(page, 'beaten.txt');
  const pages = [
    { path: `/documents/${id}`, ready: '.document-text p' },
    { path: `/documents/${id}/custody`, ready: '.custody h1' },
    { path: '/', ready: '.integrity-result' },
    { path: '/queue', ready: 'text=/█/' },
    { path: '/names', ready: 'text=Witness A' },
    { path: '/events', ready: 'text=Witness A' },
    { path: '/timeline', ready: 'text=/█/' },
    { path: '/matrix', ready: 'text=Witness A' },
    { path: '/network', ready: 'h1' },
    { path: '/search?query=beat', ready: 'text=/█/' },
  ];
  for (const { path, ready } of pages) {
    await page.goto(here.desk.origin + path);
    await page.locator(ready).first().waitFor();
    expect([path, /Homayun|Rastegar/i.test(await shown())]).toEqual([path, false]);
  }
  await page.goto(`${here.desk.origin}/documents/${id}`);
  await page.locator('.document-text', { hasText: '████████████████ at Sangtarash' }).waitFor();

  await page.getByText('Names behind pseudonyms stand here').click();
  await page.getByRole('button', { name: /Show the name of/ }).waitFor();
  await page.goto(his);
  await page.getByRole('button', { name: /Show the name of .Witness A/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('the court asked who it is');
  await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
  await page.locator('h1', { hasText: NAME }).waitFor();
  await page.locator('.askings', { hasText: 'the court asked who it is' }).waitFor();
  await page.goto(`${here.desk.origin}/documents/${id}`);
  await page.locator('.document-text', { hasText: NAME }).waitFor();
  await page.getByRole('button', { name: /Cover .Witness A. again/ }).click();
  await page.locator('.document-text', { hasText: '████████████████ at Sangtarash' }).waitFor();
  expect(complaints).toEqual([]);
});

test.each(['en', 'fa'])('axe finds nothing serious where names are veiled (%s)', async (tongue) => {
  const { page } = here;
  await page.evaluate(`localStorage.setItem('onrecord.preferences', 'tongue=${tongue}')`);
  await page.goto(await hisPage());
  await page.locator('.name-pseudonym .actions').first().waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await page.locator('.name-pseudonym .actions button').first().click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  expect(await graveViolations(page)).toEqual([]);
  await page.evaluate(`localStorage.removeItem('onrecord.preferences')`);
});

test('what is marked as graphic is not loaded before somebody asks by key, whatever they prefer, and is covered by the same key', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  const { id } = await documentOf(page, 'dot.gif');
  await page.goto(`${here.desk.origin}/documents/${id}/custody`);
  await page.getByRole('button', { name: 'Mark it as graphic' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('shows bodies');
  await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
  await page.getByRole('button', { name: 'It is not graphic' }).waitFor();
  await page.evaluate(`localStorage.setItem('onrecord.preferences', 'coverMedia=false')`);
  await page.goto(`${here.desk.origin}/documents/${id}`);
  await page.getByText('Somebody marked it as graphic').waitFor();
  const pictures = (): Promise<number> => page.locator('.media img').count();
  expect(await pictures()).toBe(0);
  await page.keyboard.press('v');
  await expect.poll(pictures, PATIENT).toBe(1);
  await page.keyboard.press('v');
  await expect.poll(pictures, PATIENT).toBe(0);
  await page.evaluate(`localStorage.removeItem('onrecord.preferences')`);
  expect(complaints).toEqual([]);
});
