// How the language room does on the public sets and the gold claims of ../shared, scored by their own programs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { overlap, spanLength } from '../src/base/span.ts';
import { analyse } from '../src/language/analysis.ts';
import { incidentRoles, scoreIncidents, type IncidentDocument } from './language-incidents.ts';
import { inspect } from '../src/language/inspect.ts';
import type { ClaimContent } from '../src/model/claim.ts';
import { suggest } from '../src/language/suggest.ts';

/** One measured set; `figures` as its scorer prints them, or a note where the set is not there. */
export type Measured = { readonly set: string; readonly figures: unknown };

type Doc = { readonly id: string; readonly text: string; readonly published?: string | null; readonly dct?: string; readonly language?: string | null };

const jsonLines = (file: string): readonly Doc[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Doc);

/** Scores every set of the folder `shared`; a set that is absent says so. Takes some ten seconds. */
export async function benchLanguage(shared: string): Promise<readonly Measured[]> {
  const work = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  try {
    return [...claims(shared, work), stances(shared), ...layers(shared, work), incidents(shared), speed(shared)];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const asked = (doc: Doc): { readonly text: string; readonly published: string | null; readonly language: string | null } => ({
  text: doc.text,
  published: doc.published ?? doc.dct ?? null,
  language: doc.language ?? 'en',
});

/** The last line that a scorer prints, which is JSON. */
function score(program: string, args: readonly string[]): unknown {
  const out = execFileSync(process.execPath, [program, ...args], { encoding: 'utf8' })
    .trim()
    .split('\n');
  return JSON.parse(out.at(-1) ?? 'null');
}

const FIXTURES = new URL('../fixtures/gold/', import.meta.url);

function claims(shared: string, work: string): readonly Measured[] {
  const program = join(shared, 'gold', 'score.mjs');
  const dirs = [
    { set: 'gold/docs', dir: join(shared, 'gold', 'docs') },
    { set: 'gold/seeds', dir: join(shared, 'gold', 'seeds') },
    { set: 'fixtures/gold (own)', dir: fileURLToPath(FIXTURES) },
    { set: 'fixtures/gold/fresh (own, annotated before they were first run)', dir: fileURLToPath(new URL('fresh/', FIXTURES)) },
  ];
  return dirs.map(({ set, dir }, n) => {
    if (!existsSync(dir) || !existsSync(program)) return { set, figures: 'not there' };
    const file = join(work, `claims-${n}.jsonl`);
    writeFileSync(
      file,
      goldOf(dir)
        .map((doc) => JSON.stringify({ id: doc.id, claims: suggest(asked(doc)) }))
        .join('\n'),
    );
    return { set, figures: score(program, [dir, file, '--json']) };
  });
}

type Gold = Doc & { readonly claims: readonly ClaimContent[] };

const goldOf = (dir: string): readonly Gold[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith('.json'))
        .map((file) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as Gold)
    : [];

/** Whether a suggestion is of a gold claim, as score.mjs pairs them: the same kind, half of the shorter quote shared. */
const pairs = (a: ClaimContent, b: ClaimContent): boolean =>
  a.kind === b.kind && overlap(a.quote, b.quote) * 2 >= Math.min(spanLength(a.quote), spanLength(b.quote));

type Tally = { right: number; said: number; gold: number };

/** F1 of each stance but asserted, over all claims, how often a stance is raised to asserted, and how sure convictions and sentences are. */
function stances(shared: string): Measured {
  const docs = ['docs', 'seeds'].flatMap((name) => goldOf(join(shared, 'gold', name)));
  if (docs.length === 0) return { set: 'gold: stances', figures: 'not there' };
  const byStance = new Map<string, Tally>();
  const tally = (stance: string): Tally =>
    byStance.get(stance) ?? byStance.set(stance, { right: 0, said: 0, gold: 0 }).get(stance) ?? { right: 0, said: 0, gold: 0 };
  const count = { pairs: 0, notAsserted: 0, raised: 0, convictions: 0, convictionsRight: 0 };
  for (const doc of docs) {
    const found = suggest(asked(doc));
    for (const each of found) tally(each.modality).said++;
    for (const gold of doc.claims) {
      tally(gold.modality).gold++;
      const match = found.find((each) => pairs(each, gold));
      if (match && match.modality === gold.modality) tally(gold.modality).right++;
      if (!match) continue;
      count.pairs++;
      if (gold.modality === 'asserted') continue;
      count.notAsserted++;
      if (match.modality === 'asserted') count.raised++;
    }
    for (const each of found.filter(({ kind }) => kind === 'conviction' || kind === 'sentence')) {
      count.convictions++;
      if (doc.claims.some((gold) => pairs(gold, each))) count.convictionsRight++;
    }
  }
  const f1 = [...byStance].flatMap(([stance, { right, said, gold }]) =>
    stance === 'asserted' ? [] : [[stance, { f1: Math.round((2000 * right) / (said + gold)) / 10, gold }] as const],
  );
  return { set: 'gold: stances', figures: { ...count, f1: Object.fromEntries(f1) } };
}

function layers(shared: string, work: string): readonly Measured[] {
  const sets = [
    { set: 'times/timebank', kind: 'times', file: 'times/timebank.jsonl' },
    { set: 'times/aquaint', kind: 'times', file: 'times/aquaint.jsonl' },
    { set: 'attribution/polnear', kind: 'speech', file: 'attribution/polnear.dev.jsonl' },
    { set: 'sentences/golden', kind: 'sentences', file: 'sentences/golden.52.jsonl' },
  ] as const;
  return sets.map(({ set, kind, file }) => {
    const gold = join(shared, 'data', file);
    if (!existsSync(gold)) return { set, figures: 'not there' };
    const predicted = join(work, `${set.replaceAll('/', '-')}.jsonl`);
    const lines = jsonLines(gold).map((doc, n) => JSON.stringify({ id: kind === 'sentences' ? String(n) : doc.id, ...inspect(asked(doc), kind) }));
    writeFileSync(predicted, lines.join('\n'));
    return { set, figures: score(join(shared, 'data', 'score.mjs'), [kind, gold, predicted]) };
  });
}

function incidents(shared: string): Measured {
  const file = join(shared, 'data', 'incidents', 'muc4.dev.jsonl');
  if (!existsSync(file)) return { set: 'incidents/muc4', figures: 'not there' };
  const docs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as IncidentDocument);
  return {
    set: 'incidents/muc4',
    figures: scoreIncidents(docs, (doc) => incidentRoles(analyse(doc.doctext, null))),
  };
}

/** Tokens a second, all layers, over the news of the attribution set; and what a long text costs beside a short one. */
function speed(shared: string): Measured {
  const file = join(shared, 'data', 'attribution', 'polnear.dev.jsonl');
  if (!existsSync(file)) return { set: 'speed', figures: 'not there' };
  const texts = jsonLines(file).map((doc) => doc.text);
  const all = texts.join('\n\n');
  const long = Array.from({ length: Math.ceil(5_000_000 / all.length) }, () => all)
    .join('\n\n')
    .slice(0, 5_000_000);
  texts.forEach((text) => suggest({ text, published: '2016-09-12', language: 'en' }));
  const short = perToken(texts.map((text) => text.slice(0, 5000)));
  const news = perToken(texts);
  const figures = { tokensPerSecond: Math.round(1 / news), longOverShort: Math.round((100 * perToken([long])) / short) / 100 };
  return { set: 'speed', figures: { ...figures, memoryMB: { news: memoryOf(all.slice(0, 500_000)), fiveMB: memoryOf(long) } } };
}

/** Most memory of a process that does nothing else, in MB. */
const memoryOf = (text: string): number =>
  Number(execFileSync(process.execPath, [fileURLToPath(new URL('suggest-memory.ts', import.meta.url))], { input: text, encoding: 'utf8' }));

/** Seconds of a processor a token: the machine may be shared, so no clock on the wall. */
function perToken(texts: readonly string[]): number {
  const tokens = texts.reduce((sum, text) => sum + analyse(text, null).sentences.reduce((count, each) => count + each.words.length, 0), 0);
  const started = process.cpuUsage();
  for (const text of texts) suggest({ text, published: '2016-09-12', language: 'en' });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6 / tokens;
}
