// The original beside its text: pages as pictures with what is claimed in them, documents read in part, claims whose words another reading lost;
// and what is new.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addFiles } from '../../src/desk/add.ts';
import { Casebook, surroundings } from '../../src/desk/casebook.ts';
import { recordClaim } from '../../src/desk/claim-new.ts';
import { documents } from '../../src/desk/questions.ts';
import { startServer, type Server } from '../../src/http/server.ts';
import { startBrowser, type Browser } from './browser.ts';
import { complaintsOf } from './desk.ts';
import { JUDGMENT, REPORT } from './documents.ts';

const NOW = 'He was told to wait at the gate. The guard told him nothing. He was told to wait at the gate.\n';
/** Its last letter is no UTF-8. */
const MAIL = Buffer.concat([
  Buffer.from('From: Mina <mina@example.org>\r\nSubject: From the gate\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe guard said nothing'),
  Buffer.from([0xff]),
]);
/** As an earlier reader had it. */
const EARLIER = 'He was told to wait at the gate. The guard told him nothing.\n';
const LOST = 'He was told to wait at the gate.';

let places: string;
let casebook: Casebook;
let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  return browser.close;
});

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-desk-'));
  await writeFile(join(folder, 'judgment.pdf'), JUDGMENT);
  await writeFile(join(folder, 'report.txt'), REPORT);
  await writeFile(join(folder, 'waited.txt'), NOW);
  await writeFile(join(folder, 'mail.eml'), MAIL);
  places = folder;
  casebook = await Casebook.create(join(folder, 'book'), 'Test', surroundings('Mina Farhadi'));
  const paths = ['judgment.pdf', 'report.txt', 'waited.txt', 'mail.eml'].map((name) => join(folder, name));
  await Array.fromAsync(addFiles(casebook, paths, {}, new AbortController().signal));
  await readEarlier(await idOf('waited.txt'));
  server = await startServer(casebook, 0);
  return async () => {
    await server.close();
    await casebook.close();
    await rm(folder, { recursive: true });
  };
});

beforeEach(async () => {
  page = await browser.context.newPage();
  await page.goto(server.link);
  await page.locator('.documents').waitFor();
  return () => page.close();
});

const idOf = async (name: string): Promise<string> => (await documents(casebook)).find((each) => each.name.endsWith(name))?.id ?? '';

/** Puts the text that an earlier reader made in the place of the one that stands, with a claim in it. */
async function readEarlier(document: string): Promise<void> {
  const { original } = await casebook.store.reads.selectFrom('document').select('original').where('id', '=', document).executeTakeFirstOrThrow();
  const text = await casebook.store.vault.keepText(EARLIER);
  const payload = { document, original, text, length: EARLIER.length, reader: 'text@0', pages: [], metadata: {}, warnings: [], utterances: null };
  await casebook.record([{ kind: 'document.read', payload }]);
  await recordClaim(casebook, document, {
    quote: { exact: LOST, start: 0, end: LOST.length },
    kind: 'statement',
    roles: {},
    time: null,
    modality: 'asserted',
    saidBy: [],
  });
}

async function openReader(name: string): Promise<void> {
  await page.goto(`http://127.0.0.1:${server.port}/documents/${await idOf(name)}`);
  await page.locator('.card[data-selected]').waitFor();
}

const isDrawn = (n: number): Promise<void> =>
  expect.poll(() => page.evaluate<number>(`document.querySelector('#page-${n} img')?.naturalWidth ?? 0`), { timeout: 10_000 }).toBeGreaterThan(0);

test('the original’s pages are a key away, with what is claimed on them, and the address keeps that', async () => {
  const complaints = complaintsOf(page);
  await openReader('judgment.pdf');
  await page.keyboard.press('p');
  await page.locator('.page-mark[data-selected]').waitFor();
  await isDrawn(1);
  expect(page.url()).toContain('view=pages');
  await page.reload();
  await page.locator('.page-mark[data-selected]').waitFor();
  await page.getByRole('button', { name: 'Text' }).click();
  await page.locator('.mark[data-selected]').first().waitFor();
  expect(page.url()).not.toContain('view=');
  expect(complaints).toEqual([]);
});

test('the selected claim is followed to its page, over all its lines, and a rectangle selects its claim', async () => {
  await openReader('judgment.pdf');
  await page.keyboard.press('p');
  await page.locator('.page-mark[data-selected]').waitFor();
  while ((await page.locator('.card[data-selected]').textContent())?.includes('said not to have happened') !== true) await page.keyboard.press('j');
  const lines = page.locator('#page-2 .page-mark[data-selected]');
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBe(2);
  await isDrawn(2);
  const isInView = async (): Promise<boolean> => {
    const box = await lines.first().boundingBox();
    return box !== null && box.y > 0 && box.y < (page.viewportSize()?.height ?? 0);
  };
  await expect.poll(isInView, { timeout: 20_000 }).toBe(true);
  await page.locator('#page-1 .page-mark').first().click();
  expect(await page.locator('.card').first().getAttribute('data-selected')).toBe('true');
});

test('pages grow and shrink by key, and the address keeps it', async () => {
  await openReader('judgment.pdf');
  await page.keyboard.press('p');
  const paper = page.locator('#page-1 .page-paper');
  const before = (await paper.boundingBox())?.width ?? 0;
  await page.keyboard.press('+');
  await page.locator('[data-zoom="150"]').waitFor();
  expect((await paper.boundingBox())?.width).toBeCloseTo(1.5 * before, -1);
  expect(page.url()).toContain('zoom=150');
  await page.keyboard.press('0');
  await page.locator('[data-zoom="width"]').waitFor();
});

test('a page that cannot be drawn says why, and can be asked for again', async () => {
  await openReader('judgment.pdf');
  await page.route('**/pages/1?*', (route) =>
    route.fulfill({ status: 409, json: { error: { code: 'conflict', message: 'the page took too long to draw', hint: 'Try again.' } } }),
  );
  await page.keyboard.press('p');
  await page.getByText('the page took too long to draw').waitFor();
  await page.unroute('**/pages/1?*');
  await page.locator('#page-1').getByRole('button').first().click();
  await isDrawn(1);
});

test('a document without pages has none to show', async () => {
  await openReader('report.txt');
  expect(await page.getByRole('button', { name: 'Original pages' }).count()).toBe(0);
  await page.keyboard.press('p');
  expect(page.url()).not.toContain('view=');
});

test('what was read only in part says so among the documents and at its head', async () => {
  const row = page.locator('.documents tbody tr', { hasText: 'From the gate' });
  expect(await row.textContent()).toContain('read in part: 1 warning');
  await row.getByRole('link').click();
  expect(await page.locator('.warnings').textContent()).toContain('Some characters could not be read.');
});

test('read again by a newer reader, a claim that lost its place is listed apart, placed by its number, and that is undone', async () => {
  await page.goto(`http://127.0.0.1:${server.port}/documents/${await idOf('waited.txt')}`);
  await page.getByRole('button', { name: 'Read it again' }).click();
  const lost = page.locator('.card', { hasText: 'has lost its place' });
  await lost.waitFor();
  await page.getByRole('heading', { name: 'Have lost their place' }).waitFor();
  await lost.locator('.card-open').click();
  await lost
    .getByRole('button', { name: /told him nothing\. He was told to wait/ })
    .first()
    .waitFor();
  await page.keyboard.press('2');
  await lost.waitFor({ state: 'detached' });
  const marked = page.locator('.mark[data-status="recorded"]');
  await marked.first().waitFor();
  expect((await marked.allTextContents()).join('')).toContain('He was told to wait at the gate');
  await page.keyboard.press('u');
  await lost.waitFor();
  await page.getByRole('button', { name: 'Back to the text before' }).click();
  await lost.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Read it again' }).waitFor();
});

test('what came since a person last looked is told when they look again', async () => {
  await writeFile(join(places, 'since.txt'), `${REPORT}\nCame later.\n`);
  await Array.fromAsync(addFiles(casebook, [join(places, 'since.txt')], {}, new AbortController().signal));
  const again = await browser.context.newPage();
  await again.goto(server.link);
  await again.getByText('1 document has come.').waitFor();
  expect(await again.locator('.whats-new li').allTextContents()).toEqual([
    '1 document has come.',
    expect.stringMatching(/^\d+ suggestions wait in what came\.$/),
    expect.stringContaining('suggestions wait'),
  ]);
  await again.close();
});
