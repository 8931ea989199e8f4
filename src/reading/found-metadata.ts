// Collecting what is found of a document as a whole: every value once, with where it was found, the best first.
import { METADATA_FIELDS, type Found, type Metadata, type MetadataField } from '../model/document.ts';

/** Longer values are no titles or names but mistakes of a page's author. In UTF-16 units. */
const LONGEST = 500;

/** Values in the order in which they are added; the caller adds the best first. */
export class FoundMetadata {
  readonly #found = new Map<MetadataField, Found[]>();

  /** Adds a value unless it is empty, too long to be one, or there already. Whitespace is folded. */
  add(field: MetadataField, value: string | null | undefined, from: string): void {
    const clean = value?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
    if (clean === '' || clean.length > LONGEST || !clean.isWellFormed()) return;
    const list = this.#found.get(field) ?? [];
    if (!list.some((each) => each.value === clean)) list.push({ value: clean, from });
    this.#found.set(field, list);
  }

  /** Everything that another reader found, behind what is here. */
  addAll(other: Metadata): void {
    for (const field of METADATA_FIELDS) for (const { value, from } of other[field] ?? []) this.add(field, value, from);
  }

  has(field: MetadataField): boolean {
    return this.#found.has(field);
  }

  all(): Metadata {
    return Object.fromEntries(this.#found);
  }
}
