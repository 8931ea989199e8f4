// The files of a drop, folders walked. Hidden files are passed over, as `onrecord add` does.

/** Must be called while the drop is handled: afterwards the browser has let go of what was dropped. */
export function droppedFiles(dropped: DataTransfer): Promise<readonly File[]> {
  const files = [...dropped.items].map((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return entry ? filesOf(entry) : Promise.resolve(file ? [file] : []);
  });
  return Promise.all(files).then((each) => each.flat());
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry instanceof FileSystemFileEntry) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const files: File[] = [];
  for (const each of await entriesOf(entry.createReader())) files.push(...(await filesOf(each)));
  return files;
}

/** A reader gives some entries at a time, and none when there are no more. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...some);
  }
}

/** The files that a person chose, one by one or as a folder; those of hidden files and folders left out. */
export const chosenFiles = (list: FileList | null): readonly File[] =>
  [...(list ?? [])].filter((file) => !(file.webkitRelativePath || file.name).split('/').some((part) => part.startsWith('.')));
