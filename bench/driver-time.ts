import Sqlite from 'better-sqlite3-multiple-ciphers';

type Call = (this: unknown, ...values: unknown[]) => unknown;

/** The processor's time that this thread took meanwhile, and how much of it inside of SQLite, in seconds: neither grows with what else the machine does. */
export async function driverTime(work: () => Promise<unknown>): Promise<{ readonly thread: number; readonly driver: number }> {
  let driver = 0;
  const timed = (call: Call): Call =>
    function (...values) {
      const began = ownTime();
      try {
        return call.apply(this, values);
      } finally {
        driver += ownTime() - began;
      }
    };
  const restore = [...replaced(statements(), ['run', 'all', 'get'], timed), ...replaced(Sqlite.prototype, ['exec'], timed)];
  const began = ownTime();
  await work();
  const thread = ownTime() - began;
  for (const each of restore) each();
  return { thread, driver };
}

function ownTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

function statements(): object {
  const db = new Sqlite(':memory:');
  const prototype = Object.getPrototypeOf(db.prepare('select 1')) as object;
  db.close();
  return prototype;
}

/** Gives what puts each of them back. */
function replaced(prototype: object, names: readonly string[], timed: (call: Call) => Call): readonly (() => void)[] {
  return names.map((name) => {
    const call = Reflect.get(prototype, name) as Call;
    Reflect.set(prototype, name, timed(call));
    return () => void Reflect.set(prototype, name, call);
  });
}
