// Copies, kept as texts come and go: the fingerprints of each text, which have no words, and the pairs of
// documents that share more than a quotation. What is kept depends on the texts that stand alone, and on the order of the
// entries that made them: found one by one or all anew, it is the same.
import { sql, type Kysely } from 'kysely';
import { foldedWords } from '../base/fold.ts';
import { judgeCopy, type Printed } from '../record/copies/judge-copy.ts';
import { among } from './among.ts';
import type { Tables } from './tables.ts';

/** What more documents have than this tells nothing of two of them: an imprint, a menu, a form. */
const MANY = 30;
/** The same, within one publisher. */
const MANY_OF_ONE = 4;
/** Fingerprints in common that make two worth a closer look; of short texts, such a share of the shorter's. */
const LEAST_SHARED = 3;
const LEAST_OF_SHORT = 1 / 3;
/** The same where many documents have them too: then only the first that have them are looked at. */
const LEAST_OF_COMMON = 0.4;

/** The text that stands for a document, with its fingerprints. */
export type ReadPrinted = (document: string) => Promise<Printed>;

/** A document as the index knows it: `number` is the index of the log's entry that made its text, `publisher` is folded. */
type Known = { readonly number: number; readonly document: string; readonly publisher: string | null; readonly prints: number };

/** Of each fingerprint, the numbers of the documents that have it, the first first. */
type Holders = ReadonlyMap<number, readonly number[]>;

/** Puts a document's text in the place of the one that it had, and looks for its copies. Inside a transaction. */
export async function keepCopies(db: Kysely<Tables>, document: string, read: ReadPrinted): Promise<void> {
  const row = await db
    .selectFrom('document')
    .innerJoin('reading', 'reading.document', 'document.id')
    .where('document.id', '=', document)
    .select(['document.publisher', 'reading.entry_index as number'])
    .orderBy('entry_index', 'desc')
    .executeTakeFirst();
  const before = await db.selectFrom('fingerprinted').select('number').where('document', '=', document).executeTakeFirst();
  if (!row || before?.number === row.number) return;
  await dropCopies(db, [document], read);
  const hashes = (await read(document)).prints.map(({ hash }) => hash);
  const known: Known = { number: row.number, document, publisher: foldedWords(row.publisher ?? '').join(' ') || null, prints: hashes.length };
  await db
    .insertInto('fingerprinted')
    .values({ ...known, hashes: hashes.join(' ') })
    .execute();
  if (hashes.length === 0) return;
  await sql`insert into fingerprint (hash, number) select value, ${known.number} from json_each(${JSON.stringify(hashes)})`.execute(db);
  // The last that came is among the first that have something only where few have it.
  const holders = await holdersOf(db, hashes, MANY + 2);
  const others = await knownOf(db, holders);
  await look(db, known, { holders, others, read });
  for (const group of turning(known, holders, others)) await lookAmong(db, group, read);
}

/** Takes documents out, with all pairs that they are in, so that nothing of their words is left. Inside a transaction. */
export async function dropCopies(db: Kysely<Tables>, documents: readonly string[], read: ReadPrinted): Promise<void> {
  const rows = await db.selectFrom('fingerprinted').selectAll().where('document', 'in', among(documents)).execute();
  for (const known of rows) {
    const { number, document } = known;
    const holders = await holdersOf(db, hashesOf(known), MANY + 2);
    const others = await knownOf(db, holders);
    await sql`delete from fingerprint where number = ${number} and hash in ${among(hashesOf(known))}`.execute(db);
    await db.deleteFrom('fingerprinted').where('number', '=', number).execute();
    await db
      .deleteFrom('copy')
      .where(({ or, eb }) => or([eb('left', '=', document), eb('right', '=', document)]))
      .execute();
    for (const group of turning(known, holders, others)) await lookAmong(db, group, read);
    for (const next of nextOfFirst(known, holders, others)) await look(db, next, await allAround(db, next, read));
  }
}

/** Takes all documents out. Inside a transaction. */
export async function emptyCopies(db: Kysely<Tables>): Promise<void> {
  for (const table of ['copy', 'fingerprinted', 'fingerprint'] as const) await db.deleteFrom(table).execute();
}

/** Documents whose copies were not looked for, in the order of their texts. */
export async function notPrinted(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select reading.document as id from reading where document not in (select document from fingerprinted)
    group by document order by max(entry_index)`.execute(db);
  return rows.map(({ id }) => id);
}

/** What is known around a document: who has its fingerprints; `only` these are looked at. */
type Around = { readonly holders: Holders; readonly others: ReadonlyMap<number, Known>; readonly read: ReadPrinted; readonly only?: ReadonlySet<number> };

async function allAround(db: Kysely<Tables>, { number }: Known, read: ReadPrinted): Promise<Around> {
  const row = await db.selectFrom('fingerprinted').select('hashes').where('number', '=', number).executeTakeFirstOrThrow();
  const holders = await holdersOf(db, hashesOf(row), null);
  return { holders, others: await knownOf(db, holders), read };
}

/** Finds the copies of a document anew, and keeps them. */
async function look(db: Kysely<Tables>, me: Known, { holders, others, read, only }: Around): Promise<void> {
  const kept = await copiesOf(db, me.document);
  for (const [number, shared] of sharedWith(me, holders, others)) {
    const other = others.get(number);
    if (!other || (only && !only.has(number))) continue;
    const [left = '', right = ''] = [me.document, other.document].toSorted();
    if (kept.has(other.document)) await db.deleteFrom('copy').where('left', '=', left).where('right', '=', right).execute();
    if (!isWorthALook(shared, Math.min(me.prints, other.prints))) continue;
    const found = judgeCopy(await read(left), await read(right), new Set(shared.common));
    if (!found) continue;
    const { passages, ...row } = found;
    await db
      .insertInto('copy')
      .values({ left, right, ...row, passages: JSON.stringify(passages) })
      .execute();
  }
}

/** Looks at every two of these again. */
async function lookAmong(db: Kysely<Tables>, group: readonly Known[], read: ReadPrinted): Promise<void> {
  for (const [n, me] of group.entries()) {
    const only = new Set(group.slice(n + 1).map(({ number }) => number));
    if (only.size > 0) await look(db, me, { ...(await allAround(db, me, read)), only });
  }
}

async function copiesOf(db: Kysely<Tables>, document: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('copy')
    .select(['left', 'right'])
    .where(({ or, eb }) => or([eb('left', '=', document), eb('right', '=', document)]))
    .execute();
  return new Set(rows.map(({ left, right }) => (left === document ? right : left)));
}

/** Fingerprints that two documents share: how many tell something of the two, and those that many others have as well. */
type Shared = { rare: number; readonly common: number[] };

const isWorthALook = ({ rare, common }: Shared, shorter: number): boolean =>
  rare >= Math.min(LEAST_SHARED, Math.ceil(LEAST_OF_SHORT * shorter)) || rare + common.length >= LEAST_OF_COMMON * shorter;

/** Of what many have, only the first MANY that have it are paired, with all others: so those that are one text hang together. */
function sharedWith(me: Known, holders: Holders, others: ReadonlyMap<number, Known>): ReadonlyMap<number, Shared> {
  const all = new Map<number, Shared>();
  for (const [hash, held] of holders) {
    const first = held.slice(0, MANY);
    const ofPublisher = samePublisher(me, held, others);
    for (const number of first.includes(me.number) ? held : first) {
      if (number === me.number) continue;
      const shared = all.get(number) ?? { rare: 0, common: [] };
      if (held.length > MANY || (ofPublisher.length >= MANY_OF_ONE && ofPublisher.includes(number))) shared.common.push(hash);
      else shared.rare++;
      all.set(number, shared);
    }
  }
  return all;
}

const samePublisher = ({ publisher }: Known, held: readonly number[], others: ReadonlyMap<number, Known>): readonly number[] =>
  publisher === null ? [] : held.filter((number) => others.get(number)?.publisher === publisher);

/** The others that have a fingerprint which is common, in all or in the publisher, with this document, and is not without it. */
function turning(me: Known, holders: Holders, others: ReadonlyMap<number, Known>): readonly (readonly Known[])[] {
  const groups = new Map<string, readonly number[]>();
  for (const held of holders.values()) {
    const mine = samePublisher(me, held, others);
    if (held.length === MANY + 1) groups.set(held.join(' '), held);
    if (mine.length === MANY_OF_ONE) groups.set(mine.join(' '), mine);
  }
  return [...groups.values()].map((group) => group.filter((number) => number !== me.number).flatMap((number) => others.get(number) ?? []));
}

/** The documents that come to be among the first that have a common fingerprint, where this one goes. */
function nextOfFirst(me: Known, holders: Holders, others: ReadonlyMap<number, Known>): readonly Known[] {
  const next = [...holders.values()].flatMap((held) => (held.indexOf(me.number) < MANY ? held.slice(MANY, MANY + 1) : []));
  return [...new Set(next)].flatMap((number) => others.get(number) ?? []);
}

/** The first `most` documents that have each fingerprint, or all. */
async function holdersOf(db: Kysely<Tables>, hashes: readonly number[], most: number | null): Promise<Holders> {
  const { rows } = await sql<{ hash: number; held: string }>`select value as hash,
    (select json_group_array(number) from (select number from fingerprint where fingerprint.hash = hash.value order by number limit ${most ?? -1})) as held
    from json_each(${JSON.stringify(hashes)}) hash`.execute(db);
  return new Map(rows.map(({ hash, held }) => [hash, JSON.parse(held) as readonly number[]]));
}

/** Who the holders are, by their numbers. */
async function knownOf(db: Kysely<Tables>, holders: Holders): Promise<ReadonlyMap<number, Known>> {
  const numbers = new Set([...holders.values()].flat());
  const { rows } = await sql<Known>`select number, document, publisher, prints from fingerprinted
    where number in ${among([...numbers])}`.execute(db);
  return new Map(rows.map((known) => [known.number, known]));
}

const hashesOf = ({ hashes }: { readonly hashes: string }): readonly number[] => hashes.split(' ').filter(Boolean).map(Number);
