// Reading again what is kept: that every original and text is still what it was, before somebody needs it.
import { verifyLog } from '../log/verify.ts';
import type { Check } from '../model/answers.ts';
import { checkVault, type Expected } from '../store/check-vault.ts';
import type { Casebook } from './casebook.ts';

export type Checked = { readonly ok: boolean; readonly checks: readonly Check[]; readonly originals: number };

/**
 * Reads all originals and texts again, or the `sample` of originals that were not read for longest, and the whole log;
 * records what was found.
 */
export async function checkCasebook(casebook: Casebook, sample: number | null): Promise<Checked> {
  const { store } = casebook;
  const rows = await store.reads
    .selectFrom('original')
    .leftJoin('document', 'document.original', 'original.id')
    .leftJoin('checked', 'checked.original', 'original.id')
    .select(['original.id', 'original.sha256', 'document.text_sha256'])
    .orderBy('checked.at')
    .orderBy('original.at')
    .execute();
  const chosen = sample === null ? rows : rows.slice(0, sample);
  const log = await verifyLog(store.log, { log: store.verifier, untied: true });
  const files = await checkVault(store.vault, expected(chosen), expected(rows));
  const checks = [...log.checks, ...files];
  const wrong = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`);
  const originals = sample === null ? [] : chosen.map(({ id }) => id);
  await casebook.record([{ kind: 'integrity.checked', payload: { sample: sample !== null, originals, wrong } }]);
  return { ok: wrong.length === 0, checks, originals: chosen.length };
}

function expected(rows: readonly { readonly sha256: string; readonly text_sha256: string | null }[]): Expected {
  return { originals: rows.map(({ sha256 }) => sha256), texts: rows.flatMap(({ text_sha256: text }) => text ?? []) };
}
