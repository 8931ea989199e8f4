// Which claims may answer a harm, or deny it, and why. What is found here is proposed: no claim is taken out of the record, or put in, by it.
import { canMeet, readEdtf, widened } from '../base/edtf.ts';
import { foldedWords } from '../base/fold.ts';
import { overlap } from '../base/span.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { EventRow } from '../model/event.ts';
import type { MatrixMark } from '../model/matrix.ts';
import { familyOf, kindEntry, type Kind } from '../model/vocabulary.ts';
import { nameKey } from '../names/name-key.ts';
import type { Identity, Named } from './identity.ts';
import { NearNames } from './near-names.ts';
import { kinKinds, sameOrKin } from './propose-events.ts';

/** A mark with where it stands in the row. */
export type Answered<Place> = MatrixMark & { readonly place: Place };

/** A harm, and the first day on which it can have happened; null where that is not known. */
export type Begun = { readonly harm: EventRow; readonly begins: number | null };

/**
 * What answers each of these harms, in the order of `claims`. O(claims + what shares a document, a word that names it, or a name of its actors with a harm).
 *
 * @param placeOf - where a claim stands in a row; null where it is no answer
 */
export function answering<Place>(
  harms: readonly Begun[],
  claims: readonly ClaimRow[],
  placeOf: (claim: ClaimRow) => Place | null,
  identity: Identity,
): readonly (readonly Answered<Place>[])[] {
  const filed = new FiledHarms(identity);
  for (const [n, { harm }] of harms.entries()) for (const told of harm.claims) filed.add(told, n);
  const found: Answered<Place>[][] = harms.map(() => []);
  for (const claim of claims) {
    const place = placeOf(claim);
    if (place === null) continue;
    const last = lastDay(claim);
    for (const n of filed.near(claim)) {
      const { harm, begins } = harms[n] as Begun;
      // What was done before it began answers something else.
      if (last !== null && begins !== null && last < begins) continue;
      const why = link(claim, harm, identity);
      if (why !== null) found[n]?.push({ claim, why, place });
    }
  }
  return found;
}

/** What of a claim is looked at before it is held against a harm. */
export type MayAnswer = Pick<ClaimRow, 'document' | 'kind'> & {
  readonly quote: { readonly start: number; readonly end: number };
  readonly roles: { readonly about?: readonly string[] | undefined; readonly target?: readonly string[] | undefined };
};

/** Harms by what an answer can have in common with them: their documents, words that name them, names of their actors. */
export class FiledHarms {
  readonly #byDocument = new Map<string, { readonly told: ClaimRow; readonly n: number }[]>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byActor: NearNames<number>;

  constructor(identity: Identity) {
    this.#byActor = new NearNames(identity);
  }

  /** `n`: the harm that the claim tells of. */
  add(told: ClaimRow, n: number): void {
    put(this.#byDocument, told.document, { told, n });
    for (const word of namingWords(told)) put(this.#byWord, word, n);
    for (const name of told.roles.actor ?? []) this.#byActor.add({ document: told.document, name }, n);
  }

  /** The harms that a claim may answer by any rule of `link`, and others, for whoever asks to tell. */
  near({ document, kind, quote, roles }: MayAnswer): ReadonlySet<number> {
    const about = roles.about ?? [];
    const found = new Set<number>();
    for (const { told, n } of this.#byDocument.get(document) ?? []) if (about.length > 0 || overlap(quote, told.quote) > 0) found.add(n);
    for (const word of about.flatMap(foldedWords)) for (const n of this.#byWord.get(word) ?? []) found.add(n);
    if (isStepAgainst(kind)) for (const name of roles.target ?? []) for (const n of this.#byActor.near({ document, name })) found.add(n);
    return found;
  }
}

/** Of one document, what an answer is about where that is the harm's kind or kin ("killings"), and both can be of one time; null where it is not. */
function ofItsKind(told: ClaimRow, answer: ClaimRow | undefined): string | null {
  const [x, y] = [told, answer].map((claim) => (claim?.time?.edtf ? readEdtf(claim.time.edtf) : null));
  if (!answer || answer.document !== told.document || !x || !y || !canMeet(x, y)) return null;
  const kin = kinKinds(told.kind).flatMap((kind) => foldedWords(kindEntry(kind).label));
  const isKin = (words: string): boolean => foldedWords(words).some((word) => kin.some((label) => word === label || word === `${label}s`));
  return (answer.roles.about ?? []).find(isKin) ?? null;
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

/** Why an answer is proposed to answer a harm; null where nothing says so. */
function link(answer: ClaimRow, harm: EventRow, identity: Identity): string | null {
  for (const told of harm.claims) {
    if (answer.document === told.document && overlap(answer.quote, told.quote) > 0) return 'told in the same words';
    const about = (answer.roles.about ?? []).find((each) => namesHarm(each, told));
    if (about) return `is said to be about “${about}”`;
    const ofKind = ofItsKind(told, answer);
    if (ofKind) return `is said in the same document to be about “${ofKind}”, of a time that can be the harm’s`;
    if (!isStepAgainst(answer.kind)) continue;
    const accused = (answer.roles.target ?? []).find((each) => (told.roles.actor ?? []).some((actor) => maySame(identity, answer, each, told, actor)));
    if (accused) return `is directed at ${accused}, named as an actor of the harm`;
  }
  return null;
}

/** The last day that a claim's time can mean; null where it has no resolved time. */
function lastDay(claim: ClaimRow): number | null {
  const given = claim.time?.edtf ? readEdtf(claim.time.edtf) : null;
  return given && widened(given).last;
}

/** A step against somebody: sanctions and steps of the law. A letter to an accused answers no harm by that alone. */
export const isStepAgainst = (kind: Kind): boolean => familyOf(kind) === 'justice' || kind === 'sanction' || kind === 'entry-ban';

/** Its whole short quote, where it is one that may stand for the harm. */
function shortLabel(told: ClaimRow): readonly string[] {
  const label = nameKey(told.quote.exact);
  return label.length >= 2 && label.length <= 4 ? label : [];
}

const yearOf = (told: ClaimRow): string | undefined => told.time?.edtf?.slice(0, 4);

/** Words of which a phrase that names the harm has one at least. */
export const namingWords = (told: ClaimRow): readonly string[] => [...shortLabel(told).slice(0, 1), ...(yearOf(told) ? [yearOf(told) ?? ''] : [])];

/** Whether a phrase names a harm: by its year and kind ("victims of the 1988 massacre"), or by its whole short quote. */
function namesHarm(phrase: string, told: ClaimRow): boolean {
  const words = foldedWords(phrase);
  const label = shortLabel(told);
  if (label.length > 0 && label.every((word) => words.includes(word))) return true;
  const year = yearOf(told);
  return Boolean(year && words.includes(year) && foldedWords(kindEntry(told.kind).label).some((word) => words.includes(word)));
}

/** Whether two names may be of one, and people did not judge them to be two. */
function maySame({ relate }: Identity, a: ClaimRow, name: string, b: ClaimRow, other: string): boolean {
  return ['one', 'perhaps'].includes(relate({ document: a.document, name }, { document: b.document, name: other }));
}

/**
 * Gives of a harm the claims that say it did not happen, or may say so, in the order of `claims`. O(claims) once, then for each harm the denials of
 * its kin.
 */
export function denying(claims: readonly ClaimRow[], identity: Identity): (harm: EventRow) => readonly ClaimRow[] {
  const denials = Map.groupBy(
    claims.filter(({ modality, kind }) => modality === 'denied' && familyOf(kind) === 'harm'),
    ({ kind }) => kinKinds(kind)[0],
  );
  return (harm) => {
    const kin = new Set(harm.claims.map(({ kind }) => kinKinds(kind)[0]));
    const some = [...kin].flatMap((kind) => denials.get(kind) ?? []);
    return some.filter((claim) => harm.claims.some((told) => sameOrKin(claim.kind, told.kind) && mayBeSameHarm(claim, told, identity)));
  };
}

function mayBeSameHarm(a: ClaimRow, b: ClaimRow, identity: Identity): boolean {
  const x = a.time?.edtf ? readEdtf(a.time.edtf) : null;
  const y = b.time?.edtf ? readEdtf(b.time.edtf) : null;
  if (x && y) return canMeet(x, y);
  return parties(a).some(({ name }) => parties(b).some((other) => maySame(identity, a, name, b, other.name)));
}

const parties = ({ document, roles }: ClaimRow): readonly Named[] =>
  [...(roles.target ?? []), ...(roles.actor ?? []), ...(roles.place ?? [])].map((name) => ({ document, name }));
