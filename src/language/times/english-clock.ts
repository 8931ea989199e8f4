// Times of day in English: "5:11 p.m.", "noon", "the morning", "at 10 a.m. Wednesday".
import { anchorJdn, dayValue, two } from './anchor.ts';
import { at, words, type Context } from './english-words.ts';
import type { Timex } from './timex.ts';

/** TIMEX3 code of the part of a day at a token ("morning" → MO), or null. */
export const partOfDay = (context: Context, index: number): string | null => words.dayParts.get(at(context, index)) ?? null;

const CLOCK = /^(\d{1,2})(?:[:.](\d\d))?$/;

/** "5:11 p.m.", "10 a.m.", "noon", "midnight", "1530 gmt"; on the document's day unless a day follows. */
export function clockTime(context: Context, from: number): Timex | null {
  const found = CLOCK.exec(at(context, from));
  if (!found) return namedHour(context, from);
  const half = at(context, from + 1).replaceAll('.', '');
  const colon = at(context, from).includes(':');
  const isHalf = half === 'am' || half === 'pm';
  if (!isHalf && !colon) return null;
  const hour = Number(found[1]);
  if (hour > 24 || Number(found[2] ?? 0) > 59) return null;
  const shifted = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  const to = from + (isHalf ? 2 : 1) + zone(context, from + (isHalf ? 2 : 1));
  return { from, to, type: 'TIME', value: `${today(context)}T${two(shifted)}:${found[2] ?? '00'}`, mod: null };
}

const zone = (context: Context, index: number): number => (['est', 'edt', 'gmt', 'pst', 'pdt', 'utc', 'cet'].includes(at(context, index)) ? 1 : 0);

function namedHour(context: Context, from: number): Timex | null {
  const word = at(context, from);
  if (word !== 'noon' && word !== 'midnight') return null;
  return { from, to: from + 1, type: 'TIME', value: `${today(context)}T${words.dayParts.get(word) ?? ''}`, mod: null };
}

function today(context: Context): string {
  const jdn = context.anchor ? anchorJdn(context.anchor) : null;
  return jdn === null ? 'XXXX-XX-XX' : dayValue(jdn);
}
