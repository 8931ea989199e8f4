// The paragraphs of a text.
import type { CodePoints, Span } from './span.ts';

/** Spans between lines that are empty or hold only space, in code points. O(text). */
export function paragraphsOf(text: string, points: CodePoints): readonly Span[] {
  const spans: Span[] = [];
  let start: number | null = null;
  let end = 0;
  let line = 0;
  while (line <= text.length) {
    const newline = text.indexOf('\n', line);
    const lineEnd = newline < 0 ? text.length : newline;
    const isEmpty = text.slice(line, lineEnd).trim() === '';
    if (isEmpty && start !== null) spans.push({ start: points.fromUnit(start), end: points.fromUnit(end) });
    start = isEmpty ? null : (start ?? line);
    end = lineEnd;
    line = lineEnd + 1;
  }
  if (start !== null) spans.push({ start: points.fromUnit(start), end: points.fromUnit(end) });
  return spans;
}
