import { useEffect } from 'react';
import { readEdtf } from '../../../src/base/edtf.ts';
import type { ClaimRow } from '../../../src/model/answers.ts';
import { A_YEAR, type TimelineItem, type TimelineStretch } from '../../../src/model/timeline.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { placeInYear } from '../data/dates.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { Choice } from '../parts/choice.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { byYear, dayNumber, solarHijriYears, type Year } from './by-year.ts';

type Props = {
  readonly timeline: TimelineStretch;
  /** The id of a claim that is to be shown as soon as it is here; null: none. */
  readonly wanted: string | null;
  readonly onFound: () => void;
};

/** The timeline in words, year by year, a stretch of it at a time. */
export function TimelineList({ timeline, wanted, onFound }: Props) {
  const { say } = useTongue();
  const [chosen] = useParameter('mark');
  const [said] = useParameter('said');
  const { dated, undated, before, after } = timeline;
  const found = dated.some(({ claim }) => claim.id === wanted) ? wanted : null;
  useEffect(() => {
    if (found === null) return;
    const line = document.getElementById(`moment-${found}`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
    onFound();
  }, [found, onFound]);
  return (
    <>
      {dated.length + undated.length === 0 ? <p className="notice">{say('timeline.empty')}</p> : <FromYear timeline={timeline} />}
      <Beyond before={before} shown={dated.length} after={after} of="dated" />
      {byYear(dated).map((year) => (
        <YearSection key={year.year} year={year} chosen={chosen} said={said !== null} />
      ))}
      <Beyond before={before} shown={dated.length} after={after} of="dated" />
      {undated.length > 0 && <Undated claims={undated} inAll={timeline.undatedInAll} />}
    </>
  );
}

const FIRST = 'first';

/** Where the list begins: with the first, or in a year. */
function FromYear({ timeline: { years } }: { readonly timeline: TimelineStretch }) {
  const { say, digits } = useTongue();
  const [year] = useParameter('year');
  if (years.length < 2) return null;
  const options = years.map((each) => ({
    value: String(each.year),
    label: say('timeline.year', { year: digits(each.year), n: each.recorded + each.suggested }),
  }));
  return (
    <div className="list-from">
      <Choice
        label={say('timeline.from')}
        value={year ?? FIRST}
        groups={[{ title: '', options: [{ value: FIRST, label: say('stretch.first') }, ...options] }]}
        onChange={(next) => setParameters({ year: next === FIRST ? null : next, from: null, skip: null }, true)}
      />
    </div>
  );
}

type SectionProps = { readonly year: Year; readonly chosen: string | null; readonly said: boolean };

function YearSection({ year: { year, items }, chosen, said }: SectionProps) {
  const { code, digits } = useTongue();
  const solarHijri = solarHijriYears(year)?.map(digits).join('–');
  return (
    <section className="year" id={`year-${year}`} tabIndex={-1} aria-labelledby={`year-${year}-title`}>
      <h2 id={`year-${year}-title`}>
        {code === 'fa' ? solarHijri : digits(year)} <small>{code === 'fa' ? digits(year) : solarHijri}</small>
      </h2>
      <ol>
        {items.map((item) => (
          <Moment key={item.claim.id} item={item} year={year} isChosen={item.claim.id === chosen} said={said} />
        ))}
      </ol>
    </section>
  );
}

type MomentProps = { readonly item: TimelineItem; readonly year: number; readonly isChosen: boolean; readonly said: boolean };

/** One mark and what it stands for. Its length is the days that it may have been; an end that is open, or in another year, has no cap. */
function Moment({ item, year, isChosen, said }: MomentProps) {
  const first = dayNumber(item.first, -Infinity);
  const last = dayNumber(item.last, Infinity);
  const { from, to } = placeInYear(first, last, year);
  const family = familyOf(item.claim.kind);
  return (
    <li className="moment" id={`moment-${item.claim.id}`} tabIndex={-1} data-family={family} data-chosen={isChosen || undefined}>
      <span className="track" aria-hidden="true">
        <span
          className="span"
          data-status={item.claim.status}
          data-approximate={item.approximate || undefined}
          data-from={from === 0 && placeInYear(first, last, year - 1).to > placeInYear(first, last, year - 1).from ? 'open' : undefined}
          data-to={placeInYear(first, last, year + 1).to > 0 ? 'open' : undefined}
          style={{ insetInlineStart: `${from * 100}%`, inlineSize: `${(to - from) * 100}%` }}
        />
      </span>
      <ClaimExcerpt claim={item.claim}>{said && <SaidAfter item={item} />}</ClaimExcerpt>
    </li>
  );
}

/** When it was said beside when it happened, and how long lay between, where days are known. */
function SaidAfter({ item: { claim, last } }: { readonly item: TimelineItem }) {
  const { say } = useTongue();
  if (claim.saidOn === null) return <span className="small said-after">{say('timeline.said.unknown')}</span>;
  const said = readEdtf(claim.saidOn)?.first ?? Number.NaN;
  const days = said - dayNumber(last, Infinity);
  return (
    <span className="small said-after">
      <span className="when">
        {say('timeline.said')} <DateWords edtf={claim.saidOn} />
      </span>
      {days > 0 && Number.isFinite(days) && (
        <>
          {say('comma')}
          {days < A_YEAR ? say('timeline.said.days', { n: days }) : say('timeline.said.years', { n: Math.floor(days / A_YEAR) })}
        </>
      )}
    </span>
  );
}

function Undated({ claims, inAll }: { readonly claims: readonly ClaimRow[]; readonly inAll: number }) {
  const { say } = useTongue();
  return (
    <section className="year" aria-labelledby="undated-title">
      <h2 id="undated-title">{say('timeline.undated')}</h2>
      <div>
        <p className="small soft">{say('timeline.undated.note')}</p>
        {inAll > claims.length && <p className="small caution">{say('stretch.undated', { shown: claims.length, all: inAll })}</p>}
        <ol>
          {claims.map((claim) => (
            <li key={claim.id}>
              <ClaimExcerpt claim={claim} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
