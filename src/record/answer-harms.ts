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

/** A claim that may answer a harm, where it stands in a row, and the last day on which it can have been given; null where that is not known. */
type Answer<Place> = { readonly claim: ClaimRow; readonly place: Place; readonly lastDay: number | null };

/** A mark with where it stands in the row. */
export type Answered<Place> = MatrixMark & { readonly place: Place };

/**
 * Gives of a harm, which `begins` on a day, what answers it, in the order of `claims`. O(claims) once, then for each harm what shares its
 * document, a word that names it, or a name of its actors.
 *
 * @param placeOf - where a claim stands in a row; null where it is no answer
 */
export function answering<Place>(
  claims: readonly ClaimRow[],
  placeOf: (claim: ClaimRow) => Place | null,
  identity: Identity,
): (harm: EventRow, begins: number | null) => readonly Answered<Place>[] {
  const answers = claims.flatMap((claim): readonly Answer<Place>[] => {
    const place = placeOf(claim);
    return place === null ? [] : [{ claim, place, lastDay: lastDay(claim) }];
  });
  const near = filed(answers, identity);
  return (harm, begins) => {
    const some = new Set(harm.claims.flatMap((told) => [...near(told)]));
    return [...some]
      .toSorted((a, b) => a - b)
      .flatMap((n): readonly Answered<Place>[] => {
        const answer = answers[n];
        // What was done before it began answers something else.
        if (!answer || (answer.lastDay !== null && begins !== null && answer.lastDay < begins)) return [];
        const why = link(answer.claim, harm, identity);
        return why === null ? [] : [{ claim: answer.claim, why, place: answer.place }];
      });
  };
}

/** Of a claim that tells of a harm, the places in the list of what may answer it by any rule of `link`. */
function filed<Place>(answers: readonly Answer<Place>[], identity: Identity): (told: ClaimRow) => Iterable<number> {
  const byDocument = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const byAccused = new NearNames<number>(identity);
  for (const [n, { claim }] of answers.entries()) {
    put(byDocument, claim.document, n);
    for (const word of new Set((claim.roles.about ?? []).flatMap(foldedWords))) put(byWord, word, n);
    if (isStepAgainst(claim.kind)) for (const name of claim.roles.target ?? []) byAccused.add({ document: claim.document, name }, n);
  }
  return (told) => [
    ...(byDocument.get(told.document) ?? []).filter((n) => sharesWords(told, answers[n]?.claim) || ofItsKind(told, answers[n]?.claim) !== null),
    ...namingWords(told).flatMap((word) => byWord.get(word) ?? []),
    ...(told.roles.actor ?? []).flatMap((name) => [...byAccused.near({ document: told.document, name })]),
  ];
}

const sharesWords = (told: ClaimRow, answer: ClaimRow | undefined): boolean => answer !== undefined && overlap(answer.quote, told.quote) > 0;

/** Of one document, what an answer is about where that is the harm's kind or kin ("killings"), and both can be of one time; null where it is not. */
function ofItsKind(told: ClaimRow, answer: ClaimRow | undefined): string | null {
  const [x, y] = [told, answer].map((claim) => (claim?.time?.edtf ? readEdtf(claim.time.edtf) : null));
  if (!answer || answer.document !== told.document || !x || !y || !canMeet(x, y)) return null;
  const kin = kinKinds(told.kind).flatMap((kind) => foldedWords(kindEntry(kind).label));
  const isKin = (words: string): boolean => foldedWords(words).some((word) => kin.some((label) => word === label || word === `${label}s`));
  return (answer.roles.about ?? []).find(isKin) ?? null;
}

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
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
const namingWords = (told: ClaimRow): readonly string[] => [...shortLabel(told).slice(0, 1), ...(yearOf(told) ? [yearOf(told) ?? ''] : [])];

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
