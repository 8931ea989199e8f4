// log: the log itself, for those who check it or vouch for it.
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { askWitnesses, timestampHead } from '../../desk/anchor.ts';
import type { Casebook } from '../../desk/casebook.ts';
import { writeExhibit } from '../../desk/exhibit.ts';
import { writeTiles } from '../../desk/log-files.ts';
import { readTrust } from '../../desk/trust.ts';
import { CASEBOOK, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';

type Verb = { readonly mode: 'read' | 'write'; readonly words: number; readonly run: (casebook: Casebook, call: Call) => Promise<object | string> };

const VERBS: Readonly<Record<string, Verb>> = {
  head: {
    mode: 'read',
    words: 1,
    async run(casebook, call) {
      const { size, note } = await casebook.log.head();
      return call.json ? { size, checkpoint: note } : note.trimEnd();
    },
  },
  prove: {
    mode: 'read',
    words: 2,
    async run(casebook, call) {
      const index = Number(call.words[1]);
      if (!Number.isInteger(index)) throw new Fault('bad-usage', `"${call.words[1]}" is not the index of an entry`, 'Give a whole number from 0.');
      const file = call.text('checkpoint');
      const { held } = await readTrust(file === undefined ? {} : { checkpoint: resolve(call.folder, file) });
      const options = { withhold: call.flag('withhold'), held: held[0] ?? null };
      const files = await writeExhibit(casebook, index, resolve(call.folder, call.text('to') ?? '.'), options);
      return call.json ? { index, files } : files.join('\n');
    },
  },
  tiles: {
    mode: 'read',
    words: 2,
    async run(casebook, call) {
      const folder = resolve(call.folder, call.words[1] ?? '');
      const written = await writeTiles(casebook, folder);
      return call.json ? { folder, written } : `Wrote ${written} files below ${folder}.`;
    },
  },
  timestamp: {
    mode: 'write',
    words: 1,
    async run(casebook, call) {
      const [url, authorities] = [call.text('tsa'), call.text('ca')];
      if (url === undefined || authorities === undefined)
        throw new Fault('bad-usage', '`log timestamp` wants --tsa URL and --ca FILE', 'Name the authority, and the certificates by which you trust it.');
      const trust = await readTrust({ authorities: resolve(call.folder, authorities) });
      const stamp = await timestampHead(casebook, url, trust.authorities ?? []);
      return call.json ? stamp : `${stamp.by} stamped the first ${stamp.size} entries on ${stamp.at.toISOString()}.`;
    },
  },
  witness: {
    mode: 'write',
    words: 1,
    async run(casebook, call) {
      const file = call.text('policy');
      if (file === undefined) throw new Fault('bad-usage', '`log witness` wants --policy FILE', 'Name the witnesses in a trust policy: witness NAME VKEY URL.');
      const trust = await readTrust({ policy: resolve(call.folder, file) });
      const seen = trust.policy ? await askWitnesses(casebook, trust.policy) : [];
      return call.json ? { seen } : seen.map(({ name, at, size }) => `${name} cosigned the first ${size} entries on ${at.toISOString()}.`).join('\n');
    },
  },
};

export const log: Command = {
  name: 'log',
  usage: 'head|prove INDEX|tiles DIR|timestamp|witness [--to DIR] [--withhold] [--checkpoint FILE] [--tsa URL --ca FILE] [--policy FILE]',
  about:
    'head prints the signed checkpoint. prove writes one entry with the proof that it stands in the log. tiles writes the log as static files (C2SP\ntlog-tiles). timestamp and witness ask somebody else to vouch: they learn this machine’s address and the checkpoint, never an entry.',
  options: {
    ...CASEBOOK,
    to: { type: 'string', value: 'DIR', about: 'of prove: where the files go; else here' },
    withhold: { type: 'boolean', about: 'of prove: leave out what the entry says' },
    checkpoint: { type: 'string', value: 'FILE', about: 'of prove: a checkpoint that the reader holds, to prove the entry under it; else the last one' },
    tsa: { type: 'string', value: 'URL', about: 'of timestamp: the authority (RFC 3161)' },
    ca: { type: 'string', value: 'FILE', about: 'of timestamp: certificates of authorities that you trust, PEM' },
    policy: { type: 'string', value: 'FILE', about: 'of witness: the trust policy that names the witnesses (C2SP tlog-policy)' },
  },
  words: [1, 2],
  examples: ['onrecord log head', 'onrecord log prove 12 --to exhibit-a', 'onrecord log timestamp --tsa https://tsa.example --ca tsa.pem'],
  async run(call) {
    const verb = VERBS[call.words[0] ?? ''];
    if (!verb) throw new Fault('bad-usage', `there is no log ${call.words[0]}`, `There are: ${Object.keys(VERBS).join(', ')}.`);
    if (call.words.length !== verb.words)
      throw new Fault('bad-usage', `\`log ${call.words[0]}\` takes ${verb.words - 1} more words`, 'See `onrecord log --help`.');
    const said = await withCasebook(call, verb.mode, (casebook) => verb.run(casebook, call));
    call.out(typeof said === 'string' ? said : JSON.stringify(said));
    return 0;
  },
};
