// What the desk does with documents that are not like the others, and with people who were not let in.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { complaintsOf, documentOf, startDesk } from './desk.ts';
import { HOSTILE, PERSIAN, REPORT } from './documents.ts';
import { journeysThrough } from './journeys.ts';

const here = journeysThrough({ 'report.txt': REPORT, 'persian.txt': PERSIAN, 'hostile.html': HOSTILE, 'broken.pdf': '%PDF-1.7 no such thing' });

async function openDocument(name: string): Promise<void> {
  const { id } = await documentOf(here.page, name);
  await here.page.goto(`${here.desk.origin}/documents/${id}`);
  await here.page.locator('.document-text p').first().waitFor();
}

const directionOf = (selector: string): Promise<string> =>
  here.page
    .locator(selector)
    .first()
    .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction ?? '');

test('a Persian document is right-to-left in a left-to-right page, and bears its language', async () => {
  await openDocument('persian.txt');
  expect(await directionOf('.document-text p')).toBe('rtl');
  expect(await directionOf('.panel')).toBe('ltr');
  expect(await here.page.locator('.document-text').getAttribute('lang')).toBe('fa');
});

test('an English document stays left-to-right when the interface is Persian', async () => {
  await openDocument('report.txt');
  await here.page.getByRole('button', { name: 'فارسی' }).click();
  expect(await directionOf('.panel')).toBe('rtl');
  expect(await directionOf('.document-text p')).toBe('ltr');
  await here.page.getByRole('button', { name: 'English' }).click();
});

test('a hostile html document shows nothing but text: no markup, no script, no request', async () => {
  const complaints = complaintsOf(here.page);
  const requests: string[] = [];
  const dialogs: string[] = [];
  here.page.on('request', (request) => requests.push(request.url()));
  here.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openDocument('hostile.html');
  const text = here.page.locator('.document-text');
  expect(await text.textContent()).toContain('<script>alert(6)</script>');
  expect(await text.locator('img, script, iframe, b, [style], [onmouseover]').count()).toBe(0);
  await here.page.goto(`${here.desk.origin}/`);
  await here.page.locator('.documents').waitFor();
  expect(await here.page.locator('.documents img, .documents script').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(here.desk.origin))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a file that could not be read is told with its reason, and how many documents wait is told beside', async () => {
  const problems = here.page.locator('.problems');
  await problems.waitFor();
  expect(await problems.textContent()).toContain('broken.pdf');
  expect(await here.page.locator('.documents tbody tr').count()).toBe(3);
});

test('the custody of an original has a page of its own: digest, what is known of it, who did what', async () => {
  await openDocument('report.txt');
  await here.page.getByRole('link', { name: 'Custody and history' }).click();
  await here.page.waitForURL(/\/documents\/d_[^/]+\/custody$/);
  const custody = here.page.locator('.custody');
  await custody.getByText(/^[0-9a-f]{64}$/).waitFor();
  expect(await custody.textContent()).toContain('Holmvik Posten');
  expect(await custody.locator('.custody-acts tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/Mina Farhadi.*received, and kept under its SHA-256/),
    expect.stringMatching(/Mina Farhadi.*read by/),
  ]);
  await here.page.emulateMedia({ media: 'print' });
  expect(await here.page.locator('.bar').isVisible()).toBe(false);
  expect(await custody.getByText(/^[0-9a-f]{64}$/).isVisible()).toBe(true);
});

test('from the page of custody, a copy is made without a name, saved by a person, and told among what was done', async () => {
  const complaints = complaintsOf(here.page);
  await openDocument('report.txt');
  await here.page.getByRole('link', { name: 'Custody and history' }).click();
  await here.page.getByRole('button', { name: 'A copy without names' }).click();
  const form = here.page.getByRole('dialog', { name: 'A copy without what must not go out' });
  await form.getByLabel('Words to take out').fill('Kamran Sohrabzadeh\nSohrabzadeh');
  await form.getByLabel('Reason').fill('asked for by Kamran Sohrabzadeh');
  await form.getByRole('button', { name: 'Make the copy' }).click();
  await form.getByText('the reason tells what is taken out').waitFor();
  await form.getByLabel('Reason').fill('a person at risk');
  await form.getByRole('button', { name: 'Make the copy' }).click();
  await form.getByText('A copy was made with').waitFor();
  const saving = here.page.waitForEvent('download');
  await form.getByRole('link', { name: 'Save the copy' }).click();
  const copy = await readFile(await (await saving).path(), 'utf8');
  expect(copy).toContain('was arrested at Holmvik airport');
  expect(copy).not.toContain('Sohrabzadeh');
  await here.page.keyboard.press('Escape');
  await here.page.locator('.custody-acts tbody tr', { hasText: /copied with \d+ passages taken out/ }).waitFor();
  expect(complaints.filter((each) => !each.includes('400'))).toEqual([]);
});

test('how a document may be used is said on its page of custody, and stands there', async () => {
  await openDocument('persian.txt');
  await here.page.getByRole('link', { name: 'Custody and history' }).click();
  await here.page.getByRole('button', { name: 'Say how it may be used' }).click();
  const form = here.page.getByRole('dialog', { name: 'How it may be used' });
  await form.getByLabel('Consent', { exact: true }).fill('for the court alone');
  expect(await form.getByRole('button', { name: 'Record it' }).isDisabled()).toBe(true);
  await form.getByLabel('Reason').fill('she wrote so');
  await form.getByRole('button', { name: 'Record it' }).click();
  await here.page.locator('.custody dd', { hasText: 'for the court alone' }).waitFor();
});

test('who has not opened the printed link sees how to, and nothing of the record', async () => {
  const stranger = await startBrowser();
  const other = await stranger.context.newPage();
  await other.goto(`${here.desk.origin}/timeline`);
  await other.getByRole('alert').waitFor();
  expect(await other.getByRole('alert').textContent()).toContain('Open the desk by its link');
  await stranger.close();
});

test('served by the command line, an empty casebook says what to do next; and when the server has stopped, the desk says so', async () => {
  const empty = await startDesk({});
  await here.page.goto(empty.link);
  await here.page.getByText('Start with a few documents').waitFor();
  expect(await here.page.locator('.command').textContent()).toContain('onrecord add');
  await empty.close();
  await here.page.getByRole('link', { name: 'Timeline' }).click();
  await here.page.getByText('onrecord does not answer').waitFor();
});
