import { Button } from 'react-aria-components';
import type { ElementsList, ElementTold } from '../../../src/model/element.ts';
import type { RemarkRow } from '../../../src/model/remark.ts';
import { dayOf, inOrder } from '../data/dates.ts';
import { isolated } from '../data/isolated.ts';
import { documentPath, eventPath, proceedingPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useDeed } from '../data/use-deed.ts';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** One list: each element with the claims tagged with it, by whom; an element without any says "none found in this record". */
export function ElementsTable({ of: { list, elements, blank }, asOf }: { readonly of: ElementsList; readonly asOf: string }) {
  const tongue = useTongue();
  const { say } = tongue;
  const day = dayOf(asOf, tongue);
  const counts = [
    say('elements.count', { told: elements.length - blank, all: elements.length }),
    ...(blank > 0 ? [say('elements.blank', { n: blank, date: day ? inOrder(day, tongue)[0] : asOf })] : []),
  ];
  return (
    <table className="side-by-side elements-table">
      <caption>
        <strong>
          <Foreign>{list}</Foreign>
        </strong>{' '}
        <span className="small soft">{counts.join(say('semicolon'))}</span>
      </caption>
      <tbody>
        {elements.map((element) => (
          <tr key={element.label}>
            <th scope="row">
              <Foreign>{element.label}</Foreign>
              {element.about !== '' && (
                <span className="small soft element-about">
                  <Foreign>{element.about}</Foreign>
                </span>
              )}
            </th>
            <td>
              <Tags element={element} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tags({ element: { claims, whole, more } }: { readonly element: ElementTold }) {
  const { say } = useTongue();
  if (claims.length + whole.length === 0) return <span className="soft">{say('elements.none')}</span>;
  return (
    <ul className="judgements">
      {claims.map(({ claim, tag }) => (
        <li key={tag.entry}>
          <Link href={documentPath(claim.document, claim.id)} dir="auto">
            {claim.quote.exact}
          </Link>
          <By tag={tag} />
        </li>
      ))}
      {whole.map((tag) => (
        <li key={tag.entry}>
          <Link href={tag.about.id.startsWith('pr_') ? proceedingPath(tag.about.id) : eventPath(tag.about.id)} dir="auto">
            {tag.about.label}
          </Link>
          <span className="small soft">{say('elements.whole')}</span>
          <By tag={tag} />
        </li>
      ))}
      {more > 0 && <li className="small soft">{say('elements.more', { n: more })}</li>}
    </ul>
  );
}

/** Who tagged it, when and why, and the way to take it back. */
function By({ tag: { entry, by, at, text } }: { readonly tag: RemarkRow }) {
  const tongue = useTongue();
  const { say } = tongue;
  const deed = useDeed();
  const day = dayOf(at, tongue);
  return (
    <>
      <span className="small soft">{say('names.judged.by', { by: isolated(by), at: day ? inOrder(day, tongue)[0] : at })}</span>
      {text !== null && (
        <span className="small">
          <Foreign>{text}</Foreign>
        </span>
      )}
      <Button
        className="button button-quiet"
        isDisabled={deed.isBusy}
        onPress={() => deed.send({ path: '/remarks/end', body: { entry, how: 'taken back' }, said: 'names.said.undone' })}
      >
        {say('remarks.takeBack')}
      </Button>
      {deed.failed && <output className="small">{deed.words}</output>}
    </>
  );
}
