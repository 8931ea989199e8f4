// The kinds, roles and modalities of claims, as data that the whole program and the desk share.
import kinds from './kinds.json' with { type: 'json' };

export const FAMILIES = ['harm', 'justice', 'response', 'civic', 'office', 'life'] as const;
export type Family = (typeof FAMILIES)[number];

/** What a claim says, in the order in which lists of kinds are shown. */
export const KINDS = [
  'killing', 'massacre', 'execution', 'attack', 'plot', 'threat', 'torture', 'abduction', 'detention', 'repression', 'displacement',
  'complaint', 'investigation', 'warrant', 'arrest', 'charge', 'trial', 'conviction', 'acquittal', 'sentence', 'appeal', 'release', 'exchange', 'extradition',
  'finding', 'letter', 'resolution', 'statement', 'demand', 'sanction', 'entry-ban', 'reparation', 'inaction',
  'protest', 'memorial',
  'appointment', 'position', 'membership', 'command',
  'death',
] as const; // prettier-ignore
export type Kind = (typeof KINDS)[number];

export type KindEntry = { readonly family: Family; readonly label: string; readonly about: string };

const table = kinds as Readonly<Record<Kind, KindEntry>>;

export const kindEntry = (kind: Kind): KindEntry => table[kind];
export const familyOf = (kind: Kind): Family => table[kind].family;

/** Who and what a claim is about: who did it, to whom, where, what about, and of offices and numbers. */
export const ROLES = ['actor', 'target', 'place', 'about', 'title', 'organization', 'outcome'] as const;
export type Role = (typeof ROLES)[number];

/** How the source stands to what it says; kept as data and never upgraded. */
export const MODALITIES = ['asserted', 'alleged', 'denied', 'demanded', 'hypothetical', 'future'] as const;
export type Modality = (typeof MODALITIES)[number];
