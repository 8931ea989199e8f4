// The files that a person means by the paths that they name.
import { readdir, stat } from 'node:fs/promises';
import { normalize, sep } from 'node:path';
import { Fault } from '../base/fault.ts';

/** `file` is how the file system calls it: a name that is not UTF-8 (old archives, old Windows) is lost in `path`, which is for people. */
export type ListedFile = { readonly path: string; readonly size: number; readonly file: string | Buffer };

/** Files under the paths with their bytes, folders walked in order of names; hidden files and links are passed over. */
export async function listFiles(paths: readonly string[]): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  for (const path of paths) {
    const found = await stat(path).catch((cause: unknown) => {
      throw new Fault('not-found', `there is no file or folder ${path}`, 'Check the path; quote it if it holds spaces.', cause);
    });
    const inside = found.isDirectory() ? await walk(Buffer.from(path)) : [{ path, size: found.size, file: path }];
    if (inside.length === 0) throw new Fault('nothing-to-read', `the folder ${path} holds no files`, 'Name a folder that holds documents, or a file.');
    files.push(...inside);
  }
  return files;
}

async function walk(folder: Buffer): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const files: ListedFile[] = [];
  for (const entry of entries.toSorted((a, b) => Buffer.compare(a.name, b.name))) {
    const file = Buffer.concat([folder, Buffer.from(sep), entry.name]);
    if (entry.name.toString('latin1').startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await walk(file)));
    else if (entry.isFile()) files.push({ path: normalize(file.toString('utf8')), size: (await stat(file)).size, file });
  }
  return files;
}
