// Sources, names, documents and elements of crimes in a real browser: what a source alone tells of, who owns it, how reliable it is held to be; what
// somebody is said to have done and suffered, with the denial beside it; all about a document; and an element of a crime that has no claim.
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { EntitiesPage } from '../../src/model/told.ts';
import type { EventRow } from '../../src/model/event.ts';
import type { SourcesPage, SourceView } from '../../src/model/source.ts';
import { asked, complaintsOf, documentOf, sent } from './desk.ts';
import { graveViolations } from './grave-violations.ts';
import { journeysThrough } from './journeys.ts';

const BY = 'Publisher: Holmvik Posten\nPublished: 2022-09-18\n\n';
const TEXTS = {
  'posten.txt': `Title: Nine killed\n${BY}Nine marchers were killed at Bagh-e Kaj Square on 16 September 2022 by the River Guard. Darius Ravand commands the River Guard.\n`,
  'herald.txt': 'Title: More than thirty\nPublisher: The Norvale Herald\nPublished: 2022-09-19\n\nAt least 31 marchers were killed at Bagh-e Kaj Square on 16 September 2022 by the River Guard. Navid Golzari was detained in Torvik Prison in March 2021.\n',
  'ministry.txt': 'Title: A denial\nPublisher: Qaramar State News\n\nNobody was killed at Bagh-e Kaj Square on 16 September 2022, the Ministry said. Darius Ravand was charged in Norvale on 2 September 2023.\n',
}; // prettier-ignore
const AT = { text: '16 September 2022', edtf: '2022-09-16' };
const PLACE = ['Bagh-e Kaj Square'];
const CLAIMS = [
  ['posten.txt', 'Nine marchers were killed at Bagh-e Kaj Square', { kind: 'killing', time: AT, roles: { actor: ['River Guard'], target: ['Nine marchers'], place: PLACE } }],
  ['posten.txt', 'Darius Ravand commands the River Guard', { kind: 'command', roles: { actor: ['Darius Ravand'], organization: ['River Guard'] } }],
  ['herald.txt', 'At least 31 marchers were killed at Bagh-e Kaj Square', { kind: 'killing', time: AT, roles: { actor: ['River Guard'], target: ['At least 31 marchers'], place: PLACE } }],
  ['herald.txt', 'Navid Golzari was detained in Torvik Prison', { kind: 'detention', time: { text: 'March 2021', edtf: '2021-03' }, roles: { target: ['Navid Golzari'], place: ['Torvik Prison'] } }],
  ['ministry.txt', 'Nobody was killed at Bagh-e Kaj Square', { kind: 'killing', time: AT, modality: 'denied', roles: { place: PLACE }, saidBy: ['the Ministry'] }],
  ['ministry.txt', 'Darius Ravand was charged in Norvale', { kind: 'charge', time: { text: '2 September 2023', edtf: '2023-09-02' }, roles: { target: ['Darius Ravand'], place: ['Norvale'] } }],
] as const; // prettier-ignore

const here = journeysThrough(TEXTS, { readable: true });

/** Done once for all journeys. */
async function withClaims(page: Page): Promise<void> {
  if ((await asked<EntitiesPage>(page, '/entities')).total > 0) return;
  for (const [file, words, content] of CLAIMS) {
    const { id } = await documentOf(page, file);
    const { text } = await asked<{ readonly text: string }>(page, `/documents/${id}`);
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    const quote = { exact: words, start, end: start + Array.from(words).length };
    await sent(page, '/claims', { document: id, content: { time: null, modality: 'asserted', saidBy: [], ...content, quote } });
  }
}

async function nameOf(page: Page, name: string, file: string): Promise<string> {
  const { id: document } = await documentOf(page, file);
  const { entities } = await asked<EntitiesPage>(page, `/entities?${new URLSearchParams({ like: name }).toString()}`);
  for (const { id, label } of entities) {
    const { names } = await asked<{ readonly names: readonly { readonly document: string }[] }>(page, `/entities/${id}`);
    if (label === name && names.some((each) => each.document === document)) return id;
  }
  throw new Error(`${file} does not name ${name}`);
}

test('from the list a source is opened: what it alone tells of; that it shares an owner is said with a reason and taken back', async () => {
  const { page } = here;
  const complaints = complaintsOf(page);
  await withClaims(page);
  await page.goto(`${here.desk.origin}/sources`);
  await page.getByRole('link', { name: 'The Norvale Herald' }).click();
  await page.waitForURL(/\/sources\/u_/);
  await page.locator('.excerpt-quote', { hasText: 'Navid Golzari was detained' }).waitFor();
  await page.getByRole('textbox', { name: 'Another publisher' }).fill('Holmvik Posten');
  await page.getByRole('radio', { name: /Holmvik Posten/ }).click();
  await page.getByRole('button', { name: 'They share an owner' }).click();
  await page.getByRole('dialog').locator('input').fill('One company owns both.');
  await page.getByRole('dialog').getByRole('button', { name: 'Record it' }).click();
  const judged = page.locator('.owners .judgements li', { hasText: 'One company owns both.' });
  await judged.getByRole('button', { name: 'Take back' }).click();
  const { sources } = await asked<SourcesPage>(page, '/sources?like=Norvale%20Herald');
  const undone = async (): Promise<readonly boolean[]> => (await asked<SourceView>(page, `/sources/${sources[0]?.id}`)).owners.map((each) => each.undone);
  await expect.poll(undone, { timeout: 20_000 }).toEqual([true]);
  await page.locator('.history li', { hasText: 'judged two to be one' }).waitFor();
  expect(complaints).toEqual([]);
});

test('how reliable a source is stands there with a name and a reason, in the list too', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/sources/${encodeURIComponent('Holmvik Posten')}`);
  await page.locator('.remarks').getByRole('button', { name: /Reliability/ }).click();
  await page.getByRole('option', { name: 'likely reliable', exact: true }).click();
  await page.locator('.remarks details[open]').getByLabel('Why').fill('It names its sources.');
  await page.locator('.remarks details[open]').getByRole('button', { name: 'Record it' }).click();
  await page.locator('.remarks .judgements li', { hasText: 'It names its sources.' }).waitFor();
  await page.goto(`${here.desk.origin}/sources`);
  await page.locator('tr', { hasText: 'Holmvik Posten' }).getByText('likely reliable, by').waitFor();
}); // prettier-ignore

test('the page of a name shows what claims give; what it is people say, and then what is looked for of that stands there, found or not', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/names/${await nameOf(page, 'River Guard', 'posten.txt')}`);
  await page.locator('.told-members', { hasText: 'Darius Ravand' }).waitFor();
  await page.locator('.told-done .excerpt', { hasText: 'Nine marchers' }).locator('.against', { hasText: 'Nobody was killed' }).waitFor();
  await page.getByText('nobody has said what it is').waitFor();
  await page.getByRole('button', { name: /Say what it is/ }).click();
  await page.getByRole('option', { name: 'organization' }).click();
  await page.getByText('organization, as').first().waitFor();
  await page.locator('.told-suffered', { hasText: 'No recorded claim tells of a harm done to it.' }).waitFor();
});

test('a place tells what happened there and who was held there, as its clocks let it, each a step from the words', async () => {
  const { page } = here;
  await withClaims(page);
  const prison = await nameOf(page, 'Torvik Prison', 'herald.txt');
  await page.goto(`${here.desk.origin}/names/${prison}?at=2019`);
  await page.locator('.notice', { hasText: 'fits these dates' }).waitFor();
  await page.goto(`${here.desk.origin}/names/${prison}`);
  await page.locator('.told-held .excerpt-quote', { hasText: 'Navid Golzari' }).click();
  await page.waitForURL(/\/documents\/.*claim=/);
  await page.locator('.mark[data-selected]').first().waitFor();
});

test('all about a document stands on one page: its source, what is claimed in it by kind, what that is a part of', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/documents/${(await documentOf(page, 'posten.txt')).id}`);
  await page.getByRole('link', { name: 'All about it' }).click();
  await page.waitForURL(/\/about$/);
  await page.locator('.told-rest summary', { hasText: 'Killing' }).click();
  await page.locator('.told-rest .excerpt-quote', { hasText: 'Nine marchers' }).first().waitFor();
  await page.locator('.happenings .figures', { hasText: 'At least 31' }).first().waitFor();
  await page.getByRole('link', { name: 'Holmvik Posten' }).first().click();
  await page.locator('.source h1', { hasText: 'Holmvik Posten' }).waitFor();
});

test('a list of elements is brought, a claim of an event is tagged with one, and for the other none is found', async () => {
  const { page } = here;
  await withClaims(page);
  await page.goto(`${here.desk.origin}/elements`);
  await page.getByLabel('Name of the list').fill('murder');
  await page.getByLabel('Its elements').fill('killed: one or more people\nattack: widespread or systematic');
  await page.getByRole('button', { name: 'Keep the list' }).click();
  await page.locator('.elements-table tr', { hasText: 'attack' }).getByText('none found in this record').waitFor();
  const [event] = await asked<readonly EventRow[]>(page, '/events?status=recorded&kind=killing');
  await page.goto(`${here.desk.origin}/events/${event?.id ?? ''}`);
  await page.getByRole('button', { name: /Hold it against the list/ }).click();
  await page.getByRole('option', { name: 'murder' }).click();
  await page.getByRole('button', { name: /Tag a claim with an element/ }).click();
  await page.getByRole('option', { name: 'killed' }).click();
  await page.getByRole('button', { name: /Which claim/ }).click();
  await page.getByRole('option').first().click();
  await page.locator('.elements-table tr', { hasText: 'killed' }).getByRole('link').waitFor();
  await page.locator('.elements-table caption', { hasText: '1 of 2 elements have a claim; for 1 none was found' }).waitFor();
  // The card of the claim says it too.
  await page.locator('.elements-table tr', { hasText: 'killed' }).getByRole('link').click();
  await page.locator('.card[data-selected] .team-words summary').first().click();
  await page.locator('.card[data-selected] .elements-table tr', { hasText: 'killed' }).getByRole('link').waitFor();
});

test.each(['tongue=en&theme=light', 'tongue=fa&theme=dark'])('axe finds nothing serious on these pages (%s)', async (preferences) => {
  const { page } = here;
  await withClaims(page);
  const pages = [
    ['/sources', '.documents tbody tr'],
    [`/sources/${encodeURIComponent('The Norvale Herald')}`, '.excerpt'],
    [`/names/${await nameOf(page, 'River Guard', 'posten.txt')}`, '.told-members'],
    [`/names/${await nameOf(page, 'Torvik Prison', 'herald.txt')}`, '.told-held'],
    [`/documents/${(await documentOf(page, 'posten.txt')).id}/about`, '.happenings li'],
    ['/elements', '.page-head h1'],
  ] as const;
  await page.evaluate(`localStorage.setItem('onrecord.preferences', '${preferences}')`);
  for (const [path, ready] of pages) {
    await page.goto(here.desk.origin + path);
    await page.locator(ready).first().waitFor();
    expect(await graveViolations(page), path).toEqual([]);
  }
  await page.evaluate(`localStorage.removeItem('onrecord.preferences')`);
});
