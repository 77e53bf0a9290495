import type { Random } from './random.ts';
import type { TreebankSentence } from './treebank.ts';
import { sentenceOf, type Word, wordsOf } from './words.ts';

/** Words that headlines in title case leave small, but for the first and the last. */
const SMALL = new Set(
  'a an the and but or nor for so yet as at by from in into of off on onto out over to up via vs with if than'.split(
    ' ',
  ),
);
const ARTICLES = new Set(['a', 'an', 'the']);
const BE = new Set(['is', 'are', 'was', 'were', 'am', 'be', 'been', 'being']);

/** The sentence set as a headline may be: without its full stop, without articles and forms of "be", in other letters. */
export function asHeadline(sentence: TreebankSentence, random: Random): TreebankSentence {
  let words = wordsOf(sentence);
  if (random() < 0.6) words = withoutStop(words);
  if (random() < 0.4) words = withoutSmallWords(words);
  const kind = random();
  const { forms, ...rest } = sentenceOf(words);
  if (kind < 0.15) return { ...rest, forms: forms.map((form) => form.toUpperCase()) };
  if (kind < 0.3) return { ...rest, forms: forms.map((form) => form.toLowerCase()) };
  if (kind < 0.45) return { ...rest, forms: forms.map(capital) };
  if (kind < 0.85) return { ...rest, forms: forms.map((form, i) => titled(form, i === 0 || i === forms.length - 1)) };
  return { ...rest, forms };
}

function withoutStop(words: Word[]): Word[] {
  const last = words.at(-1)!;
  const isStop = words.length > 1 && last.xpos === '.' && words.every(({ head }) => head !== last);
  return isStop ? words.slice(0, -1) : words;
}

function withoutSmallWords(words: Word[]): Word[] {
  const heads = new Set(words.map(({ head }) => head));
  const kept = words.filter((word) => {
    const form = word.form.toLowerCase();
    const isSmall = (word.deprel === 'det' && ARTICLES.has(form)) || (/^(?:aux|cop)/.test(word.deprel) && BE.has(form));
    return !isSmall || heads.has(word);
  });
  return kept.length > 0 ? kept : words;
}

function titled(form: string, atEdge: boolean): string {
  return !atEdge && SMALL.has(form.toLowerCase()) ? form.toLowerCase() : capital(form);
}

/** Clitics ("n't", "'s") are parts of words. */
function capital(form: string): string {
  return /^n['’]t$/i.test(form) ? form : form.slice(0, 1).toUpperCase() + form.slice(1);
}
