// The head of a line of a WhatsApp export: "[17/05/2022, 14:03:05] Golnar: …" or "17/05/2022, 14:03 - Golnar: …", in whatever order, digits and
// words for before and after noon the telephone had. There is no specification; the forms are those that telephones write.
import words from './words.json' with { type: 'json' };

/** A date as its three numbers stand in the file. `order` is told by itself only where the year comes first. */
export type WrittenDay = { readonly first: number; readonly second: number; readonly third: number; readonly yearFirst: boolean };

export type LineHead = {
  /** What all heads of one export have alike: brackets, marks between the numbers, seconds, twelve hours or not. */
  readonly form: string;
  /** What stands between the numbers of the date. */
  readonly mark: string;
  readonly day: WrittenDay;
  /** As 14:03 or 14:03:05. */
  readonly clock: string;
  /** UTF-16 units of the line that the head takes; who sent it comes next. */
  readonly length: number;
};

/** No head is longer, in UTF-16 units. */
const LONGEST = 90;

const HEAD =
  /^(?<open>\[?)(?<first>\d{1,4})(?<mark>[./-]) ?(?<second>\d{1,2})\k<mark> ?(?<third>\d{1,4})\.?[,،]? (?:(?<before>[\p{L}\p{M}.]{1,12}) )?(?<hour>\d{1,2})(?<colon>[:.])(?<minute>[0-5]\d)(?:\k<colon>(?<second2>[0-5]\d))?(?: ?(?<after>\p{L}[\p{L}\p{M}. ]{0,12}?))?(?<close>\]| -) /u;

/** Marks of direction, which exports put around heads, names and numbers; and a byte order mark. */
const DIRECTION = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/;
const DIRECTIONS = new RegExp(DIRECTION, 'g');

export const withoutDirection = (text: string): string => text.replace(DIRECTIONS, '');

/** Null where the line has none. O(1). */
export function readLineHead(line: string): LineHead | null {
  if (!/^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*\[?[\u200e\u200f]*[\d٠-٩۰-۹]/.test(line)) return null;
  const start = line.slice(0, LONGEST);
  const asItIs = HEAD.exec(start);
  const { plain, units } = asItIs ? { plain: start, units: null } : plainStart(start);
  const found = asItIs ?? HEAD.exec(plain);
  const groups = found?.groups;
  if (!found || !groups) return null;
  const { open = '', mark = '', close, before, after, second2 } = groups;
  if ((open === '[') !== (close === ']')) return null;
  const noon = half(before === undefined || words.at.includes(before) ? after : before);
  const clock = clockOf(Number(groups['hour']), `${groups['minute']}${second2 === undefined ? '' : `:${second2}`}`, noon);
  const day = dayIn(groups);
  if (noon === undefined || clock === null || day === null) return null;
  const form = `${open} ${mark} ${day.yearFirst ? 'y' : ''} ${second2 === undefined ? '' : 's'} ${noon === null ? '24' : '12'}`;
  return { form, mark, day, clock, length: units ? (units[found[0].length] ?? start.length) : found[0].length };
}

/** The beginning of a line without marks of direction, its digits those of ASCII, its spaces one; and where each unit of it stands in the line. */
function plainStart(start: string): { readonly plain: string; readonly units: readonly number[] } {
  let plain = '';
  const units: number[] = [];
  for (let at = 0; at < start.length; at++) {
    const sign = start[at] ?? '';
    if (DIRECTION.test(sign)) continue;
    plain += digitOf(sign) ?? (/\s/.test(sign) ? ' ' : sign === '\u200c' ? '' : sign);
    if (units.length < plain.length) units.push(at);
  }
  units.push(start.length);
  return { plain, units };
}

function digitOf(sign: string): string | null {
  const point = sign.charCodeAt(0);
  if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
  return point >= 0x6f0 && point <= 0x6f9 ? String(point - 0x6f0) : null;
}

/** Null where no half of the day is told; undefined where the word is none for it. */
function half(word: string | undefined): 'am' | 'pm' | null | undefined {
  if (word === undefined) return null;
  const plain = word.toLowerCase().replace(/[.\s]/g, '');
  return words.am.includes(plain) ? 'am' : words.pm.includes(plain) ? 'pm' : undefined;
}

function clockOf(hour: number, rest: string, noon: 'am' | 'pm' | null | undefined): string | null {
  if (noon === undefined || hour > 23 || (noon !== null && (hour > 12 || hour < 1))) return null;
  const of24 = noon === null ? hour : (hour % 12) + (noon === 'pm' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${rest}`;
}

function dayIn(groups: Readonly<Record<string, string>>): WrittenDay | null {
  const { first = '', second = '', third = '' } = groups;
  const yearFirst = first.length === 4;
  const isDay = yearFirst ? third.length <= 2 : first.length <= 2 && (third.length === 2 || third.length === 4);
  return isDay ? { first: Number(first), second: Number(second), third: Number(third), yearFirst } : null;
}
