// Names as documents use them, from the claims that people recorded.
import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { base32 } from '../base/base32.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ClaimContent } from '../model/claim.ts';
import { keyOfName } from '../record/identity.ts';
import { among } from './among.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Roles that hold names; the others hold what is said of them. */
const NAMING = ['actor', 'target', 'place', 'organization'] as const;

/** A name where a claim gives it: its id as one document uses it, and its telling words, folded. */
export type Mention = { readonly part: string; readonly ordinal: number; readonly words: string; readonly key: string; readonly id: string };

/** The id of a name as a document uses it; the same for the same, so that a judgement about it outlives an undone review. */
const nameId = (document: string, key: string): string => `n_${base32(Buffer.from(hash('sha256', canonicalJson([document, key])).slice(0, 20), 'hex'))}`;

/** The names that a claim's content gives; what tells nothing is no name. */
export function namesIn(document: string, content: ClaimContent): readonly Mention[] {
  const named = NAMING.map((part) => [part, content.roles[part] ?? []] as const);
  return [...named, ['saidBy', content.saidBy] as const].flatMap(([part, all]) =>
    all.flatMap((words, ordinal) => {
      const key = keyOfName(words);
      return key === '' ? [] : [{ part, ordinal, words, key, id: nameId(document, key) }];
    }),
  );
}

/** The id of a name in these words, as a document uses it. */
export const idOfName = (document: string, words: string): string => nameId(document, keyOfName(words));

type Naming = { readonly position: number; readonly document: string; readonly mentions: readonly Mention[] };

/** Finds the labels of these names that the views have, by id; whoever asked adds those that it puts there. */
export type HeldNames = (db: Kysely<Tables>, claims: readonly Naming[]) => Promise<Map<string, string>>;

const heldById: HeldNames = async (db, claims) => heldWhere(db, 'id', [...new Set(claims.flatMap(({ mentions }) => mentions.map(({ id }) => id)))]);

async function heldWhere(db: Kysely<Tables>, column: 'id' | 'document', values: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('name').select(['id', 'label']).where(column, 'in', among(values)).execute();
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** So many names are remembered; then all are let go, and those of a document asked for again when a claim of it comes. */
const MOST_REMEMBERED = 50_000;

/** The same while the whole log is folded: names come document by document, and are found by document alone. */
export function rememberNames(): HeldNames {
  const documents = new Set<string>();
  const held = new Map<string, string>();
  return async (db, claims) => {
    if (held.size > MOST_REMEMBERED) {
      documents.clear();
      held.clear();
    }
    const others = [...new Set(claims.map(({ document }) => document))].filter((document) => !documents.has(document));
    for (const [id, label] of await heldWhere(db, 'document', others)) held.set(id, label);
    for (const document of others) documents.add(document);
    return held;
  };
}

/** Takes up the names of claims that are recorded now. Of the forms in which claims give a name the longest is its label, of several the first of the alphabet. */
export async function keepNames(db: Kysely<Tables>, claims: readonly Naming[], heldNames: HeldNames = heldById): Promise<void> {
  const held = await heldNames(db, claims);
  const fresh = new Map<string, Tables['name']>();
  const namings: Tables['naming'][] = [];
  for (const { position, document, mentions } of claims)
    for (const { part, ordinal, words, key, id } of mentions) {
      namings.push({ position, part, ordinal, name: id, words });
      const label = held.get(id);
      if (label !== undefined && !isFuller(words, label)) continue;
      held.set(id, words);
      if (label === undefined || fresh.has(id)) fresh.set(id, { id, document, key, label: words });
      else await run(db, 'update name set label = ? where document = ? and id = ?', [words, document, id]);
    }
  await insertRows(db, 'name', [...fresh.values()]);
  await insertRows(db, 'naming', namings);
}

/** Whether words make the better label; as `FULLEST` says it in SQL. */
function isFuller(words: string, label: string): boolean {
  if (words === label) return false;
  const more = Array.from(words).length - Array.from(label).length;
  return more > 0 || (more === 0 && Buffer.compare(Buffer.from(words), Buffer.from(label)) < 0);
}

const FULLEST = 'select words from naming where name = ? order by length(words) desc, words limit 1';

/** Lets go of the names of a claim that stands no more; a name that no claim has any longer goes too. */
export async function dropNames(db: Kysely<Tables>, position: number): Promise<void> {
  const names = await run<{ name: string }>(db, 'select distinct name from naming where position = ?', [position]);
  if (names.length === 0) return;
  await run(db, 'delete from naming where position = ?', [position]);
  for (const { name } of names) {
    const [fullest] = await run<{ words: string }>(db, FULLEST, [name]);
    if (fullest) await run(db, 'update name set label = ? where id = ?', [fullest.words, name]);
    else await run(db, 'delete from name where id = ?', [name]);
  }
}
