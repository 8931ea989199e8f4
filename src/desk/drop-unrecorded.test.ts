// What a killed process kept and did not record.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UNSAID } from '../model/unsaid.test-data.ts';
import { Casebook, surroundings } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { requireKept } from './drop-unrecorded.ts';
import { story } from './story.test-data.ts';

/** The number of a process that is gone. */
async function goneProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

const MARK = '0123abcd-0000-4000-8000-000000000000';
const open = (folder: string) => Casebook.open(folder, 'write', surroundings('Mina Farhadi'));

const wrongOf = async (casebook: Casebook): Promise<readonly string[]> =>
  (await checkCasebook(casebook, null)).checks.filter(({ ok }) => !ok).map(({ name }) => name);

it('goes when the casebook is next opened to write; what was put there by nobody’s keeping is told', async () => {
  const { casebook } = await story([{ text: 'Students of Norvale marched on Friday.', claims: [] }]);
  const { folder } = casebook;
  await casebook.store.vault.keepOriginalBytes(Buffer.from('kept, and not recorded'));
  await casebook.store.vault.keepText('kept, and not recorded either');
  expect(await wrongOf(casebook)).toHaveLength(2);
  await casebook.close();
  await writeFile(join(folder, `record.writing-${await goneProcess()}-${MARK}`), '');
  await writeFile(join(folder, 'originals', 'planted.txt'), 'put there by somebody');
  const next = await open(folder);
  expect(await wrongOf(next)).toEqual(['originals/planted.txt']);
  await next.close();
  expect((await readdir(folder)).filter((name) => name.startsWith('record.writing-'))).toEqual([]);
});

it('stays while another process has the casebook open to write: it may be about to record it', async () => {
  const { casebook } = await story([]);
  const { folder } = casebook;
  await casebook.store.vault.keepOriginalBytes(Buffer.from('kept, and about to be recorded'));
  await writeFile(join(folder, `record.writing-${await goneProcess()}-${MARK}`), '');
  const second = await open(folder);
  expect(await wrongOf(second)).toHaveLength(1);
  await second.close();
});

it('is not recorded by who finds it gone', async () => {
  const { casebook } = await story([]);
  const payload = { original: 'o_1', sha256: '0'.repeat(64), size: 1, mediaType: 'text/plain', tool: 'x' };
  await expect(requireKept(casebook.store, [{ kind: 'original.preserved', payload: { ...payload, collection: UNSAID } }])).rejects.toMatchObject({
    code: 'conflict',
  });
});
