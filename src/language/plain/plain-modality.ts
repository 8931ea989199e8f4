// How a claim stands in a language that is read without a parser: denied, demanded, supposed, alleged, to come, or said as so.
import type { Modality } from '../../model/vocabulary.ts';
import { PARTS } from './plain-phrases.ts';
import { lower, type Range, type View } from './view.ts';

/** "شکنجه او را تکذیب کرد": what is said not to have been. */
export const isRejected = (view: View, clause: Range, at: Range): boolean =>
  view.sentence.words.some((each, n) => n > at.to && n < clause.to && each.lower === 'را' && /^(?:تکذیب|رد|انکار)$/.test(lower(view, n + 1)));

/** The words of the clause that brings a Persian clause in with "که": "متهم است که …", "ادعا کرد که …". */
function governing(view: View, clause: Range): readonly string[] {
  if (!view.profile.verbFinal || lower(view, clause.from - 1) !== 'که') return [];
  let from = clause.from - 1;
  while (from > 0 && clause.from - from < 6 && !PARTS.has(lower(view, from - 1)) && lower(view, from - 1) !== 'که') from--;
  return view.sentence.words.slice(from, clause.from - 1).map((each) => each.lower);
}

export function modalityOf(view: View, clause: Range, at: Range): Modality {
  const { profile, sentence } = view;
  const near = sentence.words.slice(clause.from, Math.min(clause.to, at.to + 6)).map((each) => each.lower);
  const has = (set: ReadonlySet<string>): boolean => near.some((each) => set.has(each));
  if (sentence.words.slice(Math.max(clause.from, at.from - 4), at.to + 4).some((each) => profile.negation.has(each.lower))) return 'denied';
  if (profile.verbFinal && isRejected(view, clause, at)) return 'denied';
  const over = governing(view, clause);
  if (over.some((each) => profile.demanded.has(each))) return 'demanded';
  if (over.some((each) => profile.hypothetical.has(each))) return 'hypothetical';
  if (over.some((each) => profile.alleged.has(each))) return 'alleged';
  if (profile.demanded.size > 0 && sentence.words.slice(clause.from, at.from).some((each) => profile.demanded.has(each.lower))) return 'demanded';
  if (has(profile.hypothetical)) return 'hypothetical';
  if (has(profile.alleged)) return 'alleged';
  return sentence.words.slice(Math.max(clause.from, at.from - 3), at.to + 3).some((each) => profile.future.has(each.lower)) && profile.verbFinal
    ? 'future'
    : 'asserted';
}
