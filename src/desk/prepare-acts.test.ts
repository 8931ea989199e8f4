// Entries made ready by a thread are what they are made ready to here, in the same order; what is wrong with one is known when its turn comes.
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Json } from '../base/canonical-json.ts';
import type { Draft } from '../log/entry.ts';
import type { ActKind } from '../model/act.ts';
import { Casebook, surroundings } from './casebook.ts';
import { prepareActs, type Prepared } from './prepare-acts.ts';

const accepted = (n: number): Json => ({
  document: 'd_report',
  suggestion: {
    id: `s_${n}`,
    quote: { exact: 'Navid Golzari was shot at Tirgan', start: n, end: n + 32 },
    kind: 'killing',
    roles: { target: ['Navid Golzari'], place: ['Tirgan'] },
    time: { text: '2021', edtf: '2021' },
    modality: 'asserted',
    saidBy: [],
    rule: 'killing.shot@1',
    confidence: 0.9,
    evidence: [],
  },
  decision: 'accept',
  content: null,
  reason: null,
});

/** Where a log has more entries than these, a thread prepares them. */
const FEW = 10;

const actor = 'p_minafarhadi';
const draft = (kind: ActKind, payload: Json): Draft => ({ kind, actor, payload });

/** Entries beside those with which a casebook begins, which are not folded. */
async function logOf(drafts: readonly Draft[]): Promise<Casebook> {
  const casebook = await Casebook.create(await mkdtemp(join(tmpdir(), 'onrecord-prepare-')), 'prepared', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(casebook.folder, { recursive: true });
  });
  await casebook.log.append(drafts);
  return casebook;
}

async function prepared({ log, store }: Casebook, few = FEW): Promise<readonly Prepared[]> {
  const all: Prepared[] = [];
  for await (const lot of prepareActs(log, store.record, few)) all.push(...lot);
  return all;
}

it('gives all entries in order, as they are prepared here; nothing for one whose payload was destroyed', async () => {
  const casebook = await logOf(Array.from({ length: 700 }, (_, n) => draft('suggestion.reviewed', accepted(n))));
  const gone = (await casebook.log.entry(99))?.envelope.id ?? '';
  await casebook.log.append([draft('payload.erased', { entries: [gone], about: [], reason: 'asked for' })]);
  const all = await prepared(casebook);
  expect(all).toEqual(await prepared(casebook, Number.POSITIVE_INFINITY));
  expect(all.map(({ stamp }) => stamp.index)).toEqual(Array.from(all, (_, n) => n));
  expect(all[99]?.act).toBeNull();
  expect(all[100]?.act).toMatchObject({ payload: { status: 'recorded', mentions: [{ words: 'Navid Golzari' }, { words: 'Tirgan' }] } });
});

it('throws the fault of an entry that is of no known shape, when those before it were given', async () => {
  const casebook = await logOf(Array.from({ length: 700 }, (_, n) => draft('original.opened', { original: n === 500 ? 7 : 'o_report' })));
  const first = (await casebook.log.size()) - 700;
  let given = 0;
  const folding = (async () => {
    for await (const lot of prepareActs(casebook.log, casebook.store.record, FEW)) given += lot.length;
  })();
  await expect(folding).rejects.toMatchObject({ code: 'bad-shape' });
  expect(given).toBe(first + 500);
});

it.runIf(availableParallelism() > 1)('has a thread prepare all of a long log', async () => {
  const casebook = await logOf(Array.from({ length: 700 }, (_, n) => draft('suggestion.reviewed', accepted(n))));
  const here = vi.spyOn(casebook.log, 'said');
  await prepared(casebook);
  expect(here).toHaveBeenCalledExactlyOnceWith(await casebook.log.size());
});
