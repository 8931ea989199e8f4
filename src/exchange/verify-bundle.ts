// Verification of a bundle, from its files alone. It imports nothing but base, model and log, so that it fits into the
// one file that travels with each bundle.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFault, Fault } from '../base/fault.ts';
import { parseEnvelope } from '../log/entry.ts';
import { parseVkey, type Verifier } from '../log/signature.ts';
import { parseProofFile } from '../log/proof-file.ts';
import { checkInclusion } from '../log/proof.ts';
import { leafHash } from '../log/tree.ts';
import { verifyChosen } from '../log/verify-chosen.ts';
import { verifyReader, type VerifyOptions } from '../log/verify.ts';
import { NO_WITNESS } from '../log/voucher.ts';
import { isActKind, parseAct } from '../model/act.ts';
import type { Check, Verification } from '../model/answers.ts';
import { checkBag, digestOf } from './bag.ts';
import { BundleLog } from './bundle-log.ts';

/** What a reader trusts; `key` is null where they were told none, then the bundle's own is used, and the report says so. */
export type BundleTrust = Omit<VerifyOptions, 'log' | 'untied' | 'withheld'> & { readonly key: Verifier | null };

/** Findings are values. The files are checked first; where a path among them is unsafe, nothing else is read. */
export async function verifyBundle(folder: string, trust: BundleTrust): Promise<Verification> {
  const bag = await checkBag(folder);
  if (bag.some(({ ok }) => !ok)) return { ok: false, checks: bag, vouched: NO_WITNESS };
  try {
    const key = trust.key ?? (await ownKey(folder));
    const log = await BundleLog.open(folder);
    const verifyLog = log.chosen ? verifyChosen : verifyReader;
    const { ok, checks, standing } = await verifyLog(log, { ...trust, log: key, untied: trust.key === null, withheld: true });
    const own = [...(log.chosen ? [await checkProofs(folder, log)] : []), await log.checkTiles(), ...(await checkKept(folder, log))];
    return { ok: ok && own.every((check) => check.ok), checks: [...bag, ...checks, ...own, keyCheck(trust.key)], vouched: standing };
  } catch (thrown) {
    const fault = thrown instanceof SyntaxError ? new Fault('bad-shape', thrown.message, '', thrown) : asFault(thrown);
    if (fault.code !== 'bad-shape') throw fault;
    return { ok: false, checks: [...bag, { name: 'form', ok: false, detail: fault.message }], vouched: NO_WITNESS };
  }
}

/** Whether the proof that lies beside each chosen entry is one, under the checkpoint of the bundle. */
async function checkProofs(folder: string, log: BundleLog): Promise<Check> {
  const head = await log.head();
  const wrong: number[] = [];
  let proofs = 0;
  for await (const rows of log.batches(0, Infinity)) {
    for (const { index, envelope } of rows) {
      proofs++;
      const read = parseProofFile(await readFile(join(folder, 'data', 'entries', `${index}.tlog-proof`), 'utf8').catch(() => ''));
      const fits = read.ok && read.value.proof.index === index && read.value.checkpoint.note === head;
      if (!fits || !checkInclusion(leafHash(envelope), read.value.proof, read.value.checkpoint.root).ok) wrong.push(index);
    }
  }
  const ok = wrong.length === 0;
  return { name: 'proofs', ok, detail: ok ? `all ${proofs} entries have their proof beside them` : `missing, or not of its entry: ${wrong.join(', ')}` };
}

/** Whether the originals and texts that lie here are those that the log speaks of, and their bytes what it says. */
async function checkKept(folder: string, log: BundleLog): Promise<readonly Check[]> {
  const named = { originals: new Set<string>(), texts: new Set<string>() };
  for await (const rows of log.batches(0, await log.size())) {
    for (const { envelope, payload } of rows) {
      const kind = parseEnvelope(envelope)?.kind;
      // A kind that this version does not know speaks of no original; that it is what was signed is checked elsewhere.
      const act = payload !== null && kind !== undefined && isActKind(kind) ? parseAct(kind, JSON.parse(payload)) : null;
      if (act?.kind === 'original.preserved') named.originals.add(act.payload.sha256);
      if (act?.kind !== 'document.read') continue;
      const { text, utterances } = act.payload;
      named.texts.add(`${text}.txt`);
      if (utterances !== null) named.texts.add(`${utterances}.jsonl`);
    }
  }
  return [
    await checkShelf(join(folder, 'data', 'originals'), 'originals', named.originals),
    await checkShelf(join(folder, 'data', 'texts'), 'texts', named.texts),
  ];
}

async function checkShelf(shelf: string, name: string, named: ReadonlySet<string>): Promise<Check> {
  const there = existsSync(shelf) ? await readdir(shelf) : [];
  const wrong = [...named].filter((file) => !there.includes(file)).map((file) => `${file} is missing`);
  for (const file of there) {
    if (!named.has(file)) wrong.push(`no entry that is shown speaks of ${file}`);
    else if ((await digestOf(join(shelf, file), 'sha256')) !== file.slice(0, 64)) wrong.push(`${file} is not what the log says`);
  }
  return { name, ok: wrong.length === 0, detail: wrong.length === 0 ? `all ${named.size} are what the log says` : wrong.slice(0, 20).join('; ') };
}

async function ownKey(folder: string): Promise<Verifier> {
  const parsed = parseVkey((await readFile(join(folder, 'data', 'log', 'key.txt'), 'utf8')).trim());
  if (!parsed.ok) throw new Fault('bad-shape', `data/log/key.txt: ${parsed.reason}`, 'Give the log’s key with --log-key.');
  return parsed.value;
}

/** Says where the key came from: a key that lies with the record shows only that the two belong together. */
export function keyCheck(told: Verifier | null): Check {
  const detail = told ? 'the one that you gave' : 'the one that lies with the record: compare it with the one that you were told by another way';
  return { name: 'key of the log', ok: true, detail };
}
