// How far adding has come, in words for one line: a bar, documents, bytes, failures, and the time that is left.
import type { Added } from '../desk/add.ts';
import type { ListedFile } from '../desk/list-files.ts';

const BAR = 20;
/** Seconds of work before the time left is guessed: the first document waits for its reader to start. */
const GUESS_AFTER = 3;

export class AddProgress {
  readonly #files: ReadonlySet<string>;
  readonly #bytes: number;
  readonly #now: () => number;
  #documents = 0;
  #done = 0;
  /** Bytes that had to be worked for: what was held already costs next to nothing, and says nothing of what is to come. */
  #worked = 0;
  #began: number | null = null;
  #failures = 0;

  /** `now` in milliseconds, from any beginning. */
  constructor(files: readonly ListedFile[], now: () => number) {
    this.#files = new Set(files.map(({ path }) => path));
    this.#bytes = files.reduce((sum, { size }) => sum + size, 0);
    this.#now = now;
    this.#began = now();
  }

  /** What was inside of an archive is no document more: the archive counts as a whole. */
  take({ path, size, outcome }: Added): void {
    if (outcome === 'unreadable') this.#failures++;
    if (!this.#files.has(path)) return;
    this.#documents++;
    this.#done += size;
    if (outcome === 'held' && this.#worked === 0) this.#began = this.#now();
    else if (outcome !== 'held') this.#worked += size;
  }

  /** As `[████████░░░░░░░░░░░░] 412 of 1000 documents · 31.2 of 80.5 MB · 3 not read · 2 min left`. */
  text(): string {
    const share = this.#bytes === 0 ? 1 : Math.min(1, this.#done / this.#bytes);
    const full = Math.floor(share * BAR);
    const parts = [
      `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}] ${this.#documents} of ${this.#files.size} documents`,
      `${megabytes(this.#done)} of ${megabytes(this.#bytes)} MB`,
    ];
    if (this.#failures > 0) parts.push(`${this.#failures} not read`);
    const left = this.#secondsLeft();
    if (left !== null) parts.push(`${span(left)} left`);
    return parts.join(' · ');
  }

  /** Null while too little was done to guess from. */
  #secondsLeft(): number | null {
    const worked = (this.#now() - (this.#began ?? 0)) / 1000;
    return worked < GUESS_AFTER || this.#worked === 0 ? null : ((this.#bytes - this.#done) / this.#worked) * worked;
  }
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

function span(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
