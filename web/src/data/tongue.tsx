// The interface's language: its words are files, web/strings/*.json, one a language. To add a language, copy en.json,
// put its words in, and name it here; English stands in for a kind or column that a file has no word for.
import { createContext, use, type ReactNode } from 'react';
import { kindEntry, type Kind } from '../../../src/model/vocabulary.ts';
import en from '../../strings/en.json' with { type: 'json' };
import fa from '../../strings/fa.json' with { type: 'json' };

type Strings = Omit<typeof en, 'kinds' | 'columns'> & { readonly kinds: Readonly<Record<string, string>>; readonly columns: Readonly<Record<string, string>> };
type Lists = 'seasons' | 'months.gregorian' | 'months.solarHijri' | 'reject.reasons' | 'withdraw.reasons' | 'different.reasons';
export type Phrase = Exclude<keyof Strings, 'kinds' | 'columns' | Lists>;

const files = { en, fa } as const satisfies Record<string, Strings>;
export type TongueCode = keyof typeof files;
export const TONGUES = Object.keys(files) as readonly TongueCode[];
export const isTongue = (code: string | null): code is TongueCode => code !== null && code in files;

const RIGHT_TO_LEFT: readonly TongueCode[] = ['fa'];
export const directionOf = (code: TongueCode): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.includes(code) ? 'rtl' : 'ltr');

/** The name of a language in that language. */
export const tongueName = (code: TongueCode): string => files[code].name;

type Values = Readonly<Record<string, string | number>>;

export type Tongue = {
  readonly code: TongueCode;
  /** The phrase with its `{places}` filled; `n` also picks the plural form. Numbers are written in the language's digits. */
  readonly say: (phrase: Phrase, values?: Values) => string;
  readonly kind: (kind: Kind) => string;
  /** The word for a column of the matrix, else the label that came with it. */
  readonly column: (id: string, label: string) => string;
  readonly number: (value: number) => string;
  /** A number without the groups that a count would have: a year, a day. */
  readonly digits: (value: number) => string;
  readonly list: (name: Lists) => readonly string[];
  /** A name of a language by its BCP 47 tag; the tag itself where it has none. */
  readonly language: (tag: string) => string;
};

export function tongueOf(code: TongueCode): Tongue {
  const strings: Strings = files[code];
  const plurals = new Intl.PluralRules(code);
  const numbers = new Intl.NumberFormat(code);
  const digits = new Intl.NumberFormat(code, { useGrouping: false });
  const languages = new Intl.DisplayNames(code, { type: 'language', fallback: 'code' });
  const written = (value: string | number): string => (typeof value === 'number' ? numbers.format(value) : value);
  const say = (phrase: Phrase, values: Values = {}): string => {
    const found = strings[phrase];
    const form = typeof found === 'string' ? found : plurals.select(Number(values['n'] ?? 0)) === 'one' ? found.one : found.other;
    return form.replaceAll(/\{(\w+)\}/g, (place, name: string) => written(values[name] ?? place));
  };
  return {
    code,
    say,
    kind: (kind) => strings.kinds[kind] ?? kindEntry(kind).label,
    column: (id, label) => strings.columns[id] ?? label,
    number: (value) => numbers.format(value),
    digits: (value) => digits.format(value),
    list: (name) => strings[name],
    language: (tag) => (isLanguageTag(tag) ? (languages.of(tag) ?? tag) : tag),
  };
}

const isLanguageTag = (tag: string): boolean => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag);

const TongueContext = createContext<Tongue>(tongueOf('en'));

export const useTongue = (): Tongue => use(TongueContext);

export function SpokenIn({ tongue, children }: { readonly tongue: Tongue; readonly children: ReactNode }) {
  return <TongueContext value={tongue}>{children}</TongueContext>;
}
