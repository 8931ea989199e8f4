// Bags (BagIt, RFC 8493): a folder whose every file is named in a manifest with its digest, so that `sha512sum -c
// manifest-sha512.txt` checks it without any of our code.
import { createHash, hash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Fault } from '../base/fault.ts';
import type { Check } from '../model/answers.ts';

const ALGORITHMS = ['sha256', 'sha512'] as const;
type Algorithm = (typeof ALGORITHMS)[number];

type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A bag being written into a folder that must be empty or not there yet. */
export class BagWriter {
  readonly #folder: string;
  readonly #payload: Record<Algorithm, string[]> = { sha256: [], sha512: [] };
  #bytes = 0;
  #files = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws a Fault 'conflict' where something lies in the folder already. */
  static async start(folder: string): Promise<BagWriter> {
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) throw new Fault('conflict', `${folder} is not empty`, 'Name a folder that is not there yet.');
    return new BagWriter(folder);
  }

  /** Adds a payload file; `path` is below data/, parted by "/". */
  async add(path: string, content: string | Uint8Array | Pieces): Promise<void> {
    const name = `data/${path}`;
    const target = join(this.#folder, ...name.split('/'));
    await mkdir(dirname(target), { recursive: true });
    const digests = ALGORITHMS.map((algorithm): [Algorithm, Hash] => [algorithm, createHash(algorithm)]);
    const file = await open(target, 'wx');
    try {
      for await (const piece of piecesOf(content)) {
        await file.writeFile(piece);
        for (const [, digest] of digests) digest.update(piece);
        this.#bytes += piece.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    for (const [algorithm, digest] of digests) this.#payload[algorithm].push(`${digest.digest('hex')}  ${name}\n`);
    this.#files++;
  }

  /** Writes the tag files and manifests. Gives the SHA-256 of the tag manifest, which stands for the whole bag. */
  async finish(info: Readonly<Record<string, string>>): Promise<string> {
    const lines = { ...info, 'Payload-Oxum': `${this.#bytes}.${this.#files}` };
    const tags: Readonly<Record<string, string>> = {
      'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      'bag-info.txt': Object.entries(lines)
        .map(([label, value]) => `${label}: ${value.replaceAll('\n', ' ')}\n`)
        .join(''),
      'manifest-sha256.txt': this.#payload.sha256.toSorted(byPath).join(''),
      'manifest-sha512.txt': this.#payload.sha512.toSorted(byPath).join(''),
    };
    const manifest = Object.entries(tags)
      .map(([name, text]) => `${hash('sha512', text)}  ${name}\n`)
      .join('');
    for (const [name, text] of Object.entries(tags)) await writeFile(join(this.#folder, name), text);
    await writeFile(join(this.#folder, TAG_MANIFEST), manifest);
    return hash('sha256', manifest);
  }
}

const TAG_MANIFEST = 'tagmanifest-sha512.txt';

const byPath = (a: string, b: string): number => (a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1);

async function* piecesOf(content: string | Uint8Array | Pieces): AsyncGenerator<Uint8Array> {
  if (typeof content === 'string') yield Buffer.from(content);
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}

/**
 * Whether every file of a bag is the one that its manifests name, and there is no other. Links, and names that lead out
 * of the bag, are refused. Findings are values; a bag without manifests is a finding too.
 */
export async function checkBag(folder: string): Promise<readonly Check[]> {
  const found = await walk(folder, folder);
  const checks: Check[] = [];
  const links = found.filter(({ kind }) => kind !== 'file').map(({ name }) => name);
  checks.push(judge('no links', links, 'there are only files', 'is no plain file'));
  const named = new Set([TAG_MANIFEST]);
  for (const [file, algorithm] of [
    [TAG_MANIFEST, 'sha512'],
    ['manifest-sha512.txt', 'sha512'],
    ['manifest-sha256.txt', 'sha256'],
  ] as const) {
    const lines = await readManifest(folder, file);
    if (!lines) {
      checks.push({ name: file, ok: false, detail: 'it is missing, or names a path that leads out of the bag' });
      continue;
    }
    const wrong: string[] = [];
    for (const { digest, path } of lines) {
      named.add(path);
      const there = found.some(({ name, kind }) => name === path && kind === 'file');
      if (!there || (await digestOf(join(folder, path), algorithm)) !== digest) wrong.push(path);
    }
    checks.push(judge(file, wrong, `all ${lines.length} files are what they were`, 'is missing or altered'));
  }
  const strangers = found.filter(({ name }) => !named.has(name)).map(({ name }) => name);
  checks.push(judge('no other files', strangers, 'every file is named by a manifest', 'is named by no manifest'));
  return checks;
}

function judge(name: string, wrong: readonly string[], right: string, fault: string): Check {
  const listed = wrong.slice(0, 20).join(', ');
  return wrong.length === 0 ? { name, ok: true, detail: right } : { name, ok: false, detail: `${listed}${wrong.length > 20 ? ', …' : ''} ${fault}` };
}

type Found = { readonly name: string; readonly kind: 'file' | 'link' | 'other' };

async function walk(root: string, folder: string): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    const stat = await lstat(path);
    if (stat.isDirectory()) found.push(...(await walk(root, path)));
    else found.push({ name: relative(root, path).split(sep).join('/'), kind: stat.isFile() ? 'file' : stat.isSymbolicLink() ? 'link' : 'other' });
  }
  return found;
}

/** Null where the manifest is missing, malformed, or names a path that is not plainly below the bag. */
async function readManifest(folder: string, name: string): Promise<readonly { readonly digest: string; readonly path: string }[] | null> {
  const text = await readFile(join(folder, name), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => /^(?<digest>[0-9a-f]{64,128}) {2}(?<path>\S.*)$/.exec(line)?.groups);
  const parsed = lines.map((groups) => ({ digest: groups?.['digest'] ?? '', path: groups?.['path'] ?? '' }));
  return parsed.every(({ path }) => isSafe(path)) ? parsed : null;
}

/** Relative, with no step up, no backslash, no drive, no control character. */
const isSafe = (path: string): boolean =>
  path !== '' && !/^\/|\\|^[a-z]:|\p{Cc}/iu.test(path) && path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');

/** In hexadecimal; streams. */
export async function digestOf(path: string, algorithm: Algorithm): Promise<string> {
  const digest = createHash(algorithm);
  for await (const piece of createReadStream(path)) digest.update(piece as Uint8Array);
  return digest.digest('hex');
}
