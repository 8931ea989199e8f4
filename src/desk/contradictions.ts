// What cannot both be so, and what people ruled of it. A ruling is an entry of the log with both sides as they stood; it
// can be taken back, and the taking back is recorded too.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { Contradiction, ContradictionRow, ContradictionSide, RulingRow } from '../model/contradiction.ts';
import type { Ruling, Side } from '../model/judgement.ts';
import { buildProceedings } from '../record/build-proceedings.ts';
import { countOrigins } from '../record/count-origins.ts';
import { findContradictions } from '../record/find-contradictions.ts';
import { ofJudgedTwice } from '../record/judged-twice.ts';
import { proposeEvents } from '../record/propose-events.ts';
import { knownThen } from '../views/read-judged.ts';
import { readRulings } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { claimsOpposing } from './contradictions-around.ts';
import { instantOf, type ClaimFilter } from './parse-filter.ts';
import { claims, judgedFor } from './questions.ts';
import { sources } from './sources.ts';

type Judged = Awaited<ReturnType<typeof judgedFor>>;

/** Between recorded claims alone; those that nobody has ruled on come first. Under a clock, rulings as they were known then. */
export async function contradictions(casebook: Casebook, filter: ClaimFilter = {}): Promise<readonly ContradictionRow[]> {
  return among(casebook, await claims(casebook, { ...filter, status: 'recorded' }), await judgedFor(casebook, filter), filter);
}

/** Those that any of these claims takes part in. O(what hangs together with them). */
export async function contradictionsOf(casebook: Casebook, ids: readonly string[], filter: ClaimFilter = {}): Promise<readonly ContradictionRow[]> {
  const judged = await judgedFor(casebook, filter);
  const opposing = await claimsOpposing(casebook, ids, judged, filter);
  return among(casebook, opposing ?? (await claims(casebook, { ...filter, status: 'recorded' })), judged, filter, new Set(ids));
}

/** `of`: the claims of which one at least takes part; left out, any. */
async function among(
  casebook: Casebook,
  rows: readonly ClaimRow[],
  judged: Judged,
  filter: ClaimFilter,
  of?: ReadonlySet<string>,
): Promise<readonly ContradictionRow[]> {
  const takesPart = ({ left, right }: Contradiction): boolean => of === undefined || [...left.claims, ...right.claims].some(({ id }) => of.has(id));
  const proceedings = buildProceedings(ofJudgedTwice(rows, judged.identity), judged.identity);
  const found = findContradictions(rows, proposeEvents(rows, judged), proceedings, judged.identity).filter(takesPart);
  const known = await sources(casebook, found.flatMap(({ left, right }) => [...left.claims, ...right.claims]), judged); // prettier-ignore
  const ruled = Map.groupBy(knownThen(await readRulings(casebook.store.reads), instantOf(filter)), (ruling) => ruling.contradiction);
  const shown = found.map((each): ContradictionRow => {
    const rulings = ruled.get(each.id) ?? [];
    const origins = { left: countOrigins(each.left.claims, known), right: countOrigins(each.right.claims, known) };
    return { ...each, origins, rulings, open: rulings.every(({ undone }) => undone) };
  });
  return shown.toSorted((a, b) => Number(b.open) - Number(a.open));
}

export async function contradiction(casebook: Casebook, id: string): Promise<ContradictionRow> {
  // It is named by what it is on, by the first claim of each side, and perhaps by whom it is of.
  const sides = id.split('_').slice(2, 4);
  const found = (await contradictionsOf(casebook, sides.flatMap((each) => [`s_${each}`, `c_${each}`]))).find((each) => each.id === id); // prettier-ignore
  if (!found)
    throw new Fault(
      'not-found',
      `there is no contradiction ${id}`,
      'List them with `onrecord contradictions`; one may end as claims are reviewed or names judged.',
    );
  return found;
}

/** Rules on a contradiction; wants a reason. Gives it as it now stands. */
export async function rule(casebook: Casebook, id: string, ruling: Ruling, reason: string | null): Promise<ContradictionRow> {
  if (!reason?.trim()) throw new Fault('bad-usage', 'a ruling wants a reason', 'Say why, with --reason TEXT: it stays in the record beside the ruling.');
  const { left, right } = await contradiction(casebook, id);
  await casebook.record([{ kind: 'contradiction.ruled', payload: { contradiction: id, left: sidesOf(left), right: sidesOf(right), ruling, reason } }]);
  return contradiction(casebook, id);
}

const sidesOf = ({ claims: of }: ContradictionSide): readonly Side[] => of.map(({ id, document, quote }) => ({ id, document, label: quote.exact }));

/** The ruling that an entry holds, if it was not taken back. */
export async function standingRuling(casebook: Casebook, entry: string): Promise<RulingRow | null> {
  return (await readRulings(casebook.store.reads)).find((ruling) => ruling.entry === entry && !ruling.undone) ?? null;
}

/** Takes back a ruling, by the entry that holds it. */
export async function undoRuling(casebook: Casebook, entry: string, reason: string | null): Promise<RulingRow> {
  const made = await standingRuling(casebook, entry);
  if (!made)
    throw new Fault('not-found', `no ruling that stands is held by ${entry}`, '`onrecord contradictions` lists those that stand, each with its entry.');
  const documents = [...new Set([...made.left, ...made.right].map(({ document }) => document))];
  await casebook.record([{ kind: 'judgement.undone', payload: { judgement: entry, documents, reason } }]);
  return { ...made, undone: true, undoneAt: casebook.now.toISOString() };
}
