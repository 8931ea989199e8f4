// The demonstration casebook: made from the invented documents in demo/, beside the program; gone on with where it is there.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addFiles } from './add.ts';
import { Casebook, surroundings } from './casebook.ts';
import { analyseAgain } from './suggestions.ts';

const SOURCES = fileURLToPath(new URL('../../demo/', import.meta.url));
const FOLDER = fileURLToPath(new URL('../../demo-casebook/', import.meta.url));

/** Opens the demonstration casebook, with every document of demo/ in it; `note` is told of progress. */
export async function openDemonstration(note: (line: string) => void, stopped: AbortSignal): Promise<Casebook> {
  const around = surroundings(null);
  const there = existsSync(join(FOLDER, 'onrecord.json'));
  if (!there) note('Making the demonstration casebook in demo-casebook/. All people, places and events in it are invented.');
  const casebook = there ? await Casebook.open(FOLDER, 'write', around) : await Casebook.create(FOLDER, 'Demonstration (all invented)', around);
  const names = (await readdir(SOURCES)).filter((name) => !name.endsWith('.md')).toSorted();
  const paths = names.map((name) => join(SOURCES, name));
  const stated = { method: 'written for the demonstration; all invented' };
  for await (const { outcome, title, suggestions, problem } of addFiles(casebook, paths, stated, stopped)) {
    if (outcome === 'added') note(`  ${title ?? 'untitled'}: ${suggestions} suggestions`);
    if (problem) note(`  not read: ${problem.reason}`);
  }
  await analyseAgain(casebook);
  return casebook;
}
