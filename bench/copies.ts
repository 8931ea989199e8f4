// Copies: how the time to find them grows with the documents. Ten times the documents should take little more than ten times
// the time, though each is held against all that came before. The documents are made up: new texts, reprints, passages taken
// over, quotations, and the imprint of a publisher under each.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Casebook } from '../src/desk/casebook.ts';
import { RecentlyUsed } from '../src/desk/recently-used.ts';
import { addTexts, emptyBook } from '../src/desk/texts.test-data.ts';
import { comparableText } from '../src/record/copies/comparable-text.ts';
import { makeCopySet, scoreCopies } from '../src/record/copies/copy-set.test-data.ts';
import { fingerprint } from '../src/record/copies/fingerprint.ts';
import type { Printed } from '../src/record/copies/judge-copy.ts';
import { keepCopies } from '../src/views/copies.ts';

const FEW = 10_000;
const MANY = 100_000;
/** Documents that are recorded together. */
const TOGETHER = 50;
/** "ten times the documents, at most thirteen times the time". */
const MOST_TIMES = 13;

export async function benchCopies(): Promise<object> {
  const set = await ofTheSet();
  const few = await timeOf(FEW);
  const many = await timeOf(MANY);
  const times = many.seconds / few.seconds;
  const clock = many.clockSeconds / few.clockSeconds;
  return {
    'made set: documents, precision, recall of reprints': set,
    '10,000 documents': few,
    '100,000 documents': many,
    [`times the time of the processor (at most ${MOST_TIMES})`]: `${times.toFixed(1)} ${times <= MOST_TIMES ? 'met' : 'NOT MET'}`,
    'times the time on the clock, others at work beside it': clock.toFixed(1),
  };
}

async function ofTheSet(): Promise<object> {
  const set = makeCopySet();
  const { casebook, drop } = await emptyBook();
  try {
    const { ids } = await addTexts(casebook, set);
    const rows = await casebook.store.reads.selectFrom('copy').select(['left', 'right', 'kind']).execute();
    const kinds = new Map(rows.map(({ left, right, kind }) => [`${left} ${right}`, kind]));
    const { right, wrong, missed } = scoreCopies(set, (n, m) => kinds.get(inOrder(ids[n], ids[m])));
    return { documents: set.length, precision: right / (right + wrong), recall: right / (right + missed) };
  } finally {
    await drop();
  }
}

const inOrder = (a = '', b = ''): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** `seconds` of the processor, and on the clock, which on a shared machine is longer. */
type Timed = {
  readonly seconds: number;
  readonly clockSeconds: number;
  readonly copies: number;
  readonly reprintsFound: string;
  readonly databaseMB: number;
  readonly memoryMB: number;
};

/** Of the time, only what the looking for copies takes. */
async function timeOf(documents: number): Promise<Timed> {
  const { casebook, drop } = await emptyBook();
  const { store } = casebook;
  const texts = new RecentlyUsed(32 * 1024 * 1024);
  const read = (id: string): Promise<Printed> => texts.get(id, async () => printed(textOf(Number(id.slice(2)))));
  let [seconds, clock, memory] = [0, 0, 0];
  try {
    for (let from = 0; from < documents; from += TOGETHER) {
      await store.transact(async () => {
        for (let n = from; n < from + TOGETHER; n++) await insert(casebook, n);
        const [began, used] = [performance.now(), process.cpuUsage()];
        for (let n = from; n < from + TOGETHER; n++) await keepCopies(store.views, idOf(n), read);
        clock += (performance.now() - began) / 1000;
        const { user, system } = process.cpuUsage(used);
        seconds += (user + system) / 1_000_000;
      });
      memory = Math.max(memory, process.memoryUsage().rss);
    }
    const rows = await store.reads.selectFrom('copy').select(['left', 'right']).execute();
    const found = new Set(rows.map(({ left, right }) => `${left} ${right}`));
    const reprints = Array.from({ length: documents }, (_, n) => n).filter((n) => sortOf(n) === 'reprint');
    const hits = reprints.filter((n) => found.has(inOrder(idOf(n), idOf(baseOf(n))))).length;
    const { size } = await stat(join(casebook.folder, 'record.db'));
    return {
      seconds: Math.round(seconds),
      clockSeconds: Math.round(clock),
      copies: rows.length,
      reprintsFound: `${hits} of ${reprints.length}`,
      databaseMB: Math.round(size / 1e6),
      memoryMB: Math.round(memory / 1e6),
    };
  } finally {
    await drop();
  }
}

function printed(words: string): { readonly value: Printed; readonly bytes: number } {
  const text = comparableText(words);
  return { value: { text, prints: fingerprint(text) }, bytes: 20 * text.words.length };
}

/** A document as the views have it: nothing is read or logged for it. */
async function insert({ store: { views } }: Casebook, n: number): Promise<void> {
  const entry = { entry: `e_${n}`, at: '2026-01-01T00:00:00.000Z' };
  const original = {
    id: `o_${n}`,
    sha256: String(n),
    size: 1,
    media_type: 'text/plain',
    name: `${n}.txt`,
    tool: 'bench',
    sensitivity: 'public',
    ordinal: n,
    ...entry,
  };
  const text = { text_sha256: String(n), reader: 'text@1' };
  await views
    .insertInto('original')
    .values({ ...NOTHING, ...original })
    .execute();
  await views
    .insertInto('document')
    .values({
      ...text,
      ...entry,
      id: idOf(n),
      original: `o_${n}`,
      title: null,
      author: null,
      publisher: `Paper ${publisherOf(n)}`,
      published: null,
      language: 'en',
      metadata: '{}',
      pages: '[]',
      warnings: '[]',
    })
    .execute();
  await views
    .insertInto('reading')
    .values({ ...text, ...entry, entry_index: 10 + n, document: idOf(n), actor: 'p_1' })
    .execute();
}

const NOTHING = {
  container: null,
  url: null,
  method: null,
  collected_at: null,
  collector: null,
  prior_custodian: null,
  note: null,
  consent: null,
  consent_until: null,
};
const idOf = (n: number): string => `d_${String(n).padStart(9, '0')}`;

/** Half are new; a third are reprints of one of the last two thousand, some of them of what all reprint; the others take over a part of one. */
function sortOf(n: number): 'new' | 'reprint' | 'passage' | 'quotation' {
  return (['new', 'reprint', 'new', 'passage', 'new', 'reprint', 'new', 'quotation', 'reprint', 'new'] as const)[n % 10] ?? 'new';
}

/** The new text that a document is made of. */
function baseOf(n: number): number {
  const before = n - 1 - (dice(n, 1) % Math.min(n, 2_000));
  const base = dice(n, 2) % 10 === 0 ? Math.floor(n / 1_000) * 1_000 : before;
  const even = base - (base % 2);
  return sortOf(even) === 'new' ? even : even - 2;
}

const publisherOf = (n: number): number => dice(n, 3) % 300;

function textOf(n: number): string {
  const [own, base] = [newText(n), newText(baseOf(n))];
  const made = {
    new: own,
    reprint: [own[0] ?? '', ...base.filter((_, at) => at !== 2)],
    passage: [...own.slice(0, 4), base[1] ?? '', ...own.slice(4)],
    quotation: [...own, (base[1] ?? '').split('. ').slice(0, 2).join('. ')],
  }[sortOf(n)];
  return [...made, paragraph(1_000_000_000 + publisherOf(n), 2)].join('\n\n');
}

/** Eight paragraphs, about 400 words. */
const newText = (n: number): readonly string[] => Array.from({ length: 8 }, (_, at) => paragraph(n * 8 + at, 4));

function paragraph(seed: number, sentences: number): string {
  return Array.from({ length: sentences }, (_, n) => {
    const length = 8 + (dice(seed, n) % 10);
    const words = Array.from({ length }, (_word, at) => wordOf(dice(seed, 100 * (n + 1) + at)));
    return `${words.join(' ')}.`;
  }).join(' ');
}

const SYLLABLES = ['ka', 'ro', 'mi', 'ten', 'sa', 'lu', 'vor', 'ne', 'dal', 'pi', 'gra', 'sho', 'be', 'rin', 'fa', 'tu'];

/** Of 65,536 words, a few are frequent and most are rare, as in any language. */
function wordOf(roll: number): string {
  let rank = Math.floor(65_536 ** ((roll % 1_000_003) / 1_000_003));
  let word = '';
  for (; rank > 0; rank >>>= 4) word += SYLLABLES[rank & 15] ?? '';
  return word;
}

/** A number that nobody can foresee, and that is the same each time. */
function dice(n: number, which: number): number {
  let h = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(which + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}
