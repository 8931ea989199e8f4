// docs/reference.md, made of the tables that the program runs by.
import { FAULTS } from '../src/base/fault.ts';
import { COMMANDS } from '../src/cli/command-list.ts';
import { ROUTES } from '../src/http/routes.ts';

const INTRODUCTION =
  'Every command, fault and route. `onrecord` is the package’s command; in a clone it is `npm run -s onrecord --`. Every command has `--help`, `--json` and `--trace`. Results go to stdout, progress and messages to stderr. Offsets are Unicode code points, from 0, the end not included; dates are EDTF.';
const ABOUT_FAULTS =
  'A fault is printed as its message and, below it, a hint: the next thing to do. With `--json` it is `{"error":{"code","message","hint"}}` on stderr. Exit 0 is done; 1 is done, and what was looked for was found to be wrong (a failed check, a document that could not be read among others that went in).';
const ABOUT_ROUTES =
  '`onrecord serve` answers these, to the holder of the link that it prints. `/api/openapi.json` describes them for programs. Errors have the one shape above.';

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

/** The whole page, as Markdown. */
export function reference(): string {
  const commands = COMMANDS.flatMap(({ name, usage, about, options }) => [
    `### ${`onrecord ${name} ${usage}`.trim()}`,
    '',
    about.replaceAll('\n', ' '),
    '',
    ...table(
      ['option', 'does'],
      Object.entries(options).map(([option, it]) => [`\`--${option}${it.value ? ` ${it.value}` : ''}\``, it.about]),
    ),
    '',
  ]);
  const faults = Object.entries(FAULTS).map(([code, { status, means }]) => [`\`${code}\``, status, means]);
  const routes = ROUTES.map(({ method, path, about }) => [`\`${method} ${path}\``, about]);
  return [
    '# Reference',
    '',
    INTRODUCTION,
    '',
    '## Commands',
    '',
    ...commands,
    '## Faults',
    '',
    ABOUT_FAULTS,
    '',
    ...table(['code', 'exit status', 'means'], faults),
    '',
    '## Routes',
    '',
    ABOUT_ROUTES,
    '',
    ...table(['route', 'answers'], [...routes, ['`GET /api/openapi.json`', 'this table, as OpenAPI 3.1']]),
    '',
  ].join('\n');
}
