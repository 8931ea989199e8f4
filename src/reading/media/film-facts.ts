// What an MP4, QuickTime or 3GP file says of itself, by its boxes. Only the headers of boxes are read, and the few boxes that describe the film:
// it does not matter how large it is, nor whether they stand at its beginning or its end.
// Sources: ISO/IEC 14496-12 (mvhd, tkhd, mdhd, hdlr, stsd, udta); QuickTime File Format (©xyz, keys, ilst); 3GPP TS 26.244 (loci).
import type { MediaFact } from '../../model/media.ts';
import { Facts, position, readIso6709 } from './facts.ts';
import type { Stretches } from '../stretches.ts';

type Box = { readonly type: string; readonly start: number; readonly end: number };

/** Boxes that are looked at side by side: a film in fragments has one for each, behind the one that counts. */
const MOST_BOXES = 5000;
/** Bytes of a box that is read whole: these hold words and numbers, no pictures. */
const MOST_BYTES = 64 * 1024;
/** Seconds from 1904, from which its clocks count, to 1970. */
const FROM_1904 = 2_082_844_800;

/** Throws a RangeError where a box says that it ends outside of its own. */
export function filmFacts(film: Stretches): readonly MediaFact[] {
  const facts = new Facts();
  const reader = new BoxReader(film);
  const top = [...reader.boxes(0, film.size)];
  facts.add('container', ascii(reader.bytes(top.find(({ type }) => type === 'ftyp') ?? NO_BOX).subarray(0, 4)), 'MP4 ftyp');
  const movie = top.find(({ type }) => type === 'moov');
  if (!movie) {
    facts.add('unread', 'It holds no description of the film (moov): it was cut short, or never finished.', 'MP4');
    return facts.found;
  }
  addMovie(facts, reader, movie);
  for (const { type, start, end } of reader.boxes(movie.start, movie.end)) {
    if (type === 'trak') addTrack(facts, reader, { start, end });
    if (type === 'udta') addUserData(facts, reader, { start, end });
    if (type === 'meta') addKeys(facts, reader, { start, end });
  }
  return facts.found;
}

const NO_BOX: Box = { type: '', start: 0, end: 0 };
const ascii = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

type Within = Pick<Box, 'start' | 'end'>;

class BoxReader {
  readonly #film: Stretches;
  constructor(film: Stretches) {
    this.#film = film;
  }

  /** The boxes between two places; `start` and `end` are those of what is inside. */
  *boxes(from: number, to: number): Generator<Box> {
    for (let at = from, n = 0; at + 8 <= to && n < MOST_BOXES; n++) {
      const head = Buffer.from(this.#film.read(at, Math.min(to, at + 16)));
      if (head.length < 8) return;
      const short = head.readUInt32BE(0);
      const type = head.toString('latin1', 4, 8);
      if (short === 1 && head.length < 16) return;
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
      const header = short === 1 ? 16 : 8;
      // QuickTime ends a list of user data with four zeros.
      if (short === 0 && type === '\0\0\0\0') return;
      if (length < header) throw new RangeError(`A box of it (${printed(type)}) is shorter than its own header`);
      if (at + length > to && !SPILLS.has(type)) throw new RangeError(`A box of it (${printed(type)}) ends outside of what it is in`);
      yield { type, start: at + header, end: Math.min(to, at + length) };
      at += length;
    }
  }

  child(within: Within, ...path: readonly string[]): Box | null {
    let found: Box | null = { type: '', ...within };
    for (const step of path) found = found && ([...this.boxes(found.start, found.end)].find(({ type }) => type === step) ?? null);
    return found;
  }

  /** As many as are read at once; the beginning of a larger box. */
  bytes({ start, end }: Within): Buffer {
    return Buffer.from(this.#film.read(start, Math.min(end, start + MOST_BYTES)));
  }
}

/** What a film that was cut short lacks the end of. */
const SPILLS: ReadonlySet<string> = new Set(['mdat', 'free', 'skip', 'wide']);
const printed = (type: string): string => type.replace(/[^\x20-\x7e]/g, '?');

function addMovie(facts: Facts, reader: BoxReader, movie: Within): void {
  const head = reader.child(movie, 'mvhd');
  const bytes = head ? reader.bytes(head) : Buffer.alloc(0);
  const isLong = bytes[0] === 1;
  if (bytes.length < (isLong ? 32 : 20)) return;
  const created = isLong ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4);
  const scale = bytes.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16);
  facts.add('created', moment(created), 'MP4 mvhd');
  // All bits set stand for an unknown duration.
  if (scale > 0 && duration > 0 && duration < (isLong ? 2 ** 63 : 0xffffffff)) facts.add('duration', Number((duration / scale).toFixed(3)), 'MP4 mvhd');
}

/** Null of a clock that was never set. */
function moment(seconds: number): string | null {
  const milliseconds = (seconds - FROM_1904) * 1000;
  return seconds === 0 || Math.abs(milliseconds) > 8.64e15 ? null : `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

function addTrack(facts: Facts, reader: BoxReader, track: Within): void {
  const handler = reader.child(track, 'mdia', 'hdlr');
  const kind = handler ? ascii(reader.bytes(handler).subarray(8, 12)) : '';
  const samples = reader.child(track, 'mdia', 'minf', 'stbl', 'stsd');
  const described = samples ? reader.bytes(samples) : Buffer.alloc(0);
  const codec = described.length >= 16 ? ascii(described.subarray(12, 16)).trim() : '';
  if (kind === 'vide') {
    addSize(facts, reader, track);
    facts.add('codec', codec, 'MP4 stsd (pictures)');
  }
  if (kind === 'soun') {
    facts.add('codec', codec, 'MP4 stsd (sound)');
    if (described.length >= 44) {
      facts.add('channels', described.readUInt16BE(32), 'MP4 stsd (sound)');
      facts.add('sampleRate', described.readUInt16BE(40), 'MP4 stsd (sound)');
    }
  }
}

/** The size and the turn stand behind the header's clocks, as fixed-point numbers. */
function addSize(facts: Facts, reader: BoxReader, track: Within): void {
  const head = reader.child(track, 'tkhd');
  const bytes = head ? reader.bytes(head) : Buffer.alloc(0);
  const matrix = bytes[0] === 1 ? 52 : 40;
  if (bytes.length < matrix + 44) return;
  facts.add('width', bytes.readUInt32BE(matrix + 36) / 65536, 'MP4 tkhd');
  facts.add('height', bytes.readUInt32BE(matrix + 40) / 65536, 'MP4 tkhd');
  const turn = TURNS[`${bytes.readInt32BE(matrix) >> 16} ${bytes.readInt32BE(matrix + 4) >> 16}`];
  facts.add('orientation', turn ?? null, 'MP4 tkhd');
}

/** EXIF's numbers for how telephones turn their films, by the first two numbers of the matrix. */
const TURNS: Readonly<Record<string, number>> = { '0 1': 6, '-1 0': 3, '0 -1': 8 };

/** QuickTime's user data: four letters, the first of them ©, then a length and a language before the words; and 3GP's place. */
function addUserData(facts: Facts, reader: BoxReader, data: Within): void {
  for (const box of reader.boxes(data.start, data.end)) {
    const bytes = reader.bytes(box);
    const fact = USER_DATA[box.type];
    const words = bytes.length >= 4 ? bytes.toString('utf8', 4, 4 + Math.min(bytes.length - 4, bytes.readUInt16BE(0))) : '';
    if (box.type === '\xa9xyz') addPlace(facts, words, 'QuickTime ©xyz');
    else if (fact) facts.add(fact, words, `QuickTime ${box.type}`);
    else if (box.type === 'loci') addLoci(facts, bytes);
    else if (box.type === 'meta') addKeys(facts, reader, box);
  }
}

const USER_DATA: Readonly<Record<string, MediaFact['fact']>> = {
  '\xa9mak': 'make', '\xa9mod': 'model', '\xa9swr': 'software', '\xa9too': 'software', '\xa9nam': 'title', '\xa9day': 'created', '\xa9cmt': 'caption', '\xa9cpy': 'copyright',
}; // prettier-ignore

function addPlace(facts: Facts, words: string, from: string): void {
  const place = readIso6709(words);
  facts.add('position', place?.position, from);
  facts.add('altitude', place?.altitude, from);
}

/** A name that ends with a zero, a role, then longitude, latitude and altitude in 1/65536. */
function addLoci(facts: Facts, bytes: Buffer): void {
  const name = bytes.indexOf(0, 6);
  if (name < 0 || bytes.length < name + 14) return;
  const [longitude, latitude] = [bytes.readInt32BE(name + 2) / 65536, bytes.readInt32BE(name + 6) / 65536];
  facts.add('position', position(latitude, longitude), '3GP loci');
}

/** Apple's keys by name, or iTunes's by four letters; the values stand in `ilst`, one box for each. */
function addKeys(facts: Facts, reader: BoxReader, meta: Within): void {
  // In ISO's form it has a version first, in QuickTime's it has not.
  const start = ascii(reader.bytes({ start: meta.start, end: meta.start + 8 }).subarray(4, 8)) === 'hdlr' ? meta.start : meta.start + 4;
  const within = { start, end: meta.end };
  const list = reader.child(within, 'keys');
  const names = list ? [...reader.boxes(list.start + 8, list.end)].map((box) => reader.bytes(box).toString('utf8')) : [];
  const values = reader.child(within, 'ilst');
  if (!values) return;
  for (const box of reader.boxes(values.start, values.end)) {
    const data = reader.child(box, 'data');
    const words = data ? reader.bytes(data).toString('utf8', 8) : '';
    const name = names[Buffer.from(box.type, 'latin1').readUInt32BE(0) - 1] ?? box.type;
    const fact = KEYS[name] ?? USER_DATA[name];
    if (name.endsWith('location.ISO6709')) addPlace(facts, words, `QuickTime ${name}`);
    else if (fact) facts.add(fact, words, `QuickTime ${name}`);
  }
}

const KEYS: Readonly<Record<string, MediaFact['fact']>> = {
  'com.apple.quicktime.make': 'make',
  'com.apple.quicktime.model': 'model',
  'com.apple.quicktime.software': 'software',
  'com.apple.quicktime.creationdate': 'taken',
  'com.apple.quicktime.title': 'title',
  'com.apple.quicktime.author': 'author',
  'com.apple.quicktime.camera.lens_model': 'lens',
  'com.android.version': 'software',
  'com.android.manufacturer': 'make',
  'com.android.model': 'model',
};
