// The claims that the matrix is made of, of all that a record holds: those that tell of harms, what hangs together with these, and what may answer
// them. They are found once, kept in memory, and after a change only what it touched is looked for again. More may be among them than a matrix
// shows, never fewer: what answers what is said by `record/` alone.
import type { ClaimRow, Status } from '../model/answers.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { FiledHarms, isStepAgainst, namingWords } from '../record/answer-harms.ts';
import { mayAnswer } from '../record/build-matrix.ts';
import { BY_WORDS } from '../record/identity.ts';
import { inOrder, readOrdered } from '../views/read-claims.ts';
import type { Ordered } from '../views/claim-rows.ts';
import { findWorded, matchNames, matchWords } from '../views/find-words.ts';
import { readAnsweringIn } from '../views/read-answers.ts';
import { readVersion } from '../views/read-version.ts';
import { scanAnswers, type AnswerGlance } from '../views/scan-answers.ts';
import type { Casebook } from './casebook.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { kinAround, nearAny } from './kin-around.ts';
import { changesSince, groundsOf, type Grounds } from './matrix-grounds.ts';

export type MatrixPool = Grounds & {
  /** Of the casebook's file. */
  readonly version: number;
  /** By id: what tells of harms, or is joined or linked by people, with all that may tell of the same. */
  readonly told: ReadonlyMap<string, Ordered>;
  /** By id: what may answer any of these. */
  readonly answers: ReadonlyMap<string, Ordered>;
  readonly filed: FiledHarms;
  /** All of them, in the order of the record. */
  readonly rows: readonly ClaimRow[];
  /** What was made of them, by whoever asks for it; made anew when they change. */
  readonly made: Map<string, unknown>;
  /** The same, of parts of them, which are compared with those that they were made of. */
  readonly ofParts: Map<string, unknown>;
};

/** What tells of a harm by its own kind. */
const HARMS: readonly Kind[] = KINDS.filter((kind) => familyOf(kind) === 'harm');
const ANSWERS: readonly Kind[] = KINDS.filter(mayAnswer);

/** Of so many that are new, what answers each is looked up; of more, all claims are looked through. */
const LOOKED_UP = 100;
/** More are not kept in memory: whoever asks for such a matrix waits for it each time. */
const MOST_KEPT = 60_000;

/** As the record stands: of recorded claims alone, or of suggestions too. O(claims of kinds that answer) at first, then of what changed. */
export const matrixPool = (casebook: Casebook, recordedOnly: boolean): Promise<MatrixPool> => (recordedOnly ? recorded(casebook) : shown(casebook));

const recorded = keptInMemory((casebook, before: MatrixPool | null) => asOf(casebook, ['recorded'], before));
const shown = keptInMemory((casebook, before: MatrixPool | null) => asOf(casebook, ['suggested', 'recorded'], before));

async function asOf(casebook: Casebook, statuses: readonly Status[], before: MatrixPool | null): Promise<MatrixPool> {
  const { reads } = casebook.store;
  const version = await readVersion(reads);
  if (before?.version === version) return before;
  const grounds = await groundsOf(casebook, before);
  const kept = before !== null && before.rows.length <= MOST_KEPT ? before : null;
  const touched = kept && (await changesSince(casebook, kept, grounds, kept.rows.some(({ status }) => status === 'suggested') ? null : statuses));
  const found = kept && touched ? await changed(casebook, statuses, kept, grounds, touched) : await made(casebook, statuses, grounds);
  return { ...grounds, ...found, version, made: new Map(), ofParts: kept?.ofParts ?? new Map() };
}

type Found = Pick<MatrixPool, 'told' | 'answers' | 'filed' | 'rows'>;

/** By looking through all. */
async function made(casebook: Casebook, statuses: readonly Status[], grounds: Grounds): Promise<Found> {
  const { reads } = casebook.store;
  const seeds = [...(await readOrdered(reads, { kinds: HARMS, statuses })), ...(await readOrdered(reads, { ids: [...grounds.together], statuses }))];
  return grown(casebook, statuses, grounds, { told: new Map(), answers: new Map(), filed: new FiledHarms(BY_WORDS) }, seeds);
}

/** `touched`: ids of claims that may be other than they were. */
async function changed(casebook: Casebook, statuses: readonly Status[], before: MatrixPool, grounds: Grounds, touched: readonly string[]): Promise<Found> {
  const [told, answers] = [new Map(before.told), new Map(before.answers)];
  const gone = touched.map((id) => [told.delete(id), answers.delete(id)]).some(([a, b]) => a || b);
  const missing = [...grounds.together].filter((id) => !told.has(id));
  const rows = await readOrdered(casebook.store.reads, { ids: [...new Set([...touched, ...missing])], statuses });
  const isTold = ({ row }: Ordered): boolean => familyOf(row.kind) === 'harm' || grounds.together.has(row.id) || nearAny(row, told, grounds);
  const seeds = rows.filter(isTold);
  for (const each of rows) if (ANSWERS.includes(each.row.kind) && before.filed.near(each.row).size > 0) answers.set(each.row.id, each);
  if (!gone && seeds.length === 0 && answers.size === before.answers.size) return before;
  return grown(casebook, statuses, grounds, { told, answers, filed: before.filed }, seeds);
}

type Growing = { readonly told: Map<string, Ordered>; readonly answers: Map<string, Ordered>; readonly filed: FiledHarms };

/** With what tells of harms that was not among it, what hangs together with that, and what may answer it. */
async function grown(
  casebook: Casebook,
  statuses: readonly Status[],
  grounds: Grounds,
  { told, answers, filed }: Growing,
  seeds: readonly Ordered[],
): Promise<Found> {
  const { reads } = casebook.store;
  const isWhole = told.size === 0;
  const fresh = new Map(seeds.map((each) => [each.row.id, each]));
  for (const each of await kinAround(reads, seeds, statuses, grounds)) if (!told.has(each.row.id)) fresh.set(each.row.id, each);
  for (const [id, each] of fresh) {
    told.set(id, each);
    filed.add(withActors(each.row, grounds), 0);
  }
  const all = [...fresh.values()].map(({ row }) => row);
  const ids = isWhole || all.length > LOOKED_UP ? undefined : await mayAnswerAny(casebook, statuses, grounds, all);
  const documents = new Set(all.map(({ document }) => document));
  const wanted: string[] = [];
  const isNamed = new Map<string, boolean>();
  for await (const some of scanAnswers(reads, { kinds: ANSWERS, statuses, ...(ids === undefined ? {} : { ids }) }))
    for (const each of some) if (!answers.has(each.id) && mayBeAnswer(each, filed, documents, isNamed)) wanted.push(each.id);
  for (const each of await readOrdered(reads, { ids: wanted, statuses })) answers.set(each.row.id, each);
  return { told, answers, filed, rows: inOrder([...new Map([...answers, ...told]).values()]) };
}

/** With the names that people hold to be one with those of its actors. */
const withActors = (row: ClaimRow, { withJoined }: Grounds): ClaimRow => ({
  ...row,
  roles: { ...row.roles, actor: withJoined(row.document, row.roles.actor ?? []) },
});

const NOWHERE = { start: 0, end: 0 };

/** `isNamed`: of targets, whether one may be an actor of a harm, as far as it was asked. */
function mayBeAnswer(
  { document, kind, start, end, about, targets }: AnswerGlance,
  filed: FiledHarms,
  documents: ReadonlySet<string>,
  isNamed: Map<string, boolean>,
): boolean {
  if (about !== null || documents.has(document)) {
    const roles = { about: about === null ? [] : textsOf(about) };
    if (filed.near({ document, kind, quote: { start, end }, roles }).size > 0) return true;
  }
  if (targets === null || !isStepAgainst(kind)) return false;
  const known = isNamed.get(targets);
  const is = known ?? filed.near({ document: '', kind, quote: NOWHERE, roles: { target: textsOf(targets) } }).size > 0;
  if (known === undefined) isNamed.set(targets, is);
  return is;
}

const textsOf = (json: string): readonly string[] => JSON.parse(json) as readonly string[];

/** Ids of claims that may answer any of these, found by index: those of its document, with a word that names it, or with a name of its actors. */
async function mayAnswerAny(
  { store: { reads } }: Casebook,
  statuses: readonly Status[],
  grounds: Grounds,
  told: readonly ClaimRow[],
): Promise<readonly string[]> {
  const inDocuments = await readAnsweringIn(reads, [...new Set(told.map(({ document }) => document))], ANSWERS);
  const words = matchWords([...new Set(told.flatMap(namingWords))]);
  const names = matchNames([...new Set(told.flatMap((row) => withActors(row, grounds).roles.actor ?? []))]);
  const worded = words === null ? [] : await findWorded(reads, words, { kinds: ANSWERS, statuses }, Number.MAX_SAFE_INTEGER);
  const named = names === null ? [] : await findWorded(reads, names, { kinds: ANSWERS.filter(isStepAgainst), statuses }, Number.MAX_SAFE_INTEGER);
  return [...new Set([...inDocuments, ...worded, ...named])];
}
