// Sentences: runs of tokens. A sentence ends at a stop that is no abbreviation's, with the quotes and brackets that close
// after it, and at every empty line; a single line break ends one only where the line was no full line of running text.
import abbreviations from './data/abbreviations.json' with { type: 'json' };
import { headerBlock, type HeaderBlock } from './header-block.ts';
import { GAP, type Token } from './tokens.ts';

/** Tokens `from` up to, not including, `to`. */
export type Run = { readonly from: number; readonly to: number };

const final = new Set(abbreviations.final.map((each) => `${each}.`));
const starters = new Set(abbreviations.starters);
const ENDS = new Set(['.', '!', '?', '…', '؟', '۔', '。', '！', '？']);
const CLOSERS = new Set(['"', "''", '”', '’', "'", '»', ')', ']', '״']);
const OPENERS = new Set(['"', "''", '``', '“', '‘', "'", '«', '(', '[', '—', '–', '-', '¿', '¡']);
const BULLETS = new Set(['•', '◦', '⁃', '▪', '‣', '·', '*', '●']);

const isEnd = (token: Token): boolean => ENDS.has(token.text) || (token.sort === 'mark' && /^(?:\.{2,}|[!?]{2,})$/.test(token.text));

/** Longest sentence, in tokens: what runs on longer is cut, so that no sentence costs more than its share. */
const LONGEST = 400;

/** All sentences, in order; every token is in exactly one. `lowerCased`: the text has no capitals, so that none opens a sentence. */
export function splitSentences(tokens: readonly Token[], lowerCased = false, header: HeaderBlock = headerBlock(tokens)): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 1; at <= tokens.length; at++) {
    const before = tokens[at - 1];
    if (before?.text === '(' || before?.text === '[') depth++;
    if (before?.text === ')' || before?.text === ']') depth = Math.max(0, depth - 1);
    if (at === tokens.length || at - from >= LONGEST || header.breaks.has(at) || breaksAt(tokens, from, at, { depth, lowerCased })) {
      runs.push({ from, to: at });
      from = at;
      depth = 0;
    }
  }
  return runs;
}

/** `depth` is how many brackets are open there. */
type Where = { readonly depth: number; readonly lowerCased: boolean };

/** Whether a sentence that began at `from` ends before token `at`. */
function breaksAt(tokens: readonly Token[], from: number, at: number, { depth, lowerCased }: Where): boolean {
  const next = tokens[at];
  if (!next || next.gap === GAP.paragraph) return true;
  if (startsItem(tokens, at) && at > from) return true;
  if (next.gap === GAP.line && endsLine(tokens, from, at)) return true;
  if (next.gap === GAP.none && !OPENERS.has(next.text) && !glued(tokens, at)) return false;
  if (depth > 0 && at - from < 150) return false;
  return endsBefore(tokens, from, at, next, lowerCased);
}

/** "…to 34.The prosecutor": a lower-case word or a number, a stop, and a capital with no blank between. */
function glued(tokens: readonly Token[], at: number): boolean {
  const stop = tokens[at - 1];
  const word = tokens[at - 2];
  const next = tokens[at];
  if (stop?.text !== '.' && !(stop && CLOSERS.has(stop.text) && tokens[at - 2]?.text === '.')) return false;
  return Boolean(next && /^\p{Lu}[\p{L}\p{N}]/u.test(next.text) && word && (!/^\p{Lu}/u.test(word.text) || /^\p{Lu}\p{Ll}{3,}$/u.test(word.text)));
}

function endsBefore(tokens: readonly Token[], from: number, at: number, next: Token, lowerCased: boolean): boolean {
  let last = at - 1;
  while (last > from && CLOSERS.has(tokens[last]?.text ?? '')) last--;
  const mark = tokens[last];
  if (!mark || (CLOSERS.has(next.text) && next.gap === GAP.none)) return false;
  if (mark.text === '.' && (next.text === '.' || mark.gap > GAP.none)) return endsInDots(tokens, last, next);
  if (tokens[last - 1]?.text === '°' || (tokens[last - 1]?.text === '[' && mark.text === '...')) return false;
  const opening = OPENERS.has(next.text) || BULLETS.has(next.text);
  const word = opening ? tokens[at + 1] : next;
  const lower = word !== undefined && /^\p{Ll}/u.test(word.text);
  if (mark.abbreviation) return last === at - 1 && final.has(mark.lower) && !lower && starts(word, mark);
  if (!isEnd(mark) && !(last < at - 1 && mark.lower === 'i.')) return false;
  // A quotation that ends within the sentence: 'This is great.' she said.
  if (lower && !(lowerCased && last === at - 1 && !isInitial(tokens, last))) return false;
  if (last < at - 1 && opensQuestion(tokens, last)) return true;
  return !(mark.text === '.' && numbersItem(tokens, from, last));
}

/** "j. kral": a letter and a stop, in a text without capitals. */
const isInitial = (tokens: readonly Token[], stop: number): boolean => /^\p{L}$/u.test(tokens[stop - 1]?.text ?? '') && tokens[stop]?.gap === GAP.none;

/** Dots parted by blanks: three leave something out, a fourth ends the sentence; the first of four may be its stop. */
function endsInDots(tokens: readonly Token[], last: number, next: Token): boolean {
  if (next.text === '.') {
    const after = tokens[last + 4];
    const four = tokens[last]?.gap === GAP.none && [1, 2, 3].every((n) => tokens[last + n]?.text === '.');
    return four && after !== undefined && /^\p{Lu}/u.test(after.text);
  }
  let dots = 0;
  while (tokens[last - dots]?.text === '.') dots++;
  return dots > 3 && tokens[last - dots + 1]?.gap !== GAP.none && /^[\p{Lu}“"]/u.test(next.text);
}

const opensQuestion = (tokens: readonly Token[], last: number): boolean => tokens[last]?.text !== '.';

/** Whether `word` begins a sentence after an abbreviation: "at 6 P.M. Mr. Smith" yes, "the U.S. Government" no. */
function starts(word: Token | undefined, mark: Token): boolean {
  if (!word) return true;
  if (mark.lower === 'p.m.' || mark.lower === 'a.m.') return mark.text !== mark.lower || (starters.has(word.lower) && !word.abbreviation);
  return starters.has(word.lower) && /^\p{Lu}/u.test(word.text);
}

/** "1." or "a." that opens the sentence is the number of an item, not a sentence. */
function numbersItem(tokens: readonly Token[], from: number, last: number): boolean {
  const bulleted = BULLETS.has(tokens[from]?.text ?? '') ? 1 : 0;
  const first = tokens[from + bulleted];
  return last === from + bulleted + 1 && first !== undefined && /^(?:\d{1,3}|\p{L}|[ivxlc]{1,5})$/u.test(first.lower);
}

/** A bullet, or a number or letter with a stop or bracket, before a word with a capital: "2.) The", "b. The", "⁃9. The". */
function startsItem(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (!here || !before || here.gap === GAP.none) return false;
  if (BULLETS.has(here.text)) return true;
  if (BULLETS.has(before.text)) return false;
  const label = /^(?:\d{1,2}|[a-z])\.?$/.test(here.text) ? here : null;
  if (!label) return false;
  let after = at + 1;
  if (!label.abbreviation && tokens[after]?.text !== '.' && tokens[after]?.text !== ')') return false;
  while (tokens[after]?.gap === GAP.none && (tokens[after]?.text === '.' || tokens[after]?.text === ')')) after++;
  const word = tokens[after];
  if (!word || word.gap === GAP.none || !/^\p{Lu}/u.test(word.text)) return false;
  return /^\d/.test(label.text) ? followsItem(tokens, at, label) : followsLetter(tokens, at, label);
}

/** Item 2 only after item 1 in sight, so that "Please turn to page 2. Then" is left alone. */
function followsItem(tokens: readonly Token[], at: number, label: Token): boolean {
  const wanted = String(Number.parseInt(label.text, 10) - 1);
  for (let back = at - 1; back >= 0 && at - back < 80; back--) {
    const each = tokens[back];
    if (each?.text === wanted && (tokens[back + 1]?.text === '.' || tokens[back + 1]?.text === ')')) return true;
  }
  return false;
}

function followsLetter(tokens: readonly Token[], at: number, label: Token): boolean {
  const wanted = String.fromCharCode(label.text.charCodeAt(0) - 1);
  for (let back = at - 1; back >= 0 && at - back < 80; back--) {
    const each = tokens[back]?.text ?? '';
    if ((each === wanted || each === `${wanted}.`) && (each.endsWith('.') || tokens[back + 1]?.text === '.' || tokens[back + 1]?.text === ')')) return true;
  }
  return false;
}

/** Shortest line, in code points, that is taken for a full line of running text broken by its page. */
const FULL_LINE = 45;

/** Whether the line break before `at` ends the sentence: after a stop, before a bullet, or after a short line. */
function endsLine(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at];
  if (!before || !next) return true;
  let last = at - 1;
  while (last > from && CLOSERS.has(tokens[last]?.text ?? '')) last--;
  const mark = tokens[last];
  if (mark && (isEnd(mark) || mark.text === ':')) return true;
  if (BULLETS.has(next.text)) return true;
  let first = at - 1;
  while (first > from && (tokens[first]?.gap ?? GAP.none) < GAP.line) first--;
  const length = before.end - (tokens[first]?.start ?? 0);
  const upper = /^[\p{Lu}\p{N}\p{Lo}“"«]/u.test(next.text);
  if (length < FULL_LINE) return upper || at - first < 4;
  return false;
}
