import type { Sentence } from '../../language/document.ts';
import { children, governors, hasChild } from '../tree.ts';
import type { EventLexicon } from './lexicon.ts';

/** Words that mean no matter who as a subject; "someone", "people" as a subject are somebody. */
const NO_MATTER_WHO = new Set(['anyone', 'anybody', 'whoever']);

const isAny = (sentence: Sentence, index: number): boolean =>
  children(sentence, index, 'det').some((det) => ['a', 'an', 'any', 'some'].includes(det.lowerForm));

/** "if you had …": what stands in a condition. */
const isSupposed = (sentence: Sentence, index: number): boolean =>
  [...governors(sentence, index)].some((governor) =>
    children(sentence, governor.index, 'mark').some((mark) => ['if', 'unless'].includes(mark.lowerLemma)),
  );

/** Whether an act is told of nobody in particular: "anyone who attacks us", "people who think that …", "if you had a party that killed people". */
export function isOfAnybody(sentence: Sentence, index: number, { classes }: EventLexicon): boolean {
  const subjects = children(sentence, index, 'nsubj', 'nsubj:pass');
  if (subjects.some((subject) => NO_MATTER_WHO.has(subject.lowerLemma))) return true;
  let below = sentence.tokens[index];
  for (const governor of governors(sentence, index)) {
    const isBare = !hasChild(sentence, governor.index, 'det', 'nummod', 'amod', 'compound');
    if (below.deprel === 'acl:relcl') {
      if (isBare && classes.get('ANYBODY')!.has(governor.lowerLemma)) return true;
      if (isAny(sentence, governor.index) && isSupposed(sentence, governor.index)) return true;
    }
    below = governor;
  }
  return false;
}
