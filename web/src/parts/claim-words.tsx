// The words that go with a claim wherever it is shown: its status, the source's stance, who and whom, when, who says it.
import { Fragment } from 'react';
import type { ClaimRow, Status } from '../../../src/model/answers.ts';
import type { ClaimTime, Roles } from '../../../src/model/claim.ts';
import type { Kind, Modality, Role } from '../../../src/model/vocabulary.ts';
import { inBothCalendars, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';

/** Short to the eye, whole to a screen reader: "Suggestion, not reviewed" is never taken for a record. */
export function StatusWord({ status }: { readonly status: Status }) {
  const { say } = useTongue();
  return (
    <span className="status" data-status={status}>
      <span aria-hidden="true">
        {status === 'recorded' ? '✓ ' : ''}
        {say(`status.${status}`)}
      </span>
      <span className="unseen">{say(`status.long.${status}`)}</span>
    </span>
  );
}

/** That it may be of a time that was asked for, and may not; nothing where no clock is fixed or it surely is. */
export function Possibly({ clocks = [] }: { readonly clocks?: ClaimRow['possibly'] }) {
  const { say } = useTongue();
  return clocks.map((clock) => (
    <span key={clock} className="caution">
      {say(`possibly.${clock}`)}
    </span>
  ));
}

/** How the source stands to it. A charge that is not itself denied or only asked for bears "charged, not convicted". */
export function Stance({ kind, modality }: { readonly kind: Kind; readonly modality: Modality }) {
  const { say } = useTongue();
  const isBareCharge = kind === 'charge' && (modality === 'asserted' || modality === 'alleged');
  return (
    <>
      <span className="stance" data-modality={modality}>
        {say(`stance.${modality}`)}
      </span>
      {isBareCharge && <span className="caution">{say('caution.charge')}</span>}
    </>
  );
}

/** Words of a document inside a line of the interface: kept apart, so that neither turns the other's direction round. */
export function Foreign({ children }: { readonly children: string }) {
  return <bdi>{children}</bdi>;
}

export function ForeignList({ words }: { readonly words: readonly string[] }) {
  return words.map((each, n) => (
    <Fragment key={n}>
      {n > 0 && ' · '}
      <Foreign>{each}</Foreign>
    </Fragment>
  ));
}

/** Who → whom · and the rest, in one line. */
export function Parties({ roles }: { readonly roles: Roles }) {
  const { say } = useTongue();
  const { actor = [], target = [], ...others } = roles;
  const rest = (['title', 'organization', 'about', 'place', 'outcome'] as const satisfies readonly Role[]).flatMap((role) => others[role] ?? []);
  if (actor.length + target.length + rest.length === 0) return <span className="parties soft">{say('card.noParties')}</span>;
  return (
    <span className="parties">
      <ForeignList words={actor} />
      {target.length > 0 && (
        <>
          <span className="arrow" aria-hidden="true" />
          <span className="unseen"> {say('to')} </span>
          <ForeignList words={target} />
        </>
      )}
      {rest.length > 0 && (
        <span className="soft">
          {actor.length + target.length > 0 && ' · '}
          <ForeignList words={rest} />
        </span>
      )}
    </span>
  );
}

/** A date in both calendars, the better-known first; as it stands where it is no EDTF. */
export function DateWords({ edtf }: { readonly edtf: string }) {
  const tongue = useTongue();
  const both = inBothCalendars(edtf, tongue);
  if (!both) return <Foreign>{edtf}</Foreign>;
  const [first, second] = inOrder(both, tongue);
  return (
    <>
      <bdi>{first}</bdi>
      {second !== null && (
        <span className="other-calendar">
          <bdi>{second}</bdi>
        </span>
      )}
    </>
  );
}

export function When({ time }: { readonly time: ClaimTime | null }) {
  const { say } = useTongue();
  if (time?.edtf) {
    return (
      <span className="when" title={time.text}>
        <DateWords edtf={time.edtf} />
      </span>
    );
  }
  return <span className="when">{time ? say('when.unresolved', { words: isolated(time.text) }) : say('when.none')}</span>;
}

/** The chain of speakers, nearest to the words first: "says C, relayed by B, relayed by A". */
export function SaidBy({ saidBy }: { readonly saidBy: ClaimRow['saidBy'] }) {
  const { say } = useTongue();
  const [nearest, ...relays] = saidBy.toReversed();
  if (nearest === undefined) return <span className="said-by">{say('saidBy.author')}</span>;
  const words = [say('saidBy.one', { who: isolated(nearest) }), ...relays.map((who) => say('saidBy.relayed', { who: isolated(who) }))];
  return <span className="said-by">{words.join(say('comma'))}</span>;
}
