// How far reaches what people say of how an original may be used. A mail or an archive holds the very bytes of the files
// inside of it: so what is said of it holds for each of them, and it may be shown no more freely than any of them.
import { readEdtf } from '../base/edtf.ts';
import { SENSITIVITIES, type Sensitivity } from '../model/document.ts';

/** What is said of one original, or of one claim; null where nothing is. Dates are EDTF. */
export type Terms = {
  readonly sensitivity: Sensitivity | null;
  readonly purpose: string | null;
  readonly consentUntil: string | null;
  readonly retention: string | null;
};

/**
 * Names that people held to be one when the last said something of any of them. `words` are all forms in which claims that were ever
 * decided give it; `documents` those whose claims do. Both are empty where all
 * that was decided of its claims was destroyed.
 */
export type CaredName = {
  readonly ids: readonly string[];
  readonly terms: readonly Terms[];
  readonly words: readonly string[];
  readonly documents: readonly string[];
};

/** That `part` is a file inside of `container`; one can be in several, and hold others itself. */
export type Inside = { readonly part: string; readonly container: string };

/** That `original` is a transcript, translation or description of `of`. */
export type MadeFrom = { readonly original: string; readonly of: string };

/** What holds of one original, from all that was said. `ended` is why it may not be used any more. */
export type Allowed = { readonly sensitivity: Sensitivity; readonly purposes: readonly string[]; readonly ended: Ended | null };
export type Ended = 'consent' | 'retention';

/**
 * All that an original is inside of, and all that is inside of it, over any number of steps; never itself. `sources` is what it is made of, as a
 * transcript or translation is, itself or by what it is inside of, with all that hangs together with that; `made` is what is made of it.
 */
export type Kin = {
  readonly above: ReadonlySet<string>;
  readonly below: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly made: ReadonlySet<string>;
};

/** O(links) once, then for each original asked for the links that it reaches. */
export function kinBy(links: readonly Inside[], made: readonly MadeFrom[]): (id: string) => Kin {
  const up = links.map(({ part, container }) => [part, container] as const);
  const down = links.map(({ part, container }) => [container, part] as const);
  const [containers, parts] = [grouped(up), grouped(down)];
  const origins = grouped([...up, ...made.map(({ original, of }) => [original, of] as const)]);
  const copies = grouped([...down, ...made.map(({ original, of }) => [of, original] as const)]);
  const beyond = (id: string, all: ReadonlySet<string>, own: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...all].filter((each) => !own.has(each)).flatMap((each) => [each, ...reached(each, parts)]).filter((each) => each !== id)); // prettier-ignore
  return (id) => {
    const [above, below] = [reached(id, containers), reached(id, parts)];
    return { above, below, sources: beyond(id, reached(id, origins), above), made: beyond(id, reached(id, copies), below) };
  };
}

/**
 * What holds of an original on the ISO day `today`: the strictest of what was said of it, of what it is inside of, and of
 * what is inside of it, whose bytes are among its own; and of what it is made of. Purposes are those of itself, of what it is inside of and of what it is made of.
 */
export function allowedOf(id: string, { above, below, sources }: Kin, termsOf: (id: string) => readonly Terms[], today: string): Allowed {
  const [own, held] = [[id, ...above, ...sources], [...below]].map((ids) => ids.flatMap(termsOf));
  const all = [...(own ?? []), ...(held ?? [])];
  return {
    sensitivity: strictest(all.map(({ sensitivity }) => sensitivity)),
    purposes: [...new Set((own ?? []).flatMap(({ purpose }) => purpose ?? []))],
    ended: all.map((terms) => endedOn(terms, today)).find((ended) => ended !== null) ?? null,
  };
}

export const strictest = (said: readonly (Sensitivity | null)[]): Sensitivity => SENSITIVITIES.findLast((each) => said.includes(each)) ?? 'public';

/** Why terms do not allow any use on an ISO day: its date is over. Null where they have no date, or it is not over. */
export function endedOn({ consentUntil, retention }: Terms, today: string): Ended | null {
  const over = (until: string | null): boolean => {
    const [end, now] = [until === null ? null : readEdtf(until), readEdtf(today)];
    return end !== null && now !== null && end.last < now.first;
  };
  return over(consentUntil) ? 'consent' : over(retention) ? 'retention' : null;
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function reached(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const fresh = (next.get(id) ?? []).filter((each) => each !== from && !found.has(each));
    for (const each of fresh) found.add(each);
    waiting.push(...fresh);
  }
  return found;
}
