// The names that people at the desk asked for and see, each in their own session. Only in memory: when the desk is closed, all are covered again.
import { NO_VEIL, veilOf, type Veil, type VeiledName } from '../record/veil.ts';
import type { Casebook } from './casebook.ts';
import { askForName, veiledBy, veiledNames } from './pseudonyms.ts';

export type { Veil };

export class OpenedNames {
  /** Ids of names, by session. */
  readonly #open = new Map<string, Set<string>>();
  #names: readonly VeiledName[] = [];
  /** Of these names, by what is open of them: a veil remembers what it has covered. */
  #veils = new Map<string, Veil>();

  /** What covers the names for this session. */
  async veil(casebook: Casebook, session: string): Promise<Veil> {
    const names = await veiledNames(casebook);
    if (names.length === 0) return NO_VEIL;
    if (names !== this.#names) [this.#names, this.#veils] = [names, new Map()];
    const covered = names.filter((name) => !this.isOpen(session, name));
    const key = covered.map(({ ids }) => ids[0]).join(' ');
    const veil = this.#veils.get(key) ?? veilOf(covered);
    this.#veils.set(key, veil);
    return veil;
  }

  isOpen(session: string, { ids }: VeiledName): boolean {
    const open = this.#open.get(session);
    return open !== undefined && ids.some((id) => open.has(id));
  }

  /** The log has it before anybody sees the name. Throws as `askForName` does. */
  async ask(casebook: Casebook, session: string, id: string, reason: string | null): Promise<void> {
    const { ids } = await askForName(casebook, id, reason);
    this.#open.set(session, new Set([...(this.#open.get(session) ?? []), ...ids]));
  }

  /** Throws a Fault 'not-found' where the name has no pseudonym. */
  async cover(casebook: Casebook, session: string, id: string): Promise<void> {
    const { ids } = await veiledBy(casebook, id);
    for (const each of ids) this.#open.get(session)?.delete(each);
  }
}
