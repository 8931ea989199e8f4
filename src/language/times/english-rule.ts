// What an English time rule is, and the small parts that all of them share.
import { at, words, type Context } from './english-words.ts';
import type { Mod, Timex } from './timex.ts';

/** A rule: the expression that begins at a token, or null. */
export type Rule = (context: Context, from: number) => Timex | null;

export const date = (from: number, to: number, value: string, mod: Mod = null): Timex => ({ from, to, type: 'DATE', value, mod });

/** Whether the clause looks ahead, judged by the few words before. */
export function looksAhead(context: Context, from: number): boolean {
  if (isTold(context, from)) return false;
  if (['as early as', 'as soon as', 'no later than'].includes([at(context, from - 3), at(context, from - 2), at(context, from - 1)].join(' '))) return true;
  for (let back = from - 1; back >= 0 && back >= from - 7; back--) {
    const word = at(context, back);
    if (words.willFollow.has(word)) return !['to', 'by', 'until', 'before'].includes(word) || back < from - 1 || word === 'by' || word === 'until';
    if (word === '.' || word === '"') return false;
  }
  return false;
}

/** "they would appeal the decision, announced Wednesday": a past form of no auxiliary stands right before, so the day is past whatever the clause hopes for. */
function isTold(context: Context, from: number): boolean {
  const last = at(context, from - 1) === 'on' ? from - 2 : from - 1;
  const told = /(?:[^e]ed|said|told|held|made)$/.test(at(context, last)) && !words.willFollow.has(at(context, last));
  return told && ![at(context, last - 1), at(context, last - 2)].some((each) => ['be', 'being', 'will', 'would', 'to', 'is', 'are'].includes(each));
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
