// Which veiled names a document may show that is not text: a scan, a photograph, a film or its sound cannot be covered word by word, so
// all of it stays behind the same asking as the name.
import { Fault } from '../base/fault.ts';
import type { Veil, VeiledName } from '../record/veil.ts';
import { among } from '../views/among.ts';
import { shownWith } from '../views/read-cover.ts';
import { readTerms } from '../views/read-terms.ts';
import type { Casebook } from './casebook.ts';

/**
 * Names that the document (or original) says, by its text, its own name or its claims; and those of what it is made of, of what is made of it, as a film of
 * its transcript, and of the page that it is a picture of. What a picture shows and no text says nobody can know here.
 *
 * O(length of these texts).
 */
export async function veiledIn(casebook: Casebook, id: string, veil: Veil): Promise<readonly VeiledName[]> {
  if (veil.names.length === 0) return [];
  const { reads, vault } = casebook.store;
  const originals = await kin(casebook, id);
  const rows = await reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .where('original.id', 'in', among(originals))
    .select(['original.name', 'document.id as document', 'document.text_sha256 as text', 'document.metadata'])
    .execute();
  const claimed = await reads
    .selectFrom('name')
    .select(['id', 'document'])
    .where('id', 'in', among(veil.names.flatMap(({ ids }) => ids)))
    .execute();
  const found = new Set<VeiledName>();
  for (const { name, document, text, metadata } of rows) {
    for (const words of [name, metadata ?? '', text === null ? '' : await vault.text(text)]) for (const each of veil.standing(words)) found.add(each);
    const names = claimed.filter((each) => each.document === document).map((each) => veil.covering(each.id));
    for (const each of names) if (each) found.add(each);
  }
  return veil.names.filter((name) => found.has(name));
}

/** Throws a Fault 'conflict' where a picture of it, or its sound, would tell a name that is veiled. */
export async function requireShown(casebook: Casebook, id: string, veil: Veil): Promise<void> {
  const hidden = await veiledIn(casebook, id, veil);
  if (hidden.length === 0) return;
  const who = hidden.map(({ pseudonym }) => `“${pseudonym}”`).join(', ');
  throw new Fault(
    'conflict',
    `it bears a name that is kept behind a pseudonym: ${who}`,
    'A picture or a sound cannot be covered word by word. Ask for the name, with a reason.',
  );
}

async function kin({ store: { reads } }: Casebook, id: string): Promise<readonly string[]> {
  const document = await reads.selectFrom('document').select('original').where('id', '=', id).executeTakeFirst();
  const own = document?.original ?? id;
  return (await shownWith(reads, own, (await readTerms(reads)).kin(own))).all;
}
