import type { Sensitivity } from '../../../src/model/document.ts';
import { useTongue } from '../data/tongue.tsx';

/** Says so where a document is not for everybody; nothing of one that is. */
export function SensitivityWord({ sensitivity }: { readonly sensitivity: Sensitivity }) {
  const { say } = useTongue();
  return sensitivity === 'public' ? null : <span className="caution">{say(`sensitivity.${sensitivity}`)}</span>;
}
