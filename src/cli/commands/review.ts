// review: what a person decides about suggestions.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Fault } from '../../base/fault.ts';
import { detach, standingAttachment } from '../../desk/attach.ts';
import { standingRuling, undoRuling } from '../../desk/contradictions.ts';
import { isJudgement, undoJudgement } from '../../desk/judge.ts';
import { standingLink, undoLink } from '../../desk/links.ts';
import { endRemark, standingRemark } from '../../desk/remarks.ts';
import { remarkLine } from '../remark-lines.ts';
import { attachedLine } from './attach.ts';
import { linkLine } from './links.ts';
import { amend, decide, undo } from '../../desk/review.ts';
import type { Casebook } from '../../desk/casebook.ts';
import type { ClaimRow } from '../../model/answers.ts';
import { parseClaimContent } from '../../model/claim.ts';
import { claimLine } from '../claim-lines.ts';
import { BY, CASEBOOK, REASON, type Call, type Command } from '../command.ts';
import { withCasebook } from '../with-casebook.ts';
import { rulingLine } from './contradictions.ts';
import { judgementLine } from './entities.ts';

export const review: Command = {
  name: 'review',
  usage: 'accept|reject|amend|undo ID… [--reason TEXT] [--content FILE] [--by NAME]',
  about:
    'Decides about suggestions: accept them as claims of the record, reject them, amend one or a claim that is recorded (its\nnew content a JSON file), or take the last decision back (of a judgement or a ruling: by the id of its entry). Each is an entry of the log. Reject and amend want a reason.',
  options: {
    ...CASEBOOK,
    ...BY,
    ...REASON,
    content: { type: 'string', value: 'FILE', about: 'of amend: JSON with quote, kind, roles, time, modality, saidBy' },
  },
  words: [2, Infinity],
  examples: [
    'onrecord review accept s_0123456789abcdef --by "Mina Farhadi"',
    'onrecord review reject s_0123456789abcdef --reason "the words say it was planned, not done"',
    'onrecord review undo s_0123456789abcdef',
  ],
  async run(call) {
    for (const line of await withCasebook(call, 'write', (casebook) => act(casebook, call))) call.out(line);
    return 0;
  },
};

async function act(casebook: Casebook, call: Call): Promise<readonly string[]> {
  const [verb = '', ...ids] = call.words;
  const reason = call.text('reason') ?? null;
  const [id = '', ...others] = ids;
  const lines = (rows: readonly ClaimRow[]): readonly string[] => rows.map((row) => (call.json ? JSON.stringify(row) : claimLine(row)));
  if (verb === 'accept' || verb === 'reject') return lines(await decide(casebook, verb, ids, reason));
  if (verb === 'undo' && others.length === 0 && (await isJudgement(casebook, id))) {
    const undone = await undoJudgement(casebook, id, reason);
    return [call.json ? JSON.stringify(undone) : judgementLine(undone)];
  }
  if (verb === 'undo' && others.length === 0 && (await standingRuling(casebook, id))) {
    const undone = await undoRuling(casebook, id, reason);
    return [call.json ? JSON.stringify(undone) : rulingLine(undone)];
  }
  if (verb === 'undo' && others.length === 0 && (await standingLink(casebook, id))) {
    const undone = await undoLink(casebook, id, reason);
    return [call.json ? JSON.stringify(undone) : linkLine(undone)];
  }
  if (verb === 'undo' && others.length === 0 && (await standingAttachment(casebook, id))) {
    const undone = await detach(casebook, id, reason);
    return [call.json ? JSON.stringify(undone) : attachedLine(undone)];
  }
  if (verb === 'undo' && others.length === 0 && (await standingRemark(casebook, id))) {
    const undone = await endRemark(casebook, id, 'taken back', reason);
    return [call.json ? JSON.stringify(undone) : remarkLine(undone)];
  }
  if (verb === 'undo') return lines(await undo(casebook, ids, reason));
  if (verb === 'amend') {
    if (others.length > 0) throw new Fault('bad-usage', '`review amend` takes one id', 'Call it once for each.');
    return lines(await amend(casebook, id, await contentFrom(call), reason));
  }
  throw new Fault('bad-usage', `there is no review "${verb}"`, 'There are: accept, reject, amend, undo.');
}

async function contentFrom(call: Call) {
  const file = call.text('content');
  if (file === undefined)
    throw new Fault('bad-usage', '`review amend` wants the new content', 'Give it as --content FILE, JSON as `onrecord show ID --json` prints it.');
  const text = await readFile(resolve(call.folder, file), 'utf8').catch((cause: unknown) => {
    throw new Fault('not-found', `the file ${file} cannot be read`, 'Check the path.', cause);
  });
  try {
    return parseClaimContent(JSON.parse(text), 'content');
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('bad-shape', `the file ${file} is not JSON`, 'Write it as `onrecord show ID --json` prints it.', cause);
  }
}
