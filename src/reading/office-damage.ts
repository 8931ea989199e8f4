// Which errors of the libraries that take office files apart mean that the file is damaged. Any other is not foreseen,
// and goes on up.
import type { ReadResult } from './outcome.ts';
import { unreadable } from './unreadable.ts';
import { XmlError } from './xml.ts';
import { ZipDamaged } from './zip.ts';

/** As JSZip and xmldom say it, beneath mammoth. */
const SAID =
  /^(Corrupted zip|Can't find end of central directory|End of data reached|Bug ?: uncompressed data size mismatch|Encrypted zip|Could not find (the body element|main document part)|Unexpected end of|invalid (distance|block type|stored block|length|literal|code|bit length|window)|unclosed|(error: )?\[xmldom)/i;

/** A finding, or the error thrown again. */
export function damage(error: unknown): ReadResult {
  if (!(error instanceof Error)) throw error;
  if (error instanceof XmlError || error instanceof ZipDamaged || SAID.test(error.message))
    return { ok: false, problem: unreadable('damaged', `${error.message}.`) };
  throw error;
}
