// What a command of the command line is, and how its words are parsed. A command only parses, asks the desk, and prints.
import { parseArgs } from 'node:util';
import { Fault } from '../base/fault.ts';

export type Option = { readonly type: 'string' | 'boolean'; readonly value?: string; readonly about: string; readonly many?: true };
export type Options = Readonly<Record<string, Option>>;

/** The words of a call, parsed, and where its output goes. Results go to `out`, progress and messages to `note`. */
export type Call = {
  readonly words: readonly string[];
  readonly text: (option: string) => string | undefined;
  /** The words of an option that may be given more than once, in order. */
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  readonly json: boolean;
  readonly folder: string;
  readonly out: (line: string) => void;
  readonly note: (line: string) => void;
  /** Shows `text` in place of what it showed before, below all other lines, while a person looks on; nothing where none does. Empty: no more. */
  readonly progress: (text: string) => void;
  /** Standard input, line by line. */
  readonly lines: () => AsyncIterable<string>;
  /** Aborted when the person stops the command. */
  readonly stopped: AbortSignal;
};

export type Command = {
  readonly name: string;
  /** The words after the command's name, as help shows them. */
  readonly usage: string;
  readonly about: string;
  readonly options: Options;
  /** The least and the most words that it takes. */
  readonly words: readonly [number, number];
  readonly examples: readonly string[];
  /** Gives the exit status: 0 done; 1 done, and what it looked for is wrong. */
  readonly run: (call: Call) => Promise<0 | 1>;
};

const EVERYWHERE: Options = {
  json: { type: 'boolean', about: 'print JSON: one value, or one a line where the output is a list' },
  help: { type: 'boolean', about: 'print this help' },
  trace: { type: 'boolean', about: 'print where a fault came from' },
};

export const PASSPHRASE_VARIABLE = 'ONRECORD_PASSPHRASE';
export const KEY: Options = {
  'passphrase-file': {
    type: 'string',
    value: 'FILE',
    about: `of an encrypted casebook: a file with the passphrase; else the environment’s ${PASSPHRASE_VARIABLE}, else asked for`,
  },
  'key-file': { type: 'string', value: 'FILE', about: 'of an encrypted casebook: a key file, beside the passphrase or instead of it' },
};
export const CASEBOOK: Options = { casebook: { type: 'string', value: 'DIR', about: 'the casebook; else the nearest one upwards from here' }, ...KEY };
export const BY: Options = { by: { type: 'string', value: 'NAME', about: 'who does this; stands in the record' } };
export const REASON: Options = { reason: { type: 'string', value: 'TEXT', about: 'why; stays in the record' } };

/** The offset that an option gives. Throws a Fault 'bad-usage' where it is none. */
export function wholeNumber(call: Call, option: string): number | undefined {
  const words = call.text(option);
  if (words === undefined || /^\d{1,15}$/.test(words)) return words === undefined ? undefined : Number(words);
  throw new Fault('bad-usage', `"${words}" is no offset`, `Give --${option} as a whole number of code points, from 0.`);
}

type Surround = Pick<Call, 'folder' | 'out' | 'note' | 'progress' | 'lines' | 'stopped'>;

/** Parses the words after a command's name. Throws a Fault 'bad-usage' where they are off. */
export function parseCall(command: Command, args: readonly string[], surround: Surround): Call & { readonly help: boolean } {
  const known = { ...command.options, ...EVERYWHERE };
  const options = Object.fromEntries(Object.entries(known).map(([name, { type, many }]) => [name, { type, multiple: many ?? false }]));
  const { values, positionals } = parse(command, args, options);
  const help = values['help'] === true;
  const [least, most] = command.words;
  if (!help && (positionals.length < least || positionals.length > most)) {
    throw new Fault(
      'bad-usage',
      `\`${command.name}\` takes ${howMany(least, most)}, not ${positionals.length}`,
      `Usage: onrecord ${command.name} ${command.usage}`,
    );
  }
  return {
    ...surround,
    help,
    words: positionals,
    json: values['json'] === true,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    texts: (option) => [values[option]].flat().filter((value) => typeof value === 'string'),
    flag: (option) => values[option] === true,
  };
}

function parse(command: Command, args: readonly string[], options: Record<string, { type: 'string' | 'boolean'; multiple: boolean }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : String(cause);
    throw new Fault('bad-usage', message, `See \`onrecord ${command.name} --help\`.`, cause);
  }
}

function howMany(least: number, most: number): string {
  const words = (n: number): string => (n === 1 ? '1 word' : `${n} words`);
  if (least === most) return words(least);
  return most === Infinity ? `${words(least)} or more` : `${least} to ${words(most)}`;
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const lines = Object.entries({ ...command.options, ...EVERYWHERE }).map(
    ([name, { value, about }]) => `  ${`--${name}${value ? ` ${value}` : ''}`.padEnd(24)} ${about}`,
  );
  const examples = command.examples.map((example) => `  ${example}`);
  return [`onrecord ${command.name} ${command.usage}`.trim(), '', command.about, '', 'Options', ...lines, '', 'Examples', ...examples].join('\n');
}
