import { Fragment, useState } from 'react';
import { Button } from 'react-aria-components';
import type { MapRow } from '../../../src/model/place-map.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign, ForeignList } from '../parts/claim-words.tsx';
import { PlaceClaimsOf } from './place-claims.tsx';
import { perhaps, wordsOf } from './place-names.ts';

type Props = {
  readonly title: string;
  readonly rows: readonly MapRow[];
  /** Rows that the server did not give. */
  readonly beyond: number;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  /** What the map was asked for, for the claims of a row. */
  readonly search: string;
  readonly empty: string;
};

/** Rows that are shown before more are asked for. */
const FIRST = 60;

/** Every row in words; the picture shows no more than this. A row that is chosen opens on its claims. */
export function PlaceTable({ title, rows, beyond, chosen, onChoose, search, empty }: Props) {
  const { say, number } = useTongue();
  const [isWhole, setWhole] = useState(false);
  const shown = rows.filter(({ id }, n) => isWhole || n < FIRST || id === chosen);
  return (
    <section>
      <h2>
        {title} <small className="soft">{number(rows.length + beyond)}</small>
      </h2>
      {rows.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <table className="map-table">
          <thead>
            <tr>
              <th scope="col">{say('map.place')}</th>
              <th scope="col">{say('map.recorded')}</th>
              <th scope="col">{say('map.suggested')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Fragment key={row.id}>
                <Row row={row} isChosen={row.id === chosen} onChoose={onChoose} />
                {row.id === chosen && (
                  <tr>
                    <td colSpan={3} id="place-claims">
                      <PlaceClaimsOf key={`${row.id} ${search}`} row={row} search={search} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {!isWhole && rows.length > FIRST && (
        <Button className="button" onPress={() => setWhole(true)}>
          {say('map.more', { n: rows.length - FIRST })}
        </Button>
      )}
      {beyond > 0 && <p className="small caution">{say('map.beyond', { n: beyond })}</p>}
    </section>
  );
}

type RowProps = { readonly row: MapRow; readonly isChosen: boolean; readonly onChoose: (id: string | null) => void };

/** First what the sources say, then where that may be: never the other way round. */
function Row({ row, isChosen, onChoose }: RowProps) {
  const tongue = useTongue();
  const { say, number } = tongue;
  const { id, words, forms, others, places } = row;
  const [place] = places;
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className="cell map-choose"
          aria-expanded={isChosen}
          aria-controls={isChosen ? 'place-claims' : undefined}
          onClick={() => onChoose(isChosen ? null : id)}
        >
          <Foreign>{wordsOf(row)}</Foreign>
        </button>
        {words.length > 1 && (
          <span className="small soft">
            <ForeignList words={words.slice(1).map((form) => form.words)} />
            {forms > words.length && ` ${say('map.forms', { n: forms - words.length })}`}
          </span>
        )}
        {place && (
          <span className="small soft">
            {say(places.length > 1 ? 'map.precision.several' : `map.precision.${place.precision}`)}
            {say('comma')}
            {perhaps(row, tongue)}
            {others > 0 && ` ${say('map.namesakes', { n: others })}`}
          </span>
        )}
      </th>
      <td className="number">{number(row.recorded)}</td>
      <td className="number soft">{number(row.suggested)}</td>
    </tr>
  );
}
