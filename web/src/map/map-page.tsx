import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { MapRow, PlaceMap } from '../../../src/model/place-map.ts';
import { FAMILIES, KINDS, type Family, type Kind } from '../../../src/model/vocabulary.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { useClocks } from '../clocks/use-clocks.ts';
import { read } from '../data/api.ts';
import { setParameters, useParameter } from '../data/route.ts';
import { directionOf, useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { Choice, type OptionGroup } from '../parts/choice.tsx';
import { kindGroups } from '../parts/kind-groups.ts';
import { RecordHead } from '../record/record-head.tsx';
import { PlaceTable } from './place-table.tsx';

// What draws, and the atlas, are brought only to this page.
const Drawing = lazy(() => import('./drawing.tsx'));

const mapQuestion = (search: string) =>
  queryOptions({ queryKey: ['map', search], queryFn: ({ signal }) => read<PlaceMap>(`/map?${search}`, signal), placeholderData: keepPreviousData });

/** The places that claims name, where a place of that name is known. The address says which claims are asked for, and which place is chosen. */
export function MapPage() {
  const { say } = useTongue();
  const search = useAsked();
  return (
    <div className="page page-wide record map-page">
      <RecordHead page="map" title="map.title" lead={say('map.lead')} />
      <ClockBar />
      <Narrowing />
      <Asked asked={useQuery(mapQuestion(search))}>{(map) => <Shown map={map} search={search} />}</Asked>
      <p className="small soft map-sources">{say('map.sources')}</p>
    </div>
  );
}

/** What the address asks of the map, as the server takes it. */
function useAsked(): string {
  const [kind] = useParameter('kind');
  const [families] = useParameter('families');
  const [recorded] = useParameter('recorded');
  const [sensitive] = useParameter('sensitive');
  const asked = { ...useClocks(), kind, families, 'recorded-only': recorded && 'yes', sensitive: sensitive && 'yes' };
  return new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
}

const ALL = 'all';

function Narrowing() {
  const tongue = useTongue();
  const { say } = tongue;
  const [kind] = useParameter('kind');
  const [family] = useParameter('families');
  const [recorded] = useParameter('recorded');
  const [sensitive] = useParameter('sensitive');
  const choose = (values: Readonly<Record<string, string | null>>): void => setParameters({ ...values, place: null }, false);
  type Option = typeof ALL | Family | Kind;
  const families = FAMILIES.map((each) => ({ value: each, label: say(`family.${each}`) }));
  const groups: readonly OptionGroup<Option>[] = [
    { title: '', options: [{ value: ALL, label: say('map.everything') }] },
    { title: say('map.families'), options: families },
    ...kindGroups(tongue),
  ];
  const present = [...FAMILIES, ...KINDS].find((each) => each === (kind ?? family)) ?? ALL;
  return (
    <div className="queue-narrowing">
      <Choice<Option>
        label={say('map.what')}
        value={present}
        groups={groups}
        onChange={(chosen) => choose({ kind: chosen === ALL || isFamily(chosen) ? null : chosen, families: isFamily(chosen) ? chosen : null })}
      />
      <ToggleButton className="choice" isSelected={recorded !== null} onChange={(isOn) => choose({ recorded: isOn ? '1' : null })}>
        {say('timeline.recordedOnly')}
      </ToggleButton>
      <ToggleButton className="choice" isSelected={sensitive !== null} onChange={(isOn) => choose({ sensitive: isOn ? '1' : null })}>
        {say('map.sensitive')}
      </ToggleButton>
    </div>
  );
}

const isFamily = (value: string): value is Family => FAMILIES.some((family) => family === value);

function Shown({ map, search }: { readonly map: PlaceMap; readonly search: string }) {
  const { say } = useTongue();
  const [sensitive] = useParameter('sensitive');
  const [place, setPlace] = useParameter('place');
  const { found, others, beyond } = map;
  const chosen = found.find(({ id }) => id === place) ?? null;
  const choose = (id: string | null): void => setPlace(id, true);
  const nothing = found.length + others.length === 0;
  return (
    <>
      {map.withoutSuggestions && <p className="small caution">{say('map.withoutSuggestions')}</p>}
      <p className="small soft map-care">{say(sensitive === null ? 'map.sensitive.out' : 'map.sensitive.in')}</p>
      {nothing ? (
        <p className="notice">{say('map.none')}</p>
      ) : (
        <div className="map-beside">
          <div className="map-picture">
            <Suspense fallback={<output className="soft">{say('loading')}</output>}>
              <Drawing rows={found} chosen={chosen} onChoose={choose} />
            </Suspense>
            <Legend rows={found} />
          </div>
          <div className="map-lists">
            <PlaceTable
              title={say('map.list')}
              rows={found}
              beyond={beyond.found}
              chosen={place}
              onChoose={choose}
              search={search}
              empty={say('map.list.none')}
            />
            <PlaceTable
              title={say('map.others')}
              rows={others}
              beyond={beyond.others}
              chosen={place}
              onChoose={choose}
              search={search}
              empty={say('map.others.none')}
            />
          </div>
        </div>
      )}
    </>
  );
}

/** What the marks that are there mean. */
function Legend({ rows }: { readonly rows: readonly MapRow[] }) {
  const { say, code } = useTongue();
  const places = rows.flatMap((row) => row.places);
  const has = {
    city: places.some(({ precision }) => precision === 'city'),
    around: places.some(({ precision }) => precision === 'around'),
    country: places.some(({ precision }) => precision === 'country'),
    several: rows.some((row) => row.places.length > 1),
    suggested: rows.some(({ recorded }) => recorded === 0),
  };
  const signs = (['city', 'around', 'country', 'several', 'suggested'] as const).filter((sign) => has[sign]);
  return (
    <ul className="legend small soft">
      {signs.map((sign) => (
        <li key={sign}>
          <span className="map-sign" data-sign={sign} aria-hidden="true" /> {say(`map.legend.${sign}`)}
        </li>
      ))}
      {directionOf(code) === 'rtl' && (has.city || has.around) && <li>{say('map.legend.latin')}</li>}
    </ul>
  );
}
