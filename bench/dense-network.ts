// A synthetic casebook as dense as a large one is around whom it names most: 1,000 names and 5,000 ties, each of one claim or of several, all within
// two steps of one person. One document tells it all, so that a name in it is one name. Invented, and made through the desk's log and folds.
import type { Kind } from '../src/model/vocabulary.ts';
import { Casebook, surroundings } from '../src/desk/casebook.ts';
import { accepted, day, documentOf, FAMILY, GIVEN, pick, PLACES, type Sentence } from './many-claims.ts';

export const CENTRE = 'Behrang Tavana 0';
const PEOPLE = 900;
const BODIES = 100;
const TIES = 5_000;

const KINDS: readonly Kind[] = ['membership', 'position', 'command', 'arrest', 'torture', 'trial'];

const person = (n: number): string => (n === 0 ? CENTRE : `${pick(GIVEN, n)} ${pick(FAMILY, Math.floor(n / 10))} ${n}`);
const body = (n: number): string => `Bureau ${n} of ${pick(PLACES, n)}`;

/** Whom the n-th tie is between. The one in the middle stands with every body; of the others a few have many ties, and most have few. */
function pair(n: number): readonly [string, string] {
  if (n < BODIES) return [person(0), body(n)];
  if (n < BODIES + PEOPLE) return [person(n - BODIES), body((n * 7) % BODIES)];
  return [person(Math.floor(PEOPLE * ((n * 0.618_034) % 1) ** 2)), body((n * 31 + Math.floor(n / BODIES)) % BODIES)];
}

function sentence(n: number, times: number): Sentence {
  const [who, by] = pair(n);
  const when = day(n + times);
  return {
    words: `On ${when} ${who} was with the ${by}, entry ${n} of list ${times} says.`,
    said: { kind: pick(KINDS, n), roles: { actor: [by], target: [who] }, time: { text: `On ${when}`, edtf: when }, saidBy: [] },
  };
}

export async function makeDenseNetwork(folder: string): Promise<void> {
  const casebook = await Casebook.create(folder, 'A dense network', surroundings('Mina Farhadi'));
  try {
    // Each tenth tie is told of three times more.
    const sentences = Array.from({ length: TIES }, (_, n) => Array.from({ length: n % 10 === 0 ? 4 : 1 }, (__, times) => sentence(n, times))).flat();
    const { document, acts, suggestions } = await documentOf(casebook, 'Register', day(0), sentences);
    await casebook.record([...acts, ...accepted(document, suggestions)]);
  } finally {
    await casebook.close();
  }
}
