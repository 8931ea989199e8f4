// What stands right of a verb or noun: its objects, phrases with prepositions and times, up to where another clause begins.
import type { Attached, Clause, Scene } from './clause.ts';
import type { Noun, Phrase, When } from './phrases.ts';
import { TRANSITIVE } from './verb-words.ts';

export type Right = Pick<Clause, 'objects' | 'recipient' | 'attached' | 'whens' | 'to'>;

/** Objects, prepositional phrases and times from phrase `start` on; of a noun, no objects. A gerund's noun is its object even where a verb follows it. */
export function gather(scene: Scene, start: number, wantsObjects: 'never' | 'always' | 'where free', keepsOf = false): Right {
  const { phrases, words } = scene;
  const objects: Noun[] = [];
  let recipient: Noun | null = null;
  const attached: Attached[] = [];
  const whens: When[] = [];
  let to = start;
  for (let at = start; at < phrases.length;) {
    const phrase = phrases[at];
    if (!phrase) break;
    if (phrase.sort === 'time') {
      whens.push(phrase);
      to = ++at;
      continue;
    }
    if (phrase.sort === 'noun') {
      if (wantsObjects === 'never' || attached.length > 0 || (isSubjectAhead(phrases, at) && !(wantsObjects === 'always' && objects.length === 0))) break;
      const [only] = objects;
      // "the front (FFF) guerrillas": a bracket inside one noun phrase.
      if (only && phrases[at - 1]?.sort === 'close' && words[phrase.from]?.tag === 'N') {
        objects.push(phrase);
        to = ++at;
        continue;
      }
      if (only) {
        // A second noun right after the first: what is given, after to whom.
        if (objects.length > 1 || recipient || phrases[at - 1] !== only || !opensWithArticle(scene, phrase)) break;
        recipient = only;
        objects.length = 0;
      }
      const group = nounGroup(scene, at, keepsOf);
      objects.push(...group.nouns);
      to = at = group.to;
      continue;
    }
    if (phrase.sort === 'preposition') {
      let next = at + 1;
      let name = phrase.lower;
      while (phrases[next]?.sort === 'preposition' || (phrases[next]?.sort === 'adverb' && phrases[next + 1]?.sort === 'noun')) {
        const inner = phrases[next];
        if (inner?.sort === 'preposition') name = inner.lower;
        next++;
      }
      const noun = phrases[next]?.sort === 'open' ? phrases[next + 1] : phrases[next];
      if (name === 'by' && noun?.sort === 'verb' && noun.lemma === 'hang') {
        to = at = next + 1;
        continue;
      }
      if (noun?.sort !== 'noun') break;
      const group = nounGroup(scene, phrases[next]?.sort === 'open' ? next + 1 : next, keepsOf && name !== 'of');
      attached.push({ index: at, preposition: name, nouns: group.nouns });
      to = at = group.to;
      continue;
    }
    if (phrase.sort === 'conjunction' && repeatsPreposition(phrases, at, attached.at(-1)?.preposition)) {
      at++;
      continue;
    }
    if (phrase.sort === 'adverb' || phrase.sort === 'adjective' || phrase.sort === 'close' || (phrase.sort === 'open' && phrase.lower !== '(')) {
      at++;
      if (phrase.sort !== 'open') to = at;
      continue;
    }
    if (phrase.sort === 'comma' && goesOnAfterComma(phrases, at)) {
      at++;
      continue;
    }
    if (phrase.sort === 'comma' && attached.at(-1)?.preposition === 'in' && namesPlaceBefore(scene, at)) {
      at += 3;
      to = at - 1;
      continue;
    }
    const repeated = attached.length > 0 ? repeatedPreposition(phrases, at, attached.at(-1)?.preposition ?? '') : null;
    if (repeated !== null) {
      at = repeated;
      continue;
    }
    const closing = phrase.sort === 'comma' && to > start ? afterApposition(phrases, at) : null;
    if (closing !== null) {
      to = at = closing;
      continue;
    }
    break;
  }
  return { objects, recipient, attached, whens, to };
}

/** "at the house and at the office": the preposition is said again. */
function repeatsPreposition(phrases: readonly Phrase[], at: number, preposition: string | undefined): boolean {
  const next = phrases[at + 1];
  return next?.sort === 'preposition' && next.lower === preposition && phrases[at + 2]?.sort === 'noun' && !isSubjectAhead(phrases, at + 2);
}

const opensWithArticle = ({ words }: Scene, noun: Noun): boolean =>
  ['DET', 'NUM', 'POSS'].includes(words[noun.from]?.tag ?? '') ||
  (words[noun.head]?.lower.endsWith('s') ?? false) ||
  noun.times.length > 0 ||
  BARE.has(words[noun.head]?.lower ?? '');

/** What is given or refused without an article: "refused him leave", "granted her bail". */
const BARE = new Set(['leave', 'permission', 'bail', 'parole', 'clemency', 'amnesty', 'access', 'asylum', 'entry']);

/** "in the capital, Brod, in May": the name between the commas belongs to the place before. */
function namesPlaceBefore({ phrases, words }: Scene, at: number): boolean {
  const name = phrases[at + 1];
  const next = phrases[at + 3];
  return (
    name?.sort === 'noun' && words[name.head]?.tag === 'NNP' && phrases[at + 2]?.sort === 'comma' && (next?.sort === 'time' || next?.sort === 'preposition')
  );
}

/** "on the minister and on two generals", ", and on …": where the same preposition comes again behind a conjunction; else null. */
function repeatedPreposition(phrases: readonly Phrase[], at: number, preposition: string): number | null {
  const conjunction = phrases[at]?.sort === 'comma' ? at + 1 : at;
  const next = phrases[conjunction + 1];
  const again = phrases[conjunction]?.sort === 'conjunction' && next?.sort === 'preposition' && next.lower === preposition;
  return again && phrases[conjunction + 2]?.sort === 'noun' && !isSubjectAhead(phrases, conjunction + 2) ? conjunction + 1 : null;
}

/** Most phrases that an apposition may have. */
const LONGEST_APPOSITION = 12;

/**
 * "sentenced Jan Kral, 51, of Brod, to …", "told Ana Kolar, the head of the office, in May": where the sentence goes on behind what
 * two commas set apart. Null where it goes on with anything but a preposition or time, or where the commas make a list.
 */
function afterApposition(phrases: readonly Phrase[], comma: number): number | null {
  const opens = phrases[comma + 1];
  if (opens?.sort !== 'noun' && !(opens?.sort === 'preposition' && phrases[comma + 2]?.sort === 'noun')) return null;
  let closing: number | null = null;
  for (let at = comma + 1; at < phrases.length && at - comma <= LONGEST_APPOSITION; at++) {
    const phrase = phrases[at];
    if (phrase?.sort === 'comma') {
      const next = phrases[at + 1];
      const goesOn =
        next?.sort === 'time' ||
        (next?.sort === 'preposition' && phrases[at + 2]?.sort === 'noun') ||
        (next?.sort === 'conjunction' && phrases[at + 2]?.sort === 'preposition');
      if (goesOn) closing = next.sort === 'conjunction' ? at : at + 1;
      if (goesOn && next.sort === 'preposition' && next.lower === 'of') continue;
      if (goesOn || next?.sort !== 'noun') break;
    } else if (phrase?.sort !== 'noun' && phrase?.sort !== 'preposition' && phrase?.sort !== 'adverb' && phrase?.sort !== 'conjunction') break;
  }
  return closing;
}

function goesOnAfterComma(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at + 1];
  if (next?.sort === 'time') return true;
  return next?.sort === 'preposition' && phrases[at + 2]?.sort === 'noun' && !isSubjectAhead(phrases, at + 2);
}

/** Whether the noun at `at` is the subject of a verb that follows, so not the object of the one before. */
function isSubjectAhead(phrases: readonly Phrase[], at: number): boolean {
  for (let next = at + 1; next < phrases.length && next - at < 10; next++) {
    const phrase = phrases[next];
    if (phrase?.sort === 'verb') return phrase.form === 'finite' && !(phrase.ambiguous && TRANSITIVE.has(phrase.lemma) && phrases[next + 1]?.sort !== 'noun');
    if (phrase?.sort === 'preposition' && phrases[next + 1]?.sort === 'noun') next++;
    else if (phrase?.sort === 'conjunction' && phrases[next + 1]?.sort === 'noun') next++;
    else if (phrase?.sort !== 'adverb' && phrase?.sort !== 'time') return false;
  }
  return false;
}

/** A noun and those joined to it on its right. `to` is the phrase after the group, its phrases with "of" included. */
export function nounGroup(scene: Scene, at: number, keepsOf = false): { readonly nouns: readonly Noun[]; readonly to: number } {
  const { phrases, words } = scene;
  const nouns: Noun[] = [];
  let here = at;
  let to = at;
  for (;;) {
    const noun = phrases[here];
    if (noun?.sort !== 'noun') break;
    const counts = phrases[here + 1]?.sort === 'preposition' && words[noun.to]?.lower === 'of';
    if (words[noun.head]?.tag !== 'NUM' || noun.to - noun.from > 1 || nouns.length === 0 || counts) nouns.push(noun);
    to = keepsOf ? here + 1 : afterOf(phrases, here + 1);
    const next = nextJoined(phrases, to);
    if (next === null || (nouns.length > 0 && phrases[to]?.sort === 'comma' && !listCloses(phrases, to)) || startsOwnClause(phrases, next)) break;
    here = next;
  }
  return { nouns, to };
}

/** Past "of …" phrases, which belong to the noun, and a bracket. */
function afterOf(phrases: readonly Phrase[], start: number): number {
  let at = start;
  for (;;) {
    const first = phrases[at];
    if (first?.sort === 'preposition' && first.lower === 'of' && phrases[at + 1]?.sort === 'noun') at += 2;
    else if (first?.sort === 'open' && first.lower === '(') {
      const close = phrases.findIndex((each, n) => n > at && n < at + 8 && each.sort === 'close');
      if (close < 0) return at;
      at = close + 1;
    } else return at;
  }
}

/** The noun after ", " / "and" / ", and" at `at`, or null. */
function nextJoined(phrases: readonly Phrase[], at: number): number | null {
  let next = at;
  if (phrases[next]?.sort === 'comma') next++;
  const conjunction = phrases[next];
  if (conjunction?.sort === 'conjunction' && conjunction.lower !== 'but') next++;
  return next > at && phrases[next]?.sort === 'noun' ? next : null;
}

/** Whether a list goes on to an "and" after this comma: else the comma opens an apposition or another clause. */
function listCloses(phrases: readonly Phrase[], at: number): boolean {
  for (let next = at; next < phrases.length && next - at < 40; next++) {
    const phrase = phrases[next];
    if (phrase?.sort === 'conjunction')
      return phrases[next + 1]?.sort === 'noun' && (phrases[next - 1]?.sort === 'comma' || phrases[next - 1]?.sort === 'noun');
    if (phrase?.sort === 'verb' && phrase.form === 'infinitive') continue;
    if (phrase?.sort === 'verb' || phrase?.sort === 'mark' || phrase?.sort === 'relative' || phrase?.sort === 'subordinator') return false;
  }
  return false;
}

const startsOwnClause = (phrases: readonly Phrase[], at: number): boolean => isSubjectAhead(phrases, at);
