// "the fifth anniversary of the killing of Ana Kolar, on 4 June 2020": the day is the anniversary's; the killing was years before.
import type { Sentence } from '../analysis.ts';
import type { Noun } from '../phrases.ts';
import { words } from '../times/english-words.ts';
import type { TimeFound } from './claim-time.ts';

/** The time of an event behind "anniversary of": that many years before the day told; null where how many is not told. Unchanged elsewhere. */
export function atAnniversary(sentence: Sentence, noun: Noun, told: TimeFound | null): TimeFound | null {
  const [anniversary, of] = sentence.words.slice(noun.from - 2, noun.from);
  const at = noun.from - 2;
  if (at < 0 || told === null || anniversary?.lower !== 'anniversary' || of?.lower !== 'of') return told;
  // A year within the event's own words is the event's: "the anniversary of the 1988 massacre".
  if (told.span.start >= (sentence.words[noun.from]?.start ?? 0) && told.span.end <= (sentence.words[noun.to - 1]?.end ?? 0)) return told;
  const years = ordinal(sentence.words[at - 1]?.lower ?? '');
  const day = /^(\d{4})(-\d{2}(?:-\d{2})?)?$/.exec(told.time.edtf ?? '');
  if (years === null || !day) return null;
  return { ...told, time: { ...told.time, edtf: `${String(Number(day[1]) - years).padStart(4, '0')}${day[2] ?? ''}` } };
}

const ordinal = (word: string): number | null => {
  const written = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  return written ? Number(written[1]) : (words.ordinals.get(word) ?? null);
};
