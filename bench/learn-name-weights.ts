// Learns src/names/judge.json from labelled pairs of names, so that it can be learnt again:
//   node bench/learn-name-weights.ts PAIRS.tsv [--write] [SCORES.txt]
// Five folds by entity: no pair that touches an entity of the fold under test is learnt from; those scores go to
// SCORES.txt, in the order of the pairs. With --write, once over all pairs, and to the data file.
import { readFileSync, writeFileSync } from 'node:fs';
import { highestOf } from '../src/names/cap-score.ts';
import { judgeEvidence, readForest, type ForestData } from '../src/names/judge-evidence.ts';
import { EVIDENCE, weighForms } from '../src/names/name-evidence.ts';
import { parseName, type NameKind } from '../src/names/parse-name.ts';
import { growForest, type Example, type Growth } from './grow-forest.ts';

const FOLDS = 5;
const OUT = new URL('../src/names/judge.json', import.meta.url);

/** Evidence whose rise may not lower the score, and whose rise may not raise it: so that a score can be explained. */
const RISING: readonly string[] = [
  'likeness of the whole, in order', 'agreed share of the shorter', 'agreed share of the longer', 'least likeness', 'mean likeness', 'agreed weight', 'evidence',
  'first words, lower', 'first words, higher', 'family words, lower', 'family words, higher', 'heaviest agreed', 'share of the possible evidence', 'first with first',
  'family with family', 'least evidence', 'same skeletons', 'least strict likeness', 'mean strict likeness', 'letters in common', 'least letters in common', 'same skeletons of the longer', 'telling words agreed', 'agreed words', 'initials of the other',
]; // prettier-ignore
const FALLING: readonly string[] = [
  'contradicted weight', 'omitted weight', 'words out of order', 'heaviest unmatched of the shorter', 'heaviest unmatched of the longer', 'generations differ',
  'unmatched of the shorter', 'unmatched of the longer', 'numerals differ', 'places unmatched', 'another name before the first', 'told families apart', 'told given names apart', 'family told as given', 'places apart', 'telling unmatched of the shorter', 'telling unmatched of the longer', 'most sounds apart', 'sounds apart', 'first signs apart', 'syllables apart', 'bodies apart', 'second family name alone', 'forms of the other gender',
]; // prettier-ignore
const direction = EVIDENCE.map((name) => (RISING.includes(name) ? 1 : FALLING.includes(name) ? -1 : 0));

/** Fixed on the folds; a wide range gives the same figures within half a point. */
export const GROWTH: Readonly<Record<NameKind, Growth>> = {
  person: { depth: 5, trees: 400, rate: 0.05, ridge: 2, leastWeight: 4, rows: 0.7, columns: 0.4, direction },
  organization: { depth: 4, trees: 150, rate: 0.08, ridge: 2, leastWeight: 3, rows: 0.7, columns: 0.5, direction },
};

export type Pair = {
  readonly label: boolean;
  readonly kind: NameKind;
  readonly slice: string;
  readonly a: string;
  readonly b: string;
  readonly entities: readonly [string, string];
};

export function readPairs(file: string): readonly Pair[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [, label, kind, scripts, , , a = '', b = '', entA = '', entB = ''] = line.split('\t');
    return { label: label === '1', kind: kind === 'org' ? 'organization' : 'person', slice: `${kind} ${scripts}`, a, b, entities: [entA, entB] };
  });
}

/** A fold from the entity's own id (FNV-1a), so that it does not hang on the order of the file. */
export function foldOf(entity: string): number {
  let hash = 0x811c9dc5;
  for (const character of entity) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % FOLDS;
}

type Reading = Example & { readonly highest: number };

/** An example for each way to read the names; a pair is scored by its best. */
const examplesOf = ({ a, b, kind, label }: Pair): readonly Reading[] => {
  const [x, y] = [parseName(a, kind), parseName(b, kind)];
  return x.forms.flatMap((formA) =>
    y.forms.map((formB) => {
      const numbers = Float64Array.from(weighForms(formA, formB));
      return { numbers, label, highest: highestOf(kind, formA, formB, numbers) };
    }),
  );
};

/** Scores of every pair, caps and all, by a judge that never saw its entities. */
export function crossValidate(pairs: readonly Pair[]): Float64Array {
  const scores = new Float64Array(pairs.length);
  const readings = pairs.map(examplesOf);
  for (const kind of ['person', 'organization'] as const)
    for (let fold = 0; fold < FOLDS; fold++) {
      const learning = pairs.flatMap(({ kind: own, entities }, n) => (own === kind && !entities.some((entity) => foldOf(entity) === fold) ? [n] : []));
      const forest = readForest(growForest(learning.flatMap((n) => bestOnly(readings[n] ?? [])), EVIDENCE.length, GROWTH[kind])); // prettier-ignore
      pairs.forEach(({ kind: own, entities }, n) => {
        if (own !== kind || foldOf(entities[0]) !== fold) return;
        scores[n] = Math.max(...(readings[n] ?? []).map(({ numbers, highest }) => Math.min(highest, 1 / (1 + Math.exp(-judgeEvidence(forest, numbers))))));
      });
    }
  return scores;
}

/** To learn from: of several ways to read a pair, the one that agrees most. */
const bestOnly = (examples: readonly Example[]): readonly Example[] => examples.toSorted((x, y) => (y.numbers[0] ?? 0) - (x.numbers[0] ?? 0)).slice(0, 1);

function learnAll(pairs: readonly Pair[]): Record<NameKind, ForestData> {
  const forest = (kind: NameKind): ForestData =>
    growForest(
      pairs.filter((pair) => pair.kind === kind).flatMap((pair) => bestOnly(examplesOf(pair))),
      EVIDENCE.length,
      GROWTH[kind],
    );
  return { person: forest('person'), organization: forest('organization') };
}

if (import.meta.main) {
  const [file = '', ...rest] = process.argv.slice(2);
  const pairs = readPairs(file);
  const scoresFile = rest.find((word) => word !== '--write');
  if (scoresFile !== undefined) writeFileSync(scoresFile, `${[...crossValidate(pairs)].join('\n')}\n`);
  if (rest.includes('--write')) {
    const about =
      'Learnt by bench/learn-name-weights.ts from 9,066 labelled pairs of public lists (UN, OFAC, politicians); settings fixed by five folds by entity. Thresholds and leaves in thousandths.';
    writeFileSync(OUT, `${JSON.stringify({ version: 8, about, evidence: EVIDENCE, forests: learnAll(pairs) })}\n`);
  }
}
