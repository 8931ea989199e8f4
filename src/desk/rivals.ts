// Who else somebody may be: candidates from the names in memory, less what people judged, with what claims tell of both.
import { setImmediate } from 'node:timers/promises';
import type { EntityRow, PairProposed, PairsAsked } from '../model/entity.ts';
import type { Judgement } from '../model/judgement.ts';
import { keyOfPlain } from '../names/alike-names.ts';
import { mayBeOne } from '../names/name-key.ts';
import { contextOf, TELLING_KINDS } from '../record/name-context.ts';
import { comparedOf, fewest, groundsOf, type Known } from '../record/propose-pairs.ts';
import { readClaims } from '../views/read-claims.ts';
import { claimsTellingOf, documentsOfNames, namesOf } from '../views/read-entities.ts';
import { readPairsJudged } from '../views/read-judgements.ts';
import type { Casebook } from './casebook.ts';
import { nearTo } from './kept-in-memory.ts';
import { knownNames, labelsOf, type KnownNames } from './known-names.ts';
import { holdsFew } from './questions.ts';
import { rankedNames } from './ranked-names.ts';
import { whoBears } from './who-bears.ts';
import { within } from './within.ts';

type Candidate = { readonly left: EntityRow; readonly right: EntityRow; readonly score: number; readonly judged: Judgement | null };

/** Bearers of one name that are held against each other: where more bear it, each against the next ones in order. */
const MOST_BEARERS = 50;
/** Others that are shown for one. */
const MOST_RIVALS = 12;
/** Claims of each that its context is taken from. */
const MOST_TOLD = 50;

/** With what recorded claims tell of it. */
export async function knownOf(casebook: Casebook, row: EntityRow): Promise<Known> {
  const { reads } = casebook.store;
  const ids = await claimsTellingOf(reads, await namesOf(reads, row.id), TELLING_KINDS, MOST_TOLD);
  return { row, context: contextOf(await readClaims(reads, { ids, statuses: ['recorded'] }), row.labels) };
}

/**
 * Those that it may be, likeliest first; what claims rule out comes last, with why. What people judged same or different is left out.
 * Before all others come those of its own document of whose name its own is a part: there, "Sadrpour" is most likely the Amir Sadrpour that was named.
 */
export async function rivalsOf(casebook: Casebook, row: EntityRow): Promise<readonly PairProposed[]> {
  const known = await knownNames(casebook);
  const judged = await judgedPairs(casebook);
  const open = (await candidatesFor(casebook, known, row)).flatMap((candidate) => judged.open(candidate)).toSorted(likelier).slice(0, MOST_RIVALS); // prettier-ignore
  const pairs: PairProposed[] = [];
  const seen = new Map<string, Known>();
  for (const candidate of open) pairs.push(await explained(casebook, candidate, seen));
  const own = await documentsNaming(casebook, row);
  const near = new Set<PairProposed>();
  for (const pair of pairs) {
    const isPart = pair.left.labels.some((one) => pair.right.labels.some((other) => mayBeOne(one, other)));
    if (isPart && (await documentsNaming(casebook, pair.right)).some((document) => own.includes(document))) near.add(pair);
  }
  const rank = (pair: PairProposed): number => (pair.compared?.score ?? 0) + (near.has(pair) && pair.compared?.vetoes.length === 0 ? 1 : 0);
  return pairs.toSorted((a, b) => rank(b) - rank(a));
}

const documentsNaming = async ({ store: { reads } }: Casebook, { id }: EntityRow): Promise<readonly string[]> =>
  documentsOfNames(reads, await namesOf(reads, id));

/** Who looks on while names are looked through: told how far it came, name by name; `stopped` ends it with what was found until then. */
export type Watch = { readonly tell: (looked: number, names: number) => void; readonly stopped: AbortSignal };
/** How long whoever asks at the desk waits for names to be looked through, in milliseconds. */
export const PATIENCE = 1500;

export const UNWATCHED: Watch = { tell: () => {}, stopped: new AbortController().signal };

/** See `pairs` of entities.ts. Another's turn comes between any two names that are looked through. */
export async function askPairs(casebook: Casebook, most: number, milliseconds: number | null, watch: Watch): Promise<PairsAsked> {
  const isWaitedFor = milliseconds === null || (await holdsFew(casebook));
  const known = isWaitedFor ? await knownNames(casebook) : await within(knownNames(casebook), milliseconds);
  if (known === null) return { pairs: [], looked: 0, names: 0, more: false, isReading: true };
  const { looked, candidates } = await lookThrough(casebook, known, milliseconds, watch);
  const judged = await judgedPairs(casebook);
  const waits = candidates.flatMap((candidate) => judged.open(candidate)).toSorted(likelier);
  const isNeeded = fewest();
  const pairs: PairProposed[] = [];
  const seen = new Map<string, Known>();
  for (const candidate of waits) {
    if (pairs.length > most) break;
    await setImmediate();
    const pair = await explained(casebook, candidate, seen);
    if ((pair.compared?.vetoes.length ?? 0) === 0 && isNeeded(pair.left.id, pair.right.id)) pairs.push(pair);
  }
  return { pairs: pairs.slice(0, most), looked, names: known.names.size, more: pairs.length > most, isReading: false };
}

/** Entities that are read at once. */
const AT_ONCE = 200;

async function lookThrough(
  casebook: Casebook,
  known: KnownNames,
  milliseconds: number | null,
  { tell, stopped }: Watch,
): Promise<{ readonly looked: number; readonly candidates: readonly Candidate[] }> {
  const until = milliseconds === null ? Infinity : performance.now() + milliseconds;
  // A name can be near to another that is not near to it: what counts is that either way leads to the pair.
  const candidates = new Map<string, Candidate>();
  const looked = new Set<string>();
  let isWhole = true;
  const isOver = (): boolean => performance.now() > until || stopped.aborted;
  const isNew = (row: EntityRow): boolean => !labelsOf(row).every((name) => known.near.has(keyOfPlain(name)));
  // Whom most claims name comes first: that is where one more name tells most.
  for await (const rows of rankedNames(casebook, 0, AT_ONCE)) {
    for (const row of rows) {
      if (isNew(row)) {
        if (isOver()) {
          isWhole = false;
          continue;
        }
        await setImmediate();
        tell(looked.size, known.names.size);
      }
      for (const name of labelsOf(row)) looked.add(keyOfPlain(name));
      for (const candidate of await candidatesFor(casebook, known, row)) {
        const pair = [row.id, candidate.right.id].toSorted().join(' ');
        if ((candidates.get(pair)?.score ?? 0) < candidate.score) candidates.set(pair, candidate);
      }
    }
    if (!isWhole) break;
  }
  return { looked: isWhole ? known.names.size : looked.size, candidates: [...candidates.values()] };
}

/** Every other entity of its sort with a name like one of its own, or the very same. */
async function candidatesFor(casebook: Casebook, known: KnownNames, left: EntityRow): Promise<readonly Candidate[]> {
  const best = new Map<string, Candidate>();
  const near = labelsOf(left).map((own) => [{ ...own, score: 1 }, ...nearTo(known, own)]);
  const bearersOf = await whoBears(casebook, near.flat());
  for (const others of near) {
    for (const other of others) {
      for (const right of nearest(bearersOf(other), left)) {
        if (right.id === left.id || right.sort !== left.sort || (best.get(right.id)?.score ?? 0) >= other.score) continue;
        best.set(right.id, { left, right, score: other.score, judged: null });
      }
    }
  }
  return [...best.values()];
}

function nearest(bearers: readonly EntityRow[], left: EntityRow): readonly EntityRow[] {
  const from = bearers.length > MOST_BEARERS ? Math.max(0, bearers.findIndex(({ id }) => id === left.id)) : 0; // prettier-ignore
  return bearers.slice(from, from + MOST_BEARERS);
}

const likelier = (a: Candidate, b: Candidate): number => b.score - a.score || (a.left.id + a.right.id < b.left.id + b.right.id ? -1 : 1);

/** `areSettled`: whether people judged the two same or different. */
type JudgedPairs = {
  readonly open: (candidate: Candidate) => readonly Candidate[];
  readonly areSettled: (a: EntityRow, b: EntityRow) => boolean;
};

/** What people said of pairs of groups: a candidate that is still open, with `unsure` where somebody said so, or none. */
export async function judgedPairs({ store: { reads } }: Casebook): Promise<JudgedPairs> {
  const joined = await reads.selectFrom('joined').select(['member', 'leader']).where('sort', '=', 'name').execute();
  const leaderOf = new Map(joined.map(({ member, leader }) => [member, leader]));
  const pairOf = (a: string, b: string): string => [leaderOf.get(a) ?? a, leaderOf.get(b) ?? b].toSorted().join(' ');
  const standing = await readPairsJudged(reads, 'name');
  // One that was judged different is apart whatever was said of the pair afterwards by another name of the group.
  const said = new Map<string, Judgement>();
  for (const { left, right, judgement } of standing) {
    const pair = pairOf(left, right);
    if (said.get(pair) !== 'different') said.set(pair, judgement);
  }
  const judgedOf = (a: EntityRow, b: EntityRow): Judgement | null => said.get(pairOf(a.id, b.id)) ?? null;
  const areSettled = (a: EntityRow, b: EntityRow): boolean => ['same', 'different'].includes(judgedOf(a, b) ?? '');
  return {
    areSettled,
    open: (candidate) => (areSettled(candidate.left, candidate.right) ? [] : [{ ...candidate, judged: judgedOf(candidate.left, candidate.right) }]),
  };
}

async function explained(casebook: Casebook, { left, right, judged }: Candidate, seen: Map<string, Known>): Promise<PairProposed> {
  const [a, b] = [await knownOnce(casebook, left, seen), await knownOnce(casebook, right, seen)];
  const compared = comparedOf(a, b);
  return { left, right, grounds: groundsOf(compared), compared, judged };
}

async function knownOnce(casebook: Casebook, row: EntityRow, seen: Map<string, Known>): Promise<Known> {
  const known = seen.get(row.id) ?? (await knownOf(casebook, row));
  seen.set(row.id, known);
  return known;
}
