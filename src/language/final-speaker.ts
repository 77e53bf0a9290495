import { SAYING } from './lexicon.ts';
import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

const CLAUSE_END = /^(?:,|["”’»]|'')$/;
/** Verbs without an object, so that what the parser takes for one is who speaks. */
const WITHOUT_OBJECT = new Set('said says added adds warned stressed explained noted replied responded'.split(' '));
const OBJECT_OR_SUBJECT = /^(?:nsubj|obj)$/;
/** What may hang on such a verb behind it: when, where and whom it was told. */
const CIRCUMSTANCE = /^(?:obl|advmod|punct)\b/;
const ADDRESSEE = /^i?obj$/;
/** Who speaks in the middle of a sentence, or of a part of it. */
const INSERTED = /^(?:who|which|that|i|we|you)$/i;
/** Words that may follow the verb. */
const LONGEST_TAIL = 8;

/**
 * "…, the agency reported." at the end of a sentence is about all that stands before it. In long sentences the parser
 * hangs it on the nearest clause now and then, or hangs only that one on it; then the main clause becomes what is said.
 * In "…, added the sources." it also takes the speaker for an object.
 */
export function finalSpeakerSaysAll(forms: readonly string[], parse: Parse): void {
  const { upos, head, deprel } = parse;
  const inverted = invertedVerb(forms, parse);
  const verb = inverted === -1 ? finalVerb(forms, parse) : inverted;
  if (verb === -1) return;
  const start = inverted === -1 ? speakerStart(forms, parse, verb) : verb;
  const root = head.indexOf(-1);
  const main = root === verb ? head.findIndex((at, word) => at === verb && deprel[word] === 'ccomp') : root;
  if (start === -1 || main === -1 || main > start || head[verb] > start) return;
  for (let word = 0; word < start; word++)
    if (head[word] === verb && word !== main && upos[word] !== 'PUNCT') head[word] = main;
  if (inverted !== -1)
    deprel[head.findIndex((at, word) => at === verb && OBJECT_OR_SUBJECT.test(deprel[word]))] = 'nsubj';
  if (root === verb) return;
  head[verb] = -1;
  deprel[verb] = 'root';
  head[root] = verb;
  deprel[root] = 'ccomp';
  for (let word = verb + 1; word < head.length; word++)
    if (head[word] < start && upos[word] === 'PUNCT') head[word] = verb;
}

/** The verb of "…, said the sources." where the speaker ends the sentence; -1 where there is none. */
function invertedVerb(forms: readonly string[], { upos, head, deprel }: Parse): number {
  let last = forms.length - 1;
  while (last > 0 && upos[last] === 'PUNCT') last--;
  for (let verb = last - 1; verb >= Math.max(1, last - LONGEST_TAIL); verb--) {
    if (!SAYING.has(forms[verb]) || !CLAUSE_END.test(forms[verb - 1])) continue;
    const parts: number[] = [];
    for (let word = 0; word < forms.length; word++) {
      if (word > verb && word <= last && !isUnder(head, word, verb)) return -1;
      if (head[word] === verb && (word > verb ? upos[word] !== 'PUNCT' : deprel[word].startsWith('nsubj')))
        parts.push(word);
    }
    const isSpeaker = parts.length === 1 && parts[0] > verb && OBJECT_OR_SUBJECT.test(deprel[parts[0]]);
    const isNamed = isSpeaker && (deprel[parts[0]] !== 'obj' || WITHOUT_OBJECT.has(forms[verb]));
    return isNamed && /^(?:NOUN|PROPN)$/.test(upos[parts[0]]) ? verb : -1;
  }
  return -1;
}

/** The last verb of saying, where nothing but marks and its circumstances follow; -1 where there is none. */
function finalVerb(forms: readonly string[], { upos, xpos, head, deprel }: Parse): number {
  let last = forms.length - 1;
  while (last > 0 && upos[last] === 'PUNCT') last--;
  for (let verb = last; verb >= Math.max(0, last - LONGEST_TAIL); verb--) {
    if (!SAYING.has(forms[verb]) || !xpos[verb].startsWith('V')) continue;
    const isTold = /^t[eo]l/.test(forms[verb]);
    for (let word = verb + 1; word <= last; word++) {
      if (!isUnder(head, word, verb)) return -1;
      const fits = head[word] !== verb || CIRCUMSTANCE.test(deprel[word]) || (isTold && ADDRESSEE.test(deprel[word]));
      if (!fits) return -1;
    }
    return verb;
  }
  return -1;
}

/** Where the verb's subject begins, if it stands between a comma or quotation mark and the verb; -1 otherwise. */
function speakerStart(forms: readonly string[], { head, deprel }: Parse, verb: number): number {
  const subject = head.findIndex((at, word) => at === verb && deprel[word] === 'nsubj' && word < verb);
  if (subject === -1 || INSERTED.test(forms[subject])) return -1;
  let start = verb;
  while (start > 0 && isUnder(head, start - 1, subject)) start--;
  return start < verb && start > 0 && CLAUSE_END.test(forms[start - 1]) ? start : -1;
}
