// A program of its own, run by language.ts: proposes claims for the text on its standard input, and prints the most memory that took, in MB.
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { suggest } from '../src/language/suggest.ts';
import { peakMemory } from './peak-memory.ts';

// As the command line does.
setFlagsFromString('--semi-space-growth-factor=1');

suggest({ text: readFileSync(0, 'utf8'), published: '2016-09-12', language: 'en' });
process.stdout.write(String(peakMemory()));
