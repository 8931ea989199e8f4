// Reviewing in a real browser, against the real server: every decision is looked up in the record afterwards.
import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { claimsOf, complaintsOf, documentOf } from './desk.ts';
import { REPORT } from './documents.ts';
import { journeysThrough } from './journeys.ts';

/** A document for each journey, so that none depends on what another decided. The added line makes each its own original. */
const JOURNEYS = 10;
const DOCUMENTS = Object.fromEntries(Array.from({ length: JOURNEYS }, (_, n) => [`report-${n}.txt`, `${REPORT}\nNo. ${n}.\n`]));

const here = journeysThrough(DOCUMENTS);
let journey = 0;

const card = (n: number): Locator => here.page.locator('.card').nth(n);

async function openReport(): Promise<string> {
  const { id } = await documentOf(here.page, `report-${++journey}.txt`);
  await here.page.goto(`${here.desk.origin}/documents/${id}`);
  await card(0).waitFor();
  return id;
}

const settled = (n: number, status: string): Promise<void> => here.page.locator(`.card[data-status="${status}"]`).nth(n).waitFor();

/** Presses Tab until the element of this name has the focus. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await here.page.keyboard.press('Tab');
    if ((await here.page.locator(':focus').textContent())?.includes(name)) return;
  }
  throw new Error(`"${name}" could not be reached with the Tab key`);
}

test('from the first look to the first recorded claim, by keyboard alone', async () => {
  const complaints = complaintsOf(here.page);
  await here.page.getByText('a suggestion is not a claim until somebody accepts it').waitFor();
  await tabTo('Review the first suggestion');
  await here.page.keyboard.press('Enter');
  await card(0).waitFor();
  const selected = await here.page.locator('.card[data-selected]').getAttribute('data-status');
  expect(selected).toBe('suggested');
  await here.page.keyboard.press('a');
  await settled(0, 'recorded');
  await here.page.locator('.panel-said', { hasText: /^Recorded: / }).waitFor();
  const id = new URL(here.page.url()).pathname.split('/').at(-1) ?? '';
  const recorded = (await claimsOf(here.page, id)).filter((claim) => claim.status === 'recorded');
  expect(recorded).toHaveLength(1);
  expect(recorded[0]?.review).toMatchObject({ decision: 'accept', by: 'Mina Farhadi' });
  expect(complaints).toEqual([]);
});

test('after a decision the next suggestion that waits is selected and has the focus', async () => {
  await openReport();
  await here.page.keyboard.press('a');
  await settled(0, 'recorded');
  expect(await card(1).getAttribute('data-selected')).toBe('true');
  expect(await here.page.locator(':focus').getAttribute('id')).toBe(await card(1).locator('.card-open').getAttribute('id'));
  await here.page.keyboard.press('k');
  expect(await card(0).getAttribute('data-selected')).toBe('true');
  await here.page.keyboard.press('j');
  expect(await card(1).getAttribute('data-selected')).toBe('true');
});

test('a suggestion is set aside with a common reason, or with words of one’s own', async () => {
  const id = await openReport();
  await here.page.keyboard.press('r');
  await here.page.getByRole('dialog').waitFor();
  await here.page.keyboard.press('ArrowDown');
  await here.page.keyboard.press('Enter');
  await settled(0, 'rejected');
  await here.page.keyboard.press('r');
  await here.page.getByRole('textbox', { name: 'Or in your words' }).fill('Told of the trial before');
  await here.page.keyboard.press('Enter');
  await settled(1, 'rejected');
  const reasons = (await claimsOf(here.page, id)).flatMap((claim) => claim.review?.reason ?? []);
  expect(reasons.toSorted()).toEqual(['Told of the trial before', 'Wrong kind']);
});

test('no reason, no rejection: leaving the dialog decides nothing', async () => {
  const id = await openReport();
  await here.page.keyboard.press('r');
  await here.page.getByRole('dialog').waitFor();
  await here.page.keyboard.press('Escape');
  await here.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await claimsOf(here.page, id)).every((claim) => claim.status === 'suggested')).toBe(true);
});

test('undo takes back the last decision, and undo again the one before', async () => {
  const id = await openReport();
  await here.page.keyboard.press('a');
  await settled(0, 'recorded');
  await here.page.keyboard.press('a');
  await settled(1, 'recorded');
  await here.page.keyboard.press('u');
  await here.page.locator('.card[data-status="recorded"]').nth(1).waitFor({ state: 'detached' });
  expect(await card(1).getAttribute('data-status')).toBe('suggested');
  expect(await card(1).getAttribute('data-selected')).toBe('true');
  await here.page.keyboard.press('u');
  await here.page.locator('.card[data-status="recorded"]').waitFor({ state: 'detached' });
  expect((await claimsOf(here.page, id)).every((claim) => claim.status === 'suggested')).toBe(true);
});

test('an amendment records what a person made of it, and keeps the reason', async () => {
  const id = await openReport();
  await here.page.keyboard.press('e');
  const form = here.page.getByRole('form', { name: 'Amend' });
  await form.waitFor();
  await form.getByLabel('Time, in the document’s words').fill('on 14 November 2018');
  await form.getByLabel('The date (EDTF)').fill('2018-11');
  expect(await form.locator('.when').textContent()).toContain('Aban–Azar 1397');
  await form.getByRole('textbox', { name: 'Reason' }).fill('The day is not certain');
  await here.page.keyboard.press('Control+Enter');
  await settled(0, 'recorded');
  const amended = (await claimsOf(here.page, id)).find((claim) => claim.status === 'recorded');
  expect(amended?.time).toEqual({ text: 'on 14 November 2018', edtf: '2018-11' });
  expect(amended?.review).toMatchObject({ decision: 'amend', reason: 'The day is not certain' });
});

test('by mouse: a number in the text selects its claim, and its buttons decide', async () => {
  await openReport();
  await here.page.locator('.mark-start').nth(1).click();
  expect(await card(1).getAttribute('data-selected')).toBe('true');
  await card(1).getByRole('button', { name: 'Accept' }).click();
  await settled(0, 'recorded');
  expect(await card(1).getAttribute('data-status')).toBe('recorded');
  expect(await here.page.locator('.mark[data-status="recorded"]').first().isVisible()).toBe(true);
});

test('a decision stands when the page is loaded again, and its address leads to its passage', async () => {
  await openReport();
  await here.page.keyboard.press('j');
  await here.page.keyboard.press('a');
  await settled(0, 'recorded');
  await here.page.keyboard.press('k');
  const address = here.page.url();
  await here.page.goto(address);
  await card(1).waitFor();
  expect(await card(1).getAttribute('data-status')).toBe('recorded');
  expect(await card(1).getAttribute('data-selected')).toBe('true');
});

test('letters typed into a field decide nothing', async () => {
  const id = await openReport();
  await here.page.keyboard.press('e');
  await here.page.getByRole('form', { name: 'Amend' }).getByRole('textbox', { name: 'Reason' }).pressSequentially('area u');
  await here.page.keyboard.press('Escape');
  await here.page.getByRole('form', { name: 'Amend' }).waitFor({ state: 'detached' });
  expect((await claimsOf(here.page, id)).every((claim) => claim.status === 'suggested')).toBe(true);
});
