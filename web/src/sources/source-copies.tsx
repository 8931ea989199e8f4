import type { CopyDocument, CopyRow } from '../../../src/model/copies.ts';
import type { SourceView } from '../../../src/model/source.ts';
import { Source } from '../copies/copies-of.tsx';
import { besidePath, documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** Documents of a source that say the same words: among its own, and with those of others. */
export function SourceCopies({ source: { sort, copies, repeated } }: { readonly source: SourceView }) {
  const { say } = useTongue();
  return (
    <>
      {copies.length > 0 && <Pairs title={say('source.copies.own')} rows={copies} />}
      {sort === 'publisher' && repeated.length > 0 && <Pairs title={say('source.copies.others')} rows={repeated} />}
      {sort === 'publisher' && repeated.length === 0 && (
        <section>
          <h2>{say('source.copies.others')}</h2>
          <p className="soft">{say('source.copies.none')}</p>
        </section>
      )}
    </>
  );
}

function Pairs({ title, rows }: { readonly title: string; readonly rows: readonly CopyRow[] }) {
  const { say } = useTongue();
  return (
    <section>
      <h2>{title}</h2>
      <p className="small soft">{say('source.copies.lead')}</p>
      <ul className="record-rows">
        {rows.map((row) => (
          <Pair key={`${row.left.id} ${row.right.id}`} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Pair({ row: { left, right, share, first } }: { readonly row: CopyRow }) {
  const { say } = useTongue();
  return (
    <li>
      <One of={left} />
      <One of={right} />
      <span className="small">
        {say('source.copies.share', { n: Math.floor(share * 100) })}{' '}
        {first === null ? (
          say('copies.first.unknown')
        ) : (
          <>
            {say('source.copies.first')} <Foreign>{(first === 'left' ? left : right).title}</Foreign>
          </>
        )}{' '}
        <Link href={besidePath(left.id, right.id)}>{say('copies.beside')}</Link>
      </span>
    </li>
  );
}

function One({ of }: { readonly of: CopyDocument }) {
  return (
    <span className="card-line">
      <Link href={documentPath(of.id)} dir="auto">
        {of.title}
      </Link>
      <Source of={of} />
    </span>
  );
}
