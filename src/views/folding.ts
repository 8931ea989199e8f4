// Acts on their way into the views. What most entries of a log come to (decisions about claims, and a line of history each) is gathered, and
// written many at a time.
import type { Kysely } from 'kysely';
import type { CustodyStep } from '../model/answers.ts';
import { RememberedNames, type MostRemembered } from './held-names.ts';
import { insertRows } from './insert-rows.ts';
import { makeEarly } from './schema.ts';
import { keepStanding, lastDecision, settle, type Stood } from './settle.ts';
import type { Stamp } from './stamp.ts';
import type { Tables } from './tables.ts';

/** So many decisions are gathered at most. */
const MOST_GATHERED = 1_000;

/** What is known of decisions while the whole log is folded. */
class Whole {
  readonly #seen = new Set<string>();
  readonly names: RememberedNames;
  isIndexed = false;
  /** What changed after it was first decided. */
  readonly again = new Set<string>();

  constructor(most?: MostRemembered) {
    this.names = new RememberedNames(most);
  }

  /** What is decided for the first time, and stands as its entry says. */
  firstTime(changed: ReadonlyMap<string, Stood | null>): readonly Stood[] {
    return [...changed].flatMap(([id, stood]) => {
      const isFirst = stood !== null && !this.#seen.has(id);
      this.#seen.add(id);
      if (isFirst) return [stood];
      this.again.add(id);
      return [];
    });
  }
}

export class Folding {
  readonly db: Kysely<Tables>;
  readonly #decisions: Tables['decision'][] = [];
  readonly #lines: Tables['told'][] = [];
  readonly #changed = new Map<string, Stood | null>();
  readonly #whole: Whole | null;

  /** `whole`: the log is folded from its beginning, and what is settled a second time waits for `settleAgain`. */
  constructor(db: Kysely<Tables>, { whole, remembered }: { readonly whole: boolean; readonly remembered?: MostRemembered } = { whole: false }) {
    this.db = db;
    this.#whole = whole ? new Whole(remembered) : null;
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

  /** The last decision about a suggestion or a claim that was not undone. */
  async lastDecision(suggestion: string): Promise<Tables['review'] | undefined> {
    await this.#findDecisions();
    return lastDecision(this.db, suggestion);
  }

  /** What was decided about in a document. */
  async decidedIn(document: string): Promise<readonly string[]> {
    await this.#findDecisions();
    const rows = await this.db.selectFrom('decision').select('suggestion').distinct().where('document', '=', document).execute();
    return rows.map(({ suggestion }) => suggestion);
  }

  /** Makes earlier decisions be found. */
  async #findDecisions(): Promise<void> {
    await this.settle();
    if (!this.#whole || this.#whole.isIndexed) return;
    await makeEarly(this.db, 'decisions');
    this.#whole.isIndexed = true;
  }

  /** What a claim rests on is about to be taken out of the views: it has to be there, and to be found. */
  async beforeForgetting(): Promise<void> {
    await this.#findDecisions();
    if (!this.#whole) return;
    for (const what of ['claims', 'names', 'forms'] as const) await makeEarly(this.db, what);
    this.#whole.names.letGo();
  }

  /** Writes what was gathered. Whatever asks the views about claims or their history has to call this first. */
  async settle(): Promise<void> {
    await insertRows(this.db, 'decision', this.#decisions.splice(0));
    await insertRows(this.db, 'told', this.#lines.splice(0));
    const changed = new Map(this.#changed);
    this.#changed.clear();
    if (this.#whole) await keepStanding(this.db, this.#whole.firstTime(changed), this.#whole.names.find);
    else if (changed.size > 0) await settle(this.db, changed);
  }

  /** Settles what changed again after it was settled: what it takes to find what stood before has to be there. */
  async settleAgain(): Promise<void> {
    const again = [...(this.#whole?.again ?? [])];
    for (let n = 0; n < again.length; n += MOST_GATHERED) await settle(this.db, new Map(again.slice(n, n + MOST_GATHERED).map((id) => [id, null])));
  }
}
