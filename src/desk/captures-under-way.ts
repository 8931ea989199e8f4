// Captures that the desk's page asked for: each goes on while whoever asked waits, and tells others how far it has come.
import { Fault } from '../base/fault.ts';
import type { Progress } from '../exchange/capture/capture-process.ts';
import { parseProxy, shownProxy } from '../exchange/capture/proxy.ts';
import type { CaptureUnderWay, WaysToCapture } from '../model/capture.ts';
import type { Added } from './add.ts';
import { capturePage, wayOut } from './capture-page.ts';
import type { Casebook } from './casebook.ts';

/** `proxy` undefined: what the environment says. */
export type PageAsked = { readonly url: string; readonly proxy: string | undefined; readonly picture: boolean };

const underWay = new WeakMap<Casebook, Set<{ readonly url: string; progress: Progress | null }>>();

/**
 * Captures a page, never one of this machine or its network. Throws as `capturePage` does, and a Fault 'conflict' where `gone` stopped it;
 * then nothing is recorded.
 */
export async function captureForDesk(casebook: Casebook, { url, proxy, picture }: PageAsked, gone: AbortSignal): Promise<Added> {
  const way = wayOut(proxy, process.env);
  const mine: { readonly url: string; progress: Progress | null } = { url, progress: null };
  const all = underWay.get(casebook) ?? new Set();
  underWay.set(casebook, all.add(mine));
  try {
    const asked = { url, proxy: way.proxy, browser: picture ? way.browser : null, allowLocal: false };
    const onProgress = (progress: Progress): void => void (mine.progress = progress);
    const [first] = await Array.fromAsync(capturePage(casebook, asked, { stated: {}, stopped: gone, suggests: true, onProgress }));
    if (first) return first;
    throw new Fault('conflict', 'it was stopped before it was recorded', 'Nothing was recorded. Ask for it again.');
  } finally {
    all.delete(mine);
  }
}

/** How sites would be asked from here, and what is being asked for. */
export function waysToCapture(casebook: Casebook): WaysToCapture {
  const { proxy, browser } = wayOut(undefined, process.env);
  const captures = [...(underWay.get(casebook) ?? [])].map(({ url, progress }): CaptureUnderWay => ({
    url,
    answers: progress?.answers ?? 0,
    bytes: progress?.bytes ?? 0,
  }));
  return { proxy: proxy === null ? null : shownProxy(parseProxy(proxy)), browser: browser !== null, underWay: captures };
}
