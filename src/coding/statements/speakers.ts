import type { Document } from '../../language/document.ts';
import type { Finding } from './finding.ts';

/** Sentences after which "they" is no longer taken for the last to speak. */
const MEMORY = 4;

/**
 * A second look at who "they" are: "political sources said …", and some sentences on, "they stressed". A pronoun that
 * speaks is the last speaker in the plural, rather than whoever was spoken of in between.
 */
export function speakersOf(document: Document, findings: readonly Finding[]): Map<Finding, Finding> {
  const speakers = new Map<Finding, Finding>();
  let last: Finding | null = null;
  let heard = 0;
  for (const finding of findings) {
    if (!finding.source || finding.entry.pos === 'noun') continue;
    const head = document.sentences[finding.sentence].tokens[finding.source.head];
    if (head.lowerLemma === 'they') {
      if (!last || finding.sentence - heard > MEMORY) continue;
      speakers.set(finding, last);
    } else if (head.xpos === 'NNS' || head.xpos === 'NNPS') last = finding;
    else continue;
    heard = finding.sentence;
  }
  return speakers;
}
