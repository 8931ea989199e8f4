// Which names of one document are of one party, as its readers take them: "Sadrpour" is the Amir Sadrpour whom the text has named,
// unless it has named two of them. A proposal: what is put together here is judged by a person, in one go.
import { compareNames, VERDICT_FROM } from '../names/compare-names.ts';
import { mayBeOne, nameKey } from '../names/name-key.ts';
import { parseName } from '../names/parse-name.ts';
import { entitySort } from './entity-sort.ts';
import { kindOfNames } from './propose-pairs.ts';

type Labelled = { readonly label: string };

/** The other names of the document that are of the same party as `own`, the fullest first. None where `own` may be either of two. O(names × those alike). */
export function mentionsWith<T extends Labelled>(own: T, names: readonly T[]): readonly T[] {
  const fuller = fullerThan(own, names);
  if (!areOneParty(fuller)) return [];
  const party = [own, ...fuller];
  const others = names.filter((each) => each !== own && party.some((one) => areAlike(each, one)) && areOneParty(fullerThan(each, names)));
  return others.toSorted((a, b) => wordsOf(b) - wordsOf(a) || (a.label < b.label ? -1 : 1));
}

const wordsOf = ({ label }: Labelled): number => nameKey(label).length;

/** Those that may be one with it and have as many words or more. */
const fullerThan = <T extends Labelled>(own: T, names: readonly T[]): readonly T[] =>
  names.filter((each) => each !== own && wordsOf(each) >= wordsOf(own) && areAlike(own, each));

const areOneParty = (names: readonly Labelled[]): boolean => names.every((one, n) => names.slice(n + 1).every((other) => areAlike(one, other)));

function areAlike({ label: a }: Labelled, { label: b }: Labelled): boolean {
  if (mayBeOne(a, b) || mayBeOne(b, a)) return true;
  const [x, y] = [sortOf(a), sortOf(b)];
  if (x === 'described' || x !== y) return false;
  const kind = kindOfNames({ sort: x });
  return compareNames(parseName(a, kind), parseName(b, kind)).score >= VERDICT_FROM.likely;
}

const sortOf = (label: string) => entitySort(label, []);
