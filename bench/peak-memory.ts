// The most memory that this process has held.
import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/** In MB. On Linux what the system counts as maxRSS begins with what the parent held when it started this process, so it is not asked. */
export function peakMemory(): number {
  const kilobytes = existsSync(STATUS) ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1]) : process.resourceUsage().maxRSS;
  return Math.round(kilobytes / 1024);
}
