// One address, another text: told, and never acted on by the machine.
import { expect, it, onTestFinished } from 'vitest';
import { invented } from '../record/copies/copy-set.test-data.ts';
import type { Casebook } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { claims as listClaims } from './questions.ts';
import { findQuote } from './quoted.ts';
import { endRemark } from './remarks.ts';
import { revisions, settleRevisions, versionBefore } from './revisions.ts';
import { addTexts, emptyBook, type GivenText } from './texts.test-data.ts';

const HELD = 'Nine people were held at the gate of the harbour on Friday.';
const SHOT = 'Two of them were shot by guards.';
const REST = invented(1, 4);
const PAGE = { url: 'https://herald.example/news/12', name: 'page.html' };

async function bookOf(given: readonly GivenText[]): Promise<{ readonly casebook: Casebook; readonly ids: readonly string[] }> {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  return { casebook, ids: (await addTexts(casebook, given)).ids };
}

const record = (casebook: Casebook, document: string, text: string, words: string) =>
  recordClaim(casebook, document, { quote: findQuote(text, words), kind: 'detention', roles: {}, time: null, modality: 'asserted', saidBy: [] });

it('a claim whose words were changed is told with what stands there now, one whose words are gone too, and what still stands is not', async () => {
  const first = `${HELD} ${SHOT}\n\n${REST}`;
  const second = `${HELD.replace('Nine', 'Ninety')}\n\n${REST.replace(/^(\w+) /, '$1  ')}`;
  const { casebook, ids } = await bookOf([
    { ...PAGE, text: first },
    { ...PAGE, text: second, url: 'http://herald.example/news/12/?utm_source=mail#top' },
  ]);
  const [earlier = '', later = ''] = ids;
  const held = await record(casebook, earlier, first, HELD);
  const shot = await record(casebook, earlier, first, SHOT);
  await record(casebook, earlier, first, REST.split('. ')[0] ?? '');
  const found = await revisions(casebook);
  expect(found.map((each) => [each.earlier.id, each.later.id])).toEqual([[earlier, later]]);
  expect(found[0]?.claims.map(({ claim, words }) => [claim.id, words])).toEqual([
    [held.id, HELD.replace('Nine', 'Ninety')],
    [shot.id, null],
  ]);
  expect((await listClaims(casebook, { status: 'recorded' })).map(({ id }) => id)).toContain(shot.id);
  expect(await versionBefore(casebook, later)).toBe(earlier);
  expect(await versionBefore(casebook, earlier)).toBeNull();
  expect(await revisions(casebook, earlier)).toEqual(found);
  await expect(revisions(casebook, 'd_none')).rejects.toMatchObject({ code: 'not-found' });
});

it('the same text again is no revision, nor are two pages of one site, nor its front page', async () => {
  const of = (url: string, text: string): GivenText => ({ name: 'page.html', url, text });
  const site = 'https://herald.example';
  const { casebook } = await bookOf([
    of(`${site}/a`, 'One.'),
    of(`${site}/a`, 'One.'),
    of(`${site}/b`, 'Two.'),
    of(`${site}/`, 'Three.'),
    of(`${site}/`, 'Four.'),
  ]);
  expect(await revisions(casebook)).toEqual([]);
});

it('a page that was taken down is told, where the file itself has its address; an address stated for many files makes no versions of them', async () => {
  const text = `${HELD} ${REST}`;
  const taken = await bookOf([
    { ...PAGE, text },
    { ...PAGE, text: 'This page is not available.' },
  ]);
  const [id = ''] = taken.ids;
  await record(taken.casebook, id, text, HELD);
  expect((await revisions(taken.casebook))[0]?.claims.map(({ words }) => words)).toEqual([null]);
  const stated = { ...PAGE, isStated: true };
  const folder = await bookOf([
    { ...stated, text },
    { ...stated, text: invented(2, 4) },
    { ...stated, text: `Update. ${invented(2, 4)}` },
  ]);
  expect((await revisions(folder.casebook)).map(({ earlier, later }) => [earlier.id, later.id])).toEqual([folder.ids.slice(1)]);
});

it('a mark ends when somebody says what became of it, and stands again when that is taken back', async () => {
  const [first, second] = [`${HELD}\n\n${REST}`, `${HELD.replace('Nine', 'Ninety')}\n\n${REST}`];
  const { casebook, ids } = await bookOf([
    { ...PAGE, text: first },
    { ...PAGE, text: second },
  ]);
  const { id } = await record(casebook, ids[0] ?? '', first, HELD);
  const marks = async (): Promise<readonly (string | null)[]> =>
    (await revisions(casebook)).flatMap(({ claims }) => claims.map(({ settled }) => settled?.text ?? null));
  await expect(settleRevisions(casebook, [id], ' ')).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(settleRevisions(casebook, [id, 'c_none'], 'x')).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('c_none') });
  expect(await marks()).toEqual([null]);
  const [settled] = await settleRevisions(casebook, [id], 'the paper corrected the number');
  expect(await marks()).toEqual(['the paper corrected the number']);
  expect(settled).toMatchObject({ sort: 'revision', value: ids[1], about: { id, documents: ids } });
  await expect(settleRevisions(casebook, [id], 'again')).rejects.toMatchObject({ code: 'conflict' });
  expect((await listClaims(casebook, { status: 'recorded' })).map((claim) => claim.id)).toEqual([id]);
  await endRemark(casebook, settled?.entry ?? '', 'taken back', null);
  expect(await marks()).toEqual([null]);
});

it('what was said of one later text is not said of the next: the claims of the text before it are marked', async () => {
  const texts = ['Nine', 'Ninety', 'Ninety-nine'].map((number) => `${HELD.replace('Nine', number)}\n\n${REST}`);
  const { casebook, ids } = await bookOf(texts.slice(0, 2).map((text) => ({ ...PAGE, text })));
  const { id } = await record(casebook, ids[0] ?? '', texts[0] ?? '', HELD);
  await settleRevisions(casebook, [id], 'seen');
  const corrected = await record(casebook, ids[1] ?? '', texts[1] ?? '', HELD.replace('Nine', 'Ninety'));
  await addTexts(casebook, [{ ...PAGE, text: texts[2] ?? '' }]);
  const open = (await revisions(casebook)).flatMap(({ claims }) => claims.filter(({ settled }) => settled === null).map(({ claim }) => claim.id));
  expect(open).toEqual([corrected.id]);
});
