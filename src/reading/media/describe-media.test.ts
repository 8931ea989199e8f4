import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ReaderPool } from '../reader-pool.ts';
import { bytesOf } from '../source.ts';
import { box, FTYP, jpeg, moov, wav } from './media-files.test-data.ts';

let pool: ReaderPool;
let folder: string;
beforeAll(async () => {
  pool = new ReaderPool({ size: 1, tesseractPaths: [] });
  folder = await mkdtemp(join(tmpdir(), 'onrecord-media-'));
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

const factsOf = async (bytes: Buffer, name: string): Promise<Readonly<Record<string, string>>> => {
  const { media = [] } = await pool.read(bytesOf(bytes), { name });
  return Object.fromEntries(media.map(({ fact, value, from }) => [fact, `${value} (${from})`]));
};

const PHOTOGRAPH = {
  main: { 0x10f: 'Zenitka', 0x110: 'Z-2', 0x131: 'Darkroom 4.1' },
  exif: { 0x9003: '2021:07:08 14:22:10', 0xa434: '35mm f/2' },
  orientation: 6,
} as const;

describe('a photograph', () => {
  test('says what took it, when by its own clock, and where', async () => {
    const bytes = jpeg({ ...PHOTOGRAPH, gps: { latitude: [35, 41, 21], north: 'N', longitude: [51, 23, 20.4], east: 'E' } }, { width: 4000, height: 3000 });
    expect(await factsOf(bytes, 'square.jpg')).toEqual({
      make: 'Zenitka (EXIF Make)',
      model: 'Z-2 (EXIF Model)',
      lens: '35mm f/2 (EXIF LensModel)',
      software: 'Darkroom 4.1 (EXIF Software)',
      width: '4000 (JPEG header Image Width)',
      height: '3000 (JPEG header Image Height)',
      taken: '2021-07-08T14:22:10 (EXIF DateTimeOriginal)',
      position: '35.689167, 51.389 (EXIF GPS)',
      orientation: '6 (EXIF Orientation)',
    });
  });

  test('has a time zone only where it gives one, and south and west are below zero', async () => {
    const bytes = jpeg(
      {
        main: {},
        exif: { 0x9003: '2021:07:08 14:22:10', 0x9011: '+04:30' },
        gps: { latitude: [1, 30, 0], north: 'S', longitude: [2, 15, 0], east: 'W' },
      },
      { width: 8, height: 8 },
    );
    expect(await factsOf(bytes, 'a.jpg')).toMatchObject({ taken: expect.stringContaining('2021-07-08T14:22:10+04:30'), position: '-1.5, -2.25 (EXIF GPS)' });
  });

  test('that says nothing of itself says nothing here', async () => {
    const gif = Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b', 'hex');
    expect(await factsOf(gif, 'dot.gif')).toEqual({ width: '1 (GIF header Image Width)', height: '1 (GIF header Image Height)' });
  });
});

const FILM = { created: 3_708_584_530, seconds: 95, width: 1920, height: 1080, place: '+35.6892+051.3890+1200.500/' };
const SAID = {
  container: 'isom (MP4 ftyp)',
  created: '2021-07-08T10:22:10Z (MP4 mvhd)',
  duration: '95 (MP4 mvhd)',
  width: '1920 (MP4 tkhd)',
  height: '1080 (MP4 tkhd)',
  codec: 'avc1 (MP4 stsd (pictures))',
  position: '35.6892, 51.389 (QuickTime ©xyz)',
  altitude: '1200.5 (QuickTime ©xyz)',
};

describe('a film', () => {
  test('is a document without words, whether its description stands at its beginning or at its end', async () => {
    const frames = box('mdat', Buffer.alloc(5000));
    for (const bytes of [Buffer.concat([FTYP, moov(FILM), frames]), Buffer.concat([FTYP, frames, moov(FILM)])]) {
      expect(await pool.read(bytesOf(bytes), { name: 'march.mp4' })).toMatchObject({
        ok: true,
        mediaType: 'video/mp4',
        reading: { text: '', reader: 'media@1' },
      });
      expect(await factsOf(bytes, 'march.mp4')).toEqual(SAID);
    }
  });

  test('of four gigabytes is described by some kilobytes of it', async () => {
    const path = join(folder, 'long.mp4');
    const size = 4 * 1024 ** 3;
    const end = moov(FILM);
    const head = Buffer.alloc(16);
    head.writeUInt32BE(1, 0);
    head.write('mdat', 4);
    head.writeBigUInt64BE(BigInt(size - FTYP.length - end.length), 8);
    const file = await open(path, 'w');
    await file.write(Buffer.concat([FTYP, head]), 0, undefined, 0);
    await file.write(end, 0, undefined, size - end.length);
    await file.close();
    let asked = 0;
    const part = async function* (start: number, until: number) {
      asked += until - start;
      const handle = await open(path, 'r');
      yield (await handle.read(Buffer.alloc(until - start), 0, until - start, start)).buffer;
      await handle.close();
    };
    const bytes = (): never => {
      throw new Error('the whole film was asked for');
    };
    const outcome = await pool.read({ size, bytes, part }, { name: 'long.mp4' });
    expect(Object.fromEntries((outcome.media ?? []).map(({ fact, value, from }) => [fact, `${value} (${from})`]))).toEqual(SAID);
    expect(asked).toBeLessThan(1_000_000);
  });

  test('that was cut short says so', async () => {
    const bytes = Buffer.concat([FTYP, box('mdat', Buffer.alloc(5000)).subarray(0, 3000)]);
    expect(await factsOf(bytes, 'cut.mp4')).toMatchObject({ unread: expect.stringContaining('cut short') });
  });

  test('with a box that is shorter than its own header is not followed for ever', async () => {
    const bytes = Buffer.concat([FTYP, Buffer.from('000000046d6f6f76', 'hex')]);
    expect(await factsOf(bytes, 'bad.mp4')).toMatchObject({ unread: expect.stringContaining('shorter than its own header') });
  });
});

test('a sound says how long it is', async () => {
  expect(await pool.read(bytesOf(wav(3)), { name: 'call.wav' })).toMatchObject({ ok: true, mediaType: 'audio/wav', reading: { text: '' } });
  expect(await factsOf(wav(3), 'call.wav')).toMatchObject({ duration: '3 (WAVE)', channels: '1 (WAVE)', sampleRate: '8000 (WAVE)' });
});

test('a document of many megabytes is read whole, though a child asks for it by stretches', async () => {
  const text = Buffer.from('The court met in Tirgan.\n\n'.repeat(400_000));
  const part = async function* (start: number, end: number) {
    yield text.subarray(start, end);
  };
  const outcome = await pool.read({ ...bytesOf(text), part }, { name: 'long.txt' });
  expect(outcome).toMatchObject({ ok: true, mediaType: 'text/plain' });
});
