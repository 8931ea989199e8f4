// Verifiers that are not ours: golang.org/x/mod (Debian: golang-go and golang-golang-x-mod-dev) and openssl.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { base64OfHash } from '../log/bytes.ts';
import { ed25519Signer, formatVerifier } from '../log/signature.ts';
import { parseNote } from '../log/note.ts';
import { readTile, tilePath, tilesOf } from '../log/tiles.ts';
import { cosign } from '../log/cosignature.ts';
import { rotate } from './rotate.test-data.ts';
import { notes, ScratchCasebook } from './scratch-casebook.test-data.ts';

const goEnv = { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: [process.env['GOPATH'], '/usr/share/gocode'].filter(Boolean).join(':') };
const hasGo = spawnSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: goEnv }).status === 0;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

let casebook: ScratchCasebook;
let files: string;

async function put(path: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(files, path)), { recursive: true });
  await writeFile(join(files, path), bytes);
}

beforeEach(async () => {
  casebook = await ScratchCasebook.make();
  files = join(casebook.folder, '..', 'static');
});
afterEach(() => casebook.remove());

describe.runIf(hasGo)("golang.org/x/mod, where Go and Debian's package of it are there,", () => {
  const verifyWithGo = (proofs: string, vkey = ed25519vkey()): string =>
    execFileSync('go', ['run', fileURLToPath(new URL('./verify-with-x-mod.go', import.meta.url)), files, vkey], {
      env: goEnv,
      input: proofs,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const ed25519vkey = (): string => casebook.store.signer?.vkey ?? expect.fail();

  test('verifies checkpoint, tiles, bundles and proofs of logs of several sizes', async () => {
    const log = await casebook.log();
    const roots: string[] = [];
    for (const more of [1, 2, 253, 44, 300]) {
      await log.append(notes(more));
      const { size, root } = await log.head();
      roots.push(`${size} ${base64OfHash(root)}`);
      await put('checkpoint', (await log.head()).note);
      for (const tile of tilesOf(size)) await put(tilePath(tile), (await readTile(casebook.store.log, size, tile)) ?? expect.fail());
      const proofs: string[] = [];
      for (const index of [0, size >> 1, size - 1]) proofs.push(['record', index, ...(await log.prove(index)).proof.hashes.map(base64OfHash)].join(' '));
      for (const old of roots) proofs.push(['tree', old, ...(await log.consistency(Number(old.split(' ')[0]), size)).hashes.map(base64OfHash)].join(' '));
      expect(verifyWithGo(proofs.join('\n'))).toMatch(new RegExp(`^${size} entries, \\d+ tiles, ${proofs.length} proofs\n$`));
    }
    await writeFile(join(files, 'checkpoint'), (await log.head()).note.replace('\n600\n', '\n599\n'));
    expect(() => verifyWithGo('')).toThrow(/invalid signature/);
  }, 120_000);

  test('opens the checkpoint at which the key was changed with either key, and the next one with the new key alone', async () => {
    const log = await casebook.log();
    await log.append(notes(3));
    const write = async (): Promise<void> => {
      const { size, note } = await log.head();
      await put('checkpoint', note);
      for (const tile of tilesOf(size)) await put(tilePath(tile), (await readTile(casebook.store.log, size, tile)) ?? expect.fail());
    };
    await rotate(casebook.store, log);
    const [first, second] = (await casebook.store.terms()).map(({ key }) => formatVerifier(key));
    await write();
    expect([first, second].map((vkey) => verifyWithGo('', vkey).split(',')[0])).toEqual(['4 entries', '4 entries']);
    await log.append(notes(1));
    await write();
    expect(verifyWithGo('', second)).toMatch(/^5 entries/);
    expect(() => verifyWithGo('', first)).toThrow(/no verifiable signatures/);
  }, 120_000);
});

describe.runIf(hasOpenssl)('openssl', () => {
  test('verifies the signature of a checkpoint and a cosignature, from their bytes and raw keys', async () => {
    const { note } = await (await casebook.log()).head();
    const witness = ed25519Signer('witness.example/w', new Uint8Array(32).fill(3), 'cosignature');
    const parsed = parseNote(note);
    if (!parsed.ok) expect.fail(parsed.reason);
    const cosigned = parseNote(cosign({ verbatim: note, parsed: parsed.value }, witness, new Date('2026-11-21T09:00:00Z')));
    const [own, theirs] = cosigned.ok ? cosigned.value.lines : [];
    const seconds = Date.parse('2026-11-21T09:00:00Z') / 1000;
    await mkdir(files);
    await opensslVerifies(casebook.store.verifier.key.export({ format: 'pem', type: 'spki' }), parsed.value.text, own?.bytes);
    await opensslVerifies(
      witness.verifier.key.export({ format: 'pem', type: 'spki' }),
      `cosignature/v1\ntime ${seconds}\n${parsed.value.text}`,
      theirs?.bytes.subarray(8),
    );
  });

  async function opensslVerifies(key: string | Buffer, message: string, signature: Uint8Array | undefined): Promise<void> {
    await writeFile(join(files, 'key.pem'), key);
    await writeFile(join(files, 'message'), message);
    await writeFile(join(files, 'signature'), signature ?? '');
    const words = ['pkeyutl', '-verify', '-rawin', '-pubin', '-inkey', 'key.pem', '-in', 'message', '-sigfile', 'signature'];
    expect(execFileSync('openssl', words, { cwd: files, encoding: 'utf8' })).toBe('Signature Verified Successfully\n');
  }
});
