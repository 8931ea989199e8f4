// The pages inside of a web archive: of a WARC file, and of a WACZ file, which is a zip of WARC files with a list of pages, a list of digests and
// sometimes a signature. Each page comes out as a WARC file of its own, cut from the archive unchanged, so that it keeps its address, its time and
// its digests. What is found of the archive as a whole is told when the last page is out.
// Source: WACZ 1.1.1, sections 5 (structure) and 5.2 (pages, datapackage.json).
import { createHash } from 'node:crypto';
import type { Unreadable } from '../model/document.ts';
import { GzipBomb, INNOCENT, RATIO_LIMIT } from './gzip-members.ts';
import { PieceReader } from './piece-reader.ts';
import type { Stretches } from './stretches.ts';
import type { RawPart } from './unpack-original.ts';
import { unreadable } from './unreadable.ts';
import { parsed, signatureSentences } from './wacz-signature.ts';
import { WarcDamaged } from './warc-damaged.ts';
import { addressKey, WebPages, type Listed } from './warc-pages.ts';
import { recordsOf, warcRecords, type WarcRecord } from './warc-records.ts';
import { shown, WebTally } from './web-tally.ts';
import { entryBytes, entryPieces, entryPlace } from './zip-entry.ts';
import { zipTable, type ZipEntry, type ZipTable } from './zip-names.ts';

type Emit = (part: RawPart) => void;

/** Letters of what is told of an archive. */
const LONGEST = 6000;
const MOST_FILES = 20_000;
/** Bytes of the lists that are taken whole, of one line of a list of pages, and of a WARC file that is packed once more. */
const LIST_LIMIT = 16 * 1024 * 1024;
const LINE_LIMIT = 8 * 1024 * 1024;
const TWICE_LIMIT = 100 * 1024 * 1024;
const MOST_LISTED = 100_000;

/** Gives every page to `emit`; then what is found of the archive, or why there is no more. */
export async function unpackWarc(file: Stretches, emit: Emit): Promise<Unreadable> {
  const tally = new WebTally();
  const pages = new WebPages(null, tally);
  const damage = await emitPages(pages, warcRecords(file, pages.wanted), emit);
  return finding(damage, tally.sentences());
}

/** The same; the digests of its files, and its signature, are checked. */
export async function unpackWacz(file: Stretches, emit: Emit): Promise<Unreadable> {
  const names = zipTable(file);
  if (!names) return unreadable('damaged', 'Its table of contents is missing.');
  const entries = [...names.values()];
  if (entries.some((entry) => entry.encrypted)) return unreadable('encrypted');
  if (entries.length > MOST_FILES) return unreadable('unsafe-archive', `It holds ${entries.length} files.`);
  const bomb = entries.find(({ size, packed }) => size > INNOCENT && size > packed * RATIO_LIMIT);
  if (bomb) return unreadable('unsafe-archive', `${bomb.packed} bytes of it claim to unpack to ${bomb.size}.`);
  const custody = await custodyOf(file, names);
  const listed = await listedIn(file, names);
  const tally = new WebTally();
  const asked = listed ? new Set(listed) : null;
  const pages = new WebPages(asked, tally);
  const damages: string[] = [];
  for (const [name, entry] of names) {
    if (!/^archive\/.+\.warc(\.gz)?$/i.test(name)) continue;
    const damage = await emitPages(pages, recordsIn(file, entry, pages), emit);
    if (damage instanceof GzipBomb) return unreadable('unsafe-archive', `${shown(name)}: ${damage.message}`);
    if (damage) damages.push(`${shown(name)}: ${damage.message}`);
  }
  const damage = damages.length > 0 ? new WarcDamaged(damages.join('; ')) : null;
  return finding(damage, [...tally.sentences(), ...missing(listed?.size ?? 0, asked, tally), ...custody]);
}

function finding(damage: WarcDamaged | GzipBomb | null, sentences: readonly string[]): Unreadable {
  const told = sentences.join(' ');
  if (damage instanceof GzipBomb) return unreadable('unsafe-archive', `${damage.message} ${told}`, LONGEST);
  if (damage) return unreadable('damaged', `From here on nothing was taken: ${damage.message}. ${told}`, LONGEST);
  return unreadable('web-archive', told, LONGEST);
}

/** What ended it before its end; null where nothing did. */
async function emitPages(pages: WebPages, records: AsyncIterable<WarcRecord>, emit: Emit): Promise<WarcDamaged | GzipBomb | null> {
  try {
    for await (const { url, slice } of pages.in(records)) emit({ name: nameOf(url), bytes: Buffer.concat(slice) });
    return null;
  } catch (error) {
    if (error instanceof WarcDamaged || error instanceof GzipBomb) return error;
    throw error;
  }
}

/** Named by the end of the address. */
function nameOf(url: string): string {
  const last = /^[^?#]*:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)/.exec(url)?.[1];
  return `${last ?? 'index'}.warc`;
}

async function* recordsIn(file: Stretches, entry: ZipEntry, pages: WebPages): AsyncGenerator<WarcRecord> {
  const place = entryPlace(file, entry);
  if (!place) throw new WarcDamaged('it is not where the archive says');
  if (entry.method === 0) {
    yield* warcRecords(file, pages.wanted, place.start, place.end);
    return;
  }
  const begin = (await new PieceReader(entryPieces(file, entry)).take(2)).toString('hex');
  if (begin !== '1f8b') {
    yield* recordsOf(entryPieces(file, entry), pages.wanted);
    return;
  }
  const bytes = await entryBytes(file, entry, TWICE_LIMIT);
  if (!bytes) throw new WarcDamaged(`it is packed twice, and has more than ${TWICE_LIMIT / 1024 / 1024} MB`);
  yield* warcRecords({ size: bytes.length, read: (start, end) => bytes.subarray(start, end) }, pages.wanted);
}

/** The addresses that its lists of pages name; null where there is no list, or none in it. */
async function listedIn(file: Stretches, names: ZipTable): Promise<Listed> {
  const listed = new Set<string>();
  for (const [name, entry] of names) {
    if (!/^pages\/[^/]+\.jsonl$/.test(name)) continue;
    try {
      const reader = new PieceReader(entryPieces(file, entry));
      while (!(await reader.atEnd()) && listed.size < MOST_LISTED) {
        const line = (await reader.upTo('\n', LINE_LIMIT)) ?? (await reader.take(LINE_LIMIT));
        const url = parsed(line)?.['url'];
        if (typeof url === 'string') listed.add(addressKey(url));
      }
    } catch (error) {
      if (!(error instanceof WarcDamaged)) throw error;
    }
  }
  return listed.size > 0 ? listed : null;
}

/** Of those that are listed, and those that they led on to. */
function missing(listed: number, asked: Listed, { found, moved }: WebTally): readonly string[] {
  const absent = [...(asked ?? [])].filter((each) => !found.has(each) && !moved.has(each));
  const some = absent.slice(0, 3).map(shown).join(' , ');
  const all = asked === null ? 'It has no list of pages.' : `It lists ${listed} pages.`;
  return absent.length === 0 ? [all] : [`${all} Of these ${absent.length} are not in it as pages that were answered with success: ${some}.`];
}

/** What its list of digests and its signature show. */
async function custodyOf(file: Stretches, names: ZipTable): Promise<readonly string[]> {
  const datapackage = await listOf(file, names.get('datapackage.json'));
  const said = datapackage && parsed(datapackage);
  if (!datapackage || !said) return ['Its datapackage.json cannot be read, so that no digest and no signature was checked.'];
  const digest = await listOf(file, names.get('datapackage-digest.json'));
  return [...(await digestSentences(file, names, said['resources'])), ...signatureSentences(datapackage, digest)];
}

async function listOf(file: Stretches, entry: ZipEntry | undefined): Promise<Buffer | null> {
  try {
    return entry ? await entryBytes(file, entry, LIST_LIMIT) : null;
  } catch (error) {
    if (error instanceof WarcDamaged) return null;
    throw error;
  }
}

/** Every file that is listed is read through; those of its pages that are not listed are named, as nothing vouches for them. */
async function digestSentences(file: Stretches, names: ZipTable, resources: unknown): Promise<readonly string[]> {
  const listed = new Map((Array.isArray(resources) ? (resources as readonly unknown[]) : []).slice(0, MOST_FILES).flatMap(resourceOf));
  const wrong: string[] = [];
  for (const [path, hash] of listed) {
    const entry = names.get(path);
    if (!entry || (await sha256Of(file, entry)) !== hash) wrong.push(shown(path));
  }
  const open = [...names.keys()].filter((name) => /^(archive|pages)\/./.test(name) && !listed.has(name)).map(shown);
  return [
    wrong.length === 0
      ? `All ${listed.size} files that its datapackage.json lists have the digests that it states.`
      : `Of ${listed.size} files that its datapackage.json lists, ${wrong.length} are missing or do not have the digest that it states: ${wrong.slice(0, 5).join(' , ')}.`,
    ...(open.length > 0 ? [`Not listed there: ${open.slice(0, 5).join(' , ')}.`] : []),
  ];
}

/** Path and SHA-256 in hexadecimal. */
function resourceOf(resource: unknown): readonly (readonly [string, string])[] {
  if (typeof resource !== 'object' || resource === null || !('path' in resource) || typeof resource.path !== 'string') return [];
  const hash = 'hash' in resource && typeof resource.hash === 'string' ? resource.hash : '';
  return [[resource.path, hash.replace(/^sha256:/i, '').toLowerCase()]];
}

async function sha256Of(file: Stretches, entry: ZipEntry): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const piece of entryPieces(file, entry)) hash.update(piece);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof WarcDamaged) return null;
    throw error;
  }
}
