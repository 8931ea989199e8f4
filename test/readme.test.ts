// README's one screen: its commands run, and print what it says they print, but for what is random or of the day.
import { readFile, symlink } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { folderWith, onrecord } from './cli/onrecord.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

type Step = { readonly command: string; readonly output: readonly string[] };

/** The commands of README's console block, each with the lines printed below it. */
function stepsOf(readme: string): readonly Step[] {
  const block = /```console\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  return block
    .split(/^\$ /m)
    .filter(Boolean)
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n');
      return { command, output };
    });
}

/** Words of a command line; only double quotes are known. */
const wordsOf = (command: string): readonly string[] => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

const RANDOM = /\b[a-z]_[a-z2-7]{16}\b|onrecord\.invalid\/[a-z2-7]+|\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\dT[\d:.]+Z|as of \d{4}-\d\d-\d\d/g;

it('README’s commands run and print what it says', async () => {
  const steps = stepsOf(await readFile(`${root}README.md`, 'utf8'));
  expect(steps.length).toBeGreaterThan(4);
  const folder = await folderWith({});
  await symlink(`${root}demo`, `${folder}/demo`);
  /** What README calls it → what this run calls it. */
  const names = new Map<string, string>();
  for (const { command, output } of steps) {
    const [program, ...words] = wordsOf(command.replace(RANDOM, (id) => names.get(id) ?? id));
    expect(program).toBe('onrecord');
    const { status, out } = await onrecord(folder, ...words);
    expect([command, status]).toEqual([command, 0]);
    const wanted = output.join('\n');
    const printed = out.trimEnd();
    const mask = (text: string): string => text.replace(RANDOM, '*').replaceAll(folder, '.');
    expect(mask(printed)).toBe(mask(wanted));
    const theirs = wanted.match(RANDOM) ?? [];
    (printed.match(RANDOM) ?? []).forEach((mine, n) => names.set(theirs[n] ?? '', mine));
  }
});
