// MiniSearch over so many passages of the record's casebook, in this process alone; figures as JSON on stdout. It has no phrases.
import MiniSearch from 'minisearch';
import { foldedPassages, twoWords } from './record-casebook.ts';

const ASKED = 40;
const MOST = 50;
const passages = Number(process.argv[2]);

const began = performance.now();
const index = new MiniSearch<{ readonly id: number; readonly words: string }>({
  fields: ['words'],
  tokenize: (text) => text.split(' '),
  processTerm: (word) => word,
});
let id = 0;
for (const words of foldedPassages(passages)) index.add({ id: id++, words });
const madeS = Math.round((performance.now() - began) / 1000);

const times = Array.from({ length: ASKED }, (_, n) => {
  const asked = performance.now();
  index.search(twoWords(n).join(' '), { combineWith: 'AND' }).slice(0, MOST);
  return performance.now() - asked;
}).toSorted((a, b) => a - b);
const of = (part: number): number => Number((times[Math.floor(times.length * part)] ?? Number.NaN).toPrecision(3));
const memoryMB = Math.round(process.memoryUsage().rss / 1e6);
process.stdout.write(JSON.stringify({ madeS, memoryMB, twoWordsMs: { p50: of(0.5), p95: of(0.95) }, phraseMs: 'it has no phrases' }));
