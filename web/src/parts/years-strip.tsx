import { useTongue } from '../data/tongue.tsx';
import type { YearCount } from '../../../src/model/timeline.ts';
import { setParameters } from '../data/route.ts';

/** Beyond this many years a strip with a place for each would be too fine to press; then only years with marks stand in it. */
const LONGEST = 90;

/** Years that a label takes the room of. */
const ROOM = 5;

/** How many harms each year has, as bars that lead to a stretch that begins with it; years without any keep their place, as a gap. */
export function YearsStrip({ years }: { readonly years: readonly YearCount[] }) {
  const { say, digits } = useTongue();
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const withGaps = last - first < LONGEST ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : years.map(({ year }) => year);
  const marks = ({ recorded, suggested }: YearCount): number => recorded + suggested;
  const most = Math.max(...years.map(marks));
  return (
    <nav className="years" aria-label={say('timeline.years')}>
      {withGaps.map((year) => {
        const here = years.find((each) => each.year === year);
        const all = here ? marks(here) : 0;
        const isLabelled = year === first || year === last || (year % 10 === 0 && year - first > ROOM && last - year > ROOM);
        return (
          <span key={year} className="years-slot" data-label={isLabelled ? digits(year) : undefined}>
            {here && (
              <button
                type="button"
                className="years-bar"
                aria-label={say('timeline.year', { year: digits(year), n: all })}
                style={{ blockSize: `${(100 * all) / most}%` }}
                onClick={() => setParameters({ year: String(year), skip: null }, true)}
              >
                <span data-status="recorded" style={{ blockSize: `${(100 * here.recorded) / all}%` }} />
              </button>
            )}
          </span>
        );
      })}
    </nav>
  );
}
