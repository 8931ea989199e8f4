// Documents that were got from one address of the web.
import { sql, type Kysely } from 'kysely';
import { readEdtf } from '../base/edtf.ts';
import { known, parseMetadata, STATED } from '../model/document.ts';
import type { VersionShown } from '../model/revisions.ts';
import type { Tables } from './tables.ts';

/** `text` is the digest of the text that stands. `stated`: the address is a person's word, and not what the file itself says. */
export type Version = VersionShown & { readonly address: string; readonly text: string; readonly stated: boolean };

/** The documents of each address that has several, in the order in which they stood there; of a document's address, or of all. */
export async function readVersions(db: Kysely<Tables>, document?: string): Promise<readonly (readonly Version[])[]> {
  const wanted =
    document === undefined
      ? sql`select address from document where address is not null group by address having count(distinct text_sha256) > 1`
      : sql`select address from document where id = ${document} and address is not null`;
  const rows = await db
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .where(sql<boolean>`document.address in (${wanted})`)
    .select(['document.id', 'document.address', 'document.title', 'original.name', 'document.metadata', 'document.text_sha256 as text'])
    .select(['original.collected_at as collected', 'original.at as added', 'original.ordinal'])
    .orderBy('original.ordinal')
    .execute();
  const versions = rows.map(({ id, address, title, name, metadata, text, collected, added }): Version => {
    const found = parseMetadata(JSON.parse(metadata));
    const captured = known(found, 'captured');
    const [at, by] =
      captured === null ? (collected === null ? ([added, 'added'] as const) : ([collected, 'collected'] as const)) : ([captured, 'captured'] as const);
    return { id, address: address ?? '', title: title ?? name, text, at, by, stated: found.url?.[0] === undefined || found.url[0].from === STATED };
  });
  const byAddress = Map.groupBy(versions, ({ address }) => address);
  return [...byAddress.values()].map((group) => group.toSorted((a, b) => dayOf(a.at) - dayOf(b.at))).filter((group) => group.length > 1);
}

/** As a Julian day number; of what gives several, the first. */
const dayOf = (at: string): number => readEdtf(at.slice(0, 10))?.first ?? readEdtf(at)?.first ?? 0;
