import type { CodedEvent, Side } from './reading.ts';

/** Below this a side is said to be doubtful, also where the grammar gives it. */
const DOUBTFUL = 0.6;

/** What a reader should know before citing a side: that it is inferred, how sure it is; null where nothing speaks against it. */
export function doubtOf(
  event: Pick<CodedEvent, 'inferred' | 'sourceConfidence' | 'targetConfidence'>,
  side: Side,
): string | null {
  const confidence = side === 'source' ? event.sourceConfidence : event.targetConfidence;
  const isInferred = event.inferred.includes(side);
  const percent = confidence === null ? null : `${Math.round(confidence * 100)} %`;
  if (isInferred) return percent === null ? 'inferred' : `inferred, ${percent}`;
  return confidence !== null && confidence < DOUBTFUL ? percent : null;
}
