// How like two names are: a question to the names room alone, without a casebook. A score is never a decision.
import { compareLines } from '../names/compare-lines.ts';
import { compareNames, type Comparison } from '../names/compare-names.ts';
import { parseName, type NameKind } from '../names/parse-name.ts';

export { compareLines };
export type { Comparison };

export const NAME_KINDS = ['person', 'organization'] as const satisfies readonly NameKind[];

export const compare = (a: string, b: string, kind: NameKind): Comparison => compareNames(parseName(a, kind), parseName(b, kind));
