import { FAMILIES, familyOf, KINDS } from '../../../src/model/vocabulary.ts';
import type { Tongue } from '../data/tongue.tsx';

/** The kinds of claims, by their families, to choose from. */
export const kindGroups = (tongue: Tongue) =>
  FAMILIES.map((family) => ({
    title: tongue.say(`family.${family}`),
    options: KINDS.filter((kind) => familyOf(kind) === family).map((kind) => ({ value: kind, label: tongue.kind(kind) })),
  }));
