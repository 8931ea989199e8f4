// A route of the API: what is asked, and who answers.
import { z } from 'zod';
import type { Casebook } from '../desk/casebook.ts';
import type { CheckedLately } from '../desk/check-lately.ts';
import type { Leases } from '../desk/leases.ts';
import type { OpenedNames, Veil } from '../desk/opened-names.ts';
import type { PageViewer } from '../desk/page-viewer.ts';
import { soughtAs } from '../desk/search-veiled.ts';
import { FILTERS, parseFilter, type ClaimFilter } from '../desk/parse-filter.ts';

/**
 * A request, its parts not yet trusted. `gone` is aborted when whoever asks goes away before the answer; `viewer` draws pages, `leases`
 * are those of this server's queue, `checked` is what its last check of the casebook found, `opened` the names
 * that were asked for; `veil` covers the others for this `session`.
 */
export type Asked = {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly gone: AbortSignal;
  readonly viewer: PageViewer;
  readonly leases: Leases;
  readonly checked: CheckedLately;
  readonly opened: OpenedNames;
  /** Of the browser that asks; empty where whoever asks keeps none. */
  readonly session: string;
  readonly veil: Veil;
};

export type Route = {
  readonly method: 'GET' | 'POST';
  /** As fastify writes it: `:id` is a part. */
  readonly path: string;
  readonly about: string;
  readonly query?: readonly string[];
  readonly body?: z.ZodType;
  /** The body is a file's bytes (application/octet-stream), as a stream. */
  readonly takesFile?: true;
  /** Words of the body become words of the record. */
  readonly records?: true;
  /** The answer is a picture, not JSON. */
  readonly givesPicture?: true;
  /** The answer is a picture, sound or film as it came (`ShownMedia`), of which ranges can be asked for. */
  readonly givesMedia?: true;
  readonly answer: (casebook: Casebook, asked: Asked) => Promise<unknown>;
};

export const byId = z.object({ id: z.string() });

/** The id in the address. */
export const idOf = ({ params }: Asked): string => byId.parse(params).id;

/** What takes an entry of the log back. */
export const takingBack = z.object({ entry: z.string(), reason: z.string().nullish() });

/** The words of a query that choose claims. */
export const filters = Object.keys(FILTERS) as (keyof typeof FILTERS)[];
const fixing = z.looseObject({ at: z.string().optional(), 'said-by': z.string().optional(), 'known-by': z.string().optional() });
const words = z.partialRecord(z.enum(filters), z.string());

/** The clocks among them. */
export const CLOCKS = ['at', 'said-by', 'known-by'] as const satisfies typeof filters;

/** What else a query asks is not looked at. */
export const filterOf = ({ query, veil }: Asked): ClaimFilter => {
  const given = words.parse(Object.fromEntries(Object.entries(z.record(z.string(), z.unknown()).parse(query)).filter(([name]) => name in FILTERS)));
  return veiledFilter(
    parseFilter((name) => given[name]),
    veil,
  );
};

/** The clocks alone: what a question about one thing is narrowed by. */
export const clocksOf = ({ query }: Pick<Asked, 'query'>): ClaimFilter => {
  const given = fixing.parse(query);
  return parseFilter((name) => (CLOCKS.some((clock) => clock === name) ? given[name as (typeof CLOCKS)[number]] : undefined));
};

/** A filter by what whoever asks is shown. */
export const veiledFilter = (filter: ClaimFilter, veil: Veil): ClaimFilter => ({
  ...filter,
  ...(filter.label === undefined ? {} : { label: soughtAs(filter.label, veil) }),
  ...(filter.entity === undefined || veil.names.length === 0 ? {} : { shown: veil.named }),
});
