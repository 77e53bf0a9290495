import type { Sentence } from '../../language/document.ts';
import { children, governors, hasChild } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';

/** Words that mean no matter who as a subject; "someone", "people" as a subject are somebody. */
const NO_MATTER_WHO = new Set(['anyone', 'anybody', 'whoever']);

/** Whether an act is told of nobody in particular: "anyone who attacks us", "people who think that …". */
export function isOfAnybody(sentence: Sentence, index: number, { classes }: EventLexicon): boolean {
  const subjects = children(sentence, index, 'nsubj', 'nsubj:pass');
  if (subjects.some((subject) => NO_MATTER_WHO.has(subject.lowerLemma))) return true;
  let below = sentence.tokens[index];
  for (const governor of governors(sentence, index)) {
    const isBare = !hasChild(sentence, governor.index, 'det', 'nummod', 'amod', 'compound');
    if (below.deprel === 'acl:relcl' && isBare && classes.get('ANYBODY')!.has(governor.lowerLemma)) return true;
    below = governor;
  }
  return false;
}
