// A picture that says of itself what it shows: where the page was, and when. It makes two pictures of one page two files, too.
// Source: PNG (Third Edition), sections 5.3 (chunks), 11.3.3.4 (iTXt).
import { crc32 } from 'node:zlib';

/** The picture with these words in it, by their keys, before its end. @param png - whole, as a browser makes it */
export function withNotes(png: Buffer, notes: Readonly<Record<string, string>>): Buffer {
  const end = png.length - END;
  const chunks = Object.entries(notes).map(([key, words]) => chunk('iTXt', Buffer.from(`${key}\0\0\0\0\0${words}`, 'utf8')));
  return Buffer.concat([png.subarray(0, end), ...chunks, png.subarray(end)]);
}

/** Bytes of the last chunk, which holds nothing. */
const END = 12;

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
