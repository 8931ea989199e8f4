// Names as documents use them, from the claims that people recorded.
import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { base32 } from '../base/base32.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import type { ClaimContent } from '../model/claim.ts';
import { findNames, type FindNames } from './held-names.ts';
import { insertRows } from './insert-rows.ts';
import { run } from './run-sql.ts';
import type { Tables } from './tables.ts';
import { wordsOfName } from './words-of-name.ts';

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
      const { key } = wordsOfName(words);
      return key === '' ? [] : [{ part, ordinal, words, key, id: nameId(document, key) }];
    }),
  );
}

/** The id of a name in these words, as a document uses it. */
export const idOfName = (document: string, words: string): string => nameId(document, wordsOfName(words).key);

/** What a claim that stands names: `position` is that of the entry that it rests on. */
export type Naming = { readonly position: number; readonly document: string; readonly mentions: readonly Mention[] };

/** Takes up the names of claims that are recorded now. Of the forms in which claims give a name the longest is its label, of several the first of the alphabet. */
export async function keepNames(db: Kysely<Tables>, claims: readonly Naming[], find: FindNames = findNames): Promise<void> {
  const held = await find(db, claims);
  const forms: Tables['form'][] = [];
  const fresh = new Map<number, Tables['named']>();
  const given: Tables['given'][] = [];
  for (const { position, document, mentions } of claims) {
    const names = held.namesOf(document);
    for (const { part, ordinal, words, key, id } of mentions) {
      let form = held.forms.get(words);
      if (form === undefined) {
        form = held.nextForm++;
        held.forms.set(words, form);
        forms.push({ number: form, label: words, key });
      }
      const before = names.get(id);
      const name = before ?? { number: held.nextName++, label: words };
      given.push({ position, part, ordinal, name: name.number, form });
      if (!before) names.set(id, name);
      else if (!isFuller(words, name.label)) continue;
      name.label = words;
      if (!before || fresh.has(name.number)) fresh.set(name.number, { number: name.number, id, document, form });
      else await run(db, 'update named set form = ? where number = ?', [form, name.number]);
    }
  }
  await insertRows(db, 'form', forms);
  await insertRows(db, 'named', [...fresh.values()]);
  await insertRows(db, 'given', given);
}

/** Whether words make the better label; as `FULLEST` says it in SQL. */
function isFuller(words: string, label: string): boolean {
  if (words === label) return false;
  const more = Array.from(words).length - Array.from(label).length;
  return more > 0 || (more === 0 && Buffer.compare(Buffer.from(words), Buffer.from(label)) < 0);
}

const FULLEST = `select form.number as form from given join form on form.number = given.form where given.name = ? order by length(form.label) desc, form.label limit 1`;

/** No claim gives it: all names that it could be a form of have its key. */
const UNUSED = `not exists (select 1 from form alike join named on named.form = alike.number join given on given.name = named.number
  where alike.key = form.key and given.form = form.number)`;

/** Lets go of the names of a claim that stands no more; a name, and a form, that no claim has any longer goes too. */
export async function dropNames(db: Kysely<Tables>, position: number): Promise<void> {
  const dropped = await run<Pick<Tables['given'], 'name' | 'form'>>(db, 'select name, form from given where position = ?', [position]);
  if (dropped.length === 0) return;
  await run(db, 'delete from given where position = ?', [position]);
  for (const name of new Set(dropped.map((each) => each.name))) {
    const [fullest] = await run<{ form: number }>(db, FULLEST, [name]);
    if (fullest) await run(db, 'update named set form = ? where number = ?', [fullest.form, name]);
    else await run(db, 'delete from named where number = ?', [name]);
  }
  for (const form of new Set(dropped.map((each) => each.form))) await run(db, `delete from form where number = ? and ${UNUSED}`, [form]);
}
