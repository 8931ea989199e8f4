// keys.json of an encrypted casebook: the random data key, wrapped once for the passphrase and once for the recovery key,
// so that a new passphrase rewrites this small file alone. Whoever has none of the two has nothing.
import { createCipheriv, createDecipheriv, hkdfSync, scrypt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Fault } from '../base/fault.ts';
import { count, list, matching, object, oneOf, type Of } from '../base/shape.ts';
import { base32, base64 } from '../log/bytes.ts';
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

/** What the data key is used for, each with a key of its own. */
export type CasebookKeys = { readonly record: Uint8Array; readonly vault: Uint8Array; readonly names: Uint8Array };

const derive = (dataKey: Uint8Array, use: string): Uint8Array => Buffer.from(hkdfSync('sha256', dataKey, new Uint8Array(0), `onrecord ${use}`, 32));
const keysOf = (dataKey: Uint8Array): CasebookKeys => ({
  record: derive(dataKey, 'record.db'),
  vault: derive(dataKey, 'vault'),
  names: derive(dataKey, 'vault names'),
});

/** Write keys.json for a new casebook. `recoveryKey` is to be shown once and never kept by the program. */
export async function makeKeys(
  disk: Disk,
  folder: string,
  passphrase: string,
  random: Chance,
): Promise<{ readonly keys: CasebookKeys; readonly recoveryKey: string }> {
  const dataKey = random(DATA_KEY_BYTES);
  const recoveryKey =
    base32(random(25))
      .match(/.{1,5}/g)
      ?.join('-') ?? '';
  const slots = [await wrap('passphrase', passphrase, dataKey, random), await wrap('recovery', recoveryKey, dataKey, random)];
  await writeSlots(disk, folder, slots);
  return { keys: keysOf(dataKey), recoveryKey };
}

/** The keys, for the passphrase or the recovery key. Throws a Fault 'wrong-key' where it is neither; writes nothing. */
export async function openKeys(folder: string, secret: string | undefined): Promise<CasebookKeys> {
  if (secret === undefined) throw new Fault('wrong-key', 'This casebook is encrypted', 'Give its passphrase, or its recovery key.');
  return keysOf(await unwrapAny(await readSlots(folder), secret));
}

/** Put a new passphrase in the place of the old one; the recovery key stays. `secret` is either of the two. */
export async function changePassphrase(
  disk: Disk,
  folder: string,
  { secret, passphrase, random }: { readonly secret: string; readonly passphrase: string; readonly random: Chance },
): Promise<void> {
  const slots = await readSlots(folder);
  const dataKey = await unwrapAny(slots, secret);
  const kept = slots.filter(({ kind }) => kind !== 'passphrase');
  await writeSlots(disk, folder, [await wrap('passphrase', passphrase, dataKey, random), ...kept]);
}

async function wrap(kind: Slot['kind'], secret: string, dataKey: Uint8Array, random: Chance): Promise<Slot> {
  const salt = random(32);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', await stretch(secret, salt, COST), nonce);
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return { kind, salt: base64(salt), ...COST, nonce: base64(nonce), wrapped: base64(wrapped) };
}

async function unwrapAny(slots: readonly Slot[], secret: string): Promise<Uint8Array> {
  for (const slot of slots) {
    const dataKey = await unwrap(slot, secret);
    if (dataKey) return dataKey;
  }
  throw new Fault('wrong-key', 'The passphrase does not open this casebook', 'Give the right passphrase, or the recovery key.');
}

/** Null where the secret is not the one of this slot. */
async function unwrap({ salt, n, r, p, nonce, wrapped }: Slot, secret: string): Promise<Uint8Array | null> {
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

/** One passphrase has one form (NFC), whatever keyboard it was typed on. */
function stretch(secret: string, salt: Uint8Array, { n, r, p }: { readonly n: number; readonly r: number; readonly p: number }): Promise<Buffer> {
  const stretched = promisify<string, Uint8Array, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);
  return stretched(secret.normalize('NFC'), salt, 32, { N: n, r, p, maxmem: MOST_MEMORY });
}

async function readSlots(folder: string): Promise<readonly Slot[]> {
  try {
    const { format, slots } = parseKeys(JSON.parse(await readFile(join(folder, KEYS_FILE), 'utf8')));
    if (format === 1 && slots.every(isSound)) return slots;
  } catch (thrown) {
    const bad = thrown instanceof SyntaxError || thrown instanceof Fault || hasCode(thrown, 'ENOENT');
    throw bad ? damagedKeys(thrown) : diskFault(thrown, `Reading ${KEYS_FILE}`);
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
