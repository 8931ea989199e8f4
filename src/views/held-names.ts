// What the views have of names that claims give: found in them, or remembered while the whole log is folded.
import type { Kysely } from 'kysely';
import type { Naming } from './fold-names.ts';
import { run } from './run-sql.ts';
import { makeEarly } from './schema.ts';
import type { Tables } from './tables.ts';

/** A name by its number, with its label. */
type Held = { readonly number: number; label: string };

/** Whoever asked for it adds what they put into the views. */
export type HeldNames = {
  /** The names of a document, by id: those that were asked for, at least. */
  readonly namesOf: (document: string) => Map<string, Held>;
  /** The numbers of forms, by label. */
  readonly forms: Map<string, number>;
  /** The numbers that the next ones get. */
  nextName: number;
  nextForm: number;
};

/** Finds what the views have of what these claims name. */
export type FindNames = (db: Kysely<Tables>, claims: readonly Naming[]) => Promise<HeldNames>;

export const findNames: FindNames = async (db, claims) => {
  const [documents, forms] = [new Map<string, Map<string, Held>>(), new Map<string, number>()];
  await addNames(db, documents, claims);
  await addForms(db, forms, claims);
  return { namesOf: (document) => namesIn(documents, document), forms, nextName: await nextNumber(db, 'named'), nextForm: await nextNumber(db, 'form') };
};

function namesIn(documents: Map<string, Map<string, Held>>, document: string): Map<string, Held> {
  const names = documents.get(document) ?? new Map<string, Held>();
  documents.set(document, names);
  return names;
}

async function addNames(db: Kysely<Tables>, documents: Map<string, Map<string, Held>>, claims: readonly Naming[]): Promise<void> {
  const ids = new Set(claims.flatMap(({ mentions }) => mentions.map(({ id }) => id)));
  const rows = await run<Held & { readonly id: string; readonly document: string }>(
    db,
    `select named.id, named.document, named.number, form.label from named join form on form.number = named.form
       where named.id in (select value from json_each(?))`,
    [JSON.stringify([...ids])],
  );
  for (const { id, document, number, label } of rows) namesIn(documents, document).set(id, { number, label });
}

async function addForms(db: Kysely<Tables>, forms: Map<string, number>, claims: readonly Naming[]): Promise<void> {
  const unknown = new Set(claims.flatMap(({ mentions }) => mentions.map(({ words }) => words)).filter((words) => !forms.has(words)));
  const rows = await run<Pick<Tables['form'], 'number' | 'label'>>(db, 'select number, label from form where label in (select value from json_each(?))', [
    JSON.stringify([...unknown]),
  ]);
  for (const { number, label } of rows) forms.set(label, number);
}

async function nextNumber(db: Kysely<Tables>, table: 'named' | 'form'): Promise<number> {
  const [last] = await run<{ next: number }>(db, `select coalesce(max(number), 0) + 1 as next from ${table}`, []);
  return last?.next ?? 1;
}

export type MostRemembered = { readonly names: number; readonly forms: number };

/** So many are remembered. Beyond, the names of the documents that came first are let go, and all forms. */
const MOST_REMEMBERED: MostRemembered = { names: 50_000, forms: 500_000 };

/**
 * The same while the whole log is folded, which begins without any: names come document by document, so that hardly any is asked for after it
 * was let go. What is, is looked up, and only then made so that it can be.
 */
export class RememberedNames {
  readonly #most: MostRemembered;
  readonly #documents = new Map<string, Map<string, Held>>();
  /** Documents of which names were let go. */
  readonly #gone = new Set<string>();
  #areFormsGone = false;
  readonly #held = { namesOf: (document: string) => namesIn(this.#documents, document), forms: new Map<string, number>(), nextName: 1, nextForm: 1 };

  constructor(most = MOST_REMEMBERED) {
    this.#most = most;
  }

  readonly find: FindNames = async (db, claims) => {
    this.#letGoNames(this.#most.names);
    if (this.#held.forms.size > this.#most.forms) this.#letGoForms();
    const again = claims.filter(({ document }) => this.#gone.has(document));
    if (again.length > 0) {
      await makeEarly(db, 'names');
      await addNames(db, this.#documents, again);
    }
    if (this.#areFormsGone) {
      await makeEarly(db, 'forms');
      await addForms(db, this.#held.forms, claims);
    }
    return this.#held;
  };

  /** Names may have gone from the views. */
  letGo(): void {
    this.#letGoNames(0);
    this.#letGoForms();
  }

  #letGoNames(most: number): void {
    let names = 0;
    for (const each of this.#documents.values()) names += each.size;
    for (const [document, each] of this.#documents) {
      if (names <= most) break;
      names -= each.size;
      this.#documents.delete(document);
      this.#gone.add(document);
    }
  }

  #letGoForms(): void {
    this.#held.forms.clear();
    this.#areFormsGone = true;
  }
}
