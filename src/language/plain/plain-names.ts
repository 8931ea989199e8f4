// Names in languages that are read without a parser: runs of capitals where there are any; in Persian what follows a title
// or an agency's and a court's own words, as nothing else tells a name from a noun.
import { ORGANIZATION_HEADS, PLACES } from '../name-words.ts';
import type { Name } from '../names.ts';
import type { Word } from '../word.ts';
import { arabicNames } from './arabic-names.ts';
import { endOfAgent, FIRST_NAMES, MODIFIERS, NUMBERS, PEOPLE } from './persian-parts.ts';
import type { Profile } from './profile.ts';

const BODIES =
  /^(?:وزارت|سازمان|دادگاه|دیوان|شورای|آژانس|حزب|مجلس|کمیته|کمیسیون|اتحادیه|انجمن|بنیاد|سپاه|نیروی|پلیس|خبرگزاری|دانشگاه|کانون|ministère|tribunal|cour|conseil|ministerio|corte|consejo|fiscalía|policía|parquet|union|parti|partido|organisation|organización|commission|comisión)$/;
const PLACE_STARTS = /^(?:زندان|شهر|استان|کشور|روستای|شهرستان|میدان|خیابان|prison|ville|ciudad|cárcel)$/;

/** The names of a sentence, in order. `sure` is false throughout: these are guesses by form. */
export function plainNames(words: readonly Word[], profile: Profile | null): readonly Name[] {
  if (profile?.verbFinal === true) return withoutCapitals(words, profile);
  return profile === null && words.some((each) => ARABIC.test(each.lower)) ? arabicNames(words) : withCapitals(words, profile);
}

const ARABIC = /[\u0600-\u06ff]/;

function withCapitals(words: readonly Word[], profile: Profile | null): readonly Name[] {
  const names: Name[] = [];
  for (let at = 0; at < words.length; at++) {
    // "El juez …", "Según …": a small word with the capital of its sentence.
    if (words[at]?.tag !== 'NNP' || (at === 0 && isSmall(words[at]?.lower ?? '', profile))) continue;
    let to = at + 1;
    for (let next = to; next !== 0; next = afterLinks(words, to)) to = next;
    const organization = words.slice(at, to).some((each) => ORGANIZATION_HEADS.has(each.lower) || BODIES.test(each.lower) || /^\p{Lu}{2,6}$/u.test(each.text));
    const place = to - at === 1 && (PLACES.has(words[at]?.lower ?? '') || /^(?:à|en|au|dans)$/.test(words[at - 1]?.lower ?? ''));
    names.push({ from: at, to, type: organization ? 'organization' : place ? 'place' : 'person', sure: false });
    at = to - 1;
  }
  return names;
}

const isSmall = (lower: string, profile: Profile | null): boolean =>
  ARTICLES.has(lower) || ['el', 'le', 'les'].includes(lower) || (profile?.bounds.has(lower) ?? false);

/** Past the word of the name at `at`, the links before it included ("Comisión de la Verdad"); 0 where the name ends. An article alone links nothing. */
function afterLinks(words: readonly Word[], at: number): number {
  const linked = LINKS.has(words[at]?.lower ?? '') && words[at]?.tag !== 'NNP';
  const next = at + (linked ? (ARTICLES.has(words[at + 1]?.lower ?? '') ? 2 : 1) : 0);
  return words[next]?.tag === 'NNP' ? next + 1 : 0;
}

const LINKS = new Set(['de', 'del', 'du', 'des', 'von', 'van', 'bin', 'al', 'el']);
const ARTICLES = new Set(['la', 'las', 'los']);

function withoutCapitals(words: readonly Word[], profile: Profile): readonly Name[] {
  const names: Name[] = [];
  const stops = (word: Word | undefined): boolean =>
    word?.sort !== 'word' || profile.bounds.has(word.lower) || DATES.test(word.lower) || (profile.triggers.has(word.lower) && !MODIFIERS.has(word.lower));
  const runs = (from: number, longest: number): number => {
    let to = from;
    while (to - from < longest && !stops(words[to])) to++;
    return to;
  };
  for (let at = 0; at < words.length; at++) {
    const found = persianNameAt(words, at, { profile, runs });
    if (!found) continue;
    names.push(found);
    const { to } = found;
    at = Math.max(at, to - 1);
  }
  return names;
}

const DATES = /^(?:روز|سال|ماه|مورخ|شامگاه|صبح|عصر)$/;

type Reading = { readonly profile: Profile; readonly runs: (from: number, longest: number) => number };

/** The Persian name that a word brings in: a title, a body, a kind of place or a first name; null where it brings none. */
function persianNameAt(words: readonly Word[], at: number, { profile, runs }: Reading): Name | null {
  const lower = words[at]?.lower ?? '';
  const next = words[at + 1]?.lower ?? '';
  const named = (type: Name['type'], from: number, to: number, shortest: number): Name | null =>
    to - from >= shortest ? { from, to, type, sure: false } : null;
  // "سخنگوی وزارت کشور": behind an office a body is no person.
  if (profile.titles.has(lower)) return BODIES.test(next) || profile.titles.has(next) ? null : named('person', at + 1, runs(at + 1, 3), 2);
  if (BODIES.test(lower)) {
    const limit = runs(at, 7);
    const end = endOfAgent(words, { from: at, to: limit }, (word) => profile.triggers.has(word));
    const last = words[end]?.lower ?? '';
    // "پلیس برود": one word left is where the body is; two are somebody's name.
    const whole = limit - end === 1 && !FIRST_NAMES.has(last) && !PEOPLE.has(last) && !NUMBERS.has(last) ? limit : end;
    return named('organization', at, end > at ? whole : Math.min(limit, at + 4), 1);
  }
  if (PLACE_STARTS.test(lower)) return named('place', at, runs(at, MODIFIERS.has(next) ? 3 : 2), 2);
  if (FIRST_NAMES.has(lower)) return named('person', at, runs(at, 3), 2);
  return PLACES.has(lower) ? named('place', at, at + 1, 1) : null;
}
