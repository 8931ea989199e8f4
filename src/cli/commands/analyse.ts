// analyse: suggestions made anew by the rules; or, asked for document by document, those of a model that the person names.
import { askModel, whatIsSent, type Endpoint, type Sending } from '../../desk/ask-model.ts';
import { Fault } from '../../base/fault.ts';
import { analyseAgain } from '../../desk/suggestions.ts';
import { BY, CASEBOOK, type Call, type Command } from '../command.ts';
import { oneLine } from '../printable.ts';
import { withCasebook } from '../with-casebook.ts';

const KEY_VARIABLE = 'ONRECORD_MODEL_KEY';
const TIME_LIMIT_S = 120;

export const analyse: Command = {
  name: 'analyse',
  usage: '[DOCUMENT… --endpoint URL --model NAME [--send] [--even-restricted] [--time-limit SECONDS] [--by NAME]]',
  about: `Without a document: proposes claims again for the documents that another version of the analysis has seen. What was decided stays decided.
With documents and an endpoint: asks a model, served by an OpenAI-compatible endpoint, for suggestions beside the rules’. It prints what would be sent where, and sends
nothing until --send is given; what was sent stands in the log. A quote that is not in the document word for word is dropped.`,
  options: {
    ...CASEBOOK,
    ...BY,
    endpoint: {
      type: 'string',
      value: 'URL',
      about: `the base of the endpoint, as http://127.0.0.1:11434/v1; its key, if it wants one, is read from ${KEY_VARIABLE}`,
    },
    model: { type: 'string', value: 'NAME', about: 'which of its models' },
    send: { type: 'boolean', about: 'send it; else only what would be sent is shown' },
    'even-restricted': { type: 'boolean', about: 'also documents that are restricted or hidden' },
    'time-limit': { type: 'string', value: 'SECONDS', about: `for each answer; else ${TIME_LIMIT_S}` },
  },
  words: [0, Infinity],
  examples: ['onrecord analyse', 'onrecord analyse d_0123456789abcdef --endpoint http://127.0.0.1:11434/v1 --model qwen2.5'],
  async run(call) {
    if (call.words.length > 0) return ask(call, endpointOf(call));
    if (call.text('endpoint') !== undefined)
      throw new Fault('bad-usage', 'no document is named', 'Name those that may be sent; `onrecord documents` lists them.');
    const documents = await withCasebook(call, 'write', analyseAgain);
    call.out(call.json ? JSON.stringify({ documents }) : `Proposed again for ${documents} documents.`);
    return 0;
  },
};

function endpointOf(call: Call): Endpoint {
  const url = call.text('endpoint');
  const model = call.text('model');
  if (url === undefined || model === undefined) {
    throw new Fault('bad-usage', 'no endpoint or no model is named', 'Give --endpoint URL and --model NAME, or no document to propose again by the rules.');
  }
  const limit = Number(call.text('time-limit') ?? TIME_LIMIT_S);
  if (!(limit > 0 && limit <= 3600)) throw new Fault('bad-usage', '--time-limit is not a number of seconds', 'Give one up to 3600.');
  return { url, model, key: process.env[KEY_VARIABLE] ?? null, timeLimitMs: limit * 1000 };
}

async function ask(call: Call, endpoint: Endpoint): Promise<0 | 1> {
  const even = call.flag('even-restricted');
  return withCasebook(call, call.flag('send') ? 'write' : 'read', async (casebook) => {
    const sendings = await whatIsSent(casebook, call.words, endpoint, even);
    const say = call.flag('send') ? call.note : call.out;
    for (const each of sendings) say(call.json && !call.flag('send') ? JSON.stringify(each) : line(each));
    if (!call.flag('send')) {
      call.note('Nothing was sent. Give --send to send it.');
      return 0;
    }
    let failed = false;
    for (const { document } of sendings) {
      if (call.stopped.aborted) break;
      const done = await askModel(casebook, document, endpoint, { even, stopped: call.stopped });
      failed ||= done.failures.length > 0;
      const { proposed, agreed, dropped, failures } = done;
      call.out(
        call.json
          ? JSON.stringify(done)
          : `${document}  ${proposed} suggestions of ${oneLine(endpoint.model)}, ${agreed} that the rules have too, ${dropped} dropped: not in the text or not of the guide’s shape`,
      );
      for (const failure of failures) call.note(`${document}: ${oneLine(failure)}. The suggestions that were there stand.`);
    }
    return failed ? 1 : 0;
  });
}

const line = ({ document, title, sensitivity, to, model, characters, questions }: Sending): string =>
  `${document}  ${sensitivity}  the text, ${characters} characters in ${questions} questions, with its date and language  to ${oneLine(model)} at ${oneLine(to)}  ${oneLine(title, 50)}`;
