// Names as documents use them, from the claims that people recorded.
import { hash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { base32 } from '../base/base32.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ClaimContent } from '../model/claim.ts';
import { keyOfName } from '../record/identity.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';

/** Roles that hold names; the others hold what is said of them. */
const NAMING = ['actor', 'target', 'place', 'organization'] as const;

type Mention = { readonly part: string; readonly ordinal: number; readonly words: string };

function mentionsOf(content: ClaimContent): readonly Mention[] {
  const named = NAMING.map((part) => [part, content.roles[part] ?? []] as const);
  return [...named, ['saidBy', content.saidBy] as const].flatMap(([part, all]) => all.map((words, ordinal) => ({ part, ordinal, words })));
}

/** The id of a name as a document uses it; the same for the same, so that a judgement about it outlives an undone review. */
const nameId = (document: string, key: string): string => `n_${base32(Buffer.from(hash('sha256', canonicalJson([document, key])).slice(0, 20), 'hex'))}`;

/** The names that a claim's content gives, by id, with the words in which it gives each, and where. */
export function namesIn(document: string, content: ClaimContent): readonly { readonly id: string; readonly part: string; readonly words: string }[] {
  return mentionsOf(content).flatMap(({ part, words }) => {
    const key = keyOfName(words);
    return key === '' ? [] : [{ id: nameId(document, key), part, words }];
  });
}

type Named = { readonly position: number; readonly document: string; readonly content: ClaimContent };

/** Takes up the names of claims that are recorded now. Of the forms in which claims give a name the longest is its label, of several the first of the alphabet. */
export async function keepNames(db: Kysely<Tables>, claims: readonly Named[]): Promise<void> {
  const names: Tables['name'][] = [];
  const namings: Tables['naming'][] = [];
  for (const { position, document, content } of claims)
    for (const { part, ordinal, words } of mentionsOf(content)) {
      const key = keyOfName(words);
      if (key === '') continue;
      const id = nameId(document, key);
      names.push({ id, document, key, label: words });
      namings.push({ position, part, ordinal, name: id, words });
    }
  await insertRows(
    db,
    'name',
    names,
    `on conflict (document, key) do update set label = excluded.label
       where length(excluded.label) > length(label) or (length(excluded.label) = length(label) and excluded.label < label)`,
  );
  await insertRows(db, 'naming', namings);
}

/** Lets go of the names of a claim that stands no more; a name that no claim has any longer goes too. */
export async function dropNames(db: Kysely<Tables>, position: number): Promise<void> {
  const names = await run<{ name: string }>(db, 'select distinct name from naming where position = ?', [position]);
  if (names.length === 0) return;
  await db.deleteFrom('naming').where('position', '=', position).execute();
  for (const { name } of names) {
    const fullest = await db
      .selectFrom('naming')
      .select('words')
      .where('name', '=', name)
      .orderBy(sql`length(words)`, 'desc')
      .orderBy('words')
      .executeTakeFirst();
    if (fullest) await db.updateTable('name').set({ label: fullest.words }).where('id', '=', name).execute();
    else await db.deleteFrom('name').where('id', '=', name).execute();
  }
}
