// The inside of a capturing process: an order on standard input, messages on descriptor 3, and the end. It asks the sites, parses what
// they answer, drives the browser, and writes the WARC; it sees no casebook. What it holds is gone when it ends.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { asFault } from '../../base/fault.ts';
import { frame } from '../../reading/frames.ts';
import { parseOrder, type CaptureMessage } from './capture-order.ts';
import { captureHere } from './capture-here.ts';
import { resolveBySystem } from './connect.ts';

const MESSAGES = 3;

function tell(message: CaptureMessage): void {
  const bytes = frame(message);
  for (let sent = 0; sent < bytes.length;) sent += writeSync(MESSAGES, bytes, sent);
}

const { order, folder, apart } = JSON.parse(await text(process.stdin)) as {
  readonly order: unknown;
  readonly folder: string;
  readonly apart: readonly string[];
};
try {
  const around = { folder, apart, resolve: resolveBySystem, now: () => new Date(), newId: randomUUID };
  await captureHere(parseOrder(order), around, tell);
} catch (thrown) {
  const { code, message, hint } = asFault(thrown);
  const known = code === 'bad-usage' || code === 'not-allowed' || code === 'conflict' ? code : 'bug';
  tell({ kind: 'refused', value: { code: known, message, hint } });
}
process.exit(0);
