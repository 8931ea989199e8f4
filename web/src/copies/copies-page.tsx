// All copies of the casebook, to browse: documents that are one text, one inside of another, passages; and the addresses that had another text later.
import { useQuery } from '@tanstack/react-query';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { COPY_KINDS, type CopyGroup, type CopyGroups, type CopyMember } from '../../../src/model/copies.ts';
import { allRevisionsQuestion, copyGroupsQuestion } from '../data/questions.ts';
import { besidePath, documentPath, useParameter } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Asked } from '../parts/asked.tsx';
import { ClaimExcerpt } from '../parts/claim-excerpt.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { RecordHead } from '../record/record-head.tsx';
import { Source } from './copies-of.tsx';
import { openIn, RevisedWords, Versions } from './revisions-of.tsx';

const VIEWS = [...COPY_KINDS, 'revisions'] as const;
type View = (typeof VIEWS)[number];

export function CopiesPage() {
  const { say } = useTongue();
  const [addressed, setAddressed] = useParameter('kind');
  const [from, setFrom] = useParameter('from');
  const view: View = VIEWS.find((each) => each === addressed) ?? 'whole';
  const choose = (next: View | undefined): void => {
    setFrom(null);
    setAddressed(next === undefined || next === 'whole' ? null : next);
  };
  return (
    <div className="page record copy-page">
      <RecordHead page="copies" title="copies.page.title" lead={say('copies.page.lead')} />
      <ToggleButtonGroup
        className="choices"
        aria-label={say('copies.page.kinds')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => choose(VIEWS.find((each) => keys.has(each)))}
      >
        {VIEWS.map((each) => (
          <ToggleButton key={each} id={each} className="choice">
            {say(`copies.page.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {view === 'revisions' ? (
        <Revised />
      ) : (
        <Groups kind={view} from={Math.max(0, Math.floor(Number(from ?? 0)) || 0)} onFrom={(n) => setFrom(n === 0 ? null : String(n), true)} />
      )}
    </div>
  );
}

type GroupsProps = { readonly kind: CopyGroups['kind']; readonly from: number; readonly onFrom: (from: number) => void };

function Groups({ kind, from, onFrom }: GroupsProps) {
  const { say } = useTongue();
  return (
    <Asked asked={useQuery(copyGroupsQuestion(kind, from))}>
      {({ groups, total }) =>
        total === 0 ? (
          <p className="notice">{say('copies.page.none')}</p>
        ) : (
          <>
            <p>{say(`copies.page.${kind}.count`, { n: total })}</p>
            <ol className="copy-groups" start={from + 1}>
              {groups.map((group) => (
                <Group key={group.documents.map(({ id }) => id).join(' ')} group={group} />
              ))}
            </ol>
            <div className="actions">
              {from > 0 && (
                <Button className="button" onPress={() => onFrom(Math.max(0, from - groups.length, from - 50))}>
                  {say('copies.page.before')}
                </Button>
              )}
              {from + groups.length < total && (
                <Button className="button" onPress={() => onFrom(from + groups.length)}>
                  {say('copies.page.after')}
                </Button>
              )}
            </div>
          </>
        )
      }
    </Asked>
  );
}

function Group({ group: { documents, first, more } }: { readonly group: CopyGroup }) {
  const { say } = useTongue();
  return (
    <li>
      <ul>
        {documents.map((member) => (
          <Member key={member.id} member={member} of={documents} isFirst={member.id === first} />
        ))}
      </ul>
      <span className="small soft">
        {first === null && say('copies.first.unknown')} {more > 0 && say('copies.page.more', { n: more })}
      </span>
    </li>
  );
}

type MemberProps = { readonly member: CopyMember; readonly of: readonly CopyMember[]; readonly isFirst: boolean };

function Member({ member, of, isFirst }: MemberProps) {
  const { say } = useTongue();
  const { id, title, like } = member;
  const at = of.findIndex((each) => each.id === like?.id);
  return (
    <li>
      <span className="copy-member">
        <Link href={documentPath(id)}>
          <Foreign>{title}</Foreign>
        </Link>
        <Source of={member} />
        {isFirst && <strong className="small">{say('copies.page.first')}</strong>}
        {like && at < of.indexOf(member) && (
          <span className="small">
            {say(like.isShorter ? 'copies.page.share.of' : 'copies.page.share.has', { n: Math.floor(like.share * 100), at: at + 1 })}{' '}
            <Link href={besidePath(like.id, id)}>{say('copies.beside')}</Link>
          </span>
        )}
      </span>
    </li>
  );
}

/** Addresses that had another text later, those with claims to look at first. */
function Revised() {
  const { say } = useTongue();
  return (
    <Asked asked={useQuery(allRevisionsQuestion)}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="notice">{say('copies.page.revisions.none')}</p>
        ) : (
          <>
            <p>{say('revisions.claims', { n: rows.reduce((sum, row) => sum + openIn(row), 0) })}</p>
            <ol className="copy-groups">
              {rows
                .toSorted((a, b) => openIn(b) - openIn(a))
                .map((row) => (
                  <li key={`${row.earlier.id} ${row.later.id}`}>
                    <Versions row={row} />
                    {row.claims.map(({ claim }) => (
                      <ClaimExcerpt key={claim.id} claim={claim}>
                        <RevisedWords claim={claim} />
                      </ClaimExcerpt>
                    ))}
                  </li>
                ))}
            </ol>
          </>
        )
      }
    </Asked>
  );
}
