// Which word of one name answers to which of another: one to one by the strongest evidence first, then neighbours
// written as one ("Jamal Eddine", "Jamaleddine"). Runs hundreds of thousands of times a second, so it works in one set
// of tables that the next call overwrites.
import { alignBeginning, alignSpelling } from './align-spelling.ts';
import { nameCosts } from './name-costs.ts';
import { maySoundAlike } from './tell-syllable.ts';
import { MOST_WORDS, type NameForm, type NameWord } from './name-word.ts';

// Fixed on the five folds of bench/learn-name-weights.ts (by entity, all pairs), 21 November 2026, with the spelling costs of version 1: F1 of all pairs 91.3 with these values; 91.5 with the costs of version 2.
/** Likeness below which two words are not taken for one. At .1 and .3 F1 is 91.3 and 91.4, recall at precision .99 73.2 and 71.1, here 73.0. */
const LEAST_LIKENESS = 0.2;
/** The same of words written together. At .35 and .65 F1 is 91.3 and 91.2. */
const LEAST_JOINED = 0.5;
/** Evidence that a matching initial, or a shared meaning, is worth: nats. With 3 for an initial F1 is 91.3, recall of Arabic and Persian at .99 82.1 and not 85.0. */
const INITIAL_EVIDENCE = 1.5;
const INITIAL_LIKENESS = 0.5;
/** With 8, F1 is 91.2. */
const MEANING_EVIDENCE = 5;
const SHORT_LIKENESS = 0.5;
/** With .55 and .85, F1 is 91.2. */
const LEAST_SHORT = 0.7;

/** What two romanizations of one syllable are worth, against the very same letters. By hand. */
const SYLLABLE_LIKENESS = 0.85;

/** From this likeness on a word is the form that a man of her family bears; and what it is then worth as evidence of one person. By hand. */
const LEAST_MENS = 0.85;
const OTHER_GENDER_SHARE = 0.75;

/** Likeness of whose servants two names tell ("Malik", "Khaliq") below which they are two; with .5 F1 of Latin persons is 90.2 and here 90.4. */
const LEAST_SERVANT = 0.35;

const MOST = MOST_WORDS;
export const NO_WORD = 255;

/** The kinds of agreement, as they are kept in the tables. */
export const AGREEMENTS = ['none', 'spelling', 'initial', 'meaning', 'joined', 'short form', 'other gender'] as const;
export const [INITIAL, MEANING, OTHER_GENDER] = [2, 3, 6];

/** One side of a matching: for each word its partner (or NO_WORD), likeness 0 to 1, evidence in nats, and kind of agreement. */
export type Side = { readonly partner: Uint8Array; readonly likeness: Float64Array; readonly evidence: Float64Array; readonly kind: Uint8Array };

/** A matching of two forms; valid until the next call of `matchWords`. `likeness` of words i and j stands at i * MOST_WORDS + j. */
export type Matching = { readonly a: Side; readonly b: Side; readonly likeness: Float64Array; readonly evidence: Float64Array; readonly kind: Uint8Array };

const newSide = (): Side => ({ partner: new Uint8Array(MOST), likeness: new Float64Array(MOST), evidence: new Float64Array(MOST), kind: new Uint8Array(MOST) });
const matching: Matching = {
  a: newSide(),
  b: newSide(),
  likeness: new Float64Array(MOST * MOST),
  evidence: new Float64Array(MOST * MOST),
  kind: new Uint8Array(MOST * MOST),
};

/** Likeness of two words by their spelling: evidence over the most that the poorer of them could give. */
export function likenessOf(evidence: number, a: NameWord, b: NameWord): number {
  const most = Math.min(a.best[b.script] as number, b.best[a.script] as number);
  return most <= 0 ? 0 : Math.max(0, Math.min(1, evidence / most));
}

/** O(words × words × signs × signs). Allocates nothing; the result is overwritten by the next call. */
export function matchWords(a: NameForm, b: NameForm): Matching {
  compareAll(a.words, b.words);
  clear(matching.a, a.words.length);
  clear(matching.b, b.words.length);
  takeBest(a.words.length, b.words.length);
  tryJoined(a, b.words, matching.a, matching.b);
  tryJoined(b, a.words, matching.b, matching.a);
  return matching;
}

function clear(side: Side, length: number): void {
  side.partner.fill(NO_WORD, 0, length);
  side.likeness.fill(0, 0, length);
  side.evidence.fill(0, 0, length);
  side.kind.fill(0, 0, length);
}

function compareAll(a: readonly NameWord[], b: readonly NameWord[]): void {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as NameWord;
    for (let j = 0; j < b.length; j++) compareTwo(x, b[j] as NameWord, i * MOST + j);
  }
}

function compareTwo(x: NameWord, y: NameWord, at: number): void {
  const { evidence, likeness, kind } = matching;
  kind[at] = 1;
  if (x.syllable !== null && y.syllable !== null && x.text !== y.text && maySoundAlike(x.syllable, y.syllable)) {
    evidence[at] = Math.min(x.own, y.own) * SYLLABLE_LIKENESS;
    likeness[at] = SYLLABLE_LIKENESS;
    return;
  }
  if (x.signs.length === 1 || y.signs.length === 1) {
    compareInitial(x, y, at);
    return;
  }
  if (x.meaning > 0 && mayMeanOne(x, y)) {
    kind[at] = MEANING;
    evidence[at] = MEANING_EVIDENCE;
    likeness[at] = 1;
    return;
  }
  // What two servants' names share, they share with all others: only whose servants they are tells them apart.
  if (x.bare !== null && y.bare !== null && x.text !== y.text) {
    compareTwo(x.bare, y.bare, at);
    if ((likeness[at] as number) < LEAST_SERVANT) evidence[at] = likeness[at] = 0;
    return;
  }
  if (x.mens !== y.mens && (x.mens === null ? compareGenders(x, y.mens ?? [], at) : y.mens === null && compareGenders(y, x.mens, at))) return;
  if (!mayBeAlike(x.classes, y.classes)) {
    evidence[at] = 0;
    likeness[at] = 0;
  } else {
    const found = x.text === y.text ? x.own : alignSpelling(x.signs, y.signs, nameCosts);
    evidence[at] = found;
    likeness[at] = likenessOf(found, x, y);
    if (likeness[at] < SHORT_LIKENESS && Math.abs(x.signs.length - y.signs.length) >= 2) compareShort(x, y, at);
  }
  if (likeness[at] >= SHORT_LIKENESS) return;
  if (x.writtenOn !== null && y.writtenOn === null) compareWrittenOn(x.writtenOn, y, at);
  else if (y.writtenOn !== null && x.writtenOn === null) compareWrittenOn(y.writtenOn, x, at);
  if (x.bare === y.bare || likeness[at] >= SHORT_LIKENESS) return;
  if (x.bare === null) compareBare(y.bare as NameWord, x, at);
  else if (y.bare === null) compareBare(x.bare, y, at);
}

const mayMeanOne = (x: NameWord, y: NameWord): boolean =>
  x.meaning === y.meaning || x.meaning === y.otherMeaning || (x.otherMeaning > 0 && (x.otherMeaning === y.meaning || x.otherMeaning === y.otherMeaning));

/** Whether at least half of the consonant classes of one word are in the other: most pairs of words need no alignment. */
function mayBeAlike(a: number, b: number): boolean {
  return 2 * bitCount(a & b) >= Math.min(bitCount(a), bitCount(b));
}

/** Whether the first signs of two words are known to be written for each other. */
export const beginAlike = (a: NameWord, b: NameWord): boolean => (nameCosts.pairs[(a.signs[0] as number) * 256 + (b.signs[0] as number)] as number) > 0;

/** Number of bits set, of the lowest 16 (Knuth, TAOCP 4A, 7.1.3). */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >> 1) & 0x5555);
  const fours = (pairs & 0x3333) + ((pairs >> 2) & 0x3333);
  const bytes = (fours + (fours >> 4)) & 0x0f0f;
  return (bytes + (bytes >> 8)) & 0x1f;
}

/** A word may be the beginning of a longer one ("Alex", "Alexander"). */
function compareShort(x: NameWord, y: NameWord, at: number): void {
  const [short, long] = x.signs.length < y.signs.length ? [x, y] : [y, x];
  if (short.signs.length < 3 || !beginAlike(short, long)) return;
  const evidence = alignBeginning(short.signs, long.signs, nameCosts);
  if (likenessOf(evidence, short, short) < LEAST_SHORT || evidence / 2 < (matching.evidence[at] as number)) return;
  matching.kind[at] = 5;
  matching.evidence[at] = evidence / 2;
  matching.likeness[at] = SHORT_LIKENESS;
}

/** "Ivanov" and "Ivanova": one family's name, and of one woman where a source gives her a man's form. False where they are not such. */
function compareGenders(word: NameWord, mens: readonly NameWord[], at: number): boolean {
  if (/[aeаея]$/u.test(word.text)) return false;
  for (const man of mens) {
    if (!mayBeAlike(man.classes, word.classes) || Math.abs(man.signs.length - word.signs.length) > 2) continue;
    const evidence = alignSpelling(man.signs, word.signs, nameCosts);
    const likeness = likenessOf(evidence, man, word);
    if (likeness < LEAST_MENS) continue;
    matching.kind[at] = OTHER_GENDER;
    matching.evidence[at] = evidence * OTHER_GENDER_SHARE;
    matching.likeness[at] = likeness * OTHER_GENDER_SHARE;
    return true;
  }
  return false;
}

/** "Delacruz" is "de la Cruz". */
function compareWrittenOn(whole: NameWord, word: NameWord, at: number): void {
  if (!beginAlike(whole, word) || !mayBeAlike(whole.classes, word.classes)) return;
  const evidence = alignSpelling(whole.signs, word.signs, nameCosts);
  const likeness = likenessOf(evidence, whole, word);
  if (likeness < LEAST_SHORT || evidence <= (matching.evidence[at] as number)) return;
  matching.kind[at] = 4;
  matching.evidence[at] = evidence;
  matching.likeness[at] = likeness;
}

/** Who is called Abdulaziz is also called Aziz. */
function compareBare(bare: NameWord, word: NameWord, at: number): void {
  if (!mayBeAlike(bare.classes, word.classes)) return;
  const evidence = alignSpelling(bare.signs, word.signs, nameCosts);
  if (likenessOf(evidence, bare, word) < LEAST_SHORT || evidence / 2 < (matching.evidence[at] as number)) return;
  matching.kind[at] = 5;
  matching.evidence[at] = evidence / 2;
  matching.likeness[at] = SHORT_LIKENESS;
}

/** An initial agrees with a word that begins with a sign it is known to be written for. */
function compareInitial(x: NameWord, y: NameWord, at: number): void {
  const agrees = beginAlike(x, y);
  matching.kind[at] = INITIAL;
  matching.evidence[at] = agrees ? INITIAL_EVIDENCE : 0;
  matching.likeness[at] = agrees ? INITIAL_LIKENESS : 0;
}

function takeBest(n: number, m: number): void {
  const { a, b, evidence, likeness, kind } = matching;
  for (;;) {
    let best = 0;
    let at = -1;
    for (let i = 0; i < n; i++) {
      if (a.partner[i] !== NO_WORD) continue;
      for (let j = 0; j < m; j++) {
        const here = i * MOST + j;
        if (b.partner[j] !== NO_WORD || (likeness[here] as number) < LEAST_LIKENESS) continue;
        // A slight preference for the same order decides between repeated words.
        const value = (evidence[here] as number) * (likeness[here] as number) - 0.01 * Math.abs(i - j);
        if (value > best) [best, at] = [value, here];
      }
    }
    if (at < 0) return;
    pair(a, Math.floor(at / MOST), at % MOST, at);
    pair(b, at % MOST, Math.floor(at / MOST), at);
  }
  function pair(side: Side, word: number, partner: number, from: number): void {
    side.partner[word] = partner;
    side.likeness[word] = likeness[from] as number;
    side.evidence[word] = evidence[from] as number;
    side.kind[word] = kind[from] as number;
  }
}

/** Neighbours of one name as one word of the other, where the words alone have left something over on both sides. */
function tryJoined(form: NameForm, others: readonly NameWord[], side: Side, other: Side): void {
  for (let i = 0; i < form.joined.length; i++) {
    if (side.partner[i] !== NO_WORD && side.partner[i + 1] !== NO_WORD) continue;
    for (let j = 0; j < others.length; j++) {
      if (isFreeFor(side, other, i, 2, j)) tryOne(form.joined[i] as NameWord, others[j] as NameWord, { side, other, i, j, length: 2 });
      if (i < form.tripled.length && isFreeFor(side, other, i, 3, j))
        tryOne(form.tripled[i] as NameWord, others[j] as NameWord, { side, other, i, j, length: 3 });
    }
  }
}

/** Whether the words i… have no partner but j, and j none but one of them. */
function isFreeFor(side: Side, other: Side, i: number, length: number, j: number): boolean {
  const taken = other.partner[j] as number;
  if (taken !== NO_WORD && (taken < i || taken >= i + length)) return false;
  for (let k = i; k < i + length; k++) if (side.partner[k] !== NO_WORD && side.partner[k] !== j) return false;
  return true;
}

type Place = { readonly side: Side; readonly other: Side; readonly i: number; readonly j: number; readonly length: number };

function tryOne(run: NameWord, word: NameWord, { side, other, i, j, length }: Place): void {
  if (word.signs.length < length + 1 || word.signs.length * 2 < run.signs.length || !beginAlike(run, word) || !mayBeAlike(run.classes, word.classes)) return;
  const evidence = alignSpelling(run.signs, word.signs, nameCosts);
  const likeness = likenessOf(evidence, run, word);
  if (likeness < LEAST_JOINED || evidence <= (other.evidence[j] as number)) return;
  for (let k = i; k < i + length; k++) {
    side.partner[k] = j;
    side.likeness[k] = likeness;
    side.evidence[k] = evidence / length;
    side.kind[k] = 4;
  }
  other.partner[j] = i;
  other.likeness[j] = likeness;
  other.evidence[j] = evidence;
  other.kind[j] = 4;
}
