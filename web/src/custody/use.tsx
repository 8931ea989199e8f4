import type { ReactNode } from 'react';
import type { Custody } from '../../../src/model/answers.ts';
import { StateCare } from '../care/care-window.tsx';
import { MarkGraphic } from '../care/mark-graphic.tsx';
import { useTongue } from '../data/tongue.tsx';
import { DateWords, Foreign } from '../parts/claim-words.tsx';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';
import { Line, Part } from './part.tsx';

/** What people said of how it may be used; what nobody said is shown as not said, and never as allowed. */
export function Use({ custody }: { readonly custody: Custody }) {
  const { original, sensitivity, care } = custody;
  const { say } = useTongue();
  const said = (words: string | null): ReactNode => (words === null ? <span className="soft">{say('custody.notSaid')}</span> : <Foreign>{words}</Foreign>);
  return (
    <>
      <Part title={say('custody.use')}>
        <Line name={say('custody.sensitivity')}>{sensitivity === 'public' ? say('sensitivity.public') : <SensitivityWord sensitivity={sensitivity} />}</Line>
        <Line name={say('custody.consent')}>{said(care.consent)}</Line>
        <Line name={say('custody.consentUntil')}>{care.consentUntil === null ? said(null) : <DateWords edtf={care.consentUntil} />}</Line>
        <Line name={say('custody.purpose')}>{said(care.purpose)}</Line>
        <Line name={say('custody.retention')}>{care.retention === null ? said(null) : <DateWords edtf={care.retention} />}</Line>
      </Part>
      <MarkGraphic custody={custody} />
      <StateCare about={original} stands={{ ...care, sensitivity }} />
    </>
  );
}
