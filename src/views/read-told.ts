// What recorded claims of some names tell, as far as it can be counted and drawn: of thousands of claims nobody reads the words at once.
import { sql, type Kysely } from 'kysely';
import { oneOf } from '../base/shape.ts';
import { KINDS, MODALITIES, type Kind, type Modality } from '../model/vocabulary.ts';
import { among } from './among.ts';
import { saidOn } from './claim-rows.ts';
import type { Tables } from './tables.ts';

/** A claim but for its words. `at` is when it was decided about, ISO and UTC; `saidOn` and `edtf` are dates of EDTF. */
export type ToldClaim = {
  readonly id: string;
  readonly kind: Kind;
  readonly modality: Modality;
  readonly time: { readonly edtf: string | null } | null;
  readonly saidOn: string | null;
  readonly review: { readonly at: string };
};

/** With the names that it gives, in the order of its roles. */
export type ToldNaming = { readonly claim: ToldClaim; readonly names: readonly { readonly part: string; readonly id: string; readonly words: string }[] };

type Found = {
  readonly position: number;
  readonly id: string;
  readonly kind: string;
  readonly modality: string;
  readonly edtf: string | null;
  readonly said: string | null;
  readonly at: string;
};

/** Those of these kinds that give one of these names, in the order of documents and of their words. O(those). */
export async function readTold(db: Kysely<Tables>, names: readonly string[], kinds: readonly Kind[]): Promise<readonly ToldNaming[]> {
  const wanted = sql`standing.position in (select position from naming where name in ${among(names)}) and standing.kind in ${among(kinds)}`;
  const { rows } = await sql<Found>`select standing.position, standing.id, standing.kind, decision.at,
      coalesce(said.payload ->> '$.content.modality', said.payload ->> '$.suggestion.modality') as modality,
      iif(said.payload ->> '$.content' is null, said.payload ->> '$.suggestion.time.edtf', said.payload ->> '$.content.time.edtf') as edtf,
      coalesce(${saidOn('standing.document', sql`iif(standing.orphan, -1, standing.start)`)}, document.published) as said
    from standing join decision on decision.position = standing.position join log_entries said on said.position = decision.words_at
      join document on document.id = standing.document join original on original.id = document.original
    where standing.status = 'recorded' and ${wanted}
    order by original.ordinal, standing.start, standing.end, standing.id`.execute(db);
  const { rows: given } = await sql<{ position: number; part: string; id: string; words: string }>`select position, part, name as id, words from naming
    where position in ${among(rows.map(({ position }) => position))}
    order by position, instr('actor target place organization saidBy', part), ordinal`.execute(db);
  const namesAt = Map.groupBy(given, ({ position }) => position);
  return rows.map(({ position, id, kind, modality, edtf, said, at }) => ({
    claim: { id, kind: oneOf(KINDS)(kind, 'kind'), modality: oneOf(MODALITIES)(modality, 'modality'), time: { edtf }, saidOn: said, review: { at } },
    names: namesAt.get(position) ?? [],
  }));
}
