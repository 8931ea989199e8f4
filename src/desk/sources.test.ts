// Sources: who brought out what, what each alone tells of, who repeats it, who owns it as people say, and how reliable people hold it to be.
import { expect, it } from 'vitest';
import { claimsNamed } from './claims-named.ts';
import { judge, undoJudgement } from './judge.ts';
import { joinOrigins } from './origins.ts';
import { publisherId } from './publishers.ts';
import { assess, remarksOn } from './remarks.ts';
import { source } from './source.ts';
import { sourceAlone } from './source-alone.ts';
import { sourcesPage } from './source-list.ts';
import { story } from './story.test-data.ts';

const REPORT = 'Nine people were killed at Bagh-e Kaj Square on 16 September 2022, Ledger for Justice said.';
const AT = { text: '16 September 2022', edtf: '2022-09-16' };
const KILLED = { kind: 'killing' as const, time: AT, roles: { target: ['Nine people'], place: ['Bagh-e Kaj Square'] } };

/** The Herald and the Posten give the word of one source; the Herald alone tells of an arrest; the Radio tells of the killing itself. */
async function told() {
  const found = await story([
    {
      text: `${REPORT}\nNavid Golzari was arrested in Torvik in March 2021.\n`,
      publisher: 'The Norvale Herald',
      published: '2022-09-18',
      claims: [
        { ...KILLED, words: REPORT, saidBy: ['Ledger for Justice'] },
        { kind: 'arrest', words: 'Navid Golzari was arrested in Torvik in March 2021', roles: { target: ['Navid Golzari'], place: ['Torvik'] }, time: { text: 'March 2021', edtf: '2021-03' } },
        { kind: 'position', words: 'Navid Golzari', roles: { actor: ['Navid Golzari'], title: ['teacher'] } },
      ],
    },
    { text: `${REPORT}\n`, publisher: 'Holmvik Posten', claims: [{ ...KILLED, words: REPORT, saidBy: ['Ledger for Justice'] }] },
    { text: 'We saw nine people killed at Bagh-e Kaj Square on 16 September 2022.\n', publisher: 'Sepid Radio', claims: [{ ...KILLED, words: 'nine people killed at Bagh-e Kaj Square' }] },
    { text: 'The Herald came out late.\n', publisher: 'THE NORVALE HERALD', claims: [] },
  ]); // prettier-ignore
  const named = (await claimsNamed(found.casebook, null, {})).flatMap(({ names }) => names.filter(({ part }) => part === 'saidBy').map(({ id }) => id));
  await judge(found.casebook, named, 'same', 'one organization');
  return found;
}

it('publishers and named speakers are sources, two spellings of one publisher are one, and a name finds it', async () => {
  const { casebook } = await told();
  const { sources, total } = await sourcesPage(casebook, null);
  expect(sources.map(({ sort, label, documents, claims }) => `${sort} ${label}: ${claims} in ${documents}`)).toEqual(
    expect.arrayContaining([
      'publisher The Norvale Herald: 3 in 2',
      'speaker Ledger for Justice: 2 in 2',
      'publisher Holmvik Posten: 1 in 1',
      'publisher Sepid Radio: 1 in 1',
    ]),
  );
  expect(total).toBe(4);
  expect((await sourcesPage(casebook, 'norvale herald')).sources.map(({ id }) => id)).toEqual([publisherId('the norvale herald')]);
  expect((await sourcesPage(casebook, null, { skip: 3, most: 1 })).next).toBeNull();
  expect((await sourcesPage(casebook, null, { most: 3 })).next).toBe(3);
});

it('what a source alone tells of stands apart from what others tell of with it, and from what rests on its origin too', async () => {
  const { casebook } = await told();
  const herald = await sourceAlone(casebook, publisherId('The Norvale Herald'));
  expect(herald.alone.map(({ kind }) => kind)).toEqual(['arrest']);
  expect(herald.shared.map(({ kind }) => kind)).toEqual(['killing']);
  expect(herald.others.map(({ kind }) => kind)).toEqual(['position']);
  expect([herald.looked, herald.claims]).toEqual([3, 3]);
  const [ledger] = (await sourcesPage(casebook, 'Ledger for Justice')).sources;
  // Of the Ledger's word nothing is alone: the radio tells of the same.
  expect((await sourceAlone(casebook, ledger?.id ?? '')).alone).toEqual([]);
});

it('a document with a text of its own that is repeated is shown beside what repeats it, and a speaker with whose documents give its word', async () => {
  const { casebook } = await told();
  const herald = await source(casebook, publisherId('The Norvale Herald'));
  expect(herald.labels.toSorted()).toEqual(['THE NORVALE HERALD', 'The Norvale Herald']);
  expect(herald.brought.map(({ title, claims }) => [title, claims])).toHaveLength(2);
  const [ledger] = (await sourcesPage(casebook, 'Ledger for Justice')).sources;
  expect((await source(casebook, ledger?.id ?? '')).relayed.map(({ label, documents }) => `${label} ${documents}`).toSorted()).toEqual(['Holmvik Posten 1', 'The Norvale Herald 1']);
  await expect(source(casebook, 'u_aaaaaaaaaaaaaaaa')).rejects.toMatchObject({ code: 'not-found' });
  await expect(source(casebook, 'n_aaaaaaaaaaaaaaaa')).rejects.toMatchObject({ code: 'not-found' });
}); // prettier-ignore

it('who owns a publisher and how reliable it is are what people say, with a name and a reason, and each can be taken back', async () => {
  const { casebook } = await told();
  const [herald, posten] = [publisherId('The Norvale Herald'), publisherId('Holmvik Posten')];
  const [made] = await joinOrigins(casebook, [herald, 'Holmvik Posten'], 'one company owns both');
  expect((await source(casebook, posten)).owners.map(({ judgement, by, reason, undone }) => [judgement, by, reason, undone])).toEqual([['same', 'Mina Farhadi', 'one company owns both', false]]);
  await undoJudgement(casebook, made?.entry ?? '', 'the register says otherwise');
  expect((await source(casebook, posten)).owners.map(({ undone }) => undone)).toEqual([true]);
  await assess(casebook, [herald], 'likely reliable', 'names its sources');
  expect((await remarksOn(casebook, [herald])).map(({ value, text }) => [value, text])).toEqual([['likely reliable', 'names its sources']]);
  expect((await sourcesPage(casebook, 'Herald')).sources[0]?.assessments.map(({ by, value }) => `${by}: ${value}`)).toEqual(['Mina Farhadi: likely reliable']);
  await expect(assess(casebook, ['u_aaaaaaaaaaaaaaaa'], 'unsure', 'why')).rejects.toMatchObject({ code: 'not-found' });
}); // prettier-ignore
