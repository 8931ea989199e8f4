// A time-stamping authority that lives as long as a test, made with openssl.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthorities, type Authorities } from './timestamp.ts';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** A throw-away authority: a root, a time-stamping certificate under it, and one that is not for time stamping. */
export class ThrowAwayAuthority {
  readonly #folder = mkdtempSync(join(tmpdir(), 'onrecord-tsa-'));
  readonly authorities: Authorities;

  constructor() {
    this.#write(
      'ca.cnf',
      '[req]\ndistinguished_name=dn\nx509_extensions=ca\nprompt=no\n[dn]\nCN=Test Root\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n',
    );
    this.#write('tsa.ext', 'basicConstraints=CA:FALSE\nextendedKeyUsage=critical,timeStamping\n');
    this.#write('web.ext', 'basicConstraints=CA:FALSE\nextendedKeyUsage=critical,timeStamping,serverAuth\n');
    this.#run('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-config', 'ca.cnf');
    this.authorities = readAuthorities(this.pem);
  }

  /** An answer to `request` by a new certificate with the extensions of the file `kind`. */
  answer(request: Uint8Array, kind: 'tsa' | 'web' = 'tsa', newKey: readonly string[] = ['rsa:2048']): Uint8Array {
    this.#run('req', '-newkey', ...newKey, '-nodes', '-keyout', `${kind}.key`, '-out', `${kind}.csr`, '-subj', '/CN=Test Authority');
    this.#run(
      'x509',
      '-req',
      '-in',
      `${kind}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '20',
      '-extfile',
      `${kind}.ext`,
      '-out',
      `${kind}.pem`,
    );
    this.#write('serial', '01\n');
    this.#write(
      'ts.cnf',
      `[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ndefault_policy=1.2.3.4.1\ndigests=sha256,sha512\nsigner_digest=sha256\ness_cert_id_alg=sha256\n`,
    );
    writeFileSync(join(this.#folder, 'q.tsq'), request);
    this.#run('ts', '-reply', '-queryfile', 'q.tsq', '-signer', `${kind}.pem`, '-inkey', `${kind}.key`, '-config', 'ts.cnf', '-section', 't', '-out', 'r.tsr');
    return readFileSync(join(this.#folder, 'r.tsr'));
  }

  /** The root's certificate, by which the authority is trusted. */
  get pem(): string {
    return readFileSync(join(this.#folder, 'ca.pem'), 'utf8');
  }

  /** What openssl itself says of an answer. */
  opensslAccepts(response: Uint8Array, bytes: Uint8Array): boolean {
    writeFileSync(join(this.#folder, 'given.tsr'), response);
    writeFileSync(join(this.#folder, 'given'), bytes);
    return spawnSync('openssl', ['ts', '-verify', '-in', 'given.tsr', '-data', 'given', '-CAfile', 'ca.pem'], { cwd: this.#folder }).status === 0;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  #run(...words: readonly string[]): void {
    execFileSync('openssl', words, { cwd: this.#folder, stdio: 'pipe' });
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.#folder, name), text);
  }
}
