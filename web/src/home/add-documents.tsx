import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { documentPath } from '../data/route.ts';
import { useTongue } from '../data/tongue.tsx';
import { useLatest } from '../data/use-latest.ts';
import { Foreign } from '../parts/claim-words.tsx';
import { Link } from '../parts/link.tsx';
import { addFiles, goOnAdding, stopAdding, useAdding, type Adding } from './adding.ts';
import { chosenFiles, droppedFiles } from './dropped-files.ts';

/** Takes files and folders that are dropped anywhere on the page or chosen, and tells what becomes of each. */
export function AddDocuments() {
  const { say } = useTongue();
  const client = useQueryClient();
  const adding = useAdding();
  const add = (files: readonly File[]): void => addFiles(files, client);
  const isOver = useDropAnywhere(add);
  return (
    <section className="adding" aria-label={say('add.title')}>
      <div className="actions">
        <FileTrigger allowsMultiple onSelect={(list) => add(chosenFiles(list))}>
          <Button className="button">{say('add.files')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => add(chosenFiles(list))}>
          <Button className="button">{say('add.folder')}</Button>
        </FileTrigger>
        <span className="small soft">{say('add.drop')}</span>
      </div>
      {adding.length > 0 && <Progress adding={adding} />}
      {isOver && <div className="drop-here">{say('add.dropHere')}</div>}
    </section>
  );
}

function useDropAnywhere(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const take = useLatest(onFiles);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(take);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
  return isOver;
}

/** Of more files than this, only those are shown one by one that are under way or that somebody has to look at. */
const SHORT = 20;

const isQuiet = ({ outcome }: Adding): boolean => outcome === 'waiting' || outcome === 'added' || outcome === 'held';

function Progress({ adding }: { readonly adding: readonly Adding[] }) {
  const { say } = useTongue();
  const client = useQueryClient();
  const count = (...outcomes: readonly Adding['outcome'][]): number => adding.filter((each) => outcomes.includes(each.outcome)).length;
  const left = count('waiting', 'sending');
  return (
    <>
      <output>{say('add.progress', { done: count('added', 'held', 'unreadable'), all: adding.length })}</output>
      <div className="actions">
        {left > 0 && (
          <Button className="button" onPress={stopAdding}>
            {say('add.stop')}
          </Button>
        )}
        {left === 0 && count('stopped', 'failed') > 0 && (
          <Button className="button" onPress={() => goOnAdding(client)}>
            {say('add.goOn')}
          </Button>
        )}
      </div>
      <ol className="adding-list" aria-label={say('add.title')}>
        {adding.map((each, n) => (adding.length <= SHORT || !isQuiet(each) ? <AddingLine key={n} adding={each} /> : null))}
      </ol>
    </>
  );
}

function AddingLine({ adding: { file, outcome, added, problem } }: { readonly adding: Adding }) {
  const { say } = useTongue();
  return (
    <li data-outcome={outcome}>
      {added ? (
        <Link href={documentPath(added.id)}>
          <Foreign>{file.name}</Foreign>
        </Link>
      ) : (
        <Foreign>{file.name}</Foreign>
      )}
      <span>{outcome === 'added' ? say('add.outcome.added', { n: added?.suggestions ?? 0 }) : say(`add.outcome.${outcome}`)}</span>
      {(problem ?? added?.problem) && (
        <span lang="en" dir="auto">
          {problem ?? added?.problem?.reason}
        </span>
      )}
    </li>
  );
}
