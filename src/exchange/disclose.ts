// What of the log a file for others may say. Every envelope and proof goes out, as they tell nothing; a payload goes out
// only where what it speaks of may be seen, and names of people at the desk only where that was asked for.
import type { Act } from '../model/act.ts';
import { SENSITIVITIES, type Sensitivity } from '../model/document.ts';

/** `most`: the most sensitive that may be seen. `people`: whether the names of who reviewed go out. */
export type Disclosure = { readonly most: Sensitivity; readonly people: boolean };

/** What became of each act, and of each original and text by its digest. */
export type Disclosed = {
  readonly act: (act: Act) => boolean;
  readonly originals: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  readonly withheldDocuments: number;
};

/** Decides from all acts of a log, in order. An act about something that is not known is withheld. */
export async function decideDisclosure(acts: AsyncIterable<Act> | Iterable<Act>, { most, people }: Disclosure): Promise<Disclosed> {
  const open = new Set<string>();
  const originals = new Set<string>();
  const texts = new Set<string>();
  let withheldDocuments = 0;
  for await (const { kind, payload } of acts) {
    if (kind === 'original.preserved') {
      if (SENSITIVITIES.indexOf(payload.collection.sensitivity) <= SENSITIVITIES.indexOf(most)) {
        open.add(payload.original);
        originals.add(payload.sha256);
      } else withheldDocuments++;
    }
    if (kind === 'document.read' && open.has(payload.original)) {
      open.add(payload.document);
      texts.add(payload.text);
    }
  }
  const act = (each: Act): boolean => (each.kind === 'person.introduced' ? people : aboutOf(each).every((id) => open.has(id)));
  return { act, originals, texts, withheldDocuments };
}

/** The originals and documents that an act speaks of. */
function aboutOf(act: Act): readonly string[] {
  switch (act.kind) {
    case 'original.preserved':
    case 'document.unreadable':
    case 'document.read':
      return [act.payload.original];
    case 'suggestion.reviewed':
    case 'review.undone':
      return [act.payload.document];
    case 'casebook.opened':
    case 'person.introduced':
    case 'export.made':
      return [];
  }
}
