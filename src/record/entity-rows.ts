// Who claims name, from the claims themselves: for a part of the record, or the record as it stood, of which no table is kept.
import type { EntityRow } from '../model/entity.ts';
import { entitySort } from './entity-sort.ts';

/** A claim's document, and the names that it gives: `id` is that of the name in its document, `words` the form that the claim gives. */
export type NamingIn = { readonly document: string; readonly names: readonly { readonly id: string; readonly part: string; readonly words: string }[] };

/** Whether a form of a name is fuller than another: of two of one length the first of the alphabet is. */
export const isFuller = (words: string, than: string): boolean => words.length > than.length || (words.length === than.length && words < than);

type Gathered = { claims: number; readonly documents: Set<string>; readonly parts: Set<string>; readonly fullest: Map<string, string> };

/**
 * Those whom claims name, the ones that most name first. Of a name of a document only its fullest form counts, of several the first of the alphabet.
 *
 * @param idOf - the least id of the names that people held to be one with a name
 */
export function entityRows(claims: readonly NamingIn[], idOf: (name: string) => string): readonly EntityRow[] {
  const gathered = new Map<string, Gathered>();
  for (const { document, names } of claims) {
    const counted = new Set<string>();
    for (const { id, part, words } of names) {
      const at = idOf(id);
      const one = gathered.get(at) ?? { claims: 0, documents: new Set<string>(), parts: new Set<string>(), fullest: new Map<string, string>() };
      gathered.set(at, one);
      if (!counted.has(at)) one.claims++;
      counted.add(at);
      one.documents.add(document);
      one.parts.add(part);
      const before = one.fullest.get(id);
      if (before === undefined || isFuller(words, before)) one.fullest.set(id, words);
    }
  }
  return [...gathered]
    .map(([id, { claims: many, documents, parts, fullest }]): EntityRow => {
      const labels = [...new Set(fullest.values())].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
      const [label = ''] = labels;
      return { id, label, labels, sort: entitySort(label, [...parts]), claims: many, documents: documents.size };
    })
    .toSorted((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1));
}
