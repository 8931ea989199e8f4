// Files attached to mails that are not taken out: the mail's document says so, for else nobody would look for them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { documents, documentView } from './questions.ts';

const mail = (subject: string, body: string): string =>
  `From: desk@norvale.example\r\nDate: x\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${subject}"\r\n\r\n--${subject}\r\nContent-Type: text/plain\r\n\r\nOne file is attached.\r\n--${subject}\r\n${body}\r\n--${subject}--\r\n`;
const attached = (name: string, bytes: Uint8Array): string =>
  `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')}`;

/** What is warned of each document, by the name it came under. */
async function warningsOf(name: string, bytes: Uint8Array | string): Promise<Readonly<Record<string, readonly string[]>>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-left-out-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A case', surroundings('Mina Farhadi'));
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  await writeFile(join(folder, name), bytes);
  for await (const _ of addFiles(casebook, [join(folder, name)], {}, new AbortController().signal));
  const found: Record<string, readonly string[]> = {};
  for (const { id, name: of } of await documents(casebook))
    found[of] = (await documentView(casebook, id)).warnings.map(({ code, detail }) => `${code}: ${detail}`);
  return found;
}

test('a mail that lies three archives deep is read, and says that its attached file was not taken out', async () => {
  const inner = mail('inner', attached('note.txt', strToU8('The court has decided.')));
  const deep = zipSync({ 'b.zip': zipSync({ 'c.zip': zipSync({ 'inner.eml': strToU8(inner) }) }) });
  expect(await warningsOf('a.zip', deep)).toEqual({
    'a.zip': [],
    'b.zip': [],
    'c.zip': [],
    'inner.eml': ['attachments-left-out: What is attached to it was not taken out (1 files): it lies 3 files inside of each other deep already.'],
  });
});

test('a mail all of whose files were taken out bears no warning', async () => {
  const whole = mail('whole', attached('note.txt', strToU8('The court has decided.')));
  expect(await warningsOf('whole.eml', whole)).toEqual({ 'whole.eml': [], 'note.txt': [] });
});
