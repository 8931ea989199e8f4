import { useTongue } from '../data/tongue.tsx';
import type { Year } from './by-year.ts';

/** Beyond this many years a strip with a place for each would be too fine to press; then only years with marks stand in it. */
const LONGEST = 90;

/** How many marks each year has, as bars that lead to it; years without any keep their place, as a gap. */
export function YearsStrip({ years }: { readonly years: readonly Year[] }) {
  const { say, digits } = useTongue();
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const withGaps = last - first < LONGEST ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : years.map(({ year }) => year);
  const most = Math.max(...years.map(({ items }) => items.length));
  const goTo = (year: number): void => {
    const section = document.getElementById(`year-${year}`);
    section?.scrollIntoView();
    section?.focus({ preventScroll: true });
  };
  return (
    <nav className="years" aria-label={say('timeline.years')}>
      {withGaps.map((year) => {
        const items = years.find((each) => each.year === year)?.items ?? [];
        const isLabelled = year % 10 === 0 || year === first || year === last;
        const recorded = items.filter(({ claim }) => claim.status === 'recorded').length;
        return (
          <span key={year} className="years-slot" data-label={isLabelled ? digits(year) : undefined}>
            {items.length > 0 && (
              <button
                type="button"
                className="years-bar"
                aria-label={say('timeline.year', { year: digits(year), n: items.length })}
                style={{ blockSize: `${(100 * items.length) / most}%` }}
                onClick={() => goTo(year)}
              >
                <span data-status="recorded" style={{ blockSize: `${(100 * recorded) / items.length}%` }} />
              </button>
            )}
          </span>
        );
      })}
    </nav>
  );
}
