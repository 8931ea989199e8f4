// A casebook that somebody altered: it can be looked at, and says on every page that it is not as it was sealed.
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Browser } from './browser.ts';
import { startDesk } from './desk.ts';
import { REPORT } from './documents.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  return browser.close;
});

/** Runs SQL on the casebook's database, past the guards that its schema puts on it. */
const tamper = (statement: string) => (casebook: string) => {
  const db = new Database(join(casebook, 'record.db'));
  for (const { name } of db.prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger'").all()) db.exec(`drop trigger ${name}`);
  db.exec(statement);
  db.close();
};

describe('a casebook with', () => {
  it.each([
    ['an entry cut off', 'delete from log_entries where position = (select max(position) from log_entries)', 'read only'],
    ['a payload altered', "update log_entries set payload = replace(payload, 'report.txt', 'retort.txt')", 'not as it was sealed'],
  ])('%s says so at the top of every page', async (_what, statement, words) => {
    const desk = await startDesk({ 'report.txt': REPORT }, tamper(statement));
    try {
      const page = await browser.context.newPage();
      await page.goto(desk.link);
      for (const path of ['/', '/queue', '/timeline', '/matrix', '/integrity']) {
        await page.goto(desk.origin + path);
        await page.locator('[role=alert].altered').waitFor();
        expect(await page.locator('[role=alert].altered').innerText()).toContain(words);
      }
      await page.close();
    } finally {
      await desk.close();
    }
  });
});
