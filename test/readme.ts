// README's one screen: its commands, and what they print. `node test/readme.ts` runs them and writes what they print today.
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onrecord } from './cli/onrecord.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const README = `${root}README.md`;
const BLOCK = /```console\n([\s\S]*?)```/;

/** What differs from run to run: ids, names of casebooks, digests, times and today. */
const RANDOM = /\b[a-z]_[a-z2-7]{16}\b|onrecord\.invalid\/[a-z2-7]+|\b[0-9a-f]{64}\b|\d{4}-\d\d-\d\dT[\d:.]+Z|as of \d{4}-\d\d-\d\d/g;

export type Step = { readonly command: string; readonly output: string };

/** The commands of README's console block, each with the lines printed below it. */
export async function stepsOfReadme(): Promise<readonly Step[]> {
  const block = BLOCK.exec(await readFile(README, 'utf8'))?.[1] ?? '';
  return block
    .split(/^\$ /m)
    .filter(Boolean)
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n');
      return { command, output: output.join('\n') };
    });
}

/** A text with all that is random in it made the same. */
export const mask = (text: string): string => text.replace(RANDOM, '*');

/** Words of a command line; only double quotes are known. */
const wordsOf = (command: string): readonly string[] => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

/**
 * Runs the steps in a new folder, and gives each as it ran: an id that an earlier step was written to print is, in the
 * command, the one that it printed now. Throws where a command fails.
 */
export async function replay(steps: readonly Step[]): Promise<readonly Step[]> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-readme-'));
  try {
    await symlink(`${root}demo`, `${folder}/demo`);
    const names = new Map<string, string>();
    const ran: Step[] = [];
    for (const { command, output } of steps) {
      const now = command.replace(RANDOM, (id) => names.get(id) ?? id);
      const { status, out, err } = await onrecord(folder, ...wordsOf(now).slice(1));
      if (status !== 0) throw new Error(`${command} ended with ${status}: ${err}`);
      const printed = out.trimEnd().replaceAll(folder, '.');
      const before = output.match(RANDOM) ?? [];
      (printed.match(RANDOM) ?? []).forEach((id, n) => names.set(before[n] ?? id, id));
      ran.push({ command: now, output: printed });
    }
    return ran;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ran = await replay(await stepsOfReadme());
  const block = ran.map(({ command, output }) => `$ ${command}\n${output}\n`).join('');
  const readme = await readFile(README, 'utf8');
  await writeFile(
    README,
    readme.replace(BLOCK, () => `\`\`\`console\n${block}\`\`\``),
  );
}
