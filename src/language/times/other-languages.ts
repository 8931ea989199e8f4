// Time expressions of Persian, French, Spanish and Arabic: one set of rules over the words of data/times.*.json.
// Solar Hijri months become the span of Gregorian days that they cover; a lunar month is left to a person.
import { daysInSolarHijriMonth, solarHijriToJdn, weekday } from '../../base/calendar.ts';
import ar from '../data/times.ar.json' with { type: 'json' };
import es from '../data/times.es.json' with { type: 'json' };
import fa from '../data/times.fa.json' with { type: 'json' };
import fr from '../data/times.fr.json' with { type: 'json' };
import { fold, type Token } from '../tokens.ts';
import { anchorDate, anchorJdn, dayValue, monthFrom, two, weekValue, yearOfDay, yearOfMonth, type Anchor } from './anchor.ts';
import type { Mod, Timex } from './timex.ts';

type Table<T> = ReadonlyMap<string, T>;
type Words = {
  readonly months: Table<number>; readonly weekdays: Table<number>; readonly days: Table<number>; readonly units: Table<string>; readonly numbers: Table<number>;
  readonly last: ReadonlySet<string>; readonly next: ReadonlySet<string>; readonly current: ReadonlySet<string>; readonly ago: ReadonlySet<string>; readonly agoBefore: readonly string[];
  readonly yearWords: ReadonlySet<string>; readonly of: ReadonlySet<string>; readonly dayWords: ReadonlySet<string>; readonly mods: Table<Mod>; readonly thisYear: string; readonly lastYear: string; readonly solar: boolean;
  readonly through: ReadonlySet<string>; readonly between: ReadonlySet<string>; readonly and: ReadonlySet<string>;
}; // prettier-ignore

const table = <T>(entries: Readonly<Record<string, T>>): Table<T> => new Map(Object.entries(entries).map(([word, value]) => [fold(word), value]));
const set = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));

function wordsOf(data: typeof fa | typeof fr | typeof es | typeof ar): Words {
  const mods: [string, Mod][] = [
    ...data.early.map((each): [string, Mod] => [fold(each), 'START']),
    ...data.middle.map((each): [string, Mod] => [fold(each), 'MID']),
    ...data.late.map((each): [string, Mod] => [fold(each), 'END']),
  ];
  return {
    months: table<number>(data.months), weekdays: table<number>(data.weekdays), days: table<number>(data.days), units: table<string>(data.units), numbers: table<number>(data.numbers),
    last: set(data.last), next: set(data.next), current: set(data.this), ago: set(data.ago), agoBefore: data.agoBefore, yearWords: set(data.yearWords), of: set(data.ofWords),
    dayWords: set(data.dayWords), mods: new Map(mods), thisYear: data.thisYear, lastYear: data.lastYear, solar: data.solar,
    through: set(data.through), between: set(data.between), and: set(data.and),
  }; // prettier-ignore
}

const LANGUAGES: Readonly<Record<string, Words>> = { fa: wordsOf(fa), fr: wordsOf(fr), es: wordsOf(es), ar: wordsOf(ar) };

type Context = { readonly words: Words; readonly tokens: readonly Token[]; readonly anchor: Anchor | null };
type Rule = (context: Context, from: number) => Timex | null;

const at = ({ tokens }: Context, index: number): string => tokens[index]?.lower ?? '';
const date = (from: number, to: number, value: string, mod: Mod = null): Timex => ({ from, to, type: 'DATE', value, mod });

/** A year at a token: Gregorian 1500 to 2100, or Solar Hijri 1200 to 1499 where the language counts in it. */
function yearAt(context: Context, index: number): { readonly year: number; readonly solar: boolean } | null {
  const word = at(context, index);
  if (!/^\d{4}$/.test(word)) return null;
  const n = Number(word);
  if (n >= 1500 && n <= 2100) return { year: n, solar: false };
  return context.words.solar && n >= 1200 && n < 1500 ? { year: n, solar: true } : null;
}

const solarDay = (year: number, month: number, day: number): string => {
  const jdn = solarHijriToJdn({ year, month, day });
  return jdn === null ? '' : dayValue(jdn);
};
const solarMonth = (year: number, month: number): string => `${solarDay(year, month, 1)}/${solarDay(year, month, daysInSolarHijriMonth(year, month))}`;
const solarYear = (year: number): string => `${solarDay(year, 1, 1)}/${solarDay(year, 12, daysInSolarHijriMonth(year, 12))}`;

/** "5 mai 2020", "۱۰ مرداد ۱۴۰۱", "en mayo de 2020", "بهمن سال گذشته", "mars". */
const monthDate: Rule = (context, from) => {
  const { words } = context;
  let here = from;
  const mod = words.mods.get(at(context, here)) ?? null;
  if (mod) here++;
  if (mod && words.of.has(at(context, here))) here++;
  const day = /^(\d{1,2})(?:er|º)?$/.exec(at(context, here));
  let month = day ? here + 1 : here;
  if (day && words.of.has(at(context, month))) month++;
  const code = words.months.get(at(context, month));
  if (code === undefined) return null;
  let next = month + 1;
  while (words.of.has(at(context, next)) && next - month < 3) next++;
  const stated = yearAt(context, next);
  const dayNumber = day ? Number(day[1]) : null;
  const relative = stated === null ? lastYearAfter(context, month + 1) : null;
  const to = stated ? next + 1 : (relative?.to ?? (at(context, month + 1) === 'ماه' ? month + 2 : month + 1));
  if (!stated && dayNumber === null && AMBIGUOUS.has(at(context, month)) && relative === null && at(context, month + 1) !== 'ماه') return null;
  const year = stated?.year ?? relative?.year ?? null;
  return code > 100 ? gregorian(context, { from, to, mod }, year, code - 100, dayNumber) : solar(context, { from, to, mod }, year, code, dayNumber);
};

/** Words that are months only beside a day or year. */
const AMBIGUOUS = new Set(['می', 'مه', 'دی', 'تیر', 'مهر', 'mars', 'mai', 'آب', 'مارس']);

/** "سال گذشته", "l'année dernière" after a month: the year before the document's. */
function lastYearAfter({ words, tokens, anchor }: Context, from: number): { readonly year: number; readonly to: number } | null {
  const here = tokens[from]?.lower === 'ماه' ? from + 1 : from;
  if (!anchor) return null;
  if (words.yearWords.has(tokens[here]?.lower ?? '') && words.last.has(tokens[here + 1]?.lower ?? ''))
    return { year: (words.solar ? solarOf(anchor) : anchor.year) - 1, to: here + 2 };
  if (words.last.has(tokens[here]?.lower ?? '') && !words.solar) return null;
  return words.thisYear !== '' && tokens[here]?.lower === words.thisYear ? { year: words.solar ? solarOf(anchor) : anchor.year, to: here + 1 } : null;
}

type Place = { readonly from: number; readonly to: number; readonly mod: Mod };

function gregorian({ anchor }: Context, { from, to, mod }: Place, stated: number | null, month: number, day: number | null): Timex | null {
  if (day !== null && (day < 1 || day > 31)) return null;
  const year = stated ?? (anchor ? (day === null ? yearOfMonth(anchor, month, false) : yearOfDay(anchor, month, false)) : null);
  const start = year === null ? 'XXXX' : String(year);
  return date(from, to, day === null ? `${start}-${two(month)}` : `${start}-${two(month)}-${two(day)}`, mod);
}

/** The Solar Hijri year in which the anchor lies: it begins on about 21 March. */
const solarOf = (anchor: Anchor): number => anchor.year - ((anchor.month ?? 6) * 100 + (anchor.day ?? 15) < 321 ? 622 : 621);

function solar({ anchor }: Context, { from, to, mod }: Place, stated: number | null, month: number, day: number | null): Timex | null {
  const year = stated ?? (anchor ? nearestSolar(anchor, month) : null);
  if (year === null) return date(from, to, '', mod);
  return date(from, to, day === null ? solarMonth(year, month) : solarDay(year, month, day), mod);
}

/** The latest year whose month has begun by the anchor. */
function nearestSolar(anchor: Anchor, month: number): number {
  const year = solarOf(anchor);
  const begins = solarDay(year, month, 1);
  const now = anchorDate(anchor);
  return begins.slice(0, now.length) <= now ? year : year - 1;
}

/** "تیر تا شهریور ۱۳۶۶", "de juillet à septembre 1988", "entre julio y septiembre de 1988": two months, the year told of the last. */
const monthRange: Rule = (context, from) => {
  const { words } = context;
  const first = words.months.get(at(context, from));
  if (first === undefined) return null;
  const here = at(context, from + 1) === 'ماه' ? from + 2 : from + 1;
  const joins = words.through.has(at(context, here)) || (words.and.has(at(context, here)) && words.between.has(at(context, from - 1)));
  const second = joins ? words.months.get(at(context, here + 1)) : undefined;
  if (second === undefined || second > 100 !== first > 100) return null;
  let next = here + 2;
  while (words.of.has(at(context, next)) && next - here < 4) next++;
  const stated = yearAt(context, next);
  if (!stated || stated.solar !== second <= 100) return null;
  const year = first > second ? stated.year - 1 : stated.year;
  const [start, end] = stated.solar
    ? [solarDay(year, first, 1), solarDay(stated.year, second, daysInSolarHijriMonth(stated.year, second))]
    : [`${year}-${two(first - 100)}`, `${stated.year}-${two(second - 100)}`];
  return date(from, next + 1, `${start}/${end}`);
};

/** "2019", "سال ۱۳۶۷", "l'année 2019"; "دهه ۶۰". */
const yearDate: Rule = (context, from) => {
  const { words } = context;
  const mod = words.mods.get(at(context, from)) ?? null;
  let here = mod ? from + 1 : from;
  if (at(context, here) === 'دهه' && /^\d0$/.test(at(context, here + 1))) return decade(here, Number(at(context, here + 1)));
  if (words.yearWords.has(at(context, here))) here++;
  const found = yearAt(context, here);
  if (!found || /^(?:نفر|تن|personnes|personas|euros|dollars|dólares)$/.test(at(context, here + 1))) return null;
  return date(from, here + 1, found.solar ? solarYear(found.year) : String(found.year), mod);
};

/** The Solar Hijri decade of a two-digit number: the sixties begin on 21 March 1981. */
const decade = (from: number, tens: number): Timex =>
  date(from, from + 2, `${solarDay(1300 + tens, 1, 1)}/${solarDay(1309 + tens, 12, daysInSolarHijriMonth(1309 + tens, 12))}`);

/** "1401/05/19", "2022-08-10", "10/08/2022" (day first). */
const numeric: Rule = (context, from) => {
  const parts = /^(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})$/.exec(at(context, from));
  if (!parts) return null;
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [y, m, d] = a > 31 ? [a, b, c] : [c, b, a];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  if (y >= 1200 && y < 1500) return date(from, from + 1, solarDay(y, m, d));
  return y >= 1500 && y <= 2100 ? date(from, from + 1, `${y}-${two(m)}-${two(d)}`) : null;
};

const dayOfWeek: Rule = (context, from) => {
  const day = context.words.weekdays.get(at(context, from));
  if (day === undefined) return null;
  const comma = /^[,،]$/.test(at(context, from + 1)) ? from + 2 : from + 1;
  const full = monthDate(context, comma);
  if (full && /^\d{4}-\d\d-\d\d$/.test(full.value)) return { ...full, from };
  const shift = context.words.last.has(at(context, from + 1)) ? -1 : context.words.next.has(at(context, from + 1)) ? 1 : 0;
  const to = shift === 0 ? from + 1 : from + 2;
  const jdn = context.anchor ? anchorJdn(context.anchor) : null;
  if (jdn === null) return date(from, to, `XXXX-WXX-${day}`);
  let gap = day - (weekday(jdn) + 1);
  if (shift > 0) gap = gap <= 0 ? gap + 7 : gap;
  else if (gap > 0 || (gap === 0 && shift < 0)) gap -= 7;
  return date(from, to, dayValue(jdn + gap));
};

const namedDay: Rule = (context, from) => {
  const { words, anchor } = context;
  const shift = words.days.get(at(context, from));
  const jdn = anchor ? anchorJdn(anchor) : null;
  if (shift !== undefined) return date(from, from + 1, jdn === null ? '' : dayValue(jdn + shift));
  if (words.thisYear === '' || !anchor) return null;
  if (at(context, from) === words.thisYear) return date(from, from + 1, solarYear(solarOf(anchor)));
  return at(context, from) === words.lastYear ? date(from, from + 1, solarYear(solarOf(anchor) - 1)) : null;
};

/** "ماه گذشته", "la semaine dernière", "este año". */
const relative: Rule = (context, from) => {
  const { words, anchor } = context;
  const unit = words.units.get(at(context, from));
  const before = words.current.has(at(context, from)) ? words.units.get(at(context, from + 1)) : undefined;
  if (before) return date(from, from + 2, shifted(context, before, 0));
  if (!unit) return null;
  const after = at(context, from + 1);
  const shift = words.last.has(after) ? -1 : words.next.has(after) ? 1 : words.current.has(after) && words.solar ? 0 : null;
  return shift === null || !anchor ? null : date(from, from + 2, shifted(context, unit, shift));
};

function shifted({ words, anchor }: Context, unit: string, n: number): string {
  if (!anchor) return '';
  const jdn = anchorJdn(anchor);
  if (unit === 'Y') return words.solar ? solarYear(solarOf(anchor) + n) : String(anchor.year + n);
  if (unit === 'M') return monthFrom(anchor, n) ?? '';
  if (jdn === null) return '';
  return unit === 'W' ? weekValue(jdn + 7 * n) : unit === 'D' ? dayValue(jdn + n) : '';
}

/** "دو سال پیش", "il y a deux ans", "hace tres meses"; without such a word a duration. */
const counted: Rule = (context, from) => {
  const { words } = context;
  const opener = words.agoBefore.find((each) => each.split(' ').every((word, n) => at(context, from + n) === word));
  const start = opener ? from + opener.split(' ').length : from;
  const n = /^\d{1,3}$/.test(at(context, start)) ? Number(at(context, start)) : words.numbers.get(at(context, start));
  const unit = n === undefined ? undefined : words.units.get(at(context, start + 1));
  if (n === undefined || !unit || unit === 'DE') return null;
  const ago = opener !== undefined || words.ago.has(at(context, start + 2));
  const to = ago && !opener ? start + 3 : start + 2;
  if (ago) return date(from, to, n === 0 ? 'PAST_REF' : unit === 'Y' && context.anchor ? String(context.anchor.year - n) : shifted(context, unit, -n));
  return { from: start, to, type: 'DURATION', value: `P${n === 0 ? 'X' : n}${unit}`, mod: null };
};

const RULES: readonly Rule[] = [numeric, monthRange, monthDate, dayOfWeek, namedDay, relative, counted, yearDate];

/** The longest expression of a language that begins at token `from`, or null. */
export function otherTimeAt(language: string, tokens: readonly Token[], anchor: Anchor | null, from: number): Timex | null {
  const words = LANGUAGES[language];
  if (!words) return null;
  let best: Timex | null = null;
  for (const rule of RULES) {
    const found = rule({ words, tokens, anchor }, from);
    if (found && (!best || found.to > best.to)) best = found;
  }
  return best;
}
