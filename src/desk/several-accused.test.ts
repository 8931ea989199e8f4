// One claim against several accused is a step of a proceeding for each: each has an id of its own, and what is said of one is never shown of another.
import { expect, it } from 'vitest';
import { contradictions, contradiction, rule } from './contradictions.ts';
import { dossier } from './dossier.ts';
import { entities } from './entities.ts';
import { elements } from './elements.ts';
import { historyOf } from './history.ts';
import { judge } from './judge.ts';
import { proceeding, proceedings } from './proceedings-around.ts';
import { remarksAbout } from './remarks-about.ts';
import { keepLabels, label, note } from './remarks.ts';
import { story } from './story.test-data.ts';
import { timelineStretch } from './timeline.ts';

const time = (edtf: string) => ({ text: edtf, edtf });
const TWO = ['Nasrin Kiani', 'Mehrdad Golabi'];

/** Both are convicted in one sentence of a report; of one of them an earlier report tells that she was arrested. */
const verdict = () =>
  story([
    {
      text: 'Nasrin Kiani and Mehrdad Golabi were convicted on 6 February 2020 in Valdoré.\n',
      claims: [
        { kind: 'conviction', words: 'Nasrin Kiani and Mehrdad Golabi were convicted', roles: { target: TWO }, time: time('2020-02-06') },
      ],
    },
    {
      text: 'Nasrin Kiani was arrested on 27 June 2017.\n',
      claims: [{ kind: 'arrest', words: 'Nasrin Kiani was arrested', roles: { target: ['Nasrin Kiani'] }, time: time('2017-06-27') }],
    },
  ]); // prettier-ignore

it('each of two accused has a proceeding by its own id, and the claim alone names neither', async () => {
  const { casebook, claims } = await verdict();
  const [convicted = ''] = claims.map(({ id }) => id.slice(2));
  const rows = (await proceedings(casebook, { status: 'recorded' })).filter(({ label: stage }) => stage === 'convicted');
  expect(rows.map(({ accused }) => accused)).toEqual(TWO);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(2);
  for (const { id, accused } of rows) {
    expect(id.startsWith(`pr_${convicted}_`)).toBe(true);
    expect((await proceeding(casebook, id)).accused).toBe(accused);
    const what = { families: null, recordedOnly: true, year: null, skip: 0, proceeding: id };
    expect((await timelineStretch(casebook, what)).dated).toHaveLength(1);
  }
  await expect(proceeding(casebook, `pr_${convicted}`)).rejects.toMatchObject({ code: 'not-found', hint: `Name one: ${rows.map(({ id }) => id).join(', ')}.` });
  await expect(note(casebook, [`pr_${convicted}`], 'of whom?')).rejects.toMatchObject({ code: 'not-found' });
  // A claim against one alone is called by as ever.
  expect((await proceeding(casebook, `pr_${claims[1]?.id.slice(2)}`)).accused).toBe('Nasrin Kiani');
});

it('notes, labels and history follow the accused, also when an earlier step changes what the proceeding is called by', async () => {
  const { casebook, claims } = await verdict();
  const [hers = '', his = ''] = (await proceedings(casebook, { status: 'recorded' })).filter(({ label: stage }) => stage === 'convicted').map(({ id }) => id);
  await note(casebook, [hers], 'her lawyer has the file');
  await keepLabels(casebook, { list: 'murder', labels: [{ label: 'intent', about: '' }] });
  await label(casebook, [his], 'intent', 'murder', null);
  const told = async (id: string) => ({
    notes: (await remarksAbout(casebook, [id], {})).map(({ sort, about }) => [sort, about.label]),
    elements: (await elements(casebook, id, {})).lists.flatMap((list) => list.elements.map(({ whole }) => whole.length)),
    remarked: (await historyOf(casebook, id)).filter(({ kind }) => kind === 'remark.made').map(({ what }) => what),
  });
  expect(await told(hers)).toEqual({ notes: [['note', 'Nasrin Kiani']], elements: [0], remarked: ['note'] });
  expect(await told(his)).toEqual({ notes: [['label', 'Mehrdad Golabi']], elements: [1], remarked: ['label'] });
  const kianis = (await entities(casebook)).filter((row) => row.label === 'Nasrin Kiani').map(({ id }) => id);
  await judge(casebook, kianis, 'same', 'one woman');
  const now = await proceeding(casebook, hers);
  expect([now.id, now.label]).toEqual([`pr_${claims[1]?.id.slice(2)}`, 'convicted']);
  expect(await told(now.id)).toEqual({ notes: [['note', 'Nasrin Kiani']], elements: [0], remarked: ['note'] });
  const dossiers = await dossier(casebook, kianis[0] ?? '', {});
  expect(dossiers.proceedings.map(({ id, accused }) => [id, accused])).toEqual([[now.id, 'Nasrin Kiani']]);
});

it('a verdict on two that another report gives the other way is contested of each, and ruled on for each', async () => {
  const { casebook } = await story([
    { text: 'Nasrin Kiani and Mehrdad Golabi were convicted.\n', claims: [{ kind: 'conviction', words: 'Nasrin Kiani and Mehrdad Golabi were convicted', roles: { target: TWO } }] },
    { text: 'Nasrin Kiani and Mehrdad Golabi were acquitted.\n', claims: [{ kind: 'acquittal', words: 'Nasrin Kiani and Mehrdad Golabi were acquitted', roles: { target: TWO } }] },
  ]); // prettier-ignore
  for (const name of TWO) await judge(casebook, (await entities(casebook)).filter((row) => row.label === name).map(({ id }) => id), 'same', 'one trial'); // prettier-ignore
  const contested = await contradictions(casebook);
  expect(contested.map(({ on }) => on)).toEqual(['stage', 'stage']);
  await rule(casebook, contested[0]?.id ?? '', 'left is wrong', 'the registry says so');
  expect((await contradictions(casebook)).map(({ open }) => open)).toEqual([true, false]);
  expect((await contradiction(casebook, contested[1]?.id ?? '')).open).toBe(true);
  const about = (await proceedings(casebook, {})).map(({ id }) => id);
  expect(contested.map((each) => each.about).toSorted()).toEqual(about.toSorted());
});

it('whoever a claim names twice, in two spellings that a person held to be one, takes its step once', async () => {
  const { casebook } = await story([
    { text: 'Amir Sadrpour, born Amir Sadrpoor, was charged.\n', claims: [{ kind: 'charge', words: 'Amir Sadrpour, born Amir Sadrpoor, was charged', roles: { target: ['Amir Sadrpour', 'Amir Sadrpoor'] } }] },
  ]); // prettier-ignore
  await judge(casebook, (await entities(casebook)).map(({ id }) => id), 'same', 'as it says'); // prettier-ignore
  expect((await proceedings(casebook, { status: 'recorded' })).map(({ steps }) => steps.length)).toEqual([1]);
});
