// How much work a text makes, counted and not timed: the engine counts how often each block of this room's code runs, so that the
// figures are the same on a machine ten times as busy. What a pattern does inside itself is not counted; patterns are bounded.
import { Session } from 'node:inspector/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspect, LAYERS } from './inspect.ts';
import { suggest, type Asked } from './suggest.ts';

const session = new Session();

beforeAll(async () => {
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});

afterAll(async () => {
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
});

/** Blocks of src/language that run while `act` does. */
async function stepsOf(act: () => unknown): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  act();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => url.includes('/src/language/') && !url.includes('.test.'));
  return own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count))).reduce((sum, each) => sum + each, 0);
}

const allLayers = (doc: Asked): unknown => [suggest(doc), ...LAYERS.map((layer) => inspect(doc, layer))];
const asked = (text: string, language: string): Asked => ({ text, published: '2022-08-10', language });

/** What is written over and over: marks, lists and clauses that hang on one another. */
const PIECES: readonly (readonly [string, string])[] = [
  ['opening brackets', '('],
  ['quotation marks', '" '],
  ['opening quotation marks', '“'],
  ['quotations', '“the camp was open ” '],
  ['dashes', '-- '],
  ['dots', '. . . '],
  ['numbers', '1 '],
  ['short forms', "s 's n't l'a "],
  ['names', 'Ana Kolar, '],
  ['verbs joined', 'arrested and '],
  ['nouns joined by of', 'of the front of '],
  ['speakers', 'he said, '],
  ['clauses in clauses', 'the man who said that '],
  ['infinitives', 'to say to '],
  ['agents', 'by the men in the '],
  ['times', 'the last week of the '],
  ['bombs', 'bomb attack '],
  ['Persian clauses', 'که او را '],
  ['Persian courts', 'دادگاه انقلاب '],
  ['Arabic bodies', 'منظمة العفو '],
];

const stretched = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Most steps of a code point, all layers together. News takes some 370; a sentence of 400 quotation marks, the worst known, 1,300. */
const BUDGET = 2500;
/** What the shortest text takes, in code points. */
const SMALLEST = 50;

test.each(PIECES)(
  'a text of %s three times as long takes no more than half again its steps a character, and keeps to the budget',
  async (_, piece) => {
    const language = /[\u0600-\u06ff]/.test(piece) ? 'fa' : 'en';
    const stepsAt = async (length: number): Promise<number> => stepsOf(() => allLayers(asked(stretched(piece, length), language)));
    const [short, long] = [await stepsAt(1500), await stepsAt(4500)];
    expect(short).toBeGreaterThan(0);
    expect(long / 3).toBeLessThan(1.5 * short);
    expect(long).toBeLessThan(BUDGET * 4500);
  },
  120_000,
);

const WORDS = [
  'Police', 'arrested', 'Mira Halim', 'in', 'Brod', 'on', '3 May 2016', ',', '.', '"', '“', '”', "'", '’s', '(', ')', ':', ';', '--', 'who', 'that', 'which', 'said', 'according to',
  'was', 'killed', 'by', 'and', 'to', 'the', 'a', 'not', 'if', 'denied', 'accused of', 'killing', '14 people', 'last week', 'between', '1988', 'had', 'been', 'bomb', 'attack', 'of',
  'که', 'را', 'دادگاه', 'به', 'شد', '،', 'l’arrestation', 'detenido', '\n\n', '😀', '\ud83d', '\u200c',
]; // prettier-ignore

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 150 }).map((words) => words.join(' ')),
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), fc.integer({ min: 1, max: 60 })).map(([a, b, n]) => `${a} ${b} `.repeat(n)),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

test('whatever the text, all layers together keep to the budget of steps', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, fc.constantFrom('en', 'fa', 'fr', 'es', 'ar'), async (text, language) => {
      expect(await stepsOf(() => allLayers(asked(text, language)))).toBeLessThan(BUDGET * (Array.from(text).length + SMALLEST));
    }),
    { numRuns: 60 },
  );
}, 120_000);
