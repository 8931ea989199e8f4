// Acts on their way into the views. What most entries of a log come to (decisions about claims, and a line of history each) is gathered, and
// written many at a time.
import { sql, type Kysely } from 'kysely';
import type { CustodyStep } from '../model/answers.ts';
import { among } from './among.ts';
import { textOf } from './fold-texts.ts';
import { insertRows } from './insert-rows.ts';
import { keepStanding, settle, type Stood } from './settle.ts';
import type { Stamp } from './stamp.ts';
import type { Tables } from './tables.ts';

/** So many decisions are gathered at most, and the texts of so many documents remembered. */
const MOST_GATHERED = 1_000;
const MOST_TEXTS = 10_000;

export class Folding {
  readonly db: Kysely<Tables>;
  readonly #decisions: Tables['decision'][] = [];
  readonly #lines: Tables['told'][] = [];
  readonly #changed = new Map<string, Stood | null>();
  readonly #texts = new Map<string, string>();
  readonly #again: Set<string> | null;

  /** `whole`: the log is folded from its beginning, and what is settled a second time waits for `settleAgain`. */
  constructor(db: Kysely<Tables>, { whole }: { readonly whole: boolean } = { whole: false }) {
    this.db = db;
    this.#again = whole ? new Set() : null;
  }

  /** A line of what was done to or decided about something. */
  tell({ index }: Stamp, about: string, what: string, step: CustodyStep = 'decided'): void {
    this.#lines.push({ about, position: index, step, what });
  }

  /** A decision, the last about its suggestion. `stood` is null where what it comes to is to be looked up. */
  async decide(decision: Tables['decision'], stood: Stood | null): Promise<void> {
    this.#decisions.push(decision);
    this.#changed.set(decision.suggestion, stood);
    if (this.#decisions.length >= MOST_GATHERED) await this.settle();
  }

  /** Something that a claim rests on was changed. */
  change(claim: string): void {
    this.#changed.set(claim, null);
  }

  /** The digest of the text that a document has. */
  async textOf(document: string): Promise<string> {
    const text = this.#texts.get(document) ?? (await textOf(this.db, document));
    this.read(document, text);
    return text;
  }

  /** A document has this text from now on. */
  read(document: string, text: string): void {
    if (this.#texts.size >= MOST_TEXTS) this.#texts.clear();
    this.#texts.set(document, text);
  }

  /** Writes what was gathered. Whatever asks the views about claims or their history has to call this first. */
  async settle(): Promise<void> {
    await insertRows(this.db, 'decision', this.#decisions.splice(0));
    await insertRows(this.db, 'told', this.#lines.splice(0));
    const changed = new Map(this.#changed);
    this.#changed.clear();
    this.#texts.clear();
    if (changed.size === 0) return;
    if (!this.#again) return settle(this.db, changed);
    await keepStanding(this.db, await this.#firstTime(changed, this.#again));
  }

  /** What is decided for the first time, and stands as its entry says. */
  async #firstTime(changed: ReadonlyMap<string, Stood | null>, again: Set<string>): Promise<readonly (Stood & { readonly id: string })[]> {
    const { rows } = await sql<{ id: string }>`select suggestion as id from decision where suggestion in ${among([...changed.keys()])}
      group by suggestion having count(*) > 1`.execute(this.db);
    for (const { id } of rows) again.add(id);
    return [...changed].flatMap(([id, stood]) => {
      if (stood && !again.has(id)) return [{ id, ...stood }];
      again.add(id);
      return [];
    });
  }

  /** Settles what changed again after it was settled: what it takes to find what stood before has to be there. */
  async settleAgain(): Promise<void> {
    const again = [...(this.#again ?? [])];
    for (let n = 0; n < again.length; n += MOST_GATHERED) await settle(this.db, new Map(again.slice(n, n + MOST_GATHERED).map((id) => [id, null])));
  }
}
