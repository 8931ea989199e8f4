// Lengths of time in English and their TIMEX3 values.
import { words } from './english-words.ts';

/** How many; `vague` where the text gives no number ("several"), and then `n` means nothing. */
export type Amount = { readonly n: number; readonly vague: boolean };

/** The unit that a word names, as data/times.en.json codes it; null of any other word. */
export const unitOf = (word: string): string | null => words.units.get(word) ?? null;

const CODES: Readonly<Record<string, readonly [string, number]>> = {
  TS: ['PT#S', 1], TM: ['PT#M', 1], TH: ['PT#H', 1], D: ['P#D', 1], W: ['P#W', 1], F: ['P#W', 2], M: ['P#M', 1], Q: ['P#M', 3], Y: ['P#Y', 1], DE: ['P#Y', 10], CE: ['P#Y', 100],
}; // prettier-ignore

/** TIMEX3 duration, as P20Y, PT2H or PXM; null where the unit measures no duration. */
export function durationOf(amount: Amount, unit: string): string | null {
  const code = CODES[unit];
  if (!code) return null;
  const [shape, factor] = code;
  if (amount.vague) return unit === 'DE' ? 'PXE' : shape.replace('#', 'X');
  const n = amount.n * factor;
  if (Number.isInteger(n)) return shape.replace('#', String(n));
  if (unit === 'Y') return `P${Math.floor(n)}Y${Math.round((n % 1) * 12)}M`.replace('P0Y', 'P');
  if (unit === 'TH') return `PT${Math.floor(n)}H${Math.round((n % 1) * 60)}M`.replace('PT0H', 'PT');
  return shape.replace('#', String(n));
}
