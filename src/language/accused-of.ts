import type { Parse } from './parser.ts';

/** Verbs whose object is told of something behind "of": of a charge, of what it loses, of what it learns. */
const VERBS =
  /^(?:accus(?:es?|ed|ing)|convict(?:s|ed|ing)?|acquit(?:s|ted|ting)?|suspect(?:s|ed|ing)?|clear(?:s|ed|ing)?|absolv(?:es?|ed|ing)|exonerat(?:es?|ed|ing)|rob(?:s|bed|bing)?|strip(?:s|ped|ping)?|depriv(?:es?|ed|ing)|cheat(?:s|ed|ing)?|reliev(?:es?|ed|ing)|warn(?:s|ed|ing)?|inform(?:s|ed|ing)?|notif(?:y|ies|ied|ying)|remind(?:s|ed|ing)?|assur(?:es?|ed|ing)|convinc(?:es?|ed|ing)|purg(?:es?|ed|ing)|rid|ridding)$/i;
/** What somebody is the head of: "the chief of police", "the head of state". */
const HEADED =
  /^(?:police|staff|state|government|party|parties|army|cabinet|council|union|court|parliament|agency|ministry|company|group|movement|region|province|city|town|village|country)$/i;
const DEFINITE = /^(?:the|this|that|these|those)$/i;

/**
 * "accused the police of murder": the charge hangs on the verb. Treebanks of mail and web pages hardly know the construction,
 * and a parser that has learned from them hears of a police of murder.
 */
export function whatSomebodyIsAccusedOf(forms: readonly string[], parse: Parse): void {
  const { upos, head, deprel } = parse;
  for (let verb = 0; verb < forms.length; verb++) {
    if (upos[verb] !== 'VERB' || !VERBS.test(forms[verb])) continue;
    const object = head.findIndex((at, word) => at === verb && word > verb && deprel[word] === 'obj');
    if (object < 0) continue;
    const charge = chargeAgainst(object, forms, parse);
    if (charge === null) continue;
    head[charge] = verb;
    deprel[charge] = 'obl';
  }
}

/** The phrases with "of" that hang on a word right behind it, by their heads. */
function ofPhrases(above: number, forms: readonly string[], { upos, head, deprel }: Parse): number[] {
  const isOf = (word: number): boolean =>
    head.some((at, of) => at === word && of > above && of < word && forms[of].toLowerCase() === 'of');
  return [...head.keys()].filter(
    (word) => word > above && head[word] === above && deprel[word] === 'nmod' && upos[word] !== 'PROPN' && isOf(word),
  );
}

function chargeAgainst(object: number, forms: readonly string[], parse: Parse): number | null {
  const own = ofPhrases(object, forms, parse);
  const last = own.at(-1);
  if (last === undefined) {
    // "the mayor of Kisumu of bribery"
    const named = parse.head.findIndex((at, word) => at === object && word > object && parse.upos[word] === 'PROPN');
    return named < 0 ? null : (ofPhrases(named, forms, parse)[0] ?? null);
  }
  if (own.length > 1 || parse.upos[object] !== 'NOUN') return last;
  const isDefinite = parse.head.some((at, word) => at === last && word < last && DEFINITE.test(forms[word]));
  if (!isDefinite && !HEADED.test(forms[last])) return last;
  // "the leaders of the party of treason"
  return ofPhrases(last, forms, parse)[0] ?? null;
}
