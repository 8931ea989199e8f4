// What a sound file, or a film in another container than MP4, says of itself, by music-metadata.
import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3/core';
import type { MediaFact } from '../../model/media.ts';
import { Facts } from './facts.ts';
import type { Stretches } from '../stretches.ts';

/** Its words for the parts of a container. */
const TRACK_SORTS: Readonly<Record<number, string>> = { 1: 'pictures', 2: 'sound' };

/** Throws what music-metadata throws of a file that it cannot make out. */
export async function soundFacts(sound: Stretches, mediaType: string): Promise<readonly MediaFact[]> {
  const { parseFromTokenizer } = await import('music-metadata');
  const tokenizer = new StretchTokenizer(sound, mediaType);
  const { format, common } = await parseFromTokenizer(tokenizer, { skipCovers: true, mkvUseIndex: true, skipPostHeaders: true });
  const facts = new Facts();
  const from = format.container ?? 'container';
  facts.add('container', format.container, from);
  facts.add('codec', format.codec, from);
  if (format.duration !== undefined) facts.add('duration', Number(format.duration.toFixed(3)), from);
  facts.add('channels', format.numberOfChannels, from);
  facts.add('sampleRate', format.sampleRate, from);
  facts.add('software', format.tool, from);
  facts.add('created', momentOf(format.creationTime), from);
  for (const { type, codecName, video } of format.trackInfo) {
    facts.add('codec', codecName, `${from} (${TRACK_SORTS[type ?? 0] ?? 'track'})`);
    facts.add('width', video?.pixelWidth, from);
    facts.add('height', video?.pixelHeight, from);
  }
  const tags = `${from} ${format.tagTypes.join(', ')}`.trim();
  facts.add('title', common.title, tags);
  facts.add('author', common.artist, tags);
  facts.add('created', common.date, tags);
  facts.add('software', common.encodedby ?? common.encodersettings, tags);
  facts.add('caption', common.comment?.[0]?.text, tags);
  facts.add('copyright', common.copyright, tags);
  return facts.found;
}

const momentOf = (date: Date | undefined): string | null => (date && Number.isFinite(date.getTime()) ? `${date.toISOString().slice(0, 19)}Z` : null);

/** Gives music-metadata the bytes that it asks for, and no others. */
class StretchTokenizer extends AbstractTokenizer {
  override readonly fileInfo: { readonly size: number; readonly mimeType: string };
  readonly #bytes: Stretches;

  constructor(bytes: Stretches, mimeType: string) {
    super();
    this.#bytes = bytes;
    this.fileInfo = { size: bytes.size, mimeType };
  }

  override supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  override async readBuffer(into: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const read = await this.peekBuffer(into, options);
    this.position = (options?.position ?? this.position) + read;
    return read;
  }

  override async peekBuffer(into: Uint8Array, options: IReadChunkOptions = {}): Promise<number> {
    const { position = this.position, length = into.length, mayBeLess = false } = options;
    const found = this.#bytes.read(position, position + length);
    if (found.length < length && !mayBeLess) throw new EndOfStreamError();
    into.set(found);
    return found.length;
  }
}
