import type { Sentence, Token } from '../../../language/document.ts';
import { hasChild } from '../../tree.ts';
import type { Candidate, Tools } from '../candidates.ts';
import type { Speech } from '../speech.ts';
import { demandAt } from './demand.ts';
import { judgementAt } from './judgement.ts';
import { promiseAt } from './promise.ts';
import { grantRefusedAt, refusalAt } from './refusal.ts';
import { threatAt } from './threat.ts';

export { announced } from './announced.ts';

/**
 * Acts that are done by saying something: demanding ("must", "should"), judging ("is a liar"), announcing an act of one's own
 * against or for another ("we will strike"), refusing one ("will never agree").
 */
export function spokenActs(sentence: Sentence, uses: Uint8Array, speech: Speech, tools: Tools): Candidate[] {
  const found: Candidate[] = [];
  const isSpoken = speech.isIn(sentence);
  for (const token of sentence.tokens) {
    if (token.upos === 'PUNCT') continue;
    const speaker = isSpoken ? speech.speakerAt(sentence, token.index) : null;
    if (speaker === null && !(isSpoken && speech.isSaid(sentence, token.index))) {
      // what is told of somebody, whoever tells it
      const refused = token.upos === 'VERB' ? grantRefusedAt(sentence, token, null, tools) : null;
      if (refused) found.push(refused);
      continue;
    }
    const isClause = token.upos === 'VERB' || hasChild(sentence, token.index, 'cop');
    const act =
      (isClause ? ownWordsAt(sentence, token, speaker, tools) : null) ??
      // "accused the EU of failing": what is charged is no judgement beside the charge
      (speaker !== null && !speech.isCharged(sentence, token.index)
        ? judgementAt(sentence, token, uses[token.index], speaker, tools)
        : null) ??
      (isClause && speaker !== null ? promiseAt(sentence, token, speaker, tools) : null);
    if (act) found.push(act);
  }
  return found;
}

/** What a clause demands, threatens or refuses. */
function ownWordsAt(sentence: Sentence, verb: Token, speaker: string | null, tools: Tools): Candidate | null {
  const demand = demandAt(sentence, verb, speaker, tools);
  if (demand || speaker === null) return demand;
  return (
    threatAt(sentence, verb, speaker, tools) ??
    refusalAt(sentence, verb, speaker, tools) ??
    grantRefusedAt(sentence, verb, speaker, tools)
  );
}
