import type { Sentence } from '../../../language/document.ts';
import { hasChild } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import type { Speech } from '../speech.ts';
import { demandAt } from './demand.ts';
import { judgementAt } from './judgement.ts';
import { promiseAt } from './promise.ts';
import { refusalAt } from './refusal.ts';
import { threatAt } from './threat.ts';

export { announced } from './announced.ts';

/**
 * Acts that are done by saying something: demanding ("must", "should"), judging ("is a liar"), announcing an act of one's own
 * against or for another ("we will strike"), refusing one ("will never agree").
 */
export function spokenActs(sentence: Sentence, speech: Speech, tools: Tools): Candidate[] {
  const found: Candidate[] = [];
  for (const token of sentence.tokens) {
    if (token.upos === 'PUNCT') continue;
    const speaker = speech.speakerAt(sentence, token.index);
    if (speaker === null) continue;
    const isClause = token.upos === 'VERB' || hasChild(sentence, token.index, 'cop');
    const act =
      (isClause
        ? (demandAt(sentence, token, speaker, tools) ??
          threatAt(sentence, token, speaker, tools) ??
          refusalAt(sentence, token, speaker, tools))
        : null) ??
      judgementAt(sentence, token, speaker, tools) ??
      (isClause ? promiseAt(sentence, token, speaker, tools) : null);
    if (act) found.push(act);
  }
  return found;
}
