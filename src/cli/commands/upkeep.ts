// verify, rebuild: that the record is what it says it is, and its views made anew.
import { resolve } from 'node:path';
import { findCopiesAnew } from '../../desk/copy-texts.ts';
import { readTrust, type TrustFiles } from '../../desk/trust.ts';
import { verifyPath } from '../../desk/verify-path.ts';
import { CASEBOOK, KEY, type Call, type Command } from '../command.ts';
import { askKey } from '../ask-key.ts';
import { withCasebook } from '../with-casebook.ts';

export const verify: Command = {
  name: 'verify',
  usage: 'PATH [--checkpoint FILE] [--policy FILE] [--ca FILE] [--log-key KEY]',
  about:
    'Checks a casebook, an exported bundle, or one entry with its .tlog-proof, offline. Prints each check, and who besides the maker vouches. With a checkpoint that you\nwere handed before, it shows whether anything before it was changed, removed or slipped in since.',
  options: {
    ...KEY,
    checkpoint: { type: 'string', value: 'FILE', about: 'a checkpoint that you hold from before' },
    policy: { type: 'string', value: 'FILE', about: 'the witnesses that you trust (C2SP tlog-policy)' },
    ca: { type: 'string', value: 'FILE', about: 'certificates of the time-stamping authorities that you trust, PEM' },
    'log-key': { type: 'string', value: 'KEY', about: 'the log’s key, as you were told it; of a log whose key was changed, any of its keys' },
  },
  words: [1, 1],
  examples: ['onrecord verify .', 'onrecord verify exhibit-a/entry-12.tlog-proof --checkpoint held.txt'],
  async run(call) {
    const found = await verifyPath(resolve(call.folder, call.words[0] ?? '.'), await readTrust(trustFiles(call)), () => askKey(call));
    if (call.json) call.out(JSON.stringify(found));
    else {
      for (const { ok, name, detail } of found.checks) call.out(`${ok ? 'ok   ' : 'WRONG'}  ${name}: ${detail}`);
      call.out(`${found.ok ? 'The record is consistent' : 'The record is NOT as it was sealed'}; ${found.vouched}.`);
    }
    return found.ok ? 0 : 1;
  },
};

function trustFiles(call: Call): TrustFiles {
  const file = (option: string): string | undefined => call.text(option) && resolve(call.folder, call.text(option) ?? '');
  const given = { checkpoint: file('checkpoint'), policy: file('policy'), authorities: file('ca'), key: call.text('log-key') };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export const rebuild: Command = {
  name: 'rebuild',
  usage: '',
  about: 'Drops the views and folds the log again, for which no document is read, and looks for copies among the texts anew. Suggestions stay as they are.',
  options: CASEBOOK,
  words: [0, 0],
  examples: ['onrecord rebuild'],
  async run(call) {
    const entries = await withCasebook(call, 'write', async (casebook) => {
      const folded = await casebook.rebuild();
      await findCopiesAnew(casebook);
      return folded;
    });
    call.out(call.json ? JSON.stringify({ entries }) : `Folded ${entries} entries again.`);
    return 0;
  },
};
