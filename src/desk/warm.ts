// What the pages of a large casebook ask for, made before somebody waits for it: step by step, so that who asks meanwhile is answered.
import type { Casebook } from './casebook.ts';
import { clockRanges } from './clock-ranges.ts';
import { documentsPage, parsePageAsked } from './documents-page.ts';
import { placeMap } from './place-map.ts';
import { FEW, holdsFew, summary } from './questions.ts';
import { countRanked } from './ranked-names.ts';
import { knownSources } from './source-list.ts';

/** Each is kept in memory until something is written; first what is asked for first. The index of names is left out: it takes many seconds and much memory, of who may never search. */
const STEPS: readonly ((casebook: Casebook) => Promise<unknown>)[] = [
  summary,
  (casebook) => documentsPage(casebook, parsePageAsked({ shelf: 'waiting', most: 1 })),
  (casebook) => documentsPage(casebook, parsePageAsked({ shelf: 'read' })),
  clockRanges,
  countRanked,
  knownSources,
  (casebook) => placeMap(casebook, { families: null, recordedOnly: false, sensitive: false }),
];

/**
 * Nothing for a casebook of few claims, where each is made in a moment. Throws what a step throws; whoever asks for that then meets it, too.
 *
 * @param atRest - resolves when nobody waits for the desk: each step is put off until then
 * @param few - claims and suggestions
 */
export async function warm(casebook: Casebook, stopped: AbortSignal, atRest: () => Promise<void>, few = FEW, steps = STEPS): Promise<void> {
  if (await holdsFew(casebook, few)) return;
  for (const step of steps) {
    await atRest();
    if (stopped.aborted) return;
    await step(casebook);
  }
}
