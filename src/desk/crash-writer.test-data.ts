// What the crash test kills: a person's program that adds a folder of documents while it reviews what is proposed for those
// that are there already. It says on stdout what it was told is kept, a line each; what it has said is to be there for ever.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { decide, undo } from './review.ts';

const [folder = '', inbox = '', seed = '0', passphrase = ''] = process.argv.slice(2);
flushCompileCache(); // it is written at the end of a process otherwise, and this one is killed

/** Numbers from 0 up to 1 by a linear congruence (Numerical Recipes, 7.1): the same for the same seed. */
let state = Number(seed);
const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const say = (...words: readonly string[]): void => void writeSync(1, `${words.join('\t')}\n`);

const casebook = await Casebook.open(folder, 'write', surroundings('Mina Farhadi'), passphrase === '' ? null : { passphrase });
say('open');
await Promise.all([addAll(), reviewAll()]);
say('done');

async function addAll(): Promise<void> {
  for await (const { outcome, id, path } of addFiles(casebook, [inbox], {}, new AbortController().signal)) say('added', outcome, id, path);
}

/** Decides about some suggestions at once, each of them once, and takes some of it back. */
async function reviewAll(): Promise<void> {
  for (let ids = await undecided(); ids.length > 0; ids = await undecided()) {
    const decision = random() < 0.7 ? 'accept' : 'reject';
    await decide(casebook, decision, ids, 'as the document says');
    say(decision, ...ids);
    if (random() < 0.7) continue;
    await undo(casebook, ids, 'on second thoughts');
    say('undo', ...ids);
  }
}

async function undecided(): Promise<readonly string[]> {
  const rows = await casebook.store.reads
    .selectFrom('suggestion')
    .select('id')
    .where('id', 'not in', (reviews) => reviews.selectFrom('review').select('suggestion'))
    .orderBy('ordinal')
    .limit(1 + Math.floor(random() * 4))
    .execute();
  return rows.map(({ id }) => id);
}
