// Which originals bear the names that people asked care for: those whose claims name them, and those that hold the name in a text, in what is known
// of them, or in their bytes as far as these are text themselves. What only a picture or a packed file shows is not found, unless its text says it.
import { Fault } from '../base/fault.ts';
import type { Act } from '../model/act.ts';
import { decodeText } from '../reading/decode-text.ts';
import type { CaredName } from '../record/care-reach.ts';
import { lettersOf, placesOf, tellingWords, type Letters } from '../record/find-words.ts';

/** A cared name, and whether words hold any form of it. */
export type SoughtName = CaredName & { readonly standsIn: (text: Letters) => boolean };

/** All that an original has to be searched in. `texts` are of all its readings. */
export type Searched = {
  readonly documents: readonly string[];
  /** What acts say of it as a whole: its file's name, its metadata. */
  readonly told: readonly string[];
  readonly texts: readonly string[];
  readonly sha256: string;
  readonly mediaType: string;
};

/** How what is kept is reached, by SHA-256. */
export type Kept = { readonly text: (sha256: string) => Promise<string>; readonly original: (sha256: string) => AsyncIterable<Uint8Array> };

export function soughtName(name: CaredName): SoughtName {
  const sought = [...new Set(name.words.map(tellingWords))];
  return { ...name, standsIn: (text) => sought.some((words) => placesOf(text, words).length > 0) };
}

/** The names that an original bears. O(its texts and bytes × names). */
export async function namesBorne(original: Searched, names: readonly SoughtName[], kept: Kept): Promise<readonly SoughtName[]> {
  const told = original.told.map(lettersOf);
  const known = names.filter(({ documents, standsIn }) => original.documents.some((id) => documents.includes(id)) || told.some(standsIn));
  const left = new Set(names.filter((name) => !known.includes(name)));
  const found = [...known];
  const search = (words: string): void => {
    const letters = lettersOf(words);
    for (const name of left)
      if (name.standsIn(letters)) {
        left.delete(name);
        found.push(name);
      }
  };
  for (const sha256 of original.texts) if (left.size > 0) search(await kept.text(sha256));
  if (left.size > 0 && TEXTUAL.test(original.mediaType)) for (const words of await readable(kept.original(original.sha256))) search(words);
  return found;
}

const TEXTUAL = /^(?:text|message)\/|[/+](?:xml|json|xhtml|mbox|rtf)$/;

/** Bytes as text, as they are and without their markup; nothing where they are no text. */
async function readable(bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
  const decoded = decodeText(Buffer.concat(await Array.fromAsync(bytes)));
  if (!decoded.ok) return [];
  const spelled = decoded.text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hexadecimal: string | undefined, decimal: string | undefined) => {
    const point = hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
  return [withoutEscapes(spelled), spelled.replace(/<[^<>]*>/g, ' ')];
}

/** Everything that an act says in words. */
export function wordsOf({ payload }: Act): readonly string[] {
  const words: string[] = [];
  JSON.stringify(payload, (_, value: unknown) => {
    if (typeof value === 'string') words.push(withoutEscapes(value));
    return value;
  });
  return words;
}

/** Text in which an address writes letters as percent signs and digits has them as letters. */
const withoutEscapes = (words: string): string =>
  words.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8'));

/** Throws a Fault 'conflict' where a name must stay out and nobody can tell any more what it is. */
export function requireWords({ ids, words }: CaredName): void {
  if (words.length > 0) return;
  throw new Fault(
    'conflict',
    `${ids.join(', ')} may not go out, and what it names is not known any more: what was decided of its claims was destroyed`,
    'Say of the documents that name it how they may be used, with `onrecord care d_…`. Then take back what was said of the name: --sensitivity public.',
  );
}
