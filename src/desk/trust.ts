// What a reader of a record trusts, from files of their own: which witnesses and time-stamping authorities, which
// checkpoints they were handed before, which key they were told is the log's.
import { readFile } from 'node:fs/promises';
import { Fault } from '../base/fault.ts';
import { pastedNote } from '../log/note.ts';
import { parsePolicy, type Policy } from '../log/policy.ts';
import { parseVkey, type Verifier } from '../log/signature.ts';
import { readAuthorities, type Authorities } from '../log/timestamp.ts';
import type { Outcome } from '../log/verdict.ts';

/** Paths of files, and a verifier key in the form of C2SP signed-note. */
export type TrustFiles = { readonly checkpoint?: string; readonly policy?: string; readonly authorities?: string; readonly key?: string };

/** `key` is null where the reader was told none: then the one that lies with the record is used, and the report says so. */
export type Trust = {
  readonly held: readonly string[];
  readonly policy: Policy | null;
  readonly authorities: Authorities | null;
  readonly key: Verifier | null;
};

/** Throws a Fault 'not-found' for a file that cannot be read, 'bad-shape' for one that is not what it should be. */
export async function readTrust(files: TrustFiles): Promise<Trust> {
  const { checkpoint, policy, authorities, key } = files;
  return {
    held: checkpoint === undefined ? [] : [pastedNote(await words(checkpoint))],
    policy: policy === undefined ? null : wanted(parsePolicy(await words(policy)), policy, 'a trust policy (C2SP tlog-policy)'),
    authorities: authorities === undefined ? null : certificates(await words(authorities), authorities),
    key: key === undefined ? null : wanted(parseVkey(key), '--log-key', 'a verifier key, name+id+key'),
  };
}

/** The text of a file that the person at the desk named. */
export async function words(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', `the file ${path} cannot be read`, 'Check the path.', cause);
  });
}

function wanted<T>(outcome: Outcome<T>, where: string, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Fault('bad-shape', `${where}: ${outcome.reason}`, `Give ${what}.`);
}

function certificates(pem: string, path: string): Authorities {
  const found = readPem(pem, path);
  if (found.length === 0) throw new Fault('bad-shape', `${path} holds no certificate`, 'Give the certificates of the authorities that you trust, as PEM.');
  return found;
}

function readPem(pem: string, path: string): Authorities {
  try {
    return readAuthorities(pem);
  } catch (cause) {
    throw new Fault('bad-shape', `${path} holds a certificate that cannot be read`, 'Give the certificates of the authorities that you trust, as PEM.', cause);
  }
}
