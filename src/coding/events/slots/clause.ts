import type { Sentence, Token } from '../../../language/document.ts';
import { children, firstChild } from '../../tree.ts';
import { isInfinitive } from './phrase.ts';

/** Clauses that a predicate calls for. */

/** The heads of the clauses that the predicate calls for. */
export function complements(sentence: Sentence, token: Token): readonly Token[] {
  const found: Token[] = [];
  for (const index of token.children) {
    const child = sentence.tokens[index];
    if (isComplement(sentence, token, child)) found.push(child);
  }
  const object = firstChild(sentence, token.index, 'obj');
  if (object && object.children.length > 0)
    for (const child of children(sentence, object.index, 'acl'))
      if (child.deprel !== 'acl:relcl' && (isInfinitive(sentence, child.index) || isCharge(sentence, child)))
        found.push(child);
  return found;
}

function isComplement(sentence: Sentence, token: Token, child: Token): boolean {
  switch (child.relation) {
    case 'ccomp':
    case 'xcomp':
    case 'csubj':
      return child.upos !== 'PUNCT';
    case 'acl':
      return token.upos === 'NOUN' && (child.deprel !== 'acl:relcl' || isThatClause(sentence, child));
    case 'advcl':
      return token.upos !== 'NOUN' && takesAsComplement(sentence, token, child);
    default:
      return false;
  }
}

/** "his insistence that Turkey not attack": a clause with a subject of its own, which parsers often call relative. */
export function isThatClause(sentence: Sentence, clause: Token): boolean {
  const subject = firstChild(sentence, clause.index, 'nsubj', 'nsubj:pass');
  const that = clause.children.map((child) => sentence.tokens[child]).find((child) => child.lowerForm === 'that');
  return that !== undefined && subject !== undefined && subject.index !== that.index;
}

/** "accused Rwanda of arming rebels": a charge that parsers hang on who is charged. */
const isCharge = (sentence: Sentence, child: Token): boolean =>
  child.xpos === 'VBG' && firstChild(sentence, child.index, 'mark')?.lowerLemma === 'of';

/** An infinitive or "of …ing" right behind the verb, which parsers often call adverbial. */
function takesAsComplement(sentence: Sentence, token: Token, child: Token): boolean {
  const mark = firstChild(sentence, child.index, 'mark');
  if (!mark || child.index < token.index) return false;
  if (['of', 'for', 'from', 'against', 'about'].includes(mark.lowerLemma)) return child.xpos === 'VBG';
  return (
    isInfinitive(sentence, child.index) &&
    !sentence.tokens.slice(token.index + 1, mark.index).some((each) => each.upos === 'PUNCT' || each.lemma === 'order')
  );
}
