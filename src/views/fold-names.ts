// Names as documents use them, from the claims that people recorded.
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { base32 } from '../base/base32.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ClaimContent } from '../model/claim.ts';
import { keyOfName } from '../record/identity.ts';
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
function nameId(document: string, key: string): string {
  return `n_${base32(
    createHash('sha256')
      .update(canonicalJson([document, key]))
      .digest()
      .subarray(0, 10),
  )}`;
}

/** The names that a claim's content gives, by id, with the words in which it gives each, and where. */
export function namesIn(document: string, content: ClaimContent): readonly { readonly id: string; readonly part: string; readonly words: string }[] {
  return mentionsOf(content).flatMap(({ part, words }) => {
    const key = keyOfName(words);
    return key === '' ? [] : [{ id: nameId(document, key), part, words }];
  });
}

/** Takes up the names of a claim that is recorded now. */
export async function keepNames(db: Kysely<Tables>, claim: string, document: string, content: ClaimContent): Promise<void> {
  for (const { part, ordinal, words } of mentionsOf(content)) {
    const key = keyOfName(words);
    if (key === '') continue;
    const id = nameId(document, key);
    await keepWordsOf(db, key);
    await run(
      db,
      `insert into name (id, document, key, label) values (?, ?, ?, ?)
        on conflict (id) do update set label = excluded.label where length(excluded.label) > length(label)`,
      [id, document, key, words],
    );
    await run(db, 'insert into mention (claim, part, ordinal, name, words) values (?, ?, ?, ?, ?)', [claim, part, ordinal, id, words]);
  }
}

/** Of a key that no name had yet. */
async function keepWordsOf(db: Kysely<Tables>, key: string): Promise<void> {
  const [known] = await run(db, 'select 1 from name where key = ? limit 1', [key]);
  if (known) return;
  const words = [...new Set(key.split(' '))];
  for (const word of words) await run(db, 'insert into name_word (word, key, words) values (?, ?, ?)', [word, key, words.length]);
}

/** Lets go of the names of a claim that stands no more; a name that no claim has any longer goes too. */
export async function dropNames(db: Kysely<Tables>, claim: string): Promise<void> {
  const names = await run<{ name: string }>(db, 'select distinct name from mention where claim = ?', [claim]);
  if (names.length === 0) return;
  await db.deleteFrom('mention').where('claim', '=', claim).execute();
  for (const { name } of names) {
    const fullest = await db
      .selectFrom('mention')
      .select('words')
      .where('name', '=', name)
      .orderBy(sql`length(words)`, 'desc')
      .orderBy('words')
      .executeTakeFirst();
    if (fullest) await db.updateTable('name').set({ label: fullest.words }).where('id', '=', name).execute();
    else await dropName(db, name);
  }
}

/** With the words of its key, where no other name has it. */
async function dropName(db: Kysely<Tables>, id: string): Promise<void> {
  const gone = await db.deleteFrom('name').where('id', '=', id).returning('key').executeTakeFirst();
  if (!gone || (await db.selectFrom('name').select('id').where('key', '=', gone.key).limit(1).executeTakeFirst())) return;
  const words = gone.key.split(' ');
  await db.deleteFrom('name_word').where('word', 'in', words).where('key', '=', gone.key).execute();
}
