import type { PageCaptured } from '../../../src/model/capture.ts';
import { isolated } from '../data/isolated.ts';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';

/** Of a page that was captured from the web: when and where, how it looked, and what is not in it. */
export function Captured({ capture }: { readonly capture: PageCaptured }) {
  const { say } = useTongue();
  const { picture, pdf, noPicture, leftOut, leftOutBeside, reached, until } = capture;
  return (
    <details className="small captured">
      <summary>
        {say('capture.on')}{' '}
        <span className="when">
          <DateWords edtf={until.slice(0, 10)} />
        </span>
      </summary>
      <p dir="ltr">
        <Foreign>{reached}</Foreign>
      </p>
      {picture !== null && (
        <p>
          <Link href={documentPath(picture)}>{say('capture.picture')}</Link>
          {pdf !== null && (
            <>
              {' · '}
              <Link href={documentPath(pdf)}>{say('capture.pdf')}</Link>
            </>
          )}
        </p>
      )}
      {noPicture !== null && <p>{say('capture.noPicture', { why: isolated(noPicture) })}</p>}
      {leftOut.length > 0 && (
        <>
          <p>{say('capture.leftOut', { n: leftOut.length + leftOutBeside })}</p>
          <ul dir="ltr" lang="en">
            {leftOut.map(({ url, why }) => (
              <li key={url}>
                <Foreign>{url}</Foreign>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
