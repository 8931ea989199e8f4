// Exchanges with sites as records of a WARC file, each compressed by itself, so that any of them can be read alone.
// Source: WARC 1.1 (ISO 28500:2017), sections 4 (record), 5 (named fields), 6 (sorts of record), annex D (compression). HTTP messages
// stand in it as they were sent, with the framing of their transfer; what leads to what stands in metadata records (6.6: via,
// hopsFromSeed), so that a reader knows the page that was asked for from those that are shown inside of it.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Exchange } from './http-exchange.ts';

/**
 * How an exchange hangs together with the page: the steps from the address that was asked for, each a letter as web archives write
 * them (R redirect, E embedded), and the address before the last; null for the first.
 */
export type Hop = { readonly path: string; readonly via: string | null };

type Fields = readonly (readonly [name: string, value: string])[];

export class WarcWriter {
  readonly #newId: () => string;
  readonly #info: string;
  readonly #put: (bytes: Buffer) => void;

  /** Begins with a record that says by what it was made. `newId` gives a new UUID; `put` takes the file's bytes as they are made. */
  constructor(about: { readonly program: string; readonly at: string; readonly newId: () => string }, put: (bytes: Buffer) => void) {
    this.#newId = about.newId;
    this.#put = put;
    this.#info = this.#nextId();
    const block = fieldsBlock([
      ['software', about.program],
      ['format', 'WARC File Format 1.1'],
      ['conformsTo', 'http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/'],
    ]);
    this.#record('warcinfo', this.#info, about.at, [['Content-Type', 'application/warc-fields']], block);
  }

  /** One exchange: its answer, its question, and where it hangs. */
  write({ url, at, address, asked, answered, body }: Exchange, { path, via }: Hop): void {
    const answer = this.#nextId();
    const common: Fields = [
      ['WARC-Warcinfo-ID', this.#info],
      ['WARC-Target-URI', url],
    ];
    const from: Fields = address === null ? [] : [['WARC-IP-Address', address]];
    this.#record(
      'response',
      answer,
      at,
      [...common, ...from, ['WARC-Payload-Digest', digest(body)], ['Content-Type', 'application/http; msgtype=response']],
      answered,
    );
    const concurrent: Fields = [...common, ['WARC-Concurrent-To', answer]];
    this.#record('request', this.#nextId(), at, [...concurrent, ...from, ['Content-Type', 'application/http; msgtype=request']], asked);
    if (via === null) return;
    const hangs = fieldsBlock([
      ['via', via],
      ['hopsFromSeed', path],
    ]);
    this.#record('metadata', this.#nextId(), at, [...concurrent, ['Content-Type', 'application/warc-fields']], hangs);
  }

  #nextId(): string {
    return `<urn:uuid:${this.#newId()}>`;
  }

  #record(type: string, id: string, at: string, fields: Fields, block: Buffer): void {
    const head: Fields = [
      ['WARC-Type', type],
      ['WARC-Record-ID', id],
      ['WARC-Date', at],
      ...fields,
      ['WARC-Block-Digest', digest(block)],
      ['Content-Length', String(block.length)],
    ];
    this.#put(gzipSync(Buffer.concat([Buffer.from('WARC/1.1\r\n'), fieldsBlock(head), Buffer.from('\r\n'), block, Buffer.from('\r\n\r\n')])));
  }
}

const fieldsBlock = (fields: Fields): Buffer => Buffer.from(fields.map(([name, value]) => `${name}: ${value}\r\n`).join(''));

/** Hexadecimal, which readers tell from base 32 by its length. */
const digest = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
