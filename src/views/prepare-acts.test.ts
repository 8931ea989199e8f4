// Entries made ready by a thread are what they are made ready to here, in the same order; what is wrong with one is known when its turn comes.
import { expect, it } from 'vitest';
import type { ActKind } from '../model/act.ts';
import { prepareAct } from './prepare-act.ts';
import { prepareActs, type Prepared, type Said } from './prepare-acts.ts';

const said = (index: number, kind: ActKind, payload: unknown): Said => ({
  index,
  envelope: { id: `e_${index}`, kind, at: '2026-01-02T03:04:05.678Z', actor: 'p_minafarhadi' },
  payload: payload === null ? null : JSON.stringify(payload),
});

const accepted = (n: number): unknown => ({
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

/** Of so many entries most are prepared by a thread. */
const MANY = 12_000;

async function* lotsOf(entries: readonly Said[]): AsyncGenerator<readonly Said[]> {
  for (let n = 0; n < entries.length; n += 200) yield entries.slice(n, n + 200);
}

async function prepared(entries: readonly Said[]): Promise<readonly Prepared[]> {
  const all: Prepared[] = [];
  for await (const lot of prepareActs(lotsOf(entries))) all.push(...lot);
  return all;
}

it('gives all entries in order, as they are prepared here; nothing for one whose payload was destroyed', { timeout: 60_000 }, async () => {
  const entries = Array.from({ length: MANY }, (_, n) => said(n, 'suggestion.reviewed', n % 1000 === 7 ? null : accepted(n)));
  const all = await prepared(entries);
  expect(all.map((each) => each.said.index)).toEqual(entries.map(({ index }) => index));
  expect(all.map(({ act }) => act)).toEqual(entries.map(({ envelope, payload }) => (payload === null ? null : prepareAct(envelope.kind, payload))));
  expect(all[MANY - 1]?.act).toMatchObject({ payload: { id: 's_11999', status: 'recorded', mentions: [{ words: 'Navid Golzari' }, { words: 'Tirgan' }] } });
});

it('throws the fault of an entry that is of no known shape, when those before it were given', { timeout: 60_000 }, async () => {
  const entries = Array.from({ length: MANY }, (_, n) => said(n, 'original.opened', { original: n === 10_000 ? 7 : 'o_report' }));
  let given = 0;
  const folding = (async () => {
    for await (const lot of prepareActs(lotsOf(entries))) given += lot.length;
  })();
  await expect(folding).rejects.toMatchObject({ code: 'bad-shape' });
  expect(given).toBe(10_000);
});
