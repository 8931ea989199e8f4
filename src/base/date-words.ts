// A date as it is read in English, no more exact than it is given: 15 June 2024, June 2024, about 1988.
import { jdnToGregorian } from './calendar.ts';
import { readEdtf } from './edtf.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Of a day, a month or a year; any other date of EDTF, and what is none, as it is written. */
export function dateWords(edtf: string): string {
  const date = readEdtf(edtf);
  if (!date || date.uncertain || !['day', 'month', 'year'].includes(date.precision) || date.first < 0) return edtf;
  const { year, month, day } = jdnToGregorian(date.first);
  const named = `${MONTHS[month - 1] ?? ''} ${year}`;
  const words = date.precision === 'day' ? `${day} ${named}` : date.precision === 'month' ? named : String(year);
  return date.approximate ? `about ${words}` : words;
}
