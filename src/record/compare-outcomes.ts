// How two outcomes stand to each other: numbers of people, and penalties. "Life" is no "20 years"; 31 killed are not 9; "at least 9" may be 31.
import { fold, foldedWords } from '../base/fold.ts';
import type { Agreement } from '../model/event.ts';
import penalties from './penalties.json' with { type: 'json' };
import { readFigure, type FigureRead } from './read-figure.ts';

export function compareOutcomes(a: string, b: string): Agreement {
  const [x, y] = [readFigure(a), readFigure(b)];
  if (x && y && x.of === y.of) return compareFigures(x, y);
  const [one, other] = [penaltyIn(a), penaltyIn(b)];
  if (one !== null && other !== null && one !== other) return 'contradicts';
  return compareNumbers(a, b);
}

/** Two numbers of one sort of people: both ends may be open. */
export function compareFigures(a: Pick<FigureRead, 'low' | 'high'>, b: Pick<FigureRead, 'low' | 'high'>): Agreement {
  if (a.low === b.low && a.high === b.high) return 'agrees';
  return a.low <= (b.high ?? Infinity) && b.low <= (a.high ?? Infinity) ? 'refines' : 'contradicts';
}

type Penalty = 'life' | 'death' | 'term';

const [life, death, term] = [penalties.life, penalties.death, penalties.term].map((words) => words.map(fold)) as [string[], string[], string[]];

/** Of a sentence, of which sort it is; null where its words are none of these. */
function penaltyIn(text: string): Penalty | null {
  const words = foldedWords(text);
  const has = (some: readonly string[]): boolean => words.some((word) => some.some((each) => word.startsWith(each)));
  if (words.some((word, n) => /^\d+$/.test(word) && term.some((unit) => words[n + 1]?.startsWith(unit)))) return 'term';
  return has(life) ? 'life' : has(death) ? 'death' : null;
}

/** "20 years" against "15 years": the same unit with other numbers. "At least" and its like bound, and do not contradict what is above. */
function compareNumbers(a: string, b: string): Agreement {
  const [x, y] = [readNumber(a), readNumber(b)];
  if (!x || !y || x.unit !== y.unit) return 'differs';
  if (x.number === y.number) return 'agrees';
  const [low, high] = x.number < y.number ? [x, y] : [y, x];
  return low.atLeast || high.atMost ? 'refines' : 'contradicts';
}

const AT_LEAST = /\b(?:at least|more than|over|au moins|plus de|al menos|más de)\b|دست‌?کم|بیش از/iu;
const AT_MOST = /\b(?:at most|up to|fewer than|less than|under|au plus|moins de)\b|حداکثر|کمتر از/iu;

function readNumber(text: string) {
  const words = foldedWords(text.replace(/(?<=\p{N})[,.٬](?=\p{N}{3}\b)/gu, ''));
  const at = words.findIndex((word) => /^\d+$/.test(word));
  if (at < 0) return null;
  return { number: Number(words[at]), unit: words[at + 1] ?? '', atLeast: AT_LEAST.test(text), atMost: AT_MOST.test(text) };
}
