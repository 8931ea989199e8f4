// What recorded claims tell of somebody besides the names: posts and when they were held, places, a death. It is the sources'
// word, weighed where two names are held against each other; what no claim tells is absent, and says nothing.
import type { ClaimRow } from '../model/answers.ts';
import type { Kind } from '../model/vocabulary.ts';
import type { NameContext } from '../names/weigh-context.ts';
import { keyOfName } from './identity.ts';

/** Places of one that are weighed: those that most of the claims give. */
const MOST_PLACES = 12;
const OFFICES: readonly Kind[] = ['position', 'appointment', 'command', 'membership'];
/** By whom the words are filled who is dead by them: of a death whoever stands in it. */
const ENDS: Readonly<Partial<Record<Kind, readonly ('actor' | 'target')[]>>> = { death: ['actor', 'target'], killing: ['target'], execution: ['target'] };

/** The kinds of claims by which two are told apart before all others. */
export const TELLING_KINDS: readonly Kind[] = [...OFFICES, 'death', 'killing', 'execution'];

/**
 * Of recorded claims that name one of `labels`. A death counts only where it is asserted, and where all that assert one give the same
 * time: else it is no help in telling two apart.
 */
export function contextOf(claims: readonly ClaimRow[], labels: readonly string[]): NameContext {
  const keys = new Set(labels.map(keyOfName));
  const isNamed = (names: readonly string[] | undefined): boolean => (names ?? []).some((name) => keys.has(keyOfName(name)));
  const told = claims.filter(({ status, modality }) => status === 'recorded' && (modality === 'asserted' || modality === 'alleged'));
  const own = told.filter(({ roles }) => isNamed(roles.actor) || isNamed(roles.target));
  const posts = own
    .filter(({ kind }) => OFFICES.includes(kind))
    .flatMap(({ roles, time }) => (roles.title ?? []).map((role) => ({ role, period: time?.edtf ?? null })));
  const given = Map.groupBy(
    own.flatMap(({ roles }) => roles.place ?? []),
    (place) => place,
  );
  const places = [...given].toSorted((a, b) => b[1].length - a[1].length).slice(0, MOST_PLACES).map(([place]) => place); // prettier-ignore
  const deaths = new Set(
    own
      .filter(({ kind, modality, roles }) => modality === 'asserted' && (ENDS[kind] ?? []).some((part) => isNamed(roles[part])))
      .flatMap(({ time }) => time?.edtf ?? []),
  );
  const [died] = deaths;
  return { posts, places, ...(died !== undefined && deaths.size === 1 ? { died } : {}) };
}
