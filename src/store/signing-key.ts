// The key that signs the log: 32 secret bytes in record.db, so that it is as safe as the record is, and changes in the same
// transaction as the entry and the checkpoint that say so.
import { Fault } from '../base/fault.ts';
import { chainKeys, isSameVerifier, lastTerm } from '../log/key-chain.ts';
import { readChanges } from '../log/read-changes.ts';
import { ed25519Signer, parseVkey, type Signer, type Verifier } from '../log/signature.ts';
import { CASEBOOK_FILE, type CasebookFile } from './casebook-file.ts';
import { sqliteFault, type Connection } from './connection.ts';
import { SqliteLog } from './sqlite-log.ts';

/** `seed`: the secret. */
export type SigningKey = { readonly signer: Signer; readonly seed: Uint8Array };

const SETTING = 'signing-key';
export const SEED_BYTES = 32;

/** The log's first public key. Throws a Fault 'casebook-damaged'. */
export function verifierOf({ vkey, origin }: CasebookFile): Verifier {
  const parsed = parseVkey(vkey);
  if (parsed.ok && parsed.value.name === origin) return parsed.value;
  const what = parsed.ok ? 'its key is of another log' : parsed.reason;
  throw new Fault('casebook-damaged', `${CASEBOOK_FILE} cannot be right: ${what}`, 'Put back the file as a backup has it.');
}

/**
 * The signer of the key that the log names as its own today. Throws a Fault 'casebook-damaged' where the keys of the log do
 * not follow from one another, and where the key is not there; `mayBeLost` gives null for the latter.
 */
export async function signerOf(file: CasebookFile, db: Connection, mayBeLost: boolean): Promise<Signer | null> {
  const log = new SqliteLog({ reads: db, writer: null, open: () => db });
  const { terms, check } = chainKeys(verifierOf(file), await readChanges(log), true);
  if (check && !check.ok) {
    throw new Fault(
      'casebook-damaged',
      `The keys of the log are not in order: ${check.detail}`,
      'Nothing more is signed. Run onrecord verify, and compare with a backup.',
    );
  }
  const seed = setting(db, SETTING);
  const signer = seed?.length === SEED_BYTES ? ed25519Signer(file.origin, seed) : null;
  if (signer && isSameVerifier(signer.verifier, lastTerm(terms).key)) return signer;
  if (mayBeLost) return null;
  throw new Fault(
    'casebook-damaged',
    `the signing key in record.db is not there, or not the one that ${CASEBOOK_FILE} and the log name`,
    'Put back both files as one backup has them. Where no backup has the key, `onrecord key rotate --lost` goes on under a new one.',
  );
}

/** Destroys the key that is kept, and keeps this seed in its place. Inside a transaction of `db`. */
export function keepSeed(db: Connection, seed: Uint8Array): void {
  const put = 'INSERT INTO store_settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  db.prepare<[string, Uint8Array], never>(put).run(SETTING, seed);
}

export function setting(db: Connection, name: string): Uint8Array | undefined {
  try {
    return db.prepare<[string], Uint8Array>('SELECT value FROM store_settings WHERE name = ?').pluck().get(name);
  } catch (thrown) {
    throw sqliteFault(thrown, 'Reading the settings of the casebook');
  }
}
