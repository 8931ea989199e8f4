// What a list tells of an entry besides its names, as far as it can be weighed: it is the list's word. What cannot be read for certain
// (a date of another calendar, two dates of birth) is shown, and weighed as if it were not told.
import { readEdtf } from '../base/edtf.ts';
import type { ListEntry, ListFact } from '../model/name-list.ts';
import type { NameContext } from '../names/weigh-context.ts';

export function contextOfEntry({ facts }: Pick<ListEntry, 'facts'>): NameContext {
  const told = (fact: ListFact): readonly string[] => facts.filter(({ what }) => what === fact).map(({ words }) => words);
  const [born, died] = [onlyDate(told('born')), onlyDate(told('died'))];
  const [birthPlace, ...others] = told('birthPlace');
  return {
    ...(born === null ? {} : { born }),
    ...(died === null ? {} : { died }),
    ...(birthPlace === undefined || others.length > 0 ? {} : { birthPlace }),
    places: [...told('place'), ...told('birthPlace')],
    relatives: (['father', 'mother'] as const).flatMap((relation) => told(relation).map((name) => ({ relation, name }))),
  };
}

/** The one date that all of them give, or the year where they give days of one year; null where they differ or none can be read. */
function onlyDate(words: readonly string[]): string | null {
  const dates = new Set(words.map(dateOf));
  const [date] = dates;
  if (dates.size === 1) return date ?? null;
  const years = new Set([...dates].map((each) => each?.slice(0, 4) ?? null));
  const [year] = years;
  return years.size === 1 ? (year ?? null) : null;
}

/** As EDTF, or the year that stands in the words alone; null where they hold none, or several. "03/05/1961" is 1961: whose month it is, nobody knows. */
function dateOf(words: string): string | null {
  const plain = words.trim();
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(plain) && isOurs(plain)) return readEdtf(plain) ? plain : null;
  const years = new Set(Array.from(plain.matchAll(/(?<!\d)\d{4}(?!\d)/g), ([year]) => year));
  const [year] = years;
  return years.size === 1 && year !== undefined && isOurs(year) ? year : null;
}

/** Years below are of another calendar, or of nobody whom a record names. */
const isOurs = (date: string): boolean => Number(date.slice(0, 4)) >= 1850 && Number(date.slice(0, 4)) <= 2100;
