import type { PageCaptured } from '../../../src/model/capture.ts';
import { pagePictureAddress } from '../data/api.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { Foreign } from '../parts/claim-words.tsx';

/** Pixels of a picture's width; of a captured page it is given as it is. */
const WIDTH = 1200;

/** Of a page that was captured from the web: when and where, how it looked, and what is not in it. */
export function Captured({ capture }: { readonly capture: PageCaptured }) {
  const { say, moment } = useTongue();
  const { picture, pdf, noPicture, leftOut, leftOutBeside, reached } = capture;
  return (
    <details className="small captured">
      <summary>{say('capture.on', { when: moment(capture.until) })}</summary>
      <p dir="ltr">
        <Foreign>{reached}</Foreign>
      </p>
      {picture !== null && (
        <p>
          <a href={pagePictureAddress(picture, 1, WIDTH)} target="_blank" rel="noreferrer">
            {say('capture.picture')}
          </a>
          {pdf !== null && (
            <>
              {' · '}
              <a href={pagePictureAddress(pdf, 1, WIDTH)} target="_blank" rel="noreferrer">
                {say('capture.pdf')}
              </a>
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
