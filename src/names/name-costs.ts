// The learnt costs of spelling, read from their data file into the tables that alignment uses.
import { bestCounterparts, TENTHS, type SpellingCosts } from './align-spelling.ts';
import learnt from './spelling-costs.json' with { type: 'json' };
import { SCRIPTS, SIGNS } from './spelling.ts';

export type NameCosts = SpellingCosts & { readonly best: Float32Array; readonly rarity: ReadonlyMap<string, number> };

function readCosts(): NameCosts {
  const numbers = new Map(SIGNS.map((sign, number) => [sign, number]));
  const pairs = new Int8Array(256 * 256).fill(learnt.lowest);
  const gaps = new Int8Array(256 * 4).fill(learnt.lowest);
  for (const rows of Object.values(learnt.pairs))
    for (const [sign, met] of Object.entries(rows)) {
      const a = numbers.get(sign) ?? 0;
      for (const [other, cost] of listedCosts(met)) {
        const b = numbers.get(other) ?? 0;
        pairs[a * 256 + b] = cost;
        pairs[b * 256 + a] = cost;
      }
    }
  for (const [scripts, row] of Object.entries(learnt.gaps)) {
    const other = SCRIPTS.findIndex((script) => scripts.endsWith(` ${script}`));
    for (const [sign, cost] of listedCosts(row)) gaps[(numbers.get(sign) ?? 0) * 4 + other] = cost;
  }
  const rarity = new Map(Object.entries(learnt.rarity).map(([key, bits]) => [key, bits / TENTHS]));
  return { pairs, gaps, best: bestCounterparts({ pairs, gaps }), rarity };
}

/** "ب 32 پ -19" as signs with tenths of a nat. */
function listedCosts(row: string): readonly (readonly [string, number])[] {
  return row === '' ? [] : Array.from(row.matchAll(/(\S+) (-?\d+)/gu), ([, sign = '', cost = '0']) => [sign, Number(cost)] as const);
}

export const nameCosts: NameCosts = readCosts();
