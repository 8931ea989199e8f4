import { memo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ClaimRow } from '../../../src/model/answers.ts';
import type { Evidence } from '../../../src/model/claim.ts';
import { familyOf, ROLES } from '../../../src/model/vocabulary.ts';
import { useIsThen } from '../clocks/use-is-then.ts';
import { TranslatedWords } from '../attached/translated-words.tsx';
import { WordsTime } from '../media/play-from.tsx';
import { RevisedMark, RevisedWords } from '../copies/revisions-of.tsx';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { ForeignList, Parties, SaidBy, Stance, StatusWord, When } from '../parts/claim-words.tsx';
import { FamilyMark } from '../parts/family-mark.tsx';
import { TeamWords } from '../remarks/team-words.tsx';
import { useKept } from './kept-drafts.ts';
import { MayBe } from './may-be.tsx';
import { wishesOf } from './use-reviewing.ts';

/** What can be asked for on a card: a decision, or the form or dialog that leads to one. */
export type CardWish = 'accept' | 'reject' | 'amend' | 'withdraw' | 'undo';

type Props = {
  readonly claim: ClaimRow;
  readonly number: number;
  readonly isSelected: boolean;
  readonly isPending: boolean;
  readonly onSelect: (id: string) => void;
  readonly onWish: (id: string, wish: CardWish) => void;
  /** The words of the text at a span; for what a suggestion was read from. */
  readonly wordsAt: (span: Evidence) => string;
  /** Stands in place of the particulars: the form that amends the claim. */
  readonly form: ReactNode;
  /** Of a claim that lost its place: where it may stand now. */
  readonly places: ReactNode;
};

/** One suggestion or claim in the list: all that matters at a glance, and when it is selected why, and what can be done. */
export const ClaimCard = memo(function ClaimCard({ claim, number, isSelected, isPending, onSelect, onWish, wordsAt, form, places }: Props) {
  const tongue = useTongue();
  const family = familyOf(claim.kind);
  const isDrafted = useKept(claim.id) !== null;
  return (
    <li className="card" data-family={family} data-status={claim.status} data-selected={isSelected || undefined} aria-busy={isPending}>
      <button type="button" id={`card-${claim.id}`} className="card-open" aria-expanded={isSelected} onClick={() => onSelect(claim.id)}>
        <span className="card-number number">
          <FamilyMark family={family} status={claim.status} />
          {tongue.number(number)}
        </span>
        <span className="card-body">
          <span className="card-line">
            <span className="kind">{tongue.kind(claim.kind)}</span>
            <Stance kind={claim.kind} modality={claim.modality} />
            <StatusWord status={claim.status} />
            {claim.orphan && <span className="caution">{tongue.say('orphan.short')}</span>}
            {claim.status === 'recorded' && <RevisedMark claim={claim} />}
            {isDrafted && <span className="caution">{tongue.say('amend.unsaved')}</span>}
          </span>
          <Parties roles={claim.roles} />
          <When time={claim.time} />
          <SaidBy saidBy={claim.saidBy} />
        </span>
      </button>
      {isSelected && (form ?? <CardMore claim={claim} isPending={isPending} onWish={onWish} wordsAt={wordsAt} places={places} />)}
    </li>
  );
});

type MoreProps = Pick<Props, 'claim' | 'isPending' | 'onWish' | 'wordsAt' | 'places'>;

function CardMore({ claim, isPending, onWish, wordsAt, places }: MoreProps) {
  const isThen = useIsThen();
  return (
    <div className="card-more">
      {places}
      <Particulars claim={claim} />
      {!claim.orphan && <WordsTime start={claim.quote.start} />}
      {!claim.orphan && <TranslatedWords claim={claim.id} />}
      {/* What an orphan was read from stood in another text. */}
      {!claim.orphan && <Why claim={claim} wordsAt={wordsAt} />}
      <Reviewed claim={claim} />
      {claim.status === 'recorded' && <RevisedWords claim={claim} />}
      {claim.status === 'recorded' && !isThen && <MayBe claim={claim.id} />}
      <TeamWords claim={claim} />
      {!isThen && (
        <div className="actions">
          {wishesOf(claim).map((wish) => (
            <Action key={wish} wish={wish} claim={claim} isPending={isPending} onWish={onWish} />
          ))}
        </div>
      )}
    </div>
  );
}

const LETTERS: Readonly<Record<CardWish, string>> = { accept: 'a', reject: 'r', amend: 'e', withdraw: 'w', undo: 'u' };

type ActionProps = Pick<Props, 'claim' | 'isPending' | 'onWish'> & { readonly wish: CardWish };

function Action({ wish, claim, isPending, onWish }: ActionProps) {
  const { say } = useTongue();
  const letter = LETTERS[wish];
  return (
    <Button
      className={wish === 'accept' ? 'button button-main' : 'button'}
      aria-keyshortcuts={letter}
      isDisabled={isPending}
      onPress={() => onWish(claim.id, wish)}
    >
      {say(`card.${wish}`)} <kbd aria-hidden="true">{letter}</kbd>
    </Button>
  );
}

/** Roles by name, for those whom the one line above leaves in doubt. */
function Particulars({ claim }: { readonly claim: ClaimRow }) {
  const { say } = useTongue();
  const filled = ROLES.filter((role) => claim.roles[role]?.length);
  if (filled.length === 0) return null;
  return (
    <dl className="particulars">
      {filled.map((role) => (
        <div key={role}>
          <dt>{say(`role.${role}`)}</dt>
          <dd>
            <ForeignList words={claim.roles[role] ?? []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Why({ claim, wordsAt }: Pick<Props, 'claim' | 'wordsAt'>) {
  const tongue = useTongue();
  const { say } = tongue;
  const partName = (part: Evidence['part']): string =>
    part === 'trigger' || part === 'time' || part === 'saidBy' ? say(`card.part.${part}`) : say(`role.${part}`);
  return (
    <div className="why">
      <span>{claim.confidence === null ? say('card.why.own') : say('card.why', { rule: isolated(claim.rule), confidence: claim.confidence })}</span>
      {claim.evidence.length > 0 && (
        <span>
          {say('card.evidence')}{' '}
          {claim.evidence.map((each, n) => (
            <span key={n} className="evidence">
              {partName(each.part)} <q dir="auto">{wordsAt(each)}</q>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

const REVIEWED = {
  accept: 'card.accepted', amend: 'card.amended', reject: 'card.rejected', record: 'card.recorded', revise: 'card.amended', withdraw: 'card.withdrawn',
} as const; // prettier-ignore

function Reviewed({ claim: { review } }: Pick<Props, 'claim'>) {
  const tongue = useTongue();
  if (!review) return null;
  const day = dayOf(review.at, tongue);
  const at = day ? inOrder(day, tongue)[0] : review.at;
  return (
    <p className="small soft">
      {tongue.say(REVIEWED[review.decision], { by: isolated(review.by), at })}
      {review.reason !== null && (
        <>
          <br />
          {tongue.say('card.reason', { reason: isolated(review.reason) })}
        </>
      )}
    </p>
  );
}
