import type { Lemmatizer } from './lemma.ts';
import type { Parse } from './parser.ts';

/** Words of acts, by lemma. */
export interface ActWords {
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
}

const LONGEST = 16;
const NAMING = /^(?:NOUN|PROPN)$/;
const IN_PHRASE = /^(?:NOUN|PROPN|ADJ|NUM|DET)$/;

/**
 * "Congo Army Kills 20 Rebels": a headline says that somebody does something. Where the parser sees nothing but nouns in one, the
 * word of a verb behind a noun is its verb, what stands before it its subject, the phrase behind it its object.
 */
export function headlineHasAVerb(forms: readonly string[], parse: Parse, words: ActWords, lemmatize: Lemmatizer): void {
  const { upos, xpos, head, deprel } = parse;
  if (forms.length < 3 || forms.length > LONGEST || upos.some((tag) => tag === 'VERB' || tag === 'AUX')) return;
  const verb = verbIn(forms, parse, words, lemmatize);
  if (verb === -1) return;
  let object = verb;
  while (object + 1 < forms.length && IN_PHRASE.test(upos[object + 1])) object++;
  while (object > verb && !/^(?:NOUN|PROPN|NUM)$/.test(upos[object])) object--;
  upos[verb] = 'VERB';
  xpos[verb] = forms[verb].endsWith('s') ? 'VBZ' : 'VBP';
  head[verb] = -1;
  deprel[verb] = 'root';
  hang(parse, verb - 1, verb, 'nsubj');
  if (object > verb) hang(parse, object, verb, 'obj');
  gather(parse, 0, verb, verb - 1, verb - 1);
  gather(parse, verb + 1, forms.length, object, verb);
}

function hang({ head, deprel }: Parse, word: number, on: number, relation: string): void {
  head[word] = on;
  deprel[word] = relation;
}

/** The verb of a headline: in the third person behind a noun, or in the plural behind a plural ("Rebel Attacks Worry UN"). */
function verbIn(
  forms: readonly string[],
  { upos, xpos }: Parse,
  { verbs, nouns }: ActWords,
  lemmatize: Lemmatizer,
): number {
  const isNamed = (word: number): boolean => NAMING.test(upos[word]);
  const isPlural = (word: number): boolean => xpos[word] === 'NNS' || xpos[word] === 'NNPS';
  const isBase = (word: number): boolean =>
    word < forms.length && /^(?:NOUN|PROPN|ADJ)$/.test(upos[word]) && verbs.has(forms[word].toLowerCase());
  for (let word = 1; word < forms.length; word++) {
    if (!isNamed(word - 1)) continue;
    const lower = forms[word].toLowerCase();
    const lemma = lower.endsWith('s') && isNamed(word) ? lemmatize(lower, 'VERB', 'VBZ') : lower;
    if (lemma !== lower && verbs.has(lemma)) {
      // "US Sanctions Bill" is about sanctions, "Kenya Sanctions Five Bankers" tells of them.
      const next = upos[word + 1];
      const isClear = nouns.has(lemma) ? next !== undefined && next !== 'NOUN' && IN_PHRASE.test(next) : true;
      const isSubject = isPlural(word) && isBase(word + 1) && word + 2 < forms.length;
      if (isClear && !isSubject) return word;
    }
    if (isBase(word) && isPlural(word - 1) && word + 1 < forms.length && IN_PHRASE.test(upos[word + 1])) return word;
  }
  return -1;
}

/** Hangs what hangs nowhere within `[start, end)`: on the head of the phrase as far as that goes, else on `outer`. */
function gather(parse: Parse, start: number, end: number, phrase: number, outer: number): void {
  const { upos, head, deprel } = parse;
  const isWithin = (word: number): boolean => word >= start && word < end;
  for (let word = start; word < end; word++) {
    if (word === phrase || (isWithin(head[word]) && deprel[word] !== 'root')) continue;
    const hasCase = head.some((at, other) => at === word && deprel[other] === 'case');
    if (word < phrase && !hasCase) {
      const relation =
        upos[word] === 'ADJ' ? 'amod' : upos[word] === 'NUM' ? 'nummod' : upos[word] === 'DET' ? 'det' : 'compound';
      hang(parse, word, phrase, relation);
    } else hang(parse, word, outer, hasCase ? 'obl' : 'parataxis');
  }
}
