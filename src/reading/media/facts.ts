// What is found of a picture, sound or film, gathered: foreign values made fit to be kept and shown.
import type { MediaFact } from '../../model/media.ts';

/** Letters of a value at most: what is longer is no name of a camera. */
const LONGEST = 1000;
/** Values at most. */
const MOST = 100;

export class Facts {
  readonly #facts: MediaFact[] = [];

  /** Takes a text or a number; what is empty, or no number, is nothing. The same value of the same fact is kept once, from where it was found first. */
  add(fact: MediaFact['fact'], value: unknown, from: string): void {
    const given = typeof value === 'number' && Number.isFinite(value) ? String(value) : typeof value === 'string' ? value : '';
    const words = Array.from(
      given
        .toWellFormed()
        .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
        .trim(),
    ) // prettier-ignore
      .slice(0, LONGEST)
      .join('');
    if (words === '' || this.#facts.length >= MOST || this.#facts.some((each) => each.fact === fact && each.value === words)) return;
    this.#facts.push({ fact, value: words, from });
  }

  get found(): readonly MediaFact[] {
    return this.#facts;
  }
}

/** Decimal degrees to some ten centimetres; null where they are no place on the earth, or the null island that broken receivers give. */
export function position(latitude: number, longitude: number): string | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) || (latitude === 0 && longitude === 0)) return null;
  return `${Number(latitude.toFixed(6))}, ${Number(longitude.toFixed(6))}`;
}

/** ISO 6709, as "+35.6892+051.3890+1200/", degrees alone; null for another form. */
export function readIso6709(words: string): { readonly position: string | null; readonly altitude: number | null } | null {
  const found = /^([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?/.exec(words);
  if (!found) return null;
  return { position: position(Number(found[1]), Number(found[2])), altitude: found[3] === undefined ? null : Number(found[3]) };
}

/** EXIF's "2021:07:08 14:22:10", with what is known of its zone and fraction of a second, in ISO 8601; null for none. */
export function cameraTime(words: unknown, zone: unknown, fraction: unknown): string | null {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)/.exec(typeof words === 'string' ? words : '');
  if (!found || found[1] === '0000') return null;
  const [, year, month, day, hour, minute, second] = found;
  const part = typeof fraction === 'string' && /^\d{1,9}/.test(fraction) ? `.${/^\d{1,9}/.exec(fraction)?.[0] ?? ''}` : '';
  const offset = typeof zone === 'string' && /^(?:[+-]\d\d:\d\d|Z)$/.test(zone.trim()) ? zone.trim() : '';
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${part}${offset}`;
}
