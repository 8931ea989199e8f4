// Mails and archives have the bytes of the files inside of them: what is said of them, and what is erased, reaches through.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addFiles } from './add.ts';
import type { Stated } from './stated.ts';
import { makeBackup } from './backup.ts';
import { stateCare } from './care.ts';
import { Casebook, surroundings } from './casebook.ts';
import { checkCasebook } from './check.ts';
import { erase } from './erase.ts';
import { exportBundle } from './export.ts';
import { openDocument } from './open-document.ts';
import { custody, documents, documentView } from './questions.ts';

const STATEMENT = 'The witness Parvin Azadi was beaten at Sangtarash prison in 1987.\n';
const NOTE = 'Kamran Sohrabzadeh was arrested by Vestmark police on 14 November 2018.\n';
const attached = (name: string, text: string): string =>
  `--cut\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${text}\r\n`;
const MAIL = `From: desk@norvale.example\r\nSubject: What we have\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\nTwo files are attached.\r\n${attached('statement.txt', STATEMENT)}${attached('note.txt', NOTE)}--cut--\r\n`;

/** A casebook with files added one after the other; `named` gives the id of the document that came under a name. */
async function casebookOf(files: Readonly<Record<string, string>>, stated: Stated = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-containers-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A case', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text);
    for await (const _ of addFiles(casebook, [join(folder, name)], stated, new AbortController().signal));
    await rm(join(folder, name));
  }
  const rows = await documents(casebook);
  const named = (name: string): string => rows.find((row) => row.name === name)?.id ?? name;
  return { casebook, folder, named };
}

async function everything(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return (await Promise.all(files.map(async (file) => `${file.name}\n${await readFile(join(file.parentPath, file.name), 'latin1')}`))).join('\n');
}

const ALONE = { container: false, parts: null } as const;
const namesOf = async (casebook: Casebook): Promise<readonly string[]> => (await documents(casebook)).map(({ name }) => name).toSorted();

describe('an erasure of what was attached to a mail', () => {
  it('is refused until the person says that the mail goes too, and names what goes and what stays', async () => {
    const { casebook, named } = await casebookOf({ 'mail.eml': MAIL });
    const refused = erase(casebook, named('statement.txt'), 'court order', ALONE);
    await expect(refused).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('mail.eml'),
      hint: expect.stringMatching(/--with-container.*note\.txt/),
    });
    expect(await namesOf(casebook)).toEqual(['mail.eml', 'note.txt', 'statement.txt']);
  });

  it('leaves no byte of it in any file, and its neighbour as it was', async () => {
    const { casebook, named } = await casebookOf({ 'mail.eml': MAIL });
    await erase(casebook, named('statement.txt'), 'court order', { container: true, parts: null });
    const left = await everything(casebook.folder);
    expect(['Parvin', 'Azadi', 'Sangtarash', 'statement.txt', 'mail.eml', 'norvale.example'].filter((words) => left.includes(words))).toEqual([]);
    expect((await documentView(casebook, named('note.txt'))).text).toContain('Kamran Sohrabzadeh');
    const rows = await documents(casebook);
    await casebook.rebuild();
    expect(await documents(casebook)).toEqual(rows);
  });

  it('reaches a mail that brought what was here before it', async () => {
    const base64 = Buffer.from(STATEMENT).toString('base64');
    const mail = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--cut\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="statement.txt"\r\n\r\n${base64}\r\n--cut--\r\n`;
    const { casebook, named } = await casebookOf({ 'statement.txt': STATEMENT, 'mail.eml': mail });
    expect((await custody(casebook, named('statement.txt'))).containers).toHaveLength(1);
    await expect(erase(casebook, named('statement.txt'), 'court order', ALONE)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an erasure of a mail', () => {
  it('wants to be told what becomes of its files', async () => {
    const { casebook, named } = await casebookOf({ 'mail.eml': MAIL });
    await expect(erase(casebook, named('mail.eml'), 'court order', ALONE)).rejects.toMatchObject({ hint: expect.stringMatching(/--with-parts.*--keep-parts/) });
    const done = await erase(casebook, named('mail.eml'), 'court order', { container: false, parts: 'keep' });
    expect(done.stays.map(({ name }) => name).toSorted()).toEqual(['note.txt', 'statement.txt']);
  });

  it('leaves nothing of them where they go too', async () => {
    const { casebook, named } = await casebookOf({ 'mail.eml': MAIL });
    const done = await erase(casebook, named('mail.eml'), 'court order', { container: false, parts: 'erase' });
    expect(done.goes).toHaveLength(3);
    const left = await everything(casebook.folder);
    expect(['Parvin', 'Sohrabzadeh', 'statement.txt', 'note.txt'].filter((words) => left.includes(words))).toEqual([]);
  });
});

const bundle = (casebook: Casebook, out: string) => exportBundle(casebook, out, { disclosure: { most: 'public', people: false }, choice: null, purpose: null });

it('care for a mail holds for its files, and hides with a file what has its bytes', async () => {
  const { casebook, folder, named } = await casebookOf({ 'mail.eml': MAIL });
  await stateCare(casebook, named('statement.txt'), { sensitivity: 'hidden' }, 'asked for');
  await bundle(casebook, join(folder, 'one'));
  const one = await everything(join(folder, 'one'));
  expect(['Parvin', 'Two files', 'Sohrabzadeh'].filter((words) => one.includes(words))).toEqual(['Sohrabzadeh']);
  expect(await stateCare(casebook, named('mail.eml'), { sensitivity: 'restricted' }, 'asked for')).toMatchObject({ inside: { length: 2 } });
  await bundle(casebook, join(folder, 'two'));
  expect(await everything(join(folder, 'two'))).not.toContain('Sohrabzadeh');
  expect((await documents(casebook)).map(({ name, sensitivity }) => [name, sensitivity])).toEqual(
    expect.arrayContaining([
      ['mail.eml', 'hidden'],
      ['statement.txt', 'hidden'],
      ['note.txt', 'restricted'],
    ]),
  );
});

it('what is past its consent stays out of exports, and a check asks for its erasure', async () => {
  const { casebook, folder } = await casebookOf({ 'note.txt': NOTE }, { consent: 'Kamran, until the trial', consentUntil: '2020' });
  expect(await bundle(casebook, join(folder, 'out'))).toMatchObject({ withheld: 1, ended: 1, originals: [] });
  const { ok, checks } = await checkCasebook(casebook, null);
  expect([ok, checks.find(({ name }) => name === 'consent and retention')?.detail]).toEqual([false, expect.stringContaining('has consent until 2020')]);
});

it('how an original came here is kept as it was said, and a time that is none is refused', async () => {
  const said = { collectedAt: '2026-04-02T14:30Z', collector: 'Mina Farhadi', priorCustodian: 'The Norvale Herald', note: 'a copy', method: 'scanned' };
  const { casebook, folder, named } = await casebookOf({ 'note.txt': NOTE }, said);
  expect((await custody(casebook, named('note.txt'))).collection).toMatchObject({ ...said, name: 'note.txt', tool: expect.stringContaining('onrecord') });
  await bundle(casebook, join(folder, 'out'));
  const crate = await readFile(join(folder, 'out', 'data', 'ro-crate-metadata.json'), 'utf8');
  expect(Object.values(said).filter((words) => !crate.includes(words))).toEqual([]);
  await expect(casebookOf({ 'note.txt': NOTE }, { collectedAt: 'last spring' })).rejects.toMatchObject({ code: 'bad-date' });
});

it('the custody of an original says all that was done with it, each in its entry', async () => {
  const { casebook, folder, named } = await casebookOf({ 'note.txt': NOTE }, { sensitivity: 'restricted' });
  const id = named('note.txt');
  await openDocument(casebook, id);
  await openDocument(casebook, id);
  await makeBackup(casebook, join(folder, 'a.backup'));
  await exportBundle(casebook, join(folder, 'out'), { disclosure: { most: 'hidden', people: false }, choice: null, purpose: null });
  await checkCasebook(casebook, null);
  await stateCare(casebook, id, { purpose: 'the court' }, 'as agreed');
  const { lines } = await custody(casebook, id);
  expect(lines.map(({ step }) => step)).toEqual(['received', 'derived', 'opened', 'copied', 'exported', 'verified', 'care']);
  expect(lines.every(({ entry, by }) => entry.startsWith('e_') && by === 'Mina Farhadi')).toBe(true);
});

it('an erasure lists the backups and exports that it cannot reach, also after another one and a rebuild', async () => {
  const { casebook, folder, named } = await casebookOf({ 'note.txt': NOTE, 'statement.txt': STATEMENT });
  await makeBackup(casebook, join(folder, 'a.backup'));
  await bundle(casebook, join(folder, 'out'));
  const both = [
    { format: 'backup', name: 'a.backup', digest: null },
    { format: 'bundle', name: null },
  ];
  expect((await erase(casebook, named('note.txt'), 'court order')).beyondReach).toMatchObject(both);
  await casebook.rebuild();
  expect((await erase(casebook, named('statement.txt'), 'court order')).beyondReach).toMatchObject(both);
});
