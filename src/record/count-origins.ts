// Where claims come from, once repetition is taken out: how many origins stand behind them, why any two were counted as
// one, and whether those that are left are known to be independent of each other. Repetition is not corroboration.
import type { ClaimRow } from '../model/answers.ts';
import type { Origin, OriginCount } from '../model/event.ts';
import { foldedWords } from '../base/fold.ts';
import type { OneReport } from './copies/one-report.ts';
import type { Identity } from './identity.ts';
import type { MadeOf } from './made-of.ts';
import { groups, standing, type Judged } from './join-pairs.ts';

/** What is known of a document as a source. */
export type SourceOf = { readonly publisher: string | null; readonly author: string | null };

/** A publisher's name, whatever its letter forms. */
export const publisherKey = (name: string): string => foldedWords(name).join(' ');

/** `documents` by id; `judged` are judgements of documents, by people, in the order of the log; `copies` says why claims of two documents are one report, or null. */
export type Sources = {
  readonly documents: ReadonlyMap<string, SourceOf>;
  readonly judged: readonly Judged[];
  readonly identity: Identity;
  /** Judgements of publishers, by `publisherKey`: whether two have one owner. */
  readonly owners: readonly Judged[];
  readonly copies: OneReport;
  /** Which documents are translations, transcripts or descriptions of which. */
  readonly made: MadeOf;
};

/** The deepest source that a claim names: the speaker nearest to the words; null where the document's own author says it. */
const deepest = ({ saidBy }: ClaimRow): string | null => saidBy.at(-1) ?? null;

/**
 * The origins of claims that say one thing, largest first.
 *
 * O(claims × claims). Two are one origin where they stand in one document and one voice, where people said so, where both stand in what
 * one text has of the other, where both rest on one named source, or where one publisher or author brought out both. People's `different` wins over all but
 * the same voice of one document, and all but that one is made of the other. A translation is no document beside its original. Independence is known only where people said that the sources differ.
 */
export function countOrigins(claims: readonly ClaimRow[], sources: Sources): OriginCount {
  const parts: { claims: ClaimRow[]; why: Set<string> }[] = [];
  for (const claim of claims) {
    const why = new Set<string>();
    const mine = parts.filter((part) => part.claims.some((other) => take(why, oneOrigin(claim, other, sources))));
    const joined = { claims: [claim, ...mine.flatMap((part) => part.claims)], why: new Set([...why, ...mine.flatMap((part) => [...part.why])]) };
    parts.splice(0, parts.length, ...parts.filter((part) => !mine.includes(part)), joined);
  }
  const origins = parts.map(shown).toSorted((a, b) => b.claims.length - a.claims.length || (a.claims[0] ?? '').localeCompare(b.claims[0] ?? ''));
  return { documents: new Set(claims.map(({ document }) => sources.made.rootOf(document))).size, origins, independence: independenceOf(parts, sources.judged) };
}

function take(why: Set<string>, reason: string | null): boolean {
  if (reason) why.add(reason);
  return reason !== null;
}

/** Why two claims have one origin, in words fit to print; null where nothing says so. */
function oneOrigin(a: ClaimRow, b: ClaimRow, { documents, judged, identity, copies, owners, made }: Sources): string | null {
  const [x, y] = [deepest(a), deepest(b)];
  const voices = x !== null && y !== null ? identity.relate({ document: a.document, name: x }, { document: b.document, name: y }) : null;
  if (a.document === b.document) return x === y || voices === 'one' ? 'told in one document, in one voice' : null;
  const one = made.why(a.document, b.document);
  if (one) return one;
  const said = judgementOf(judged, a.document, b.document);
  if (said === 'different') return null;
  if (said === 'same') return 'somebody judged that they rest on one source';
  const copy = copies(a, b);
  if (copy) return copy;
  if (voices === 'one') return `both rest on ${x}`;
  if (voices === 'perhaps') return `both rest on ${x}, by name: nobody has judged whether it is the same source`;
  if (x !== null || y !== null) return null;
  const [left, right] = [documents.get(a.document), documents.get(b.document)];
  if (alike(left?.publisher, right?.publisher)) return `both were published by ${left?.publisher ?? ''}`;
  if (left?.publisher && right?.publisher && judgementOf(owners, publisherKey(left.publisher), publisherKey(right.publisher)) === 'same')
    return `somebody judged that ${[left.publisher, right.publisher].toSorted().join(' and ')} have one owner`;
  return alike(left?.author, right?.author) ? `both were written by ${left?.author ?? ''}` : null;
}

const alike = (a: string | null | undefined, b: string | null | undefined): boolean => Boolean(a && b && foldedWords(a).join(' ') === foldedWords(b).join(' '));

/** What a list of judgements comes to, put together once however many pairs are held against it. */
const leadersOf = new WeakMap<readonly Judged[], { readonly leader: (id: string) => string; readonly apart: ReadonlySet<string> }>();

function settled(judged: readonly Judged[]) {
  const before = leadersOf.get(judged);
  if (before) return before;
  const groupOf = new Map(groups(judged).flatMap(({ members }) => members.map((member) => [member, members[0] ?? member] as const)));
  const leader = (id: string): string => groupOf.get(id) ?? id;
  const different = standing(judged).filter(({ judgement }) => judgement === 'different');
  const made = { leader, apart: new Set(different.map(({ left, right }) => [leader(left), leader(right)].toSorted().join(' '))) };
  leadersOf.set(judged, made);
  return made;
}

/** By chains of `same`, or by a `different` of these two or of what they were judged the same with. */
function judgementOf(judged: readonly Judged[], a: string, b: string): 'same' | 'different' | null {
  const { leader, apart } = settled(judged);
  const [one, other] = [leader(a), leader(b)];
  if (one === other) return 'same';
  return apart.has([one, other].toSorted().join(' ')) ? 'different' : null;
}

function shown({ claims, why }: { readonly claims: readonly ClaimRow[]; readonly why: ReadonlySet<string> }): Origin {
  const source = claims.map(deepest).find((name) => name !== null) ?? null;
  return { source, claims: claims.map(({ id }) => id), documents: [...new Set(claims.map(({ document }) => document))], why: [...why] };
}

/** Known where people judged every two of the origins to rest on different sources. */
function independenceOf(parts: readonly { readonly claims: readonly ClaimRow[] }[], judged: readonly Judged[]): OriginCount['independence'] {
  if (parts.length < 2) return 'one origin';
  const apart = (a: readonly ClaimRow[], b: readonly ClaimRow[]): boolean =>
    a.some((x) => b.some((y) => judgementOf(judged, x.document, y.document) === 'different'));
  const all = parts.every((a, n) => parts.slice(n + 1).every((b) => apart(a.claims, b.claims)));
  return all ? 'known' : 'not known';
}
