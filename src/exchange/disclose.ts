// What of the log a file for others may say. Every envelope and proof goes out, as they tell nothing; a payload goes out
// only where what it speaks of may be seen, and names of people at the desk only where that was asked for.
import type { Act, ActKind, ActOf } from '../model/act.ts';
import { readEdtf } from '../base/edtf.ts';
import { SENSITIVITIES, type Sensitivity } from '../model/document.ts';
import { allowedOf, endedOn, kinBy, type Allowed, type CaredName, type Ended, type Inside, type MadeFrom, type Terms } from '../record/care-reach.ts';
import { lettersOf } from '../record/find-words.ts';
import { namesBorne, requireWords, soughtName, wordsOf, type Kept, type SoughtName } from './bears-name.ts';

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
  /** Digests of all texts that a document ever had, by its id. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** Digests of all utterances that it ever had, by its id. */
  readonly utterances: ReadonlyMap<string, readonly string[]>;
  /** Whether words hold a name that may not go out. */
  readonly namesHushed: (words: string) => boolean;
  readonly withheldDocuments: number;
  /** Of those, how many because a date is over. */
  readonly ended: number;
};

/** What a reader has to keep to. Dates are EDTF. */
export type Conditions = { readonly purposes: readonly string[]; readonly consentUntil: string | null; readonly retention: string | null };

/** What is decided about: all acts of a log, in order; the names that people asked care for; and what is kept of documents. */
export type Decided = Kept & { readonly acts: AsyncIterable<Act> | Iterable<Act>; readonly names: readonly CaredName[] };

/**
 * An act about something that is not known is withheld. What is said of a name holds for each original that bears it, as if it were said of that.
 *
 * Reads every text, and every original that is text itself, where care was asked for any name. Throws the Fault of `requireWords`.
 */
export async function decideDisclosure({ acts, names: cared, ...kept }: Decided, { most, people, today }: Disclosure): Promise<Disclosed> {
  const names = cared.map(soughtName);
  const held = await gather(acts, names.length > 0);
  const kin = kinBy(held.links, [...held.made.values()]);
  const hindered = ({ sensitivity, ended }: Pick<Allowed, 'sensitivity' | 'ended'>): Hindrance | null =>
    SENSITIVITIES.indexOf(sensitivity) > SENSITIVITIES.indexOf(most) && sensitivity !== 'public' ? sensitivity : ended;
  const ofTerms = (terms: Terms): Hindrance | null => hindered({ sensitivity: terms.sensitivity ?? 'public', ended: endedOn(terms, today) });
  const hushed = names.filter(({ terms }) => terms.some((each) => ofTerms(each) !== null));
  for (const name of hushed) requireWords(name);
  const namesHushed = (words: string): boolean => {
    const letters = lettersOf(words);
    return hushed.some(({ standsIn }) => standsIn(letters));
  };
  const borne = await termsBorne(held, names, kept);
  const termsOf = (id: string): readonly Terms[] => [held.terms.get(id) ?? [], borne.get(id) ?? []].flat();
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
    const until = (which: 'consentUntil' | 'retention'): string | null => soonest(termsOf(original).map((each) => each[which]));
    terms.set(original, { purposes: allowed.purposes, consentUntil: until('consentUntil'), retention: until('retention') });
  }
  const readings = new Map<string, readonly string[]>();
  const utterances = new Map<string, readonly string[]>();
  for (const [document, { original, text, all, said }] of held.documents) {
    if (!open.has(original)) continue;
    open.add(document);
    texts.set(document, text);
    readings.set(document, all);
    utterances.set(document, said);
  }
  const ofItself = (id: string): Hindrance | null => {
    const said = held.terms.get(id);
    return said ? ofTerms(said) : null;
  };
  // What a name is of is told by nothing but the documents that have it.
  const nameSeen = (id: string): boolean =>
    names.some(({ ids, documents }) => ids.includes(id) && documents.length > 0 && documents.every((each) => open.has(each)));
  const maySee = (id: string): boolean => (isHolder(id) ? open.has(id) : id.startsWith('n_') ? nameSeen(id) : ofItself(id) === null);
  const act = (each: Act): boolean =>
    !NEVER.has(each.kind) && (people || !namesPeople(each)) && aboutOf(each).every(maySee) && (hushed.length === 0 || !wordsOf(each).some(namesHushed));
  const hindrance = ({ id, document }: Claimed): Hindrance | null =>
    open.has(document) ? ofItself(id) : (shut.get(held.documents.get(document)?.original ?? '') ?? 'hidden');
  const ended = [...shut.values()].filter((each) => each === 'consent' || each === 'retention').length;
  return { act, hindrance, originals, texts, readings, utterances, terms, namesHushed, withheldDocuments: shut.size, ended };
}

/** Originals and documents hold others; whether a claim may be seen depends on its document and on itself. */
const isHolder = (id: string): boolean => /^[od]_/.test(id);

type Held = {
  readonly originals: Map<string, string>;
  readonly mediaTypes: Map<string, string>;
  /** What acts say of an original as a whole, in words; gathered only where names are sought in it. */
  readonly told: Map<string, readonly string[]>;
  /** `all` are the digests of all texts that it had, `said` those of their utterances. */
  readonly documents: Map<string, { readonly original: string; readonly text: string; readonly all: readonly string[]; readonly said: readonly string[] }>;
  readonly links: Inside[];
  /** What is a transcript, translation or description of what, by what it is: a document is one of one thing at a time. */
  readonly made: Map<string, MadeFrom>;
  /** As they were last stated, by original or claim. */
  readonly terms: Map<string, Terms>;
};

async function gather(acts: AsyncIterable<Act> | Iterable<Act>, words: boolean): Promise<Held> {
  const held: Held = { originals: new Map(), mediaTypes: new Map(), told: new Map(), documents: new Map(), links: [], made: new Map(), terms: new Map() };
  for await (const act of acts) {
    const { kind, payload } = act;
    if (words && DESCRIBES.has(kind)) for (const id of aboutOf(act)) held.told.set(id, [...(held.told.get(id) ?? []), ...wordsOf(act)]);
    if (kind === 'original.preserved') {
      const { original, collection } = payload;
      const { sensitivity, consentUntil, container } = collection;
      held.originals.set(original, payload.sha256);
      held.mediaTypes.set(original, payload.mediaType);
      held.terms.set(original, { sensitivity, consentUntil, purpose: null, retention: null });
      if (container !== null) held.links.push({ part: original, container });
    }
    if (kind === 'list.added') held.terms.set(payload.list, { sensitivity: payload.sensitivity, consentUntil: null, purpose: null, retention: null });
    if (kind === 'original.contained') held.links.push({ part: payload.original, container: payload.container });
    if (kind === 'document.read') {
      const { document, original, text, utterances } = payload;
      const before = held.documents.get(document);
      const said = [...(before?.said ?? []), ...(utterances === null ? [] : [utterances])];
      held.documents.set(document, { original, text, all: [...(before?.all ?? []), text], said });
    }
    if (kind === 'document.attached') held.made.set(payload.original, { original: payload.original, of: payload.to });
    if (kind === 'document.detached') held.made.delete(payload.original);
    if (kind === 'care.stated') stated(held, payload);
  }
  return held;
}

/** What was said of the names that each original bears, by its id. */
async function termsBorne(held: Held, names: readonly SoughtName[], kept: Kept): Promise<ReadonlyMap<string, readonly Terms[]>> {
  const borne = new Map<string, readonly Terms[]>();
  if (names.length === 0) return borne;
  const documents = Map.groupBy(held.documents, ([, { original }]) => original);
  for (const [original, sha256] of held.originals) {
    const of = documents.get(original) ?? [];
    const searched = { documents: of.map(([id]) => id), told: held.told.get(original) ?? [], texts: of.flatMap(([, { all, said }]) => [...all, ...said]) };
    const found = await namesBorne({ ...searched, sha256, mediaType: held.mediaTypes.get(original) ?? '' }, names, kept);
    borne.set(
      original,
      found.flatMap(({ terms }) => terms),
    );
  }
  return borne;
}

/** Acts that tell what an original is. */
const DESCRIBES: ReadonlySet<ActKind> = new Set([
  'original.preserved',
  'original.contained',
  'document.read',
  'document.unreadable',
  'original.described',
  'page.captured',
]);

/** Of dates as EDTF, the one that is over first; null where none is. */
function soonest(dates: readonly (string | null)[]): string | null {
  const given = dates.flatMap((date) => date ?? []);
  return given.reduce<string | null>((first, date) => (first === null || endOf(date) < endOf(first) ? date : first), null);
}

const endOf = (date: string): number => readEdtf(date)?.last ?? Infinity;

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
  'page.captured': ({ original, picture, pdf }) => [original, ...(picture === null ? [] : [picture]), ...(pdf === null ? [] : [pdf])],
  'original.opened': ({ original }) => [original],
  'original.uncovered': ({ original }) => [original],
  'original.described': ({ original }) => [original],
  'document.unreadable': ({ original }) => [original],
  'anchor.moved': ({ document, claim }) => [document, claim],
  'suggestion.reviewed': ({ document, suggestion }) => [document, suggestion.id],
  'review.undone': ({ document, suggestion }) => [document, suggestion],
  'claim.recorded': ({ document, claim }) => [document, claim],
  'claim.amended': ({ document, claim }) => [document, claim],
  'claim.withdrawn': ({ document, claim }) => [document, claim],
  'pair.judged': ({ left, right }) => [left.document, right.document],
  'contradiction.ruled': ({ left, right }) => [...left, ...right].map(({ document }) => document),
  'happenings.linked': ({ left, right }) => [left.document, left.id, right.document, right.id],
  'document.attached': ({ original, to }) => [original, to],
  'document.detached': ({ original, to }) => [original, to],
  'judgement.undone': ({ documents }) => documents,
  'list.added': ({ list }) => [list],
  'list.set': ({ list }) => [list],
  'remark.made': ({ about }) => about.documents,
  'remark.ended': ({ about }) => about.documents,
  'labels.listed': () => [],
  'care.stated': ({ about }) => [about],
  'pseudonym.stated': ({ name }) => [name],
  'name.asked': ({ name }) => [name],
  'original.marked': ({ original }) => [original],
  'integrity.checked': () => [],
  'payload.erased': () => [],
  'key.rotated': () => [],
  'backup.begun': () => [],
  'document.sent': ({ document }) => [document],
  'redaction.made': ({ document }) => [document],
  'export.made': () => [],
};

/** Acts that name people: who reviewed, and who consented to what. */
const NAMES_PEOPLE: ReadonlySet<ActKind> = new Set(['person.introduced', 'care.stated']);

/** A translator or transcriber is named as who consented is; a program is no person. */
const namesPeople = ({ kind, payload }: Act): boolean => NAMES_PEOPLE.has(kind) || (kind === 'document.attached' && payload.maker === 'person');

/** What is nobody's business outside: where copies lie, what a team says among itself, and who is whom behind a pseudonym. */
const NEVER: ReadonlySet<ActKind> = new Set(['backup.begun', 'remark.made', 'remark.ended', 'labels.listed', 'pseudonym.stated', 'name.asked']);

/** The originals, documents and claims that an act speaks of; none where it speaks of the casebook as a whole. */
export function aboutOf(act: Act): readonly string[] {
  const about = ABOUT[act.kind] as (payload: Act['payload']) => readonly string[];
  return about(act.payload);
}
