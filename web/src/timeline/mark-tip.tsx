import { queryOptions, useQuery } from '@tanstack/react-query';
import { isoDay } from '../../../src/base/edtf.ts';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Count, Mark } from '../../../src/model/timeline.ts';
import { familyOf } from '../../../src/model/vocabulary.ts';
import { read } from '../data/api.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign, Stance, StatusWord } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';

export const claimQuestion = (id: string) =>
  queryOptions({ queryKey: ['timeline', 'claim', id], queryFn: ({ signal }) => read<ClaimRow>(`/claims/${encodeURIComponent(id)}`, signal) });

/** What a mark stands for: what it is at once, its words as soon as they have come. */
export function MarkTip({ mark }: { readonly mark: Mark }) {
  const tongue = useTongue();
  const claim = useQuery(claimQuestion(mark.id)).data;
  const family = familyOf(mark.kind);
  return (
    <>
      <span className="card-line" data-family={family}>
        <FamilyMark family={family} status={mark.status} />
        <span className="kind">{tongue.kind(mark.kind)}</span>
        {claim && <Stance kind={claim.kind} modality={claim.modality} />}
        <span className="when">
          <DateWords edtf={claim?.time?.edtf ?? writtenAs(mark)} />
        </span>
        <StatusWord status={mark.status} />
      </span>
      {claim && (
        <q className="tip-words" dir="auto">
          {claim.quote.exact}
        </q>
      )}
      {mark.said !== undefined && claim && (
        <span className="small soft">
          <span className="when">
            {tongue.say('timeline.said')} <DateWords edtf={claim.saidOn ?? isoDay(mark.said)} />
          </span>
          {tongue.say('comma')}
          <Foreign>{claim.documentTitle}</Foreign>
        </span>
      )}
    </>
  );
}

const writtenAs = ({ first, last }: Mark): string => {
  const [from, to] = [first, last].map((day) => (day === null ? '..' : isoDay(day)));
  return from === to ? (from ?? '') : `${from}/${to}`;
};

/** How many begin in a span. */
export function CountTip({ count: { first, last, recorded, suggested } }: { readonly count: Count }) {
  const { say } = useTongue();
  return (
    <>
      <span className="when">
        <DateWords edtf={first === last ? isoDay(first) : `${isoDay(first)}/${isoDay(last)}`} />
      </span>
      <span>{say('timeline.count.recorded', { n: recorded })}</span>
      {suggested > 0 && <span className="soft">{say('timeline.count.suggested', { n: suggested })}</span>}
      <span className="small soft">{say('timeline.count.nearer')}</span>
    </>
  );
}
