// Many comparisons at once, as lines: what `onrecord compare --stdin` answers.
import { Fault } from '../base/fault.ts';
import { scoreNames } from './compare-names.ts';
import { parseName } from './parse-name.ts';

/**
 * One score (0 to 1, four decimals) for each line `kind<TAB>a<TAB>b`, in order; `kind` is `person`, or `organization` (or `org`).
 * An empty line is a bad one: it has no names. Throws Fault 'bad-shape' naming the line, counted from 1.
 */
export async function* compareLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) yield scoreLine(line.replace(/\r$/u, ''), ++number);
}

function scoreLine(line: string, number: number): string {
  const [kind, a, b, ...more] = line.split('\t');
  const known = kind === 'org' ? 'organization' : kind === 'person' || kind === 'organization' ? kind : null;
  if (known === null || a === undefined || b === undefined || a === '' || b === '' || more.length > 0)
    throw new Fault('bad-shape', `Line ${number} is not kind, name and name`, 'Give each line as person or organization, a tab, a name, a tab, and a name.');
  return scoreNames(parseName(a, known), parseName(b, known)).toFixed(4);
}
