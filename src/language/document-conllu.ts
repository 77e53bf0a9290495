import type { ConlluSentence } from './conllu.ts';
import type { Document, Sentence, Token } from './document.ts';
import { JOINED_WORDS } from './lexicon.ts';

const CLITIC = /^(?:n['’‘`´ʼ]t|['’‘`´ʼ](?:s|m|re|ve|ll|d))$/i;

/** A document's sentences as CoNLL-U: words written as one are multiword tokens, blocks are paragraphs. */
export function* conlluOf(document: Document, id: string | null): Generator<ConlluSentence> {
  let block = -1;
  for (const sentence of document.sentences) {
    const comments: string[] = [];
    if (sentence.index === 0) comments.push(id === null ? '# newdoc' : `# newdoc id = ${id}`);
    if (sentence.block !== block) comments.push('# newpar');
    comments.push(`# sent_id = ${id === null ? '' : `${id}-`}${sentence.index + 1}`);
    comments.push(`# text = ${document.text.slice(...sentence.span).replace(/\s+/g, ' ')}`);
    block = sentence.block;
    const next = document.sentences[sentence.index + 1];
    yield { comments, rows: rowsOf(sentence, next?.span[0] ?? sentence.span[1] + 1) };
  }
}

function rowsOf({ tokens }: Sentence, next: number): string[][] {
  const rows: string[][] = [];
  const spaced = (end: number, index: number) => end < (tokens[index + 1]?.span[0] ?? next);
  const misc = (index: number) => (spaced(tokens[index].span[1], index) ? '_' : 'SpaceAfter=No');
  for (let index = 0; index < tokens.length; index += 1) {
    const last = lastOfWord(tokens, index);
    if (last > index) {
      const form = tokens.slice(index, last + 1).map((token) => token.form);
      rows.push([`${index + 1}-${last + 1}`, form.join(''), '_', '_', '_', '_', '_', '_', '_', misc(last)]);
    }
    const part = last > index;
    for (; index <= last; index += 1) rows.push(rowOf(tokens[index], part ? '_' : misc(index)));
    index -= 1;
  }
  return rows;
}

function rowOf({ index, form, lemma, upos, xpos, head, deprel }: Token, misc: string): string[] {
  return [String(index + 1), form, lemma, upos, xpos, '_', String(head + 1), deprel, '_', misc];
}

/** The last of the words that are written as one with the word at `first`. */
function lastOfWord(tokens: readonly Token[], first: number): number {
  let last = first;
  let written = tokens[first].form;
  while (last + 1 < tokens.length && tokens[last + 1].span[0] === tokens[last].span[1]) {
    const { form, xpos } = tokens[last + 1];
    written += form;
    const joined = [...JOINED_WORDS.keys()].some(
      (word) => word.startsWith(written.toLowerCase()) && word.length > tokens[first].form.length,
    );
    if (!joined && !(/[\p{L}\p{N}]$/u.test(tokens[last].form) && (CLITIC.test(form) || xpos === 'POS'))) break;
    last += 1;
  }
  return last;
}
