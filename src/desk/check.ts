// Reading again what is kept: that every original and text is still what it was, before somebody needs it.
import { sql } from 'kysely';
import { Fault } from '../base/fault.ts';
import { verifyLog } from '../log/verify.ts';
import { endedOn } from '../record/care-reach.ts';
import { textsOf } from '../model/act.ts';
import { readTerms } from '../views/read-terms.ts';
import type { Check } from '../model/answers.ts';
import { checkVault, type Expected } from '../store/check-vault.ts';
import type { Casebook } from './casebook.ts';

export type Checked = { readonly ok: boolean; readonly checks: readonly Check[]; readonly originals: number };

/**
 * Reads all originals and texts again, or the `sample` of originals that were not read for longest, and the whole log;
 * records what was found. Without `sample`, what is shown is held against the log, too.
 */
export async function checkCasebook(casebook: Casebook, sample: number | null): Promise<Checked> {
  const { store } = casebook;
  const rows = await filesOf(casebook);
  const chosen = sample === null ? rows : rows.slice(0, sample);
  const log = await verifyLog(store.log, { log: store.verifier, untied: true });
  const lists = await listFiles(casebook);
  const files = await checkVault(store.vault, expected(sample === null ? [...rows, ...lists] : chosen), expected([...rows, ...lists]));
  const views = sample === null ? [await checkViews(casebook)] : [];
  const checks = [...log.checks, ...files, await checkPages(casebook), ...views, await checkDates(casebook)];
  const wrong = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  const originals = sample === null ? [] : chosen.map(({ id }) => id);
  await casebook.record([{ kind: 'integrity.checked', payload: { sample: sample !== null, originals, wrong } }]);
  return { ok: wrong.length === 0, checks, originals: chosen.length };
}

/** Whether every page of the database can be read, those that no proof speaks of too; of an encrypted one, whether each is what was sealed. */
async function checkPages({ store }: Casebook): Promise<Check> {
  const name = 'database';
  try {
    const { rows } = await sql<{ quick_check: string }>`pragma quick_check`.execute(store.reads);
    const wrong = rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
    const [first] = wrong;
    return first === undefined ? { name, ok: true, detail: 'every page of it can be read' } : { name, ok: false, detail: `${first}. ${REPAIR}` };
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && /^SQLITE_(?:CORRUPT|NOTADB|IOERR)/.test(String(thrown.code)))) throw thrown;
    return { name, ok: false, detail: `a page of it was altered or cannot be read (${thrown.message}). ${REPAIR}` };
  }
}

/** Whether what lists and pages show is what the log says: no proof speaks of the views, and whoever has the file can write in them. */
async function checkViews(casebook: Casebook): Promise<Check> {
  const name = 'views';
  try {
    const altered = await casebook.alteredViews();
    if (altered.length === 0) return { name, ok: true, detail: 'what is shown is what the log says' };
    return { name, ok: false, detail: `what is shown is not what the log says (${altered.join(', ')}). ${REPAIR}` };
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    return { name, ok: false, detail: `the log does not fold: ${thrown.message}. ${REPAIR}` };
  }
}

const REPAIR = 'The log and the originals are checked apart; put back a backup, or make the views anew with `onrecord rebuild`';

/** What is kept past the date until which it may be, or used past its consent: it is to be erased, or said anew how it may be used. */
async function checkDates({ store, now }: Casebook): Promise<Check> {
  const { terms } = await readTerms(store.reads);
  const today = now.toISOString().slice(0, 10);
  const over = [...terms].flatMap(([id, said]) => {
    const ended = endedOn(said, today);
    return ended === null ? [] : [`${id} ${ended === 'consent' ? `has consent until ${said.consentUntil}` : `may be kept until ${said.retention}`}`];
  });
  const detail =
    over.length === 0 ? 'nothing is past its consent, or kept longer than it may be' : `over: ${over.join('; ')}. Erase it, or say anew how it may be used`;
  return { name: 'consent and retention', ok: over.length === 0, detail };
}

type Files = { readonly id: string; readonly sha256: string; readonly texts: readonly string[] };

/** The files of every original, those that were not read for longest first: it, and every text that was ever made of it. */
async function filesOf({ store: { reads } }: Casebook): Promise<readonly Files[]> {
  const originals = await reads
    .selectFrom('original')
    .leftJoin('checked', 'checked.original', 'original.id')
    .select(['original.id', 'original.sha256'])
    .orderBy('checked.at')
    .orderBy('original.ordinal')
    .execute();
  const readings = await reads
    .selectFrom('reading')
    .innerJoin('document', 'document.id', 'reading.document')
    .select(['document.original', 'reading.text_sha256 as text', 'reading.utterances_sha256 as utterances'])
    .execute();
  const texts = Map.groupBy(readings, ({ original }) => original);
  return originals.map((each) => ({ ...each, texts: (texts.get(each.id) ?? []).flatMap(textsOf) }));
}

/** Those of the lists that a user brought: read again with all others, never in a sample. */
async function listFiles({ store: { reads } }: Casebook): Promise<readonly Files[]> {
  return (await reads.selectFrom('list').select(['id', 'sha256', 'text_sha256']).execute()).map((row) => ({ ...row, texts: [row.text_sha256] }));
}

function expected(rows: readonly Files[]): Expected {
  return { originals: new Set(rows.map(({ sha256 }) => sha256)), texts: new Set(rows.flatMap(({ texts }) => texts)) };
}
