import type { DocumentView } from '../../../src/model/answers.ts';
import { ClockBar } from '../clocks/clock-bar.tsx';
import { AttachedPart } from '../attached/attached-part.tsx';
import { MediaFacts } from '../media/media-facts.tsx';
import { CopiesOf } from '../copies/copies-of.tsx';
import { RevisionsOf } from '../copies/revisions-of.tsx';
import { aboutPath, custodyPath, sourcePath } from '../data/route.ts';
import { isolated } from '../data/isolated.ts';
import { useTongue } from '../data/tongue.tsx';
import { DateWords } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { Button } from 'react-aria-components';
import { SensitivityWord } from '../parts/sensitivity-word.tsx';
import { VeiledHere } from '../veil/veiled-here.tsx';
import { Captured } from './captured.tsx';
import { Readings } from './readings.tsx';
import type { View } from './use-view.ts';
import { Warnings } from './warnings.tsx';

/** What is known of a document as a whole. What is not known is not made up. */
export function DocumentHead({ document, view }: { readonly document: DocumentView; readonly view: View }) {
  const { say, language } = useTongue();
  return (
    <header className="document-head">
      <h1 dir="auto" lang={document.language ?? undefined}>
        {document.title ?? document.name}
      </h1>
      <div className="facts">
        {document.publisher !== null && (
          <Link href={sourcePath(document.publisher)} dir="auto">
            {document.publisher}
          </Link>
        )}
        {document.author !== null && <span>{say('document.by', { name: isolated(document.author) })}</span>}
        <span className="when">{document.published === null ? say('document.undated') : <DateWords edtf={document.published} />}</span>
        {document.language !== null && <span>{language(document.language)}</span>}
        <SensitivityWord sensitivity={document.sensitivity} />
      </div>
      {document.problem && (
        <div className="notice" data-tone={isArchive(document.problem) ? undefined : 'careful'}>
          <strong>{say(isArchive(document.problem) ? 'document.archive' : 'document.unreadable')}</strong>
          <span lang="en" dir="auto">
            {document.problem.reason}
          </span>
          <span lang="en" dir="auto" className="soft">
            {document.problem.hint}
          </span>
        </div>
      )}
      <Warnings warnings={document.warnings} />
      <VeiledHere id={document.id} />
      {document.capture && <Captured capture={document.capture} />}
      <Readings document={document} />
      {document.textSha !== null && <RevisionsOf id={document.id} />}
      {document.textSha !== null && <CopiesOf id={document.id} />}
      <MediaFacts facts={document.media} />
      <AttachedPart document={document} />
      <div className="document-tools small">
        {view.toggle && (
          <Button className="button" aria-keyshortcuts="p" onPress={view.toggle}>
            {say(view.isPages ? 'page.toText' : 'page.toPages')} <kbd aria-hidden="true">p</kbd>
          </Button>
        )}
        <Link href={aboutPath(document.id)}>{say('about.open')}</Link>
        <Link href={custodyPath(document.id)}>{say('document.custody')}</Link>
      </div>
      {document.textSha !== null && <ClockBar />}
    </header>
  );
}

/** What was opened, rather than not read. */
const isArchive = ({ code }: NonNullable<DocumentView['problem']>): boolean => code === 'archive' || code === 'web-archive';
