// What a matching of two names comes to, as the numbers that the judge weighs. Agreement, omission (one name has more
// words) and contradiction (both have words that the other lacks) are counted apart. Symmetric: the order of the two
// names changes nothing.
import { alignSpelling, LONGEST } from './align-spelling.ts';
import { beginAlike, INITIAL, likenessOf, matchWords, NO_WORD, OTHER_GENDER, type Matching, type Side } from './match-words.ts';
import { isContraction } from './contraction.ts';
import { nameCosts } from './name-costs.ts';
import { MOST_WORDS, type NameForm } from './name-word.ts';
import { syllablesApart, toldApart, givenApart, familyAsGiven, nameBefore, isOfFamilies, motherAlone } from './weigh-places.ts';

/** The numbers, in order. Weights are bits of rarity, evidence is nats, likeness is 0 to 1. */
export const EVIDENCE = [
  'likeness of the whole, in order', 'agreed share of the shorter', 'agreed share of the longer', 'least likeness', 'mean likeness',
  'agreed words', 'contradicted weight', 'omitted weight', 'agreed weight', 'evidence', 'words of the shorter', 'words of the longer',
  'words out of order', 'first words, lower', 'first words, higher', 'family words, lower', 'family words, higher', 'heaviest unmatched of the shorter',
  'heaviest unmatched of the longer', 'nearest unmatched', 'scripts', 'initials', 'generations differ', 'heaviest agreed', 'unmatched of the shorter',
  'unmatched of the longer', 'share of the possible evidence', 'first with first', 'family with family', 'least evidence', 'weakest likeness times weight', 'same words',
  'same skeletons', 'least strict likeness', 'mean strict likeness', 'letters in common', 'least letters in common', 'numerals differ', 'same skeletons of the longer',
  'places unmatched', 'another name before the first', 'families told', 'told families apart', 'told given names apart', 'family told as given', 'places apart',
  'telling words agreed', 'telling unmatched of the shorter', 'telling unmatched of the longer',
  'most sounds apart', 'sounds apart', 'first signs apart', 'initials of the other', 'syllables apart', 'bodies apart', 'second family name alone', 'forms of the other gender',
] as const; // prettier-ignore

const numbers = new Float64Array(EVIDENCE.length);

type Totals = { weight: number; agreed: number; matched: number; unmatched: number; loose: number; heaviest: number; least: number; initials: number; rarest: number; leastEvidence: number; most: number; evidence: number; inOrder: number; same: number; skeletons: number; strict: number; leastStrict: number; leastLetters: number; places: number; telling: number; strange: number; apart: number; mostApart: number; beginnings: number; bodies: number; genders: number }; // prettier-ignore

const newTotals = (): Totals => ({ weight: 0, agreed: 0, matched: 0, unmatched: 0, loose: 0, heaviest: 0, least: 1, initials: 0, rarest: 0, leastEvidence: 30, most: 0, evidence: 0, inOrder: 0, same: 0, skeletons: 0, strict: 0, leastStrict: 1, leastLetters: 1, places: 0, telling: 0, strange: 0, apart: 0, mostApart: 0, beginnings: 0, bodies: 0, genders: 0 }); // prettier-ignore
const totalsA = newTotals();
const totalsB = newTotals();

/** A fixed order of any two forms, so that ties are broken alike whichever comes first. */
export const isAfter = (a: NameForm, b: NameForm): boolean => a.whole.text > b.whole.text;

/** The numbers for two forms; overwritten by the next call. Allocates nothing. */
export function weighForms(one: NameForm, two: NameForm): Float64Array {
  const [a, b] = isAfter(one, two) ? [two, one] : [one, two];
  const matching = matchWords(a, b);
  sumUp(a, b, matching.a, totalsA);
  sumUp(b, a, matching.b, totalsB);
  const [short, long] = totalsA.weight <= totalsB.weight ? [totalsA, totalsB] : [totalsB, totalsA];
  const shared = Math.min(totalsA.matched, totalsB.matched);
  numbers[0] = shared > 0 ? wholeLikeness(a, b) : 0;
  numbers[1] = ratio(short.agreed, short.weight);
  numbers[2] = ratio(long.agreed, long.weight);
  numbers[3] = shared > 0 ? Math.min(short.least, long.least) : 0;
  numbers[4] = ratio(short.agreed + long.agreed, short.weight + long.weight - short.unmatched - long.unmatched);
  numbers[5] = shared;
  numbers[6] = Math.min(short.unmatched, long.unmatched);
  numbers[7] = Math.abs(short.unmatched - long.unmatched);
  numbers[8] = (short.agreed + long.agreed) / 2;
  numbers[9] = short.evidence;
  numbers[10] = Math.min(a.words.length, b.words.length);
  numbers[11] = Math.max(a.words.length, b.words.length);
  numbers[12] = short.inOrder;
  weighEnds(a, b, matching);
  numbers[17] = short.heaviest;
  numbers[18] = long.heaviest;
  numbers[19] = nearestUnmatched(a.words.length, b.words.length, matching);
  numbers[20] = scriptsOf(a, b);
  numbers[21] = short.initials;
  numbers[22] = a.generation !== '' && b.generation !== '' && a.generation !== b.generation ? 1 : 0;
  numbers[23] = Math.max(short.rarest, long.rarest);
  numbers[24] = short.loose;
  numbers[25] = long.loose;
  numbers[26] = ratio(short.evidence, short.most);
  numbers[29] = shared > 0 ? short.leastEvidence : 0;
  numbers[30] = shared > 0 ? Math.min(short.least, long.least) * Math.min(short.rarest, long.rarest) : 0;
  numbers[31] = short.same;
  numbers[32] = ratio(short.skeletons, short.weight);
  numbers[33] = shared > 0 ? Math.min(short.leastStrict, long.leastStrict) : 0;
  numbers[34] = ratio(short.strict, short.matched);
  numbers[35] = a.whole.script === b.whole.script ? lettersInCommon(a.whole.signs, b.whole.signs) : 0;
  numbers[36] = shared > 0 ? short.leastLetters : 0;
  numbers[37] = a.numerals === b.numerals ? 0 : a.numerals === '' || b.numerals === '' ? 1 : 2;
  numbers[38] = ratio(long.skeletons, long.weight);
  numbers[39] = Math.min(2, short.places) + Math.min(2, long.places);
  numbers[40] = nameBefore(a, b, matching.b) + nameBefore(b, a, matching.a);
  numbers[41] = (a.familyTold ? 1 : 0) + (b.familyTold ? 1 : 0);
  numbers[42] = toldApart(a, b, matching);
  numbers[43] = givenApart(a, b, matching);
  numbers[44] = familyAsGiven(a, b, matching.a) + familyAsGiven(b, a, matching.b);
  numbers[45] = Math.min(short.places, long.places);
  numbers[46] = Math.min(short.telling, long.telling);
  numbers[47] = Math.min(short.strange, long.strange);
  numbers[48] = Math.max(short.strange, long.strange);
  numbers[49] = Math.max(short.mostApart, long.mostApart);
  numbers[50] = Math.max(short.apart, long.apart);
  numbers[51] = Math.max(short.beginnings, long.beginnings);
  numbers[54] = Math.min(1, short.bodies) + Math.min(1, long.bodies);
  numbers[55] = motherAlone(a, b, matching.a) + motherAlone(b, a, matching.b);
  numbers[56] = Math.max(short.genders, long.genders) === 0 ? 0 : isOfFamilies(a, b, matching.a) ? 1 : 2;
  numbers[53] = syllablesApart(a, b, matching);
  numbers[52] = isInitials(a, b) || isInitials(b, a) ? 1 : 0;
  return numbers;
}

/** Whether the one word of a form is made of the first letters of the other's, or put together of their beginnings. */
function isInitials(short: NameForm, long: NameForm): boolean {
  const word = short.words.length === 1 ? (short.words[0]?.text ?? '') : '';
  return word !== '' && long.written.length > 1 && (long.initials.includes(` ${word} `) || isContraction(word, long.written));
}

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

function wholeLikeness(a: NameForm, b: NameForm): number {
  if (a.whole.signs.length === 0 || b.whole.signs.length === 0) return 0;
  return likenessOf(alignSpelling(a.whole.signs, b.whole.signs, nameCosts), a.whole, b.whole);
}

const edits = new Int32Array(LONGEST + 1);

/** 1 less the edit distance over the longer length, every sign alike (Levenshtein 1966): what a reader of one script sees. */
function lettersInCommon(a: Uint8Array, b: Uint8Array): number {
  for (let j = 0; j <= b.length; j++) edits[j] = j;
  for (let i = 0; i < a.length; i++) {
    const sign = a[i] as number;
    let diagonal = edits[0] as number;
    let best = (i + 1) | 0;
    edits[0] = best;
    for (let j = 1; j <= b.length; j++) {
      const up = edits[j] as number;
      // The least of three without a branch, as in alignSpelling.
      const other = sign ^ (b[j - 1] as number);
      const change = (diagonal + (-other >>> 31)) | 0;
      let less = (best - up) | 0;
      best = (up + (less & (less >> 31)) + 1) | 0;
      less = (change - best) | 0;
      best = (best + (less & (less >> 31))) | 0;
      diagonal = up;
      edits[j] = best;
    }
  }
  return 1 - (edits[b.length] as number) / Math.max(a.length, b.length, 1);
}

/** Sounds that one word has and the other lacks, or has otherwise (Levenshtein 1966). */
function soundsApart(a: string, b: string): number {
  for (let j = 0; j <= b.length; j++) edits[j] = j;
  for (let i = 0; i < a.length; i++) {
    const sound = a.charCodeAt(i);
    let diagonal = i;
    let best = i + 1;
    edits[0] = best;
    for (let j = 1; j <= b.length; j++) {
      const up = edits[j] as number;
      best = Math.min(up + 1, best + 1, diagonal + (sound === b.charCodeAt(j - 1) ? 0 : 1));
      diagonal = up;
      edits[j] = best;
    }
  }
  return edits[b.length] as number;
}

/** Sums over the words of one side. */
function sumUp(form: NameForm, otherForm: NameForm, side: Side, out: Totals): void {
  out.weight =
    out.agreed =
    out.matched =
    out.unmatched =
    out.loose =
    out.heaviest =
    out.initials =
    out.rarest =
    out.most =
    out.evidence =
    out.inOrder =
    out.same =
    out.skeletons =
    out.strict =
    out.places =
    out.telling =
    out.strange =
    out.apart =
    out.mostApart =
    out.beginnings =
    out.bodies =
    out.genders =
      0;
  out.leastStrict = out.leastLetters = 1;
  out.least = 1;
  out.leastEvidence = 30;
  let before = -1;
  for (let i = 0; i < form.words.length; i++) {
    const word = form.words[i] as NameForm['words'][number];
    const partner = side.partner[i] as number;
    out.weight += word.weight;
    out.most += word.best[otherForm.whole.script] as number;
    if (partner === NO_WORD) {
      out.unmatched += word.weight;
      out.loose++;
      if (word.place) out.places++;
      if (word.body) out.bodies++;
      if (!word.common) out.strange++;
      out.heaviest = Math.max(out.heaviest, word.weight);
      continue;
    }
    const likeness = side.likeness[i] as number;
    out.matched++;
    if (!word.common) out.telling++;
    out.agreed += likeness * word.weight;
    out.evidence += side.evidence[i] as number;
    if (side.kind[i] === OTHER_GENDER) out.genders++;
    if (side.kind[i] === INITIAL) out.initials++;
    else {
      out.least = Math.min(out.least, likeness);
      out.leastEvidence = Math.min(out.leastEvidence, side.evidence[i] as number);
      out.rarest = Math.max(out.rarest, word.weight * likeness);
    }
    const other = otherForm.words[partner] as NameForm['words'][number];
    if (word.skeleton === other.skeleton) out.skeletons += word.weight;
    if (side.kind[i] === 1) {
      const strict = Math.max(0, (side.evidence[i] as number) / Math.max(word.best[other.script] as number, other.best[word.script] as number));
      out.leastStrict = Math.min(out.leastStrict, strict);
      out.strict += strict;
      if (word.sounds !== other.sounds) {
        const apart = soundsApart(word.sounds, other.sounds);
        out.apart += apart;
        out.mostApart = Math.max(out.mostApart, apart / Math.max(word.sounds.length, other.sounds.length));
      }
      if (!beginAlike(word, other)) out.beginnings++;
      if (word.script === other.script) out.leastLetters = Math.min(out.leastLetters, lettersInCommon(word.signs, other.signs));
    } else out.strict++;
    if (word.text === other.text) out.same++;
    if (partner < before) out.inOrder++;
    before = partner;
  }
}

function weighEnds(a: NameForm, b: NameForm, { a: sideA, b: sideB, likeness }: Matching): void {
  const known = a.words.length > 0 && b.words.length > 0;
  const [firstA, firstB] = known ? [sideA.likeness[0] as number, sideB.likeness[0] as number] : [0, 0];
  const [lastA, lastB] = known ? [sideA.likeness[a.family] ?? 0, sideB.likeness[b.family] ?? 0] : [0, 0];
  numbers[13] = Math.min(firstA, firstB);
  numbers[14] = Math.max(firstA, firstB);
  numbers[15] = Math.min(lastA, lastB);
  numbers[16] = Math.max(lastA, lastB);
  numbers[27] = known ? (likeness[0] as number) : 0;
  numbers[28] = known ? (likeness[a.family * MOST_WORDS + b.family] ?? 0) : 0;
}

/** How like the nearest two words are that found no partner: near ones speak for a slip of the pen, far ones for two people. */
function nearestUnmatched(n: number, m: number, { a, b, likeness }: Matching): number {
  let best = 0;
  for (let i = 0; i < n; i++)
    if (a.partner[i] === NO_WORD) for (let j = 0; j < m; j++) if (b.partner[j] === NO_WORD) best = Math.max(best, likeness[i * MOST_WORDS + j] as number);
  return best;
}

/** The pair of scripts as one number: 0 to 2 the same script, 3 Latin and Arabic, 4 Latin and Cyrillic, 5 Arabic and Cyrillic. */
const scriptsOf = (a: NameForm, b: NameForm): number => (a.whole.script === b.whole.script ? a.whole.script : a.whole.script + b.whole.script + 2);
