// What an English time rule is, and the small parts that all of them share.
import { at, words, type Context } from './english-words.ts';
import type { Mod, Timex } from './timex.ts';

/** A rule: the expression that begins at a token, or null. */
export type Rule = (context: Context, from: number) => Timex | null;

export const date = (from: number, to: number, value: string, mod: Mod = null): Timex => ({ from, to, type: 'DATE', value, mod });

/** Whether the clause looks ahead, judged by the few words before. */
export function looksAhead(context: Context, from: number): boolean {
  for (let back = from - 1; back >= 0 && back >= from - 7; back--) {
    const word = at(context, back);
    if (words.willFollow.has(word)) return !['to', 'by', 'until', 'before'].includes(word) || back < from - 1 || word === 'by' || word === 'until';
    if (word === '.' || word === '"') return false;
  }
  return false;
}

export function modOf(word: string): Mod {
  if (word === 'earlier' || word === 'later') return 'PART';
  if (words.start.has(word)) return 'START';
  if (words.middle.has(word)) return 'MID';
  return words.end.has(word) ? 'END' : null;
}

export const step = (word: string): number =>
  word === 'last' || word === 'past' || word === 'previous' ? -1 : word === 'next' || word === 'coming' || word === 'following' ? 1 : 0;

/** The longest expression of some rules that begins at token `from`, or null. */
export function longest(context: Context, from: number, rules: readonly Rule[]): Timex | null {
  let best: Timex | null = null;
  for (const rule of rules) {
    const found = rule(context, from);
    if (found && (!best || found.to > best.to)) best = found;
  }
  return best;
}
