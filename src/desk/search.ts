// One box for all that has words: passages of texts, claims, and who or what claims name.
import { canMeet, parseEdtf, readEdtf } from '../base/edtf.ts';
import { Fault } from '../base/fault.ts';
import { foldedWords } from '../base/fold.ts';
import { CodePoints, type Span } from '../base/span.ts';
import type { ClaimRow } from '../model/answers.ts';
import type { PassageFound } from '../model/found.ts';
import type { SearchAndLists } from '../model/list-answers.ts';
import { KINDS } from '../model/vocabulary.ts';
import { compileQuery, isAnswer, parseQuery, termsOf, type Asked, type Query, type Term } from '../record/search-query.ts';
import { findWords } from '../views/find-words.ts';
import { inWords } from '../views/fold-words.ts';
import { findPassages } from '../views/passages.ts';
import { readClaims } from '../views/read-claims.ts';
import type { Casebook } from './casebook.ts';
import { entities } from './entities.ts';
import { findOnLists } from './list-hits.ts';
import { pick } from './parse-filter.ts';

/** So many passages, and as many claims and names, are given. */
export const MOST_FOUND = 50;

/** Claims that have all of the words, before what a query excludes is taken out. */
const MOST_CLAIMS = 1_000;

/**
 * What a query finds, the best passages first. Words are compared as they are folded: Persian and Arabic letter forms, digits and marks make
 * no difference. With `speaker:` or `kind:` only claims are looked for. Suggestions are given as such.
 *
 * Throws a Fault 'bad-query' where the query cannot be understood, 'bad-date' or 'bad-usage' where a field's value cannot.
 */
export async function search(casebook: Casebook, text: string): Promise<SearchAndLists> {
  const asked = parseQuery(text);
  if (!asked.query && asked.fields.length === 0) throw new Fault('bad-query', 'nothing is searched for', 'Give one word or more.');
  const documents = await documentsOf(casebook, asked);
  const claims = await claimsFor(casebook, asked, documents);
  const ofClaims = asked.fields.some(([field]) => field === 'speaker' || field === 'kind');
  if (!asked.query || ofClaims) return { passages: [], passageTotal: 0, claims, entities: [], listed: [] };
  const { places, total } = await findPassages(casebook.store.reads, compileQuery(asked.query), documents && [...documents], MOST_FOUND);
  const name = asked.query.is === 'term' ? asked.query.term.words.join(' ') : null;
  const entitiesFound = name === null ? [] : await entities(casebook, name);
  return {
    passages: await shown(casebook, places, termsOf(asked.query)),
    passageTotal: total,
    claims,
    entities: entitiesFound.slice(0, MOST_FOUND),
    listed: name === null ? [] : await findOnLists(casebook, name),
  };
}

/** The documents that the fields allow, by id; null where they allow all. */
async function documentsOf({ store: { reads } }: Casebook, { fields }: Asked): Promise<ReadonlySet<string> | null> {
  const asked = fields.filter(([field]) => field === 'publisher' || field === 'lang' || field === 'date');
  if (asked.length === 0) return null;
  const rows = await reads.selectFrom('document').select(['id', 'publisher', 'language', 'published']).execute();
  const tests = asked.map(([field, value]) => {
    if (field === 'publisher') return (row: (typeof rows)[number]) => inWords(row.publisher).includes(inWords(value));
    if (field === 'lang') return (row: (typeof rows)[number]) => row.language?.split('-')[0] === value.toLowerCase();
    const when = parseEdtf(value);
    return ({ published }: (typeof rows)[number]) => {
      const date = published === null ? null : readEdtf(published);
      return date !== null && canMeet(date, when);
    };
  });
  return new Set(rows.filter((row) => tests.every((test) => test(row))).map(({ id }) => id));
}

async function claimsFor(casebook: Casebook, { query, fields }: Asked, documents: ReadonlySet<string> | null): Promise<readonly ClaimRow[]> {
  const { reads } = casebook.store;
  const said = (wanted: string): readonly string[] => fields.flatMap(([field, value]) => (field === wanted ? [value] : []));
  const kinds = said('kind').map((kind) => pick(KINDS, kind, 'kind of claim'));
  const speakers = said('speaker').map((name) => inWords(name));
  const ids = await findWords(reads, [...mustHave(query), ...speakers.flatMap((words) => words.trim().split(' '))], MOST_CLAIMS);
  const rows = ids.length === 0 ? [] : await readClaims(reads, { ids, statuses: ['suggested', 'recorded'] });
  return rows
    .filter((row) => documents === null || documents.has(row.document))
    .filter((row) => kinds.every((kind) => row.kind === kind) && speakers.every((words) => inWords(...row.saidBy, ...(row.roles.actor ?? [])).includes(words)))
    .filter((row) => !query || isAnswer(query, inWords(row.quote.exact, ...Object.values(row.roles).flat(), ...row.saidBy)))
    .slice(0, MOST_FOUND);
}

/** Words without which nothing answers a query. */
function mustHave(query: Query | null): readonly string[] {
  if (query?.is === 'term') return query.term.words;
  return query?.is === 'and' ? query.parts.flatMap(mustHave) : [];
}

async function shown(
  casebook: Casebook,
  places: readonly { readonly document: string; readonly start: number; readonly end: number }[],
  terms: readonly Term[],
) {
  const { reads, vault } = casebook.store;
  const ids = [...new Set(places.map(({ document }) => document))];
  const rows = await reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where('document.id', 'in', ids)
    .select(['document.id', 'document.title', 'document.publisher', 'document.published', 'document.text_sha256 as text', 'original.name'])
    .execute();
  const found: PassageFound[] = [];
  for (const { document, start, end } of places) {
    const row = rows.find(({ id }) => id === document);
    if (!row) continue;
    const text = new CodePoints(await vault.text(row.text)).slice({ start, end });
    found.push({
      document,
      documentTitle: row.title ?? row.name,
      publisher: row.publisher,
      published: row.published,
      start,
      end,
      text,
      marks: marksIn(text, start, terms),
    });
  }
  return found;
}

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
