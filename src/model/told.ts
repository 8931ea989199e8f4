// What tells two of one name apart, as claims have it.
import type { EntityRow } from './entity.ts';

/** `document`: the title of the first that names them; `post` with when it was held where that is said; `died` as EDTF. */
export type Told = { readonly what: 'post' | 'place' | 'died' | 'document'; readonly words: string };

/** Whom claims name, with what tells them from others who bear one of their names; nothing where nobody else does. */
export type EntityTold = EntityRow & { readonly told: readonly Told[] };

/** Some of those whom claims name, `skip` of them passed over. `next` is what to skip for those that follow; null where none do. */
export type EntitiesPage = { readonly entities: readonly EntityTold[]; readonly total: number; readonly next: number | null };
