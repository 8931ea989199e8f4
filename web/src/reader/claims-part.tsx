import { Fragment, memo, type ReactNode } from 'react';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Evidence } from '../../../src/model/claim.ts';
import { haveSame } from '../data/in-parts.ts';
import { useTongue } from '../data/tongue.tsx';
import { ClaimCard, type CardWish } from './claim-card.tsx';

type Props = {
  readonly claims: readonly ClaimRow[];
  /** Where in the list the part begins, from 0. */
  readonly begin: number;
  /** Null where the selected claim is in another part. */
  readonly selected: string | null;
  /** Ids of those of this part that a decision is under way for. */
  readonly pending: readonly string[];
  readonly onSelect: (id: string) => void;
  readonly onWish: (id: string, wish: CardWish) => void;
  readonly wordsAt: (span: Evidence) => string;
  /** Stand in the card of the selected claim; null in other parts. */
  readonly form: ReactNode;
  readonly places: ReactNode;
  /** The claim before this part lost its place too. */
  readonly isAmongOrphans: boolean;
};

/** Some of the cards beside a text, drawn again only where something of theirs changes. */
export const ClaimsPart = memo(
  function ClaimsPart({ claims, begin, selected, pending, onSelect, onWish, wordsAt, form, places, isAmongOrphans }: Props) {
    return (
      <ol className="claims-part" start={begin + 1}>
        {claims.map((claim, n) => (
          <Fragment key={claim.id}>
            {claim.orphan && !(claims[n - 1]?.orphan ?? isAmongOrphans) && <OrphansBegin />}
            <ClaimCard
              claim={claim}
              number={begin + n + 1}
              isSelected={claim.id === selected}
              isPending={pending.includes(claim.id)}
              onSelect={onSelect}
              onWish={onWish}
              wordsAt={wordsAt}
              form={claim.id === selected ? form : null}
              places={claim.id === selected ? places : null}
            />
          </Fragment>
        ))}
      </ol>
    );
  },
  (before, after) =>
    haveSame(before.claims, after.claims) &&
    haveSame(before.pending, after.pending) &&
    before.begin === after.begin &&
    before.selected === after.selected &&
    before.form === after.form &&
    before.places === after.places &&
    before.isAmongOrphans === after.isAmongOrphans,
);

/** From here on, claims whose words the text that stands does not have, or has more than once. */
function OrphansBegin() {
  const { say } = useTongue();
  return (
    <li className="claims-heading">
      <h3>{say('orphan.title')}</h3>
      <p className="small soft">{say('orphan.about')}</p>
    </li>
  );
}
