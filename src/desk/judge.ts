// What people say of pairs: one or two. Each judgement is an entry of the log with the evidence as it stood; each can be
// taken back, and the taking back is recorded too. One that contradicts what stands is refused, and the way is shown.
import { Fault } from '../base/fault.ts';
import type { JudgementRow } from '../model/answers.ts';
import { parsePairJudged, type Grounds, type Judgement, type PairSort, type Side } from '../model/judgement.ts';
import { refusalOf, type Judged, type Refusal } from '../record/join-pairs.ts';
import { groundsOf } from '../record/propose-pairs.ts';
import { judgementsAround } from '../views/fold-judgements.ts';
import { namesOf, readEntities, readJudgements } from '../views/read-entities.ts';
import type { Casebook } from './casebook.ts';

const UNKNOWN = 'List them with `onrecord entities`; ids begin with n_. Names come with claims that are accepted.';

type Two = { readonly sort: PairSort; readonly left: Side; readonly right: Side; readonly grounds: Grounds | null };

/**
 * Judges two names, by the ids of names or entities. `different` wants a reason.
 *
 * Throws a Fault 'conflict' that shows the chain of judgements where one that stands forbids it, 'not-found' where an id names nothing.
 */
export async function judge(casebook: Casebook, [a, b]: readonly [string, string], judgement: Judgement, reason: string | null): Promise<JudgementRow> {
  const { sort, left, right, grounds } = await twoNames(casebook, a, b);
  if (left.id === right.id) throw new Fault('bad-usage', `${a} and ${b} are one already`, 'Name two. `onrecord review undo` takes back what joined them.');
  if (judgement === 'different' && !reason?.trim())
    throw new Fault('bad-usage', 'that two are different wants a reason', 'Say why, with --reason TEXT: it stays in the record beside the judgement.');
  const around = await judgementsAround(casebook.store.reads, sort, [left.id, right.id]);
  const refusal = refusalOf(around, left.id, right.id, judgement);
  if (refusal) throw await conflict(casebook, sort, refusal);
  const entries = await casebook.record([{ kind: 'pair.judged', payload: { sort, left, right, judgement, reason, grounds } }]);
  return only(await readJudgements(casebook.store.reads, sort, [left.id]), entries.at(-1)?.envelope.id);
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

async function twoNames(casebook: Casebook, a: string, b: string): Promise<Two> {
  const { reads } = casebook.store;
  const [left, right] = [await sideOf(casebook, a), await sideOf(casebook, b)];
  const [one, two] = await Promise.all([left, right].map(async ({ id }) => (await readEntities(reads, await namesOf(reads, id)))[0]));
  return { sort: 'name', left, right, grounds: one && two && one.id !== two.id ? groundsOf(one, two) : null };
}

/** A side is a name, not its group: the one that was pointed at, or where an id is only known from judgements, another of its group. */
async function sideOf({ store: { reads } }: Casebook, id: string): Promise<Side> {
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
