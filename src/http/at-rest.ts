// Whether people wait for the desk: what nobody waits for is done when nobody does.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Who opens a page asks for the rest of it within such a time, in milliseconds. */
const MOMENT = 500;

/** What resolves when for a moment nobody asked for anything, and nobody was answered. An answer that takes long is not waited for. */
export function watchRest(app: FastifyInstance): () => Promise<void> {
  let last = performance.now();
  const happens = async (): Promise<void> => {
    last = performance.now();
  };
  app.addHook('onRequest', happens);
  app.addHook('onResponse', happens);
  return async () => {
    for (let left = MOMENT; left > 0; left = last + MOMENT - performance.now()) await sleep(left, undefined, { ref: false });
  };
}
