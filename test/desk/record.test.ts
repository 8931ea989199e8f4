// The pages of the record in a real browser: claims are joined into an event and parted again, a contradiction is ruled on, a figure stands beside
// another, a proceeding says how far it has come, and a search leads to its words.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { ContradictionRow } from '../../src/model/contradiction.ts';
import type { EventRow, EventView } from '../../src/model/event.ts';
import type { ProceedingRow } from '../../src/model/proceeding.ts';
import { asked, complaintsOf, documentOf, sent } from './desk.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const TEXTS = {
  'ledger.txt': 'Nine people were killed at Bagh-e Kaj Square on 16 September 2022.\n',
  'movement.txt': 'At least 31 marchers were killed at Bagh-e Kaj Square on 16 September 2022.\n',
  'ministry.txt': 'Nobody was killed at Bagh-e Kaj Square on 16 September 2022, the Ministry said.\n',
  'court.txt': 'Kamran Sohrabzadeh was charged in Norvale on 2 September 2020.\n\nA second paragraph tells of the amber lamp in the witness room.\n',
  'movement-post.txt': 'Mahin Taban leads the Dawn Movement. Darius Ravand is a member of the Dawn Movement.\n',
};
const AT = { text: '16 September 2022', edtf: '2022-09-16' };
const KILLING = { kind: 'killing', time: AT, modality: 'asserted', saidBy: [] };
const CLAIMS = {
  'ledger.txt': { ...KILLING, words: 'Nine people were killed at Bagh-e Kaj Square', roles: { target: ['Nine people'], place: ['Bagh-e Kaj Square'], outcome: ['nine'] } },
  'movement.txt': { ...KILLING, words: 'At least 31 marchers were killed at Bagh-e Kaj Square', roles: { target: ['At least 31 marchers'], place: ['Bagh-e Kaj Square'], outcome: ['at least 31'] } },
  'ministry.txt': { ...KILLING, words: 'Nobody was killed at Bagh-e Kaj Square', modality: 'denied', roles: { place: ['Bagh-e Kaj Square'] }, saidBy: ['the Ministry'] },
  'court.txt': { words: 'Kamran Sohrabzadeh was charged in Norvale', kind: 'charge', time: { text: '2 September 2020', edtf: '2020-09-02' }, modality: 'asserted', roles: { target: ['Kamran Sohrabzadeh'], place: ['Norvale'] }, saidBy: [] },
  'movement-post.txt': { words: 'Mahin Taban leads the Dawn Movement', kind: 'position', time: null, modality: 'asserted', roles: { actor: ['Mahin Taban'], organization: ['Dawn Movement'] }, saidBy: [] },
} as const; // prettier-ignore

/** Another of the same document, so that the movement ties two. */
const MEMBER = { kind: 'membership', time: null, modality: 'asserted', roles: { actor: ['Darius Ravand'], organization: ['Dawn Movement'] }, saidBy: [] };

const here = journeysThrough(TEXTS, { readable: true });

/** A claim of each document is recorded; done once for all journeys. */
async function withClaims(page: Page): Promise<readonly EventRow[]> {
  const known = await asked<readonly EventRow[]>(page, '/events?status=recorded');
  if (known.length > 0) return known;
  for (const [file, { words, ...content }] of Object.entries(CLAIMS)) {
    const { id } = await documentOf(page, file);
    await sent(page, '/claims', { document: id, content: { ...content, quote: { exact: words, start: 0, end: Array.from(words).length } } });
  }
  const { id } = await documentOf(page, 'movement-post.txt');
  const words = 'Darius Ravand is a member of the Dawn Movement';
  const start = TEXTS['movement-post.txt'].indexOf(words);
  await sent(page, '/claims', { document: id, content: { ...MEMBER, quote: { exact: words, start, end: start + words.length } } });
  return asked<readonly EventRow[]>(page, '/events?status=recorded');
}

async function killing(page: Page): Promise<EventRow> {
  const found = (await withClaims(page)).find(({ kind, claims }) => kind === 'killing' && claims.length > 1);
  if (!found) throw new Error('the two claims of the killing are not proposed as one event');
  return found;
}

test('claims that are proposed as one happening are joined by a key, and taken apart again by another', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  const event = await killing(page);
  await page.goto(`${here.desk.origin}/events/${event.id}`);
  await page.locator('.page-head .lead', { hasText: 'machine’s proposal' }).waitFor();
  await page.locator('article.pair').waitFor();
  await page.keyboard.press('y');
  await page.locator('.said', { hasText: 'one happening' }).waitFor();
  await expect.poll(async () => (await asked<EventView>(page, `/events/${event.id}`)).joined.length, { timeout: 20_000 }).toBe(2);
  await page.locator('.judgements button', { hasText: 'Take back' }).first().click();
  await page.locator('.said', { hasText: 'Taken back' }).waitFor();
  await expect.poll(async () => (await asked<EventView>(page, `/events/${event.id}`)).joined.length, { timeout: 20_000 }).toBe(0);
  expect(complaints).toEqual([]);
});

test('an event shows the figures of each side by side, and how many origins there are', async () => {
  const { page } = here;
  const event = await killing(page);
  await page.goto(`${here.desk.origin}/events/${event.id}`);
  await page.locator('.figures li', { hasText: 'nine' }).waitFor();
  await page.locator('.figures li', { hasText: 'at least 31' }).waitFor();
  await page.locator('.origins > li').nth(1).waitFor();
  await page.getByText('Whether these origins are independent is not known.').waitFor();
});

test('a contradiction is ruled on with a reason, and the ruling is taken back', async () => {
  const { page } = here;
  await killing(page);
  const before = (await asked<readonly ContradictionRow[]>(page, '/contradictions')).filter(({ open }) => open).length;
  expect(before).toBeGreaterThan(0);
  await page.goto(`${here.desk.origin}/contradictions`);
  await page.locator('.contradictions > li').first().getByRole('button', { name: 'both stand' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input').fill('Each counts other people.');
  await dialog.getByRole('button', { name: 'Record it' }).click();
  await page.locator('.judgements', { hasText: 'Each counts other people.' }).waitFor();
  await expect
    .poll(async () => (await asked<readonly ContradictionRow[]>(page, '/contradictions')).filter(({ open }) => open).length, { timeout: 20_000 })
    .toBe(before - 1);
  await page.locator('.judgements').getByRole('button', { name: 'Take back' }).first().click();
  await expect
    .poll(async () => (await asked<readonly ContradictionRow[]>(page, '/contradictions')).filter(({ open }) => open).length, { timeout: 20_000 })
    .toBe(before);
});

test('a proceeding says "charged, not convicted", and its step leads to the words', async () => {
  const { page } = here;
  await killing(page);
  const [proceeding] = await asked<readonly ProceedingRow[]>(page, '/proceedings?status=recorded');
  await page.goto(`${here.desk.origin}/proceedings/${proceeding?.id ?? ''}`);
  await page.locator('.page-head', { hasText: 'charged, not convicted' }).waitFor();
  await page.locator('.ladder .excerpt-quote').first().click();
  await page.waitForURL(/\/documents\/.*claim=/);
  await page.locator('.mark[data-selected]').first().waitFor();
});

test('a search finds a passage, marks its words, and leads to its place in the document', async () => {
  const { page } = here;
  await page.goto(`${here.desk.origin}/search?query=amber`);
  await page.locator('.excerpt-quote mark', { hasText: 'amber' }).click();
  await page.waitForURL(/\/documents\/.*from=\d+&to=\d+/);
  const highlighted = (): Promise<string> => page.evaluate<string>(`[...(CSS.highlights.get('passage') ?? [])].join('')`);
  await expect.poll(highlighted, { timeout: 20_000 }).toContain('amber lamp');
});

test('a search is kept in the casebook under a name, found again there, and let go', async () => {
  const { page } = here;
  await page.goto(`${here.desk.origin}/search?query=amber`);
  await page.locator('.kept-searches summary').click();
  await page.getByLabel('Keep this search as').fill('The lamp');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.goto(`${here.desk.origin}/search`);
  await page.locator('.kept-searches summary').click();
  await page.getByRole('link', { name: 'The lamp' }).click();
  await page.waitForURL(/query=amber/);
  await page.locator('.excerpt-quote mark', { hasText: 'amber' }).waitFor();
  await page.getByRole('button', { name: 'Let it go' }).click();
  await page.getByRole('link', { name: 'The lamp' }).waitFor({ state: 'detached' });
});

test('a note and a label stand on an event with who made them, and can be taken back', async () => {
  const { page } = here;
  const event = await killing(page);
  await page.goto(`${here.desk.origin}/events/${event.id}`);
  await page.locator('.remarks summary', { hasText: 'Add a note' }).click();
  await page.getByLabel('The note').fill('Ask the hospital.');
  await page.locator('.remarks details[open]').getByRole('button', { name: 'Record it' }).click();
  const noted = page.locator('.remarks .judgements li', { hasText: 'Ask the hospital.' });
  await noted.filter({ hasText: 'Mina Farhadi' }).waitFor();
  await noted.getByRole('button', { name: 'Take back' }).click();
  await noted.waitFor({ state: 'detached' });
});

test('a clock that is fixed by its slider leaves on the timeline, and in the matrix, what can have happened then', async () => {
  const { page } = here;
  await killing(page);
  await page.goto(`${here.desk.origin}/timeline`);
  await page.locator('.excerpt-quote', { hasText: 'Nine people' }).first().waitFor();
  await page.locator('.clocks summary').click();
  await page.getByRole('slider', { name: 'It can have happened in' }).focus();
  await page.keyboard.press('Home');
  await page.waitForURL(/at=2020/);
  await page.locator('.excerpt-quote', { hasText: 'Nine people' }).first().waitFor({ state: 'detached' });
  await page.locator('.excerpt-quote', { hasText: 'was charged in Norvale' }).first().waitFor();
  await page.goto(`${here.desk.origin}/matrix?at=2020`);
  await page.locator('.notice', { hasText: 'No harm' }).waitFor();
  await page.getByRole('button', { name: 'Let it go' }).click();
  await page.locator('.matrix .harm-words', { hasText: 'Nine people' }).first().waitFor();
});

test('the shortest way between two is found in the network, each tie with its claims', async () => {
  const { page } = here;
  await killing(page);
  await page.goto(`${here.desk.origin}/network`);
  await page.locator('.edges li').first().waitFor();
  await page.getByRole('combobox', { name: 'Around whom' }).fill('Mahin');
  await page.getByRole('option', { name: /Mahin Taban/ }).click();
  await page.waitForURL(/of=n_/);
  await page.getByRole('combobox', { name: 'The shortest way to' }).fill('Darius');
  await page.getByRole('option', { name: /Darius Ravand/ }).click();
  await page.waitForURL(/to=n_/);
  await page.getByText('2 steps between the two').waitFor();
  await page.locator('.edges li', { hasText: 'membership' }).getByRole('button', { name: '1 claim' }).click();
  await page.locator('.edges .excerpt-quote', { hasText: 'is a member of' }).click();
  await page.waitForURL(/\/documents\/.*claim=/);
});

test.each(['tongue=en&theme=light', 'tongue=fa&theme=dark'])('axe finds nothing serious on the pages of the record (%s)', async (preferences) => {
  const { page } = here;
  const event = await killing(page);
  const [proceeding] = await asked<readonly ProceedingRow[]>(page, '/proceedings?status=recorded');
  const pages = [
    ['/events', '.record-rows li'],
    [`/events/${event.id}`, '.side-by-side'],
    ['/proceedings', '.documents tbody tr'],
    [`/proceedings/${proceeding?.id ?? ''}`, '.ladder li'],
    ['/contradictions', '.contradictions > li'],
    ['/gaps', '.page-head h1'],
    ['/network', '.edges li'],
    ['/copies', '.page-head h1'],
    ['/timeline?at=2022', '.drawing-hand'],
    ['/search?query=killed', '.facets'],
  ] as const;
  await page.evaluate(`localStorage.setItem('onrecord.preferences', '${preferences}')`);
  for (const [path, ready] of pages) {
    await page.goto(here.desk.origin + path);
    await page.locator(ready).first().waitFor();
    expect(await graveViolations(page), path).toEqual([]);
  }
  await page.evaluate(`localStorage.removeItem('onrecord.preferences')`);
});
