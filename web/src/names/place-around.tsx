import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PlaceAround } from '../../../src/model/place-map.ts';
import { useClockSearch } from '../clocks/use-clock-search.ts';
import { read } from '../data/api.ts';
import { namePath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { perhaps } from '../map/place-names.ts';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

const aroundQuestion = (id: string, clocks: string) =>
  queryOptions({
    queryKey: ['entity', id, 'place', clocks],
    queryFn: ({ signal }) => read<PlaceAround>(`/entities/${encodeURIComponent(id)}/place?${clocks}`, signal),
  });

/** What a place lies in, and what lies in it, as claims word it; apart from that, where a place of such a name lies, which nobody said of this one. A prison may be a body and a place: what is not held to be a place is shown with what there is alone. */
export function PlaceAroundOf({ id, isPlace }: { readonly id: string; readonly isPlace: boolean }) {
  const tongue = useTongue();
  const { say } = tongue;
  const found = useQuery(aroundQuestion(id, useClockSearch())).data;
  if (!found || (!isPlace && found.lies.length + found.holds.length === 0)) return null;
  return (
    <section className="place-around">
      <h2>{say('place.lies')}</h2>
      {found.lies.length === 0 && <p className="soft">{say('place.lies.none')}</p>}
      <ul className="record-rows">
        {found.lies.map(({ words, wider, claims }) => (
          <li key={words}>
            <ForeignList words={wider} />
            <span className="small soft">
              {say('place.asWorded')} <Foreign>{words}</Foreign>
              {say('comma')}
              {say('names.claims', { n: claims })}
            </span>
          </li>
        ))}
      </ul>
      {found.perhaps.map((meant) => (
        <p key={meant.words} className="small soft">
          {say('place.suggestion')} <Foreign>{meant.words}</Foreign>
          {say('comma')}
          {perhaps(meant, tongue)}
          {meant.others > 0 && ` ${say('map.namesakes', { n: meant.others })}`}{' '}
          <Link href={`/map?${new URLSearchParams({ place: meant.places.map((place) => place.id).join('+') }).toString()}`}>{say('place.onMap')}</Link>
        </p>
      ))}
      <h2>{say('place.holds')}</h2>
      {found.holds.length === 0 && <p className="soft">{say('place.holds.none')}</p>}
      <ul className="record-rows">
        {found.holds.map(({ id: held, words, claims }) => (
          <li key={`${held} ${words}`}>
            <Link href={namePath(held)} dir="auto">
              {words}
            </Link>
            <span className="small soft">{say('names.claims', { n: claims })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
