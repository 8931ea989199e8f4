// How the language room does on the public sets and the gold claims of ../shared, scored by their own programs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../src/language/analysis.ts';
import { incidentRoles, scoreIncidents, type IncidentDocument } from './language-incidents.ts';
import { inspect } from '../src/language/inspect.ts';
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
    return [...claims(shared, work), ...layers(shared, work), incidents(shared), speed(shared)];
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

function claims(shared: string, work: string): readonly Measured[] {
  return ['docs', 'seeds'].map((name) => {
    const dir = join(shared, 'gold', name);
    const set = `gold/${name}`;
    if (!existsSync(dir)) return { set, figures: 'not there' };
    const docs = readdirSync(dir)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(dir, file), 'utf8')) as Doc);
    const file = join(work, `${name}.jsonl`);
    writeFileSync(file, docs.map((doc) => JSON.stringify({ id: doc.id, claims: suggest(asked(doc)) })).join('\n'));
    return { set, figures: score(join(shared, 'gold', 'score.mjs'), [dir, file, '--json']) };
  });
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
    figures: scoreIncidents(docs, (doc) => incidentRoles(suggest({ text: doc.doctext, published: null, language: 'en' }), doc.doctext)),
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
  return { set: 'speed', figures: { tokensPerSecond: Math.round(1 / news), longOverShort: Math.round((100 * perToken([long])) / short) / 100 } };
}

/** Seconds a token. */
function perToken(texts: readonly string[]): number {
  const tokens = texts.reduce((sum, text) => sum + analyse(text, null).sentences.reduce((count, each) => count + each.words.length, 0), 0);
  const started = performance.now();
  for (const text of texts) suggest({ text, published: '2016-09-12', language: 'en' });
  return (performance.now() - started) / 1000 / tokens;
}
