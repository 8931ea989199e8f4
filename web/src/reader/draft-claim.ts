// A claim while a person puts it right or makes it: what the fields of the form hold, and the claim that they come to.
import { readEdtf } from '../../../src/base/edtf.ts';
import type { ClaimContent, Quote, Roles } from '../../../src/model/claim.ts';
import { ROLES, type Kind, type Modality, type Role } from '../../../src/model/vocabulary.ts';

/** Fields that hold lists have one member a line. `kind` is null until one is chosen; `edtf` is empty where the time is not resolved. */
export type Draft = {
  readonly quote: Quote;
  readonly kind: Kind | null;
  readonly modality: Modality;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly timeText: string;
  readonly edtf: string;
  readonly saidBy: string;
};

const lines = (words: string): readonly string[] => words.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore

/** A claim of a person's own, before anything but its words is known. */
export const draftFrom = (quote: Quote): Draft => ({
  quote,
  kind: null,
  modality: 'asserted',
  roles: { actor: '', target: '', place: '' },
  timeText: '',
  edtf: '',
  saidBy: '',
});

/** The names of a field and one more, unless it is there already. */
export const withName = (names: string, name: string): string => [...new Set([...lines(names), name.replace(/\s+/g, ' ')])].join('\n');

export function draftOf({ quote, kind, modality, roles, time, saidBy }: ClaimContent): Draft {
  const filled = ROLES.filter((role) => roles[role]?.length).map((role) => [role, roles[role]?.join('\n')]);
  return {
    quote,
    kind,
    modality,
    roles: Object.fromEntries(filled) as Draft['roles'],
    timeText: time?.text ?? '',
    edtf: time?.edtf ?? '',
    saidBy: saidBy.join('\n'),
  };
}

/** What keeps a draft from being a claim; null where nothing does. */
export function faultOf(draft: Draft): 'amend.kind.needed' | 'amend.edtf.bad' | 'amend.edtf.needsText' | null {
  const edtf = draft.edtf.trim();
  if (edtf !== '' && !readEdtf(edtf)) return 'amend.edtf.bad';
  if (edtf !== '' && draft.timeText.trim() === '') return 'amend.edtf.needsText';
  return draft.kind === null ? 'amend.kind.needed' : null;
}

/** The claim of a draft; null where it has a fault. A role without a name in it is left out. */
export function contentOf(draft: Draft): ClaimContent | null {
  if (draft.kind === null || faultOf(draft) !== null) return null;
  const roles: Partial<Record<Role, readonly string[]>> = {};
  for (const role of ROLES) {
    const names = lines(draft.roles[role] ?? '');
    if (names.length > 0) roles[role] = names;
  }
  const text = draft.timeText.trim();
  return {
    quote: draft.quote,
    kind: draft.kind,
    roles: roles satisfies Roles,
    time: text === '' ? null : { text, edtf: draft.edtf.trim() || null },
    modality: draft.modality,
    saidBy: lines(draft.saidBy),
  };
}
