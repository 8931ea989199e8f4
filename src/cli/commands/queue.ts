// queue: what waits for a person, across documents.
import { parseQueueAsked, QUEUE_WORDS, reviewQueue } from '../../desk/review-queue.ts';
import { FILTERS, parseFilter } from '../../desk/parse-filter.ts';
import { claimLine } from '../claim-lines.ts';
import { CASEBOOK, type Command, type Options } from '../command.ts';
import { CLOCK_OPTIONS } from './lists.ts';
import { withCasebook } from '../with-casebook.ts';

const QUEUE_OPTIONS: Options = Object.fromEntries(Object.entries(QUEUE_WORDS).map(([name, { value, about }]) => [name, { type: 'string', value, about }]));

export const queue: Command = {
  name: 'queue',
  usage: '[--by ORDER] [--document ID] [--kind KIND] [--speaker NAME] [--least CONFIDENCE] [--entity NAME] [--at EDTF] [--said-by EDTF] [--known-by EDTF]',
  about: 'Lists the suggestions that wait for a person, across documents: 200 at most, and how many there are.',
  options: { ...CASEBOOK, ...QUEUE_OPTIONS, ...CLOCK_OPTIONS, entity: { type: 'string', value: 'NAME', about: FILTERS.entity.about } },
  words: [0, 0],
  examples: ['onrecord queue --by confidence', 'onrecord queue --kind charge --least 0.8 --json'],
  async run(call) {
    const { total, claims } = await withCasebook(call, 'read', (casebook) =>
      reviewQueue(
        casebook,
        parseQueueAsked((name) => call.text(name)),
        parseFilter((name) => (name === 'entity' || name in CLOCK_OPTIONS ? call.text(name) : undefined)),
      ),
    );
    for (const row of claims) call.out(call.json ? JSON.stringify(row) : claimLine(row));
    call.note(total === 0 ? 'Nothing waits.' : `${claims.length} of ${total} that wait. Next: onrecord review accept|reject ID…`);
    return 0;
  },
};
