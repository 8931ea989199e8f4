// The documents are under test: what they name is there, and what is there they name.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FAULTS } from '../src/base/fault.ts';
import { COMMANDS } from '../src/cli/command-list.ts';
import { ROUTES } from '../src/http/routes.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

describe('docs/reference.md', () => {
  const reference = read('docs/reference.md');

  it.each(COMMANDS.map((command) => [command.name, command] as const))('tells of the command %s, its words and options', (_name, command) => {
    const section = reference.split('\n### ').find((part) => part.startsWith(`${`onrecord ${command.name} ${command.usage}`.trim()}\n`));
    expect(section, `a section "### onrecord ${command.name} ${command.usage}"`).toBeDefined();
    for (const option of Object.keys(command.options)) expect(section).toContain(`\`--${option}`);
  });

  it('tells of every fault code, with its exit status', () => {
    for (const [code, status] of Object.entries(FAULTS)) expect(reference).toContain(`| \`${code}\` | ${status} |`);
  });

  it('tells of every route', () => {
    for (const { method, path } of ROUTES) expect(reference).toContain(`| \`${method} ${path}\` |`);
  });
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
