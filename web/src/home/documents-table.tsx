import type { DocumentRow, ReviewCounts } from '../../../src/model/answers.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';

/** The documents that could be read, with how far the review of each has come. */
export function DocumentsTable({ documents }: { readonly documents: readonly DocumentRow[] }) {
  const { say, language } = useTongue();
  return (
    <table className="documents">
      <thead>
        <tr>
          <th scope="col">{say('table.title')}</th>
          <th scope="col">{say('table.published')}</th>
          <th scope="col">{say('table.language')}</th>
          <th scope="col">{say('table.review')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <Link href={documentPath(each.id)} dir="auto" lang={each.language ?? undefined}>
                {each.title ?? each.name}
              </Link>
              {each.publisher !== null && (
                <span className="small soft">
                  <Foreign>{each.publisher}</Foreign>
                </span>
              )}
              <SensitivityWord sensitivity={each.sensitivity} />
              {each.attachedTo && (
                <span className="small soft">
                  {say(`attached.is.${each.attachedTo.as}`)} <Foreign>{each.attachedTo.title}</Foreign>
                </span>
              )}
              {each.warnings.length > 0 && (
                <span className="caution small" title={each.warnings.map(({ detail }) => detail).join('\n')}>
                  <span aria-hidden="true">⚠</span> {say('table.warnings', { n: each.warnings.length })}
                </span>
              )}
            </th>
            <td className="when">{each.published === null ? say('document.undated') : <DateWords edtf={each.published} />}</td>
            <td>{each.language === null ? '–' : language(each.language)}</td>
            <td>
              <ReviewState counts={each.counts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ReviewState({ counts }: { readonly counts: ReviewCounts }) {
  const { say } = useTongue();
  const all = counts.suggested + counts.recorded + counts.rejected;
  if (all === 0) return <span className="soft small">{say('table.nothing')}</span>;
  const part = (count: number): { readonly inlineSize: string } => ({ inlineSize: `${(100 * count) / all}%` });
  return (
    <div className="review-state">
      <div className="progress" aria-hidden="true">
        <span data-status="recorded" style={part(counts.recorded)} />
        <span data-status="rejected" style={part(counts.rejected)} />
      </div>
      <span className="small number">{counts.suggested > 0 ? say('table.waiting', { n: counts.suggested }) : say('table.done')}</span>
      {counts.recorded + counts.rejected > 0 && (
        <span className="small soft number">{say('table.counts', { recorded: counts.recorded, rejected: counts.rejected })}</span>
      )}
    </div>
  );
}
