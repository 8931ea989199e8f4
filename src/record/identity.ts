// Who is who, as far as people have judged: what every view asks before it takes two names for one party.
import { foldedWords } from '../base/fold.ts';
import { mayBeOne, nameKey } from '../names/name-key.ts';

/** A name where it stands. */
export type Named = { readonly document: string; readonly name: string };

/** `one`: people judged them to be; or it is one name of one document. `two`: people judged them apart. `perhaps`: alike, and not judged. */
export type Relation = 'one' | 'two' | 'perhaps' | 'unlike';

/** What people judged of names: of each name that is in a group, the group's id, and the groups or names that are apart. */
export type JudgedNames = {
  readonly groups: readonly { readonly document: string; readonly key: string; readonly group: string }[];
  readonly apart: readonly { readonly left: Named; readonly right: Named }[];
};

/** `bearer`: the same for two names exactly where they are `one`. */
export type Identity = { readonly relate: (a: Named, b: Named) => Relation; readonly bearer: (named: Named) => string };

/** The telling words of a name, by which one document's names are told apart: folded, titles and articles left out. Empty where nothing tells. */
export const keyOfName = (name: string): string => (nameKey(name).join(' ') || foldedWords(name).join(' ')).slice(0, 400);

/** Nothing judged: names are alike or they are not. */
export const NOTHING_JUDGED: JudgedNames = { groups: [], apart: [] };

export function identityOf({ groups, apart }: JudgedNames): Identity {
  const groupOf = new Map(groups.map(({ document, key, group }) => [placeOf(document, key), group]));
  const bearers = new Map<string, string>();
  const bearer = ({ document, name }: Named): string => {
    const asked = placeOf(document, name);
    const before = bearers.get(asked);
    if (before !== undefined) return before;
    const place = placeOf(document, keyOfName(name));
    const found = groupOf.get(place) ?? place;
    bearers.set(asked, found);
    return found;
  };
  const pair = (a: string, b: string): string => JSON.stringify([a, b].toSorted());
  const parted = new Set(apart.map(({ left, right }) => pair(bearer(left), bearer(right))));
  return {
    bearer,
    relate(a, b) {
      const [x, y] = [bearer(a), bearer(b)];
      if (x === y) return 'one';
      if (parted.size > 0 && parted.has(pair(x, y))) return 'two';
      // Of two with as many words, one of them twice, it is one way and not the other: what is alike is so both ways.
      return mayBeOne(a.name, b.name) || mayBeOne(b.name, a.name) ? 'perhaps' : 'unlike';
    },
  };
}

/** Names by their words alone, whoever is held to bear them: for whoever files those beside. */
export const BY_WORDS: Identity = { bearer: ({ name }) => name, relate: () => 'perhaps' };

const placeOf = (document: string, key: string): string => `${document} ${key}`;
