// A bundle: the record as a folder that a stranger can check offline, without us and without our program. A bag of
//   data/originals/<sha256>, data/texts/<sha256>.txt   what may be seen of them; texts/<sha256>.jsonl: who wrote or said what in a text
//   data/log/…                                         the log as static files (C2SP tlog-tiles), its key, and who vouched
//   data/entries/<index>.json, .tlog-proof             of a bundle of chosen claims: the entries that they rest on, with their proofs;
//                                                      the log's files have the hashes of the others then, not the entries
//   data/payloads/<index>.json                         what entries say, each with its salt; withheld ones left out
//   data/index.html, data/annotations.jsonld           the claims on record, for people and for other programs
//   data/selection.json                                of a bundle of chosen claims: which, and why each is here
//   data/verify/verify.mjs                             a checker in one file, for Node alone
//   data/ro-crate-metadata.json                        what all this is (RO-Crate 1.2)
import { Fault } from '../base/fault.ts';
import type { Checkpoint } from '../log/checkpoint.ts';
import type { Entry } from '../log/entry.ts';
import type { LogReader } from '../log/log-store.ts';
import { hex, text } from '../log/bytes.ts';
import { chainKeys, type Terms } from '../log/key-chain.ts';
import { readChanges } from '../log/read-changes.ts';
import { formatVerifier, parseVkey, type Verifier } from '../log/signature.ts';
import { readTile, TILE_WIDTH, tilePath, tilesOf } from '../log/tiles.ts';
import { parseAct, type Act, type ActKind } from '../model/act.ts';
import type { ClaimRow, Collected } from '../model/answers.ts';
import { annotations, type Sourced } from './annotations.ts';
import { BagWriter } from './bag.ts';
import { bundlePage, type Shown } from './bundle-page.ts';
import { chosenReadme, wholeReadme } from './bundle-readme.ts';
import { chooseClaims, withheldLines, type Choice, type Selection } from './choose-claims.ts';
import type { CaredName } from '../record/care-reach.ts';
import { aboutOf, decideDisclosure, type Disclosed, type Disclosure } from './disclose.ts';
import { roCrate } from './ro-crate.ts';

/** Where the record lies, and how it is reached; `entries` and `log` are of the checkpoint's size. */
export type BundleSource = {
  readonly checkpoint: Checkpoint;
  readonly vkey: string;
  readonly log: LogReader;
  readonly entries: () => AsyncIterable<Entry>;
  /** The `.tlog-proof` of an entry, under the checkpoint. */
  readonly proof: (index: number) => Promise<string>;
  readonly original: (sha256: string) => AsyncIterable<Uint8Array>;
  readonly text: (sha256: string) => Promise<string>;
  readonly documents: readonly {
    readonly id: string;
    readonly original: string;
    readonly title: string;
    readonly published: string | null;
    readonly publisher: string | null;
    readonly collection: Collected;
  }[];
  /** On record, and suggestions: these go nowhere, and are looked at only to say that some wait. */
  readonly claims: readonly ClaimRow[];
  /** Names that people asked care for. */
  readonly names: readonly CaredName[];
  /** The checker, as one file of JavaScript. */
  readonly checker: string;
  readonly name: string;
  /** ISO day. */
  readonly day: string;
};

/** `entries` is the size of the log that it is sealed at; `ended` how many originals stayed out as their consent or retention is over. */
export type Bundle = {
  readonly digest: string;
  readonly entries: number;
  readonly originals: readonly string[];
  readonly withheld: number;
  readonly ended: number;
  /** What people said that the documents in it may be used for. */
  readonly purposes: readonly string[];
  /** Null of a bundle of the whole record. */
  readonly chosen: Chosen | null;
};

/** `claims` were chosen, `against` speak against them, `notes` is what the bundle says of those withheld; the rest as in `Selection`. */
export type Chosen = { readonly claims: number; readonly against: number; readonly notes: readonly string[] } & Pick<
  Selection,
  'withheld' | 'leftOut' | 'waiting'
>;

/** What a bundle is asked to be; `choice` is null for the whole record. `purpose` is for whom and what for, null where that was not said. */
export type Wanted = { readonly disclosure: Disclosure; readonly choice: Choice | null; readonly purpose: string | null };

/**
 * Writes the bundle into `folder`. Streams originals.
 *
 * Throws a Fault 'conflict' where something lies there, 'bad-usage' where something that goes out has a purpose and the export has none,
 * and those of `chooseClaims`; then nothing was written.
 */
export async function writeBundle(folder: string, source: BundleSource, { disclosure, choice, purpose }: Wanted): Promise<Bundle> {
  const seen = await decideDisclosure({ ...source, acts: actsOf(source) }, disclosure);
  requireSpeakable(source, seen);
  const selection = choice && chooseClaims(choice, source.claims, seen);
  const disclosed = selection ? await narrow(source, seen, selection, disclosure.people) : seen;
  const purposes = [...new Set([...disclosed.originals.keys()].flatMap((id) => disclosed.terms.get(id)?.purposes ?? []))];
  if (purposes.length > 0 && purpose === null)
    throw new Fault('bad-usage', `what goes out is for some purposes alone: ${purposes.join('; ')}`, 'Say what this export is for, with --purpose TEXT.');
  const bag = await BagWriter.start(folder);
  const retired = await addLog(bag, source, selection === null);
  const { withheld, entries } = await addPayloads(bag, source, disclosed, selection !== null);
  for (const sha256 of disclosed.originals.values()) await bag.add(`originals/${sha256}`, source.original(sha256));
  for (const sha256 of new Set([...disclosed.readings.values()].flat())) await bag.add(`texts/${sha256}.txt`, await source.text(sha256));
  for (const sha256 of new Set([...disclosed.utterances.values()].flat())) await bag.add(`texts/${sha256}.jsonl`, await source.text(sha256));
  await addPages(bag, source, disclosed, selection);
  await bag.add('verify/verify.mjs', source.checker);
  await bag.add(
    'verify/README.txt',
    selection ? chosenReadme(entries[0] ?? 0, hashTileOf(entries[0] ?? 0, source.checkpoint.size), retired) : wholeReadme(retired),
  );
  if (selection) await bag.add('selection.json', selectionJson(selection));
  await bag.add('ro-crate-metadata.json', roCrate(source, disclosed, selection));
  const digest = await bag.finish({
    'Bagging-Date': source.day,
    'External-Identifier': `${source.checkpoint.origin} at ${source.checkpoint.size} entries`,
    // Of chosen claims, how much else the record holds is nobody's to know.
    ...(selection ? {} : { 'Payloads-Withheld': String(withheld) }),
  });
  return {
    digest,
    entries: source.checkpoint.size,
    originals: [...disclosed.originals.keys()],
    withheld: disclosed.withheldDocuments,
    ended: disclosed.ended,
    purposes,
    chosen: selection && {
      claims: count(selection, 'chosen'),
      against: count(selection, 'against'),
      ...withoutClaims(selection),
      notes: withheldLines(selection.withheld),
    },
  };
}

/** Throws a Fault 'conflict' where the casebook's own name, which every bundle bears, holds a name that may not go out. */
function requireSpeakable({ name }: BundleSource, { namesHushed }: Disclosed): void {
  if (!namesHushed(name)) return;
  throw new Fault(
    'conflict',
    'the casebook itself bears a name that may not go out',
    'Every file of a bundle that says whose record it is would tell it. Let it go out with --include, or begin a casebook of another name.',
  );
}

const count = ({ included }: Selection, which: 'chosen' | 'against'): number =>
  included.filter(({ against }) => (against.length === 0) === (which === 'chosen')).length;

const withoutClaims = ({ withheld, leftOut, waiting }: Selection): Pick<Selection, 'withheld' | 'leftOut' | 'waiting'> => ({ withheld, leftOut, waiting });

/** What a claim rests on: how its document came and was read, what was decided about the claim itself; and which keys sealed all that. */
const RESTS_ON: ReadonlySet<ActKind> = new Set([
  'original.preserved', 'document.read', 'anchor.moved', 'suggestion.reviewed', 'review.undone', 'claim.recorded', 'claim.amended', 'claim.withdrawn',
  'care.stated', 'key.rotated',
]); // prettier-ignore

/** Of what may be seen, what the claims of a selection rest on. With `people`, also the names of who did that. */
async function narrow(source: BundleSource, seen: Disclosed, { included }: Selection, people: boolean): Promise<Disclosed> {
  const claims = new Set(included.map(({ claim }) => claim.id));
  const documents = new Set(included.map(({ claim }) => claim.document));
  const originals = new Set(source.documents.flatMap(({ id, original }) => (documents.has(id) ? [original] : [])));
  const carried = (id: string): boolean => claims.has(id) || documents.has(id) || originals.has(id);
  const rests = (act: Act): boolean => RESTS_ON.has(act.kind) && seen.act(act) && aboutOf(act).every(carried);
  const actors = new Set<string>();
  for await (const entry of people ? source.entries() : []) {
    const act = actOf(entry);
    if (act && rests(act)) actors.add(entry.envelope.actor);
  }
  return {
    ...seen,
    act: (act) => rests(act) || (act.kind === 'person.introduced' && actors.has(act.payload.person)),
    hindrance: (claim) => (claims.has(claim.id) ? seen.hindrance(claim) : 'hidden'),
    originals: new Map([...seen.originals].filter(([id]) => originals.has(id))),
    texts: new Map([...seen.texts].filter(([id]) => documents.has(id))),
    readings: new Map([...seen.readings].filter(([id]) => documents.has(id))),
    utterances: new Map([...seen.utterances].filter(([id]) => documents.has(id))),
  };
}

const hashTileOf = (index: number, size: number): string => {
  const number = Math.floor(index / TILE_WIDTH);
  return tilePath({ level: 0, number, width: Math.min(TILE_WIDTH, size - number * TILE_WIDTH) });
};

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

/** The log as static files, `whole` with its entries, else the hashes of all of them alone. */
/** Gives whether the log's key was ever changed. */
async function addLog(bag: BagWriter, { checkpoint, vkey, log }: BundleSource, whole: boolean): Promise<boolean> {
  for (const tile of tilesOf(checkpoint.size)) {
    if (!whole && tile.level === 'entries') continue;
    const bytes = await readTile(log, checkpoint.size, tile);
    if (bytes) await bag.add(`log/${tilePath(tile)}`, bytes);
  }
  for (const [n, { note, timestamp }] of (await log.anchors()).entries()) {
    await bag.add(`log/anchors/${n}.txt`, note);
    if (timestamp) await bag.add(`log/anchors/${n}.tsr`, timestamp);
  }
  await bag.add('log/key.txt', `${vkey}\n`);
  await bag.add('log/checkpoint', checkpoint.note);
  const key = parseVkey(vkey);
  if (!key.ok) return false;
  await bag.add('log/key.pem', pemOf(key.value));
  const { terms } = chainKeys(key.value, await readChanges(log), true);
  await addRetired(bag, log, terms);
  return terms.length > 1;
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
async function addPages(bag: BagWriter, source: BundleSource, disclosed: Disclosed, selection: Selection | null): Promise<void> {
  const shown: Shown[] = [];
  const sourced: Sourced[] = [];
  const against = new Map(selection?.included.map((each) => [each.claim.id, each.against]));
  for (const { id, original, ...about } of source.documents) {
    const [sha256, textSha256] = [disclosed.originals.get(original), disclosed.texts.get(id)];
    if (sha256 === undefined || textSha256 === undefined) continue;
    const claims = source.claims.filter((each) => each.document === id && each.status === 'recorded' && disclosed.hindrance(each) === null);
    const conditions = disclosed.terms.get(original) ?? null;
    shown.push({ ...about, sha256, textSha256, conditions, claims: claims.map((claim) => ({ claim, against: against.get(claim.id) ?? [] })) });
    const said = await source.text(textSha256);
    // What lost its place has no words in this text to point to; the page has it all the same.
    sourced.push(...claims.filter((each) => !each.orphan).map((each) => ({ claim: each, text: said, textSha256 })));
  }
  const { name, day, checkpoint } = source;
  await bag.add('index.html', bundlePage({ name, day, size: checkpoint.size, documents: shown, withheld: selection && withheldLines(selection.withheld) }));
  await bag.add('annotations.jsonld', annotations(sourced));
}

/** Which claims were chosen, which others are here and why, and what stays out of those; for programs. */
function selectionJson({ included, withheld }: Selection): string {
  const claims = included.map(({ claim: { id, document, review }, against }) => ({
    id,
    document,
    entry: review?.entry ?? null,
    chosen: against.length === 0,
    against: against.map((each) => ({ claim: each.against, rule: each.rule, why: each.why })),
  }));
  return `${JSON.stringify({ claims, withheld, notes: withheldLines(withheld) }, null, 2)}\n`;
}

type Added = { readonly withheld: number; readonly entries: readonly number[] };

/** Adds what entries say, as far as it may be seen; of `chosen` ones, the entries with their proofs. Gives how many were withheld, and which went in. */
async function addPayloads(bag: BagWriter, source: BundleSource, disclosed: Disclosed, chosen: boolean): Promise<Added> {
  let withheld = 0;
  const entries: number[] = [];
  for await (const entry of source.entries()) {
    const act = actOf(entry);
    if (!act || !entry.payload || !entry.salt) continue;
    if (!disclosed.act(act)) {
      withheld++;
      continue;
    }
    entries.push(entry.index);
    if (chosen) {
      await bag.add(`entries/${entry.index}.json`, entry.bytes);
      await bag.add(`entries/${entry.index}.tlog-proof`, await source.proof(entry.index));
    }
    await bag.add(`payloads/${entry.index}.json`, `${JSON.stringify({ payload: text(entry.payload), salt: hex(entry.salt) })}\n`);
  }
  return { withheld, entries };
}
