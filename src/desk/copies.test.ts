// Copies are found as documents come, go and are read again; and what is told twice counts once.
import { expect, it, onTestFinished } from 'vitest';
import { invented, makeCopySet, scoreCopies } from '../record/copies/copy-set.test-data.ts';
import type { Casebook } from './casebook.ts';
import { findCopiesAnew } from './copy-texts.ts';
import { besides, copies } from './copies.ts';
import { erase } from './erase.ts';
import { event } from './events.ts';
import { story } from './story.test-data.ts';
import { addTexts, emptyBook, type GivenText } from './texts.test-data.ts';

async function bookOf(given: readonly GivenText[]): Promise<{ readonly casebook: Casebook; readonly ids: readonly string[] }> {
  const { casebook, drop } = await emptyBook();
  onTestFinished(drop);
  return { casebook, ids: (await addTexts(casebook, given)).ids };
}

const inOrder = (a = '', b = ''): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const pairs = async (casebook: Casebook): Promise<readonly string[]> =>
  (await copies(casebook)).map(({ left, right, kind, passages }) => `${left.id} ${right.id} ${kind} ${JSON.stringify(passages)}`).toSorted();

it('of 224 documents edited from known ones, 98 of 100 pairs that are found are copies, and 95 of 100 reprints are found', async () => {
  const set = makeCopySet();
  const { casebook, ids } = await bookOf(set);
  const kinds = new Map((await copies(casebook)).map(({ left, right, kind }) => [`${left.id} ${right.id}`, kind]));
  const counted = scoreCopies(set, (n, m) => kinds.get(inOrder(ids[n], ids[m])));
  expect(set.length).toBeGreaterThanOrEqual(200);
  expect(counted.right + counted.missed).toBeGreaterThan(500);
  expect(counted.right / (counted.right + counted.wrong)).toBeGreaterThanOrEqual(0.98);
  expect(counted.right / (counted.right + counted.missed)).toBeGreaterThanOrEqual(0.95);
  expect(counted.passages / (counted.passages + counted.passagesMissed)).toBeGreaterThanOrEqual(0.95);
});

it('the same pairs stand however they came: found one by one, after an erasure, or all anew', async () => {
  const wire = invented(1, 6);
  const reprint = (n: number): GivenText => ({ name: `${n}.txt`, text: `${invented(100 + n, 1)}\n\n${wire}` });
  const { casebook, ids } = await bookOf(Array.from({ length: 34 }, (_, n) => reprint(n)));
  const [first = '', second = ''] = ids;
  expect((await copies(casebook, ids.at(-1))).length).toBe(30);
  for (const gone of [first, second]) {
    await erase(casebook, gone, 'court order 12/2026');
    const stood = await pairs(casebook);
    expect(stood.some((pair) => pair.includes(gone))).toBe(false);
    await findCopiesAnew(casebook);
    expect(await pairs(casebook)).toEqual(stood);
  }
});

it('an erased document leaves none of its fingerprints', async () => {
  const { casebook, ids } = await bookOf([1, 1].map((seed, n) => ({ name: `${n}.txt`, text: `${n} ${invented(seed, 6)}` })));
  expect(await copies(casebook)).toHaveLength(1);
  for (const id of ids) await erase(casebook, id, 'court order 12/2026');
  const { reads } = casebook.store;
  expect(await reads.selectFrom('fingerprinted').selectAll().execute()).toEqual([]);
  expect(await reads.selectFrom('fingerprint').selectAll().execute()).toEqual([]);
  expect(await reads.selectFrom('copy').selectAll().execute()).toEqual([]);
});

it('the imprint that a publisher puts under each document makes them no copies, be the publisher known or there many of them', async () => {
  const imprint = invented(7, 5);
  const under = (n: number, publisher?: string): GivenText => ({
    name: `${n}.txt`,
    text: `${invented(200 + n, 4)}\n\n${imprint}`,
    ...(publisher === undefined ? {} : { publisher }),
  });
  const ofOne = await bookOf(Array.from({ length: 5 }, (_, n) => under(n, n % 2 ? 'Sepid Radio' : 'SEPID RADIO')));
  expect(await copies(ofOne.casebook)).toEqual([]);
  const ofMany = await bookOf(Array.from({ length: 32 }, (_, n) => under(n)));
  expect(await copies(ofMany.casebook)).toEqual([]);
});

it('which of two was first is told by their dates of publication, and where those do not say it is not known', async () => {
  const text = invented(1, 6);
  const of = (n: number, published?: string): GivenText => ({ name: `${n}.txt`, text: `${n} ${text}`, ...(published === undefined ? {} : { published }) });
  const firsts = async (...dates: readonly (string | undefined)[]): Promise<readonly (number | null)[]> => {
    const { casebook, ids } = await bookOf(dates.map((date, n) => of(n, date)));
    return (await copies(casebook)).map(({ first, left, right }) => (first === null ? null : ids.indexOf(first === 'left' ? left.id : right.id)));
  };
  expect(await firsts('2020-02-07', '2020-02-06')).toEqual([1]);
  expect(await firsts('2020-02-06', '2020-02')).toEqual([null]);
  expect(await firsts('2020-02-06', undefined)).toEqual([null]);
  expect(await firsts('2019?', '2020-02-06')).toEqual([null]);
});

it('two documents are laid side by side, be they copies or not; one that is not there is refused', async () => {
  const text = invented(1, 6);
  const { casebook, ids } = await bookOf([
    { name: 'a.txt', text },
    { name: 'b.txt', text: `${text} ${invented(2, 1)}` },
    { name: 'c.txt', text: invented(3, 3) },
    { name: 'empty.txt', text: '' },
  ]);
  const [a = '', b = '', c = '', empty = ''] = ids;
  expect((await besides(casebook, a, b)).stretches.map(({ sort }) => sort)).toEqual(['same', 'right']);
  expect(await besides(casebook, a, c)).toMatchObject({ row: null, left: { id: a, title: 'a.txt' } });
  expect((await besides(casebook, a, empty)).stretches.map(({ sort }) => sort)).toEqual(['left']);
  await expect(besides(casebook, a, 'd_none')).rejects.toMatchObject({ code: 'not-found' });
  await expect(copies(casebook, 'd_none')).rejects.toMatchObject({ code: 'not-found' });
});

it('what three print of one report counts once, and what one of them adds in its own words counts by itself', async () => {
  const executed = 'Political prisoners were executed at Sangtarash in 1987.';
  const report = `${executed} ${invented(1, 5)}`;
  const heard = 'Prisoners were executed at Sangtarash in 1987, the porter of the house next door told this paper.';
  const other = 'Executions of prisoners took place at Sangtarash in 1987.';
  const claim = (words: string, ...saidBy: readonly string[]) => ({
    kind: 'execution' as const,
    words,
    roles: { target: ['political prisoners'], place: ['Sangtarash'] },
    time: { text: '1987', edtf: '1987' },
    saidBy,
  });
  const { casebook, claims } = await story([
    { text: report, publisher: 'Continental News Agency', published: '2020-02-06', claims: [claim(executed)] },
    { text: `A headline.\n\n${report}`, publisher: 'The Norvale Herald', published: '2020-02-07', claims: [claim(executed)] },
    { text: `Another.\n\n${report}\n\n${invented(2, 2)}\n\n${heard}`, publisher: 'Holmvik Posten', claims: [claim(executed), claim(heard, 'the porter')] },
    { text: `${invented(3, 4)} ${other}`, publisher: 'Sepid Radio', claims: [claim(other)] },
  ]);
  const { origins } = await event(casebook, `ev_${claims[0]?.id.slice(2)}`);
  const numbers = origins.origins.map((origin) => origin.claims.map((id) => claims.findIndex((each) => each.id === id)).toSorted((a, b) => a - b));
  expect(origins.documents).toBe(4);
  expect(numbers.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([[0, 1, 2], [3], [4]]);
  expect(origins.origins[0]?.why).toContain(
    'the documents are copies: 100 % of the shorter stands in the other, of which Continental News Agency was published first',
  );
});
