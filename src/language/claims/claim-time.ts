// When a claim says that it happened: the time beside its verb or inside its noun, in EDTF.
import { readEdtf } from '../../base/edtf.ts';
import type { Span } from '../../base/span.ts';
import type { ClaimTime } from '../../model/claim.ts';
import { textOf, type Analysis, type Sentence } from '../analysis.ts';
import type { When } from '../phrases.ts';
import { edtfOf, type Timex } from '../times/timex.ts';

export type TimeFound = { readonly time: ClaimTime; readonly span: Span };

const SINCE = new Set(['since', 'after', 'from', 'as of', 'following']);
const RANGES = new Set(['between', 'from']);
const UNTIL = new Set(['until', 'till', 'before', 'by', 'ahead']);

/** The first time that can be resolved, else the first. */
export function timeOfWhens(analysis: Analysis, sentence: Sentence, whens: readonly When[]): TimeFound | null {
  // "scheduled for May": what it is for comes last.
  const found = [...whens.filter(({ preposition }) => preposition !== 'for'), ...whens.filter(({ preposition }) => preposition === 'for')]
    .map((when) => timeOfWhen(analysis, sentence, when))
    .filter((each) => each !== null);
  return found.find((each) => each.time.edtf !== null) ?? found[0] ?? null;
}

function timeOfWhen(analysis: Analysis, sentence: Sentence, when: When): TimeFound | null {
  const edtf = withPreposition(analysis, sentence, when);
  if (when.times.every((each) => each.type === 'SET' || (each.type === 'DATE' && each.value === 'FUTURE_REF'))) return null;
  const span = { start: sentence.words[when.from]?.start ?? 0, end: sentence.words[when.to - 1]?.end ?? 0 };
  return { time: { text: textOf(analysis.source, sentence.words, when.from, when.to), edtf }, span };
}

function withPreposition(analysis: Analysis, sentence: Sentence, { preposition, times }: When): string | null {
  const dates = times.map((each) => edtfOf(each, analysis.anchor)).filter((each) => each !== null);
  const [first, last] = [dates[0] ?? null, dates.at(-1) ?? null];
  if (first === null || last === null) return null;
  // TIMEX3 writes a month of a year that nobody names as XXXX-07: it is of the year in which the range ends.
  const unsaid = /^XXXX(-\d\d)$/.exec(times[0]?.value ?? '')?.[1];
  if (preposition !== null && RANGES.has(preposition) && times.length > 1 && unsaid !== undefined && /^\d{4}-\d\d$/.test(last))
    return valid(`${inYearOf(`0000${unsaid}`, last)}/${last}`);
  if (preposition !== null && RANGES.has(preposition) && dates.length > 1 && !first.includes('/') && !last.includes('/'))
    return valid(`${hasYear(sentence, times[0]) || !hasYear(sentence, times.at(-1)) ? first : inYearOf(first, last)}/${last}`);
  if (first.includes('/')) return first;
  if (preposition !== null && SINCE.has(preposition)) return valid(`${first}/..`);
  if (preposition !== null && UNTIL.has(preposition)) return valid(`../${first}`);
  return first !== last && times.length > 1 ? joined(first, last) : first;
}

const hasYear = ({ words }: Sentence, timex: Timex | undefined): boolean =>
  timex !== undefined && words.slice(timex.from, timex.to).some((each) => /^\d{4}$/.test(each.text));

/** "between July and September 1987": the year is said once, at the end; "between November and March 1987" began the year before. */
function inYearOf(first: string, last: string): string {
  const year = Number(last.slice(0, 4));
  const rest = first.slice(4);
  return `${rest > last.slice(4) ? year - 1 : year}${rest}`;
}

/** "the 1980s and 90s" is one span; other pairs are the first, more precise, of the two. */
function joined(first: string, last: string): string {
  const decades = /^\d{3}X$/;
  if (decades.test(first) && decades.test(last)) return `${first.slice(0, 3)}0/${last.slice(0, 3)}9`;
  const days = /^(\d{4})-(\d\d)-\d\d$/;
  const [a, b] = [days.exec(first), days.exec(last)];
  // "on 3 and 7 July 1987": neither day alone, so the month that holds both, or the year.
  if (a && b && a[1] === b[1]) return a[2] === b[2] ? `${a[1]}-${a[2]}` : (a[1] ?? first);
  return last.length > first.length && last.startsWith(first) ? last : first;
}

const valid = (edtf: string): string | null => (readEdtf(edtf) ? edtf : null);

/** A time inside a noun phrase: "the 1988 massacre", "last month's raid". */
export function timeOfTimex(analysis: Analysis, sentence: Sentence, times: readonly Timex[]): TimeFound | null {
  const timex = times.find((each) => each.type === 'DATE' && each.value !== 'PRESENT_REF');
  if (!timex) return null;
  const span = { start: sentence.words[timex.from]?.start ?? 0, end: sentence.words[timex.to - 1]?.end ?? 0 };
  return { time: { text: textOf(analysis.source, sentence.words, timex.from, timex.to), edtf: edtfOf(timex, analysis.anchor) }, span };
}
