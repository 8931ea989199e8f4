import { unpackOriginal, type RawPart } from '../unpack-original.ts';

/** What a container holds. */
export async function partsOf(bytes: Uint8Array, mediaType: string): Promise<readonly RawPart[]> {
  const parts: RawPart[] = [];
  const problem = await unpackOriginal(bytes, mediaType, (part) => parts.push(part));
  if (problem) throw new Error(problem.reason);
  return parts;
}
