import { useEffect, useState } from 'react';
import type { Placed, ToPlace } from './placing.ts';

/** Null while they are being placed; 'failed' where the browser runs nothing beside the page. Ask with the very same object as long as nothing changed. */
export function usePlaced(asked: ToPlace): Placed | 'failed' | null {
  const [found, setFound] = useState<{ readonly of: ToPlace; readonly placed: Placed | 'failed' } | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('placing.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Placed>) => {
      setFound({ of: asked, placed: data });
      worker.terminate();
    });
    worker.addEventListener('error', () => setFound({ of: asked, placed: 'failed' }));
    worker.postMessage(asked, []);
    return () => worker.terminate();
  }, [asked]);
  return found?.of === asked ? found.placed : null;
}
