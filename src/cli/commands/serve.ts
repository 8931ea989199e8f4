// serve and demo: the desk in the browser; the demonstration casebook.
import { Fault } from '../../base/fault.ts';
import { findCasebook, type Casebook } from '../../desk/casebook.ts';
import { openDemonstration } from '../../desk/demonstration.ts';
import { summary } from '../../desk/questions.ts';
import type { Summary } from '../../model/answers.ts';
import { openCasebook } from '../with-casebook.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';

const DEFAULT_PORT = 4180;
const PORT = { port: { type: 'string', value: 'N', about: `the port on 127.0.0.1; else the environment’s PORT, else ${DEFAULT_PORT}` } } as const;

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--by NAME]',
  about: 'Serves the desk to a browser on this machine, and to nobody else: open the link that it prints.',
  options: { ...CASEBOOK, ...BY, ...PORT },
  words: [0, 0],
  examples: ['onrecord serve', 'onrecord serve --port 4181 --by "Mina Farhadi"'],
  async run(call) {
    const folder = findCasebook(call.text('casebook'), call.folder);
    const casebook = await openCasebook(call, folder, 'serve');
    return serveUntilStopped(call, casebook);
  },
};

export const demo: Command = {
  name: 'demo',
  usage: '[--once] [--port N]',
  about: 'Makes the demonstration casebook from the invented documents in demo/, or goes on with the one that is there, tells what it found, and serves it.',
  options: { ...PORT, once: { type: 'boolean', about: 'do all but serve' } },
  words: [0, 0],
  examples: ['npm start', 'npm start -- --once'],
  async run(call) {
    const casebook = await openDemonstration(call.note, call.stopped);
    const found = await summary(casebook);
    call.out(call.json ? JSON.stringify(found) : summaryLines(found).join('\n'));
    if (!call.flag('once')) return serveUntilStopped(call, casebook);
    await casebook.close();
    return 0;
  },
};

async function serveUntilStopped(call: Call, casebook: Casebook): Promise<0> {
  // The server is the slowest part to load, and no other command needs it.
  const { startServer } = await import('../../http/server.ts');
  const { warm } = await import('../../desk/warm.ts');
  const server = await startServer(casebook, portOf(call)).catch(async (thrown: unknown) => {
    await casebook.close();
    throw thrown;
  });
  call.out(`The desk is open at ${server.link}`);
  call.note('The link holds a key: whoever has it can read the record. Stop with Ctrl+C.');
  // What could not be made is made for whoever asks for it, who is told why it cannot be.
  void warm(casebook, call.stopped, server.atRest).catch(() => undefined);
  await new Promise<void>((resolve) => {
    if (call.stopped.aborted) resolve();
    call.stopped.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
  await casebook.close();
  return 0;
}

function portOf(call: Call): number {
  const words = call.text('port') ?? process.env['PORT'] ?? String(DEFAULT_PORT);
  const port = Number(words);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Fault('bad-usage', `"${words}" is not a port`, 'Give a whole number from 1 to 65535, or 0 for any that is free.');
  return port;
}

function summaryLines(found: Summary): readonly string[] {
  const count = (n: number, words: string): string => `  ${String(n).padStart(5)}  ${words}`;
  return [
    `Casebook “${found.casebook}”`,
    count(found.documents, `documents read${found.unreadable > 0 ? `, and ${found.unreadable} preserved but not read` : ''}`),
    count(found.suggestions, 'suggestions of the machine, waiting for a person to review them'),
    count(found.recorded, 'claims on record: accepted or amended by a person'),
    ...(found.events === null ? [] : [count(found.events, 'events that these tell of, as the machine proposes to join them')]),
    ...(found.harms === null ? [] : [count(found.harms, 'of them harms')]),
    ...(found.harmsWithoutProceeding === null ? [] : [count(found.harmsWithoutProceeding, 'harms without a proceeding found in this record')]),
    count(found.entries, `entries in the log; ${found.witness}`),
  ];
}
