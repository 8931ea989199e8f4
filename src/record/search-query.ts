// What a person types to search: words, "phrases", word*, AND OR NOT, and fields as speaker:name. It is parsed, and made
// anew for the index: nothing that was typed reaches it as it came.
import { Fault } from '../base/fault.ts';
import { foldedWords } from '../base/fold.ts';

/** `date` is of the document; `year` of when it happened. `lang` is short for `language`. */
export const FIELDS = ['speaker', 'kind', 'family', 'publisher', 'origin', 'lang', 'language', 'date', 'year', 'stage', 'reviewed', 'label'] as const;
export type Field = (typeof FIELDS)[number];

/** `words` are folded; with `prefix` the last is the beginning of one. */
export type Term = { readonly words: readonly string[]; readonly prefix: boolean };
export type Query =
  { readonly is: 'term'; readonly term: Term } | { readonly is: 'and' | 'or'; readonly parts: readonly Query[] } | { readonly is: 'not'; readonly part: Query };

/** `query` is null where only fields were given. */
export type Asked = { readonly query: Query | null; readonly fields: readonly (readonly [Field, string])[] };

type Token = { readonly is: 'term'; readonly term: Term } | { readonly is: 'and' | 'or' | 'not' | 'open' | 'close' };

/** Throws a Fault 'bad-query' that says what is off. */
export function parseQuery(text: string): Asked {
  const fields: (readonly [Field, string])[] = [];
  const tokens: Token[] = [];
  for (const [whole, field, quotedValue, value, sign, phrase, word] of text.matchAll(
    /\b(speaker|kind|family|publisher|origin|language|lang|date|year|stage|reviewed|label):(?:"([^"]*)"|([^\s()]+))|([()])|"([^"]*)"|([^\s()"]+)/gu,
  )) {
    if (field !== undefined) fields.push([field as Field, quotedValue ?? value ?? '']);
    else if (sign !== undefined) tokens.push({ is: sign === '(' ? 'open' : 'close' });
    else if (phrase !== undefined) tokens.push(...term(phrase, false));
    else tokens.push(...wordToken(word ?? whole));
  }
  const [query, rest] = tokens.length === 0 ? [null, []] : parseOr(tokens);
  if (rest.length > 0) throw refusal('a ")" closes nothing');
  if (query) positive(query);
  return { query, fields };
}

function wordToken(word: string): readonly Token[] {
  if (word === 'AND' || word === 'OR' || word === 'NOT') return [{ is: word.toLowerCase() as 'and' | 'or' | 'not' }];
  if (/^-\p{L}/u.test(word)) return [{ is: 'not' }, ...term(word.slice(1).replace(/\*$/u, ''), word.endsWith('*'))];
  return term(word.replace(/\*$/u, ''), word.endsWith('*'));
}

function term(text: string, prefix: boolean): readonly Token[] {
  const words = foldedWords(text);
  return words.length === 0 ? [] : [{ is: 'term', term: { words, prefix } }];
}

type Parsed = readonly [Query, readonly Token[]];

function parseOr(tokens: readonly Token[]): Parsed {
  let [first, rest] = parseAnd(tokens);
  const parts = [first];
  while (rest[0]?.is === 'or') {
    [first, rest] = parseAnd(rest.slice(1));
    parts.push(first);
  }
  return [parts.length === 1 ? first : { is: 'or', parts }, rest];
}

function parseAnd(tokens: readonly Token[]): Parsed {
  let [first, rest] = parseOne(tokens);
  const parts = [first];
  while (rest[0] && rest[0].is !== 'or' && rest[0].is !== 'close') {
    [first, rest] = parseOne(rest[0].is === 'and' ? rest.slice(1) : rest);
    parts.push(first);
  }
  return [parts.length === 1 ? first : { is: 'and', parts }, rest];
}

function parseOne([token, ...rest]: readonly Token[]): Parsed {
  if (token?.is === 'term') return [token, rest];
  if (token?.is === 'not') {
    const [part, after] = parseOne(rest);
    return [{ is: 'not', part }, after];
  }
  if (token?.is === 'open') {
    const [inside, after] = parseOr(rest);
    if (after[0]?.is !== 'close') throw refusal('a "(" is not closed');
    return [inside, after.slice(1)];
  }
  throw refusal('an operator has nothing to work on');
}

const refusal = (what: string): Fault =>
  new Fault(
    'bad-query',
    `the search cannot be understood: ${what}`,
    'Words, "a phrase", word*, AND, OR, NOT, (…), speaker: kind: family: publisher: origin: lang: date: year: stage: reviewed: label:. Write and, or, not small to search for them.',
  );

/** Something must be asked for: what is only excluded is everything else. */
function positive(query: Query): void {
  const asks = (each: Query): boolean =>
    each.is === 'term' ? true : each.is === 'not' ? false : each.is === 'and' ? each.parts.some(asks) : each.parts.every(asks);
  if (!asks(query)) throw refusal('it says only what is not to be found');
  if (query.is === 'and' || query.is === 'or') query.parts.filter((each) => each.is === 'and' || each.is === 'or').forEach(positive);
}

/** As the match expression of FTS5: every word quoted. */
export function compileQuery(query: Query): string {
  if (query.is === 'term') return `"${query.term.words.join(' ')}"${query.term.prefix ? ' *' : ''}`;
  if (query.is === 'not') return compileQuery(query.part);
  if (query.is === 'or') return `(${query.parts.map(compileQuery).join(' OR ')})`;
  const wanted = query.parts.filter(({ is }) => is !== 'not').map(compileQuery);
  const unwanted = query.parts.filter(({ is }) => is === 'not').map(compileQuery);
  return `(${[wanted.join(' AND '), ...unwanted].join(' NOT ')})`;
}

/** Whether words, folded and each after a space, are what a query asks for. */
export function isAnswer(query: Query, words: string): boolean {
  if (query.is === 'term') return `${words} `.includes(` ${query.term.words.join(' ')}${query.term.prefix ? '' : ' '}`);
  if (query.is === 'not') return !isAnswer(query.part, words);
  return query.is === 'and' ? query.parts.every((part) => isAnswer(part, words)) : query.parts.some((part) => isAnswer(part, words));
}

/** The terms that are asked for, to be marked in what was found. */
export function termsOf(query: Query): readonly Term[] {
  if (query.is === 'term') return [query.term];
  return query.is === 'not' ? [] : query.parts.flatMap(termsOf);
}
