// The reading room put elsewhere, as packages and checkouts do: node_modules a link, sources or built JavaScript.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const source = dirname(import.meta.dirname);

/** Every module of a room, as the compiler leaves it: without types, imports of JavaScript. */
async function build(room: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(join(source, room), { withFileTypes: true })) {
    const { name } = entry;
    if (name.endsWith('.test.ts')) continue;
    if (entry.isDirectory()) {
      await build(join(room, name), join(to, name));
      continue;
    }
    const text = await readFile(join(source, room, name), 'utf8');
    const built = name.endsWith('.ts') ? stripTypeScriptTypes(text).replace(/((?:from|import\() ?')(\.[^']*)\.ts'/g, "$1$2.js'") : text;
    await writeFile(join(to, name.replace(/\.ts$/, '.js')), built);
  }
}

const copy = (room: string, to: string): Promise<void> => cp(join(source, room), to, { recursive: true });

test.each([
  ['its sources', 'src', 'ts', copy],
  ['built JavaScript', 'lib', 'js', build],
])('reading works from %s where node_modules is a link', async (_, place, ending, put) => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-elsewhere-'));
  try {
    for (const room of ['base', 'model', 'reading']) await put(room, join(folder, place, room));
    await symlink(join(source, '..', 'node_modules'), join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'a.html'), '<p>The court has decided in the matter of the people against the state.</p>');
    const script = `
      const { ReaderPool } = await import('./${place}/reading/reader-pool.${ending}');
      const pool = new ReaderPool({ size: 1 });
      const pdf = ${JSON.stringify(join(source, '..', 'fixtures/reading/court-en.pdf'))};
      for (const path of ['a.html', pdf]) {
        const outcome = await pool.read(path, { name: path });
        console.log(outcome.ok ? outcome.reading.metadata.language[0].value : outcome.problem.reason);
      }
      await pool.close();`;
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' })).toBe('en\nen\n');
  } finally {
    await rm(folder, { recursive: true });
  }
});
