// Which rules a text is read by: its stated language where there are rules for it, else what its script and small words say.
import type { Token } from './tokens.ts';

/** 'other' has sentences, numbers and names by their capitals, and no claims: "Die" is no English verb in German. */
export type Ruled = 'en' | 'fa' | 'ar' | 'fr' | 'es' | 'other';

const RULED: readonly Exclude<Ruled, 'other'>[] = ['en', 'fa', 'ar', 'fr', 'es'];
const SMALL: Readonly<Record<'en' | 'fr' | 'es', ReadonlySet<string>>> = {
  en: new Set(['the', 'of', 'and', 'to', 'in', 'was', 'is', 'that', 'for', 'with']),
  fr: new Set(['le', 'les', 'des', 'et', 'une', 'du', 'dans', 'est', 'pour', 'qui']),
  es: new Set(['el', 'los', 'del', 'y', 'una', 'en', 'las', 'por', 'que', 'con']),
};

/** `stated` is BCP 47 or null. Looks at the first 1,000 tokens at most; English where a short text does not tell. */
export function languageOf(tokens: readonly Token[], stated: string | null): Ruled {
  const base = stated?.toLowerCase().split('-')[0];
  const known = RULED.find((each) => each === base);
  if (known) return known;
  if (base !== undefined && base !== '' && base !== 'und') return 'other';
  const words = tokens.slice(0, 1000).filter((each) => each.sort === 'word');
  const arabic = words.filter((each) => /[\u0600-\u06ff]/.test(each.text));
  if (arabic.length * 2 > words.length) return arabic.some((each) => /[پچژگ]/.test(each.text)) ? 'fa' : 'ar';
  const count = (language: 'en' | 'fr' | 'es'): number => words.filter((each) => SMALL[language].has(each.lower)).length;
  const [en, fr, es] = [count('en'), count('fr'), count('es')];
  if (fr > en && fr > es) return 'fr';
  if (es > en && es > fr) return 'es';
  // Of running English at least one word in twenty is one of these.
  return words.length < 40 || en * 20 > words.length ? 'en' : 'other';
}
