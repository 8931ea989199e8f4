import { useQuery } from '@tanstack/react-query';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { STATUSES, type ClaimRow, type Status } from '../../../src/model/answers.ts';
import type { TimelineItem, TimelineStretch } from '../../../src/model/timeline.ts';
import { FAMILIES, familyOf, type Family } from '../../../src/model/vocabulary.ts';
import { placeInYear } from '../data/dates.ts';
import { timelineQuestion } from '../data/questions.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { Asked } from '../parts/asked.tsx';
import { Beyond } from '../parts/beyond.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { byYear, dayNumber, solarHijriYears, type Year } from './by-year.ts';
import { YearsStrip } from './years-strip.tsx';

/** Claims and suggestions by when they say it happened; each leads to its passage. */
export function TimelinePage() {
  const { say } = useTongue();
  const asked = useQuery(timelineQuestion(useAsked()));
  return (
    <Asked asked={asked}>
      {(timeline) => (
        <div className="page">
          <title>{`${say('timeline.title')} · onrecord`}</title>
          <header className="page-head">
            <h1>{say('timeline.title')}</h1>
            <p className="lead">{say('timeline.lead')}</p>
          </header>
          <ClockBar />
          <Years timeline={timeline} />
        </div>
      )}
    </Asked>
  );
}

/** What the address asks of the timeline, as the server takes it. */
function useAsked(): string {
  const [year] = useParameter('year');
  const [skip] = useParameter('skip');
  const [families] = useParameter('families');
  const [recordedOnly] = useParameter('recorded');
  const asked = { ...useClocks(), year, skip, families, 'recorded-only': recordedOnly === null ? null : 'yes' };
  return new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();
}

function Years({ timeline }: { readonly timeline: TimelineStretch }) {
  const { say } = useTongue();
  const [families] = useParameter('families');
  const [recordedOnly] = useParameter('recorded');
  const shownFamilies = new Set<Family>(FAMILIES.filter((family) => families === null || families.split(',').includes(family)));
  const claims = [...timeline.dated.map(({ claim }) => claim), ...timeline.undated];
  const { undated, before, after } = timeline;
  // What is shown changes where a stretch begins.
  const choose = (values: Readonly<Record<string, string | null>>): void => setParameters({ ...values, year: null, skip: null }, false);
  const chooseFamilies = (chosen: readonly Family[]): void =>
    choose({ families: chosen.length === FAMILIES.length || chosen.length === 0 ? null : chosen.join(',') });
  return (
    <>
      <div className="tools">
        <FamilyChoices shown={shownFamilies} onChange={chooseFamilies} />
        <ToggleButton className="choice" isSelected={recordedOnly !== null} onChange={(isOn) => choose({ recorded: isOn ? '1' : null })}>
          {say('timeline.recordedOnly')}
        </ToggleButton>
        <Legend shown={new Set(claims.map(({ status }) => status))} />
      </div>
      {claims.length === 0 ? <p className="notice">{say('timeline.empty')}</p> : <YearsStrip years={timeline.years} />}
      <Beyond before={before} shown={timeline.dated.length} after={after} of="dated" />
      {byYear(timeline.dated).map((year) => (
        <YearSection key={year.year} year={year} />
      ))}
      <Beyond before={before} shown={timeline.dated.length} after={after} of="dated" />
      {undated.length > 0 && <Undated claims={undated} inAll={timeline.undatedInAll} />}
    </>
  );
}

function FamilyChoices({ shown, onChange }: { readonly shown: ReadonlySet<Family>; readonly onChange: (families: readonly Family[]) => void }) {
  const { say } = useTongue();
  return (
    <ToggleButtonGroup
      className="choices"
      aria-label={say('timeline.families')}
      selectionMode="multiple"
      selectedKeys={shown}
      onSelectionChange={(keys) => onChange(FAMILIES.filter((family) => keys.has(family)))}
    >
      {FAMILIES.map((family) => (
        <ToggleButton key={family} id={family} className="choice" data-family={family}>
          <FamilyMark family={family} status="recorded" /> {say(`family.${family}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function Legend({ shown }: { readonly shown: ReadonlySet<Status> }) {
  const { say } = useTongue();
  return (
    <ul className="legend small soft" data-family="life">
      {STATUSES.filter((status) => shown.has(status)).map((status) => (
        <li key={status}>
          <span className="span" data-status={status} /> {say(`timeline.legend.${status}`)}
        </li>
      ))}
    </ul>
  );
}

function YearSection({ year: { year, items } }: { readonly year: Year }) {
  const { code, digits } = useTongue();
  const solarHijri = solarHijriYears(year)?.map(digits).join('–');
  return (
    <section className="year" id={`year-${year}`} tabIndex={-1} aria-labelledby={`year-${year}-title`}>
      <h2 id={`year-${year}-title`}>
        {code === 'fa' ? solarHijri : digits(year)} <small>{code === 'fa' ? digits(year) : solarHijri}</small>
      </h2>
      <ol>
        {items.map((item) => (
          <Moment key={item.claim.id} item={item} year={year} />
        ))}
      </ol>
    </section>
  );
}

/** One mark and what it stands for. Its length is the days that it may have been; an end that is open, or in another year, has no cap. */
function Moment({ item, year }: { readonly item: TimelineItem; readonly year: number }) {
  const first = dayNumber(item.first, -Infinity);
  const last = dayNumber(item.last, Infinity);
  const { from, to } = placeInYear(first, last, year);
  const family = familyOf(item.claim.kind);
  return (
    <li className="moment" data-family={family}>
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
      <ClaimExcerpt claim={item.claim} />
    </li>
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
