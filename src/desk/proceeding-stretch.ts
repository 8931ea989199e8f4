// A proceeding as its page shows it: how far it has come by all of its steps, and of the steps themselves a stretch.
import { z } from 'zod';
import type { ProceedingStretch } from '../model/proceeding.ts';
import type { Casebook } from './casebook.ts';
import type { ClaimFilter } from './parse-filter.ts';
import { proceeding } from './proceedings-around.ts';

const asked = z.object({ skip: z.coerce.number().int().min(0).default(0) });

/** How many steps are passed over. */
export const parseStepsAsked = (query: unknown): number => asked.parse(query).skip;

/** Given at once: steps; of each other list the first. */
const STEPS = 50;
const OTHERS = 30;
/** Claims of one particular. */
const CITED = 8;

export async function proceedingStretch(casebook: Casebook, id: string, skip: number, filter: ClaimFilter = {}): Promise<ProceedingStretch> {
  const row = await proceeding(casebook, id, filter);
  const { steps, alleged, alike, particulars } = row;
  const claims = new Map([...steps.map(({ claim }) => claim), ...alleged].map((claim) => [claim.id, claim]));
  const shown = steps.slice(skip, skip + STEPS);
  const left = (all: readonly unknown[]): number => Math.max(0, all.length - OTHERS);
  return {
    ...row,
    steps: shown,
    alleged: alleged.slice(0, OTHERS),
    alike: alike.slice(0, OTHERS),
    particulars: particulars.slice(0, OTHERS).map(({ claims: of, ...given }) => {
      const cited = of.slice(0, CITED).flatMap((each) => claims.get(each) ?? []);
      return { ...given, claims: cited, more: of.length - cited.length };
    }),
    before: Math.min(skip, steps.length),
    after: Math.max(0, steps.length - skip - shown.length),
    suggested: steps.filter(({ claim }) => claim.status === 'suggested').length,
    more: { particulars: left(particulars), alleged: left(alleged), alike: left(alike) },
  };
}
