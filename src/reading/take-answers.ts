// What a child answers, taken over: a result as the outcome of a document, the parts of a container one by one, and which outcomes are not to be
// believed at once.
import { partAnswers, type Failure, type Outcome, type Part, type Plan, type ReadResult, type Unpacked } from './outcome.ts';
import type { TakeAnswer } from './reader-process.ts';
import type { ProblemCode } from './unreadable.ts';

/** What came of reading, with what reader, and what the file says of itself where it says anything. */
export function outcomeOf({ media = [], ...result }: ReadResult, { mediaType, reader }: Plan): Outcome {
  const described = media.length === 0 ? {} : { media };
  return result.ok
    ? { ok: true, mediaType, reading: { ...result.reading, reader }, ...described }
    : { ok: false, mediaType, problem: result.problem, reader, ...described };
}

/** Takes parts one after another, waiting for each to be put away. */
export function takeParts(put: (part: Part) => Promise<void>): TakeAnswer<Unpacked> {
  const parse = partAnswers();
  return async (value, { mediaType, reader }) => {
    const answer = parse(value);
    if (answer === null) return null;
    if ('problem' in answer) return { ok: false, mediaType, problem: answer.problem, reader };
    if ('count' in answer) return { ok: true, mediaType, ...answer };
    await put(answer.part);
    return null;
  };
}

/**
 * What may come of the documents that a process read before: it is tried once more in a new process, so that a finding
 * never depends on other documents.
 */
const DOUBTFUL: ReadonlySet<string> = new Set<ProblemCode>(['out-of-memory', 'reader-died', 'reader-failed']);

/** Whether something may have come of the documents before. */
export const isDoubtful = (outcome: { readonly ok: boolean }): boolean => 'problem' in outcome && DOUBTFUL.has((outcome as Failure).problem.code);
