// Where a Chromium lies on this machine, to take pictures of pages with.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The names under which systems have it, the freest first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Where installers of other systems put it. */
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The environment's variable that names it; set and empty: no picture is taken. */
export const BROWSER_VARIABLE = 'ONRECORD_CHROMIUM';

/** Its path; null where there is none. @param env - of the process: BROWSER_VARIABLE, else PATH */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | null {
  const said = env[BROWSER_VARIABLE];
  if (said !== undefined) return said === '' ? null : said;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  return paths.find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
