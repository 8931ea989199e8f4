// Which language a text is in, as BCP 47: scripts are counted first, since most tell the language or leave few; then letters
// that only Persian or only Arabic has; then n-grams (eld) for the rest.

/** What is looked at of the text, from its beginning, in UTF-16 units: some 800 words. */
const SAMPLE = 5_000;
/** What n-grams are taken of, in UTF-16 units: they cost by length, and are as sure of 300 words as of 800. */
const NGRAM_SAMPLE = 2_000;
/** Fewer letters than this say too little. */
const LETTERS_NEEDED = 20;
/** A script that so much of the letters are in is the text's script. */
const SHARE_NEEDED = 0.6;

const SCRIPTS: readonly (readonly [script: string, pattern: RegExp])[] = [
  ['Latin', /\p{Script=Latin}+/gu],
  ['Arabic', /\p{Script=Arabic}+/gu],
  ['Cyrillic', /\p{Script=Cyrillic}+/gu],
  ['Hebrew', /\p{Script=Hebrew}+/gu],
  ['Greek', /\p{Script=Greek}+/gu],
  ['Armenian', /\p{Script=Armenian}+/gu],
  ['Georgian', /\p{Script=Georgian}+/gu],
  ['Hangul', /\p{Script=Hangul}+/gu],
  ['Han', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu],
  ['Devanagari', /\p{Script=Devanagari}+/gu],
  ['Thai', /\p{Script=Thai}+/gu],
  ['Ethiopic', /\p{Script=Ethiopic}+/gu],
];

/** Scripts that one living language is nearly always meant by. */
const ONE_LANGUAGE: Readonly<Record<string, string>> = { Greek: 'el', Armenian: 'hy', Georgian: 'ka', Hangul: 'ko', Thai: 'th', Hebrew: 'he' };

/** The language, or null where the text is too short, too mixed, or undecided to say. */
export async function languageOf(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE);
  const letters = lengthOf(sample, /\p{L}+/gu);
  if (letters < LETTERS_NEEDED) return null;
  // More than half can be in one script only, so that the first that has them is it.
  const found = SCRIPTS.find(([, pattern]) => lengthOf(sample, pattern) >= letters * SHARE_NEEDED);
  if (!found) return null;
  const [script] = found;
  const only = ONE_LANGUAGE[script];
  if (only) return only;
  // Japanese is written in Han letters with its own between.
  if (script === 'Han') return lengthOf(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu) > letters / 10 ? 'ja' : 'zh';
  const words = sample.match(new RegExp(`[\\p{Script=${script}}\\p{M}\\u200c' ’-]+`, 'gu'))?.join(' ') ?? '';
  return byWords(script, words) ?? (await byNgrams(words));
}

/** What needs no table of n-grams, which takes longer to load than ten pages to read. */
const byWords = (script: string, words: string): string | null => (script === 'Arabic' ? persianOrArabic(words) : script === 'Latin' ? english(words) : null);

/** Words that English has everywhere and no other language that is written in Latin letters. */
const ENGLISH = /\b(?:the|and|of|that|with|were|which|this|from|they|their|have|been|would)\b/gi;

/** Told where such words are more than a tenth of some sixty words, as they nearly always are; of a page of which half is English they are less. */
function english(words: string): string | null {
  const sample = words.slice(0, NGRAM_SAMPLE);
  const count = sample.split(' ').length;
  return count >= 60 && (sample.match(ENGLISH)?.length ?? 0) > count / 10 ? 'en' : null;
}

/** By letters that the other does not use; null where they do not tell (then n-grams must: Urdu and Sorani share them). */
function persianOrArabic(text: string): string | null {
  const persian = lengthOf(text, /[پچژگکی]+/g);
  const arabic = lengthOf(text, /[يكةىأإ]+/g);
  const neither = lengthOf(text, /[ٹڈڑےںھہێۆڕڵەټډړښ]+/g);
  const told = persian + arabic;
  if (told < 5 || neither > told * 0.1) return null;
  if (persian > arabic * 4) return 'fa';
  return arabic > persian * 4 ? 'ar' : null;
}

async function byNgrams(text: string): Promise<string | null> {
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(text.slice(0, NGRAM_SAMPLE));
  return result.language && result.isReliable() ? result.language : null;
}

/** UTF-16 units of all matches together. */
function lengthOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.join('').length ?? 0;
}
