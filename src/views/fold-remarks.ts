// What people of the team remarked, and the lists of labels that they use, as rows.
import type { Kysely } from 'kysely';
import type { Ending, LabelList, Remark } from '../model/remark.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';
import type { Stamp } from './stamp.ts';

export async function keepRemark(db: Kysely<Tables>, { entry, index, at, actor }: Stamp, remark: Remark): Promise<void> {
  const { sort, about, list, value } = remark;
  const standing = { ended_by: null, ended_at: null, ended_how: null, ended_reason: null };
  await db
    .insertInto('remark')
    .values({ entry, entry_index: index, sort, about: about.id, list, value, body: JSON.stringify(remark), actor, at, ...standing })
    .execute();
}

type Ended = { readonly remark: string; readonly how: Ending; readonly reason: string | null };

/** Nothing where the remark was destroyed. */
export async function endRemark(db: Kysely<Tables>, { at, actor }: Stamp, { remark, how, reason }: Ended): Promise<void> {
  await db.updateTable('remark').set({ ended_by: actor, ended_at: at, ended_how: how, ended_reason: reason }).where('entry', '=', remark).execute();
}

/** Puts the labels in the place of those that the list had. */
export async function keepLabels(db: Kysely<Tables>, { list, labels }: LabelList): Promise<void> {
  await db.deleteFrom('label_list').where('list', '=', list).execute();
  for (const [ordinal, each] of labels.entries())
    await db
      .insertInto('label_list')
      .values({ list, ordinal, ...each })
      .execute();
}

export async function forgetRemarks(db: Kysely<Tables>, entries: readonly string[]): Promise<void> {
  await db.deleteFrom('remark').where('entry', 'in', among(entries)).execute();
}
