// A claim while a person puts it right: what the fields of the form hold, and the claim that they come to.
import { readEdtf } from '../../../src/base/edtf.ts';
import type { ClaimContent, Quote, Roles } from '../../../src/model/claim.ts';
import { ROLES, type Kind, type Modality, type Role } from '../../../src/model/vocabulary.ts';

/** Fields that hold lists have one member a line. `edtf` is empty where the time is not resolved. */
export type Draft = {
  readonly quote: Quote;
  readonly kind: Kind;
  readonly modality: Modality;
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  readonly timeText: string;
  readonly edtf: string;
  readonly saidBy: string;
};

const lines = (words: string): readonly string[] => words.split('\n').map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore

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
export function faultOf(draft: Draft): 'amend.edtf.bad' | 'amend.edtf.needsText' | null {
  const edtf = draft.edtf.trim();
  if (edtf !== '' && !readEdtf(edtf)) return 'amend.edtf.bad';
  return edtf !== '' && draft.timeText.trim() === '' ? 'amend.edtf.needsText' : null;
}

/** The claim of a draft without fault. A role without a name in it is left out. */
export function contentOf(draft: Draft): ClaimContent {
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
