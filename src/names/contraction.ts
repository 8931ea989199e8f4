// Whether a word is put together of the beginnings of others, as bodies are called for short: "Cosur" of "Constructora del
// Sur", "IUVM" of "International Union of Virtual Media". It makes two names possible and no more: so many letters may stand for any other.

/** Letters that fewer than three words begin with stand for too much. */
const LEAST_LETTERS = 3;
const LEAST_WORDS = 2;

/** Whether `short` is beginnings of two or more of `words`, in their order, some of them passed over. O(words × letters²), for all ways share what is known not to go. */
export function isContraction(short: string, words: readonly string[]): boolean {
  const letters = Array.from(short);
  if (letters.length < LEAST_LETTERS || words.length < LEAST_WORDS) return false;
  // Of each word, at which letters `short` can stand once the words up to it are used: after one word, and after more.
  let [one, more] = [new Set<number>(), new Set<number>()];
  for (const word of words) {
    const own = Array.from(word);
    const [first, further] = [lengthsAt(letters, own, [0]), lengthsAt(letters, own, [...one, ...more])];
    one = one.union(first);
    more = more.union(further);
    if (more.has(letters.length)) return true;
  }
  return false;
}

/** Where a beginning of `word` can end that starts at one of these letters. */
function lengthsAt(letters: readonly string[], word: readonly string[], starts: readonly number[]): Set<number> {
  const ends = new Set<number>();
  for (const start of starts) for (let n = 0; n < word.length && start + n < letters.length && letters[start + n] === word[n]; n++) ends.add(start + n + 1);
  return ends;
}
