// Phrases: a sentence as a row of noun phrases, verb groups, prepositions, times and marks, which clauses.ts puts together.
import { rangeAt, countsOf, IN_NOUN, joinsAdjectives, joinsField, joinsFields, joinsModifiers, joinsName, quotedModifier } from './noun-joints.ts';
import type { Word } from './word.ts';
import type { Timex } from './times/timex.ts';

/** Words `from` up to, not including, `to`, counted in the sentence. */
type Part = { readonly from: number; readonly to: number };

/** A noun phrase. `head` is its last noun; `owner` is whoever stands before its last genitive, or its possessive pronoun. */
export type Noun = Part & { readonly sort: 'noun'; readonly head: number; readonly owner: Part | null; readonly times: readonly Timex[] };

/** A verb group. `head` is the verb that carries the meaning. */
export type Verb = Part & {
  readonly sort: 'verb';
  readonly head: number;
  readonly lemma: string;
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: string | null;
  /** Times among its adverbs: "is currently serving". */
  readonly times: readonly Timex[];
  /** A past form without auxiliary, which may turn out to be a participle ("two men accused of …"). */
  readonly ambiguous: boolean;
};

/** A time with the preposition before it, if it has one. */
export type When = Part & { readonly sort: 'time'; readonly preposition: string | null; readonly times: readonly Timex[] };

export type Mark = Part & {
  readonly sort: 'preposition' | 'conjunction' | 'subordinator' | 'relative' | 'adverb' | 'adjective' | 'comma' | 'open' | 'close' | 'mark';
  readonly lower: string;
};

export type Phrase = Noun | Verb | When | Mark;

/** What may stand between a verb and its subject without belonging to either. */
export const isAside = (phrase: Phrase | undefined): boolean =>
  phrase?.sort === 'adverb' || phrase?.sort === 'time' || phrase?.sort === 'open' || phrase?.sort === 'close';

const TIME_PREPOSITIONS = new Set([
  'in',
  'on',
  'at',
  'since',
  'by',
  'before',
  'after',
  'during',
  'until',
  'till',
  'from',
  'around',
  'for',
  'over',
  'between',
  'within',
  'through',
  'throughout',
  'about',
  'as of',
  'following',
  'to',
  'ahead',
  'near',
]);
const DURATION_PREPOSITIONS = new Set(['for', 'over', 'during', 'within', 'throughout', 'in', 'after']);
const OPEN = new Set(['“', '``', '‘', '«', '(', '[']);
const CLOSE = new Set(['”', '’', '»', ')', ']']);

/** All phrases of a sentence, in order, covering every word once. `quoted`: it begins inside a quotation in straight marks. */
export function phrasesOf(words: readonly Word[], times: readonly Timex[], quoted: boolean): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let quote = quoted;
  for (let at = 0; at < words.length;) {
    const phrase = timeAt(words, times, at) ?? verbAt(words, times, at, phrases.at(-1)) ?? nounAt(words, times, at) ?? markAt(words, at, quote);
    if (isStraight(words[at]?.text) && phrase.sort !== 'noun') quote = !quote;
    phrases.push(phrase);
    at = phrase.to;
  }
  return phrases;
}

/** A quotation mark that does not say whether it opens or closes. */
export const isStraight = (text: string | undefined): boolean => text === '"' || text === "''";

function timeAt(words: readonly Word[], times: readonly Timex[], at: number): When | null {
  const word = words[at];
  if (!word) return null;
  const two = word.lower === 'as' && words[at + 1]?.lower === 'of' ? 2 : 0;
  const preposition = two
    ? 'as of'
    : TIME_PREPOSITIONS.has(word.lower) && (word.tag === 'PREP' || word.tag === 'SUB' || word.tag === 'TO' || word.tag === 'ADV')
      ? word.lower
      : null;
  let start = preposition ? at + (two || 1) : at;
  while (preposition && words[start]?.tag === 'ADV' && start - at < 3) start++;
  const days = daysAt(words, times, start, preposition);
  if (days) {
    const range = words[start + 1]?.lower !== 'and' || preposition === 'between';
    return { sort: 'time', from: at, to: days[1].to, preposition: !range ? preposition : preposition === 'between' ? 'between' : 'from', times: days };
  }
  const of = words[start]?.lower === 'the' && PARTS_OF_DAY.has(words[start + 1]?.lower ?? '') && words[start + 2]?.lower === 'of' ? start + 3 : start;
  const timex = times.find((each) => each.from === of) ?? times.find((each) => each.from === start);
  if (!timex || belongsToNoun(words, timex)) return null;
  const anchored = ['after', 'before', 'since', 'later', 'earlier'].includes(words[timex.to]?.lower ?? '');
  const loose = timex.type !== 'DURATION' || anchored || (preposition !== null && DURATION_PREPOSITIONS.has(preposition));
  if (!loose) return null;
  return { sort: 'time', ...together(words, times, at, timex), preposition };
}

/** "on the night of 3 March 1987": the date tells when. */
const PARTS_OF_DAY = new Set(['night', 'morning', 'evening', 'afternoon', 'day', 'eve', 'dawn']);

/** "between 3 and 7 July 1987", "from 3 to 7 July", "on 3–7 July": the month is said once, after the second day. "On 3 and 7 July" are two days, and no range. */
function daysAt(words: readonly Word[], times: readonly Timex[], start: number, preposition: string | null): readonly [Timex, Timex] | null {
  const day = words[start];
  const link = words[start + 1]?.lower ?? '';
  const joins =
    link === '–' || link === '-' || (link === 'and' && (preposition === 'between' || preposition === 'on')) || (link === 'to' && preposition === 'from');
  if (!day || !joins || !/^[0-3]?\d$/.test(day.text)) return null;
  const last = times.find((each) => each.from === start + 2);
  const date = /^(\d{4}-\d{2}-)(\d{2})$/.exec(last?.value ?? '');
  if (!last || !date || !/^\d/.test(words[last.from]?.text ?? '') || Number(day.text) < 1 || Number(day.text) >= Number(date[2])) return null;
  return [{ ...last, from: start, to: start + 1, value: `${date[1]}${day.text.padStart(2, '0')}` }, last];
}

/** Times that stand side by side or are joined by "and" or "to" are one phrase: "between April 1 and May 3", "Wednesday at 5 p.m.". */
function together(words: readonly Word[], times: readonly Timex[], at: number, first: Timex): Part & { readonly times: readonly Timex[] } {
  const all = [first];
  let to = first.to;
  for (;;) {
    let next = to;
    while (next < to + 3 && [',', 'and', 'to', 'at', 'about', 'until', '-', '–', '—', 'on', 'through'].includes(words[next]?.lower ?? '')) next++;
    const timex = times.find((each) => each.from === next);
    if (!timex || timex.type === 'DURATION' || belongsToNoun(words, timex)) return { from: at, to, times: all };
    all.push(timex);
    to = timex.to;
  }
}

/** "the 1988 massacre", "last month's raid", "a 20-year sentence": a noun follows without a break. */
function belongsToNoun(words: readonly Word[], timex: Timex): boolean {
  const next = words[timex.to];
  if (!next) return false;
  if (next.tag === 'GEN') return true;
  const first = words[timex.from];
  if (first && words[timex.to - 1]?.tag === 'ADV') return words[timex.from - 1]?.tag === 'DET' && ['ADJ', 'VBN', 'VBD'].includes(next.tag);
  const nominal = next.tag === 'N' || next.tag === 'ADJ' || next.tag === 'NNP';
  const before = words[timex.from - 1];
  const introduced = before !== undefined && (before.tag === 'DET' || before.tag === 'POSS' || before.tag === 'GEN' || before.tag === 'ADJ');
  // "called for two days of mourning": so much of something, not how long.
  if (timex.type === 'DURATION' && next.lower === 'of' && before?.lower === 'for' && words[timex.to + 1]?.tag !== 'DET') return true;
  if (!nominal || next.gap > 1) return false;
  return (
    introduced ||
    (timex.type === 'DURATION' && first?.text.includes('-') === true) ||
    (before?.tag !== 'PREP' && timex.to - timex.from === 1 && next.tag === 'N')
  );
}

const startsVerb = (word: Word | undefined): boolean => word !== undefined && (word.tag === 'MODAL' || word.tag.startsWith('VB'));
const isAux = (word: Word): boolean =>
  word.tag === 'MODAL' || word.lemma === 'be' || word.lemma === 'have' || (word.lemma === 'get' && word.tag !== 'VB') || word.lemma === 'do';

function verbAt(words: readonly Word[], times: readonly Timex[], at: number, before: Phrase | undefined): Verb | null {
  const first = words[at];
  if (!first) return null;
  let start = at;
  if (first.tag === 'TO') while (['ADV', 'NEG'].includes(words[start + 1]?.tag ?? '')) start++;
  const infinitive = first.tag === 'TO' && words[start + 1]?.tag === 'VB';
  const negatedInfinitive = first.tag === 'NEG' && words[at + 1]?.tag === 'TO' && words[at + 2]?.tag === 'VB';
  if (!infinitive && !negatedInfinitive && !startsVerb(first) && !leadsToVerb(words, at)) return null;
  let to = infinitive ? start + 1 : negatedInfinitive ? at + 2 : at;
  while (!startsVerb(words[to])) to++;
  let head = to;
  for (; to < words.length; to++) {
    const word = words[to];
    if (!word) break;
    if (startsVerb(word)) {
      if (to > head && !goesOn(words, head, to)) break;
      head = to;
      if (!isAux(word)) {
        to++;
        break;
      }
    } else if (!passes(words, to) || !continues(words, to)) break;
  }
  if (words[to]?.tag === 'NEG' && words[head]?.lemma === 'be') to++;
  while (words[to]?.tag === 'ADV' && isParticle(words[to]?.lower ?? '') && !(words[to]?.lower === 'up' && words[to + 1]?.lower === 'to')) to++;
  return { ...describe(words, at, to, head, infinitive || negatedInfinitive, before), times: times.filter((each) => each.from >= at && each.to <= to) };
}

const isParticle = (lower: string): boolean => ['up', 'down', 'out', 'off', 'away', 'back', 'over'].includes(lower);

/** After an auxiliary another auxiliary or a verb form that fits it. */
function goesOn(words: readonly Word[], head: number, to: number): boolean {
  const aux = words[head];
  const word = words[to];
  if (!aux || !word || !isAux(aux)) return false;
  if (aux.tag === 'MODAL' || aux.lemma === 'do') return word.tag === 'VB' || word.lemma === 'have' || word.lemma === 'be';
  if (aux.lemma === 'have') return word.tag === 'VBN' || word.tag === 'VBD';
  return word.tag === 'VBN' || word.tag === 'VBG' || word.tag === 'VBD';
}

/** An adverb, a negation, or the conjunction of two adverbs. */
const passes = (words: readonly Word[], at: number): boolean => {
  const tag = words[at]?.tag ?? '';
  return tag === 'ADV' || tag === 'NEG' || (tag === 'CONJ' && words[at - 1]?.tag === 'ADV' && words[at + 1]?.tag === 'ADV');
};

/** Adverbs and negations inside a group count only where a verb still follows. */
function continues(words: readonly Word[], from: number): boolean {
  let at = from;
  while (passes(words, at)) at++;
  return startsVerb(words[at]) && at - from < 5;
}

const leadsToVerb = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return word !== undefined && (word.tag === 'ADV' || word.tag === 'NEG') && continues(words, at) && words[at - 1]?.tag !== 'DET' && !isParticle(word.lower);
};

function describe(words: readonly Word[], from: number, to: number, head: number, infinitive: boolean, before: Phrase | undefined): Omit<Verb, 'times'> {
  const inside = words.slice(from, words[head + 1]?.tag === 'NEG' ? head + 2 : head + 1);
  const main = words[head];
  const lemma = main?.lemma ?? '';
  const auxiliaries = words.slice(from, head).filter(isAux);
  const modal = inside.find((each) => each.tag === 'MODAL')?.lower ?? null;
  const helped = auxiliaries.length > 0;
  const be = auxiliaries.some((each) => each.lemma === 'be' || each.lemma === 'get');
  const past = main?.tag === 'VBD' || main?.tag === 'VBN';
  const passive = be && past;
  const firstVerb = inside.find((each) => each.tag === 'MODAL' || each.tag.startsWith('VB'));
  const bareParticiple = !helped && main?.tag === 'VBN';
  const form = infinitive ? 'infinitive' : firstVerb?.tag === 'VBG' ? 'gerund' : bareParticiple ? 'participle' : 'finite';
  const negated = inside.some((each) => each.tag === 'NEG');
  const ambiguous = !helped && main?.tag === 'VBD' && before?.sort !== 'relative' && isBothPastAndParticiple(main);
  return { sort: 'verb', from, to, head, lemma, form, passive: passive || bareParticiple, negated, modal, ambiguous };
}

/** Regular verbs, and those whose two forms are one. */
const isBothPastAndParticiple = (word: Word): boolean =>
  !/^(?:was|were|did|went|came|saw|took|gave|wrote|spoke|began|became|knew|drew|drove|fell|rose|threw|broke|chose|stole|swore|withdrew|underwent)$/.test(
    word.lower,
  );

const ARTICLES = new Set(['the', 'a', 'an', 'this', 'these', 'those', 'that', 'what', 'which', 'both', 'either', 'neither', 'all', 'each', 'every', 'no']);

function nounAt(words: readonly Word[], times: readonly Timex[], at: number): Noun | null {
  const first = words[at];
  if (!first) return null;
  if (first.tag === 'PRON') return { sort: 'noun', from: at, to: at + 1, head: at, owner: null, times: [] };
  let to = at;
  if ((first.tag === 'ADV' && first.lower !== 'dead') || quantifies(words, at)) while ((words[to]?.tag === 'ADV' || quantifies(words, to)) && to - at < 4) to++;
  if (to > at && !['NUM', 'ADJ', 'DET'].includes(words[to]?.tag ?? '') && !(words[to]?.lower === 'life' && words[to - 1]?.lower === 'to')) return null;
  while (to < words.length && inNoun(words, times, at, to)) to++;
  if (to === at) return null;
  to = trimmed(words, at, to);
  const head = headOf(words, at, to);
  if (head === null) return null;
  return { sort: 'noun', from: at, to, head, owner: ownerOf(words, at, to, head), times: times.filter((each) => each.from >= at && each.to <= to) };
}

/** "at least six countries", "more than 200 people", "over 250 members", "up to 18 years". */
function quantifies(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  const next = words[at + 1];
  if (lower === 'at' && (next?.lower === 'least' || next?.lower === 'most')) return true;
  if (lower === 'least' || lower === 'most') return words[at - 1]?.lower === 'at';
  if (['more', 'less', 'fewer'].includes(lower) && next?.lower === 'than') return true;
  if (lower === 'than') return ['more', 'less', 'fewer'].includes(words[at - 1]?.lower ?? '');
  // "between 20 and 30 villagers", "as many as 300 people".
  if (lower === 'between' && rangeAt(words, at + 1)) return true;
  if (
    lower === 'as' &&
    ((next && ['many', 'few'].includes(next.lower) && words[at + 2]?.lower === 'as') || ['many', 'few'].includes(words[at - 1]?.lower ?? ''))
  )
    return words.slice(at + 1, at + 4).some((each) => each.tag === 'NUM');
  if (['many', 'few'].includes(lower)) return words[at - 1]?.lower === 'as' && next?.lower === 'as';
  if (lower === 'up' && next?.lower === 'to' && (words[at + 2]?.tag === 'NUM' || words[at + 2]?.lower === 'life')) return true;
  if (lower === 'to' && words[at - 1]?.lower === 'up') return true;
  if (lower === 'over' && words[at]?.tag === 'ADV') return false;
  return ['over', 'about', 'around', 'nearly', 'almost', 'some', 'under'].includes(lower) && next?.tag === 'NUM' && !/^(?:1[89]|20)\d\d$/.test(next.text);
}

/** Whether word `to` goes on with the noun phrase begun at `from`. */
function inNoun(words: readonly Word[], times: readonly Timex[], from: number, to: number): boolean {
  const word = words[to];
  const previous = words[to - 1];
  if (!word) return false;
  if (word.gap === 3 && to > from) return false;
  if (times.some((each) => each.from === to && to > from && !belongsToNoun(words, each) && each.type !== 'DURATION')) return false;
  if (IN_NOUN.has(word.tag)) {
    if (to === from) return word.tag !== 'GEN';
    if (word.tag === 'POSS' || (word.tag === 'DET' && ARTICLES.has(word.lower))) return previous?.lower === 'all' || previous?.lower === 'both';
    return true;
  }
  if (word.tag === 'VBG' || word.tag === 'VBN')
    return (
      to > from &&
      previous !== undefined &&
      (['DET', 'ADJ', 'POSS', 'GEN'].includes(previous.tag) || previous.text === ',') &&
      IN_NOUN.has(words[to + 1]?.tag ?? '') &&
      words[to + 1]?.tag !== 'DET'
    );
  if ((word.tag === 'CONJ' || word.tag === 'TO') && words[to - 1]?.tag === 'NUM' && rangeAt(words, to - 1))
    return word.tag === 'TO' || words[from]?.lower === 'between';
  if (word.tag === 'CONJ') return joinsModifiers(words, from, to) || joinsFields(words, from, to);
  if (word.tag === 'ADV')
    return (
      to > from && previous !== undefined && ['DET', 'POSS', 'NUM', 'ADJ'].includes(previous.tag) && ['ADJ', 'NUM', 'VBN'].includes(words[to + 1]?.tag ?? '')
    );
  if (word.text === '-' && word.gap === 0) return previous?.tag === 'NNP' && words[to + 1]?.gap === 0 && words[to + 1]?.tag === 'ADJ';
  if (word.text === ',') return joinsAdjectives(words, from, to);
  if ((word.lower === 'for' || word.lower === 'on') && word.tag === 'PREP') return joinsField(words, times, from, to);
  if (word.lower === 'of' && word.tag === 'PREP') return joinsName(words, from, to) || countsOf(words, from, to);
  return quotedModifier(words, from, to);
}

function trimmed(words: readonly Word[], from: number, end: number): number {
  let to = end;
  while (to > from && ['GEN', 'CONJ', 'MARK', 'PREP', 'ADV'].includes(words[to - 1]?.tag ?? '')) to--;
  return to;
}

function headOf(words: readonly Word[], from: number, to: number): number | null {
  const field = words.findIndex((each, at) => at > from && at < to && each.tag === 'PREP' && (each.lower === 'for' || each.lower === 'on'));
  if (field > 0) return field - 1;
  for (let at = to - 1; at >= from; at--) if (['N', 'NNP'].includes(words[at]?.tag ?? '')) return at;
  for (let at = to - 1; at >= from; at--)
    if (['NUM', 'DET', 'POSS', 'ADJ', 'VBG'].includes(words[at]?.tag ?? '')) return words[at]?.tag === 'ADJ' && at === from ? null : at;
  return null;
}

function ownerOf(words: readonly Word[], from: number, to: number, head: number): Part | null {
  for (let at = Math.min(to, head) - 1; at > from; at--) if (words[at]?.tag === 'GEN') return { from, to: at };
  return words[from]?.tag === 'POSS' ? { from, to: from + 1 } : null;
}

function markAt(words: readonly Word[], at: number, quoteOpen: boolean): Mark {
  const word = words[at];
  const make = (sort: Mark['sort']): Mark => ({ sort, from: at, to: at + 1, lower: word?.lower ?? '' });
  switch (word?.tag) {
    case 'PREP':
    case 'TO':
      return make('preposition');
    case 'CONJ':
      return make('conjunction');
    case 'SUB':
      return make('subordinator');
    case 'REL':
      return make('relative');
    case 'ADV':
    case 'NEG':
      return make('adverb');
    case 'ADJ':
    case 'DET':
      return make('adjective');
    default:
  }
  if (word?.text === ',') return make('comma');
  if (isStraight(word?.text)) return make(quoteOpen ? 'close' : 'open');
  return make(OPEN.has(word?.text ?? '') ? 'open' : CLOSE.has(word?.text ?? '') ? 'close' : 'mark');
}
