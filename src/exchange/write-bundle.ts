// A bundle: the record as a folder that a stranger can check offline, without us and without our program. A bag of
//   data/originals/<sha256>, data/texts/<sha256>.txt   what may be seen of them
//   data/log/…                                         the whole log as static files (C2SP tlog-tiles), its key, and who vouched
//   data/payloads/<index>.json                         what entries say, each with its salt; withheld ones left out
//   data/index.html, data/annotations.jsonld           the claims on record, for people and for other programs
//   data/verify/verify.mjs                             a checker in one file, for Node alone
//   data/ro-crate-metadata.json                        what all this is (RO-Crate 1.2)
import type { Checkpoint } from '../log/checkpoint.ts';
import type { Entry } from '../log/entry.ts';
import type { LogReader } from '../log/log-store.ts';
import { hex, text } from '../log/bytes.ts';
import { chainKeys, type Terms } from '../log/key-chain.ts';
import { readChanges } from '../log/read-changes.ts';
import { formatVerifier, parseVkey, type Verifier } from '../log/signature.ts';
import { readTile, tilePath, tilesOf } from '../log/tiles.ts';
import { parseAct, type Act } from '../model/act.ts';
import type { ClaimRow } from '../model/answers.ts';
import { annotations, type Sourced } from './annotations.ts';
import { BagWriter } from './bag.ts';
import { bundlePage, type Shown } from './bundle-page.ts';
import { decideDisclosure, type Disclosed, type Disclosure } from './disclose.ts';
import { roCrate } from './ro-crate.ts';

/** Where the record lies, and how it is reached; `entries` and `log` are of the checkpoint's size. */
export type BundleSource = {
  readonly checkpoint: Checkpoint;
  readonly vkey: string;
  readonly log: LogReader;
  readonly entries: () => AsyncIterable<Entry>;
  readonly original: (sha256: string) => AsyncIterable<Uint8Array>;
  readonly text: (sha256: string) => Promise<string>;
  readonly documents: readonly {
    readonly id: string;
    readonly original: string;
    readonly title: string;
    readonly published: string | null;
    readonly publisher: string | null;
  }[];
  /** On record. */
  readonly claims: readonly ClaimRow[];
  /** The checker, as one file of JavaScript. */
  readonly checker: string;
  readonly name: string;
  /** ISO day. */
  readonly day: string;
};

export type Bundle = { readonly digest: string; readonly entries: number; readonly originals: readonly string[]; readonly withheld: number };

/** Writes the bundle into `folder`. Throws a Fault 'conflict' where something lies there. Streams originals. */
export async function writeBundle(folder: string, source: BundleSource, disclosure: Disclosure): Promise<Bundle> {
  const disclosed = await decideDisclosure(actsOf(source), disclosure);
  const bag = await BagWriter.start(folder);
  await addLog(bag, source);
  const withheld = await addPayloads(bag, source, disclosed);
  for (const sha256 of disclosed.originals.values()) await bag.add(`originals/${sha256}`, source.original(sha256));
  for (const sha256 of disclosed.readings) await bag.add(`texts/${sha256}.txt`, await source.text(sha256));
  await addPages(bag, source, disclosed);
  await bag.add('verify/verify.mjs', source.checker);
  await bag.add('verify/README.txt', README);
  await bag.add('ro-crate-metadata.json', roCrate(source, disclosed));
  const digest = await bag.finish({
    'Bagging-Date': source.day,
    'External-Identifier': `${source.checkpoint.origin} at ${source.checkpoint.size} entries`,
    'Payloads-Withheld': String(withheld),
  });
  return { digest, entries: source.checkpoint.size, originals: [...disclosed.originals.keys()], withheld: disclosed.withheldDocuments };
}

async function* actsOf({ entries }: BundleSource): AsyncGenerator<Act> {
  for await (const entry of entries()) {
    const act = actOf(entry);
    if (act) yield act;
  }
}

/** Null where the payload was erased. */
function actOf({ envelope, payload }: Entry): Act | null {
  return payload && parseAct(envelope.kind, JSON.parse(text(payload)));
}

async function addLog(bag: BagWriter, { checkpoint, vkey, log }: BundleSource): Promise<void> {
  for (const tile of tilesOf(checkpoint.size)) {
    const bytes = await readTile(log, checkpoint.size, tile);
    if (bytes) await bag.add(`log/${tilePath(tile)}`, bytes);
  }
  for (const [n, { note, timestamp }] of (await log.anchors()).entries()) {
    await bag.add(`log/anchors/${n}.txt`, note);
    if (timestamp) await bag.add(`log/anchors/${n}.tsr`, timestamp);
  }
  await bag.add('log/key.txt', `${vkey}\n`);
  const key = parseVkey(vkey);
  if (key.ok) {
    await bag.add('log/key.pem', pemOf(key.value));
    await addRetired(bag, log, chainKeys(key.value, await readChanges(log), true).terms);
  }
  await bag.add('log/checkpoint', checkpoint.note);
}

/** The keys before the one of today, the first one as 1, each with the last checkpoint that it signed. */
async function addRetired(bag: BagWriter, log: LogReader, terms: Terms): Promise<void> {
  const anchors = await log.anchors();
  for (const [n, { key, end }] of terms.slice(0, -1).entries()) {
    const last = anchors.find(({ size }) => size === end);
    await bag.add(`log/retired/${n + 1}.txt`, `${formatVerifier(key)}\n`);
    await bag.add(`log/retired/${n + 1}.pem`, pemOf(key));
    if (last) await bag.add(`log/retired/${n + 1}.checkpoint`, last.note);
  }
}

const pemOf = ({ key }: Verifier): string => String(key.export({ type: 'spki', format: 'pem' }));

/** What people read, and what other programs do: the claims on record of what may be seen. */
async function addPages(bag: BagWriter, source: BundleSource, { originals, texts, claim }: Disclosed): Promise<void> {
  const shown: Shown[] = [];
  const sourced: Sourced[] = [];
  for (const { id, original, title, published, publisher } of source.documents) {
    const [sha256, textSha256] = [originals.get(original), texts.get(id)];
    if (sha256 === undefined || textSha256 === undefined) continue;
    const claims = source.claims.filter((each) => each.document === id && claim(each));
    shown.push({ title, published, publisher, sha256, textSha256, claims });
    const said = await source.text(textSha256);
    // What lost its place has no words in this text to point to; the page has it all the same.
    sourced.push(...claims.filter((each) => !each.orphan).map((each) => ({ claim: each, text: said, textSha256 })));
  }
  await bag.add('index.html', bundlePage(source.name, source.day, source.checkpoint.size, shown));
  await bag.add('annotations.jsonld', annotations(sourced));
}

/** Gives how many payloads were withheld. */
async function addPayloads(bag: BagWriter, source: BundleSource, disclosed: Disclosed): Promise<number> {
  let withheld = 0;
  for await (const entry of source.entries()) {
    const act = actOf(entry);
    if (!act || !entry.payload || !entry.salt) continue;
    if (disclosed.act(act)) await bag.add(`payloads/${entry.index}.json`, `${JSON.stringify({ payload: text(entry.payload), salt: hex(entry.salt) })}\n`);
    else withheld++;
  }
  return withheld;
}

const README = `How to check this bundle, offline

1. Every file is what it was when the bundle was made:
     sha512sum -c manifest-sha512.txt
2. The record is the one that its log sealed (any Node.js from 22 on):
     node data/verify/verify.mjs .
   With a checkpoint that you were handed before, it shows whether anything before it was changed since:
     node data/verify/verify.mjs . --checkpoint FILE
3. Without our code, the signature of the checkpoint, with openssl:
     head -n 3 data/log/checkpoint > signed.txt
     tail -n 1 data/log/checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature.bin
     openssl pkeyutl -verify -pubin -inkey data/log/key.pem -rawin -in signed.txt -sigfile signature.bin
4. Without our code, the log: data/log holds it in the public format of C2SP tlog-tiles. In Go, golang.org/x/mod/sumdb/note
   opens data/log/checkpoint with the key of data/log/key.txt, and golang.org/x/mod/sumdb/tlog makes the root again from
   the entries in data/log/tile/entries (each after two bytes of its length).
5. Where there is data/log/retired, the log's key was changed, and you may have been told an older one. The first key's
   last checkpoint names the second, and both signed it; the signature of the first, with openssl:
     head -n 3 data/log/retired/1.checkpoint > signed.txt
     sed -n 5p data/log/retired/1.checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > signature.bin
     openssl pkeyutl -verify -pubin -inkey data/log/retired/1.pem -rawin -in signed.txt -sigfile signature.bin
   The entry that names the second key is the last one that this checkpoint covers: data/payloads has what it says. Where
   it says "lost":true the first key was gone and did not sign: nothing but outside witnesses ties the two keys then.

data/log/key.txt is the log's key of today as its maker gives it. Compare it with the one that you were told by another way.
An entry without a file in data/payloads was withheld or erased; that it stands in the log, and where, is proved all the same.
`;
