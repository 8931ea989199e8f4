// A desk that is made ready for a large casebook while people already ask it.
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { story } from '../../src/desk/story.test-data.ts';
import { warm } from '../../src/desk/warm.ts';
import { startServer } from '../../src/http/server.ts';

const ARREST = {
  text: 'Police arrested Homayun Rastegar in Holmvik.',
  claims: [{ kind: 'arrest' as const, words: 'Police arrested Homayun Rastegar in Holmvik', roles: { target: ['Homayun Rastegar'], place: ['Holmvik'] } }],
};
const unstopped = new AbortController().signal;

test('who asks while it is made ready is answered before it is', async () => {
  const { casebook } = await story([ARREST]);
  const server = await startServer(casebook, 0);
  try {
    const opened = await fetch(server.link, { redirect: 'manual' });
    const cookie = opened.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore
    const heard: unknown[] = [];
    // A step that is not done before somebody was answered.
    const asks = async (): Promise<void> => void heard.push(await (await fetch(new URL('/api/summary', server.link), { headers: { cookie } })).json());
    await warm(casebook, unstopped, server.atRest, 0, [asks, asks]);
    expect(heard).toEqual([expect.objectContaining({ recorded: 1 }), expect.objectContaining({ recorded: 1 })]);
  } finally {
    await server.close();
  }
});

test('others have their turn before each step, and no step is begun when it was stopped', async () => {
  const { casebook } = await story([ARREST]);
  const done: string[] = [];
  const stop = new AbortController();
  const turns = async (): Promise<void> => void done.push('others');
  const step =
    (name: string, act = (): void => undefined) =>
    async (): Promise<void> => {
      done.push(name);
      act();
    };
  await warm(casebook, stop.signal, turns, 0, [step('first'), step('second', () => stop.abort()), step('third')]);
  expect(done).toEqual(['others', 'first', 'others', 'second', 'others']);
});

test('what a desk is made ready with can be made of any casebook, and is not made of a small one', async () => {
  const { casebook } = await story([ARREST]);
  await warm(casebook, unstopped, setImmediate, 0);
  await warm(casebook, unstopped, setImmediate, undefined, [() => Promise.reject(new Error('was begun'))]);
});
