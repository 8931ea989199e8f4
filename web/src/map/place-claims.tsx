import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { MapRow, PlaceClaims } from '../../../src/model/place-map.ts';
import { read } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';

/** `search` is what the map was asked for. */
const claimsQuestion = (place: string, skip: number, search: string) =>
  queryOptions({
    queryKey: ['map', 'claims', place, skip, search],
    queryFn: ({ signal }) => read<PlaceClaims>(`/map/claims?${new URLSearchParams({ place, skip: String(skip) }).toString()}&${search}`, signal),
    placeholderData: keepPreviousData,
  });

/** The claims and suggestions that name a place, each with its words, which lead to their passage. */
export function PlaceClaimsOf({ row, search }: { readonly row: MapRow; readonly search: string }) {
  const { say } = useTongue();
  const [skip, setSkip] = useState(0);
  return (
    <Asked asked={useQuery(claimsQuestion(row.id, skip, search))}>
      {({ claims, total }) => (
        <div className="map-claims">
          {claims.map((claim) => (
            <ClaimExcerpt key={claim.id} claim={claim} />
          ))}
          {total > claims.length && (
            <div className="actions">
              <span className="small soft">{say('map.claims', { from: skip + 1, to: skip + claims.length, all: total })}</span>
              {skip > 0 && (
                <Button className="button button-quiet" onPress={() => setSkip(0)}>
                  {say('stretch.first')}
                </Button>
              )}
              {skip + claims.length < total && (
                <Button className="button" onPress={() => setSkip(skip + claims.length)}>
                  {say('stretch.next', { n: total - skip - claims.length })}
                </Button>
              )}
            </div>
          )}
        </div>
      )}
    </Asked>
  );
}
