// How an original came that nobody said anything of, for tests that put one into a casebook themselves.
import type { Collection } from './document.ts';

export const UNSAID: Collection = {
  name: 'report.txt',
  url: null,
  method: null,
  collectedAt: null,
  collector: null,
  priorCustodian: null,
  note: null,
  consent: null,
  consentUntil: null,
  sensitivity: 'public',
  container: null,
};
