// Three clocks: when it happened, when it was said, when it was known here. Each alone, and all together.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { recordClaim } from './claim-new.ts';
import { entities } from './entities.ts';
import { judge, undoJudgement } from './judge.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { matrix } from './matrix.ts';
import { claims, documents } from './questions.ts';
import { undo } from './review.ts';
import type { Kind } from '../model/vocabulary.ts';
import { proceedings } from './proceedings-around.ts';

const SENTENCED = 'Asadollah Moradkhani is serving a sentence of 20 years.';
const EXCHANGED = 'Asadollah Moradkhani was exchanged on 24 May 2022.';

/** A report of 2021 that he is serving his sentence was known here from 1 March 2024; one of 2023 that he was exchanged from 5 April. */
async function twoReports() {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-clocks-'));
  let today = '2024-03-01';
  const casebook = await Casebook.create(join(folder, 'book'), 'Clocks', { ...surroundings('Mina Farhadi'), clock: () => new Date(`${today}T12:00:00Z`) });
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  const say = async (text: string, published: string, kind: Kind, edtf: string): Promise<string> => {
    const file = join(folder, `${published}.txt`);
    await writeFile(file, text);
    const content = {
      quote: { exact: text, start: 0, end: text.length }, kind, roles: { target: ['Asadollah Moradkhani'] },
      time: { text: edtf, edtf }, modality: 'asserted' as const, saidBy: [],
    }; // prettier-ignore
    for await (const { id } of addFiles(casebook, [file], { published }, new AbortController().signal)) return (await recordClaim(casebook, id, content)).id;
    throw new Error('nothing was added');
  };
  const sentence = await say(SENTENCED, '2021-05', 'sentence', '2020-02-06');
  today = '2024-04-05';
  const exchange = await say(EXCHANGED, '2023-01', 'exchange', '2022-05-24');
  const ids = async (filter: ClaimFilter): Promise<readonly string[]> => (await claims(casebook, { status: 'recorded', ...filter })).map(({ id }) => id);
  return { casebook, sentence, exchange, ids, on: (day: string) => (today = day) };
}

it('each clock keeps what it should, and all together keep what all keep', async () => {
  const { sentence, exchange, ids } = await twoReports();
  expect(await ids({})).toEqual([sentence, exchange]);
  expect(await ids({ at: '2022' })).toEqual([exchange]);
  expect(await ids({ saidBy: '2022' })).toEqual([sentence]);
  expect(await ids({ knownBy: '2024-03' })).toEqual([sentence]);
  expect(await ids({ knownBy: '2024-02' })).toEqual([]);
  expect(await ids({ knownBy: '2024', saidBy: '2022', at: '2020' })).toEqual([sentence]);
});

it('what was taken back later still stood then, and what was taken back by then did not', async () => {
  const { casebook, sentence, exchange, ids, on } = await twoReports();
  on('2024-06-01');
  await undo(casebook, [sentence], 'the words say less');
  expect(await ids({})).toEqual([exchange]);
  expect(await ids({ knownBy: '2024-05' })).toEqual([sentence, exchange]);
  expect(await ids({ knownBy: '2024-06' })).toEqual([exchange]);
});

it('a proceeding stands as the names were judged then, and a blank is a blank as of then', async () => {
  const { casebook, on } = await twoReports();
  on('2024-06-01');
  const [one, two] = await entities(casebook);
  const [made] = await judge(casebook, [one?.id ?? '', two?.id ?? ''], 'same', 'one diplomat');
  const labels = async (filter: ClaimFilter) => (await proceedings(casebook, { status: 'recorded', ...filter })).map(({ label }) => label);
  expect(await labels({})).toEqual(['sentenced; exchanged 24 May 2022']);
  expect(await labels({ knownBy: '2024-05' })).toEqual(['sentenced', 'not convicted; exchanged 24 May 2022']);
  on('2024-07-01');
  await undoJudgement(casebook, made?.entry ?? '', null);
  expect(await labels({})).toHaveLength(2);
  expect(await labels({ knownBy: '2024-06' })).toHaveLength(1);
  expect((await matrix(casebook, { knownBy: '2024-05' })).asOf).toBe('2024-05-31');
  expect((await matrix(casebook, {})).asOf).toBe('2024-07-01');
});

it('what may have happened then, or been said by then, and may not, says so', async () => {
  const { casebook } = await twoReports();
  const possibly = async (filter: ClaimFilter) => (await claims(casebook, { status: 'recorded', ...filter })).map((row) => row.possibly ?? []);
  expect(await possibly({ at: '2020-02' })).toEqual([[]]);
  expect(await possibly({ at: '2020-02-01/2020-02-06' })).toEqual([[]]);
  expect(await possibly({ saidBy: '2021' })).toEqual([[]]);
  expect(await possibly({ saidBy: '2021-05-10' })).toEqual([['said-by']]);
  expect(await possibly({ saidBy: '2021-04' })).toEqual([]);
});

it('documents are listed as they stood: who was published by then, how far review had come, and what tells of a time', async () => {
  const { casebook, sentence, on } = await twoReports();
  on('2024-06-01');
  await undo(casebook, [sentence], 'the words say less');
  const held = async (filter: ClaimFilter) =>
    (await documents(casebook, filter)).map(({ published, counts, possibly }) => [published, counts.recorded, possibly]);
  expect(await held({})).toEqual([['2021-05', 0, undefined], ['2023-01', 1, undefined]]); // prettier-ignore
  expect(await held({ knownBy: '2024-05' })).toEqual([['2021-05', 1, undefined], ['2023-01', 1, undefined]]); // prettier-ignore
  expect(await held({ knownBy: '2024-03' })).toEqual([['2021-05', 1, undefined]]);
  expect(await held({ saidBy: '2021-05-02' })).toEqual([['2021-05', 0, ['said-by']]]);
  expect(await held({ at: '2022-05' })).toEqual([['2023-01', 1, undefined]]);
});
