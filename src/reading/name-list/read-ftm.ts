// Entities of FollowTheMoney, as JSON lines: the names of people and organizations, and what tells them apart. What a list accuses
// somebody of (its topics) is not taken up: a name is held against names here, and nothing else.
// @see https://followthemoney.tech/explorer/
import type { ListEntry, ListFact } from '../../model/name-list.ts';
import type { EntryGathering } from './gather-entries.ts';

/** Schemata that bear names of whom a record may name; a legal entity may be either. */
const KINDS: Readonly<Record<string, ListEntry['kind']>> = {
  Person: 'person', Organization: 'organization', Company: 'organization', PublicBody: 'organization', LegalEntity: null,
}; // prettier-ignore

const NAMES = ['name', 'alias', 'weakAlias', 'previousName', 'abbreviation'] as const;

const FACTS: readonly (readonly [property: string, what: ListFact])[] = [
  ['birthDate', 'born'], ['deathDate', 'died'], ['birthPlace', 'birthPlace'], ['nationality', 'place'], ['citizenship', 'place'], ['country', 'place'],
  ['position', 'post'], ['fatherName', 'father'], ['motherName', 'mother'], ['idNumber', 'number'], ['passportNumber', 'number'], ['sourceUrl', 'source'],
]; // prettier-ignore

/** UTF-16 units of one entity: a longer line is no entity that people made. */
const LONGEST_LINE = 4_000_000;

/** Whether a text begins as entities do: a JSON object to each line. */
export const looksLikeFtm = (text: string): boolean => /^\s*\{/.test(text.slice(0, 1000)) && /"schema"|"properties"/.test(text.slice(0, 100_000));

/** Gives each entry to `emit`. Lines that are no entity are counted, not believed. */
export function readFtm(text: string, gathering: EntryGathering, emit: (entry: ListEntry) => void): void {
  let row = 0;
  for (let from = 0; from < text.length;) {
    row++;
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    const line = end - from > LONGEST_LINE ? null : text.slice(from, end).trim();
    from = end + 1;
    if (line === '') continue;
    const entity = line === null ? null : entityOf(line);
    if (!entity) gathering.note('broken-line', row);
    else if (!Object.hasOwn(KINDS, entity.schema)) gathering.note('not-named', row);
    else {
      const entry = gathering.take({ row, id: entity.id, kind: KINDS[entity.schema] ?? null, names: namesOf(entity), facts: factsOf(entity) });
      if (entry) emit(entry);
    }
  }
}

type Members = Readonly<Record<string, unknown>>;
type Entity = { readonly id: string | null; readonly schema: string; readonly caption: string | null; readonly properties: Members };

/** Null for what is no JSON, or JSON that is no entity. */
function entityOf(line: string): Entity | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    // Too deep for the parser is a RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) return null;
    throw error;
  }
  if (!isObject(value) || typeof value['schema'] !== 'string' || !isObject(value['properties'])) return null;
  const words = (member: string): string | null => (typeof value[member] === 'string' ? value[member] : null);
  return { id: words('id'), schema: value['schema'], caption: words('caption'), properties: value['properties'] };
}

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

function valuesOf({ properties }: Entity, property: string): readonly string[] {
  const values = Object.hasOwn(properties, property) ? properties[property] : [];
  return (Array.isArray(values) ? values : [values]).filter((value) => typeof value === 'string');
}

function namesOf(entity: Entity): readonly string[] {
  const parts = [['firstName'], ['secondName', 'middleName'], ['lastName']].map((properties) => properties.flatMap((each) => valuesOf(entity, each))[0] ?? '');
  const own = NAMES.flatMap((property) => valuesOf(entity, property));
  return [...(entity.caption !== null && own.includes(entity.caption) ? [entity.caption] : []), ...own, ...(own.length === 0 ? [parts.join(' ')] : [])];
}

const factsOf = (entity: Entity): readonly (readonly [ListFact, string])[] =>
  FACTS.flatMap(([property, what]) => valuesOf(entity, property).map((words) => [what, words] as const));
