// Conversations from end to end: taken in, analysed, kept from others, asked for.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { addFiles, type Added } from './add.ts';
import type { Casebook } from './casebook.ts';
import { claims, documents } from './questions.ts';
import { reread } from './reread.ts';
import { decide } from './review.ts';
import { entities } from './entities.ts';
import type { Stated } from './stated.ts';
import { emptyBook } from './texts.test-data.ts';
import { utterances } from './utterances.ts';

const CHAT = [
  '[09/08/2022, 23:59:00] East: \u200eMessages and calls are end-to-end encrypted.',
  '[09/08/2022, 23:59:30] Golnar Teherani: Police arrested Omid Farrokh in Tabin today.',
  '[25/08/2022, 08:00:00] +98 912 555 0147: The court sentenced Laleh Karimi to death yesterday.',
  '[25/08/2022, 08:01:00] Golnar Teherani: \u200e<attached: 1-PHOTO.jpg>',
  '',
].join('\n');
const ZIP = zipSync({ '_chat.txt': strToU8(CHAT), '1-PHOTO.jpg': strToU8('\u00ff\u00d8\u00ff picture') });

async function added(
  files: Readonly<Record<string, Uint8Array | string>>,
  stated: Stated = {},
): Promise<{ readonly casebook: Casebook; readonly all: readonly Added[] }> {
  const { casebook, drop } = await emptyBook();
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-talk-'));
  onTestFinished(async () => {
    await drop();
    await rm(folder, { recursive: true, force: true });
  });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const paths = Object.keys(files).map((name) => join(folder, name));
  return { casebook, all: await Array.fromAsync(addFiles(casebook, paths, stated, new AbortController().signal)) };
}

test('what a message says is its sender’s word, of its own day', async () => {
  const { casebook } = await added({ 'chat.txt': CHAT }, { published: '2023-01-01' });
  expect((await claims(casebook, {})).map(({ kind, saidBy, saidOn, time }) => [kind, saidBy, saidOn, time?.edtf])).toEqual([
    ['arrest', ['Golnar Teherani'], '2022-08-09', '2022-08-09'],
    ['sentence', ['+98 912 555 0147'], '2022-08-25', '2022-08-24'],
  ]);
  expect((await claims(casebook, { saidBy: '2022-08-10' })).map(({ kind }) => kind)).toEqual(['arrest']);
});

test('who is said to have said it bears a name like others, a telephone number too', async () => {
  const { casebook } = await added({ 'chat.txt': CHAT });
  await decide(casebook, 'accept', (await claims(casebook, {})).map(({ id }) => id), null); // prettier-ignore
  const labels = (await entities(casebook)).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Golnar Teherani', '+98 912 555 0147', 'Omid Farrokh']));
});

test('a conversation is restricted, with all that came in one zip file with it, unless the person says otherwise', async () => {
  const { casebook } = await added({ 'chat.zip': ZIP, 'letter.txt': 'Dear all,\n\nnothing.\n' });
  expect((await documents(casebook)).map(({ name, sensitivity }) => [name, sensitivity])).toEqual([
    ['chat.zip', 'restricted'],
    ['_chat.txt', 'restricted'],
    ['1-PHOTO.jpg', 'restricted'],
    ['letter.txt', 'public'],
  ]);
  const open = await added({ 'chat.zip': ZIP }, { sensitivity: 'public' });
  expect((await documents(open.casebook)).map(({ sensitivity }) => sensitivity)).toEqual(['public', 'public', 'public']);
});

test('files that were sent are led to, where the casebook holds them', async () => {
  const { casebook } = await added({ 'chat.zip': ZIP });
  const held = await documents(casebook);
  const chat = held.find(({ name }) => name === '_chat.txt')?.id ?? '';
  const photo = held.find(({ name }) => name === '1-PHOTO.jpg')?.id ?? '';
  expect((await utterances(casebook, chat, { from: 3 }, 1)).utterances).toMatchObject([
    { speaker: 'Golnar Teherani', files: [{ name: '1-PHOTO.jpg', id: photo }] },
  ]);
});

test('read again, it is the same', async () => {
  const { casebook, all } = await added({ 'chat.txt': CHAT });
  expect(await Array.fromAsync(reread(casebook, [all[0]?.id ?? ''], new AbortController().signal))).toMatchObject([{ outcome: 'same' }]);
});
