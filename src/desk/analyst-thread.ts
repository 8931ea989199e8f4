// The inside of an analyst's thread: a text in, what is proposed for it out, one after another.
import { parentPort } from 'node:worker_threads';
import type { Answer, Question } from './analysts.ts';
import { propose } from './propose.ts';

parentPort?.on('message', ({ number, document, text, said }: Question) => {
  parentPort?.postMessage({ number, suggestions: propose(document, text, said) } satisfies Answer, []);
});
