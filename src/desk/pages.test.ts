// What stands on the page of each thing beside its claims: what happened by them, elements of a crime, origins, and what people did about it.
import { expect, it } from 'vitest';
import { elements } from './elements.ts';
import { entities } from './entities.ts';
import { happenings } from './happenings.ts';
import { historyOf } from './history.ts';
import { judge, undoJudgement } from './judge.ts';
import { originsAbout } from './origins-about.ts';
import { claims as listClaims } from './questions.ts';
import { endRemark, keepLabels, label, note } from './remarks.ts';
import { story } from './story.test-data.ts';

const AT = { text: '16 September 2022', edtf: '2022-09-16' };
const killed = (words: string, outcome: string) => ({
  kind: 'killing' as const,
  words,
  time: AT,
  roles: { target: ['marchers'], place: ['Bagh-e Kaj Square'], outcome: [outcome] },
});

/** Two documents tell of one killing with two figures; the second tells of an arrest too. */
const told = () =>
  story([
    {
      text: 'Nine marchers were killed at Bagh-e Kaj Square on 16 September 2022.\n',
      publisher: 'Holmvik Posten',
      claims: [killed('Nine marchers were killed', 'nine killed')],
    },
    {
      text: 'At least 31 marchers were killed at Bagh-e Kaj Square on 16 September 2022. Kamran Sohrabzadeh was charged in Norvale.\n',
      claims: [
        killed('At least 31 marchers were killed', 'at least 31 killed'),
        { kind: 'charge', words: 'Kamran Sohrabzadeh was charged in Norvale', roles: { target: ['Kamran Sohrabzadeh'], place: ['Norvale'] } },
      ],
    },
  ]);

it('a place tells what is said to have happened there, with the figures of each source and how many origins there are', async () => {
  const { casebook, claims } = await told();
  const place = (await entities(casebook)).find(({ label: name }) => name === 'Bagh-e Kaj Square')?.id ?? '';
  const found = await happenings(casebook, place, {});
  expect(found.events.map(({ kind }) => kind)).toEqual(['killing']);
  expect(found.events[0]?.figures[0]?.given.map(({ words, by }) => [words, by])).toEqual([
    ['nine killed', ['Holmvik Posten']],
    ['at least 31 killed', [claims[1]?.documentTitle]],
  ]);
  expect(found.events[0]?.origins.origins).toHaveLength(2);
  expect((await happenings(casebook, place, { at: '2019' })).events).toEqual([]);
  // A document tells of all that its claims tell of.
  expect((await happenings(casebook, claims[1]?.document ?? '', {})).events.map(({ kind }) => kind).toSorted()).toEqual(['charge', 'killing']);
  await expect(happenings(casebook, 'zz_1', {})).rejects.toMatchObject({ code: 'not-found' });
});

it('an element of a crime has the claims that people tagged, and says where it has none; a tag on what is only suggested counts for nothing', async () => {
  const { casebook, claims } = await told();
  const list = 'murder as a crime against humanity';
  await keepLabels(casebook, { list, labels: [{ label: 'killed', about: 'one or more people' }, { label: 'attack', about: 'widespread or systematic' }] }); // prettier-ignore
  const [first, second, charge] = claims.map(({ id }) => id);
  const [tag] = await label(casebook, [first ?? ''], 'killed', list, 'the register');
  const event = `ev_${second?.slice(2) ?? ''}`;
  const of = async (id: string | null) => (await elements(casebook, id, {})).lists.map(({ elements: all, blank }) => [blank, all.map(({ claims: own }) => own.length)]);
  expect(await of(event)).toEqual([[1, [1, 0]]]);
  expect(await of(first ?? '')).toEqual([[1, [1, 0]]]);
  expect(await of(null)).toEqual([[1, [1, 0]]]);
  expect(await of(`pr_${charge?.slice(2) ?? ''}`)).toEqual([[2, [0, 0]]]);
  await endRemark(casebook, tag?.entry ?? '', 'taken back', null);
  expect(await of(event)).toEqual([[2, [0, 0]]]);
  const [waiting] = await listClaims(casebook, { status: 'suggested' });
  await label(casebook, [waiting?.id ?? ''], 'attack', list, null);
  expect(await of(null)).toEqual([[2, [0, 0]]]);
}); // prettier-ignore

it('the history of a thing has every decision and remark with who and why, the taken back and the taking back', async () => {
  const { casebook, claims } = await told();
  const [first = '', second = '', charge = ''] = claims.map(({ id }) => id);
  const [made] = await judge(casebook, [first, second], 'same', 'one square, one day');
  await note(casebook, [`ev_${first.slice(2)}`], 'ask the hospital');
  await undoJudgement(casebook, made?.entry ?? '', 'another square');
  const lines = await historyOf(casebook, `ev_${second.slice(2)}`);
  expect(lines.map(({ kind, what, reason, by }) => [kind, what, reason, by])).toEqual([
    ['claim.recorded', null, null, 'Mina Farhadi'],
    ['claim.recorded', null, null, 'Mina Farhadi'],
    ['pair.judged', 'same', 'one square, one day', 'Mina Farhadi'],
    ['remark.made', 'note', null, 'Mina Farhadi'],
    ['judgement.undone', null, 'another square', 'Mina Farhadi'],
  ]);
  expect((await historyOf(casebook, `pr_${charge.slice(2)}`)).map(({ kind }) => kind)).toEqual(['claim.recorded']);
  expect((await historyOf(casebook, charge)).map(({ kind }) => kind)).toEqual(['claim.recorded']);
});

it('a proceeding and a document say how many origins stand behind them', async () => {
  const { casebook, claims } = await told();
  const charge = claims[2];
  expect((await originsAbout(casebook, `pr_${charge?.id.slice(2) ?? ''}`, {})).origins.origins).toHaveLength(1);
  expect((await originsAbout(casebook, charge?.document ?? '', {})).claims).toHaveLength(2);
});
