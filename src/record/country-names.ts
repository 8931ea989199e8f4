// By which names texts speak of countries: those that CLDR has in these languages, and others that people use.
import { foldedWords } from '../base/fold.ts';
import data from '../model/nations.json' with { type: 'json' };

const LANGUAGES = ['en', 'fr', 'es', 'fa', 'ar', 'sv', 'de', 'ru'];

/** Folded names of countries to ISO 3166-1 codes. An adjective ("Iranian") is no name. */
export const countryNames: ReadonlyMap<string, string> = new Map([
  ...Object.keys(data.nations).flatMap((code) =>
    LANGUAGES.flatMap((language) => {
      const name = new Intl.DisplayNames([language], { type: 'region' }).of(code);
      return name && name !== code ? [[foldedWords(name).join(' '), code] as const] : [];
    }),
  ),
  ...listed(data.names),
]);

/** Folded adjectives and words for their people. */
export const countryAdjectives: ReadonlyMap<string, string> = new Map(listed(data.nations));

function listed(table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([code, words]) =>
    words
      .split('|')
      .filter(Boolean)
      .map((word) => [foldedWords(word).join(' '), code] as const),
  );
}
