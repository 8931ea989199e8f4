// What of the log a file for others may say. Every envelope and proof goes out, as they tell nothing; a payload goes out
// only where what it speaks of may be seen, and names of people at the desk only where that was asked for.
import type { Act, ActKind, ActOf } from '../model/act.ts';
import { SENSITIVITIES, type Sensitivity } from '../model/document.ts';

/** `most`: the most sensitive that may be seen. `people`: whether the names of who reviewed go out. */
export type Disclosure = { readonly most: Sensitivity; readonly people: boolean };

/** What became of each act, and of each original and text by its digest. */
export type Disclosed = {
  readonly act: (act: Act) => boolean;
  /** Digests of originals, by their ids. */
  readonly originals: ReadonlyMap<string, string>;
  /** Digests of texts, by the ids of their documents. */
  readonly texts: ReadonlyMap<string, string>;
  readonly claim: (claim: { readonly id: string; readonly document: string }) => boolean;
  readonly withheldDocuments: number;
};

/** Decides from all acts of a log, in order. An act about something that is not known is withheld. */
export async function decideDisclosure(acts: AsyncIterable<Act> | Iterable<Act>, { most, people }: Disclosure): Promise<Disclosed> {
  const held = await gather(acts);
  const maySee = (id: string): boolean => SENSITIVITIES.indexOf(held.sensitivity.get(id) ?? 'public') <= SENSITIVITIES.indexOf(most);
  const open = new Set<string>();
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [original, sha256] of held.originals) {
    if (!maySee(original)) continue;
    open.add(original);
    originals.set(original, sha256);
  }
  for (const [document, { original, text }] of held.documents) {
    if (!open.has(original)) continue;
    open.add(document);
    texts.set(document, text);
  }
  const act = (each: Act): boolean => (people || !NAMES_PEOPLE.has(each.kind)) && aboutOf(each).every((id) => (isHolder(id) ? open.has(id) : maySee(id)));
  const claim = ({ id, document }: { readonly id: string; readonly document: string }): boolean => open.has(document) && maySee(id);
  return { act, claim, originals, texts, withheldDocuments: held.originals.size - originals.size };
}

/** Originals and documents hold others; whether a claim may be seen depends on its document and on itself. */
const isHolder = (id: string): boolean => /^[od]_/.test(id);

type Held = {
  readonly originals: Map<string, string>;
  readonly documents: Map<string, { readonly original: string; readonly text: string }>;
  /** As it was last stated, by original or claim. */
  readonly sensitivity: Map<string, Sensitivity>;
};

async function gather(acts: AsyncIterable<Act> | Iterable<Act>): Promise<Held> {
  const held: Held = { originals: new Map(), documents: new Map(), sensitivity: new Map() };
  for await (const { kind, payload } of acts) {
    if (kind === 'original.preserved') {
      held.originals.set(payload.original, payload.sha256);
      held.sensitivity.set(payload.original, payload.collection.sensitivity);
    }
    if (kind === 'document.read') held.documents.set(payload.document, { original: payload.original, text: payload.text });
    if (kind === 'care.stated' && payload.sensitivity) held.sensitivity.set(held.documents.get(payload.about)?.original ?? payload.about, payload.sensitivity);
  }
  return held;
}

type About = { readonly [K in ActKind]: (payload: ActOf<K>['payload']) => readonly string[] };

/** The originals, documents and claims that each kind of act speaks of: a kind that is not here does not compile. */
const ABOUT: About = {
  'casebook.opened': () => [],
  'person.introduced': () => [],
  'original.preserved': ({ original }) => [original],
  'document.read': ({ original }) => [original],
  'document.unreadable': ({ original }) => [original],
  'suggestion.reviewed': ({ document, suggestion }) => [document, suggestion.id],
  'review.undone': ({ document, suggestion }) => [document, suggestion],
  'claim.recorded': ({ document, claim }) => [document, claim],
  'claim.amended': ({ document, claim }) => [document, claim],
  'claim.withdrawn': ({ document, claim }) => [document, claim],
  'pair.judged': ({ left, right }) => [left.document, right.document],
  'contradiction.ruled': ({ left, right }) => [...left, ...right].map(({ document }) => document),
  'judgement.undone': ({ documents }) => documents,
  'care.stated': ({ about }) => [about],
  'integrity.checked': () => [],
  'payload.erased': () => [],
  'key.rotated': () => [],
  'export.made': () => [],
};

/** Acts that name people: who reviewed, and who consented to what. */
const NAMES_PEOPLE: ReadonlySet<ActKind> = new Set(['person.introduced', 'care.stated']);

function aboutOf(act: Act): readonly string[] {
  const about = ABOUT[act.kind] as (payload: Act['payload']) => readonly string[];
  return about(act.payload);
}
