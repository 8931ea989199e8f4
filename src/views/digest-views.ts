// What the views come to, in a few words: whether two foldings of one log gave the same.
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { LOOKED_UP } from './look-ups.ts';
import { VIEWS } from './schema.ts';
import type { Tables } from './tables.ts';

/** The sum of the rows' digests has as many bits as one of them: rows count as often as they are there, in whatever order. */
const MODULUS = 1n << 256n;

/** What numbers stand for is looked up: another folding gives others. */
const OF_NUMBERS: readonly string[] = ['named', 'given'];

/** What only looks up what others hold says what is shown, too: whoever has the file can make it look up something else. */
export const SHOWN = [...VIEWS, ...LOOKED_UP].filter((view) => !OF_NUMBERS.includes(view));

/** View, to how many rows it has and a digest of them. Streams: memory does not grow with the views. */
export async function digestViews(db: Kysely<Tables>): Promise<ReadonlyMap<string, string>> {
  const digests = new Map<string, string>();
  for (const view of SHOWN) {
    let [rows, sum] = [0, 0n];
    for await (const row of view === 'form' ? db.selectFrom(view).select(['label', 'key']).stream() : db.selectFrom(view).selectAll().stream()) {
      rows++;
      sum = (sum + BigInt(`0x${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`)) % MODULUS;
    }
    digests.set(view, `${rows} ${sum}`);
  }
  return digests;
}
