// What people say of pairs of names, of happenings and of sources: one or two. Each judgement is an entry of the log with the evidence as it stood; each can be
// taken back, and the taking back is recorded too. One that contradicts what stands is refused, and the way is shown.
import { Fault } from '../base/fault.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { JudgementRow } from '../model/entity.ts';
import { parsePairJudged, type Grounds, type Judgement, type PairSort, type Side } from '../model/judgement.ts';
import { refusalOf, type Judged, type Refusal } from '../record/join-pairs.ts';
import { EVENT_RULE, tellsOfAnEvent } from '../record/propose-events.ts';
import { comparedOf, groundsOf, type Comparable } from '../record/propose-pairs.ts';
import { judgementsAround } from '../views/fold-judgements.ts';
import { readDocuments } from '../views/read-documents.ts';
import { namesOf, readEntities } from '../views/read-entities.ts';
import { readJudgements } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { listedEntry } from './known-lists.ts';
import { comparable } from './list-hits.ts';
import { event, events } from './events.ts';
import { claim } from './questions.ts';
import { knownOf } from './rivals.ts';

const UNKNOWN = 'List them with `onrecord entities`; ids begin with n_. Names come with claims that are accepted.';

/** `grounds` is what the machine says of the two at this moment; null where it says nothing. */
type Two = { readonly left: Side; readonly right: Side; readonly grounds: Grounds | null };

/**
 * Judges the first of the ids against each of the others, all or none: names (n_…), happenings by a claim that tells of them (s_…, c_…,
 * ev_…), or the sources that documents rest on (d_…). `different` wants a reason.
 *
 * Throws a Fault 'conflict' that shows the chain of judgements where one that stands forbids it, 'not-found' where an id names nothing.
 */
export async function judge(casebook: Casebook, ids: readonly string[], judgement: Judgement, reason: string | null): Promise<readonly JudgementRow[]> {
  if (judgement === 'different' && !reason?.trim())
    throw new Fault('bad-usage', 'that two are different wants a reason', 'Say why, with --reason TEXT: it stays in the record beside the judgement.');
  const sort = sortOf(ids);
  return judgeTwos(casebook, sort, await TWOS[sort](casebook, ids), judgement, reason);
}

/** Judges the first of the sides against each of the others, as `judge` does. */
export const judgeSides = (casebook: Casebook, sort: PairSort, sides: readonly Side[], judgement: Judgement, reason: string | null) =>
  judgeTwos(casebook, sort, pairsOfFirst(sides, () => null), judgement, reason); // prettier-ignore

async function judgeTwos(casebook: Casebook, sort: PairSort, twos: readonly Two[], judgement: Judgement, reason: string | null) {
  const made: Judged[] = [];
  for (const { left, right } of twos) {
    if (left.id === right.id) throw new Fault('bad-usage', `${left.id} is named twice`, 'Name two that differ.');
    const around = await judgementsAround(casebook.store.reads, sort, [left.id, right.id]);
    const refusal = refusalOf([...around, ...made], left.id, right.id, judgement);
    if (refusal) throw await conflict(casebook, sort, refusal);
    made.push({ entry: 'made by this very call', left: left.id, right: right.id, judgement });
  }
  const entries = await casebook.record(twos.map((two) => ({ kind: 'pair.judged' as const, payload: { sort, ...two, judgement, reason } })));
  const rows = await readJudgements(casebook.store.reads, sort, [twos[0]?.left.id ?? '']);
  return rows.filter(({ entry }) => entries.some(({ envelope }) => envelope.id === entry));
}

/** The chain of judgements that stands against judging so, link by link; empty where nothing does. */
export async function standsAgainst(casebook: Casebook, ids: readonly string[], judgement: Judgement): Promise<readonly JudgementRow[]> {
  const { reads } = casebook.store;
  const sort = sortOf(ids);
  for (const { left, right } of await TWOS[sort](casebook, ids)) {
    const refusal = refusalOf(await judgementsAround(reads, sort, [left.id, right.id]), left.id, right.id, judgement);
    if (!refusal) continue;
    const rows = await readJudgements(reads, sort, [...new Set(refusal.chain.flatMap((step) => [step.left, step.right]))]);
    return refusal.chain.flatMap(({ entry }) => rows.filter((row) => row.entry === entry));
  }
  return [];
}

/** By what their ids begin with, which is the same of all. */
function sortOf(ids: readonly string[]): Exclude<PairSort, 'publisher'> {
  const sorts = new Set(ids.map((id) => (/^[nx]_/.test(id) ? 'name' : /^(?:s|c|ev)_/.test(id) ? 'event' : id.startsWith('d_') ? 'origin' : null)));
  const [sort] = sorts;
  if (ids.length < 2 || sorts.size !== 1 || !sort)
    throw new Fault(
      'bad-usage',
      'these cannot be judged together',
      'Name two names (n_…, or x_… of a list), two claims or events (s_…, c_…, ev_…), or two documents (d_…).',
    );
  return sort;
}

/** Takes back a judgement by the id of its entry. */
export async function undoJudgement(casebook: Casebook, entry: string, reason: string | null): Promise<JudgementRow> {
  const made = await standing(casebook, entry);
  if (!made) throw new Fault('not-found', `no judgement that stands is held by ${entry}`, '`onrecord show n_…` lists those about a name, each with its entry.');
  const { sort, left, right } = parsePairJudged(JSON.parse(made.body));
  await casebook.record([{ kind: 'judgement.undone', payload: { judgement: entry, documents: [left.document, right.document], reason } }]);
  return only(await readJudgements(casebook.store.reads, sort, [left.id]), entry);
}

/** Whether the entry holds a judgement that was not taken back. */
export const isJudgement = async (casebook: Casebook, entry: string): Promise<boolean> => (await standing(casebook, entry)) !== undefined;

const standing = ({ store: { reads } }: Casebook, entry: string) =>
  reads.selectFrom('judgement').select('body').where('entry', '=', entry).where('undone_by', 'is', null).executeTakeFirst();

const TWOS: Readonly<Record<Exclude<PairSort, 'publisher'>, (casebook: Casebook, ids: readonly string[]) => Promise<readonly Two[]>>> = {
  name: twoNames,
  event: twoHappenings,
  origin: twoSources,
};

async function twoNames(casebook: Casebook, ids: readonly string[]): Promise<readonly Two[]> {
  if (ids.filter(isListed).length > 1 && isListed(ids[0] ?? ''))
    throw new Fault('bad-usage', 'two entries of lists are not judged against each other', 'Judge each against a name of the record (n_…).');
  const sides = await Promise.all(ids.map((id) => sideOf(casebook, id)));
  const known = await Promise.all(sides.map((side) => bearerOf(casebook, side)));
  return pairsOfFirst(sides, (n) => {
    const [one, two] = [known[0], known[n]];
    return one && two && one.id !== two.id ? groundsOf(comparedOf(one.told, two.told)) : null;
  });
}

/** An entry of a list, by its id. */
const isListed = (id: string): boolean => id.startsWith('x_');

/** Whom or what a side is a name of, by its own id, with what is told of it; null where no claim names it any more. */
async function bearerOf(casebook: Casebook, { id }: Side): Promise<{ readonly id: string; readonly told: Comparable } | null> {
  if (isListed(id)) return { id, told: comparable(await listedEntry(casebook, id)) };
  const { reads } = casebook.store;
  const [row] = await readEntities(reads, await namesOf(reads, id));
  return row ? { id: row.id, told: await knownOf(casebook, row) } : null;
}

async function twoHappenings(casebook: Casebook, ids: readonly string[]): Promise<readonly Two[]> {
  const claims = await Promise.all(ids.map((id) => happening(casebook, id)));
  const proposed = await events(casebook, {});
  const sides = claims.map(({ id, document, quote }) => ({ id, document, label: quote.exact }));
  return pairsOfFirst(sides, (n) => {
    const both = proposed.find((each) => [sides[0]?.id, sides[n]?.id].every((id) => each.claims.some((of) => of.id === id)));
    return both ? { rule: EVENT_RULE, score: null, why: both.why } : null;
  });
}

async function twoSources({ store: { reads } }: Casebook, ids: readonly string[]): Promise<readonly Two[]> {
  const held = new Map((await readDocuments(reads)).map((row) => [row.id, row]));
  const sides = ids.map((id) => {
    const row = held.get(id);
    if (!row || row.problem) throw new Fault('not-found', `there is no document ${id}`, 'List them with `onrecord documents`; ids begin with d_.');
    return { id, document: id, label: row.title ?? row.name };
  });
  return pairsOfFirst(sides, () => null);
}

/** The claim that an id names: a claim's own, or an event's, which is that of its first claim. Only a happening can be judged. */
export async function happening(casebook: Casebook, id: string): Promise<ClaimRow> {
  const found = id.startsWith('ev_') ? (await event(casebook, id)).claims[0] : await claim(casebook, id);
  if (found && found.status !== 'recorded')
    throw new Fault('bad-usage', `${found.id} is not a claim of the record`, `Review it first: onrecord review accept ${found.id}.`);
  if (found && tellsOfAnEvent(found)) return found;
  throw new Fault('bad-usage', `${id} tells of no happening`, 'Only what is asserted or alleged to have happened can be joined: `onrecord events` lists it.');
}

const pairsOfFirst = ([left, ...others]: readonly Side[], grounds: (n: number) => Grounds | null): readonly Two[] =>
  left ? others.map((right, n) => ({ left, right, grounds: grounds(n + 1) })) : [];

/** A side is a name, not its group: the one that was pointed at, or where an id is only known from judgements, another of its group. */
async function sideOf(casebook: Casebook, id: string): Promise<Side> {
  if (isListed(id)) {
    const { list, names: listedNames, title } = await listedEntry(casebook, id);
    return { id, document: list, label: `${listedNames[0] ?? ''}, on the list “${title}”` };
  }
  const { reads } = casebook.store;
  const names = await reads
    .selectFrom('name')
    .select(['id', 'document', 'label'])
    .where('id', 'in', await namesOf(reads, id))
    .orderBy('id')
    .execute();
  const side = names.find((name) => name.id === id) ?? names[0];
  if (!side) throw new Fault('not-found', `no recorded claim names ${id}`, UNKNOWN);
  return side;
}

const only = (rows: readonly JudgementRow[], entry: string | undefined): JudgementRow => {
  const found = rows.find((row) => row.entry === entry);
  if (!found) throw new Error(`the judgement ${entry} was not folded`);
  return found;
};

/** The way that stands against it, name by name, with who judged each. */
async function conflict(casebook: Casebook, sort: PairSort, { reason, chain }: Refusal): Promise<Fault> {
  const rows = await readJudgements(casebook.store.reads, sort, [...new Set(chain.flatMap(({ left, right }) => [left, right]))]);
  const steps = chain.map((step) => sayStep(step, rows));
  const what = reason === 'kept apart' ? 'it would join two that were judged different' : 'judgements that stand hold the two together';
  return new Fault('conflict', `${what}: ${steps.join('; ')}`, 'Take one of these back first: onrecord review undo ENTRY --reason TEXT.');
}

function sayStep({ entry }: Judged, rows: readonly JudgementRow[]): string {
  const row = rows.find((each) => each.entry === entry);
  return row ? `“${row.left.label}” and “${row.right.label}”: ${row.judgement}, by ${row.by} (${entry})` : entry;
}
