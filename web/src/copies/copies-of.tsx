// The documents that say the same words as one: what the machine finds, before anybody counts it as another source.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CopyDocument, CopyRow } from '../../../src/model/copies.ts';
import { copiesQuestion } from '../data/questions.ts';
import { besidePath, documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** So many are shown before a person asks for all. */
const FIRST = 5;

/** Nothing where there are none. */
export function CopiesOf({ id }: { readonly id: string }) {
  const { say } = useTongue();
  const [all, setAll] = useState(false);
  const { data: rows = [] } = useQuery(copiesQuestion(id));
  if (rows.length === 0) return null;
  return (
    <section className="notice copies" aria-label={say('copies.title')}>
      <strong>{say('copies.count', { n: rows.length })}</strong>
      <ul>
        {rows.slice(0, all ? rows.length : FIRST).map((row) => (
          <Copy key={`${row.left.id} ${row.right.id}`} id={id} row={row} />
        ))}
      </ul>
      {rows.length > FIRST && !all && (
        <Button className="button button-quiet" onPress={() => setAll(true)}>
          {say('copies.all', { n: rows.length })}
        </Button>
      )}
      <span className="small soft">{say('copies.about')}</span>
    </section>
  );
}

function Copy({ id, row }: { readonly id: string; readonly row: CopyRow }) {
  const { say } = useTongue();
  const other = row.left.id === id ? row.right : row.left;
  const first = row.first === null ? null : row[row.first].id;
  return (
    <li>
      <Link href={documentPath(other.id)}>
        <Foreign>{other.title}</Foreign>
      </Link>
      <Source of={other} />
      <span className="small">
        {kindWords(row, id, say)} {say(first === null ? 'copies.first.unknown' : first === id ? 'copies.first.this' : 'copies.first.other')}{' '}
        <Link href={besidePath(id, other.id)}>{say('copies.beside')}</Link>
      </span>
    </li>
  );
}

/** Who brought a document out, and when. */
export function Source({ of: { publisher, published } }: { readonly of: CopyDocument }) {
  const { say } = useTongue();
  return (
    <span className="facts">
      {publisher !== null && <Foreign>{publisher}</Foreign>}
      <span className="when">{published === null ? say('document.undated') : <DateWords edtf={published} />}</span>
    </span>
  );
}

type Say = ReturnType<typeof useTongue>['say'];

/** What the pair is, seen from one of the two; a share is rounded down, so that 100 is all of it. */
function kindWords({ kind, share, shorter, left }: CopyRow, id: string, say: Say): string {
  const isShorter = (shorter === 'left') === (left.id === id);
  const n = Math.floor(share * 100);
  if (kind === 'inside') return say(isShorter ? 'copies.inside.this' : 'copies.inside.other', { n });
  return say(kind === 'whole' ? 'copies.whole' : 'copies.passages', { n });
}
