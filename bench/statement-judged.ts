import type { Statement } from '../src/coding/reading.ts';
import type { Span } from '../src/page/article.ts';
import type { AnnotatedArticle, AnnotatedStatement } from '../training/annotated.ts';

/** Which statements of a reading are right, as `score_articles.py` has it: half of the content and a word of the source. */

const LEAST_OVERLAP = 0.5;
const EMPTY = new Set(['the', 'and', 'for', 'president', 'government', 'officials', 'forces', 'minister']);

function words(text: string): Set<string> {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(all.filter((word) => !EMPTY.has(word)));
}

function overlap(content: readonly Span[], annotated: AnnotatedStatement): number {
  const [first, last] = annotated.sentence;
  const inside = content
    .map(([start, end]): Span => [Math.max(start, first), Math.min(end, last)])
    .filter(([start, end]) => end > start);
  if (inside.length === 0) return 0;
  const [start, end] = [inside[0][0], inside[inside.length - 1][1]];
  const common = Math.min(end, annotated.content[1]) - Math.max(start, annotated.content[0]);
  const whole = Math.max(end, annotated.content[1]) - Math.min(start, annotated.content[0]);
  return common > 0 ? common / whole : 0;
}

function sameSource(source: string, annotated: string): boolean {
  if (source.toLowerCase() === annotated.toLowerCase()) return true;
  const wanted = words(annotated);
  return [...words(source)].some((word) => wanted.has(word));
}

/** Of each statement whether it is right. One annotation makes one statement right; speech that runs on may have several. */
export function judge({ text, statements }: AnnotatedArticle, found: readonly Statement[]): boolean[] {
  const pairs = found
    .flatMap(({ content }, index) => (statements ?? []).map((each) => ({ index, each, share: overlap(content, each) })))
    .filter(({ share }) => share >= LEAST_OVERLAP)
    .sort((a, b) => b.share - a.share);
  const taken = new Set<AnnotatedStatement>();
  const right = found.map(() => false);
  for (const { index, each } of pairs) {
    if (taken.has(each) || (right[index] && found[index].rule !== 'runs on')) continue;
    taken.add(each);
    const wanted = each.source ? text.slice(...each.source) : '';
    if (sameSource(found[index].source?.text ?? '', wanted)) right[index] = true;
  }
  return right;
}
