// Stories that the record has to tell right, each of a few documents whose every claim can be read here, under all three clocks: when it
// happened, when it was said, when it was known here.
import { describe, expect, it } from 'vitest';
import { contradictions } from './contradictions.ts';
import { dossier } from './dossier.ts';
import { entities } from './entities.ts';
import { judge } from './judge.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { event } from './events.ts';
import { gaps, matrix } from './matrix.ts';
import { search } from './search.ts';
import { story, type Told } from './story.test-data.ts';
import { proceedings } from './proceedings-around.ts';

const time = (edtf: string) => ({ text: edtf, edtf });
const RECORDED: ClaimFilter = { status: 'recorded' };

describe('the reprinted report', () => {
  const reprint = (publisher: string, published: string, known: string): Told => ({
    text: `${publisher}. Asadollah Moradkhani was convicted on 6 February 2020, the Continental News Agency reported.\n`,
    publisher,
    published,
    known,
    claims: [
      {
        kind: 'conviction',
        words: 'Asadollah Moradkhani was convicted on 6 February 2020',
        roles: { target: ['Asadollah Moradkhani'] },
        time: time('2020-02-06'),
        saidBy: ['Continental News Agency'],
      },
    ],
  });

  it('is four documents and one origin, and fewer documents before they were said or known', async () => {
    const { casebook, claims } = await story([
      reprint('The Norvale Herald', '2020-02-07', '2024-01-10'),
      reprint('Holmvik Posten', '2020-02-08', '2024-01-11'),
      reprint('Le Courrier du Port', '2020-02-09', '2024-01-12'),
      reprint('Sepid Radio', '2020-02-10', '2024-02-01'),
    ]);
    const counted = async (filter: ClaimFilter) => {
      const { documents, origins, independence } = (await event(casebook, `ev_${claims[0]?.id.slice(2)}`, { ...RECORDED, ...filter })).origins;
      return [documents, origins.length, independence];
    };
    expect(await counted({})).toEqual([4, 1, 'one origin']);
    expect(await counted({ saidBy: '2020-02-08' })).toEqual([2, 1, 'one origin']);
    expect(await counted({ knownBy: '2024-01' })).toEqual([3, 1, 'one origin']);
    expect(await counted({ at: '2020-02', saidBy: '2020-02-09', knownBy: '2024-01-11' })).toEqual([2, 1, 'one origin']);
    await expect(counted({ at: '2021' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the figure that differs', () => {
  const dead = (outcome: string, publisher: string, published: string, known: string): Told => ({
    text: `${outcome} died at Bagh-e Kaj square on 16 September 2022.\n`,
    publisher,
    published,
    known,
    claims: [
      {
        kind: 'killing',
        words: `${outcome} died at Bagh-e Kaj square`,
        roles: { place: ['Bagh-e Kaj square'], outcome: [outcome] },
        time: time('2022-09-16'),
      },
    ],
  });

  it('stands with both numbers and who gives which, and is a contradiction once both were said and known', async () => {
    const { casebook, claims } = await story([
      dead('31 marchers', 'Ledger for Justice', '2022-10', '2024-03-01'),
      dead('9 rioters', 'Qaramar State News', '2022-11', '2024-04-01'),
    ]);
    const figures = async (filter: ClaimFilter) => {
      const [found] = (await event(casebook, `ev_${claims[0]?.id.slice(2)}`, { ...RECORDED, ...filter })).figures;
      return [found?.low, found?.best, found?.high];
    };
    expect(await figures({})).toEqual([9, null, 31]);
    expect(await figures({ saidBy: '2022-10' })).toEqual([31, 31, 31]);
    expect(await figures({ knownBy: '2024-03' })).toEqual([31, 31, 31]);
    expect(await figures({ at: '2022-09', saidBy: '2022', knownBy: '2024' })).toEqual([9, null, 31]);
    expect(await figures({ at: '2022-09', saidBy: '2022-10', knownBy: '2024' })).toEqual([31, 31, 31]);
    expect(await figures({ at: '2022-09', saidBy: '2022', knownBy: '2024-03' })).toEqual([31, 31, 31]);
    await expect(figures({ at: '2021', saidBy: '2022', knownBy: '2024' })).rejects.toMatchObject({ code: 'not-found' });
    const contradicted = async (filter: ClaimFilter) => (await contradictions(casebook, filter)).map(({ on, left, right }) => [on, left.value, right.value]);
    expect(await contradicted({})).toEqual([['number', '31 marchers', '9 rioters']]);
    for (const filter of [{ saidBy: '2022-10' }, { knownBy: '2024-03' }, { at: '2021' }]) expect(await contradicted(filter)).toEqual([]);
  });
});

describe('the appeal that acquits on one count', () => {
  const step = (kind: 'conviction' | 'sentence' | 'appeal', words: string, edtf: string, known: string): Told => ({
    text: `${words}.\n`,
    published: edtf,
    known,
    claims: [{ kind, words, roles: { target: ['Idris Koné-Vasseur'] }, time: time(edtf) }],
  });

  it('leaves the conviction on the others, and says both; before the appeal it says the conviction alone', async () => {
    const { casebook } = await story([
      step('conviction', 'Idris Koné-Vasseur was convicted of murder and of pillage', '2020-05-03', '2024-01-01'),
      step('appeal', 'The appeal court acquitted Idris Koné-Vasseur on one count, pillage', '2022-01-30', '2024-02-01'),
    ]);
    await judge(casebook, (await entities(casebook)).map(({ id }) => id), 'same', 'one trial'); // prettier-ignore
    const labels = async (filter: ClaimFilter) => (await proceedings(casebook, { ...RECORDED, ...filter })).map(({ label }) => label);
    expect(await labels({})).toEqual(['convicted, acquitted on one count']);
    expect(await labels({ saidBy: '2021' })).toEqual(['convicted']);
    expect(await labels({ knownBy: '2024-01' })).toEqual(['convicted']);
    expect(await labels({ at: '2022' })).toEqual(['convicted, acquitted on one count']);
    expect(await labels({ at: '../2021' })).toEqual(['convicted']);
    const [all, known] = ['../2022', '2024-02'];
    expect(await labels({ at: all, saidBy: '2022', knownBy: known })).toEqual(['convicted, acquitted on one count']);
    expect(await labels({ at: '../2021', saidBy: '2022', knownBy: known })).toEqual(['convicted']);
    expect(await labels({ at: all, saidBy: '2021', knownBy: known })).toEqual(['convicted']);
    expect(await labels({ at: all, saidBy: '2022', knownBy: '2024-01' })).toEqual(['convicted']);
    expect(await labels({ at: '2022', saidBy: '2021', knownBy: known })).toEqual([]);
  });
});

describe('the exchange after the sentence', () => {
  const report = (kind: 'conviction' | 'sentence' | 'exchange', words: string, edtf: string, published: string, known: string): Told => ({
    text: `${words}.\n`,
    published,
    known,
    claims: [{ kind, words, roles: { target: ['Asadollah Moradkhani'] }, time: time(edtf) }],
  });

  it('undoes no conviction, and before it was said, known or done he serves his sentence', async () => {
    const { casebook } = await story([
      report('conviction', 'Asadollah Moradkhani was convicted of attempted murder', '2020-02-06', '2020-02-07', '2024-01-01'),
      report('sentence', 'Asadollah Moradkhani is serving a sentence of 20 years', '2020-02-06', '2022-03', '2024-01-02'),
      report('exchange', 'Asadollah Moradkhani was exchanged for an aid worker', '2022-05-24', '2023-01', '2024-04-01'),
    ]);
    await judge(casebook, (await entities(casebook)).map(({ id }) => id), 'same', 'one diplomat'); // prettier-ignore
    const labels = async (filter: ClaimFilter) =>
      (await proceedings(casebook, { ...RECORDED, ...filter })).map(({ label, possibly }) => [label, possibly?.label ?? null]);
    const [serving, free] = ['convicted, sentenced', 'convicted, sentenced; exchanged 24 May 2022'];
    expect(await labels({})).toEqual([[free, null]]);
    // Known here since 2024, and judged to be one man today.
    const today = casebook.now.toISOString().slice(0, 10);
    expect(await labels({ saidBy: '2022', knownBy: today })).toEqual([[serving, null]]);
    expect(await labels({ at: '2022-05-24' })).toEqual([[free, null]]);
    expect(await labels({ at: '../2022-05' })).toEqual([[free, null]]);
    expect(await labels({ at: '../2021' })).toEqual([[serving, null]]);
    expect(await labels({ at: '2020', saidBy: '2020' })).toEqual([['convicted', null]]);
    expect(await labels({ at: '2021' })).toEqual([]);
    expect(await labels({ kind: 'sentence' })).toEqual([[free, null]]);
    expect((await labels({ knownBy: '2024-03' })).map(([label]) => label).join()).not.toContain('exchanged');
    expect(await labels({ at: '../2022-05', saidBy: '2023', knownBy: today })).toEqual([[free, null]]);
    expect(await labels({ at: '../2022-05', saidBy: '2022', knownBy: today })).toEqual([[serving, null]]);
    expect(await labels({ at: '../2022-04', saidBy: '2023', knownBy: today })).toEqual([[serving, null]]);
    expect(await labels({ at: '../2020', saidBy: '2020', knownBy: '2024-01-01' })).toEqual([['convicted', null]]);
    expect((await labels({ saidBy: '2022-03-10' }))[0]).toEqual(['convicted', serving]);
  });
});

describe('the acquittal after the allegation', () => {
  const ALLEGED: Told = {
    text: 'Idris Koné-Vasseur ordered the killing of porters at Norvale, a survivor said.\n', published: '2019', known: '2024-01-01',
    claims: [
      { kind: 'killing', words: 'Idris Koné-Vasseur ordered the killing of porters', roles: { actor: ['Idris Koné-Vasseur'], place: ['Norvale'] }, modality: 'alleged', saidBy: ['a survivor'] },
    ],
  }; // prettier-ignore
  const ACQUITTED: Told = {
    text: 'Idris Koné-Vasseur was acquitted on 3 May 2022.\n', published: '2022-05-04', known: '2024-02-01',
    claims: [{ kind: 'acquittal', words: 'Idris Koné-Vasseur was acquitted', roles: { target: ['Idris Koné-Vasseur'] }, time: time('2022-05-03') }],
  }; // prettier-ignore

  it('shows wherever the allegation shows, once it was said and known', async () => {
    const { casebook, claims } = await story([ALLEGED, ACQUITTED]);
    const [alleged, acquitted] = claims.map(({ id }) => id);
    const beside = async (filter: ClaimFilter) =>
      (await event(casebook, `ev_${alleged?.slice(2)}`, { ...RECORDED, ...filter })).against.map(({ claim }) => claim.id);
    expect(await beside({})).toEqual([acquitted]);
    expect(await beside({ saidBy: '2021' })).toEqual([]);
    expect(await beside({ knownBy: '2024-01' })).toEqual([]);
    expect(await beside({ saidBy: '2022', knownBy: '2024-02' })).toEqual([acquitted]);
    expect(await beside({ saidBy: '2022', knownBy: '2024-01' })).toEqual([]);
    expect(await beside({ saidBy: '2021', knownBy: '2024-02' })).toEqual([]);
    const [row] = (await matrix(casebook, RECORDED)).rows;
    expect(Object.values(row?.cells ?? {}).flatMap((marks) => marks.map(({ claim }) => claim.id))).toEqual([acquitted]);
    // A kind, a place or a year chooses harms and proceedings; it leaves nothing out of what was done about them.
    for (const filter of [{ kind: 'killing' }, { entity: 'Norvale' }, { document: claims[0]?.document ?? '' }] as const)
      expect(Object.keys((await matrix(casebook, { ...RECORDED, ...filter })).rows[0]?.cells ?? {})).toHaveLength(1);
    expect((await gaps(casebook, { ...RECORDED, kind: 'killing' })).rows).toEqual([]);
    const [man] = await entities(casebook, 'Koné-Vasseur', { at: '2022', saidBy: '2022', knownBy: '2024-02' });
    expect((await dossier(casebook, man?.id ?? '', {})).proceedings.map(({ label }) => label)).toEqual(['acquitted']);
  });
});

describe('two men of one name', () => {
  const VERDICT: Told = {
    text: 'Amir Sadrpour was sentenced to 15 years.\n', published: '2020-02', known: '2024-01-01',
    claims: [{ kind: 'sentence', words: 'Amir Sadrpour was sentenced to 15 years', roles: { target: ['Amir Sadrpour'] }, time: time('2020-02-06') }],
  }; // prettier-ignore
  const RALLY: Told = {
    text: 'The teacher Amir Sadrpour was arrested at a rally.\n', published: '2022-08', known: '2024-02-01',
    claims: [{ kind: 'arrest', words: 'The teacher Amir Sadrpour was arrested', roles: { target: ['Amir Sadrpour'] }, time: time('2022-08') }],
  }; // prettier-ignore

  it('are two, whose dossiers tell nothing of each other, and point to each other until somebody judged', async () => {
    const { casebook } = await story([VERDICT, RALLY]);
    const men = (await entities(casebook)).filter(({ label }) => label === 'Amir Sadrpour');
    const dossiers = await Promise.all(men.map(({ id }) => dossier(casebook, id, {})));
    expect(dossiers.map(({ proceedings: of }) => of.map(({ label }) => label).join()).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'arrested, not convicted',
      'sentenced',
    ]);
    const alike = async (filter: ClaimFilter) => (await proceedings(casebook, { ...RECORDED, ...filter })).map(({ alike: others }) => others.length);
    expect(await alike({})).toEqual([1, 1]);
    expect(await alike({ saidBy: '2021' })).toEqual([0]);
    expect(await alike({ knownBy: '2024-01' })).toEqual([0]);
    expect(await alike({ at: '2022' })).toEqual([1]);
    expect(await alike({ at: '2020' })).toEqual([0]);
    expect(await alike({ at: '2022', saidBy: '2022', knownBy: '2024-02' })).toEqual([1]);
    expect(await alike({ at: '2020', saidBy: '2022', knownBy: '2024-02' })).toEqual([0]);
    expect(await alike({ at: '2022', saidBy: '2021', knownBy: '2024-02' })).toEqual([]);
    expect(await alike({ at: '2022', saidBy: '2022', knownBy: '2024-01' })).toEqual([]);
    await judge(casebook, men.map(({ id }) => id), 'different', 'the one is a teacher'); // prettier-ignore
    expect(await alike({})).toEqual([0, 0]);
  });
});

describe('the harm without a proceeding, and the denial', () => {
  const SHOOTING: Told = {
    text: 'Marchers were shot at Bagh-e Kaj square on 16 September 2022.\n', published: '2022-10', known: '2024-01-01',
    claims: [
      { kind: 'killing', words: 'Marchers were shot at Bagh-e Kaj square', roles: { place: ['Bagh-e Kaj square'] }, time: time('2022-09-16') },
    ],
  }; // prettier-ignore
  const DENIAL: Told = {
    text: 'Nobody was shot at Bagh-e Kaj square, the Interior Ministry said. No inquiry was opened into the shooting at Bagh-e Kaj square of 2022, a lawyer said.\n',
    published: '2023-01', known: '2024-02-01',
    claims: [
      {
        kind: 'killing', words: 'Nobody was shot at Bagh-e Kaj square', roles: { place: ['Bagh-e Kaj square'] }, time: time('2022-09-16'), modality: 'denied',
        saidBy: ['Interior Ministry'],
      },
    ],
  }; // prettier-ignore

  it('is a gap as of a day, with the denial where the allegation is, once that was said and known', async () => {
    const { casebook, claims } = await story([SHOOTING, DENIAL]);
    const found = async (filter: ClaimFilter) =>
      (await gaps(casebook, { ...RECORDED, ...filter })).rows.map(({ denials }) => denials.map(({ claim }) => claim.id));
    const denied = claims[1]?.id;
    expect(await found({})).toEqual([[denied]]);
    expect(await found({ saidBy: '2022' })).toEqual([[]]);
    expect(await found({ knownBy: '2024-01' })).toEqual([[]]);
    expect(await found({ at: '2021' })).toEqual([]);
    expect(await found({ at: '2022-09', saidBy: '2023', knownBy: '2024-02' })).toEqual([[denied]]);
    expect(await found({ at: '2022-09', saidBy: '2022', knownBy: '2024-02' })).toEqual([[]]);
    expect(await found({ at: '2022-09', saidBy: '2023', knownBy: '2024-01' })).toEqual([[]]);
    expect(await found({ at: '2021', saidBy: '2023', knownBy: '2024-02' })).toEqual([]);
    expect((await gaps(casebook, { knownBy: '2024-01' })).asOf).toBe('2024-01-31');
    expect((await matrix(casebook, RECORDED)).rows[0]?.days).toBeGreaterThan(400);
    expect((await contradictions(casebook)).map(({ on }) => on)).toEqual(['occurrence']);
    expect(await contradictions(casebook, { saidBy: '2022' })).toEqual([]);
    expect(await contradictions(casebook, { knownBy: '2024-01' })).toEqual([]);
    const shot = async (filter: ClaimFilter) => (await search(casebook, 'shot reviewed:yes', filter)).claims.length;
    expect([await shot({}), await shot({ saidBy: '2022' }), await shot({ knownBy: '2024-01' }), await shot({ at: '2021' })]).toEqual([2, 1, 1, 0]);
    const { facets } = await search(casebook, 'shot reviewed:yes');
    expect(facets.find(({ name }) => name === 'origin')?.values).toEqual([{ value: 'Interior Ministry', count: 1 }]);
    expect((await search(casebook, 'shot origin:interior reviewed:yes')).claims.map(({ id }) => id)).toEqual([denied]);
  });
});
