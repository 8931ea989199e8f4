// The map in a real browser: a place is found by its name, chosen in the list or by keys, and leads to the words; a name of several places is shown as
// such; clocks, kinds and care narrow it; and all of it can be had by keyboard, in both languages, on paper.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { PlaceMap } from '../../src/model/place-map.ts';
import { asked, complaintsOf, documentOf, sent } from './desk.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const SENTENCES = [
  ['The amber march was held in Tehran.', 'protest', 'Tehran'],
  ['The birch vigil was held near Isfahan.', 'memorial', 'near Isfahan'],
  ['The cedar vigil was held in Tripoli.', 'memorial', 'Tripoli'],
  ['The delta march was held all over Iran.', 'protest', 'Iran'],
  ['The ember march was held at the old fort.', 'protest', 'the old fort'],
] as const;
const TEXT = `${SENTENCES.map(([words]) => words).join('\n\n')}\n`;

const here = journeysThrough({ 'marches.txt': TEXT, 'chat.txt': 'The fjord vigil was held in Damascus.\n' });

/** A claim of each sentence is recorded, and one of a document that is restricted; done once for all journeys. */
async function withClaims(page: Page): Promise<void> {
  const { found } = await asked<PlaceMap>(page, '/map?recorded-only=yes');
  if (found.length > 0) return;
  const record = async (file: string, text: string, words: string, kind: string, place: string): Promise<string> => {
    const { id } = await documentOf(page, file);
    const start = text.indexOf(words);
    const content = { kind, roles: { place: [place] }, time: null, modality: 'asserted', saidBy: [] };
    await sent(page, '/claims', { document: id, content: { ...content, quote: { exact: words, start, end: start + words.length } } });
    return id;
  };
  const words = 'The fjord vigil was held in Damascus.';
  const chat = await record('chat.txt', words, words, 'memorial', 'Damascus');
  await sent(page, '/care', { id: chat, sensitivity: 'restricted', reason: 'a private conversation' });
  for (const [said, kind, place] of SENTENCES) await record('marches.txt', TEXT, said, kind, place);
}

const rowOf = (page: Page, words: string) => page.locator('.map-table tbody tr', { has: page.getByRole('button', { name: words, exact: true }) });

test('a place leads to the words that name it, by mouse and by keyboard, and the policy of the page refuses nothing', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await withClaims(page);
  await page.goto(`${here.desk.origin}/events`);
  await page.getByRole('link', { name: 'Map' }).click();
  await rowOf(page, 'Tehran')
    .getByText(/somewhere in a city, perhaps .*Tehran.*, Iran: by its name/)
    .waitFor();
  await rowOf(page, 'near Isfahan').getByText('somewhere around a city').waitFor();
  await rowOf(page, 'Iran').getByText('somewhere in a country, perhaps Iran').waitFor();
  await rowOf(page, 'Tripoli').getByText('which of several is not known').waitFor();
  expect(await rowOf(page, 'the old fort').getByText('perhaps').count()).toBe(0);
  await page.locator('.map-city[data-several]').nth(2).waitFor();
  await rowOf(page, 'Tehran').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/place=g112931/);
  await page.locator('.map-city[data-chosen]').first().waitFor();
  await page.locator('.map-claims .excerpt-quote', { hasText: 'amber march' }).first().click();
  await page.waitForURL(/\/documents\/.*claim=/);
  await page.goBack();
  await page.locator('.map-claims .excerpt-quote').first().waitFor();
  expect(complaints).toEqual([]);
});

test('a mark on the map opens its claims, and keys move and zoom it', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/map?recorded=1`);
  const land = page.locator('.map-frame svg > g');
  await land.waitFor();
  const seen = (): Promise<string | null> => land.getAttribute('transform');
  const first = await seen();
  await page.locator('.map-frame').focus();
  await page.keyboard.press('+');
  await expect.poll(seen, { timeout: 30_000 }).not.toBe(first);
  const closer = await seen();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(seen, { timeout: 30_000 }).not.toBe(closer);
  await page.keyboard.press('0');
  await expect.poll(seen, { timeout: 30_000 }).toBe('translate(0 0) scale(1)');
  await page.locator('.map-city[data-precision="around"]').first().click();
  await page.locator('.map-claims .excerpt-quote', { hasText: 'birch vigil' }).first().waitFor();
});

test('kinds, clocks and care narrow the map and its list alike', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/map?recorded=1`);
  await rowOf(page, 'Tehran').waitFor();
  expect(await page.getByText('Damascus').count()).toBe(0);
  await page.getByRole('button', { name: 'With what is sensitive' }).click();
  await rowOf(page, 'Damascus').waitFor();
  await page.getByRole('button', { name: /What is said/ }).click();
  await page.getByRole('option', { name: 'Memorial' }).click();
  await rowOf(page, 'Tehran').waitFor({ state: 'detached' });
  await rowOf(page, 'Tripoli').waitFor();
  await page.goto(`${here.desk.origin}/map?known-by=2000`);
  await page.getByText('No claim that is asked for names a place yet.').waitFor();
});

test('the map has nothing serious for axe to find, in either language and theme, and is whole on paper', async () => {
  const { page } = here;
  await withClaims(page);
  for (const preferences of ['tongue=en&theme=light', 'tongue=fa&theme=dark']) {
    await page.evaluate(`localStorage.setItem('onrecord.preferences', '${preferences}')`);
    await page.goto(`${here.desk.origin}/map?place=g112931`);
    await page.locator('.map-claims .excerpt').first().waitFor();
    await page.locator('.map-city').first().waitFor();
    expect(await graveViolations(page)).toEqual([]);
  }
  await page.evaluate(`localStorage.removeItem('onrecord.preferences')`);
  await page.goto(`${here.desk.origin}/map`);
  await page.locator('.map-city').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.map-zoom').waitFor({ state: 'hidden' });
  expect(await page.locator('.map-table').first().isVisible()).toBe(true);
  expect(await page.locator('.map-frame svg').isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
});
