// Claims for tests: what matters is given, the rest is plain.
import type { ClaimRow } from '../model/answers.ts';

export function told(id: string, given: Partial<ClaimRow> & Pick<ClaimRow, 'kind'>): ClaimRow {
  const exact = given.quote?.exact ?? id;
  return {
    id,
    status: 'suggested',
    document: `d_${id}`,
    documentTitle: id,
    saidOn: null,
    quote: { exact, start: 0, end: Array.from(exact).length },
    roles: {},
    time: null,
    modality: 'asserted',
    saidBy: [],
    rule: 'test@1',
    confidence: 1,
    evidence: [],
    review: null,
    orphan: false,
    ...given,
  };
}

export const on = (edtf: string) => ({ text: edtf, edtf });
