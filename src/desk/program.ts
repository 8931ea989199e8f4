// The program's own name and version, as it stands in entries and texts.
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

export const VERSION = version;
export const PROGRAM = `onrecord ${version}`;
