import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Form, Input, Label, Slider, SliderThumb, SliderTrack, TextField } from 'react-aria-components';
import { isoDay, readEdtf } from '../../../src/base/edtf.ts';
import type { ClockRanges } from '../../../src/model/clock-ranges.ts';
import { read } from '../data/api.ts';
import { setParameters } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { CLOCKS, useClocks, type Clock } from './use-clocks.ts';

const rangesQuestion = queryOptions({ queryKey: ['clocks'], queryFn: ({ signal }) => read<ClockRanges>('/clocks', signal) });

/** Which part of a page's address stands for a stretch of a list, and begins anew when a clock is set. */
const STRETCH = { year: null, from: null, skip: null };

const fix = (clock: Clock, date: string | null): void => setParameters({ [clock]: date, ...STRETCH }, false);

/** Fixes each of the three clocks by a slider or a date: what is below is the record as it stood. */
export function ClockBar() {
  const { say } = useTongue();
  const fixed = useClocks();
  const ranges = useQuery(rangesQuestion).data;
  return (
    <details className="clocks" open={Object.keys(fixed).length > 0}>
      <summary>
        {say('clocks.title')}
        {CLOCKS.map((clock) => {
          const date = fixed[clock];
          return date === undefined ? null : (
            <span key={clock} className="small when">
              {say(`clocks.${clock}`)} <DateWords edtf={date} />
            </span>
          );
        })}
      </summary>
      <p className="small soft">{say('clocks.lead')}</p>
      {CLOCKS.map((clock) => (
        <ClockRow key={`${clock} ${fixed[clock] ?? ''}`} clock={clock} date={fixed[clock] ?? null} range={ranges?.[clock] ?? null} />
      ))}
    </details>
  );
}

type RowProps = {
  readonly clock: Clock;
  /** Where it is fixed, EDTF; null where it is not. */
  readonly date: string | null;
  /** The first and last day that it could be of use to fix it at, ISO. */
  readonly range: readonly [string, string] | null;
};

function ClockRow({ clock, date, range }: RowProps) {
  const { say } = useTongue();
  const [words, setWords] = useState(date ?? '');
  const isBad = words.trim() !== '' && readEdtf(words.trim()) === null;
  return (
    <div className="clock">
      {range && <ClockSlider clock={clock} date={date} range={range} />}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBad) fix(clock, words.trim() || null);
        }}
      >
        <TextField className="field" value={words} onChange={setWords} isInvalid={isBad} aria-label={`${say(`clocks.${clock}`)}: ${say('clocks.date')}`}>
          <Input dir="ltr" placeholder="YYYY-MM-DD" />
        </TextField>
        {date !== null && (
          <Button className="button button-quiet" onPress={() => fix(clock, null)}>
            {say('clocks.let')}
          </Button>
        )}
      </Form>
    </div>
  );
}

/** By days; of when it happened by years, since seldom more is known. The thumb stands at the end while the clock is not fixed. */
function ClockSlider({ clock, date, range }: RowProps & { readonly range: readonly [string, string] }) {
  const { say } = useTongue();
  const toNumber = (day: string): number => (clock === 'at' ? Number(/^-?\d+/.exec(day)?.[0]) : (readEdtf(day)?.first ?? 0));
  const toDate = (value: number): string => (clock === 'at' ? String(value).padStart(4, '0') : isoDay(value));
  const [min, max] = [toNumber(range[0]), toNumber(range[1])];
  const given = date === null ? null : readEdtf(date);
  const [value, setValue] = useState(given ? (clock === 'at' ? Number(isoDay(given.first).slice(0, 4)) : given.last) : max);
  if (!(min < max)) return <span className="clock-name">{say(`clocks.${clock}`)}</span>;
  return (
    <Slider
      className="slider"
      minValue={min}
      maxValue={max}
      value={Math.min(max, Math.max(min, value))}
      onChange={(next) => setValue(next)}
      onChangeEnd={(next) => fix(clock, toDate(next))}
    >
      <Label className="clock-name">{say(`clocks.${clock}`)}</Label>
      <output className="small when">{date === null && value === max ? say('clocks.free') : <DateWords edtf={toDate(value)} />}</output>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
