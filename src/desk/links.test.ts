// Happenings hang together as people say, and in no circle; figures and origins stand beside them.
import { expect, it } from 'vitest';
import { linkHappenings, undoLink } from './links.ts';
import { joinOrigins, splitOrigins } from './origins.ts';
import { undoJudgement } from './judge.ts';
import { event } from './events.ts';
import { matrix } from './matrix.ts';
import { story, type Told } from './story.test-data.ts';

const happened = (kind: 'plot' | 'arrest' | 'trial' | 'killing' | 'massacre', text: string, given: Partial<Told['claims'][number]> = {}): Told => ({
  text: `${text}.\n`,
  claims: [{ kind, words: text, roles: { target: ['Asadollah Moradkhani'] }, ...given }],
});

it('a plot led to an arrest and that to a trial; no link closes a circle, and each can be taken back', async () => {
  const { casebook, claims } = await story([
    happened('plot', 'A plot to bomb Lac-Blanc', { time: { text: '2017-06', edtf: '2017-06' } }),
    happened('arrest', 'The arrest of Moradkhani', { time: { text: '2017-06-29', edtf: '2017-06-29' } }),
    happened('trial', 'The trial of Moradkhani', { time: { text: '2019-11-23', edtf: '2019-11-23' } }),
  ]);
  const [plot = '', arrest = '', trial = ''] = claims.map(({ id }) => `ev_${id.slice(2)}`);
  await expect(linkHappenings(casebook, 'led to', plot, arrest, ' ')).rejects.toMatchObject({ code: 'bad-usage' });
  await linkHappenings(casebook, 'led to', plot, arrest, 'the warrant names the plot');
  const second = await linkHappenings(casebook, 'led to', arrest, trial, 'the same case');
  expect((await event(casebook, arrest)).links.map(({ how, other }) => `${how} ${other.id}`)).toEqual([`came of ${plot}`, `led to ${trial}`]);
  await expect(linkHappenings(casebook, 'led to', trial, plot, 'round')).rejects.toMatchObject({ code: 'conflict' });
  await undoLink(casebook, second.entry, 'another case');
  expect((await event(casebook, trial)).links).toEqual([]);
  // Before it was known here, none of it is there.
  await expect(event(casebook, arrest, { knownBy: '1999' })).rejects.toMatchObject({ code: 'not-found' });
});

it('a killing is a part of a massacre, whose figures stand side by side with who gives which', async () => {
  const told = (text: string, outcome: string, publisher: string) => ({
    ...happened('massacre', text, { roles: { place: ['Bagh-e Kaj square'], outcome: [outcome] }, time: { text: '16 September 2022', edtf: '2022-09-16' } }),
    publisher,
  });
  const { casebook, claims } = await story([
    told('At least 31 were shot at Bagh-e Kaj square', 'at least 31 killed', 'Ledger for Justice'),
    told('9 rioters died at Bagh-e Kaj square', '9 rioters', 'Qaramar State News'),
    happened('killing', 'Navid Golzari was shot there', { roles: { target: ['Navid Golzari'] } }),
  ]);
  const [massacre = '', , killing = ''] = claims.map(({ id }) => `ev_${id.slice(2)}`);
  await linkHappenings(casebook, 'part of', killing, massacre, 'he is among the 31');
  const found = await event(casebook, massacre);
  expect(found.links.map(({ how, other }) => `${how} ${other.label}`)).toEqual(['has part Navid Golzari was shot there']);
  expect(found.figures).toMatchObject([{ of: 'killed', low: 9, best: null, high: 31, open: true }]);
  expect(found.figures[0]?.given.map(({ words, by }) => `${words}: ${by.join()}`)).toEqual([
    '9 rioters: Qaramar State News',
    'at least 31 killed: Ledger for Justice',
  ]);
  const row = (await matrix(casebook, { status: 'recorded' })).rows.find(({ harm }) => harm.id === massacre);
  expect([row?.origins, row?.figures.length, (row?.days ?? 0) > 1000]).toEqual([2, 1, true]);
});

it('two publishers of one owner are one origin, with the reason, until it is taken back; documents too', async () => {
  const { casebook, claims } = await story([
    { ...happened('killing', 'Navid Golzari was shot', { roles: { target: ['Navid Golzari'] } }), publisher: 'Holmvik Posten' },
    { ...happened('killing', 'Navid Golzari was shot dead', { roles: { target: ['Navid Golzari'] } }), publisher: 'The Norvale Herald' },
  ]);
  const id = `ev_${claims[0]?.id.slice(2)}`;
  const [one = '', other = ''] = claims.map(({ document }) => document);
  const origins = async () => (await event(casebook, id)).origins;
  await expect(joinOrigins(casebook, ['Holmvik Posten', 'The Norvale Herald'], null)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(joinOrigins(casebook, ['Holmvik Posten', 'Nowhere Times'], 'x')).rejects.toMatchObject({ code: 'not-found' });
  await expect(joinOrigins(casebook, ['Holmvik Posten', one], 'x')).rejects.toMatchObject({ code: 'bad-usage' });
  const [owned] = await joinOrigins(casebook, ['Holmvik Posten', 'the norvale herald'], 'Nordmedia owns both');
  expect((await origins()).origins.map(({ why }) => why)).toEqual([['somebody judged that Holmvik Posten and The Norvale Herald have one owner']]);
  await undoJudgement(casebook, owned?.entry ?? '', 'it sold one');
  expect((await origins()).origins).toHaveLength(2);
  await splitOrigins(casebook, [one, other], 'each had its own reporter there');
  expect((await origins()).independence).toBe('known');
});
