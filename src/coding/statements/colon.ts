import type { Reporting } from '../../codebook/schema.ts';
import type { Document, Sentence, Token } from '../../language/document.ts';
import type { Finding } from './finding.ts';
import { range } from './speech.ts';

/** What a colon attributes: headlines ("Mayor: bridge stays shut") and transcripts ("REPORTER: Will you resign?"). */
const COLON: Reporting = {
  words: [':'],
  pos: 'preposition',
  stance: 'assert',
  content: ['clause'],
  source: 'subject',
  addressee: [],
  nested: true,
  negated: false,
  without: [],
};

const MOST_NAME_WORDS = 8;

const isQuoteMark = (token: Token | undefined): boolean => /^(?:["“”‘«]|''|``)/.test(token?.form ?? '');

/** The colon after a speaker's name at the start of a sentence, -1 where there is none. */
function colonAfterName(document: Document, sentence: Sentence): number {
  const { length } = sentence.tokens;
  let at = 0;
  while (at < length && at <= MOST_NAME_WORDS && sentence.tokens[at].form !== ':') at++;
  if (at < 1 || at === length || at > MOST_NAME_WORDS) return -1;
  const name = sentence.tokens.slice(0, at);
  const opensBlock = sentence.span[0] === document.blocks[sentence.block].span[0];
  if (!opensBlock || name.some((token) => token.upos === 'VERB' || token.upos === 'AUX')) return -1;
  const isTranscript = name.every((token) => token.form === token.form.toUpperCase() && /\p{Lu}/u.test(token.form));
  if (isTranscript || (name.every((token) => token.upos === 'PROPN') && isQuoteMark(sentence.tokens[at + 1])))
    return at;
  const last = name[name.length - 1];
  if (!['PROPN', 'NOUN'].includes(last.upos)) return -1;
  const isHeadline = ['headline', 'dek'].includes(document.blocks[sentence.block].kind) || sentence.block === 0;
  return isHeadline && name.some((token) => token.upos === 'PROPN' || last.upos === 'NOUN') ? at : -1;
}

/** The statement that a colon makes in a sentence, null where it makes none. */
export function findColon(document: Document, sentence: Sentence): Finding | null {
  const at = colonAfterName(document, sentence);
  if (at < 0) return null;
  const end = sentence.tokens.length;
  const last = sentence.tokens[end - 1].upos === 'PUNCT' ? end - 1 : end;
  return {
    sentence: sentence.index,
    word: at,
    cue: [at],
    entry: COLON,
    alternative: 'clause',
    source: { head: at - 1, tokens: range(0, at) },
    content: range(at + 1, Math.min(end, Math.max(last, at + 2))),
    addressee: [],
    negated: false,
  };
}
