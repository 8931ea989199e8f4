// Which known entities the mentions of one document may speak of: best first, each with its reasons, so that a person
// sees the rivals beside the first. It joins nobody.
import { compareNames, VERDICT_FROM, type Comparison } from './compare-names.ts';
import type { NameIndex } from './name-index.ts';
import { parseName, type NameKind } from './parse-name.ts';
import { weighContext, type NameContext } from './weigh-context.ts';

/** The mentions that a document uses of one party, grouped by coreference: its different names, and what is said of it there. */
export type MentionGroup = { readonly names: readonly string[]; readonly kind: NameKind; readonly context: NameContext };
export type KnownEntity = { readonly id: string; readonly names: readonly string[]; readonly context: NameContext };

/** `mention` and `name`: the two names that are most alike, with how they compare, context weighed in. */
export type RankedEntity = { readonly id: string; readonly mention: string; readonly name: string; readonly comparison: Comparison };

/** `ranked`: best first, equal ones by id. `isClear`: the first is likely, and no rival even possible. Not a decision either way. */
export type EntityProposal = { readonly ranked: readonly RankedEntity[]; readonly isClear: boolean };

/** Names looked up in the index for each name of the group, and entities given at most. */
const LOOKED_UP = 50;
const MOST_RANKED = 10;

/**
 * @param index - over the names of the entities, by the entities' ids
 * @param entity - what is known of an id, or null where the asker may not see it: it is then left out, and nothing tells
 */
export function rankEntities(group: MentionGroup, index: NameIndex, entity: (id: string) => KnownEntity | null): EntityProposal {
  const ids = new Set(group.names.flatMap((name) => index.find(name, { kind: group.kind, most: LOOKED_UP }).map(({ id }) => id)));
  const ranked = [...ids]
    .flatMap((id) => {
      const known = entity(id);
      const best = known === null ? null : bestPair(group, known);
      return best === null ? [] : [best];
    })
    .toSorted((a, b) => b.comparison.score - a.comparison.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_RANKED);
  const [first, rival] = ranked;
  return { ranked, isClear: (first?.comparison.score ?? 0) >= VERDICT_FROM.likely && (rival?.comparison.score ?? 0) < VERDICT_FROM.possible };
}

function bestPair(group: MentionGroup, known: KnownEntity): RankedEntity | null {
  const context = weighContext(group.context, known.context);
  const all = group.names.flatMap((mention) =>
    known.names.map((name) => ({
      id: known.id,
      mention,
      name,
      comparison: compareNames(parseName(mention, group.kind), parseName(name, group.kind), context),
    })),
  );
  return all.reduce<RankedEntity | null>((best, one) => (best === null || one.comparison.score > best.comparison.score ? one : best), null);
}
