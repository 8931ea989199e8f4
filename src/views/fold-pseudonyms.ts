// Pseudonyms, as they were last stated.
import type { Kysely } from 'kysely';
import type { PseudonymStated } from '../model/pseudonym.ts';
import type { Stamp } from './stamp.ts';
import type { Tables } from './tables.ts';

export async function keepPseudonym(db: Kysely<Tables>, { entry, index }: Stamp, { name, pseudonym, also, spared }: PseudonymStated): Promise<void> {
  await db.deleteFrom('pseudonym').where('name', '=', name).execute();
  if (pseudonym === null) return;
  const row = { name, pseudonym, also: JSON.stringify(also), spared: JSON.stringify(spared), position: index, entry };
  await db.insertInto('pseudonym').values(row).execute();
}
