// The documents are under test: what they name is there, and what is there they name.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reference } from './reference.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

it('docs/reference.md is what the tables of commands, faults and routes make (`vitest run test/documents.test.ts --update` writes it)', async () => {
  await expect(reference()).toMatchFileSnapshot('../docs/reference.md');
});

it('docs/dependencies.md has a reason for each dependency, and for nothing else', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  const text = read('docs/dependencies.md');
  const named = new Set([...text.matchAll(/^\| ([^|]+) \| [^|]+ \| [^|]+ \|$/gm)].flatMap(([, cell = '']) => cell.trim().split(', ')));
  const used = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})].filter((name) => !name.startsWith('@types/'));
  expect(used.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !used.includes(name) && !['package', '---', '@types/*'].includes(name))).toEqual([]);
});

it('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});
