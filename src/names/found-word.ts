// A word of an index with how like another it is, as one whole number, the likest least: so many of them are sorted fast.

/** Steps of a likeness, and more words than an index may hold. */
const STEPS = 1e6;
const MOST_WORDS = 2 ** 32;

/** @param likeness - 0 to 1 */
export const foundWord = (word: number, likeness: number): number => Math.round((1 - likeness) * STEPS) * MOST_WORDS + word;
export const wordIn = (found: number): number => found % MOST_WORDS;
export const likenessIn = (found: number): number => 1 - Math.floor(found / MOST_WORDS) / STEPS;
