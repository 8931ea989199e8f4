// keys.json of an encrypted casebook: the random data key, wrapped once for the passphrase (with a key file, or that
// alone) and once for the recovery key, so that a new passphrase rewrites this small file alone. Whoever has none of the
// two has nothing. Whether a key file is wanted is not written down: a thief need not know.
import { createCipheriv, createDecipheriv, hash, hkdfSync, scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Fault } from '../base/fault.ts';
import { count, list, matching, object, oneOf, type Of } from '../base/shape.ts';
import { base32 } from '../base/base32.ts';
import { base64 } from '../log/bytes.ts';
import type { Chance } from '../log/entry.ts';
import { diskFault, hasCode, makeFile, type Disk } from './disk.ts';

export const KEYS_FILE = 'keys.json';
const DATA_KEY_BYTES = 32;

/** OWASP's first choice for scrypt: 128 MB, and some tenths of a second, for every guess. */
const COST = { n: 2 ** 17, r: 8, p: 1 } as const;
/** A file that asks for more than this is not ours, and would stop the machine. */
const MOST_MEMORY = 512 * 1024 * 1024;

const encoded = matching(/^[A-Za-z0-9+/]+=*$/, 'base64');
const parseKeys = object({
  format: count,
  slots: list(object({ kind: oneOf(['passphrase', 'recovery']), salt: encoded, n: count, r: count, p: count, nonce: encoded, wrapped: encoded })),
});
type Slot = Of<typeof parseKeys>['slots'][number];

/** What opens a casebook: a passphrase (or the recovery key) as text, the bytes of a key file, or both together. */
export type Key = string | { readonly passphrase?: string; readonly keyFile?: Uint8Array };

/** What the data key is used for, each with a key of its own. */
export type CasebookKeys = {
  readonly record: Uint8Array;
  readonly vault: Uint8Array;
  readonly names: Uint8Array;
  /** Not that of the vault: a document that looks like a backup must not become one by being kept. */
  readonly backup: Uint8Array;
};

const derive = (dataKey: Uint8Array, use: string): Uint8Array => Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `onrecord ${use}`, 32));
const keysOf = (dataKey: Uint8Array): CasebookKeys => ({
  record: derive(dataKey, 'record.db'),
  vault: derive(dataKey, 'vault'),
  names: derive(dataKey, 'vault names'),
  backup: derive(dataKey, 'backup'),
});

/** Write keys.json for a new casebook. `recoveryKey` is to be shown once and never kept by the program. */
export async function makeKeys(disk: Disk, folder: string, key: Key, random: Chance): Promise<{ readonly keys: CasebookKeys; readonly recoveryKey: string }> {
  const dataKey = random(DATA_KEY_BYTES);
  const recoveryKey = makeRecoveryKey(random);
  const slots = [await wrap('passphrase', key, dataKey, random), await wrap('recovery', recoveryKey, dataKey, random)];
  await writeSlots(disk, folder, slots);
  return { keys: keysOf(dataKey), recoveryKey };
}

const makeRecoveryKey = (random: Chance): string => (base32(random(25)).match(/.{1,5}/g) ?? []).join('-');

/**
 * The keys, for the passphrase with its key file, or for the recovery key. Throws a Fault 'wrong-key' where it is
 * neither; writes nothing.
 */
export async function openKeys(folder: string, key: Key | undefined): Promise<CasebookKeys> {
  return keysOf(await unwrapAny(await readSlots(folder), required(key)));
}

/** The keys that the text of a keys.json holds, wherever it lies. */
export async function keysIn(text: string, key: Key | undefined): Promise<CasebookKeys> {
  return keysOf(await unwrapAny(parseSlots(text), required(key)));
}

function required(key: Key | undefined): Key {
  if (key !== undefined) return key;
  throw new Fault('wrong-key', 'This casebook is encrypted', 'Give its passphrase, its key file if it has one, or its recovery key.');
}

/** Put a new passphrase, key file or both in the place of the old; the recovery key stays. `key` is the old, or the recovery key. */
export async function changeKey(
  disk: Disk,
  folder: string,
  { key, next, random }: { readonly key: Key; readonly next: Key; readonly random: Chance },
): Promise<void> {
  const slots = await readSlots(folder);
  const dataKey = await unwrapAny(slots, key);
  const kept = slots.filter(({ kind }) => kind !== 'passphrase');
  await writeSlots(disk, folder, [await wrap('passphrase', next, dataKey, random), ...kept]);
}

/** Put a new recovery key in the place of the one that was lost, or seen by others. It is to be shown once. */
export async function renewRecoveryKey(disk: Disk, folder: string, { key, random }: { readonly key: Key; readonly random: Chance }): Promise<string> {
  const slots = await readSlots(folder);
  const dataKey = await unwrapAny(slots, key);
  const recoveryKey = makeRecoveryKey(random);
  const kept = slots.filter(({ kind }) => kind !== 'recovery');
  await writeSlots(disk, folder, [...kept, await wrap('recovery', recoveryKey, dataKey, random)]);
  return recoveryKey;
}

async function wrap(kind: Slot['kind'], key: Key, dataKey: Uint8Array, random: Chance): Promise<Slot> {
  const secret = secretOf(kind, key);
  if (!secret) throw new Fault('bad-usage', 'The passphrase and the key file are empty', 'Give a passphrase, a key file that has bytes, or both.');
  const salt = random(32);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, salt, COST), nonce);
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return { kind, salt: base64(salt), ...COST, nonce: base64(nonce), wrapped: base64(wrapped) };
}

async function unwrapAny(slots: readonly Slot[], key: Key): Promise<Uint8Array> {
  for (const slot of slots) {
    const secret = secretOf(slot.kind, key);
    const dataKey = secret && (await unwrap(slot, secret));
    if (dataKey) return dataKey;
  }
  const what = typeof key === 'string' || !key.keyFile ? 'The passphrase does' : 'The passphrase and the key file do';
  throw new Fault('wrong-key', `${what} not open this casebook`, 'Give the right passphrase, with its key file if it has one, or the recovery key.');
}

/** Null where the secret is not the one of this slot. */
async function unwrap({ salt, n, r, p, nonce, wrapped }: Slot, secret: Uint8Array): Promise<Uint8Array | null> {
  const bytes = Buffer.from(wrapped, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', await stretch(secret, Buffer.from(salt, 'base64'), { n, r, p }), Buffer.from(nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAuthTag(bytes.subarray(DATA_KEY_BYTES));
  const dataKey = decipher.update(bytes.subarray(0, DATA_KEY_BYTES));
  try {
    decipher.final();
    return dataKey;
  } catch {
    return null; // the tag does not fit: that is what a wrong secret looks like
  }
}

/** Stands before the digest of a key file. No passphrase can begin with it, as it is never a byte of UTF-8. */
const KEY_FILE_MARK = Uint8Array.of(0xff);

/**
 * What goes into scrypt: the passphrase in UTF-8 and in one form (NFC), whatever keyboard it was typed on; with a key file,
 * 0xff and the SHA-256 of the file before it. The recovery key stands alone. Null where there would be nothing.
 */
function secretOf(kind: Slot['kind'], key: Key): Uint8Array | null {
  const { passphrase = '', keyFile } = typeof key === 'string' ? { passphrase: key } : key;
  const words = Buffer.from(passphrase.normalize('NFC'));
  const withFile = kind === 'passphrase' && keyFile !== undefined && keyFile.length > 0;
  if (withFile) return Buffer.concat([KEY_FILE_MARK, hash('sha256', keyFile, 'buffer'), words]);
  return words.length > 0 && (kind === 'recovery' || keyFile === undefined) ? words : null;
}

function stretch(secret: Uint8Array, salt: Uint8Array, { n, r, p }: { readonly n: number; readonly r: number; readonly p: number }): Promise<Buffer> {
  const stretched = promisify<Uint8Array, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
  return stretched(secret, salt, 32, { N: n, r, p, maxmem: MOST_MEMORY });
}

async function readSlots(folder: string): Promise<readonly Slot[]> {
  return parseSlots(await readKeysText(folder));
}

/** keys.json as it lies there, for a backup to carry. */
export async function readKeysText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, KEYS_FILE), 'utf8');
  } catch (thrown) {
    throw hasCode(thrown, 'ENOENT') ? damagedKeys(thrown) : diskFault(thrown, `Reading ${KEYS_FILE}`);
  }
}

function parseSlots(text: string): readonly Slot[] {
  try {
    const { format, slots } = parseKeys(JSON.parse(text));
    if (format === 1 && slots.every(isSound)) return slots;
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof Fault) throw damagedKeys(thrown);
    throw thrown;
  }
  throw damagedKeys();
}

const isSound = ({ n, r, p, wrapped, nonce }: Slot): boolean =>
  128 * n * r < MOST_MEMORY && n > 1 && Number.isInteger(Math.log2(n)) && p >= 1 && p <= 16 && r >= 1 &&
  Buffer.from(wrapped, 'base64').length === DATA_KEY_BYTES + 16 && Buffer.from(nonce, 'base64').length === 12; // prettier-ignore

const damagedKeys = (cause?: unknown): Fault =>
  new Fault(
    'casebook-damaged',
    `${KEYS_FILE} of this casebook cannot be read`,
    'Put back the file as a backup has it. Without it nothing can be decrypted.',
    cause,
  );

async function writeSlots(disk: Disk, folder: string, slots: readonly Slot[]): Promise<void> {
  await makeFile(disk, folder, async (file) => {
    await file.writeFile(`${JSON.stringify({ format: 1, slots }, null, 2)}\n`);
    return join(folder, KEYS_FILE);
  });
}
