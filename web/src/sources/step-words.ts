import { RELIABILITIES, type RemarkRow } from '../../../src/model/remark.ts';
import type { Tongue } from '../data/tongue.tsx';

/** The step of an assessment in the interface's language. */
export function stepWords({ value }: RemarkRow, { say }: Tongue): string {
  const step = RELIABILITIES.find((each) => each === value);
  return step ? say(`reliability.${step}`) : value;
}
