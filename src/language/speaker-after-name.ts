import { SAYING } from './lexicon.ts';
import type { Parse } from './parser.ts';
import { isUnder } from './under.ts';

/**
 * "They met their host, Omar Haddad, the ministry said": whoever stands right before the verb speaks. What stands beside a name
 * has a comma at both ends, so "the ministry" is nothing of Omar Haddad's; he is the host.
 */
export function speakerStandsLast(forms: readonly string[], parse: Parse): void {
  const { upos, head, deprel } = parse;
  for (let verb = 5; verb < forms.length; verb++) {
    if (!SAYING.has(forms[verb])) continue;
    const name = head.findIndex((at, word) => at === verb && word < verb && deprel[word] === 'nsubj');
    if (name === -1 || upos[name] !== 'PROPN') continue;
    const speaker = head.findLastIndex((at, word) => at === name && word > name && deprel[word] === 'appos');
    if (speaker === -1 || lastUnder(head, speaker) !== verb - 1) continue;
    const comma = firstUnder(head, speaker);
    const beforeName = firstUnder(head, name);
    if (forms[comma] !== ',' || forms[beforeName] !== ',') continue;
    const named = nounBefore(parse, beforeName);
    if (named === -1 || isUnder(head, named, name)) continue;
    head[speaker] = verb;
    deprel[speaker] = 'nsubj';
    head[comma] = verb;
    head[name] = named;
    deprel[name] = 'appos';
  }
}

/** The noun that the words before a comma end with, up to the first of a name's; -1 where they end with another word. */
function nounBefore({ upos, head, deprel }: Parse, comma: number): number {
  let noun = comma - 1;
  if (noun < 0 || !/^(?:NOUN|PROPN)$/.test(upos[noun])) return -1;
  while (/^(?:flat|compound)\b/.test(deprel[noun]) && head[noun] >= 0) noun = head[noun];
  return noun;
}

const firstUnder = (head: readonly number[], top: number): number =>
  head.findIndex((_, word) => isUnder(head, word, top));

const lastUnder = (head: readonly number[], top: number): number =>
  head.findLastIndex((_, word) => isUnder(head, word, top));
