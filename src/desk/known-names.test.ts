// What is held in memory of names follows the record: what a later question finds is what a casebook that was newly opened finds.
import { expect, it } from 'vitest';
import type { EntityRow } from '../model/entity.ts';
import { readEntities } from '../views/read-entities.ts';
import { Casebook, surroundings } from './casebook.ts';
import { recordClaim, withdrawClaim } from './claim-new.ts';
import { entities } from './entities.ts';
import { erase } from './erase.ts';
import { judge } from './judge.ts';
import { knownNames } from './known-names.ts';
import { countRanked, rankedNames } from './ranked-names.ts';
import { undo } from './review.ts';
import { story } from './story.test-data.ts';

const PAPER = 'Shirin Pournazer was charged. Navid Golzari was arrested. Navid Golzari spoke. The Ostovar Guard denied it. Holmvik was quiet.';

const told = () =>
  story([
    {
      text: PAPER,
      claims: [
        { kind: 'charge', words: 'Shirin Pournazer was charged', roles: { target: ['Shirin Pournazer'], organization: ['Ostovar Guard'] } },
        { kind: 'arrest', words: 'Navid Golzari was arrested', roles: { target: ['Navid Golzari'], place: ['Holmvik'] } },
        { kind: 'statement', words: 'Navid Golzari spoke', saidBy: ['Navid Golzari'] },
      ],
    },
    {
      text: 'Shirin Pournazer was freed. A guard from the Ostovar Guard spoke.',
      claims: [{ kind: 'release', words: 'Shirin Pournazer was freed', roles: { target: ['Shirin Pournazer'], actor: ['Ostovar Guard', 'the guards'] } }],
    },
  ]);

const LIKE = ['Pournazer', 'Golzari', 'Ostovar Guard', 'guards', 'Taraneh Danesh'];

/** What each of the names finds, and in what order everybody comes; by this casebook, or by one that is opened for it. */
async function found(casebook: Casebook): Promise<readonly (readonly EntityRow[])[]> {
  const all: (readonly EntityRow[])[] = [];
  for (const like of LIKE) all.push(await entities(casebook, like));
  const ranked: EntityRow[] = [];
  for await (const rows of rankedNames(casebook, 0, 2)) ranked.push(...rows);
  return [...all, ranked];
}

async function foundAnew({ folder }: Casebook): Promise<readonly (readonly EntityRow[])[]> {
  const opened = await Casebook.open(folder, 'read', surroundings(null));
  try {
    return await found(opened);
  } finally {
    await opened.close();
  }
}

it('is the same after claims came and went, names were joined, and something was destroyed', async () => {
  const { casebook, claims } = await told();
  const same = async (): Promise<void> => expect(await found(casebook)).toEqual(await foundAnew(casebook));
  await same();
  const [charge, arrest] = claims;
  const document = charge?.document ?? '';
  const content = { kind: 'statement', roles: {}, time: null, modality: 'asserted', saidBy: ['Taraneh Danesh'] } as const;
  await recordClaim(casebook, document, { ...content, quote: { exact: 'Holmvik was quiet', start: PAPER.indexOf('Holmvik'), end: PAPER.length - 1 } });
  await same();
  expect((await entities(casebook, 'Taraneh Danesh')).map(({ label }) => label)).toEqual(['Taraneh Danesh']);
  const shirin = (await entities(casebook, 'Pournazer')).map(({ id }) => id);
  await judge(casebook, shirin, 'same', null);
  await same();
  expect((await entities(casebook, 'Pournazer')).map(({ claims: many }) => many)).toEqual([2]);
  const withdrawn = await withdrawClaim(casebook, arrest?.id ?? '', 'it was another');
  await same();
  await undo(casebook, [withdrawn.review?.entry ?? ''], null);
  await same();
  await erase(casebook, document, 'asked for by the family');
  await same();
  expect([...(await knownNames(casebook)).names.values()].map(({ name }) => name)).not.toContain('Navid Golzari');
});

it('gives everybody in the order of how many claims name them, a stretch at a time', async () => {
  const { casebook } = await told();
  const whole = await readEntities(casebook.store.reads, null);
  expect(await countRanked(casebook)).toBe(whole.length);
  for (let skip = 0; skip <= whole.length; skip++) {
    const rows: EntityRow[] = [];
    for await (const some of rankedNames(casebook, skip, 2)) rows.push(...some);
    expect(rows).toEqual(whole.slice(skip));
  }
});
