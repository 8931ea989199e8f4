// How like two names are: a question to the names room alone, without a casebook. A score is never a decision.
import { compareLines } from '../names/compare-lines.ts';
import { COMPARE_VERSION, compareNames, type Comparison } from '../names/compare-names.ts';
import { parseName, type NameKind } from '../names/parse-name.ts';

export { compareLines };

export const NAME_KINDS = ['person', 'organization'] as const satisfies readonly NameKind[];

/** With the name and version of what scored, so that an old score can be told from a new one. */
export const compare = (a: string, b: string, kind: NameKind): Comparison & { readonly by: string } => ({
  ...compareNames(parseName(a, kind), parseName(b, kind)),
  by: `${COMPARE_VERSION.name}@${COMPARE_VERSION.version}`,
});
