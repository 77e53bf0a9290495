import type { Sentence, Token } from '../document.ts';
import { children, relation } from '../tree.ts';

/** Words that look ahead: what they govern is still to come. */
const AHEAD = new Set(
  'plan expect schedule due intend hope prepare aim propose vow pledge promise agree want set ready slate likely invite decide threaten announce postpone delay call urge ask order demand request require insist willing ready eager keen prepared'.split(
    ' ',
  ),
);

/**
 * Whether what happens at a word's time is still to come, as the nearest verb above it has it: "will meet", "is to
 * meet", "plans to meet", "meets" in a report's body. Null where nothing tells: then it is the past.
 */
export function isFuture(sentence: Sentence, at: number, isHeadline: boolean): boolean | null {
  // "due in May", "scheduled for Friday": parsers make odd trees of these.
  for (let index = Math.max(0, at - 4); index < at; index++)
    if (/^(?:due|scheduled|slated)$/.test(sentence.tokens[index].form)) return true;
  let token = sentence.tokens[at];
  for (let steps = 0; steps < 12; steps++) {
    if (['AUX', 'VERB'].includes(token.upos) || children(sentence, token.index, 'cop').length > 0) {
      const told = futureOf(sentence, token, isHeadline);
      if (told !== null) return told;
    } else if (/^(?:upcoming|forthcoming|planned|scheduled|proposed|next)$/.test(token.lemma)) return true;
    else if (
      token.children.some((child) => /^(?:upcoming|forthcoming|planned|scheduled)$/.test(sentence.tokens[child].lemma))
    )
      return true;
    if (token.head < 0) return null;
    token = sentence.tokens[token.head];
  }
  return null;
}

const IS = new Set(['is', 'are', 'am', "'s", "'re", "'m", '’s', '’re']);
const WILL = new Set(['will', "'ll", '’ll', 'shall', 'wo']);
const MAY = new Set(['may', 'might', 'should', 'must']);
const PAST = new Set(['was', 'were', 'had', 'has', 'have', 'did', 'been', "'ve", '’ve']);
/** What is due, scheduled or expected for a time lies ahead, and the time is mostly joined to this word. */
const DUE = new Set(['due', 'schedule', 'slate', 'expect', 'plan', 'set']);

function isReported(sentence: Sentence, verb: Token): boolean {
  return (
    verb.deprel === 'ccomp' ||
    (verb.head >= 0 && relation(verb) === 'conj' && isReported(sentence, sentence.tokens[verb.head]))
  );
}

/** True or false where the verb's own form tells, else null: an infinitive or participle has its governor's time. */
function futureOf(sentence: Sentence, verb: Token, isHeadline: boolean): boolean | null {
  const words = children(sentence, verb.index, 'aux', 'cop').map(({ lowerForm }) => lowerForm);
  const has = (forms: ReadonlySet<string>) => words.some((word) => forms.has(word));
  if (has(WILL)) return true;
  // "said it would meet on Friday": ahead of what was said.
  if (words.includes('would')) return isReported(sentence, verb) && !words.includes('have');
  if (has(MAY)) return !words.includes('have');
  if (DUE.has(verb.lemma) && (verb.upos === 'ADJ' || verb.xpos === 'VBN')) return true;
  if (has(PAST)) return false;
  const marks = children(sentence, verb.index, 'mark').map(({ lowerForm }) => lowerForm);
  if (marks.includes('since') || marks.includes('after')) return false;
  if (marks.includes('due')) return true;
  const marked = marks.includes('to');
  if (marked || verb.deprel === 'xcomp' || (verb.upos === 'VERB' && verb.xpos === 'VB')) {
    const governor = verb.head < 0 ? null : sentence.tokens[verb.head];
    if (!governor) return isHeadline && marked ? true : null;
    if (AHEAD.has(governor.lemma) || relation(verb) === 'acl') return true;
    return null;
  }
  if (verb.xpos === 'VBD') return false;
  if (verb.xpos === 'VBG') return has(IS) ? true : null;
  if (verb.xpos === 'VBN') return null;
  if (verb.xpos === 'VBZ' || verb.xpos === 'VBP') {
    // "says", "shows": the present of reporting leaves the matter to what stands above or to the past.
    if (isHeadline || (verb.deprel === 'root') === false) return null;
    return !['say', 'show', 'have', 'be', 'report', 'tell', 'remain', 'know'].includes(verb.lemma);
  }
  return null;
}
