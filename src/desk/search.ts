// One box for all that has words: passages of texts, claims, and who or what claims name.
import { canMeet, parseEdtf, readEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { foldedWords } from '../base/fold.ts';
import { CodePoints, type Span } from '../base/span.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { PassageFound, SearchFound } from '../model/found.ts';
import type { SearchAndLists } from '../model/list-answers.ts';
import { familyOf, KINDS, type Kind } from '../model/vocabulary.ts';
import { countFacets, facetOf, type OfDocument } from '../record/count-facets.ts';
import { claimIdsIn } from '../record/proceeding-id.ts';
import { selectClaims } from '../record/select-claims.ts';
import { compileQuery, isAnswer, parseQuery, termsOf, type Asked, type Field, type Query, type Term } from '../record/search-query.ts';
import { NO_VEIL, type Veil } from '../record/veil.ts';
import { among } from '../views/among.ts';
import { findAndCount, matchSaid, type Narrowed, type Worded } from '../views/find-words.ts';
import { inWords } from '../views/fold-words.ts';
import { findPassages, MOST_RANKED, type Place } from '../views/passages.ts';
import { readClaims } from '../views/read-claims.ts';
import { decidedSince } from '../views/read-near.ts';
import { readDocumentsOf, readSought, type Documents, type Sought } from '../views/read-sought.ts';
import { readLabelled } from '../views/read-remarks.ts';
import type { Casebook } from './casebook.ts';
import { saidBefore } from './documents-at.ts';
import { entities } from './entities.ts';
import { findOnLists } from './list-hits.ts';
import { instantOf, pick, type ClaimFilter } from './parse-filter.ts';
import { bearsLabel } from './questions.ts';
import { asShown, isAboutVeiled, lookedAt, soughtAs, wordsAsShown } from './search-veiled.ts';

export { MOST_RANKED };

/** So many passages, and as many claims and names, are given. */
export const MOST_FOUND = 50;

/** So many passages are looked at for those that have the words as they are shown, where names are veiled. */
const MOST_VEILED = 500;

/** So many of the claims that have the words, the newest, are looked at for fields, facets and the clocks. */
export const MOST_LOOKED_AT = 1_000;

/** Fields that are of claims alone: with one of them, no passages are looked for. */
const OF_CLAIMS: readonly Field[] = ['speaker', 'kind', 'family', 'origin', 'year', 'stage', 'reviewed', 'label'];

/**
 * What a query finds, the best passages first. Words are compared as they are folded: Persian and Arabic letter forms, digits and marks make
 * no difference. With a field of claims (`speaker:`, `kind:` …), or a time at which it happened, only claims are looked for. Suggestions are given as such.
 *
 * `across`: a word or phrase also stands for the names of those whom it may name, in whatever script and spelling.
 *
 * Throws a Fault 'bad-query' where the query cannot be understood, 'bad-date' or 'bad-usage' where a field's value cannot.
 */
export async function search(
  casebook: Casebook,
  text: string,
  filter: ClaimFilter = {},
  { veil = NO_VEIL, across = false }: { readonly veil?: Veil; readonly across?: boolean } = {},
): Promise<SearchAndLists> {
  const typed = parseQuery(text);
  const query = across && typed.query ? await acrossScripts(casebook, typed.query, filter, veil) : typed.query;
  const asked = { query, fields: typed.fields.map(([field, value]) => [field, field === 'label' ? soughtAs(value, veil) : value] as const) };
  if (!asked.query && asked.fields.length === 0) throw new Fault('bad-query', 'nothing is searched for', 'Give one word or more.');
  const documents = await documentsOf(casebook, asked, filter, veil);
  const ofClaims = await claimsFor(casebook, asked, documents, filter, veil);
  const claimsAlone = filter.at !== undefined || asked.fields.some(([field]) => OF_CLAIMS.includes(field));
  if (!asked.query || claimsAlone) return { passages: [], passageTotal: 0, ...ofClaims, entities: [], listed: [] };
  const found = await passagesFor(casebook, asked, asked.query, documents && [...documents], veil);
  const name = nameIn(typed.query);
  const entitiesFound = name === null ? [] : await entities(casebook, name, clocksIn(filter), veil);
  return {
    passages: found.passages.map((passage) => asSure(passage, filter)),
    passageTotal: found.total,
    ...ofClaims,
    entities: entitiesFound.slice(0, MOST_FOUND),
    listed: name === null ? [] : await findOnLists(casebook, name),
  };
}

type Passages = { readonly passages: readonly PassageFound[]; readonly total: number };

/** Where the query is about veiled names, those that answer as they are shown, of the first that may. */
async function passagesFor(casebook: Casebook, asked: Asked, query: Query, documents: readonly string[] | null, veil: Veil): Promise<Passages> {
  const { reads } = casebook.store;
  if (!isAboutVeiled(asked, veil)) {
    const { places, total } = await findPassages(reads, compileQuery(query), documents, MOST_FOUND);
    return { passages: await shown(casebook, places, termsOf(query), veil.bars), total };
  }
  const { places } = await findPassages(reads, lookedAt(query, veil), documents, MOST_VEILED);
  const named = await shown(casebook, places, [], veil.named);
  const answers = places.filter((_, n) => isAnswer(query, inWords(named[n]?.text ?? '')));
  return { passages: await shown(casebook, answers.slice(0, MOST_FOUND), termsOf(query), veil.bars), total: answers.length };
}

/** A query that may be a name: one term alone. */
const nameIn = (query: Asked['query']): string | null => (query?.is === 'term' ? query.term.words.join(' ') : null);

/** Names that a term stands for, at most. */
const MOST_NAMES = 20;

/** Each term with the other names of those whom it may name: likeliest first, as phrases. */
async function acrossScripts(casebook: Casebook, query: Query, filter: ClaimFilter, veil: Veil): Promise<Query> {
  if (query.is === 'not') return { ...query, part: await acrossScripts(casebook, query.part, filter, veil) };
  if (query.is !== 'term') {
    const parts: Query[] = [];
    for (const part of query.parts) parts.push(await acrossScripts(casebook, part, filter, veil));
    return { ...query, parts };
  }
  if (query.term.prefix) return query;
  const meant = await entities(casebook, query.term.words.join(' '), clocksIn(filter), veil);
  const names = new Map(meant.flatMap(({ labels }) => labels.map((each) => [foldedWords(each).join(' '), foldedWords(each)] as const)));
  const terms = [...names.values()].filter((words) => words.length > 0).slice(0, MOST_NAMES);
  return terms.length === 0 ? query : { is: 'or', parts: [query, ...terms.map((words): Query => ({ is: 'term', term: { words, prefix: false } }))] };
}

const clocksIn = ({ saidBy, knownBy }: ClaimFilter): ClaimFilter => ({
  ...(saidBy === undefined ? {} : { saidBy }),
  ...(knownBy === undefined ? {} : { knownBy }),
});

/** The documents that the fields and the clocks allow, by id; null where they allow all. */
async function documentsOf({ store: { reads } }: Casebook, { fields }: Asked, filter: ClaimFilter, veil: Veil): Promise<ReadonlySet<string> | null> {
  const asked = fields.filter(([field]) => ['publisher', 'lang', 'language', 'date'].includes(field));
  const [saidBy, instant] = [filter.saidBy, instantOf(filter)];
  if (asked.length === 0 && saidBy === undefined && instant === undefined) return null;
  const rows = await reads.selectFrom('document').select(['id', 'publisher', 'language', 'published', 'at']).execute();
  type Row = (typeof rows)[number];
  const tests = asked.map(([field, value]) => {
    if (field === 'publisher') return (row: Row) => inWords(row.publisher && veil.named(row.publisher)).includes(inWords(value));
    if (field !== 'date') return (row: Row) => row.language?.split('-')[0] === value.toLowerCase();
    const when = parseEdtf(value);
    return ({ published }: Row) => {
      const date = published === null ? null : readEdtf(published);
      return date !== null && canMeet(date, when);
    };
  });
  const wasSaid = ({ published }: Row): boolean => saidBy === undefined || saidBefore(published, saidBy) !== 'not';
  const wasHere = ({ at }: Row): boolean => instant === undefined || at <= instant;
  return new Set(rows.filter((row) => wasSaid(row) && wasHere(row) && tests.every((test) => test(row))).map(({ id }) => id));
}

type Reads = Casebook['store']['reads'];

const SHOWN = ['suggested', 'recorded'] as const;

type Claims = Pick<SearchFound, 'claims' | 'claimTotal' | 'claimsHaving' | 'facets'>;

async function claimsFor(casebook: Casebook, asked: Asked, documents: ReadonlySet<string> | null, filter: ClaimFilter, veil: Veil): Promise<Claims> {
  const { reads } = casebook.store;
  const { query, fields } = asked;
  const instant = instantOf(filter);
  const speakers = fields.flatMap(([field, value]) => (field === 'speaker' ? [...foldedWords(value)] : []));
  const narrow = { ...narrowedBy(fields), documents: documents && [...documents], ids: await labelledIds(casebook, fields, instant) };
  const isVeiled = isAboutVeiled(asked, veil);
  const matches = [...(query ? [isVeiled ? `(${lookedAt(query, veil)})` : compileQuery(query)] : []), ...(isVeiled ? [] : speakers.map((word) => `"${word}"`))];
  const match = matches.length === 0 ? null : matchSaid(matches.join(' AND '));
  const { found, having } = await findAndCount(reads, match, narrow, { most: MOST_LOOKED_AT, counted: MOST_RANKED + 1 });
  const { rows, documents: of } = instant === undefined ? await readSought(reads, found) : await readThen(reads, found, instant);
  const byId = new Map([...of].map(([id, row]) => [id, { ...row, publisher: row.publisher && veil.named(row.publisher) }] as const));
  const tests = await Promise.all(fields.map((field) => testOf(casebook, field, byId, instant)));
  const kept = selectClaims(rows, filter)
    .filter((row) => documents === null || documents.has(row.document))
    .filter((row) => tests.every((test) => test(asShown(row, veil))))
    .filter((row) => !query || (instant === undefined && !isVeiled) || isAnswer(query, wordsAsShown(row, veil)));
  return {
    claims: await readWhole(reads, kept.slice(0, MOST_FOUND), filter),
    claimTotal: kept.length,
    claimsHaving: isVeiled ? kept.length : Math.max(having, kept.length),
    facets: countFacets(
      kept.map((row) => asShown(row, veil)),
      (id) => byId.get(id),
    ),
  };
}

/** What was decided since may have had other words then: it is looked at too. */
async function readThen(db: Reads, found: readonly Worded[], knownAt: string): Promise<{ readonly rows: readonly Sought[]; readonly documents: Documents }> {
  const rows = await readClaims(db, { ids: [...found.map(({ id }) => id), ...(await decidedSince(db, knownAt))], statuses: SHOWN, knownAt });
  return { rows, documents: await readDocumentsOf(db, rows) };
}

/** The same, in the same order, as they are given. */
async function readWhole(db: Reads, kept: readonly Sought[], filter: ClaimFilter): Promise<readonly ClaimRow[]> {
  if (kept.length === 0) return [];
  const instant = instantOf(filter);
  const ids = kept.map(({ id }) => id);
  return selectClaims(await readClaims(db, { ids, statuses: SHOWN, ...(instant === undefined ? {} : { knownAt: instant }) }), filter);
}

/** What the fields leave, as far as an index can tell. */
function narrowedBy(fields: Asked['fields']): Narrowed {
  const [, year] = fields.find(([field, value]) => field === 'year' && /^-?\d{1,4}$/.test(value)) ?? [];
  return { kinds: kindsOf(fields), ...(year === undefined ? {} : { year: Number(year) }) };
}

/** What bears the labels that are asked for, or the event of it; null where none is. */
async function labelledIds({ store: { reads } }: Casebook, fields: Asked['fields'], instant: string | undefined): Promise<readonly string[] | null> {
  const [, label] = fields.find(([field]) => field === 'label') ?? [];
  if (label === undefined) return null;
  return (await readLabelled(reads, label, instant)).flatMap((id) => [id, ...claimIdsIn(id)]);
}

/** The kinds that the fields leave; null where they leave all. */
function kindsOf(fields: Asked['fields']): readonly Kind[] | null {
  const narrowing = fields.flatMap(([field, value]) => (field === 'kind' || field === 'family' ? [{ field, value: value.toLowerCase() }] : []));
  return narrowing.length === 0 ? null : KINDS.filter((kind) => narrowing.every(({ field, value }) => (field === 'kind' ? kind : familyOf(kind)) === value));
}

/** What a field asks of a claim; those of documents are asked elsewhere. */
async function testOf(
  casebook: Casebook,
  [field, value]: readonly [Field, string],
  documents: ReadonlyMap<string, OfDocument>,
  instant: string | undefined,
): Promise<(row: Sought) => boolean> {
  if (field === 'kind') {
    const kind = pick(KINDS, value.toLowerCase(), 'kind of claim');
    return (row) => row.kind === kind;
  }
  if (field === 'label') return bearsLabel(casebook, value, instant);
  if (field === 'speaker') return (row) => inWords(...row.saidBy, ...(row.roles.actor ?? [])).includes(inWords(value));
  if (field === 'lang' || field === 'language' || field === 'publisher' || field === 'date') return () => true;
  const words = inWords(value);
  return (row) =>
    facetOf(field, row, documents.get(row.document)).some((each) => (field === 'origin' ? inWords(each).includes(words) : each === value.toLowerCase()));
}

/** A passage of a document whose date may be of then, and may not, says so. */
const asSure = (passage: PassageFound, { saidBy }: ClaimFilter): PassageFound =>
  saidBy !== undefined && saidBefore(passage.published, saidBy) === 'possibly' ? { ...passage, possibly: ['said-by'] } : passage;

async function shown(casebook: Casebook, places: readonly Place[], terms: readonly Term[], cover: (text: string) => string): Promise<readonly PassageFound[]> {
  const { reads, vault } = casebook.store;
  const ids = [...new Set(places.map(({ document }) => document))];
  const rows = await reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where('document.id', 'in', among(ids))
    .select(['document.id', 'document.title', 'document.publisher', 'document.published', 'document.text_sha256 as text', 'original.name'])
    .execute();
  const found = new Map<Place, PassageFound>();
  const tell = async (row: (typeof rows)[number]): Promise<void> => {
    const text = new CodePoints(await vault.text(row.text));
    for (const place of places) {
      if (place.document !== row.id) continue;
      const { start, end } = place;
      const words = cover(text.slice({ start, end }));
      const { title, name, publisher, published } = row;
      found.set(place, { document: row.id, documentTitle: title ?? name, publisher, published, start, end, text: words, marks: marksIn(words, start, terms) });
    }
  };
  for (let from = 0; from < rows.length; from += TEXTS_AT_ONCE) await Promise.all(rows.slice(from, from + TEXTS_AT_ONCE).map(tell));
  return places.flatMap((place) => found.get(place) ?? []);
}

/** Texts that are read beside each other: a text may be large. */
const TEXTS_AT_ONCE = 4;

/** Where the words of the terms stand in a passage, as places in the document's text. */
function marksIn(text: string, start: number, terms: readonly Term[]): readonly Span[] {
  const whole = new Set(terms.flatMap(({ words, prefix }) => (prefix ? words.slice(0, -1) : words)));
  const beginnings = terms.flatMap(({ words, prefix }) => (prefix ? words.slice(-1) : []));
  const marks: Span[] = [];
  let at = start;
  let seen = 0;
  for (const found of text.matchAll(/[\p{L}\p{M}\p{N}\u200c'’]+/gu)) {
    at += Array.from(text.slice(seen, found.index)).length;
    seen = found.index + found[0].length;
    const length = Array.from(found[0]).length;
    if (foldedWords(found[0]).some((word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))))
      marks.push({ start: at, end: at + length });
    at += length;
  }
  return marks;
}
