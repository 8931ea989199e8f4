// What an English word may be, from the lists of data/words.en.json and, for words in none, from its ending.
import incidents from './data/incidents.en.json' with { type: 'json' };
import speech from './data/speech.en.json' with { type: 'json' };
import words from './data/words.en.json' with { type: 'json' };

/** Parts of speech that a word may have, as bits. */
export const POS = {
  determiner: 1, possessive: 2, pronoun: 4, preposition: 8, conjunction: 16, subordinator: 32, relative: 64, modal: 128,
  be: 256, have: 512, do: 1024, negation: 2048, adverb: 4096, adjective: 8192, noun: 16384, verb: 32768, verbOnly: 65536,
} as const; // prettier-ignore

/** Forms that a word may be of its verb, as bits. */
export const FORM = { base: 1, third: 2, past: 4, participle: 8, gerund: 16 } as const;

export type Entry = { readonly pos: number; readonly forms: number; readonly lemma: string };

const VOWELS = 'aeiou';
const entries = new Map<string, { pos: number; forms: number; lemma: string }>();

function add(word: string, pos: number, forms: number, lemma: string): void {
  const entry = entries.get(word);
  if (!entry) entries.set(word, { pos, forms, lemma });
  else {
    entry.pos |= pos;
    // The verb that a form was first listed under stays: "found" is of find before it is of found.
    if (forms && !entry.forms) entry.lemma = lemma;
    if (entry.lemma === lemma || !entry.forms) entry.forms |= forms;
  }
}

const lists: Readonly<Record<string, string>> = words;
for (const [name, bit] of Object.entries(POS)) {
  if (name === 'verb') continue;
  for (const word of (lists[name] ?? '').split(' ')) if (word) add(word, bit, 0, word);
}
/** A noun's regular plural is a noun too, though a verb may have the same form ("documents"). */
for (const noun of words.noun.split(' ')) {
  if (/(?:s|men)$/.test(noun)) continue;
  const plural = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
  add(plural, POS.noun, 0, plural);
}
const irregular = new Set<string>();
for (const line of words.irregular.split('|')) {
  const [base = '', past = '', participle = ''] = line.split(' ');
  irregular.add(base);
  add(past, POS.verb, FORM.past, base);
  add(participle, POS.verb, FORM.participle, base);
}
const AUXILIARIES: Readonly<Record<string, readonly [number, string]>> = {
  be: [FORM.base, 'be'], am: [FORM.third, 'be'], is: [FORM.third, 'be'], are: [FORM.third, 'be'], was: [FORM.past, 'be'],
  were: [FORM.past, 'be'], been: [FORM.participle, 'be'], being: [FORM.gerund, 'be'], have: [FORM.base, 'have'], has: [FORM.third, 'have'],
  had: [FORM.past | FORM.participle, 'have'], "'re": [FORM.third, 'be'], "'m": [FORM.third, 'be'], "'ve": [FORM.base, 'have'], having: [FORM.gerund, 'have'], do: [FORM.base, 'do'], does: [FORM.third, 'do'], did: [FORM.past, 'do'],
}; // prettier-ignore
for (const [word, [forms, lemma]] of Object.entries(AUXILIARIES)) add(word, POS.verb, forms, lemma);
const deeds = Object.values(incidents.types).flatMap(({ verbs }) => verbs.split(' '));
for (const base of [...words.verb.split(' '), ...speech.verbs.split(' '), ...deeds]) addVerb(base);

/** Every regular form; an irregular verb keeps its own past. */
function addVerb(base: string): void {
  if (base in AUXILIARIES) return;
  add(base, POS.verb, FORM.base, base);
  const last = base.at(-1) ?? '';
  const consonantY = last === 'y' && !VOWELS.includes(base.at(-2) ?? '');
  add(consonantY ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`, POS.verb, FORM.third, base);
  const stems = [last === 'e' ? base.slice(0, -1) : base];
  if (/[^aeiou][aeiou][bdgklmnprt]$/.test(base) || /qu[aeiou][bt]$/.test(base)) stems.push(base + last);
  for (const stem of stems) {
    add(last === 'e' && /(?:ee|oe|ye)$/.test(base) ? `${base}ing` : `${base.endsWith('ie') ? `${base.slice(0, -2)}y` : stem}ing`, POS.verb, FORM.gerund, base);
    if (!irregular.has(base) || base === 'hang' || base === 'learn' || base === 'burn' || base === 'light' || base === 'plead') {
      add(consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`, POS.verb, FORM.past | FORM.participle, base);
    }
  }
}

/** Endings that tell an adjective. */
const ADJECTIVE = /(?:ous|ful|ical|ary|ible|able|ive|ial|ian|less|ese|tic|nal|ral|ish|ern)$/;

/** What a word, in lower case, may be. A word of no list is a noun, or by its ending an adverb, adjective or verb form. */
export function lookUp(lower: string): Entry {
  const found = entries.get(lower);
  if (found) return found;
  if (lower.endsWith('ly') && lower.length > 4) return { pos: POS.adverb, forms: 0, lemma: lower };
  if (lower.endsWith('ing') && lower.length > 5) return { pos: POS.verb | POS.noun, forms: FORM.gerund, lemma: lower.slice(0, -3) };
  if (lower.endsWith('ed') && lower.length > 4) return { pos: POS.verb | POS.adjective, forms: FORM.past | FORM.participle, lemma: lower.slice(0, -2) };
  if (ADJECTIVE.test(lower)) return { pos: POS.adjective | POS.noun, forms: 0, lemma: lower };
  return { pos: 0, forms: 0, lemma: lower };
}

/** Whether the word stands in a list or is a form of a listed verb. */
export const isListed = (lower: string): boolean => entries.has(lower);

/** The singular of a regular plural; a guess by the ending, for looking nouns up. */
export function singular(lower: string): string {
  if (lower.endsWith('ies') && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/.test(lower)) return lower.slice(0, -2);
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`;
  if (lower.endsWith('s') && !/(?:ss|us|is)$/.test(lower)) return lower.slice(0, -1);
  return lower;
}
