// Power fails, memory runs out, somebody pulls the plug: whatever the moment, what a person was told is kept is there, and
// nothing is there by halves. Real adding and real reviewing, in a process that is killed again and again.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { verifyLog } from '../log/verify.ts';
import { SHELVES } from '../store/kept-file.ts';
import { SHOWN } from '../views/digest-views.ts';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';

/** ONRECORD_KILLS makes the test longer or shorter, ONRECORD_SEED makes it another. */
const KILLS = Number(process.env['ONRECORD_KILLS'] ?? 200);
const SEED = Number(process.env['ONRECORD_SEED'] ?? 7);
/** How many casebooks are written to, and killed, side by side: while one waits for its readers to start, another works. */
const SIDE_BY_SIDE = 4;
/** After so many kills all of a casebook is checked. */
const CHECK_ALL = 15;

/** A moment of chance: so many milliseconds after a program has said, so many times, a line that begins like that. */
type Moment = { readonly lines: number; readonly like: 'open' | 'added\tadded'; readonly later: number };

/** While it opens, in the middle of reviewing, in the middle of adding; counted in what it said, as a busy machine is slow. */
function momentOf(random: () => number): Moment {
  const which = random();
  const upTo = (most: number): number => Math.floor(random() * most);
  if (which < 0.1) return { lines: 0, like: 'open', later: upTo(400) };
  if (which < 0.6) return { lines: 1, like: 'open', later: upTo(120) };
  return { lines: 1 + upTo(6), like: 'added\tadded', later: upTo(40) };
}

const WRITER = fileURLToPath(new URL('./crash-writer.test-data.ts', import.meta.url));

/** Numbers from 0 up to 1 by a linear congruence (Numerical Recipes, 7.1): the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const PLACES = ['Norvale', 'Sangtarash', 'Lac Blanc', 'Holmvik'];
const report = (n: string): string =>
  `Kamran Sohrabzadeh was arrested in ${PLACES[n.length % 4]} on ${1 + (Number(n.at(-1)) % 28)} November 2018. The court sentenced Parvin Azadi to ten years in prison.\n\nReport ${n}.\n`;
const mail = (n: string): string => `From desk@example.org Sat Nov 21 10:00:00 2026\nFrom: desk@example.org\nDate: x\nSubject: Report ${n}\n\n${report(n)}\n`;

/** What a casebook is to hold in the end, and what of it was said to be kept. */
class Story {
  readonly folder: string;
  readonly #passphrase: string | null;
  readonly #random: () => number;
  readonly #added = new Map<string, string>();
  readonly #reviews: string[][] = [];
  #inboxes = 0;
  #done = true;

  constructor(folder: string, seed: number, passphrase: string | null) {
    this.folder = folder;
    this.#random = seeded(seed);
    this.#passphrase = passphrase;
  }

  get acknowledged(): { readonly added: number; readonly reviews: number } {
    return { added: this.#added.size, reviews: this.#reviews.length };
  }

  /** The folder that is being added. */
  get #inbox(): string {
    return join(this.folder, `inbox-${this.#inboxes}`);
  }

  open(mode: 'read' | 'write'): Promise<Casebook> {
    return Casebook.open(join(this.folder, 'book'), mode, surroundings('Mina Farhadi'), this.#passphrase === null ? null : { passphrase: this.#passphrase });
  }

  /** A program works on the casebook, and is killed at a moment of chance. */
  async workAndDie(): Promise<void> {
    if (this.#done) await this.#fillInbox();
    const said = await this.#run(momentOf(this.#random));
    for (const [what = '', ...words] of said) {
      if (what === 'added') this.#added.set(words[2] ?? '', words[0] === 'added' ? (words[1] ?? '') : '');
      else if (what === 'done') this.#done = true;
      else if (what !== 'open') this.#reviews.push([what, ...words]);
    }
  }

  /** New documents: eight texts, and a mailbox of six messages. */
  async #fillInbox(): Promise<void> {
    this.#inboxes++;
    this.#done = false;
    await mkdir(this.#inbox);
    const name = (n: number): string => `${this.#inboxes}-${n}`;
    for (let n = 0; n < 8; n++) await writeFile(join(this.#inbox, `${n}.txt`), report(name(n)));
    await writeFile(join(this.#inbox, 'box.mbox'), [10, 11, 12, 13, 14, 15].map((n) => mail(name(n))).join(''));
  }

  /** The whole lines that it said. */
  async #run({ lines, like, later }: Moment): Promise<readonly (readonly string[])[]> {
    const words = [join(this.folder, 'book'), this.#inbox, String(Math.floor(this.#random() * 1e9)), this.#passphrase ?? ''];
    const writer = spawn(process.execPath, [WRITER, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.folder, '..', 'compiled') }, // half the time that a writer takes to start
    });
    let said = '';
    const ended = once(writer, 'close');
    const spoke = new Promise<void>((resolve) => {
      const enough = (): void => (said.split('\n').filter((line) => line.startsWith(like)).length >= lines ? resolve() : undefined);
      writer.stdout.on('data', (piece: Buffer) => ((said += piece.toString()), enough()));
      enough();
    });
    await Promise.race([spoke.then(() => sleep(later)), ended]);
    writer.kill('SIGKILL');
    const status: unknown = (await ended)[0];
    expect(status === null || said.endsWith('done\n'), `the writer ended by itself with ${String(status)}`).toBe(true);
    const whole = said.slice(0, said.lastIndexOf('\n') + 1).split('\n');
    return whole.filter(Boolean).map((line) => line.split('\t'));
  }

  /** What was said to be kept is there, whole; opening it is the first thing that anybody does after a crash. */
  async check(fully: boolean): Promise<void> {
    const casebook = await this.open('write'); // recomputes the tree's right edge and holds it against the checkpoint
    try {
      await this.#checkDocuments(casebook);
      await this.#checkReviews(casebook);
      for (const shelf of ['', ...SHELVES]) expect((await readdir(join(casebook.folder, shelf))).filter((name) => name.startsWith('.'))).toEqual([]);
      // What was kept and not recorded went with the opening.
      expect(await straysOf(casebook)).toEqual([]);
      if (fully) await checkWhole(casebook);
    } finally {
      await casebook.close();
    }
  }

  async #checkDocuments({ store }: Casebook): Promise<void> {
    const rows = await store.reads.selectFrom('document').innerJoin('original', 'original.id', 'document.original').select(['document.id', 'sha256']).execute();
    const held = new Map(rows.map(({ id, sha256 }) => [id, sha256]));
    for (const [path, id] of this.#added) {
      if (id === '') continue;
      const sha256 = held.get(id);
      expect(sha256, `${path} was said to be added`).toBeDefined();
      if (path.endsWith('.txt'))
        expect(sha256).toBe(
          createHash('sha256')
            .update(await readFile(path))
            .digest('hex'),
        );
    }
  }

  async #checkReviews({ store }: Casebook): Promise<void> {
    const rows = await store.reads.selectFrom('review').select(['suggestion', 'decision', 'undone_by']).execute();
    const stands = new Map(rows.map((row) => [row.suggestion, row]));
    for (const [what, ...ids] of this.#reviews)
      for (const id of ids) {
        if (what === 'undo') expect(stands.get(id)?.undone_by, `the review of ${id} was said to be taken back`).toMatch(/^e_/);
        else expect(stands.get(id)?.decision, `${id} was said to be reviewed`).toBe(what);
      }
  }

  /** Nothing stops it any more: every document of every inbox is in it in the end, once. */
  async finish(): Promise<void> {
    const casebook = await this.open('write');
    for (let n = 1; n <= this.#inboxes; n++)
      for await (const { outcome } of addFiles(casebook, [join(this.folder, `inbox-${n}`)], {}, new AbortController().signal))
        expect(['added', 'opened', 'held']).toContain(outcome);
    const texts = await casebook.store.reads.selectFrom('document').select('text_sha256').execute();
    expect(texts).toHaveLength(this.#inboxes * 14);
    expect(await casebook.store.reads.selectFrom('unpacking').selectAll().execute()).toEqual([]);
    await checkWhole(casebook);
    await casebook.close();
  }
}

/** The log leads to its checkpoint, the views are what it folds to, and every file is there that an entry speaks of. */
async function checkWhole(casebook: Casebook): Promise<void> {
  const { store } = casebook;
  expect(await verifyLog(store.log, { log: store.verifier })).toMatchObject({ ok: true });
  const before = await viewsOf(casebook);
  await casebook.rebuild();
  expect(await viewsOf(casebook)).toEqual(before);
  const documents = await store.reads
    .selectFrom('document')
    .innerJoin('original', 'original.id', 'document.original')
    .leftJoin('analysis', 'analysis.document', 'document.id')
    .select(['original.sha256', 'document.text_sha256', 'analysis.analyser'])
    .execute();
  for (const { sha256, text_sha256: text, analyser } of documents) {
    expect(await store.vault.check('originals', sha256)).toEqual({ ok: true });
    expect(await store.vault.check('texts', text)).toEqual({ ok: true });
    expect(analyser).not.toBeNull();
  }
}

/** Files of the vault that no entry speaks of. */
async function straysOf({ store: { reads, vault } }: Casebook): Promise<readonly string[]> {
  const originals = await reads.selectFrom('original').select('sha256').execute();
  const texts = await reads.selectFrom('reading').select('text_sha256').execute();
  const ofOriginals = await vault.strays('originals', originals.map(({ sha256 }) => sha256)); // prettier-ignore
  return [...ofOriginals, ...(await vault.strays('texts', texts.map(({ text_sha256: text }) => text)))]; // prettier-ignore
}

async function viewsOf({ store }: Casebook): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const view of SHOWN) {
    all[view] = (await sql`select * from ${sql.table(view)} order by 1, 2`.execute(store.reads)).rows;
  }
  return all;
}

async function scratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'onrecord-crash-'));
}

async function begin(root: string, name: string, seed: number, passphrase: string | null = null): Promise<Story> {
  await mkdir(join(root, name));
  const story = new Story(join(root, name), seed, passphrase);
  const casebook = await Casebook.create(join(root, name, 'book'), name, surroundings('Mina Farhadi'), passphrase === null ? null : { passphrase });
  await casebook.close();
  return story;
}

async function killMany(root: string, nth: number): Promise<Story> {
  const story = await begin(root, `casebook-${nth}`, SEED + nth);
  const kills = Math.ceil(KILLS / SIDE_BY_SIDE);
  for (let n = 1; n <= kills; n++) {
    await story.workAndDie();
    await story.check(n % CHECK_ALL === 0);
  }
  await story.finish();
  return story;
}

test(`nothing that was acknowledged is missing and nothing is half there after ${KILLS} kills at moments of chance`, async () => {
  const root = await scratch();
  try {
    const stories = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, n) => killMany(root, n)));
    const said = stories.map(({ acknowledged }) => acknowledged);
    expect(said.reduce((sum, { added }) => sum + added, 0)).toBeGreaterThan(KILLS);
    expect(said.reduce((sum, { reviews }) => sum + reviews, 0)).toBeGreaterThan(KILLS);
  } finally {
    await rm(root, { recursive: true });
  }
}, 600_000);

test('what is killed in an encrypted casebook leaves no word of a document in any file, before it is opened again', async () => {
  const root = await scratch();
  try {
    const story = await begin(root, 'casebook', SEED, 'five invented words of mine');
    for (let n = 1; n <= 6; n++) {
      await story.workAndDie();
      const files = await readdir(join(story.folder, 'book'), { recursive: true, withFileTypes: true });
      for (const file of files.filter((each) => each.isFile())) {
        const bytes = await readFile(join(file.parentPath, file.name), 'latin1');
        for (const words of ['Sohrabzadeh', 'Parvin Azadi', 'desk@example.org', 'Mina Farhadi'])
          expect(bytes.includes(words), `${words} in ${file.name}`).toBe(false);
      }
      await story.check(n % 3 === 0);
    }
    await story.finish();
  } finally {
    await rm(root, { recursive: true });
  }
}, 300_000);
