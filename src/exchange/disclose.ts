// What of the log a file for others may say. Every envelope and proof goes out, as they tell nothing; a payload goes out
// only where what it speaks of may be seen, and names of people at the desk only where that was asked for.
import type { Act, ActKind, ActOf } from '../model/act.ts';
import { SENSITIVITIES, type Sensitivity } from '../model/document.ts';
import { allowedOf, endedOn, kinBy, type Allowed, type Ended, type Inside, type Terms } from '../record/care-reach.ts';

/** `most`: the most sensitive that may be seen. `people`: whether the names of who reviewed go out. `today`: ISO day, for dates that end a use. */
export type Disclosure = { readonly most: Sensitivity; readonly people: boolean; readonly today: string };

/** Why something stays out: more sensitive than what goes out, or its consent or the time for which it may be kept is over. */
export type Hindrance = Exclude<Sensitivity, 'public'> | Ended;

type Claimed = { readonly id: string; readonly document: string };

/** What became of each act, and of each original and text by its digest. */
export type Disclosed = {
  readonly act: (act: Act) => boolean;
  /** Digests of originals, by their ids. */
  readonly originals: ReadonlyMap<string, string>;
  /** Digests of the texts that stand, by the ids of their documents. */
  readonly texts: ReadonlyMap<string, string>;
  /** Why a claim may not be seen; null where it may. */
  readonly hindrance: (claim: Claimed) => Hindrance | null;
  /** What may be seen of originals is to be used for this alone, by their ids; and until when. */
  readonly terms: ReadonlyMap<string, Conditions>;
  /** Digests of every text that they had, the one that stands among them, by the ids of their documents. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  readonly withheldDocuments: number;
  /** Of those, how many because a date is over. */
  readonly ended: number;
};

/** What a reader has to keep to. Dates are EDTF. */
export type Conditions = { readonly purposes: readonly string[]; readonly consentUntil: string | null; readonly retention: string | null };

/** Decides from all acts of a log, in order. An act about something that is not known is withheld. */
export async function decideDisclosure(acts: AsyncIterable<Act> | Iterable<Act>, { most, people, today }: Disclosure): Promise<Disclosed> {
  const held = await gather(acts);
  const kin = kinBy(held.links);
  const termsOf = (id: string): Terms | undefined => held.terms.get(id);
  const hindered = ({ sensitivity, ended }: Pick<Allowed, 'sensitivity' | 'ended'>): Hindrance | null =>
    SENSITIVITIES.indexOf(sensitivity) > SENSITIVITIES.indexOf(most) && sensitivity !== 'public' ? sensitivity : ended;
  const open = new Set<string>();
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  const terms = new Map<string, Conditions>();
  const shut = new Map<string, Hindrance>();
  for (const [original, sha256] of held.originals) {
    const allowed = allowedOf(original, kin(original), termsOf, today);
    const hindrance = hindered(allowed);
    if (hindrance) {
      shut.set(original, hindrance);
      continue;
    }
    open.add(original);
    originals.set(original, sha256);
    const { consentUntil = null, retention = null } = termsOf(original) ?? {};
    terms.set(original, { purposes: allowed.purposes, consentUntil, retention });
  }
  const readings = new Map<string, readonly string[]>();
  for (const [document, { original, text, all }] of held.documents) {
    if (!open.has(original)) continue;
    open.add(document);
    texts.set(document, text);
    readings.set(document, all);
  }
  const ofItself = (id: string): Hindrance | null => {
    const said = termsOf(id);
    return said ? hindered({ sensitivity: said.sensitivity ?? 'public', ended: endedOn(said, today) }) : null;
  };
  const maySee = (id: string): boolean => (isHolder(id) ? open.has(id) : ofItself(id) === null);
  const act = (each: Act): boolean => !NEVER.has(each.kind) && (people || !NAMES_PEOPLE.has(each.kind)) && aboutOf(each).every(maySee);
  const hindrance = ({ id, document }: Claimed): Hindrance | null =>
    open.has(document) ? ofItself(id) : (shut.get(held.documents.get(document)?.original ?? '') ?? 'hidden');
  const ended = [...shut.values()].filter((each) => each === 'consent' || each === 'retention').length;
  return { act, hindrance, originals, texts, readings, terms, withheldDocuments: shut.size, ended };
}

/** Originals and documents hold others; whether a claim may be seen depends on its document and on itself. */
const isHolder = (id: string): boolean => /^[od]_/.test(id);

type Held = {
  readonly originals: Map<string, string>;
  readonly documents: Map<string, { readonly original: string; readonly text: string; readonly all: readonly string[] }>;
  readonly links: Inside[];
  /** As they were last stated, by original or claim. */
  readonly terms: Map<string, Terms>;
};

async function gather(acts: AsyncIterable<Act> | Iterable<Act>): Promise<Held> {
  const held: Held = { originals: new Map(), documents: new Map(), links: [], terms: new Map() };
  for await (const { kind, payload } of acts) {
    if (kind === 'original.preserved') {
      const { original, collection } = payload;
      const { sensitivity, consentUntil, container } = collection;
      held.originals.set(original, payload.sha256);
      held.terms.set(original, { sensitivity, consentUntil, purpose: null, retention: null });
      if (container !== null) held.links.push({ part: original, container });
    }
    if (kind === 'original.contained') held.links.push({ part: payload.original, container: payload.container });
    if (kind === 'document.read') {
      const { document, original, text } = payload;
      held.documents.set(document, { original, text, all: [...(held.documents.get(document)?.all ?? []), text] });
    }
    if (kind === 'care.stated') stated(held, payload);
  }
  return held;
}

function stated({ terms, documents }: Held, { about, ...said }: ActOf<'care.stated'>['payload']): void {
  const subject = documents.get(about)?.original ?? about;
  const before = terms.get(subject);
  terms.set(subject, {
    sensitivity: said.sensitivity ?? before?.sensitivity ?? null,
    purpose: said.purpose ?? before?.purpose ?? null,
    consentUntil: said.consentUntil ?? before?.consentUntil ?? null,
    retention: said.retention ?? before?.retention ?? null,
  });
}

type About = { readonly [K in ActKind]: (payload: ActOf<K>['payload']) => readonly string[] };

/** The originals, documents and claims that each kind of act speaks of: a kind that is not here does not compile. */
const ABOUT: About = {
  'casebook.opened': () => [],
  'person.introduced': () => [],
  'original.preserved': ({ original }) => [original],
  'document.read': ({ original }) => [original],
  'original.contained': ({ original, container }) => [original, container],
  'original.opened': ({ original }) => [original],
  'document.unreadable': ({ original }) => [original],
  'anchor.moved': ({ document, claim }) => [document, claim],
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
  'backup.begun': () => [],
  'document.sent': ({ document }) => [document],
  'export.made': () => [],
};

/** Acts that name people: who reviewed, and who consented to what. */
const NAMES_PEOPLE: ReadonlySet<ActKind> = new Set(['person.introduced', 'care.stated']);

/** What is nobody's business outside: where copies lie. */
const NEVER: ReadonlySet<ActKind> = new Set(['backup.begun']);

/** The originals, documents and claims that an act speaks of; none where it speaks of the casebook as a whole. */
export function aboutOf(act: Act): readonly string[] {
  const about = ABOUT[act.kind] as (payload: Act['payload']) => readonly string[];
  return about(act.payload);
}
