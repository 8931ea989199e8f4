// Pictures, sound and film in a casebook: kept as they came, however large, and what they say of themselves beside them.
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { box, FTYP, jpeg, moov, wav } from '../reading/media/media-files.test-data.ts';
import { digestViews } from '../views/digest-views.ts';
import { addFiles, type Added } from './add.ts';
import { Casebook, surroundings, type Key } from './casebook.ts';
import { erase } from './erase.ts';
import { documentView } from './questions.ts';
import { reread } from './reread.ts';

const FILM = Buffer.concat([FTYP, box('mdat', Buffer.alloc(900_000, 'frames ')), moov({ created: 3_708_584_530, seconds: 95, width: 1920, height: 1080 })]);

async function casebookWith(files: Readonly<Record<string, Buffer>>, key: Key | null = null) {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-media-'));
  const casebook = await Casebook.create(join(folder, 'book'), 'A case', surroundings('Mina Farhadi'), key);
  onTestFinished(async () => {
    await casebook.close();
    await rm(folder, { recursive: true, force: true });
  });
  const added: Added[] = [];
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(folder, name), bytes);
    for await (const each of addFiles(casebook, [join(folder, name)], {}, new AbortController().signal)) added.push(each);
  }
  return { casebook, folder, added };
}

it('a film is a document without words, with what it says of itself, and the same after the log is folded again', async () => {
  const { casebook, added } = await casebookWith({ 'march.mp4': FILM });
  expect(added).toMatchObject([{ outcome: 'added', suggestions: 0, problem: null }]);
  const view = await documentView(casebook, added[0]?.id ?? '');
  expect(view).toMatchObject({ text: '', mediaType: 'video/mp4', reader: 'media@1', newerReader: null, problem: null });
  expect(view.media).toContainEqual({ fact: 'duration', value: '95', from: 'MP4 mvhd' });
  const before = await digestViews(casebook.store.reads);
  await casebook.rebuild();
  expect(await digestViews(casebook.store.reads)).toEqual(before);
  expect(await Array.fromAsync(reread(casebook, [], new AbortController().signal))).toEqual([]);
});

it('two without words are no copies of each other, and erasing one leaves the other', async () => {
  const { casebook, added } = await casebookWith({ 'march.mp4': FILM, 'call.wav': wav(2) });
  expect(await casebook.store.reads.selectFrom('copy').selectAll().execute()).toEqual([]);
  await erase(casebook, added[0]?.id ?? '', 'asked for');
  expect(await documentView(casebook, added[1]?.id ?? '')).toMatchObject({ text: '', mediaType: 'audio/wav' });
});

it('of an encrypted casebook, a film is described through the seal', async () => {
  const { casebook, added } = await casebookWith(
    { 'long.mp4': Buffer.concat([FTYP, box('mdat', Buffer.alloc(9_000_000)), FILM.subarray(FTYP.length)]) },
    { passphrase: 'seven green doors' },
  );
  expect((await documentView(casebook, added[0]?.id ?? '')).media).toContainEqual({ fact: 'width', value: '1920', from: 'MP4 tkhd' });
});

it('a photograph that no OCR is there for can be opened, and tells what took it', async () => {
  const picture = jpeg({ main: { 0x10f: 'Zenitka' }, exif: {} }, { width: 40, height: 30 });
  const { casebook, added } = await casebookWith({ 'square.jpg': picture });
  expect((await documentView(casebook, added[0]?.id ?? '')).media).toContainEqual({ fact: 'make', value: 'Zenitka', from: 'EXIF Make' });
});

it('a file of many gigabytes that is no film is kept, and said to be too big', { timeout: 120_000 }, async () => {
  const { casebook, folder } = await casebookWith({ 'disk.bin': Buffer.from([1, 2, 3, 0]) });
  await truncate(join(folder, 'disk.bin'), 300_000_000);
  const again = await Array.fromAsync(addFiles(casebook, [join(folder, 'disk.bin')], {}, new AbortController().signal));
  expect(again).toMatchObject([{ outcome: 'unreadable', size: 300_000_000, problem: { code: 'too-big' } }]);
});
