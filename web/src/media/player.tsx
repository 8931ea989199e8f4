// The sound or film that a page is about, and the passages that are heard in it: pressed on, it plays from there.
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { DocumentView } from '../../../src/model/answers.ts';
import { mediaSort, SHOWN_AS, type Cover, type HeardPassage, type MediaSort } from '../../../src/model/media.ts';
import { heardQuestion } from '../data/questions.ts';
import { useKeys } from '../data/use-keys.ts';
import { setUncovered, useCovered } from './uncovered.ts';
import { MediaHold } from './media-hold.ts';

/** What is looked at or listened to, by the id of its document, or its own; and its transcript, if there is one. */
export type Shown = {
  readonly id: string;
  readonly sort: MediaSort;
  readonly cover: Cover;
  readonly transcript: { readonly id: string; readonly language: string | null } | null;
};

type Player = {
  readonly shown: Shown;
  readonly isCoverable: boolean;
  /** Not asked for yet: a picture or a film may show violence. */
  readonly isCovered: boolean;
  readonly hold: MediaHold;
  readonly failed: boolean;
  readonly fail: () => void;
  readonly play: (from: number) => void;
  /** In order; empty where this page is no transcript. */
  readonly heard: readonly HeardPassage[];
  readonly byHead: ReadonlyMap<number, HeardPassage>;
};

const PlayerContext = createContext<Player | null>(null);

/** Null where nothing is to be looked at or listened to. */
export const usePlayer = (): Player | null => use(PlayerContext);

/** What the document itself is; of a transcript, what it was heard in. */
function shownOf({ id, original, mediaType, text, language, attached, cover }: DocumentView): Shown | null {
  const sort = mediaType in SHOWN_AS ? mediaSort(mediaType) : null;
  const transcripts = attached.filter((each) => each.as === 'transcript');
  // A page that was read by its letters is looked at as a page.
  if (sort) return sort === 'picture' && text !== '' ? null : { id, sort, cover, transcript: transcripts.find((each) => each.to === original)?.what ?? null };
  const of = transcripts.find((each) => each.original === original)?.of;
  const heardIn = of && of.mediaType in SHOWN_AS ? mediaSort(of.mediaType) : null;
  return of && heardIn ? { id: of.id, sort: heardIn, cover, transcript: { id, language } } : null;
}

export function PlayerFor({ document, children }: { readonly document: DocumentView; readonly children: ReactNode }) {
  const [failed, setFailed] = useState(false);
  const [hold] = useState(() => new MediaHold(() => setFailed(true)));
  const shown = useMemo(() => shownOf(document), [document]);
  const asked = useQuery({ ...heardQuestion(document.id), enabled: shown !== null && shown.id !== document.id });
  const { isCoverable, isCovered } = useCovered(shown?.id ?? '', shown?.cover ?? 'never', shown?.sort !== 'sound');
  const player = useMemo((): Player | null => {
    const heard = asked.data ?? [];
    const play = (from: number): void => {
      // Who goes through the words of a film does not ask to see what somebody marked as graphic.
      if (!shown || (isCovered && shown.cover === 'marked')) return;
      setUncovered(shown.id, true);
      hold.play(from);
    };
    const byHead = new Map(heard.map((each) => [each.head, each]));
    return shown && { shown, isCoverable, isCovered, hold, failed, fail: () => setFailed(true), play, heard, byHead };
  }, [shown, isCoverable, isCovered, failed, hold, asked.data]);
  const toggle = (): void => {
    if (!hold.rest()) player?.play(hold.at);
  };
  useKeys(player && player.shown.sort !== 'picture' ? { t: toggle } : {});
  return <PlayerContext value={player}>{children}</PlayerContext>;
}

/** The passage in which a place of the text stands; null where none is heard there. O(log passages). */
export function heardAt(heard: readonly HeardPassage[], start: number): HeardPassage | null {
  let [low, high] = [0, heard.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((heard[middle]?.head ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found = heard[low - 1];
  return found && start < found.end ? found : null;
}
