// How much there is of a casebook, counted over its indexes.
import { sql, type Kysely } from 'kysely';
import type { Summary } from '../model/answers.ts';
import { isNoPicture } from './read-documents.ts';
import type { Tables } from './tables.ts';

export type Counts = Pick<Summary, 'documents' | 'unreadable' | 'suggestions' | 'recorded' | 'rejected'>;

type Row = Omit<Counts, 'documents' | 'unreadable'> & { readonly held: number; readonly failed: number; readonly erased: number };

/** What was erased is counted with what could not be read. */
export async function readCounts(db: Kysely<Tables>): Promise<Counts> {
  const { rows } = await sql<Row>`select
    (select count(*) from original) - (select count(*) from original where not (${isNoPicture})) as held,
    (select count(*) from unreadable join original on original.id = unreadable.original where ${isNoPicture}) as failed,
    (select count(*) from erased where about like 'o~_%' escape '~') as erased,
    (select count(*) from waiting) as suggestions,
    (select count(*) from standing where status = 'recorded') as recorded,
    (select count(*) from standing where status = 'rejected') as rejected`.execute(db);
  const [{ held, failed, erased, suggestions, recorded, rejected } = NOTHING] = rows;
  return { documents: held - failed, unreadable: failed + erased, suggestions, recorded, rejected };
}

const NOTHING: Row = { held: 0, failed: 0, erased: 0, suggestions: 0, recorded: 0, rejected: 0 };
