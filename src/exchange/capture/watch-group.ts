// How much memory a group of processes holds for itself: a browser is many. Where the system tells (Linux); elsewhere nobody watches.
import { readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;

/** Calls `over` once when the processes of the group have more than the limit together. Gives what ends the watch. */
export function watchGroup(group: number, limitMB: number, over: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    if (groupMB(group) <= limitMB) return;
    clearInterval(timer);
    over();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** What is not shared with others, and what they share of memory that is no file, which is counted with each. */
function groupMB(group: number): number {
  const kilobytes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && groupOf(name) === group)
    .flatMap((name) => [...read(`/proc/${name}/status`).matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB/gm)])
    .reduce((sum, [, each]) => sum + Number(each), 0);
  return kilobytes / 1024;
}

/** The fields follow the program's name, which is in parentheses and may hold anything. @see proc_pid_stat(5) */
function groupOf(pid: string): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

/** Empty where the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
