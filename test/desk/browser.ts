// The browser of the journeys: the machine's own Chromium where there is one, else the one that comes as a package.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromiumPackage from '@sparticuz/chromium';
import { chromium, type BrowserContext } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's sandbox refuses to start for root, as whom containers often run.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export type Browser = { readonly context: BrowserContext; readonly close: () => Promise<void> };

/**
 * A headless browser with a profile of its own, gone after `close`. With `readable` the page's Content-Security-Policy
 * is set aside, so that a checker can be put into it; without it the policy holds as for anybody.
 */
export async function startBrowser({ readable = false } = {}): Promise<Browser> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-browser-'));
  const executablePath = existsSync(INSTALLED) ? INSTALLED : await unpacked(folder);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: ARGUMENTS,
    // Where no locale is set, Chromium would lose the letters of file names that are not ASCII.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    headless: true,
    bypassCSP: readable,
    locale: 'en-GB',
    viewport: { width: 1360, height: 850 },
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, close };
}

/** Unpacks the packaged Chromium into `folder`. It would take whatever lies in the shared temporary folder by its name, so it is given a private one. */
async function unpacked(folder: string): Promise<string> {
  const shared = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await chromiumPackage.executablePath();
  } finally {
    if (shared === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = shared;
  }
}
