// Where words stand in a text: as they are, or, where spaces, hyphens and forms of letters do not count, as a reader would know them.
import { fold } from '../base/fold.ts';
import { CodePoints } from '../base/span.ts';
import type { Quote } from '../model/claim.ts';

/** Every place where a text has exactly these words, in order. O(length of the text). */
export function placesOf(text: string, exact: string): readonly Quote[] {
  const points = new CodePoints(text);
  const length = Array.from(exact).length;
  const places: Quote[] = [];
  if (length === 0) return places;
  for (let unit = text.indexOf(exact); unit >= 0; unit = text.indexOf(exact, unit + 1)) {
    const start = points.fromUnit(unit);
    places.push({ exact, start, end: start + length });
  }
  return places;
}

/** Letters that say nothing of a word: two readers may differ in them. */
const MUTE = /[^\p{L}\p{N}]/gu;

/**
 * Every place whose letters and digits are those of the words, whatever stands between them and whatever their forms.
 * O(length of the text); for people to choose from, never to move a claim by.
 */
export function similarPlaces(text: string, exact: string): readonly Quote[] {
  const letters = Array.from(exact).map(bare).join('');
  if (letters === '') return [];
  const points = Array.from(text);
  // For each letter of the folded text the code point that it comes from.
  const from: number[] = [];
  let folded = '';
  for (const [at, point] of points.entries()) {
    const part = bare(point);
    for (let n = 0; n < part.length; n++) from.push(at);
    folded += part;
  }
  const places: Quote[] = [];
  for (let unit = folded.indexOf(letters); unit >= 0; unit = folded.indexOf(letters, unit + letters.length)) {
    const [start = 0, last = 0] = [from[unit], from[unit + letters.length - 1]];
    places.push({ exact: points.slice(start, last + 1).join(''), start, end: last + 1 });
  }
  return places;
}

const bare = (point: string): string => fold(point).replace(MUTE, '');
