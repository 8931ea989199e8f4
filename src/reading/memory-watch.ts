// The memory limit where the system cannot hold one (no prlimit): look how much a process has resident, four times a
// second, and say when it is too much. A process can overshoot between two looks; the kernel's limit, where there is
// one, cannot.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const LOOK_EVERY_MS = 250;
const run = promisify(execFile);

/** Calls `over` once when the process has more than the limit resident. Gives what ends the watch. */
export function watchMemory(pid: number, limitMB: number, over: () => void): () => void {
  const look = async (): Promise<void> => {
    const resident = await residentMB(pid);
    if (resident === null || resident <= limitMB) return;
    clearInterval(timer);
    over();
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Null where the process is gone or the system does not tell (Windows: there the heap's own limit is all there is). */
async function residentMB(pid: number): Promise<number | null> {
  const kilobytes = (await fromProc(pid)) ?? (await fromPs(pid));
  return kilobytes === null ? null : kilobytes / 1024;
}

async function fromProc(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return numberIn(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]);
}

async function fromPs(pid: number): Promise<number | null> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return numberIn(/\d+/.exec(stdout)?.[0]);
}

const numberIn = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
